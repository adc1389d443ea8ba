"""`cchc task add`: a task more, its id made of its words."""

from pathlib import Path
from typing import NamedTuple

from cchc.cli.asking import asked
from cchc.cli.changing import Edits, apply, reader_after, writer_of
from cchc.cli.choosing import choose_plan, choose_unit
from cchc.cli.console import Console
from cchc.cli.ids import free_id, id_of
from cchc.cli.places import only_place
from cchc.cli.renumbering import renumbered
from cchc.cli.session import Session
from cchc.cli.spots import spot_of
from cchc.errors import NotEditable, UsageError
from cchc.messages import Language, screen
from cchc.model.plan import Plan
from cchc.source.load import load_plan
from cchc.source.tree import Data

_ID_WORDS = 6
_LISTS = frozenset({"after", "ahead_of", "when", "until"})


class TaskOptions(NamedTuple):
    """What the command line says of the task, and of where it is to stand."""

    content: str | None = None
    deadline: str | None = None
    rule: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    number: str | None = None
    id: str | None = None
    plan: str | None = None
    section: str | None = None
    before: str | None = None
    after: str | None = None


def run(root: Path | None, options: TaskOptions, language: Language | None, console: Console, *, is_dry_run: bool) -> int:
    """Add a task; tell its number and those that are others now; return 1 where `validate` would refuse it."""
    place = only_place(root)
    session = Session(place)
    language = language or session.registry.settings.language
    options = _answered(options, language, console)
    with writer_of(place.root, is_dry_run=is_dry_run) as writer:
        session = Session(place)  # read again: while the questions were answered somebody else may have written
        loaded, _ = choose_plan(session, options.plan)
        plan = loaded.plan
        if plan is None:
            raise NotEditable("change/not-editable")
        spot = spot_of(loaded, plan, options.section, options.before, options.after)
        data = _task(session, plan, options)
        at = loaded.resolve(loaded.at._replace(keys=spot.route))
        edits = Edits(session.reader)
        edits.of(at.file).insert(at.keys, spot.position, data)
        changes = edits.changes()
        if not apply(session, changes, writer, language, console, is_dry_run=is_dry_run):
            return 1
    later = load_plan(reader_after(session, changes), loaded.folder).plan
    numbers = {placed.task.id: placed.path for placed in (later or plan).placed_tasks}
    console.note(screen(language, "task/added", number=numbers.get(str(data["id"]), ""), task=f"{plan.id}/{data['id']}"))
    for line in renumbered(plan, later or plan, language):
        console.note(line)
    return 0


def _answered(options: TaskOptions, language: Language, console: Console) -> TaskOptions:
    """Return the options with what is missing asked for at a terminal; raise UsageError."""
    content = asked(options.content or None, "--content", "ask/content", language, console)
    deadline = options.deadline
    if deadline is None and not options.rule and console.is_asking:
        deadline = console.ask(screen(language, "ask/deadline"), "") or None
    lead = options.lead or (asked(None, "--lead", "ask/lead", language, console),)
    return options._replace(content=content, deadline=deadline, lead=lead)


def _task(session: Session, plan: Plan, options: TaskOptions) -> dict[str, Data]:
    taken = {placed.task.id for placed in plan.placed_tasks}
    content = options.content or ""
    made = options.id if options.id is not None else free_id(content, taken, "--id", _ID_WORDS)
    data: dict[str, Data] = {
        "id": id_of(made, "--id"),
        "number": options.number,
        "content": content,
        "deadline": _deadline(options),
        "lead": _units(session, options.lead),
        "coordinating": _units(session, options.coordinating) or None,
        "results": list(options.results) if len(options.results) > 1 else next(iter(options.results), None),
    }
    return {key: value for key, value in data.items() if value is not None}


def _deadline(options: TaskOptions) -> Data:
    """Return the wording alone, or a rule with the wording as its text."""
    rule: dict[str, Data] = {} if options.deadline is None else {"text": options.deadline}
    for text in options.rule:
        key, equals, value = text.partition("=")
        if not equals:
            raise UsageError("usage/rule", value=text)
        names: list[Data] = [name.strip() for name in value.split(",")]
        rule[key.strip()] = names if key.strip() in _LISTS and len(names) > 1 else value.strip()
    return rule if options.rule else options.deadline


def _units(session: Session, names: tuple[str, ...]) -> list[Data]:
    """Return the ids of units given by id or name, each by itself or several ids joined by commas."""
    found: list[Data] = []
    for name in names:
        pieces = [piece.strip() for piece in name.split(",")]
        together = pieces if all(piece in session.registry.units for piece in pieces) else [name]
        found += [choose_unit(session, piece) for piece in together]
    return found
