"""What all plans share, on both sides: settings, units, event types, events, calendar."""

from collections.abc import Iterator

from cchc.compare.changes import Entry, Key, Records
from cchc.compare.fields import fields_of
from cchc.compare.keyed import Named, keyed
from cchc.model.registry import Registry

_ID = frozenset({"id"})
_READ_FROM = {"unit": "units", "type": "events", "event": "events", "calendar": "calendar", "settings": "settings"}


def shared_records(base: Registry, head: Registry, unsure: frozenset[str] = frozenset()) -> tuple[Records, Records]:
    """Return the records of both sides; a collection that could not be read on one is left out on both.

    So is an `unsure` one, in which records have errors: what stands for a broken record is nothing that anybody wrote.
    """
    lost = base.lost | head.lost | unsure
    found: tuple[dict[Key, Entry], dict[Key, Entry]] = {}, {}
    for family, collection in _READ_FROM.items():
        if collection not in lost:
            for side, records in zip(found, keyed(family, _named(family, base), _named(family, head)), strict=True):
                side.update(records)
    return found


def _named(family: str, registry: Registry) -> Iterator[Named]:
    match family:
        case "unit":
            yield from ((name, fields_of(placed.record)) for name, placed in registry.units.items())
        case "type":
            yield from ((name, fields_of(placed.record)) for name, placed in registry.event_types.items())
        case "event":
            yield from ((placed.record.id, fields_of(placed.record, _ID)) for placed in registry.events)
        case "calendar":
            yield from (
                (str(placed.record.date), fields_of(placed.record, frozenset({"date"}))) for placed in registry.calendar_days
            )
        case _:
            yield "", fields_of(registry.settings)
