"""`cchc import FILE --into`: a plan from the appendix that an office has, and what was read, joined, guessed and left."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from cchc.checks import has_errors
from cchc.cli.changing import Edits, FileChange, difference, head_of, write, writer_of
from cchc.cli.console import Console
from cchc.cli.ids import id_of
from cchc.cli.import_report import ImportReport, as_json, as_text
from cchc.cli.options import one_of, year_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.files import Overlay, read_document
from cchc.intake import LARGEST_FILE, read_source
from cchc.intake.draft import outline_of
from cchc.intake.draft.data import Draft, Office, data_of
from cchc.intake.draft.events import EventBook
from cchc.intake.draft.lines import AppendixSource, Found, appendices_in
from cchc.intake.draft.losses import losses
from cchc.intake.draft.proof import Difference, differences
from cchc.intake.draft.text import folded
from cchc.intake.draft.units import UnitBook
from cchc.intake.draft.unplaced import unplaced
from cchc.intake.draft.values import Outline
from cchc.intake.values import SourceDocument, SourceRefused, Tracked
from cchc.messages import Language
from cchc.source.load import PLAN_FILE, PLANS_FOLDER, load_plan
from cchc.source.nodes import new_file
from cchc.source.tree import Data
from cchc.views import appendix as view

TRACKED: tuple[Tracked, ...] = ("accept", "ignore")
FORMATS = ("text", "json")


class ImportOptions(NamedTuple):
    """What the command line asks for."""

    file: Path
    into: str | None = None
    year: str | None = None
    table: str | None = None
    tracked: str = "accept"
    report: str = "text"
    is_proof: bool = False
    is_dry_run: bool = False
    update: str | None = None


def run(root: Path | None, options: ImportOptions, language: Language | None, console: Console) -> int:
    """Write the plan and tell what was made of the file; return 1 where a text found no place.

    Raises UsageError, SourceRefused, Unreadable, Unwritable.
    """
    one_of(FORMATS, options.report, "--format")
    one_of(TRACKED, options.tracked, "--tracked")
    place = only_place(root)
    plan_id = plan_id_of(options.into or "", "--into")
    document = read_source(options.file.name, read_document(options.file, LARGEST_FILE), tracked_of(options.tracked))
    found = appendices_in(document)
    source = choose_appendix(options.file, found, options.table)
    outline = outline_of(source)
    with writer_of(place.root, is_dry_run=options.is_dry_run) as writer:
        session = Session(place)
        language = language or session.registry.settings.language
        folder = f"{PLANS_FOLDER}/{plan_id}"
        if session.reader.list(folder):
            raise UsageError("usage/import-into", path=folder)
        office = _office(session, options)
        draft = data_of(outline, plan_id, office)
        draft.remarks += losses(document, source, found)
        changes = _changes(session, folder, draft, office)
        later = Session(place, reader=Overlay(session.reader, {change.path: change.text.encode() for change in changes}))
        report = _report(document, source, outline, draft, changes, later, folder, options)
        shown = "".join(map(difference, changes)) if options.is_dry_run else ""
        console.result(as_json(report, language) if options.report == "json" else as_text(report, language) + shown)
        if not options.is_dry_run:
            write(session, changes, writer, language, console, is_dry_run=False)
    return int(any(remark.is_lost for remark in draft.remarks))


def plan_id_of(named: str, option: str) -> str:
    """Return the id of the plan that `plans/NAME`, or NAME alone, names; raise UsageError."""
    plan_id = id_of(named.replace("\\", "/").rstrip("/").removeprefix(f"{PLANS_FOLDER}/"), option)
    if plan_id in {"units", "events", "calendar"}:
        raise UsageError("usage/id", option=option, value=plan_id)
    return plan_id


def tracked_of(text: str) -> Tracked:
    """Return how changes that Word tracked are read."""
    return "ignore" if text == "ignore" else "accept"


def choose_appendix(file: Path, found: Found, table: str | None) -> AppendixSource:
    """Return the appendix that holds the table of that number, or the only one; raise UsageError or SourceRefused."""
    known = [str(number) for source in found.appendices for number in source.tables]
    if not known:
        raise SourceRefused("intake/no-appendix", name=file.name, count=len(found.other_tables))
    if table is None and len(found.appendices) == 1:
        return found.appendices[0]
    firsts = [str(source.tables[0]) for source in found.appendices]
    if table is None:
        raise UsageError("usage/several-appendices", known=firsts)
    one_of(known, table, "--table")
    return next(source for source in found.appendices if int(table) in source.tables)


def _office(session: Session, options: ImportOptions) -> Office:
    registry = session.registry
    units = UnitBook({unit: placed.record for unit, placed in registry.units.items()})
    events = EventBook({name: placed.record.name for name, placed in registry.event_types.items()})
    year = None if options.year is None else year_of(options.year, "--year")
    return Office(units, events, year, _task_ids(session))


def _task_ids(session: Session) -> Mapping[str, str]:
    """Return the ids of the tasks that the office's plans have, by their content."""
    found: dict[str, str] = {}
    for loaded, _ in session.plans():
        for placed in loaded.plan.placed_tasks if loaded.plan is not None else ():
            content = placed.task.content
            found[folded(content if isinstance(content, str) else " ".join(content))] = placed.task.id
    return found


def _changes(session: Session, folder: str, draft: Draft, office: Office) -> list[FileChange]:
    """Return the file of the plan, and those of units and event types where there are new ones."""
    path = f"{folder}/{PLAN_FILE}"
    changes = [FileChange(path, None, new_file(draft.plan, "plan", head_of(session, path)))]
    edits = Edits(session.reader)
    for collection, key, new in (("units", "units", office.units.new), ("events", "types", office.events.new)):
        if not new:
            continue
        records: dict[str, Data] = {record_id: {"name": name} for record_id, name in new.items()}
        path = f"{PLANS_FOLDER}/{collection}.yaml"
        if not any(entry.name == f"{collection}.yaml" for entry in session.reader.list(PLANS_FOLDER)):
            changes.append(FileChange(path, None, new_file({key: records}, f"{collection}-file", head_of(session, path))))
            continue
        for record_id, record in records.items():
            edits.of(path).put((key, record_id), record)
    return [*changes, *edits.changes()]


def _report(
    document: SourceDocument,
    source: AppendixSource,
    outline: Outline,
    draft: Draft,
    changes: list[FileChange],
    later: Session,
    folder: str,
    options: ImportOptions,
) -> ImportReport:
    loaded = load_plan(later.reader, folder)
    found: list[Difference] | None = None
    if loaded.plan is not None:
        printed = view.build(loaded.plan, later.registry, later.counting)
        draft.remarks += unplaced(document, source, outline, printed, draft.remarks)
        found = list(differences(outline, printed)) if options.is_proof else None
    mine = [findings for loaded, findings in later.plans() if loaded.folder == folder]
    errors = sum(has_errors([finding]) for findings in mine for finding in findings)
    return ImportReport(draft, outline, document.notices, [change.path for change in changes], errors, found)
