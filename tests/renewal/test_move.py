"""By how much a plan moves, and which days it takes along."""

from datetime import date

import pytest

from cchc.model.plan import Plan
from cchc.renewal.move import Move, length_in_years

MOVE = Move(date(2025, 1, 1), date(2025, 12, 31), 1)


@pytest.mark.parametrize(
    ("first_day", "last_day", "is_taken"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), True),
        (date(2026, 1, 15), date(2026, 1, 15), True),
        (date(2025, 10, 1), date(2026, 3, 31), True),
        (date(2026, 4, 1), date(2026, 4, 1), False),
        (date(2024, 12, 31), date(2025, 1, 31), False),
        (date(2021, 1, 1), date(2030, 12, 31), False),
    ],
)
def test_days_of_the_year_and_of_the_quarter_after_it_move(first_day, last_day, is_taken):
    assert MOVE.takes(first_day, last_day) is is_taken


def test_a_day_keeps_its_place_in_the_year():
    leap = Move(date(2024, 1, 1), date(2024, 12, 31), 1)
    assert [leap.day(day) for day in (date(2024, 2, 29), date(2024, 12, 31))] == [date(2025, 2, 28), date(2025, 12, 31)]
    assert Move(date(2024, 1, 1), date(2024, 12, 31), 4).day(date(2024, 2, 29)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("first_day", "last_day", "years"),
    [
        ("2025-01-01", "2030-12-31", 6),
        ("2025-07-01", "2026-06-30", 1),
        ("2025-04-01", "2025-12-31", 1),
        ("2025-01-01", "2025-06-30", 1),
    ],
)
def test_the_next_plan_begins_where_this_one_ends(first_day, last_day, years):
    plan = Plan.model_validate({"id": "p", "title": "T", "period": {"from": first_day, "to": last_day}})
    assert length_in_years(plan) == years
