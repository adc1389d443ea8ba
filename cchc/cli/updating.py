"""`cchc import FILE --update`: edits made in Word to a document of a plan, brought back into its files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc.checks import has_errors
from cchc.cli.books import add_new, office_of
from cchc.cli.changing import Edits, FileChange, are_sound, difference, session_after, write, writer_of
from cchc.cli.choosing import choose_plan
from cchc.cli.console import Console
from cchc.cli.import_file import ImportedFile, ImportOptions, plan_id_of, read_imported, read_printed
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.cli.update_report import UpdateReport, as_json, as_text
from cchc.cli.update_writing import UpdateWriting
from cchc.errors import UsageError
from cchc.files import content_of
from cchc.intake.draft.proof import Difference, differences
from cchc.intake.draft.values import Certainty, Remark
from cchc.intake.update.current import Current
from cchc.intake.update.engine import update_of
from cchc.intake.update.rows import columns_in
from cchc.intake.values import NoticeKind, SourceDocument
from cchc.messages import Language, screen
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan
from cchc.source.load import load_plan
from cchc.source.routes import value_at
from cchc.source.tree import Data, parse
from cchc.views import appendix

_TRACKED = frozenset(
    {
        NoticeKind.INSERTED,
        NoticeKind.DELETED,
        NoticeKind.MOVED_FROM,
        NoticeKind.MOVED_TO,
        NoticeKind.ROW_INSERTED,
        NoticeKind.ROW_DELETED,
        NoticeKind.CELL_INSERTED,
        NoticeKind.CELL_DELETED,
    }
)


def run(root: Path | None, options: ImportOptions, language: Language | None, console: Console) -> int:
    """Bring the edits back and tell each; return 1 where one found no place or the plan had changed the same value.

    Raises UsageError, SourceRefused, Unreadable, Unwritable.
    """
    place = only_place(root)
    plan_id = plan_id_of(options.update or "", "--update")
    word = read_imported(options)
    printed = read_printed(options.file)
    if printed.plan_id not in {"", plan_id}:
        raise UsageError("usage/other-plan", path=options.file, plan=printed.plan_id, asked=plan_id)
    with writer_of(place.root, is_dry_run=options.is_dry_run) as writer:
        session = Session(place)
        language = language or session.registry.settings.language
        loaded, _ = choose_plan(session, plan_id)
        plan = loaded.plan
        if plan is None or has_errors((*loaded.findings, *session.workspace.findings)):
            # a task or a unit that was not read would come back as a new one
            console.note(screen(language, "change/plan-has-errors", plan=loaded.folder))
            return 1
        office = office_of(session, plan.year)
        update = update_of(word.outline, printed.record, _current(session, loaded, plan), office)
        update.remarks += [*word.losses, *_tracked(word.document, options)]
        edits = Edits(session.reader)
        done = UpdateWriting(session, loaded, edits, update).run()
        update.remarks += [*office.units.remarks, *office.events.remarks]
        changes = [*add_new(session, office, edits), *edits.changes()]
        is_fine = not changes or are_sound(session, changes, language, console)
        is_written = is_fine and not options.is_dry_run
        if is_written:
            write(session, changes, writer, language, console, is_dry_run=False)
    report = UpdateReport(
        plan_id=plan_id,
        changes=done,
        update=update,
        notices=word.document.notices,
        files=[change.path for change in changes],
        differences=_proof(session, loaded, changes, word) if is_fine else None,
        is_written=is_written,
    )
    shown = "".join(map(difference, changes)) if options.is_dry_run and is_fine else ""
    console.result(as_json(report, language) if options.report == "json" else as_text(report, language) + shown)
    return int(not is_fine or bool(update.conflicts) or any(remark.is_lost for remark in update.remarks))


def _tracked(document: SourceDocument, options: ImportOptions) -> Iterator[Remark]:
    count = sum(notice.kind in _TRACKED for notice in document.notices)
    if count:
        yield Remark(f"update-tracked-{options.tracked}", Certainty.GUESSED, params={"count": count})


def _current(session: Session, loaded: LoadedPlan, plan: Plan) -> Current:
    return Current(plan, appendix.build(plan, session.registry, session.counting), _records(session, loaded, plan))


def _records(session: Session, loaded: LoadedPlan, plan: Plan) -> dict[str, Data]:
    """Return the record of each task as its file writes it."""
    files: dict[str, Data] = {}
    found: dict[str, Data] = {}
    for placed in plan.placed_tasks:
        at = loaded.resolve(loaded.at._replace(keys=placed.route))
        if at.file not in files:
            files[at.file] = parse(at.file, (content_of(session.reader, at.file) or b"").decode(errors="replace")).data
        found[placed.task.id] = value_at(files[at.file], at.keys)
    return found


def _proof(session: Session, loaded: LoadedPlan, changes: Sequence[FileChange], word: ImportedFile) -> list[Difference]:
    """Return the cells that the plan, once changed, still prints otherwise than the document.

    Columns that the document lacks are left out, and numbers: Word does not count the rows below a new one anew, the plan does.
    """
    later = session_after(session, changes)
    plan = load_plan(later.reader, loaded.folder).plan
    if plan is None:
        return []
    printed = appendix.build(plan, later.registry, later.counting)
    compared = {own: key for key, own in columns_in(word.outline, printed.columns).items() if own != "number"}
    return list(differences(word.outline, printed, compared))
