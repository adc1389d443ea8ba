"""`cchc done`, `extend`, `waive`, `measure`: what happened to a task, each record in a file of its own."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from cchc.cli.changing import apply, with_record, writer_of
from cchc.cli.choosing import Chosen, choose_occurrence, choose_task, items_of
from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.options import day_of, one_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.messages import Language, screen

_DAYS = frozenset({"completed_on", "extended_to", "approved_on", "waived_on", "as_of"})


class Subject(NamedTuple):
    """What a record is about, as the command line names it."""

    task: str
    plan: str | None = None
    part: str | None = None
    occurrence: str | None = None
    target: str | None = None


class Field(NamedTuple):
    """A key of a record: the option that gives it, its value, and whether the record cannot do without it."""

    key: str
    option: str
    value: str | None
    is_needed: bool = False


def record(
    root: Path | None,
    collection: str,
    subject: Subject,
    fields: tuple[Field, ...],
    language: Language | None,
    console: Console,
    *,
    is_dry_run: bool,
) -> int:
    """Write one record of a `collection`; return 1 where `validate` would refuse it. Raises UsageError, Unwritable.

    What is missing is asked for at a terminal, and a UsageError elsewhere.
    """
    place = only_place(root)
    session = Session(place)
    language = language or session.registry.settings.language
    chosen = choose_task(session, subject.task, subject.plan)
    day = today(session.registry.settings.timezone, None)
    about: dict[str, str | None] = {"task": chosen.placed.task.id, "part": subject.part}
    if collection == "measurements":
        about["target"] = _target(chosen, subject)
    else:
        owed = items_of(session, chosen, day)
        about["occurrence"] = choose_occurrence(owed, subject.occurrence, subject.part, language, console) or None
    values = {field.key: _value(field, day.isoformat(), language, console) for field in fields}
    data = {key: value for key, value in {**about, **values}.items() if value is not None}
    path = f"{chosen.loaded.folder}/progress/{_file_name(data)}"
    with writer_of(place.root, is_dry_run=is_dry_run) as writer:
        session = Session(place)  # read again: while the questions were answered somebody else may have written
        changes = [with_record(session, path, "progress-file", collection, data)]
        return int(not apply(session, changes, writer, language, console, is_dry_run=is_dry_run))


def _target(chosen: Chosen, subject: Subject) -> str:
    task = chosen.placed.task
    part = next((part for part in task.parts if part.id == subject.part), None)
    known = [target.id for target in (part or task).targets]
    if not known:
        raise UsageError("usage/no-target", task=task.id)
    if subject.target is not None:
        return one_of(known, subject.target, "--target")
    if len(known) != 1:
        raise UsageError("usage/which-target", known=known)
    return known[0]


def _value(field: Field, today_text: str, language: Language, console: Console) -> str | None:
    value = field.value
    if value is None and console.is_asking:
        usual = today_text if field.key in _DAYS and field.is_needed else ""
        value = console.ask(screen(language, f"ask/{field.key}"), usual) or None
    if value is None:
        if field.is_needed:
            raise UsageError("usage/missing", value=field.option)
        return None
    return day_of(value, field.option).isoformat() if field.key in _DAYS else value


def _file_name(data: Mapping[str, str]) -> str:
    """Return the name of the record's file, made of what it is about, so that two branches do not collide."""
    pieces = [data["task"], *(data[key] for key in ("part", "target", "occurrence") if key in data)]
    pieces += [data["as_of"]] if "target" in data else []
    return "--".join(piece.replace("/", "--") for piece in pieces) + ".yaml"
