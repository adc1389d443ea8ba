"""Whether the parts of a wording mean the rules beside it: what the words leave unsaid is no difference."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, assert_never

from cchc.model.deadlines import (
    AtLeast,
    Before,
    By,
    Every,
    InPeriod,
    Ongoing,
    OnRequest,
    SimpleRule,
    Window,
    Within,
)
from cchc.model.periods import MONTHS_IN, Period, PeriodSpan, PeriodUnit, parse_period
from cchc.model.terms import Term, TermUnit, parse_term
from cchc.wording.dated import Part

_ONE_DAY = timedelta(days=1)
_SMALLER = {
    TermUnit.WEEKS: (TermUnit.DAYS, Decimal(7)),
    TermUnit.YEARS: (TermUnit.MONTHS, Decimal(12)),
    TermUnit.DAYS: (TermUnit.HOURS, Decimal(24)),
    TermUnit.WORKING_DAYS: (TermUnit.WORKING_HOURS, Decimal(8)),
}
Days = tuple[date | None, date | None]


def is_meant(rules: Sequence[SimpleRule], parts: Sequence[Part], plan_year: int | None) -> bool:
    """Return whether each rule is among the parts; several dates may spell out one recurrence.

    Beside words that give no date ("theo yêu cầu") a rule may, unless the text names a time that no rule has.
    """
    if len(rules) > 1 and all("every" in part for part in parts) and not any(isinstance(rule, Every) for rule in rules):
        return all(isinstance(rule, By | Before | InPeriod | Window) for rule in rules)
    timed = [part for part in parts if "on_request" not in part]
    if all(any(_says(part, rule, plan_year) for part in timed) for rule in rules):
        return True
    return len(timed) < len(parts) and all(any(_says(part, rule, plan_year) for rule in rules) for part in timed)


def _says(part: Part, rule: SimpleRule, plan_year: int | None) -> bool:
    match rule:
        case Within():
            is_received = part.get("counted_from") != "received" or rule.counted_from == "received"
            return is_received and _is_same_term(part.get("within"), rule.within)
        case AtLeast():
            return _is_same_term(part.get("at_least"), rule.at_least)
        case Every():
            return "every" in part and _recurs_alike(part, rule)
        case Ongoing():
            return "ongoing" in part and _is_same_span(part.get("in"), rule.in_)
        case OnRequest():
            return part.get("within") == "immediately"
        case By() | Before() | InPeriod() | Window():
            return _is_same_hour(part, rule) and _ends_alike(_days_of_part(part, plan_year), _days_of_rule(rule))
        case _:
            assert_never(rule)


def _is_same_term(said: object, ruled: Term) -> bool:
    term = parse_term(str(said))
    return term is not None and _amounts(term) == _amounts(ruled)


def _amounts(term: Term) -> list[tuple[Decimal, TermUnit]]:
    """Return the amounts in the smaller unit: a week is 7 days, a day 24 hours; of a range its end counts."""
    found = []
    for step in term.steps:
        amount, unit = step.amount, step.unit
        while unit in _SMALLER:
            unit, factor = _SMALLER[unit]
            amount *= factor
        if amount:
            found.append((amount, unit))
    return found


def _is_same_span(said: object, ruled: PeriodSpan | None) -> bool:
    span = _span(said)
    return span is None or ruled is None or (span.first_day, span.last_day) == (ruled.first_day, ruled.last_day)


def _span(text: object) -> PeriodSpan | None:
    first, _, last = str(text).partition("..")
    opening = parse_period(first)
    closing = parse_period(last) if last else opening
    return PeriodSpan(opening, closing) if opening and closing else None


def _is_same_hour(part: Part, rule: SimpleRule) -> bool:
    said, ruled = part.get("at"), getattr(rule, "at", None)
    return said is None or ruled is None or said == str(ruled).zfill(5)


def _ends_alike(said: Days, ruled: Days) -> bool:
    """Return whether two stretches have the same last day, and the same first day where both name one."""
    first, last = said
    ruled_first, ruled_last = ruled
    if last is None:
        return first is not None and first == ruled_first
    return last == ruled_last and (first is None or ruled_first is None or first == ruled_first)


def _days_of_part(part: Part, plan_year: int | None) -> Days:
    days: dict[str, Any] = {key: date.fromisoformat(str(part[key])) for key in ("by", "before", "from", "to") if key in part}
    if "before" in days:
        return None, days["before"] - _ONE_DAY
    if "every" in part:
        return None, _yearly_day(part, plan_year)
    if (span := _span(part.get("in"))) is not None and "ongoing" not in part:
        return span.first_day, span.last_day
    return days.get("from"), days.get("by", days.get("to"))


def _yearly_day(part: Part, plan_year: int | None) -> date | None:
    """Return the day of the plan's year on which a yearly duty falls due: a plan may name it as a date."""
    if part["every"] != "year" or plan_year is None:
        return None
    month = Period(PeriodUnit.MONTH, plan_year + bool(part.get("next_period")), _number(part, "of_month", 12))
    number = part.get("before_day", part.get("by_day"))
    if number is None or number == "last":
        return month.last_day
    named = min(month.first_day.replace(day=1) + (int(str(number)) - 1) * _ONE_DAY, month.last_day)
    return named - _ONE_DAY if "before_day" in part else named


def _number(part: Part, key: str, default: int) -> int:
    return int(str(part.get(key, default)))


def _days_of_rule(rule: By | Before | InPeriod | Window) -> Days:
    match rule:
        case By():
            return None, rule.by
        case Before():
            return None, rule.before - _ONE_DAY
        case InPeriod():
            return rule.in_.first_day, rule.in_.last_day
        case Window():
            return rule.from_, rule.to
        case _:
            assert_never(rule)


def _recurs_alike(part: Part, rule: Every) -> bool:
    if not (_is_same_span(part.get("in"), rule.in_) and _is_same_hour(part, rule)):
        return False
    if _length(str(part["every"]), part) != _length(rule.every.value, rule.model_dump()):
        return False
    ruled = {"weekday": rule.weekday, "by_day": rule.by_day, "before_day": rule.before_day}
    if any(part[key] != value for key, value in ruled.items() if key in part):
        return False
    is_dated = bool(part.keys() & {"by_day", "before_day", "of_month", "next_period"})
    return not is_dated or _month(part) == _month_of(rule)


def _length(unit: str, keys: Part) -> tuple[str, Decimal]:
    """Return how long a turn is, a half-year in months: `02 lần/năm` and `6 tháng một lần` are one thing."""
    times = Decimal(str(keys.get("times") or 1))
    interval = Decimal(str(keys.get("interval") or 1))
    if unit in {"day", "week"}:
        return unit, interval / times
    return "month", MONTHS_IN[PeriodUnit(unit)] * interval / times


def _month(part: Part) -> tuple[int, bool]:
    is_next = bool(part.get("next_period"))
    return _number(part, "of_month", 1 if is_next else MONTHS_IN.get(PeriodUnit(str(part["every"])), 0)), is_next


def _month_of(rule: Every) -> tuple[int, bool]:
    return rule.of_month or (1 if rule.next_period else MONTHS_IN.get(rule.every, 0)), rule.next_period
