"""Event types, and what has happened."""

from pydantic import Field

from cchc.model.record import Record
from cchc.model.scalars import Date, Id, Line


class EventType(Record):
    name: Line


class Event(Record):
    """Something that happened; `issued_on` of what is no document is the day it happened."""

    id: Id
    type: str
    subject: str | None = None
    document: Line | None = None
    issued_on: Date | None = None
    received_on: Date | None = None
    effective_on: Date | None = None
    register_number: str | None = None
    applies_to: tuple[str, ...] | None = None


class EventsFile(Record):
    types: dict[Id, EventType] = Field(default_factory=dict)
    events: tuple[Event, ...] = ()
