"""A deadline to its occurrences: each with a name, a due day or none, and the event or period it comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, assert_never

from cchc.model.deadlines import (
    All,
    AtLeast,
    Before,
    By,
    CountedFrom,
    Every,
    InPeriod,
    Ongoing,
    OnRequest,
    Rule,
    SimpleRule,
    Window,
    Within,
    WordingOnly,
)
from cchc.model.events import Event
from cchc.model.periods import PeriodUnit
from cchc.model.units import UnitEntries
from cchc.schedule.counting import Counting
from cchc.schedule.reasons import DueOn, NoDueDay, Outcome, Reason, Waiting
from cchc.schedule.recurrence import due_day, turns


class Occurrence(NamedTuple):
    """One time that a task is owed. `name` is "" where it needs none; `also_named` are other names it answers to.

    `event` opened it, and its term counts from `counted_on`, the day of the event that `counted_from` names.
    `period_end` is the last day of the period it stands for where it has no due day; `is_check` tells
    the periodic look at an ongoing duty.
    """

    name: str
    outcome: Outcome
    also_named: frozenset[str] = frozenset()
    at: str | None = None
    label: str | None = None
    lead: UnitEntries | None = None
    event: Event | None = None
    counted_on: date | None = None
    counted_from: CountedFrom | None = None
    period_end: date | None = None
    is_check: bool = False
    rule_id: str | None = None


class Scope(NamedTuple):
    """Where a rule stands: the plan's period, its check of ongoing duties, and the events that concern the task."""

    first_day: date
    last_day: date
    counting: Counting
    events: Sequence[Event] = ()
    ongoing_check: PeriodUnit | None = None
    task_ref: str = ""


def occurrences(rule: Rule, scope: Scope) -> Sequence[Occurrence]:
    """Return every occurrence of a rule, in the order of its periods or events."""
    if not isinstance(rule, All):
        return tuple(_of_rule(rule, scope))
    found = [(member, occurrence) for member in rule.all for occurrence in _of_member(member, scope)]
    names = Counter(name for _, name in {(id(member), occurrence.name) for member, occurrence in found} if name)
    return [
        occurrence._replace(name=f"{occurrence.name}/{member.id}") if names[occurrence.name] > 1 and member.id else occurrence
        for member, occurrence in found
    ]


def unnamed_rules(rule: All, scope: Scope) -> list[int]:
    """Return the indexes of rules under `all` that lack an id though another gives the same name."""
    names = [{occurrence.name for occurrence in _of_member(member, scope)} - {""} for member in rule.all]
    types = [event_types(member) for member in rule.all]
    return [
        index
        for index, member in enumerate(rule.all)
        if member.id is None
        and any(other != index and (names[index] & names[other] or types[index] & types[other]) for other in range(len(rule.all)))
    ]


def event_types(rule: object) -> frozenset[str]:
    """Return the event types that open occurrences of a rule."""
    match rule:
        case Within():
            return frozenset(rule.after)
        case AtLeast():
            return frozenset(rule.ahead_of)
        case OnRequest():
            return frozenset(rule.when or ())
        case Window():
            return frozenset(rule.until or ())
        case All():
            return frozenset().union(*map(event_types, rule.all))
        case _:
            return frozenset()


def _of_member(rule: SimpleRule | WordingOnly, scope: Scope) -> Iterator[Occurrence]:
    """Yield the occurrences of a rule under `all`: there each needs a name. A wording has to be read before."""
    if isinstance(rule, WordingOnly):
        return
    for occurrence in _of_rule(rule, scope):
        name = occurrence.name
        if isinstance(rule, InPeriod):
            name = str(rule.in_)
        elif isinstance(rule, By | Before | Window) and isinstance(occurrence.outcome, DueOn):
            name = occurrence.outcome.day.isoformat()
        yield occurrence._replace(name=name, label=rule.label, lead=rule.lead, rule_id=rule.id)


def _of_rule(rule: SimpleRule, scope: Scope) -> Iterable[Occurrence]:
    counting = scope.counting
    match rule:
        case Every():
            return _recurring(rule, scope)
        case By():
            because = Reason("named-day", "convention: by", {"day": rule.by})
            return (_fixed(rule, counting, rule.by, because, at=rule.at),)
        case Before():
            is_inclusive = counting.conventions.before == "inclusive"
            day = rule.before if is_inclusive else rule.before - timedelta(days=1)
            step = "before-inclusive" if is_inclusive else "before-exclusive"
            because = Reason(step, "convention: before", {"day": rule.before, "to": day})
            return (_fixed(rule, counting, day, because, at=rule.at),)
        case InPeriod():
            because = Reason("period-end", "convention: in", {"period": str(rule.in_), "day": rule.in_.last_day})
            return (_fixed(rule, counting, rule.in_.last_day, because)._replace(also_named=frozenset({str(rule.in_)})),)
        case Window():
            return (_window(rule, scope),)
        case Ongoing():
            return _ongoing(rule, scope)
        case OnRequest():
            return _on_request(rule, scope)
        case Within() | AtLeast():
            return _counted(rule, scope)
        case _:
            assert_never(rule)


def _fixed(rule: SimpleRule, counting: Counting, day: date, because: Reason, at: str | None = None) -> Occurrence:
    return Occurrence("", counting.due_on(day, rule.roll or "none", None, (because,)), at=at)


def _window(rule: Window, scope: Scope) -> Occurrence:
    endings = [
        (event.issued_on, event)
        for event in _opening(rule.until or (), scope)
        if event.issued_on is not None and _belongs(event, event.issued_on, scope)
    ]
    ends_on, ended_by = min(endings, key=lambda ending: ending[0], default=(None, None))
    ends = [day for day in (rule.to, ends_on) if day is not None]
    if not ends:
        return Occurrence("", NoDueDay(rule.from_))
    because = Reason("window-end", "convention: by", {"day": min(ends)})
    return _fixed(rule, scope.counting, min(ends), because)._replace(event=ended_by)


def _recurring(rule: Every, scope: Scope) -> Sequence[Occurrence]:
    """Return a recurring duty's occurrences, counted once for all tasks with the same rule and period."""
    ruled = (rule.every, rule.interval, rule.by_day, rule.before_day, rule.of_month, rule.next_period, rule.weekday)
    key = (*ruled, rule.at, rule.in_, rule.times, rule.roll, scope.first_day, scope.last_day)
    remembered = scope.counting.remembered
    if key not in remembered:
        remembered[key] = tuple(_turned(rule, scope))
    found: Sequence[Occurrence] = remembered[key]
    return found


def _turned(rule: Every, scope: Scope) -> Iterator[Occurrence]:
    for turn in turns(rule.every, scope.first_day, scope.last_day, rule.interval):
        if rule.in_ is not None and not rule.in_.first_day <= turn.last_day <= rule.in_.last_day:
            continue
        day = due_day(rule, turn, scope.counting.conventions.before)
        because = Reason(_turn_step(rule, scope.counting), "convention: every", {"period": turn.name, "day": day})
        outcome = scope.counting.due_on(day, rule.roll or "none", None, (because,))
        if rule.times is None:
            yield Occurrence(turn.name, outcome, at=rule.at)
            continue
        for number in range(1, rule.times):
            yield Occurrence(f"{turn.name}/{number}", NoDueDay(turn.first_day), period_end=turn.last_day)
        yield Occurrence(f"{turn.name}/{rule.times}", outcome, at=rule.at)


def _turn_step(rule: Every, counting: Counting) -> str:
    """Return which way of naming the day a recurring duty uses."""
    if rule.weekday is not None:
        return "turn-weekday"
    if rule.before_day is not None:
        return f"turn-before-{counting.conventions.before}"
    is_named = rule.by_day is not None or rule.of_month is not None or rule.next_period
    return "turn-day" if is_named else "turn-end"


def _ongoing(rule: Ongoing, scope: Scope) -> Iterator[Occurrence]:
    check = rule.check or scope.ongoing_check
    first_day = rule.in_.first_day if rule.in_ else None
    if check is None:
        yield Occurrence("", NoDueDay(first_day))
        return
    last_day = min(scope.last_day, rule.in_.last_day) if rule.in_ else scope.last_day
    for turn in turns(check, max(scope.first_day, first_day or scope.first_day), last_day):
        yield Occurrence(turn.name, NoDueDay(first_day), period_end=turn.last_day, is_check=True)


def _on_request(rule: OnRequest, scope: Scope) -> Iterator[Occurrence]:
    events = [event for event in _opening(rule.when or (), scope) if _belongs(event, event.issued_on or event.received_on, scope)]
    for event in events:
        yield Occurrence(event.id, NoDueDay(), event=event)
    if not events:
        yield Occurrence("", Waiting("event" if rule.when else ""))


def _counted(rule: Within | AtLeast, scope: Scope) -> Iterator[Occurrence]:
    types = rule.after if isinstance(rule, Within) else rule.ahead_of
    is_opened = False
    for event in _opening(types, scope):
        day = counted_day(event, rule.counted_from)
        if not _belongs(event, day or event.received_on or event.issued_on, scope):
            continue
        is_opened = True
        if day is None:
            yield Occurrence(event.id, Waiting(f"{rule.counted_from}_on"), event=event)
            continue
        due = (
            scope.counting.forward(day, rule.within, rule.roll)
            if isinstance(rule, Within)
            else scope.counting.back(day, rule.at_least, rule.roll)
        )
        yield Occurrence(event.id, due, event=event, counted_on=day, counted_from=rule.counted_from)
    if not is_opened:
        yield Occurrence("", Waiting("event"))


def counted_day(event: Event, counted_from: str) -> date | None:
    """Return the day of an event that a term counts from: of issue, of receipt, or of effect."""
    match counted_from:
        case "received":
            return event.received_on
        case "effective":
            return event.effective_on
        case _:
            return event.issued_on


def _opening(types: Sequence[str], scope: Scope) -> Iterator[Event]:
    return (event for event in scope.events if event.type in types)


def _belongs(event: Event, day: date | None, scope: Scope) -> bool:
    """Return whether an event opens an occurrence here: named by `applies_to`, or in the plan's period."""
    if event.applies_to is not None:
        return scope.task_ref in event.applies_to
    return day is None or scope.first_day <= day <= scope.last_day
