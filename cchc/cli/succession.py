"""A unit that ends, and the units that succeed it: what changes in the files of units."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cchc.checks.units import folded
from cchc.cli.changing import Edits
from cchc.cli.ids import free_id, id_of
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.source.tree import Data


class Heir(NamedTuple):
    """A unit that succeeds another."""

    id: str
    name: str


def heir_of(session: Session, name: str, unit_id: str | None, option: str, others: Sequence[Heir] = ()) -> Heir:
    """Return a new unit under a free id; raise UsageError where a unit already has the name or the id."""
    name = " ".join(name.split())
    taken = {placed.record.name: known for known, placed in session.registry.units.items()}
    taken |= {heir.name: heir.id for heir in others}
    for known_name, known in taken.items():
        if folded(known_name) == folded(name):
            raise UsageError("usage/unit-name", option=option, value=name, unit=known)
    if not folded(name):
        raise UsageError("usage/missing", value=option)
    if unit_id is None:
        return Heir(free_id(name, taken.values(), "--id" if option == "--to" else "--into ID=…"), name)
    if unit_id in taken.values():
        raise UsageError("usage/unit-id", value=unit_id)
    return Heir(id_of(unit_id, "--id" if option == "--to" else option), name)


def succeed(session: Session, edits: Edits, unit: str, heirs: Sequence[Heir], on: date) -> None:
    """End a unit the day before `on` and let its heirs take its place, also in the groups that it is a member of.

    The ended unit stays a member: plans of its time are answered for by those who were members then. Raises UsageError,
    NotEditable.
    """
    placed = session.registry.units[unit]
    record = placed.record
    if record.succeeded_by or record.valid_to is not None:
        raise UsageError("usage/unit-ended", unit=unit, known=list(record.succeeded_by))
    if record.valid_from is not None and on <= record.valid_from:
        raise UsageError("usage/unit-begins", unit=unit, day=record.valid_from)
    editor = edits.of(placed.at.file)
    editor.put((*placed.at.keys, "valid_to"), (on - timedelta(days=1)).isoformat())
    editor.put((*placed.at.keys, "succeeded_by"), [heir.id for heir in heirs])
    before = unit
    for heir in heirs:
        data: dict[str, Data] = {"name": heir.name}
        if len(heirs) == 1 and record.email is not None:
            data["email"] = record.email
        if len(heirs) == 1 and record.members:
            data["members"] = list(record.members)
        editor.put((*placed.at.keys[:-1], heir.id), {**data, "valid_from": on.isoformat()}, after=before)
        before = heir.id
    for group in session.registry.units.values():
        if unit in group.record.members:
            place = group.record.members.index(unit) + 1
            for offset, heir in enumerate(heirs):
                edits.of(group.at.file).insert((*group.at.keys, "members"), place + offset, heir.id)
