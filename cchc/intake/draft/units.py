"""The units that cells name, matched with those of the workspace; what matches none becomes a new one."""

import re
from collections.abc import Mapping

from cchc.intake.draft.text import as_prose, clean
from cchc.intake.draft.values import Certainty, Paragraphs, Remark, Spot
from cchc.model.ids import made_id
from cchc.model.units import Unit
from cchc.source.tree import Data

_LONGEST_NAME = 140
_SENTENCE = re.compile(r"[.;:]\s|\bchủ trì\b|\bphối hợp\b|\bthực hiện\b|\btham mưu\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*|\s*,\s*|\s+và\s+|\s*\n\s*")


class UnitBook:
    """Units by the names under which cells may name them, the new ones in their order."""

    def __init__(self, known: Mapping[str, Unit]) -> None:
        self.new: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self._names = {unit_id: unit.name for unit_id, unit in known.items()}
        self._ids: dict[str, str] = {}
        for unit_id, unit in known.items():
            for name in (unit.name, *unit.aliases):
                self._ids.setdefault(plain(name), unit_id)

    def find(self, name: str) -> str | None:
        return self._ids.get(plain(name))

    def entry(self, printed: str, spot: Spot) -> Data:
        """Return how a cell names a unit that it prints so; a name that no unit has makes a new one."""
        unit_id = self.find(printed)
        if unit_id is None:
            unit_id = self._add(printed, spot)
        if self._names[unit_id] == printed:
            return unit_id
        return {"unit": unit_id, "as": printed}

    def cell(self, lines: Paragraphs, spot: Spot) -> Data:
        """Return a cell of units as a plan writes it, so that it prints the same lines."""
        items = as_prose(lines)
        if isinstance(items, list) and len(items) > 1 and not any(_is_prose(item) or self._together(item) for item in items):
            return [self.entry(item, spot) for item in items]
        if isinstance(items, str) and "\n" not in items and not _is_prose(items):
            together = self._together(items)
            return [self.entry(items, spot)] if together is None else {"units": together, "text": items}
        units: list[Data] = []
        for item in items if isinstance(items, list) else items.split("\n"):
            units += [unit for unit in self._named_in(item, spot) if unit not in units]
        return {"units": units, "text": list[Data](items) if isinstance(items, list) else items}

    def _add(self, printed: str, spot: Spot) -> str:
        name = clean(printed).rstrip(".;,: ").removeprefix("- ")
        unit_id = made_id(name, self._names) or f"don-vi-{len(self._names) + 1}"
        self._names[unit_id] = name
        self._ids[plain(name)] = unit_id
        self.new[unit_id] = name
        self.remarks.append(Remark("unit-new", Certainty.GUESSED, spot, {"unit": unit_id, "name": name}))
        return unit_id

    def _together(self, text: str) -> list[Data] | None:
        """Return the units of a line that names several; None where it is one name, whatever commas it holds."""
        if self.find(text) is not None:
            return None
        pieces = [piece for piece in _BETWEEN.split(text.rstrip(". ")) if piece]
        found = [self.find(piece) for piece in pieces]
        return list(found) if len(pieces) > 1 and None not in found else None

    def _named_in(self, text: str, spot: Spot) -> list[Data]:
        """Return the units that a longer text names, the whole of it where it is a name itself."""
        if self.find(text) is not None:
            return [self.find(text)]
        together = self._together(text)
        if together is not None:
            return together
        if not _is_prose(text):
            pieces = [piece for piece in re.split(r"\s*;\s*", text.rstrip(".; ")) if piece]
            return [self._id_of(piece, spot) for piece in pieces]
        words = plain(text)
        found = [(words.find(name), unit_id) for name, unit_id in self._ids.items() if len(name) > 5 and name in words]
        units: list[Data] = list(dict.fromkeys(unit_id for _, unit_id in sorted(found)))
        self.remarks.append(Remark("units-in-prose", Certainty.GUESSED, spot, {"text": text, "units": units}))
        return units

    def _id_of(self, name: str, spot: Spot) -> Data:
        found = self.find(name)
        return self._add(name, spot) if found is None else found


def plain(name: str) -> str:
    """Return a name as names are compared: no letter case, no final stop, no leading dash."""
    return clean(name).removeprefix("- ").rstrip(".;,: ").casefold()


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST_NAME or (_SENTENCE.search(text.rstrip(".;: ")) is not None and len(text.split()) > 8)
