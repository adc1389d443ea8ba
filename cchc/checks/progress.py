"""What was recorded: about tasks and occurrences that exist, once each, with evidence, not before the event."""

from collections.abc import Iterator, Sequence

from cchc.checks.nearest import nearest
from cchc.diagnostics import Finding, NodePath
from cchc.model.plan import PlacedTask, Plan
from cchc.model.progress import Completion, Extension, Waiver
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.agenda import names, scope_of
from cchc.schedule.counting import Counting
from cchc.schedule.duties import Duty, duties_of
from cchc.schedule.occurrences import Occurrence, event_types, occurrences
from cchc.wording.agree import rule_of

Recorded = Completion | Extension | Waiver
Owed = Sequence[tuple[Duty, Sequence[Occurrence]]]


def check(loaded: LoadedPlan, plan: Plan, registry: Registry, counting: Counting) -> Iterator[Finding]:
    progress = loaded.progress
    if not (progress.completions or progress.extensions or progress.waivers or progress.measurements):
        return
    for placed in progress.completions:
        if not (placed.record.evidence or "").strip():
            yield Finding("missing-evidence", placed.at)
    context = _Context(loaded, plan, registry, counting)
    yield from _repeats(loaded, context)
    for placed in progress.completions:
        is_too_early = False
        for index, task in enumerate(placed.record.task):
            for finding in context.of_record(placed.record, task, placed.at, placed.at / "task" / index):
                if finding.code != "completion-before-event" or not is_too_early:  # one day, however many tasks it closes
                    yield finding
                is_too_early |= finding.code == "completion-before-event"
    for extended in progress.extensions:
        yield from context.of_record(extended.record, extended.record.task, extended.at, extended.at / "task")
    for waived in progress.waivers:
        yield from context.of_record(waived.record, waived.record.task, waived.at, waived.at / "task")
    for measured in progress.measurements:
        yield from context.of_measurement(measured.record.task, measured.record.part, measured.record.target, measured.at)


def _repeats(loaded: LoadedPlan, context: "_Context") -> Iterator[Finding]:
    """Yield a finding for each record that says again what another has said."""
    progress = loaded.progress
    seen: set[tuple[object, ...]] = set()

    def is_repeat(*key: object) -> bool:
        known = key in seen
        seen.add(key)
        return known

    for done in progress.completions:
        record = done.record
        repeats = [is_repeat("done", task, context.subject(record, task)) for task in record.task]
        if any(repeats):
            yield Finding("duplicate-record", done.at, {"task": record.task[0]})
    for extended in progress.extensions:
        extension = extended.record
        subject = context.subject(extension, extension.task)
        if is_repeat("extended", extension.task, subject, extension.approved_on):
            yield Finding("duplicate-record", extended.at, {"task": extension.task}, "extension")
    for waived in progress.waivers:
        waiver = waived.record
        if is_repeat("waived", waiver.task, context.subject(waiver, waiver.task)):
            yield Finding("duplicate-record", waived.at, {"task": waiver.task})
    for measured in progress.measurements:
        value = measured.record
        if is_repeat("measured", value.task, value.part, value.target, value.as_of):
            yield Finding("duplicate-record", measured.at, {"task": value.task})


class _Context:
    """The tasks of a plan by id, and their occurrences, each counted when it is first asked for."""

    def __init__(self, loaded: LoadedPlan, plan: Plan, registry: Registry, counting: Counting) -> None:
        self.loaded, self.plan, self.registry, self.counting = loaded, plan, registry, counting
        self.tasks: dict[str, PlacedTask] = {}
        for placed in plan.placed_tasks:
            self.tasks.setdefault(placed.task.id, placed)
        self._occurrences: dict[str, Owed | None] = {}

    def of_record(self, record: Recorded, task: str, at: NodePath, task_at: NodePath) -> Iterator[Finding]:
        placed = self.tasks.get(task)
        if placed is None:
            yield from self._unknown_task(task, task_at)
            return
        if task in self.loaded.broken_tasks:
            return
        if record.part is not None and record.part not in {part.id for part in placed.task.parts}:
            yield Finding("unknown-part", at / "part", {"part": record.part, "task": task})
            return
        owed = self._owed(placed)
        if owed is None:
            return
        meant = list(_meant(record, owed))
        if not meant:
            yield self._unknown_occurrence(record, owed, at)
        elif isinstance(record, Completion):
            yield from _before_event(record, meant[0][1], at)

    def subject(self, record: Recorded, task: str) -> object:
        """Return what a record is about, the same however it says it; its own words where that is not known."""
        placed = self.tasks.get(task)
        owed = self._owed(placed) if placed is not None and task not in self.loaded.broken_tasks else None
        meant = frozenset((duty.part_id, occurrence.name) for duty, occurrence in _meant(record, owed or ()))
        return meant or (record.part, record.occurrence or "")

    def _unknown_task(self, task: str, at: NodePath) -> Iterator[Finding]:
        if not any(broken.startswith("broken-") for broken in self.loaded.broken_tasks):
            near = nearest(task, self.tasks)
            yield Finding("unknown-task", at, {"task": task, "near": near})

    def _owed(self, placed: PlacedTask) -> Owed | None:
        """Return each duty of a task with its occurrences; None where the deadline or its events cannot be read."""
        task = placed.task.id
        if task not in self._occurrences:
            self._occurrences[task] = self._count(placed)
        return self._occurrences[task]

    def _count(self, placed: PlacedTask) -> Owed | None:
        events = [event.record for event in self.registry.events]
        owed = []
        for duty in duties_of(placed):
            rule = rule_of(duty.deadline, self.plan) if duty.deadline is not None else None
            if rule is None or (event_types(rule) and "events" in self.registry.lost):
                return None
            owed.append((duty, occurrences(rule, scope_of(self.plan, duty, events, self.counting))))
        return owed

    def _unknown_occurrence(self, record: Recorded, owed: Owed, at: NodePath) -> Finding:
        known = [occurrence.name for _, found in owed for occurrence in found if occurrence.name]
        if not record.occurrence:
            return Finding("unknown-occurrence", at, {"known": known}, "missing")
        near = nearest(record.occurrence, known)
        return Finding(
            "unknown-occurrence",
            at / "occurrence",
            {"occurrence": record.occurrence, "known": known, "near": near},
        )

    def of_measurement(self, task: str, part: str | None, target: str, at: NodePath) -> Iterator[Finding]:
        placed = self.tasks.get(task)
        if placed is None:
            yield from self._unknown_task(task, at / "task")
            return
        if task in self.loaded.broken_tasks:
            return
        parts = {part.id: part for part in placed.task.parts}
        if part is not None and part not in parts:
            yield Finding("unknown-part", at / "part", {"part": part, "task": task})
            return
        targets = [known.id for known in placed.task.targets]
        holders = parts.values() if part is None else [parts[part]]
        targets += [known.id for holder in holders for known in holder.targets]
        if target not in targets:
            near = nearest(target, targets)
            yield Finding("unknown-target", at / "target", {"target": target, "task": task, "near": near})


def _meant(record: Recorded, owed: Owed) -> Iterator[tuple[Duty, Occurrence]]:
    for duty, found in owed:
        for occurrence in found:
            if names(record, duty, occurrence, is_only=len(found) == 1):
                yield duty, occurrence


def _before_event(record: Completion, occurrence: Occurrence, at: NodePath) -> Iterator[Finding]:
    event = occurrence.event
    happened_on = event.issued_on or event.received_on if event else None
    if event is not None and happened_on is not None and record.completed_on < happened_on:
        params = {"completed_on": record.completed_on, "event": event.id, "happened_on": happened_on}
        yield Finding("completion-before-event", at / "completed_on", params)
