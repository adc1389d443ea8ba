"""Where a file of a plan names a unit, whatever else the file holds."""

import pytest

from cchc.source.named_units import places_of
from cchc.source.tree import parse


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("issuer: u\ntitle: u\n", "plan", [("issuer",)]),
        ("issuer: u\n", "section", []),
        ("tasks:\n- {id: u, lead: [v, u], coordinating: [{unit: u, as: u}]}\n", "section",
         [("tasks", 0, "lead", 1), ("tasks", 0, "coordinating", 0, "unit")]),
        ("tasks:\n- parts: [{lead: {units: [u], text: u}}]\n", "plan", [("tasks", 0, "parts", 0, "lead", "units", 0)]),
        ("tasks:\n- deadline: {all: [{by: u, lead: [u]}]}\n", "plan", [("tasks", 0, "deadline", "all", 0, "lead", 0)]),
        ("sections:\n- sections: [u]\n  tasks: [{lead: [u]}]\n", "plan", [("sections", 0, "tasks", 0, "lead", 0)]),
        ("tasks: u\nsections: u\n", "plan", []),
        ("tasks:\n- {lead: u, coordinating: {text: u}}\n- {lead: [[u], {as: u}]}\n", "plan", []),
        ("u\n", "plan", []),
    ],
)  # fmt: skip
def test_a_unit_is_found_where_it_is_named_and_nowhere_else(text, kind, places):
    assert list(places_of("u", parse("", text).data, kind)) == places
