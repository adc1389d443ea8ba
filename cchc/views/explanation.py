"""How a due day came about: each occurrence with its steps in words, each step with what it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple, assert_never

from cchc.diagnostics import Whole
from cchc.messages import Language, basis_text, reason_text, screen, term_unit
from cchc.model.deadlines import Deadline, rule_keys
from cchc.model.events import Event
from cchc.model.plan import PlacedTask, Plan
from cchc.model.registry import Registry
from cchc.model.terms import TermUnit
from cchc.schedule.agenda import Item
from cchc.schedule.duties import duties_of
from cchc.schedule.occurrences import event_types
from cchc.schedule.reasons import CIVIL_CODE, DueOn, NoDueDay, Reason, Waiting
from cchc.schedule.walk import Stretch, days_off, stretches
from cchc.views.due_list import DueRow, row_of
from cchc.views.names import paragraphs
from cchc.wording.agree import rule_of
from cchc.workdays.calendar import WorkCalendar

_DAY_BY_DAY = frozenset({TermUnit.DAYS, TermUnit.HOURS, TermUnit.WORKING_DAYS, TermUnit.WORKING_HOURS})
_WORKING = frozenset({TermUnit.WORKING_DAYS, TermUnit.WORKING_HOURS})
_DAY = timedelta(days=1)
_ACT_BY, _LAST_DAY = "convention: act by", f"{CIVIL_CODE} Đ148.6"


class Step(NamedTuple):
    """One step: its name, its sentence, the article or convention in words (or ""), and the days it counts over."""

    name: str
    text: str
    basis: str
    days: tuple[Stretch, ...] = ()


class Explanation(NamedTuple):
    """An occurrence as the list shows it, and its steps."""

    row: DueRow
    steps: tuple[Step, ...]


class TaskExplanation(NamedTuple):
    """A task: what it is, its rules as a plan writes them (by part, "" for the task itself), each occurrence."""

    plan_id: str
    task_id: str
    number: str
    content: str
    as_of: date
    rules: Mapping[str, Mapping[str, object]]
    occurrences: tuple[Explanation, ...]


class _Teller:
    def __init__(self, item: Item, calendar: WorkCalendar, registry: Registry, language: Language) -> None:
        self.item, self.calendar, self.registry, self.language = item, calendar, registry, language

    def steps(self) -> Iterator[Step]:
        occurrence = self.item.occurrence
        match occurrence.outcome:
            case DueOn() as due:
                yield from self._event_steps()
                yield from map(self._reason_step, due.because)
                yield from self._closing_steps(due)
            case Waiting(missing):
                yield self._waiting_step(missing)
            case NoDueDay(first_day):
                yield from self._event_steps()
                yield self._ongoing_step(first_day)
            case _:
                assert_never(occurrence.outcome)

    def _step(self, name: str, basis: str = "", params: Mapping[str, object] = MappingProxyType({})) -> Step:
        weekdays = {
            (key if key == "weekday" else f"weekday_{key}"): screen(self.language, f"weekday/{day.weekday()}")
            for key, day in (("weekday", params.get("to")), ("from", params.get("from")), ("day", params.get("day")))
            if isinstance(day, date)
        }
        text = reason_text(self.language, name, {**params, **weekdays})
        return Step(name, text, basis_text(self.language, basis) if basis else "")

    def _event_steps(self) -> Iterator[Step]:
        occurrence = self.item.occurrence
        event = occurrence.event
        if event is None:
            return
        if occurrence.counted_from is not None:
            yield self._step(f"event/{occurrence.counted_from}", "", {"event": _named(event), "day": occurrence.counted_on})
        else:
            name = "event/ends" if isinstance(occurrence.outcome, DueOn) else "event/calls"
            yield self._step(name, "", {"event": _named(event), "day": event.issued_on or event.received_on})

    def _reason_step(self, reason: Reason) -> Step:
        if reason.counted is None:
            step = self._step(reason.step, reason.article, reason.params)
            return step._replace(days=self._rolled_over(reason))
        start, end, stretch = reason.counted
        amount = f"{stretch.at_first}..{stretch.amount}" if stretch.at_first is not None else f"{stretch.amount}"
        words = f"{amount} {term_unit(self.language, stretch.unit.value)}"
        days: tuple[Stretch, ...] = ()
        if stretch.unit in _DAY_BY_DAY:
            days = tuple(stretches(self.calendar, start, end, counts_working=stretch.unit in _WORKING))
        return self._step(reason.step, reason.article, {**reason.params, "term": words})._replace(days=days)

    def _rolled_over(self, reason: Reason) -> tuple[Stretch, ...]:
        """Return the days off that a due day was moved over, by name."""
        match reason:
            case Reason(step=("roll-forward" | "roll-backward"), params={"from": date() as start, "to": date() as end}):
                first_day, last_day = (start, end - _DAY) if start < end else (end + _DAY, start)
                return (Stretch(first_day, last_day, 0, 0, days_off(self.calendar, first_day, last_day)),)
            case _:
                return ()

    def _closing_steps(self, due: DueOn) -> Iterator[Step]:
        last = due.because[-1] if due.because else None
        if last is not None and last.step in {"count", "count-back"}:
            is_worked = self.calendar.is_working_day(due.day)
            yield self._step("working-day" if is_worked else "not-rolled", _LAST_DAY, {"to": due.day})
        stands = self.item.standing
        if stands.extended_to is not None:
            yield self._step("extended", "", {"day": stands.extended_to, "due_on": due.day})
        if stands.counts_on is not None and stands.act_by != stands.counts_on:
            yield self._step("act-by", _ACT_BY, {"from": stands.counts_on, "to": stands.act_by})
        if stands.is_provisional:
            yield self._step("provisional")

    def _waiting_step(self, missing: str) -> Step:
        event = self.item.occurrence.event
        if event is not None:
            return self._step("waiting/date", "", {"event": _named(event), "key": missing})
        if not missing:
            return self._step("waiting/request")
        return self._step("waiting/event", "", {"types": "; ".join(self._type_names())})

    def _type_names(self) -> list[str]:
        deadline: Deadline | None = self.item.duty.deadline
        rule = rule_of(deadline, self.item.plan) if deadline is not None else None
        names = sorted(event_types(rule)) if rule is not None else []
        return [self.registry.event_types[name].record.name if name in self.registry.event_types else name for name in names]

    def _ongoing_step(self, first_day: date | None) -> Step:
        occurrence = self.item.occurrence
        if occurrence.is_check:
            return self._step("ongoing/check", "", {"day": occurrence.period_end, "period": occurrence.name})
        if occurrence.period_end is not None:
            return self._step("ongoing/count", "", {"day": occurrence.period_end})
        if first_day is not None:
            return self._step("ongoing/from", "", {"day": first_day})
        return self._step("ongoing")


def _named(event: Event) -> str:
    """Return an event as people call it: its document and what it is about, else its id."""
    return Whole(", ".join(text for text in (event.document, event.subject) if text) or event.id)


def explain(
    plan: Plan,
    placed: PlacedTask,
    items: Iterable[Item],
    calendar: WorkCalendar,
    registry: Registry,
    today: date,
    language: Language,
) -> TaskExplanation:
    """Return how each of a task's items came to stand where it does; `items` are those to explain, in order."""
    rules = {}
    for duty in duties_of(placed):
        rule = rule_of(duty.deadline, plan) if duty.deadline is not None else None
        if rule is not None:
            rules[duty.part_id or ""] = rule_keys(rule)
    explained = tuple(
        Explanation(row_of(item, registry, ".", today), tuple(_Teller(item, calendar, registry, language).steps()))
        for item in items
    )
    content = "\n".join(paragraphs(placed.task.content))
    return TaskExplanation(plan.id, placed.task.id, placed.path, content, today, rules, explained)
