"""`cchc import FILE --update`: edits made in Word to a document of a plan, brought back into its files."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cchc.cli.changing import Edits, FileChange, are_sound, difference, head_of, write, writer_of
from cchc.cli.choosing import choose_plan
from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.importing import FORMATS, TRACKED, ImportOptions, choose_appendix, plan_id_of, tracked_of
from cchc.cli.live_plan import LivePlan
from cchc.cli.options import one_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.cli.update_report import UpdateReport, as_json, as_text
from cchc.errors import UsageError
from cchc.files import Overlay, content_of, read_document
from cchc.intake import LARGEST_FILE, read_source
from cchc.intake.draft import outline_of
from cchc.intake.draft.data import Office
from cchc.intake.draft.events import EventBook
from cchc.intake.draft.lines import appendices_in
from cchc.intake.draft.losses import losses
from cchc.intake.draft.proof import Difference, differences
from cchc.intake.draft.units import UnitBook
from cchc.intake.draft.values import Certainty, Outline, Remark
from cchc.intake.recognise import read_parts
from cchc.intake.update.current import Current
from cchc.intake.update.engine import update_of
from cchc.intake.update.values import Change, Kind, Update
from cchc.intake.values import NoticeKind, SourceDocument
from cchc.messages import Language
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan
from cchc.ooxml.print_record import PrintRecord, property_in, record_in
from cchc.render.office_file import PLAN_PROPERTY
from cchc.source.load import PLANS_FOLDER, load_plan
from cchc.source.nodes import new_file
from cchc.source.routes import value_at
from cchc.source.tree import Data, parse
from cchc.views import appendix as view

_TRACKED = {kind for kind in NoticeKind if kind.split("-")[0] in {"inserted", "deleted", "moved"} or kind[:4] in {"row-", "cell"}}


class _Word(NamedTuple):
    """The edited document: what was read of it, and what it says of itself."""

    document: SourceDocument
    outline: Outline
    record: PrintRecord | None
    losses: list[Remark]


def run(root: Path | None, options: ImportOptions, language: Language | None, console: Console) -> int:
    """Bring the edits back and tell each; return 1 where one found no place or the plan had changed the same value."""
    one_of(FORMATS, options.report, "--format")
    one_of(TRACKED, options.tracked, "--tracked")
    place = only_place(root)
    plan_id = plan_id_of(options.update or "", "--update")
    word = _word(options, plan_id)
    with writer_of(place.root, is_dry_run=options.is_dry_run) as writer:
        session = Session(place)
        language = language or session.registry.settings.language
        loaded, _ = choose_plan(session, plan_id)
        if loaded.plan is None:
            raise UsageError("usage/no-such-plan", plan=plan_id, known=[])
        office = _office(session, loaded.plan)
        current = Current(loaded.plan, _printed(loaded.plan, session), _records(session, loaded))
        update = update_of(word.outline, word.record, current, office)
        update.remarks += [*word.losses, *_tracked_told(word.document, options), *office.units.remarks, *office.events.remarks]
        edits = Edits(session.reader)
        done = _Writing(session, loaded, edits, update).run()
        changes = [*_shared(session, office, edits), *edits.changes()]
        found = _proof(session, loaded.folder, changes, word.outline)
        report = UpdateReport(loaded.plan.id, done, update, word.document.notices, [change.path for change in changes], found)
        is_fine = not changes or are_sound(session, changes, language, console)
        shown = "".join(map(difference, changes)) if is_fine and options.is_dry_run else ""
        console.result(as_json(report, language) if options.report == "json" else as_text(report, language) + shown)
        if is_fine and not options.is_dry_run:
            write(session, changes, writer, language, console, is_dry_run=False)
    return int(not is_fine or bool(update.conflicts) or any(remark.is_lost for remark in update.remarks))


def _word(options: ImportOptions, plan_id: str) -> _Word:
    data = read_document(options.file, LARGEST_FILE)
    document = read_source(options.file.name, data, tracked_of(options.tracked))
    parts = read_parts(options.file.name, data)[1] if data.startswith(b"PK") else {}
    record = record_in(parts)
    named = property_in(parts, PLAN_PROPERTY) or (record.plan_id if record else "")
    if named and named != plan_id:
        raise UsageError("usage/other-plan", path=options.file, plan=named, asked=plan_id)
    found = appendices_in(document)
    source = choose_appendix(options.file, found, options.table)
    return _Word(document, outline_of(source), record, losses(document, source, found))


def _tracked_told(document: SourceDocument, options: ImportOptions) -> Iterator[Remark]:
    count = sum(notice.kind in _TRACKED for notice in document.notices)
    if count:
        yield Remark(f"update-tracked-{options.tracked}", Certainty.GUESSED, params={"count": count})


def _office(session: Session, plan: Plan) -> Office:
    registry = session.registry
    units = UnitBook({unit: placed.record for unit, placed in registry.units.items()})
    events = EventBook({name: placed.record.name for name, placed in registry.event_types.items()})
    return Office(units, events, plan.year)


def _printed(plan: Plan, session: Session) -> view.Appendix:
    return view.build(plan, session.registry, session.counting)


def _records(session: Session, loaded: LoadedPlan) -> dict[str, Data]:
    """Return the record of each task as its file writes it."""
    files: dict[str, Data] = {}
    found: dict[str, Data] = {}
    for placed in loaded.plan.placed_tasks if loaded.plan else ():
        at = loaded.resolve(loaded.at._replace(keys=placed.route))
        if at.file not in files:
            files[at.file] = parse(at.file, (content_of(session.reader, at.file) or b"").decode(errors="replace")).data
        found[placed.task.id] = value_at(files[at.file], at.keys)
    return found


def _shared(session: Session, office: Office, edits: Edits) -> list[FileChange]:
    """Add new units and event types to their files; return those that are new files."""
    created = []
    for collection, key, new in (("units", "units", office.units.new), ("events", "types", office.events.new)):
        path = f"{PLANS_FOLDER}/{collection}.yaml"
        records: dict[str, Data] = {record_id: {"name": name} for record_id, name in new.items()}
        if records and content_of(session.reader, path) is None:
            created.append(FileChange(path, None, new_file({key: records}, f"{collection}-file", head_of(session, path))))
            continue
        for record_id, record in records.items():
            edits.of(path).put((key, record_id), record)
    return created


def _proof(session: Session, folder: str, changes: list[FileChange], outline: Outline) -> list[Difference]:
    """Return the cells that the plan, once changed, still prints otherwise than the document."""
    reader = Overlay(session.reader, {change.path: change.text.encode() for change in changes})
    later = Session(session.place, reader=reader)
    plan = load_plan(reader, folder).plan
    return [] if plan is None else list(differences(outline, _printed(plan, later)))


class _Writing:
    """Carries out the changes of an update, each in the file that holds what it changes."""

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
        for task_id, said in self._update.numbers.items():
            texts = {change.path: change.text.encode() for change in self._edits.changes()}
            plan = load_plan(Overlay(self._session.reader, texts), self._loaded.folder).plan
            placed = {placed.task.id: placed for placed in plan.placed_tasks} if plan else {}
            if task_id in placed and placed[task_id].number.strip("(). ") != said.strip("(). "):
                self._live.put(task_id, "", ("number",), said)
                yield Change(Kind.TASK_CHANGED, task_id, column="number", before=placed[task_id].number, after_text=said)


def _references(session: Session, loaded: LoadedPlan) -> Iterator[str]:
    """Yield the tasks, and `task/part`, that progress and events of the workspace name."""
    for records in loaded.progress:
        for placed in records:
            named = placed.record.task
            for name in [named] if isinstance(named, str) else named:
                yield from (str(name), str(name).partition("/")[0])
    for event in session.registry.events:
        for name in event.record.applies_to or ():
            yield from (name, *name.split("/"))
