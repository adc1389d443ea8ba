"""Terms counted from and back from a day (BLDS 2015 Đ145-148, and the conventions where the law is silent)."""

from calendar import monthrange
from collections.abc import Hashable
from datetime import date, timedelta
from math import ceil
from typing import Any, Literal, assert_never

from cchc.model.settings import Conventions
from cchc.model.terms import Step, Term, TermUnit
from cchc.schedule.reasons import CIVIL_CODE, Counted, DueOn, Reason
from cchc.workdays.calendar import WorkCalendar

Roll = Literal["forward", "backward", "none"]
_WORKING = frozenset({TermUnit.WORKING_DAYS, TermUnit.WORKING_HOURS})


class Counting:
    """What every count needs: the calendar, and the conventions of the workspace.

    What was counted is remembered here, since thousands of tasks share a few rules: terms by their first day, and, for
    the rooms beside this one, whatever they put into `remembered` under a key of their own.
    """

    __slots__ = ("_terms", "calendar", "conventions", "remembered")

    def __init__(self, calendar: WorkCalendar, conventions: Conventions | None = None) -> None:
        self.calendar = calendar
        self.conventions = conventions or Conventions()
        self.remembered: dict[Hashable, Any] = {}
        self._terms: dict[tuple[str, date, Term, Roll | None], DueOn] = {}

    def due_on(self, day: date, roll: Roll, first_day: date | None, because: tuple[Reason, ...] = ()) -> DueOn:
        """Return the due day after rolling; the count is provisional when it crosses a year not announced."""
        rolled = self._roll(day, roll)
        if rolled != day:
            article = f"{CIVIL_CODE} Đ148.5" if roll == "forward" else "convention: roll"
            because = (*because, Reason(f"roll-{roll}", article, {"from": day, "to": rolled}))
        act_by = self.calendar.last_working_day(rolled)
        days = (first_day or rolled, rolled, act_by, day)
        return DueOn(rolled, act_by, self.calendar.is_provisional(min(days), max(days)), because)

    def _roll(self, day: date, roll: Roll) -> date:
        match roll:
            case "forward":
                return self.calendar.next_working_day(day)
            case "backward":
                return self.calendar.last_working_day(day)
            case "none":
                return day
            case _:
                assert_never(roll)

    def forward(self, start: date, term: Term, roll: Roll | None) -> DueOn:
        """Return the end of a term that an event of day `start` opens; its own day is not counted (Đ147.2-3).

        Only the final end rolls, and only where the last stretch is counted in calendar units; `immediately` never does.
        """
        key = ("forward", start, term, roll)
        if key not in self._terms:
            self._terms[key] = self._forward(start, term, roll)
        return self._terms[key]

    def _forward(self, start: date, term: Term, roll: Roll | None) -> DueOn:
        first = Reason("day-of-event", f"{CIVIL_CODE} Đ147", {"day": start})
        if term.is_immediate:
            return self.due_on(start, roll or "none", start, (first, Reason("immediately", "convention: immediately")))
        day, because = start, [first]
        for step in term.steps:
            end = self._add(day, step)
            because.append(_counted("count", day, end, step))
            day = end
        by_law: Roll = "none" if term.steps[-1].unit in _WORKING else self.conventions.roll
        return self.due_on(day, roll or by_law, start, tuple(because))

    def back(self, event_day: date, term: Term, roll: Roll | None) -> DueOn:
        """Return the last day for a notice that has to come before an event; the event's day is not counted.

        Counted in calendar units it moves back to a working day, so that the notice asked for is kept.
        """
        key = ("back", event_day, term, roll)
        if key not in self._terms:
            self._terms[key] = self._back(event_day, term, roll)
        return self._terms[key]

    def _back(self, event_day: date, term: Term, roll: Roll | None) -> DueOn:
        day, because = event_day, [Reason("day-of-event", f"{CIVIL_CODE} Đ147", {"day": event_day})]
        for step in term.steps:
            end = self._subtract(day, step)
            because.append(_counted("count-back", day, end, step))
            day = end
        stays = term.is_immediate or term.steps[-1].unit in _WORKING
        return self.due_on(day, roll or ("none" if stays else "backward"), event_day, tuple(because))

    def _add(self, start: date, step: Step) -> date:
        match step.unit:
            case TermUnit.DAYS:
                return start + timedelta(days=ceil(step.amount))
            case TermUnit.HOURS:
                return start + timedelta(days=ceil(step.amount / 24))
            case TermUnit.WEEKS:
                return start + timedelta(weeks=int(step.amount))
            case TermUnit.MONTHS:
                return add_months(start, int(step.amount))
            case TermUnit.YEARS:
                return add_months(start, 12 * int(step.amount))
            case TermUnit.WORKING_DAYS:
                return self.calendar.add_working_days(start, ceil(step.amount))
            case TermUnit.WORKING_HOURS:
                return self.calendar.add_working_days(start, ceil(step.amount / 8))
            case _:
                assert_never(step.unit)

    def _subtract(self, end: date, step: Step) -> date:
        match step.unit:
            case TermUnit.DAYS:
                return end - timedelta(days=ceil(step.amount))
            case TermUnit.HOURS:
                return end - timedelta(days=ceil(step.amount / 24))
            case TermUnit.WEEKS:
                return end - timedelta(weeks=int(step.amount))
            case TermUnit.MONTHS:
                return add_months(end, -int(step.amount))
            case TermUnit.YEARS:
                return add_months(end, -12 * int(step.amount))
            case TermUnit.WORKING_DAYS:
                return self.calendar.subtract_working_days(end, ceil(step.amount))
            case TermUnit.WORKING_HOURS:
                return self.calendar.subtract_working_days(end, ceil(step.amount / 8))
            case _:
                assert_never(step.unit)


def add_months(day: date, months: int) -> date:
    """Return the same day of another month; that month's last where it lacks the day (Đ148.3, years by analogy Đ148.4)."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _counted(name: str, start: date, end: date, step: Step) -> Reason:
    params = {"from": start, "to": end, "step": str(step)}
    return Reason(name, _article(step.unit), params, Counted(start, end, step))


def _article(unit: TermUnit) -> str:
    match unit:
        case TermUnit.DAYS:
            return f"{CIVIL_CODE} Đ148.1"
        case TermUnit.WEEKS:
            return f"{CIVIL_CODE} Đ148.2"
        case TermUnit.MONTHS:
            return f"{CIVIL_CODE} Đ148.3"
        case TermUnit.YEARS:
            return f"{CIVIL_CODE} Đ148.4"
        case TermUnit.HOURS | TermUnit.WORKING_HOURS:
            return "convention: hours"
        case TermUnit.WORKING_DAYS:
            return "usage: working days"
        case _:
            assert_never(unit)
