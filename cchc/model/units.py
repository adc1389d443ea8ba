"""Units, groups of units, and units as a cell of the appendix names them."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from cchc.model.record import Record
from cchc.model.scalars import Date, Email, FilledProse, Id, Line


class Unit(Record):
    """A unit, or a group when it has members; a renamed unit is a new one that succeeds the old."""

    name: Line
    email: Email | None = None
    aliases: tuple[Line, ...] = ()
    members: tuple[str, ...] = ()
    valid_from: Date | None = None
    valid_to: Date | None = None
    succeeded_by: tuple[str, ...] = ()


class UnitsFile(Record):
    units: dict[Id, Unit] = Field(default_factory=dict)


class UnitAs(Record):
    """A unit under the wording that one cell prints for it."""

    unit: str
    as_: Annotated[Line, Field(alias="as")]


def _entry_tag(raw: Any) -> str | None:
    return "<id>" if isinstance(raw, str) else "<as>" if isinstance(raw, dict) else None


UnitEntry = Annotated[Annotated[str, Tag("<id>")] | Annotated[UnitAs, Tag("<as>")], Discriminator(_entry_tag)]
UnitEntries = tuple[UnitEntry, ...]


class UnitCell(Record):
    """Units whose cell prints a text of its own."""

    units: UnitEntries
    text: FilledProse


def _cell_tag(raw: Any) -> str | None:
    return "<list>" if isinstance(raw, list) else "<cell>" if isinstance(raw, dict) else None


Units = Annotated[Annotated[UnitEntries, Tag("<list>")] | Annotated[UnitCell, Tag("<cell>")], Discriminator(_cell_tag)]


def entries_of(units: "UnitEntries | UnitCell | None") -> UnitEntries:
    """Return the entries of a cell, whichever way it is written; none for an empty cell."""
    if units is None:
        return ()
    return units.units if isinstance(units, UnitCell) else units


def unit_ids(units: "UnitEntries | UnitCell | None") -> tuple[str, ...]:
    return tuple([entry if isinstance(entry, str) else entry.unit for entry in entries_of(units)])
