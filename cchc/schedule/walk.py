"""A count laid out day by day, so that an official can check it by hand."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cchc.workdays.calendar import SpecialDay, WorkCalendar

_SHORT = 10
_DAY = timedelta(days=1)


class DayOff(NamedTuple):
    """A day that is not worked; `special` is its line in the calendar, None for a plain Saturday or Sunday."""

    day: date
    special: SpecialDay | None


class Stretch(NamedTuple):
    """Days that are counted one after the other, from number `first_count` on, and the days off passed over among them.

    `first_count` is 0 where none of the days counts.
    """

    first_day: date
    last_day: date
    first_count: int
    last_count: int
    skipped: tuple[DayOff, ...] = ()


def days_off(calendar: WorkCalendar, first_day: date, last_day: date) -> tuple[DayOff, ...]:
    """Return the days of a span that are not worked, both ends included."""
    return tuple(DayOff(day, calendar.special_day(day)) for day in _days(first_day, last_day) if not calendar.is_working_day(day))


def stretches(calendar: WorkCalendar, start: date, end: date, *, counts_working: bool) -> list[Stretch]:
    """Return the way from `start`, which is not counted, to `end`: day by day where it is short, else week by week.

    `counts_working` passes over days off. A count back has its `end` before its `start`, and goes back.
    """
    is_back = end < start
    first_day, last_day = (end, start - _DAY) if is_back else (start + _DAY, end)
    counted = {day for day in _days(first_day, last_day) if not counts_working or calendar.is_working_day(day)}
    number, found = 0, list[Stretch]()
    for span in _spans(first_day, last_day, by_day=len(counted) <= _SHORT, is_back=is_back):
        inside = [day for day in _days(*span) if day in counted]
        skipped = days_off(calendar, *span) if counts_working else ()
        found.append(Stretch(*span, number + 1 if inside else 0, number + len(inside) if inside else 0, skipped))
        number += len(inside)
    return found


def _days(first_day: date, last_day: date) -> Iterator[date]:
    return (first_day + timedelta(days=number) for number in range((last_day - first_day).days + 1))


def _spans(first_day: date, last_day: date, *, by_day: bool, is_back: bool) -> list[tuple[date, date]]:
    """Return the days of a span one by one, or its weeks from Monday to Sunday, in the order of the count."""
    if by_day:
        spans = [(day, day) for day in _days(first_day, last_day)]
    else:
        mondays = [day for day in _days(first_day, last_day) if day == first_day or day.weekday() == 0]
        spans = [(monday, min(monday + timedelta(days=6 - monday.weekday()), last_day)) for monday in mondays]
    return spans[::-1] if is_back else spans
