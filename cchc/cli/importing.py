"""`cchc import FILE --into`: a plan from the appendix that an office has, and what was read, joined, guessed and left."""

from collections.abc import Mapping
from pathlib import Path

from cchc.cli.books import add_new, office_of
from cchc.cli.changing import Edits, FileChange, difference, head_of, session_after, write, writer_of
from cchc.cli.console import Console
from cchc.cli.import_file import ImportedFile, ImportOptions, plan_id_of, read_imported
from cchc.cli.import_report import ImportReport, as_json, as_text
from cchc.cli.options import year_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.diagnostics import CODES, Severity
from cchc.errors import UsageError
from cchc.intake.draft.data import Draft, Office, data_of
from cchc.intake.draft.proof import differences
from cchc.intake.draft.text import folded
from cchc.intake.draft.unplaced import unplaced
from cchc.messages import Language
from cchc.source.load import PLAN_FILE, PLANS_FOLDER, load_plan
from cchc.source.nodes import new_file
from cchc.views import appendix


def run(root: Path | None, options: ImportOptions, language: Language | None, console: Console) -> int:
    """Write the plan and tell what was made of the file; return 1 where a text found no place.

    Raises UsageError, SourceRefused, Unreadable, Unwritable.
    """
    place = only_place(root)
    plan_id = plan_id_of(options.into or "", "--into")
    year = None if options.year is None else year_of(options.year, "--year")
    imported = read_imported(options)
    with writer_of(place.root, is_dry_run=options.is_dry_run) as writer:
        session = Session(place)
        language = language or session.registry.settings.language
        folder = f"{PLANS_FOLDER}/{plan_id}"
        if session.reader.list(folder):
            raise UsageError("usage/import-into", path=folder)
        office = office_of(session, year, _task_ids(session))
        draft = data_of(imported.outline, plan_id, office)
        draft.remarks += imported.losses
        changes = _changes(session, folder, draft, office)
        report = _held_against(imported, draft, changes, session, folder, is_proof=options.is_proof)
        shown = "".join(map(difference, changes)) if options.is_dry_run else ""
        console.result(as_json(report, language) if options.report == "json" else as_text(report, language) + shown)
        if not options.is_dry_run:
            write(session, changes, writer, language, console, is_dry_run=False)
    return int(any(remark.is_lost for remark in report.remarks))


def _task_ids(session: Session) -> Mapping[str, str]:
    """Return the ids of the tasks that the office's plans have, by their content."""
    found: dict[str, str] = {}
    for folder in session.workspace.plan_folders:
        plan = load_plan(session.reader, folder).plan
        for placed in plan.placed_tasks if plan is not None else ():
            content = placed.task.content
            found[folded(content if isinstance(content, str) else " ".join(content))] = placed.task.id
    return found


def _changes(session: Session, folder: str, draft: Draft, office: Office) -> list[FileChange]:
    """Return the file of the plan, and those of units and event types where there are new ones."""
    path = f"{folder}/{PLAN_FILE}"
    plan = FileChange(path, None, new_file(draft.plan, "plan", head_of(session, path)))
    edits = Edits(session.reader)
    return [plan, *add_new(session, office, edits), *edits.changes()]


def _held_against(
    imported: ImportedFile, draft: Draft, changes: list[FileChange], session: Session, folder: str, *, is_proof: bool
) -> ImportReport:
    """Return what is to be told, once the plan that is to be written is held against the file it came from."""
    later = session_after(session, changes)
    loaded, findings = next(checked for checked in later.plans() if checked[0].folder == folder)
    errors = sum(CODES[finding.code] is Severity.ERROR for finding in findings)
    files = [change.path for change in changes]
    report = ImportReport(draft.plan, draft.remarks, imported.outline, imported.document.notices, files, errors, None)
    if loaded.plan is None:
        return report
    printed = appendix.build(loaded.plan, later.registry, later.counting)
    lost = unplaced(imported.document, imported.appendix, imported.outline, printed, draft.remarks)
    found = list(differences(imported.outline, printed)) if is_proof else None
    return report._replace(remarks=[*draft.remarks, *lost], differences=found)
