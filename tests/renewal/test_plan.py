"""The entries of a plan's files that change with the year, and those that stay and are told."""

from datetime import date

import pytest
import yaml

from cchc.diagnostics import NodePath
from cchc.model.plan import Plan
from cchc.model.registry import Placed
from cchc.model.units import Unit
from cchc.renewal.deadlines import Renewing
from cchc.renewal.found import LeftBehind
from cchc.renewal.move import Move
from cchc.renewal.plan import later_plan, left_behind, renewed, renewed_head
from cchc.renewal.units import lapsed_units

PLAN = """\
id: p-2025
title: KẾ HOẠCH NĂM 2025
year: 2025
document: {number: 45, symbol: KH-2025, issued_on: 2025-02-03, amended_by: [50/QĐ-X]}
tracked_from: 2025-04-01
closed_on:
columns: [number, content, {key: note, title: Số liệu năm 2025}]
sections:
  - title: MỤC NĂM 2025
    extra: {note: Đợt tháng 3/2025}
    tasks:
      - id: bao-cao-2025
        allow: {duplicate-duty: Như năm 2025}
        content: [Một, Hai trong năm 2025]
        deadline: {all: [{by: 2025-06-30, lead: [cu]}, {ongoing: true}]}
        lead: {units: [cu, moi], text: Phòng của năm 2025}
        coordinating: [{unit: cu, as: Phòng 2025}]
        results: So với năm 2024
        extra: {deadline: Xong trong năm 2025}
        parts: [{id: a, content: Phần năm 2025}]
      - {id: rut, content: Rút năm 2025, lead: [moi], withdrawn: {on: 2025-03-01}}
    sections: [sections/2025.yaml]
"""
MOVE = Move(date(2025, 1, 1), date(2025, 12, 31), 1)


def raw(text):
    return yaml.load(text, yaml.BaseLoader)


@pytest.fixture
def renewing():
    plan = Plan.model_validate({"id": "p-2025", "title": "T", "year": "2025"})
    return Renewing(MOVE, plan, later_plan(plan, "p-2026", MOVE))


def test_every_text_and_rule_moves_wherever_it_stands(renewing):
    task = ("sections", 0, "tasks", 0)
    data = raw(PLAN)
    del data["sections"][0]["tasks"][1]
    assert renewed(data, renewing, {}).changes == {
        ("title",): "KẾ HOẠCH NĂM 2026",
        ("columns", 2, "title"): "Số liệu năm 2026",
        ("sections", 0, "title"): "MỤC NĂM 2026",
        ("sections", 0, "extra", "note"): "Đợt tháng 3/2026",
        (*task, "content", 1): "Hai trong năm 2026",
        (*task, "deadline", "all", 0, "by"): "2026-06-30",
        (*task, "lead", "text"): "Phòng của năm 2026",
        (*task, "extra", "deadline"): "Xong trong năm 2026",
        (*task, "parts", 0, "content"): "Phần năm 2026",
    }


def test_what_stays_is_told_at_its_route(renewing):
    data = raw(PLAN)
    del data["sections"][0]["tasks"][1]
    told = renewed(data, renewing, {"cu": "moi"}).undecided
    assert (told[0].route, told[0].doubt.value, told[0].words) == (("document", "symbol"), "kept", "KH-2025")
    assert [(one.route[2:], one.doubt.value, one.words, one.also) for one in told[1:]] == [
        (("tasks", 0, "id"), "kept", "bao-cao-2025", ""),
        (("tasks", 0, "allow", "duplicate-duty"), "kept", "Như năm 2025", ""),
        (("tasks", 0, "deadline", "all", 0, "lead", 0), "unit", "cu", "moi"),
        (("tasks", 0, "lead", "units", 0), "unit", "cu", "moi"),
        (("tasks", 0, "coordinating", 0, "as"), "kept", "Phòng 2025", ""),
        (("tasks", 0, "coordinating", 0), "unit", "cu", "moi"),
        (("tasks", 0, "results"), "other-year", "So với năm 2024", ""),
        (("sections", 0), "kept", "sections/2025.yaml", ""),
    ]


def test_the_head_is_that_of_a_draft():
    assert renewed_head(raw(PLAN), "p-2026", MOVE).changes == {
        ("id",): "p-2026",
        ("year",): "2026",
        ("document", "number"): None,
        ("document", "issued_on"): None,
        ("document", "amended_by"): [],
    }
    period = raw("id: p\nperiod: {from: 01/01/2025, to: 2030-12-31, sample: true}\n")
    assert renewed_head(period, "p", Move(date(2025, 1, 1), date(2030, 12, 31), 6)).changes == {
        ("period", "from"): "01/01/2031",
        ("period", "to"): "2036-12-31",
    }


def test_what_is_left_behind_is_named():
    assert left_behind(raw(PLAN)) == [
        LeftBehind(("tracked_from",), "tracked_from", "2025-04-01"),
        LeftBehind(("sections", 0, "tasks", 1), "withdrawn-task", "rut"),
    ]


@pytest.mark.parametrize("data", [None, [], "x", {"tasks": None, "sections": None, "title": None, "document": None}])
def test_a_file_without_records_has_nothing_to_move(data, renewing):
    assert left_behind(data) == []
    assert renewed(data, renewing, {}).changes == {}


def test_units_that_are_gone_name_their_successors():
    units = {
        "a": {"valid_to": "2025-12-31", "succeeded_by": ["b", "c"]},
        "b": {"valid_to": "2026-01-01", "succeeded_by": ["c"]},
        "c": {},
        "d": {"succeeded_by": ["c"]},
        "e": {"valid_to": "2025-06-30"},
    }
    placed = {key: Placed(Unit.model_validate({"name": key, **unit}), NodePath("u")) for key, unit in units.items()}
    assert lapsed_units(placed, date(2026, 1, 1)) == {"a": "b, c", "d": "c", "e": ""}
