"""The periods of a recurring duty: which they are, how they are named, what they span."""

from datetime import date

import pytest

from cchc.model.periods import PeriodUnit
from cchc.schedule.recurrence import Turn, turns

YEAR = date(2025, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("unit", "count", "first", "last"),
    [
        ("day", 365, Turn("2025-01-01", YEAR[0], YEAR[0]), Turn("2025-12-31", YEAR[1], YEAR[1])),
        # Sunday 05/01 is the first of 2025, Sunday 28/12 the last
        (
            "week",
            52,
            Turn("2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
            Turn("2025-W52", date(2025, 12, 22), date(2025, 12, 28)),
        ),
        ("month", 12, Turn("2025-01", YEAR[0], date(2025, 1, 31)), Turn("2025-12", date(2025, 12, 1), YEAR[1])),
        ("quarter", 4, Turn("2025-Q1", YEAR[0], date(2025, 3, 31)), Turn("2025-Q4", date(2025, 10, 1), YEAR[1])),
        ("half-year", 2, Turn("2025-H1", YEAR[0], date(2025, 6, 30)), Turn("2025-H2", date(2025, 7, 1), YEAR[1])),
        ("year", 1, Turn("2025", *YEAR), Turn("2025", *YEAR)),
    ],
)
def test_the_periods_of_a_year(unit: str, count: int, first: Turn, last: Turn) -> None:
    found = list(turns(PeriodUnit(unit), *YEAR))
    assert (len(found), found[0], found[-1]) == (count, first, last)


def test_a_week_belongs_to_the_iso_year_of_its_thursday() -> None:
    names = [turn.name for turn in turns(PeriodUnit.WEEK, date(2020, 12, 27), date(2021, 1, 10))]
    assert names == ["2020-W52", "2020-W53", "2021-W01"]


def test_a_block_spans_all_its_periods() -> None:
    assert list(turns(PeriodUnit.MONTH, date(2025, 1, 15), date(2025, 7, 31), 3)) == [
        Turn("2025-03", date(2025, 1, 1), date(2025, 3, 31)),
        Turn("2025-06", date(2025, 4, 1), date(2025, 6, 30)),
    ]


def test_no_period_ends_in_a_span_that_is_shorter() -> None:
    assert list(turns(PeriodUnit.YEAR, date(2025, 1, 1), date(2025, 12, 30))) == []
    assert list(turns(PeriodUnit.WEEK, date(2025, 6, 2), date(2025, 6, 7))) == []
    assert list(turns(PeriodUnit.DAY, date(2025, 6, 2), date(2025, 6, 1))) == []
