"""`cchc unit split`: several units succeed one; which tasks are whose is for people to say."""

from pathlib import Path

from cchc.cli.asking import asked_day
from cchc.cli.changing import Edits, apply, writer_of
from cchc.cli.choosing import choose_unit
from cchc.cli.console import Console
from cchc.cli.ids import is_id
from cchc.cli.naming import plans_naming
from cchc.cli.options import day_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.cli.succession import Heir, heir_of, succeed
from cchc.errors import UsageError
from cchc.messages import Language, screen


def run(
    root: Path | None,
    name: str,
    into: list[str],
    on: str | None,
    language: Language | None,
    console: Console,
    *,
    is_dry_run: bool,
) -> int:
    """Write the successors; tell which plans name the unit; return 1 where `validate` would refuse it."""
    place = only_place(root)
    session = Session(place)
    language = language or session.registry.settings.language
    unit = choose_unit(session, name)
    while console.is_asking and len(into) < _FEWEST:
        into = [*into, console.ask(screen(language, "ask/unit-name"), "")]
    if len(into) < _FEWEST:
        raise UsageError("usage/split-into")
    day = day_of(asked_day(on, "--on", "ask/unit-on", language, console, session), "--on")
    with writer_of(place.root, is_dry_run=is_dry_run) as writer:
        session = Session(place)  # read again: while the questions were answered somebody else may have written
        edits = Edits(session.reader)
        succeed(session, edits, unit, _heirs(session, into), day)
        if not apply(session, edits.changes(), writer, language, console, is_dry_run=is_dry_run):
            return 1
    for naming in plans_naming(session, unit):
        key = "unit/still-named-split" if naming.plan.document.issued_on is None else "unit/signed"
        console.note(screen(language, key, plan=naming.plan.id, unit=unit, count=naming.total))
    return 0


_FEWEST = 2


def _heirs(session: Session, into: list[str]) -> list[Heir]:
    """Return the heirs that `--into` names, each as NAME or ID=NAME."""
    heirs: list[Heir] = []
    for text in into:
        unit_id, equals, name = text.partition("=")
        is_given = bool(equals) and is_id(unit_id.strip())
        heirs.append(heir_of(session, name if is_given else text, unit_id.strip() if is_given else None, "--into", heirs))
    return heirs
