"""Units, numbers and texts as they print."""

from datetime import date

from cchc.model.registry import Registry
from cchc.model.scalars import Text
from cchc.model.units import UnitAs, UnitCell, UnitEntries, Units


def paragraphs(text: Text | None) -> tuple[str, ...]:
    """Return the paragraphs of a text: its lines as written, or its items after "- "."""
    if text is None:
        return ()
    if isinstance(text, str):
        return tuple(text.split("\n")) if text else ()
    return tuple(f"- {line}" if index == 0 else line for item in text for index, line in enumerate(item.split("\n")))


def on_one_line(text: Text | None) -> str:
    """Return a text on one line, the items of a list after each other."""
    items = (text,) if isinstance(text, str) else text or ()
    return "; ".join(" ".join(item.split()) for item in items)


def unit_cell(units: Units | None, registry: Registry) -> tuple[str, ...]:
    """Return what a cell of units prints: its own text, one unit alone, or several after "- "."""
    if units is None:
        return ()
    if isinstance(units, UnitCell):
        return paragraphs(units.text)
    names = unit_names(units, registry)
    return names if len(names) == 1 else tuple(f"- {name}" for name in names)


def unit_names(entries: UnitEntries, registry: Registry) -> tuple[str, ...]:
    return tuple(entry.as_ if isinstance(entry, UnitAs) else unit_name(entry, registry) for entry in entries)


def unit_name(unit: str, registry: Registry) -> str:
    placed = registry.units.get(unit)
    return placed.record.name if placed else unit


def current_names(entries: UnitEntries, registry: Registry, today: date) -> tuple[str, ...]:
    """Return the names of the units that answer today: a successor in place of a unit that is no more."""
    units = [entry.unit if isinstance(entry, UnitAs) else entry for entry in entries]
    names: dict[str, None] = {}
    for unit in units:
        for current in _current(unit, registry, today, set()):
            names[unit_name(current, registry)] = None
    return tuple(names)


def _current(unit: str, registry: Registry, today: date, seen: set[str]) -> list[str]:
    placed = registry.units.get(unit)
    if placed is None or unit in seen:
        return [unit]
    record = placed.record
    if record.valid_to is None or record.valid_to >= today or not record.succeeded_by:
        return [unit]
    return [current for heir in record.succeeded_by for current in _current(heir, registry, today, seen | {unit})]
