"""`cchc issue`: number and date of a signed plan, and a tag of git on the revision that was signed."""

import shlex
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from cchc.cli.asking import asked, asked_day
from cchc.cli.changing import Edits, FileChange, are_sound, write, writer_of
from cchc.cli.choosing import choose_plan
from cchc.cli.console import Console
from cchc.cli.options import day_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.cli.tagging import Tagging, tagging_of
from cchc.diagnostics import Whole
from cchc.errors import UsageError
from cchc.messages import Language, screen
from cchc.model.plan import Plan

_BLANK = "…"


class Issue(NamedTuple):
    """What the records office gives a signed plan; `symbol` is the part of the number behind its first stroke."""

    number: str
    symbol: str | None
    on: date


def run(
    root: Path | None,
    plan_id: str,
    number: str | None,
    on: str | None,
    language: Language | None,
    console: Console,
    *,
    is_dry_run: bool,
) -> int:
    """Record the issue and tag what was signed; return 1 where the plan has errors. Raises UsageError, NoHistory, Unwritable.

    All is checked first; the tag is made before the file is written, so that a command that is cut off can be run again.
    """
    place = only_place(root)
    session = Session(place)
    language = language or session.registry.settings.language
    choose_plan(session, plan_id)
    issue = _asked_for(session, number, on, language, console)
    with writer_of(place.root, is_dry_run=is_dry_run) as writer:
        session = Session(place)  # read again: while the questions were answered somebody else may have written
        loaded, is_sound = choose_plan(session, plan_id)
        if loaded.plan is None or not is_sound:
            console.note(screen(language, "change/plan-has-errors", plan=loaded.folder))
            return 1
        changes = _changes(session, loaded.plan, loaded.at.file, issue)
        if not are_sound(session, changes, language, console):
            return 1
        tagging = tagging_of(session, loaded.plan, is_recorded=not changes)
        if not is_dry_run:
            tagging.make(_message(loaded.plan, issue))
        write(session, changes, writer, language, console, is_dry_run=is_dry_run)
    _tell(tagging, place.prefix() + loaded.at.file if changes else None, language, console, is_dry_run=is_dry_run)
    return 0


def _asked_for(session: Session, number: str | None, on: str | None, language: Language, console: Console) -> Issue:
    """Return what is to be recorded, what is missing asked for at a terminal; raise UsageError."""
    number = asked(number, "--number", "ask/issue/number", language, console)
    on = asked_day(on, "--on", "ask/issued_on", language, console, session)
    own, stroke, symbol = normalize("NFC", number.strip()).partition("/")
    if not own or (stroke and not symbol) or not f"{own}{symbol}".isprintable():
        raise UsageError("usage/text", option="--number", value=number)
    return Issue(own, symbol or None, day_of(on, "--on"))


def _changes(session: Session, plan: Plan, file: str, issue: Issue) -> list[FileChange]:
    """Return the change to the plan's head, none where it says all of this already; raise UsageError where it says otherwise."""
    document, symbol = plan.document, _symbol_of(plan)
    number = document.number.partition("/")[0] if document.number is not None else None
    if number not in (None, issue.number) or document.issued_on not in (None, issue.on):
        recorded = _BLANK if number is None else _in_full(number, symbol)
        raise UsageError("usage/already-issued", plan=plan.id, number=recorded, day=document.issued_on or _BLANK)
    if symbol is not None and issue.symbol not in (None, symbol):
        raise UsageError("usage/other-symbol", plan=plan.id, symbol=symbol, given=issue.symbol)
    recorded_values = {"number": number, "symbol": symbol, "issued_on": document.issued_on}
    given = {"number": issue.number, "symbol": issue.symbol, "issued_on": issue.on.isoformat()}
    missing = {key: value for key, value in given.items() if value is not None and recorded_values[key] is None}
    if not missing:
        return []
    edits = Edits(session.reader)
    for key, value in missing.items():
        edits.of(file).put(("document", key), value)
    return edits.changes()


def _symbol_of(plan: Plan) -> str | None:
    """Return the symbol of a plan's number: its own key, or the part behind the first stroke of the number."""
    return (plan.document.number or "").partition("/")[2] or plan.document.symbol


def _in_full(number: str, symbol: str | None) -> str:
    return f"{number}/{symbol}" if symbol else number


def _message(plan: Plan, issue: Issue) -> str:
    """Return the words of the tag: a document of the office, so Vietnamese whatever language the tool speaks."""
    number = _in_full(issue.number, issue.symbol or _symbol_of(plan))
    return f"Ban hành Kế hoạch số {number} ngày {issue.on:%d/%m/%Y}"


def _tell(tagging: Tagging, written: str | None, language: Language, console: Console, *, is_dry_run: bool) -> None:
    """Tell what became of the tag, and what is left to the person: nothing is committed or pushed for them."""
    is_tagged = tagging.commit is not None
    notes = [] if written else ["issue/recorded-before"]
    notes.append(f"issue/{tagging.outcome}" + ("/dry" if is_dry_run and is_tagged else ""))
    if tagging.tags is not None and not is_dry_run:
        notes += ["issue/commit"] if written else []
        notes += ["issue/push"] if written or is_tagged else []
    name, commit = tagging.name, (tagging.commit or "")[:12]
    for key in notes:
        console.note(screen(language, key, path=written, tag=Whole(name), commit=commit, push=Whole(shlex.quote(name))))
