"""`cchc event add`: something that happened, in a file of its own, and what it opens."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.cli.changing import apply, session_after, with_record, writer_of
from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.ids import id_of
from cchc.cli.options import day_of, one_of
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.messages import Language, print_day, screen
from cchc.model.ids import ID_ROOM, slug_of
from cchc.schedule.agenda import items
from cchc.schedule.status import Window
from cchc.source.tree import Data
from cchc.wording.agree import rule_of

_DOCUMENT = re.compile(r"([0-9]+)/([^/-]+)-(.+)")


class EventOptions(NamedTuple):
    """What the command line says of the event."""

    type: str | None = None
    subject: str | None = None
    document: str | None = None
    issued_on: str | None = None
    received_on: str | None = None
    effective_on: str | None = None
    register_number: str | None = None
    id: str | None = None
    is_dry_run: bool = False


def run(root: Path | None, options: EventOptions, language: Language | None, console: Console) -> int:
    """Write the event and tell what it opened, by when; return 1 where `validate` would refuse it."""
    place = only_place(root)
    session = Session(place)
    language = language or session.registry.settings.language
    data = _event(session, options, language, console)
    path = f"plans/events/{data['id']}.yaml"
    with writer_of(place.root, is_dry_run=options.is_dry_run) as writer:
        session = Session(place)  # read again: while the questions were answered somebody else may have written
        change = with_record(session, path, "events-file", "events", data)
        if not apply(session, [change], writer, language, console, is_dry_run=options.is_dry_run):
            return 1
    for line in _opened(session_after(session, [change]), str(data["id"]), language):
        console.note(line)
    return 0


def _event(session: Session, options: EventOptions, language: Language, console: Console) -> dict[str, Data]:
    """Return the record, what is missing asked for at a terminal; raise UsageError."""
    asked = options._asdict()
    del asked["is_dry_run"]
    known = list(session.registry.event_types)
    if asked["type"] is None and console.is_asking and known:
        names = [f"{name}  {session.registry.event_types[name].record.name}" for name in known]
        asked["type"] = known[console.choose(screen(language, "ask/type"), names)]
    day = today(session.registry.settings.timezone, None).isoformat()
    for key, usual in (("subject", ""), ("document", ""), ("issued_on", day), ("received_on", "")):
        if asked[key] is None and console.is_asking:
            asked[key] = console.ask(screen(language, f"ask/{key}"), usual) or None
    for key in ("type", "subject", "issued_on"):
        if asked[key] is None:
            raise UsageError("usage/missing", value=f"--{key.replace('_', '-')}")
    one_of(known, str(asked["type"]), "--type")
    for key in ("issued_on", "received_on", "effective_on"):
        if asked[key] is not None:
            asked[key] = day_of(asked[key], f"--{key.replace('_', '-')}").isoformat()
    made = event_id(asked["document"] or asked["subject"], date.fromisoformat(asked["issued_on"]))
    asked["id"] = id_of(asked["id"] or made, "--id")
    return {key: value for key, value in asked.items() if value is not None}


def event_id(name: str, day: date) -> str:
    """Return an id made of the month and the document: `2025-03-qd-123-bnv` for 123/QĐ-BNV."""
    found = _DOCUMENT.fullmatch(name.strip())
    words = f"{found[2]}-{found[1]}-{found[3]}" if found else name
    return f"{day.year:04}-{day.month:02}-{slug_of(words)}"[:ID_ROOM].rstrip("-")


def _opened(session: Session, event: str, language: Language) -> list[str]:
    """Return a line for each occurrence that an event opened, and one that says so where there is none."""
    events = [placed.record for placed in session.registry.events]
    own = next(record for record in events if record.id == event)
    happened = [known_on for known_on in (own.issued_on, own.received_on) if known_on is not None]
    day = max(today(session.registry.settings.timezone, None), *happened)
    lines = []
    for loaded, _ in session.plans():
        if loaded.plan is None:
            continue
        for item in items(loaded.plan, loaded.progress, events, session.counting, rule_of, day, Window(day, day)):
            if item.occurrence.event is not None and item.occurrence.event.id == event:
                due_on = item.standing.due_on
                due = print_day(language, due_on) if due_on else "—"
                task = f"{loaded.plan.id}/{item.duty.placed.task.id}"
                lines.append(screen(language, "event/opened", number=item.duty.placed.path, task=task, day=due))
    return lines or [screen(language, "event/opened-nothing")]
