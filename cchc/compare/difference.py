"""Records of both sides to the changes between them, and back: what is told is all that changed."""

from collections.abc import Iterable, Iterator

from cchc.compare.changes import FAMILIES, Change, Entry, FieldChange, Key, Place, Records
from cchc.compare.fields import is_same
from cchc.compare.moves import moved


def changes(base: Records, head: Records) -> list[Change]:
    """Return every change, each once: by family, in the order of `head`, then what is no more."""
    found = [
        *_of_head(base, head),
        *(Change("removed", key, base[key], None, _gone(base[key])) for key in base if key not in head),
    ]
    return sorted(found, key=lambda change: FAMILIES.index(change.key.family))


def _of_head(base: Records, head: Records) -> Iterator[Change]:
    elsewhere = moved(base, head)
    for key, after in head.items():
        before = base.get(key)
        if before is None:
            yield Change("added", key, None, after, tuple(FieldChange(name, None, value) for name, value in after.fields.items()))
            continue
        if key in elsewhere:
            yield Change("moved", key, before, after)
        if fields := _changed(before, after):
            yield Change("changed", key, before, after, fields)


def _gone(entry: Entry) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name, value, None) for name, value in entry.fields.items())


def _changed(before: Entry, after: Entry) -> tuple[FieldChange, ...]:
    names = dict.fromkeys([*before.fields, *after.fields])
    pairs = [FieldChange(name, before.fields.get(name), after.fields.get(name)) for name in names]
    return tuple(pair for pair in pairs if not is_same(pair.before, pair.after))


def applied(base: Records, told: Iterable[Change]) -> Records:
    """Return `base` with the changes that were told: fields, places and what is there at all."""
    told = list(told)
    records = dict(base)
    for change in told:
        if change.verb == "removed":
            del records[change.key]
        if change.verb == "added" and change.after is not None:
            records[change.key] = change.after
        if change.verb == "changed":
            records[change.key] = records[change.key]._replace(fields=_with(records[change.key], change.fields))
    return _ordered(records, {change.key: change.after for change in told if change.verb in ("added", "moved")})


def _with(entry: Entry, fields: Iterable[FieldChange]) -> dict[str, object]:
    found = dict(entry.fields)
    for field in fields:
        found[field.name] = field.after
    return {name: value for name, value in found.items() if value is not None}


def _ordered(records: dict[Key, Entry], put: dict[Key, Entry | None]) -> Records:
    """Return records in the places that follow when what was added or moved is put into its turn, first ones first."""
    turns: dict[tuple[str, str], list[Key]] = {}
    for key, entry in sorted(records.items(), key=lambda item: item[1].place.turn if item[1].place else 0):
        if entry.place is not None and key not in put:
            turns.setdefault((key.family, entry.place.holder), []).append(key)
    places = [(entry.place.turn, entry.place.holder, key) for key, entry in put.items() if entry and entry.place]
    for turn, holder, key in sorted(places):
        turns.setdefault((key.family, holder), []).insert(turn, key)
    for (_, holder), keys in turns.items():
        for turn, key in enumerate(keys):
            records[key] = records[key]._replace(place=Place(holder, turn))
    return records
