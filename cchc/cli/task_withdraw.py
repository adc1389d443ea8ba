"""`cchc task withdraw`: a task that is dropped keeps its place and its history, and is no longer printed."""

from pathlib import Path

from cchc.cli.asking import asked_day
from cchc.cli.changing import Edits, apply, writer_of
from cchc.cli.choosing import choose_task
from cchc.cli.console import Console
from cchc.cli.options import day_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.messages import Language
from cchc.source.tree import Data


def run(
    root: Path | None,
    task: str,
    plan_id: str | None,
    on: str | None,
    document: str | None,
    language: Language | None,
    console: Console,
    *,
    is_dry_run: bool,
) -> int:
    """Mark a task as withdrawn in the file that holds it; return 1 where `validate` would refuse it."""
    place = only_place(root)
    session = Session(place)
    language = language or session.registry.settings.language
    choose_task(session, task, plan_id)
    on = asked_day(on, "--on", "ask/withdrawn_on", language, console, session)
    withdrawn: dict[str, Data] = {"on": day_of(on, "--on").isoformat()}
    if document is not None:
        withdrawn["document"] = document
    with writer_of(place.root, is_dry_run=is_dry_run) as writer:
        session = Session(place)  # read again: while the questions were answered somebody else may have written
        chosen = choose_task(session, task, plan_id)
        at = chosen.loaded.at
        at = chosen.loaded.resolve(at._replace(keys=chosen.placed.route))
        edits = Edits(session.reader)
        edits.of(at.file).put((*at.keys, "withdrawn"), withdrawn)
        return int(not apply(session, edits.changes(), writer, language, console, is_dry_run=is_dry_run))
