"""`cchc task move`: a task in another place of its plan, with its comments, also from one file to another."""

from pathlib import Path

from cchc.cli.changing import Edits, apply, reader_after, writer_of
from cchc.cli.choosing import choose_task
from cchc.cli.console import Console
from cchc.cli.places import only_place
from cchc.cli.renumbering import renumbered
from cchc.cli.session import Session
from cchc.cli.spots import spot_of
from cchc.errors import UsageError
from cchc.messages import Language, screen
from cchc.source.load import load_plan


def run(
    root: Path | None,
    task: str,
    plan_id: str | None,
    to: str | None,
    before: str | None,
    after: str | None,
    language: Language | None,
    console: Console,
    *,
    is_dry_run: bool,
) -> int:
    """Move a task; tell which numbers are others now; return 1 where `validate` would refuse it."""
    place = only_place(root)
    if to is None and before is None and after is None:
        raise UsageError("usage/missing", value="--to")
    with writer_of(place.root, is_dry_run=is_dry_run) as writer:
        session = Session(place)
        language = language or session.registry.settings.language
        loaded, plan, placed = choose_task(session, task, plan_id)
        spot = spot_of(loaded, plan, to, before, after)
        *holder, index = placed.route
        target = spot.position - (spot.route == tuple(holder) and spot.position > int(index))
        if (spot.route, target) == (tuple(holder), index):
            console.note(screen(language, "task/there-already", number=placed.path))
            return 0
        edits = Edits(session.reader)
        to_file = loaded.resolve(loaded.at._replace(keys=spot.route))
        receiver = edits.of(to_file.file)  # asked for first, so written first: a task may stand twice for a moment, never nowhere
        from_file = loaded.resolve(loaded.at._replace(keys=placed.route))
        receiver.insert(to_file.keys, target, edits.of(from_file.file).take(from_file.keys))
        changes = edits.changes()
        if not apply(session, changes, writer, language, console, is_dry_run=is_dry_run):
            return 1
    later = load_plan(reader_after(session, changes), loaded.folder).plan
    for line in renumbered(plan, later or plan, language):
        console.note(line)
    return 0
