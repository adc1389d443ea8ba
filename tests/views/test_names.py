"""Units and texts as they print."""

from datetime import date

import pytest

from cchc.diagnostics import NodePath
from cchc.model.plan import Task
from cchc.model.registry import Placed, Registry
from cchc.model.units import Unit, Units, entries_of
from cchc.views.names import current_names, paragraphs, unit_cell, unit_name

UNITS = {
    "a": {"name": "Văn phòng"},
    "b": {"name": "Phòng Tổ chức"},
    "cu": {"name": "Phòng Việc làm", "valid_to": "2025-06-30", "succeeded_by": ["a", "moi"]},
    "moi": {"name": "Phòng Lao động", "valid_to": "2025-12-31", "succeeded_by": ["b"]},
    "het": {"name": "Phòng Đã giải thể", "valid_to": "2025-06-30"},
    "tron": {"name": "Phòng Vòng", "valid_to": "2025-06-30", "succeeded_by": ["tron"]},
}
REGISTRY = Registry(units={key: Placed(Unit.model_validate(unit), NodePath("plans/units.yaml")) for key, unit in UNITS.items()})


def units(raw: object) -> Units | None:
    return Task.model_validate({"id": "t", "content": "c", "lead": ["u"], "coordinating": raw}).coordinating


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (None, ()),
        ("", ()),
        ("Một dòng", ("Một dòng",)),
        ("Hai\ndòng", ("Hai", "dòng")),
        (("Một",), ("- Một",)),
        (("Một", "Hai\ntiếp"), ("- Một", "- Hai", "tiếp")),
    ],
)
def test_paragraphs(text: str | tuple[str, ...] | None, printed: tuple[str, ...]) -> None:
    assert paragraphs(text) == printed


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        (None, ()),
        ([], ()),
        (["a"], ("Văn phòng",)),
        (["a", "b"], ("- Văn phòng", "- Phòng Tổ chức")),
        ([{"unit": "a", "as": "Văn phòng Sở"}], ("Văn phòng Sở",)),
        ({"units": ["a", "b"], "text": "VP; TC"}, ("VP; TC",)),
    ],
)
def test_a_cell_of_units(raw: object, printed: tuple[str, ...]) -> None:
    assert unit_cell(units(raw), REGISTRY) == printed


def test_a_unit_that_nobody_has_written_down_prints_its_id() -> None:
    assert unit_name("la", REGISTRY) == "la"


@pytest.mark.parametrize(
    ("entries", "today", "named"),
    [
        (["cu"], "2025-06-30", ("Phòng Việc làm",)),  # its last day
        (["cu"], "2025-07-01", ("Văn phòng", "Phòng Lao động")),
        (["cu"], "2026-01-01", ("Văn phòng", "Phòng Tổ chức")),  # the successor's successor
        (["cu", "b", "a"], "2026-01-01", ("Văn phòng", "Phòng Tổ chức")),  # each once
        ([{"unit": "cu", "as": "Phòng VL"}], "2025-07-01", ("Văn phòng", "Phòng Lao động")),
        (["het"], "2026-01-01", ("Phòng Đã giải thể",)),  # nobody has followed it
        (["la"], "2026-01-01", ("la",)),
        (["tron"], "2026-01-01", ("Phòng Vòng",)),  # a circle has an end
    ],
)
def test_who_answers_today(entries: list[object], today: str, named: tuple[str, ...]) -> None:
    assert current_names(entries_of(units(entries)), REGISTRY, date.fromisoformat(today)) == named
