"""Values of keys as a reader of changes sees them."""

from datetime import date

import pytest

from cchc.compare.changes import FieldChange
from cchc.diagnostics import NodePath
from cchc.model.registry import Placed, Registry
from cchc.model.units import Unit, UnitAs, UnitCell
from cchc.views.change_values import raw, said
from tests.compare.plans import plan, task

REGISTRY = Registry(
    units={
        name: Placed(Unit.model_validate({"name": text}), NodePath("plans/units.yaml"))
        for name, text in (("u", "Văn phòng"), ("v", "Phòng Tổ chức"))
    }
)


def deadline(**keys: object) -> object:
    return plan(tasks=[task("a", deadline=keys)]).tasks[0].deadline


@pytest.mark.parametrize(
    ("name", "before", "after", "shown"),
    [
        ("completed_on", date(2025, 6, 1), None, ("01/06/2025", "")),
        ("lead", ("u",), ("u", "v"), ("Văn phòng", "- Văn phòng\n- Phòng Tổ chức")),
        ("members", ("u", "v"), ("v",), ("Văn phòng; Phòng Tổ chức", "Phòng Tổ chức")),
        ("issuer", "u", "v", ("Văn phòng", "Phòng Tổ chức")),
        ("results", ("một", "hai"), None, ("- một\n- hai", "")),
        ("extra/x", ("một",), "một", ("- một", "một")),
        ("aliases", ("a", "b"), None, ("[a, b]", "")),
        ("sample", True, None, ("true", "")),
        ("coordinating", None, (), ("", "[]")),
        ("value", 97.5, 98.0, ("97.5", "98")),
        ("columns", ("number", "content"), ("content",), ("[number, content]", "[content]")),
    ],
)
def test_values(name, before, after, shown):
    assert said(FieldChange(name, before, after), REGISTRY, REGISTRY, "vi") == shown


def test_units_that_print_the_same_are_told_by_their_ids() -> None:
    before, after = UnitAs.model_validate({"unit": "u", "as": "Văn phòng"}), "u"
    assert said(FieldChange("lead", (before,), (after,)), REGISTRY, REGISTRY, "vi") == ("[u (Văn phòng)]", "[u]")
    cell = UnitCell.model_validate({"units": ["u"], "text": "Văn phòng"})
    assert said(FieldChange("lead", cell, ("u",)), REGISTRY, REGISTRY, "vi") == ("units: [u]; text: Văn phòng", "[u]")


def test_rules_behind_the_same_words() -> None:
    before = deadline(text="Trong 5 ngày", within="5 days", after="x")
    after = deadline(text="Trong 5 ngày", within="5 working days", after=["x", "y"])
    assert said(FieldChange("deadline", before, after), REGISTRY, REGISTRY, "vi") == (
        "within: 5 days; after: [x]",
        "within: 5 working days; after: [x, y]",
    )
    assert said(FieldChange("deadline", "Trong 5 ngày", before), REGISTRY, REGISTRY, "vi") == (
        "Trong 5 ngày",
        "text: Trong 5 ngày; within: 5 days; after: [x]",
    )


def test_a_mapping() -> None:
    assert raw({"a": ("x",)}) == "a: [x]"
