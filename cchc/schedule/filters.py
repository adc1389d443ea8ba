"""Whose task it is: the units that a question about one of them means, and the items that concern them."""

from collections.abc import Callable
from typing import Literal, assert_never

from cchc.model.registry import Registry
from cchc.model.units import unit_ids
from cchc.schedule.agenda import Item

Role = Literal["lead", "coordinating", "any"]


def answering_units(unit: str, registry: Registry) -> frozenset[str]:
    """Return the units whose tasks are a unit's own: itself, the groups it is in, its members, those it succeeds."""
    members = {unit_id: placed.record.members for unit_id, placed in registry.units.items()}
    heirs = {unit_id: placed.record.succeeded_by for unit_id, placed in registry.units.items()}
    own = _reach({unit}, lambda known: {old for old, new in heirs.items() if known & set(new)})
    groups = _reach(set(own), lambda known: {group for group, inside in members.items() if known & set(inside)})
    inside = _reach({unit}, lambda known: {member for group in known for member in members.get(group, ())})
    return frozenset(own | groups | inside)


def _reach(start: set[str], more: Callable[[set[str]], set[str]]) -> set[str]:
    known = set(start)
    while added := more(known) - known:
        known |= added
    return known


def concerns(item: Item, units: frozenset[str], role: Role) -> bool:
    """Return whether one of the units has that role in the item's duty."""
    leads = units & frozenset(unit_ids(item.lead))
    coordinates = units & frozenset(unit_ids(item.duty.coordinating))
    match role:
        case "lead":
            return bool(leads)
        case "coordinating":
            return bool(coordinates)
        case "any":
            return bool(leads or coordinates)
        case _:
            assert_never(role)
