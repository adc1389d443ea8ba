"""The changes of an update, each carried out in the file that holds what it changes."""

from collections.abc import Iterator

from cchc.cli.changing import Edits, reader_after
from cchc.cli.clock import today
from cchc.cli.live_plan import LivePlan
from cchc.cli.session import Session
from cchc.intake.draft.values import Certainty, Remark
from cchc.intake.update.values import Change, Kind, Update
from cchc.model.plan import NumberCounter, PlacedSection
from cchc.model.registry import LoadedPlan
from cchc.source.load import load_plan

_AROUND_NUMBERS = "(). "


class UpdateWriting:
    """Carries out an update in the editors of the files; what must stay is told among the update's remarks."""

    def __init__(self, session: Session, loaded: LoadedPlan, edits: Edits, update: Update) -> None:
        self._session, self._loaded, self._edits, self._update = session, loaded, edits, update
        self._live = LivePlan(loaded, edits)
        self._referred = set(_references(session, loaded))

    def run(self) -> list[Change]:
        """Return the changes that were made."""
        for change in self._update.changes:
            if change.kind in {Kind.TASK_MOVED, Kind.TASK_ADDED} and change.section[:1] != ("new",):
                self._live.touch(change.section)
        done = [change for change in self._update.changes if self._make(change)]
        return [*done, *self._numbers()]

    def _make(self, change: Change) -> bool:
        live, data = self._live, change.data
        task_id, _, part_id = change.id.partition("/")
        record = data if isinstance(data, dict) else {}
        match change.kind:
            case Kind.PLAN_CHANGED | Kind.SECTION_CHANGED:
                live.put_section(change.section, change.route, data)
            case Kind.SECTION_ADDED:
                after = change.after if isinstance(change.after, tuple) else ()
                live.add_section(change.section, after, change.new_section, record)
            case Kind.SECTION_REMOVED:
                if not live.remove_section(change.section):
                    self._leave("update-section-kept", change, change.before)
                    return False
            case Kind.TASK_CHANGED:
                live.put(task_id, "", change.route, data)
            case Kind.PART_CHANGED:
                live.put(task_id, part_id, change.route, data)
            case Kind.TASK_ADDED:
                live.add_task(change.section, str(change.after), record)
            case Kind.TASK_MOVED:
                live.move_task(task_id, change.section, str(change.after))
            case Kind.TASK_REMOVED:
                self._remove_task(task_id)
            case Kind.PART_ADDED:
                live.add_part(task_id, str(change.after), record)
            case Kind.PART_REMOVED:
                if change.id in self._referred:
                    self._leave("update-part-kept", change, change.id)
                    return False
                live.remove_part(task_id, part_id)
        return True

    def _remove_task(self, task_id: str) -> None:
        """Take a task out of a draft that nothing refers to; else mark it as withdrawn, since its history counts."""
        plan = self._loaded.plan
        is_issued = plan is not None and plan.document.issued_on is not None
        if not is_issued and task_id not in self._referred:
            self._live.remove_task(task_id)
            return
        day = today(self._session.registry.settings.timezone, None)
        self._live.put(task_id, "", ("withdrawn",), {"on": day.isoformat()})
        self._update.remarks.append(Remark("update-withdrawn", Certainty.GUESSED, params={"task": task_id}))

    def _leave(self, key: str, change: Change, text: str) -> None:
        self._update.remarks.append(Remark(key, Certainty.LEFT, change.spot, {"text": text}, is_lost=True))

    def _numbers(self) -> Iterator[Change]:
        """Write the numbers that were changed in Word where counting on does not print them."""
        if not self._update.numbers:
            return
        plan = load_plan(reader_after(self._session, self._edits.changes()), self._loaded.folder).plan
        if plan is None:
            return
        counter = NumberCounter(plan.numbering)
        for row in plan.rows:
            if isinstance(row, PlacedSection):
                counter.begin_section()
                continue
            given, said = row.task.number, self._update.numbers.get(row.task.id)
            prints = counter.next if given is None else given
            if said is None or said.strip(_AROUND_NUMBERS) == prints.strip(_AROUND_NUMBERS):
                counter.number(given)
                continue
            counter.number(said)
            self._live.put(row.task.id, "", ("number",), said)
            yield Change(Kind.TASK_CHANGED, row.task.id, column="number", before=prints, after_text=said)


def _references(session: Session, loaded: LoadedPlan) -> Iterator[str]:
    """Yield the tasks that progress and events of the workspace name, and as `task/part` the parts that progress names."""
    for records in loaded.progress:
        for placed in records:
            named, part = placed.record.task, getattr(placed.record, "part", None)
            for task in [named] if isinstance(named, str) else named:
                yield from (str(task), f"{task}/{part}") if part else (str(task),)
    own = f"{loaded.folder.rpartition('/')[2]}/"
    for event in session.registry.events:
        yield from (name.removeprefix(own) for name in event.record.applies_to or () if name.startswith(own))
