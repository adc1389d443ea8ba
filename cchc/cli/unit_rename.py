"""`cchc unit rename`: a new unit succeeds the old one; signed plans keep the old name."""

from pathlib import Path

from cchc.cli.asking import asked, asked_day
from cchc.cli.changing import Edits, apply, writer_of
from cchc.cli.choosing import choose_unit
from cchc.cli.console import Console
from cchc.cli.naming import name_anew, plans_naming
from cchc.cli.options import day_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.cli.succession import heir_of, succeed
from cchc.messages import Language, screen


def run(
    root: Path | None,
    name: str,
    to: str | None,
    on: str | None,
    unit_id: str | None,
    plan_ids: list[str],
    language: Language | None,
    console: Console,
    *,
    is_dry_run: bool,
) -> int:
    """Write the successor, and its id into the drafts that are named; return 1 where `validate` would refuse it."""
    place = only_place(root)
    session = Session(place)
    language = language or session.registry.settings.language
    unit = choose_unit(session, name)
    to = asked(to, "--to", "ask/unit-name", language, console)
    day = day_of(asked_day(on, "--on", "ask/unit-on", language, console, session), "--on")
    with writer_of(place.root, is_dry_run=is_dry_run) as writer:
        session = Session(place)  # read again: while the questions were answered somebody else may have written
        edits = Edits(session.reader)
        heir = heir_of(session, to, unit_id, "--to")
        succeed(session, edits, unit, [heir], day)
        namings = list(plans_naming(session, unit))
        name_anew(namings, plan_ids, heir.id, edits)
        if not apply(session, edits.changes(), writer, language, console, is_dry_run=is_dry_run):
            return 1
    for naming in namings:
        key = "unit/still-named" if naming.plan.document.issued_on is None else "unit/signed"
        if naming.plan.id not in plan_ids:
            console.note(screen(language, key, plan=naming.plan.id, unit=unit, count=naming.total))
    return 0
