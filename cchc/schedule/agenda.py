"""What a plan owes on a day: every occurrence with its standing, and what a list of a window shows."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cchc.model.deadlines import Deadline, Rule
from cchc.model.events import Event
from cchc.model.plan import Plan
from cchc.model.progress import Completion, Extension, Waiver
from cchc.model.registry import Progress
from cchc.model.units import UnitEntries, Units
from cchc.schedule.counting import Counting
from cchc.schedule.duties import Duty, duties
from cchc.schedule.occurrences import Occurrence, Scope, occurrences
from cchc.schedule.status import CLOSED, NOTHING_RECORDED, Record, Standing, Status, Unrecorded, Window, first, standing

RuleOf = Callable[[Deadline, Plan], Rule | None]
"""Reads a deadline, also one that is a wording alone; None where it cannot be read."""


class Item(NamedTuple):
    """One occurrence of a duty as a list shows it; `position` is its place in printed order."""

    plan: Plan
    duty: Duty
    position: int
    occurrence: Occurrence
    standing: Standing
    record: Record

    @property
    def completion(self) -> Completion | None:
        return self.record.completion

    @property
    def is_sample(self) -> bool:
        """Whether anything that the item rests on is invented."""
        part, event = self.duty.part, self.occurrence.event
        return bool(
            self.plan.sample
            or self.duty.placed.task.sample
            or (part and part.sample)
            or (event and event.sample)
            or self.record.is_sample
        )

    @property
    def lead(self) -> UnitEntries | Units | None:
        """The rule's own lead where it has one."""
        return self.occurrence.lead if self.occurrence.lead is not None else self.duty.lead


def items(
    plan: Plan,
    progress: Progress,
    events: Sequence[Event],
    counting: Counting,
    rule_of: RuleOf,
    today: date,
    window: Window,
    supposed: Sequence[Event] = (),
    only: Collection[str] | None = None,
) -> Iterator[Item]:
    """Yield every occurrence of a plan as it stands on `today`, in printed order; of all tasks, or of these `only`.

    Left out: what fell due before the plan is tracked, what a withdrawn task left undone, what was decided after `today`.
    Events that are `supposed` count whatever their day.
    """
    known_events = [*(event for event in events if _exists(event, today)), *supposed]
    records = _Records(progress, today)
    unrecorded = Unrecorded(today, window, counting)
    tracked_from = plan.tracked_from or plan.first_day
    for position, duty in enumerate(duties(plan)):
        task = duty.placed.task
        if only is not None and task.id not in only:
            continue
        rule = rule_of(duty.deadline, plan) if duty.deadline is not None else None
        if rule is None:
            continue
        found = occurrences(rule, scope_of(plan, duty, known_events, counting))
        is_withdrawn = task.withdrawn is not None and task.withdrawn.on <= today
        is_recorded = records.has(task.id)
        for occurrence in found:
            record = records.of(duty, occurrence, is_only=len(found) == 1) if is_recorded else NOTHING_RECORDED
            stands = standing(occurrence, record, today, window, counting) if is_recorded else unrecorded.standing(occurrence)
            last_day = stands.counts_on or occurrence.period_end
            if (last_day and last_day < tracked_from) or (is_withdrawn and stands.status not in CLOSED):
                continue
            yield Item(plan, duty, position, occurrence, stands, record)


def scope_of(plan: Plan, duty: Duty, events: Sequence[Event], counting: Counting) -> Scope:
    """Return where the rule of a duty stands."""
    task_ref = f"{plan.id}/{duty.placed.task.id}"
    return Scope(plan.first_day, plan.last_day, counting, events, plan.ongoing_check, task_ref)


def _exists(event: Event, today: date) -> bool:
    """Return whether an event has happened: it exists from the day of receipt, else of issue."""
    known_on = event.received_on or event.issued_on
    return known_on is None or known_on <= today


class _Records:
    """What was recorded by a day, by task."""

    def __init__(self, progress: Progress, today: date) -> None:
        self._completions: dict[str, list[Completion]] = {}
        self._extensions: dict[str, list[Extension]] = {}
        self._waivers: dict[str, list[Waiver]] = {}
        for completion in progress.completions:
            if completion.record.completed_on <= today:
                for task in completion.record.task:
                    self._completions.setdefault(task, []).append(completion.record)
        for extension in progress.extensions:
            if extension.record.approved_on <= today:
                self._extensions.setdefault(extension.record.task, []).append(extension.record)
        for waiver in progress.waivers:
            if waiver.record.waived_on <= today:
                self._waivers.setdefault(waiver.record.task, []).append(waiver.record)

    def has(self, task: str) -> bool:
        """Return whether anything at all was recorded of a task."""
        return task in self._completions or task in self._extensions or task in self._waivers

    def of(self, duty: Duty, occurrence: Occurrence, *, is_only: bool) -> Record:
        task = duty.placed.task.id

        def is_meant(record: Completion | Extension | Waiver) -> bool:
            return names(record, duty, occurrence, is_only=is_only)

        return Record(
            first([completion for completion in self._completions.get(task, ()) if is_meant(completion)]),
            tuple(extension for extension in self._extensions.get(task, ()) if is_meant(extension)),
            next((waiver for waiver in self._waivers.get(task, ()) if is_meant(waiver)), None),
        )


def names(record: Completion | Extension | Waiver, duty: Duty, occurrence: Occurrence, *, is_only: bool) -> bool:
    """Return whether a record is about this occurrence of this duty.

    Without a part it is about all parts; without an occurrence about the one that needs no name.
    """
    if record.part is not None and record.part != duty.part_id:
        return False
    if not record.occurrence:
        return not occurrence.name or (is_only and occurrence.rule_id is None and not occurrence.event)
    return record.occurrence == occurrence.name or record.occurrence in occurrence.also_named


class Selection(NamedTuple):
    """Which items a list shows."""

    window: Window
    statuses: frozenset[Status] = frozenset()
    has_overdue: bool = True
    is_everything: bool = False

    def shows(self, item: Item) -> bool:
        status = item.standing.status
        if self.statuses and status not in self.statuses:
            return False
        if status is Status.OVERDUE:
            return self.has_overdue
        if status is Status.DUE or self.is_everything or status in self.statuses - CLOSED:
            return True
        day = item.occurrence.period_end if item.occurrence.is_check else item.standing.counts_on
        if day is None or status is Status.OPEN:
            return False
        return self.window.meets(day, day)


def in_order(listed: Iterable[Item]) -> list[Item]:
    """Return items as they are listed: overdue first, then by the day to act by, plan, printed order, occurrence."""

    def rank(item: Item) -> tuple[bool, date, str, int, str]:
        act_by = item.standing.act_by or date.max
        return (
            item.standing.status is not Status.OVERDUE,
            act_by,
            item.plan.id,
            item.position,
            item.occurrence.name,
        )

    return sorted(listed, key=rank)
