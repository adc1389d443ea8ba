"""`cchc new-year`: next year's plan from this year's, checked as a whole, and a list of what a person has to look at."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from cchc.cli.changing import FileChange, are_sound, write, writer_of
from cchc.cli.console import Console
from cchc.cli.ids import id_of
from cchc.cli.new_year_report import as_json, as_text
from cchc.cli.options import one_of, year_of
from cchc.cli.places import only_place
from cchc.cli.renewing import RenewedPlan, renew
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.files import Reader
from cchc.messages import Language, screen
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan
from cchc.model.scalars import FIRST_YEAR, LAST_YEAR
from cchc.outgoing import plain_log
from cchc.renewal.move import Move, length_in_years

FORMATS = ("text", "json")
_COLLECTIONS = frozenset({"units", "events", "calendar"})
_FOUR_DIGITS = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


class NewYearOptions(NamedTuple):
    """What the command line asks for."""

    old: str
    new: str
    year: str | None = None
    report_format: str = "text"
    is_dry_run: bool = False


def run(root: Path | None, options: NewYearOptions, language: Language | None, console: Console) -> int:
    """Write the new plan and print what moved; return 1 where the old plan, or the new one, has errors. Raises UsageError."""
    one_of(FORMATS, options.report_format, "--format")
    if id_of(options.new, "NEW") in _COLLECTIONS:
        raise UsageError("usage/id", option="NEW", value=options.new)
    place = only_place(root)
    with writer_of(place.root, is_dry_run=options.is_dry_run) as writer:
        session = Session(place)
        language = language or session.registry.settings.language
        loaded, is_sound = _choose(session, options)
        if loaded.plan is None or not is_sound:
            console.note(screen(language, "new-year/plan-has-errors", plan=options.old))
            return 1
        folder = f"{loaded.folder.rpartition('/')[0]}/{options.new}"
        move = _move(loaded.plan, options)
        renewed = renew(session, loaded, loaded.plan, folder, move)
        changes = _changes(session.reader, renewed, folder, options.new)
        if not are_sound(session, changes, language, console):
            return 1
        if not options.is_dry_run:
            write(session, changes, writer, language, console, is_dry_run=False)
    _print(renewed, options, language, console)
    return 0


def _choose(session: Session, options: NewYearOptions) -> tuple[LoadedPlan, bool]:
    """Return the old plan and whether it has no error; raise UsageError where it is not there, or the new one is."""
    plans = {
        loaded.plan.id if loaded.plan else loaded.folder.rpartition("/")[2]: (loaded, findings)
        for loaded, findings in session.plans()
    }
    if not plans:
        raise UsageError("usage/no-plan")
    if options.old not in plans:
        raise UsageError("usage/no-such-plan", plan=options.old, known=sorted(plans))
    if options.new in plans:
        raise UsageError("usage/plan-exists", plan=options.new)
    loaded, findings = plans[options.old]
    return loaded, session.can_answer_for(loaded, findings)


def _move(plan: Plan, options: NewYearOptions) -> Move:
    """Return the move to the year asked for, else to the one in the new id, else to the year or the period that follows."""
    first_year = plan.first_day.year
    if options.year is not None:
        year = year_of(options.year, "--year")
    else:
        named = [int(digits) for digits in _FOUR_DIGITS.findall(options.new)] if plan.period is None else []
        fitting = [year for year in named if FIRST_YEAR <= year <= LAST_YEAR and year != first_year]
        year = fitting[0] if fitting else first_year + length_in_years(plan)
    move = Move(plan.first_day, plan.last_day, year - first_year)
    if move.by <= 0 or plan.last_day.year + move.by > LAST_YEAR:
        last = LAST_YEAR - (plan.last_day.year - first_year)
        raise UsageError("usage/later-year", year=year, first=first_year + 1, last=last)
    return move


def _changes(reader: Reader, renewed: RenewedPlan, folder: str, new: str) -> list[FileChange]:
    """Return the files to write, `plan.yaml` last, since it makes the folder a plan; raise UsageError where others stand there.

    What a run that was cut off has written already is left as it is.
    """
    texts = {file.path: file.text for file in reversed(renewed.files)}
    pending, held = [folder], dict[str, bytes]()
    while pending:
        here = pending.pop()
        for entry in reader.list(here):
            path = f"{here}/{entry.name}"
            if entry.is_folder:
                pending.append(path)
            elif not entry.name.startswith("."):
                held[path] = reader.read(path) if entry.is_file and path in texts else b""
    if any(path not in texts or content != texts[path].encode() for path, content in held.items()):
        raise UsageError("usage/plan-exists", plan=new)
    return [FileChange(path, held.get(path), text) for path, text in texts.items()]


def _print(renewed: RenewedPlan, options: NewYearOptions, language: Language, console: Console) -> None:
    if options.report_format == "json":
        console.result(as_json(renewed))
        return
    text = as_text(renewed, language)
    console.result(plain_log(text) if "GITHUB_ACTIONS" in os.environ and console.output is None else text)
