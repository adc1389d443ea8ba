"""JSON of an appendix: what a program reads, key by key."""

import json
from datetime import date

import pytest

from cchc.render.appendix.as_json import render
from cchc.views.appendix import Cell, SectionRow, TaskRow


def test_a_whole_file(make_appendix):
    rows = (
        SectionRow("A", ("MỤC",), 1),
        TaskRow("bao-cao/quy-1", (Cell(("1",)), Cell(("a", "b"))), "A. MỤC", date(2025, 3, 31), date(2025, 6, 30)),
        TaskRow("bao-cao/quy-2", (Cell((), True), Cell(())), "A. MỤC"),
    )
    appendix = make_appendix(rows, {"number": "TT", "ghi-chu": "Ghi chú"}, issued_line="(Kèm theo …)")
    assert json.loads(render(appendix)) == {
        "version": 1,
        "plan": "snv-2025",
        "label": "PHỤ LỤC",
        "title": ["NỘI DUNG, NHIỆM VỤ", "NĂM 2025"],
        "issued_line": "(Kèm theo …)",
        "issuer": "Sở Nội vụ",
        "issued_on": "2025-03-03",
        "columns": [{"key": "number", "title": "TT"}, {"key": "ghi-chu", "title": "Ghi chú"}],
        "rows": [
            {"kind": "section", "number": "A", "title": ["MỤC"], "level": 1},
            {
                "kind": "task",
                "task": "bao-cao",
                "part": "quy-1",
                "section": "A. MỤC",
                "cells": {"number": ["1"], "ghi-chu": ["a", "b"]},
                "continues": [],
                "first_due_on": "2025-03-31",
                "last_due_on": "2025-06-30",
            },
            {
                "kind": "task",
                "task": "bao-cao",
                "part": "quy-2",
                "section": "A. MỤC",
                "cells": {"number": ["1"], "ghi-chu": []},
                "continues": ["number"],
                "first_due_on": None,
                "last_due_on": None,
            },
        ],
    }


@pytest.mark.parametrize(("task_id", "names"), [("bao-cao", ("bao-cao", None)), ("bao-cao/a", ("bao-cao", "a"))])
def test_a_task_and_its_part_are_two_names(task_id, names, make_appendix, make_task):
    row = json.loads(render(make_appendix((make_task(task_id, "1"),), {"number": "TT"})))["rows"][0]
    assert (row["task"], row["part"]) == names


def test_a_plan_that_is_not_issued_has_no_day(make_appendix):
    assert json.loads(render(make_appendix(created_on=None)))["issued_on"] is None


def test_vietnamese_stands_as_it_is_and_no_runner_obeys_it(make_appendix):
    written = render(make_appendix(label="PHỤ LỤC ##[error]x")).decode()
    assert '"label": "PHỤ LỤC \\u0023#[error]x"' in written
