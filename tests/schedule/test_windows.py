"""The days that a list looks at."""

from datetime import date

import pytest

from cchc.schedule.windows import named_window, next_days


@pytest.mark.parametrize(
    ("name", "first_day", "last_day"),
    [
        ("week", date(2024, 2, 26), date(2024, 3, 3)),  # Monday to Sunday, over the end of February
        ("month", date(2024, 2, 1), date(2024, 2, 29)),  # a leap year
        ("quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("year", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_named_window_holds_its_day(name, first_day: date, last_day: date) -> None:
    assert named_window(name, date(2024, 2, 29)) == (first_day, last_day)


def test_the_next_days_begin_today() -> None:
    assert next_days(7, date(2025, 6, 2)) == (date(2025, 6, 2), date(2025, 6, 9))
