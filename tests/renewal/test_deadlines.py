"""Deadlines move with their words and rules together, or stay and are told."""

from datetime import date

import pytest
import yaml

from cchc.model.plan import Plan
from cchc.renewal.deadlines import Renewing, moved_deadline
from cchc.renewal.move import Move
from cchc.renewal.plan import later_plan


def renewing(year=2025, by=1):
    plan = Plan.model_validate({"id": "p", "title": "T", "year": str(year)})
    move = Move(plan.first_day, plan.last_day, by)
    return Renewing(move, plan, later_plan(plan, "q", move))


def raw(text):
    """Return YAML as plans are read: every scalar is text."""
    return yaml.load(text, yaml.BaseLoader)


def moved(text, **of):
    found = moved_deadline(raw(text), renewing(**of))
    return found.changes, [(one.doubt.value, one.words) for one in found.undecided]


@pytest.mark.parametrize(
    ("before", "changes"),
    [
        ("Trước ngày 30/11/2025", {(): "Trước ngày 30/11/2026"}),
        ("Trước ngày 30/11", {}),
        ("Thường xuyên trong năm 2025", {(): "Thường xuyên trong năm 2026"}),
        ("Định kỳ hàng tháng", {}),
        ("{by: 2025-12-20}", {("by",): "2026-12-20"}),
        ("{before: 30/11/2025}", {("before",): "30/11/2026"}),
        ("{by: 2026-01-15}", {("by",): "2027-01-15"}),
        ("{in: 2025-06}", {("in",): "2026-06"}),
        ("{in: 2025-Q1..2025-Q2}", {("in",): "2026-Q1..2026-Q2"}),
        ("{in: 2025-H1}", {("in",): "2026-H1"}),
        ("{in: 2025}", {("in",): "2026"}),
        ("{from: 2025-03-01, to: 2025-04-30}", {("from",): "2026-03-01", ("to",): "2026-04-30"}),
        ("{every: month, in: 2025-07..2025-12}", {("in",): "2026-07..2026-12"}),
        ("{every: quarter, by_day: 10, next_period: true}", {}),
        ("{within: 45 days, after: x, text: Không quá 45 ngày}", {}),
        ("{text: Quý I/2025, in: 2025-Q1, note: Xem năm 2025}", {
            ("text",): "Quý I/2026", ("in",): "2026-Q1", ("note",): "Xem năm 2026",
        }),
        ("{text: [Quý I/2025, Tháng 6/2025], all: [{in: 2025-Q1, label: Đợt năm 2025}, {in: 2025-06}]}", {
            ("text", 0): "Quý I/2026", ("text", 1): "Tháng 6/2026", ("all", 0, "in"): "2026-Q1", ("all", 1, "in"): "2026-06",
            ("all", 0, "label"): "Đợt năm 2026",
        }),
        ("{all: [{text: Trước ngày 15/6/2025}, {ongoing: true}]}", {("all", 0, "text"): "Trước ngày 15/6/2026"}),
        ("{text: Đến năm 2025, by: 2025-12-31}", {("text",): "Đến năm 2026", ("by",): "2026-12-31"}),
        ("Từ tháng 10/2025 đến hết tháng 3/2026", {(): "Từ tháng 10/2026 đến hết tháng 3/2027"}),
    ],
)  # fmt: skip
def test_words_and_rule_move_together(before, changes):
    assert moved(before) == (changes, [])


@pytest.mark.parametrize(
    ("before", "undecided"),
    [
        ("{in: 2021..2030}", [("span", "in: 2021..2030")]),
        ("{by: 2026-06-30}", [("span", "by: 2026-06-30")]),
        ("{from: 2024-12-15, to: 2025-12-14}", [("span", "from: 2024-12-15")]),
        ("{text: Giai đoạn 2021-2030, in: 2021..2030}", [("span", "Giai đoạn 2021-2030"), ("span", "in: 2021..2030")]),
        ("Thứ Sáu ngày 20/6/2025", [("weekday", "Thứ Sáu ngày 20/6/2025")]),
        ("{text: Thứ Sáu ngày 20/6/2025, by: 2025-06-20}", [("deadline", "by: 2025-06-20")]),
        ("{text: Từ 15/12/2024 đến 14/12/2025, from: 2024-12-15, to: 2025-12-14}", [
            ("span", "Từ 15/12/2024 đến 14/12/2025"), ("span", "from: 2024-12-15"),
        ]),
        ("Trước ngày 31/12/2026", [("other-year", "Trước ngày 31/12/2026")]),
    ],
)  # fmt: skip
def test_what_is_not_sure_stays_as_a_whole(before, undecided):
    assert moved(before) == ({}, undecided)


def test_a_rule_without_words_may_lose_its_29_february_and_words_alone_read_the_end_of_the_month():
    leap = {"year": 2028}
    assert moved("{by: 2028-02-29}", **leap) == ({("by",): "2029-02-28"}, [("leap-day", "by: 2028-02-29")])
    assert moved("{by: 29/2/2028}", **leap) == ({("by",): "28/2/2029"}, [("leap-day", "by: 29/2/2028")])
    assert moved("Cuối tháng 2/2027", year=2027) == ({(): "Cuối tháng 2/2028"}, [])
    words = "{text: Cuối tháng 2/2027, by: 2027-02-28}"
    assert moved(words, year=2027) == ({}, [("deadline", "tháng 2/2027")])


def test_a_move_past_the_last_year_that_plans_know_stays():
    assert moved("{by: 2025-06-30}", by=90) == ({}, [("deadline", "by: 2025-06-30")])


def test_a_move_back_gives_the_days_back():
    there = moved_deadline(raw("{from: 2025-03-01, to: 2026-01-31}"), renewing())
    back = moved_deadline({key: value for (key,), value in there.changes.items()}, renewing(2026, -1))
    assert back.changes == {("from",): "2025-03-01", ("to",): "2026-01-31"}


def test_the_plan_that_comes_to_be_is_read_by_its_own_year():
    period = Plan.model_validate({"id": "p", "title": "T", "period": {"from": "2025-01-01", "to": "2030-12-31"}})
    later = later_plan(period, "q", Move(period.first_day, period.last_day, 6))
    assert (later.id, later.year, later.first_day, later.last_day) == ("q", None, date(2031, 1, 1), date(2036, 12, 31))
