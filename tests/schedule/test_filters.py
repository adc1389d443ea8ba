"""Whose task it is: a unit answers for its groups, its members and those it succeeds."""

import pytest

from cchc.files import FolderReader
from cchc.schedule.filters import answering_units, concerns
from cchc.source.load import load_workspace

UNITS = """\
units:
  so: {name: Sở, members: [khoi]}
  khoi: {name: Khối, members: [phong-a, phong-b]}
  phong-a: {name: Phòng A}
  phong-b: {name: Phòng B}
  phong-cu: {name: Phòng cũ, valid_to: 2024-12-31, succeeded_by: [phong-a]}
  ngoai: {name: Đơn vị ngoài}
"""


@pytest.mark.parametrize(
    ("unit", "answering"),
    [
        ("phong-a", {"phong-a", "khoi", "so", "phong-cu"}),  # its groups at any depth, and what it succeeds
        ("khoi", {"khoi", "so", "phong-a", "phong-b"}),  # a group has what its members have, too
        ("phong-cu", {"phong-cu"}),
        ("ngoai", {"ngoai"}),
    ],
)
def test_the_units_that_a_question_about_one_means(office, unit: str, answering: set[str]) -> None:
    office.write("plans/units.yaml", UNITS)
    assert answering_units(unit, load_workspace(FolderReader(office.root)).registry) == answering


def test_a_rule_s_own_lead_comes_before_the_task_s(office) -> None:
    office.owes("{all: [{by: 2025-06-10, lead: [v]}, {by: 2025-06-20}]}\n    coordinating: [w]")
    items = office.items("2025-06-02")
    units = {name: frozenset({name}) for name in ("u", "v", "w")}
    assert [[role for role in ("lead", "coordinating", "any") if concerns(item, units["v"], role)] for item in items] == [
        ["lead", "any"],
        [],
    ]
    assert [concerns(item, units["u"], "lead") for item in items] == [False, True]
    assert [concerns(item, units["w"], "coordinating") for item in items] == [True, True]
    assert not concerns(items[0], units["w"], "lead")
