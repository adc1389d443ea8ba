"""One year of the work calendar as a reader sees it: twelve months, and the days that are not what their weekday says."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar

SIGNS = {DayKind.HOLIDAY: "*", DayKind.SUBSTITUTE: "+", DayKind.EXCHANGED: "=", DayKind.WORKED: "!"}
"""What stands behind a day of the picture, for readers without colour."""

Week = tuple[date | None, ...]
_MONDAY_FIRST = Calendar(0)


class CalendarYear(NamedTuple):
    """`months` holds weeks of seven days from Monday on, None for days of the months beside; `as_of` is today."""

    year: int
    as_of: date
    months: tuple[tuple[Week, ...], ...]
    special_days: tuple[SpecialDay, ...]
    working_days: int
    is_provisional: bool


def calendar_year(year: int, as_of: date, calendar: WorkCalendar, own_files: Mapping[date, str]) -> CalendarYear:
    """Return a year; `own_files` names the file of each day that the workspace lists, told where it gives no source."""
    first_day, last_day = date(year, 1, 1), date(year, 12, 31)
    return CalendarYear(
        year,
        as_of,
        tuple(_weeks(year, month) for month in range(1, 13)),
        tuple(
            special._replace(source=special.source or own_files.get(special.day, ""))
            for special in calendar.days_off_between(first_day, last_day)
        ),
        calendar.working_days_between(first_day, last_day),
        calendar.is_provisional(first_day, last_day),
    )


def _weeks(year: int, month: int) -> tuple[Week, ...]:
    weeks = _MONDAY_FIRST.monthdatescalendar(year, month)
    return tuple(tuple(day if day.month == month else None for day in week) for week in weeks)
