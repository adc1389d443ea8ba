"""Units that the year of the new plan no longer has."""

from collections.abc import Mapping
from datetime import date

from cchc.model.registry import Placed
from cchc.model.units import Unit


def lapsed_units(units: Mapping[str, Placed[Unit]], first_day: date) -> dict[str, str]:
    """Return the ids of the units that are gone on a day, each with the ids of those that succeed it."""
    return {
        unit_id: ", ".join(placed.record.succeeded_by)
        for unit_id, placed in units.items()
        if (placed.record.valid_to is not None and placed.record.valid_to < first_day)
        or (placed.record.valid_to is None and placed.record.succeeded_by)
    }
