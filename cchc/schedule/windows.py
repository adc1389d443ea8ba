"""The days that a list looks at: by name, by count, or from one day to another."""

from datetime import date, timedelta
from typing import Literal, assert_never

from cchc.schedule.counting import add_months
from cchc.schedule.status import Window

WindowName = Literal["week", "month", "quarter", "year"]


def named_window(name: WindowName, day: date) -> Window:
    """Return the calendar week (Monday to Sunday), month, quarter or year that holds `day`."""
    match name:
        case "week":
            monday = day - timedelta(days=day.weekday())
            return Window(monday, monday + timedelta(days=6))
        case "month":
            first_day, months = day.replace(day=1), 1
        case "quarter":
            first_day, months = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), 3
        case "year":
            first_day, months = day.replace(month=1, day=1), 12
        case _:
            assert_never(name)
    return Window(first_day, add_months(first_day, months) - timedelta(days=1))


def next_days(count: int, day: date) -> Window:
    """Return `day` and the `count` days after it."""
    return Window(day, day + timedelta(days=count))
