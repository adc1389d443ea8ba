"""The periods of a recurring duty, their names and their due days."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from cchc.model.deadlines import Every
from cchc.model.periods import MONTHS_IN, Period, PeriodUnit
from cchc.schedule.counting import add_months

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LENGTHS = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: 7}


class Turn(NamedTuple):
    """One period of a recurrence."""

    name: str
    first_day: date
    last_day: date


def turns(unit: PeriodUnit, first_day: date, last_day: date, interval: int = 1) -> Iterator[Turn]:
    """Yield each period whose last day lies in [first_day, last_day]; blocks of `interval` go by their last period.

    Blocks are counted from the first such period; one that is not complete by `last_day` is none.
    """
    block_first: date | None = None
    for count, turn in enumerate(_periods(unit, first_day, last_day), start=1):
        block_first = block_first or turn.first_day
        if count % interval == 0:
            yield Turn(turn.name, block_first, turn.last_day)
            block_first = None


def _periods(unit: PeriodUnit, first_day: date, last_day: date) -> Iterator[Turn]:
    if unit in _LENGTHS:
        length = timedelta(days=_LENGTHS[unit])
        end = first_day if unit is PeriodUnit.DAY else first_day + timedelta(days=6 - first_day.weekday())
        while end <= last_day:
            year, week, _ = end.isocalendar()
            name = end.isoformat() if unit is PeriodUnit.DAY else f"{year}-W{week:02}"
            yield Turn(name, end - length + timedelta(days=1), end)
            end += length
        return
    months = MONTHS_IN[unit]
    period = Period(unit, first_day.year, (first_day.month - 1) // months + 1)
    while period.last_day <= last_day:
        yield Turn(str(period), period.first_day, period.last_day)
        period = Period(unit, period.year + period.index * months // 12, period.index % (12 // months) + 1)


def due_day(rule: Every, turn: Turn, before: Literal["exclusive", "inclusive"]) -> date:
    """Return the last day allowed for one turn, before any rolling.

    The day named in the period's last month, in `of_month`, or in the period after; a day that the month lacks is its last.
    """
    last_day = _last_day(rule, turn)
    if rule.weekday is not None:
        return last_day - timedelta(days=(last_day.weekday() - _WEEKDAYS.index(rule.weekday)) % 7)
    if rule.every in _LENGTHS:
        return last_day
    if rule.before_day is not None:
        day = last_day.replace(day=min(rule.before_day, last_day.day))
        return day if before == "inclusive" else day - timedelta(days=1)
    return last_day.replace(day=min(rule.by_day or last_day.day, last_day.day))


def _last_day(rule: Every, turn: Turn) -> date:
    """Return the last day of the month, the week or the day in which the due day lies."""
    if rule.every in _LENGTHS:
        return turn.last_day + timedelta(days=_LENGTHS[rule.every] if rule.next_period else 0)
    months = MONTHS_IN[rule.every]
    last_month = turn.last_day.replace(day=1)
    if rule.next_period:
        month = add_months(last_month, rule.of_month or 1)
    else:
        month = add_months(last_month, (rule.of_month or months) - months)
    return month.replace(day=monthrange(month.year, month.month)[1])
