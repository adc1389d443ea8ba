"""The units that cells name, matched with those of the workspace; what matches none becomes a new one."""

import re
from collections.abc import Mapping

from cchc.intake.draft.text import as_prose, clean
from cchc.intake.draft.values import Certainty, Paragraphs, Remark, Spot
from cchc.model.ids import made_id
from cchc.model.units import Unit
from cchc.source.tree import Data

_LONGEST_NAME = 140
_SENTENCE = re.compile(r"[.:]\s|\bchủ trì\b|\bphối hợp\b|\bthực hiện\b|\btham mưu\b", re.IGNORECASE)
_BETWEEN = re.compile(r" ?[;,/\n] ?| và | [-–&+] ", re.IGNORECASE)
_MARK = re.compile(r"^(?:[-–+*•]\s*|[0-9]{1,2}[.)]\s+)")
_ASIDE = re.compile(r" ?\([^()]*\)[.;,]?$")
_OFFICE = re.compile(
    r"(?:các |toàn thể )?(?:Sở|Phòng|Ban|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Văn phòng|Thanh tra|Trung tâm|Chi cục|Cục|Vụ|Bộ|"
    r"Công an|Hội|Đoàn|Liên đoàn|Viện|Trường|Bệnh viện|Kho bạc|Ngân hàng|Bảo hiểm|BHXH|Tòa án|Toà án|Đài|Báo|Mặt trận|"
    r"UBMTTQ|Tổ|Đội|Tỉnh ủy|Tỉnh đoàn|Đảng ủy|Huyện ủy|Thành ủy|Bưu điện|Chủ tịch|Giám đốc|Lãnh đạo|Các)\b"
)
"""How names of offices begin; a piece behind a comma that begins otherwise belongs to the name before it."""
_OF_BOTH = re.compile(r"\s+và\s+(?=(?:HĐND|UBND|Hội đồng|Ủy ban|Uỷ ban)\b)")


_LAST_MARK = re.compile(r"(?: ?[;,/\n]| và| [-–&+]) ?$", re.IGNORECASE)


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
        """Return the unit of that name; what stands behind it in brackets may be no part of it."""
        return self._ids.get(plain(name)) or self._ids.get(plain(_ASIDE.sub("", name)))

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
        if (
            isinstance(items, list)
            and len(items) > 1
            and not any(_is_prose(item) or len(self._parted(item)) > 1 for item in items)
        ):
            return [self.entry(item, spot) for item in items]
        if isinstance(items, str) and "\n" not in items and not _is_prose(items):
            together = self._together(items, spot)
            return [self.entry(items, spot)] if together is None else {"units": together, "text": items}
        units: list[Data] = []
        for item in items if isinstance(items, list) else items.split("\n"):
            units += [unit for unit in self._named_in(item, spot) if unit not in units]
        return {"units": units, "text": list[Data](items) if isinstance(items, list) else items}

    def _add(self, printed: str, spot: Spot) -> str:
        name = _MARK.sub("", _ASIDE.sub("", clean(printed)) or clean(printed)).rstrip(".;,: ")
        unit_id = made_id(name, self._names) or f"don-vi-{len(self._names) + 1}"
        self._names[unit_id] = name
        self._ids[plain(name)] = unit_id
        self.new[unit_id] = name
        self.remarks.append(Remark("unit-new", Certainty.GUESSED, spot, {"unit": unit_id, "name": name}))
        return unit_id

    def _together(self, text: str, spot: Spot) -> list[Data] | None:
        """Return the units of a line that names several; None where it is one name, whatever commas it holds."""
        if self.find(text) is not None:
            return None
        names = self._parted(text.rstrip(".; "))
        return list(dict.fromkeys(self._id_of(name, spot) for name in names)) if len(names) > 1 else None

    def _parted(self, text: str) -> list[str]:
        """Return the names that a line holds; a new one begins where a piece is known, or begins as names of offices do."""
        shared = text.startswith("Văn phòng")  # Văn phòng HĐND và UBND tỉnh is one office
        starts = [0]
        for mark in _BETWEEN.finditer(text):
            piece = (_BETWEEN.split(text[mark.end() :], maxsplit=1) or [""])[0]
            if (";" in mark[0] or self.find(piece) or _OFFICE.match(piece)) and not (
                shared and _OF_BOTH.match(text, mark.start())
            ):
                starts.append(mark.end())
        names = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        names = [_LAST_MARK.sub("", name).strip() for name in names]
        return names if self.find(names[0]) or _OFFICE.match(names[0]) else [text]

    def _named_in(self, text: str, spot: Spot) -> list[Data]:
        """Return the units that a longer text names, the whole of it where it is a name itself."""
        text = _MARK.sub("", text)
        if self.find(text) is not None:
            return [self.find(text)]
        together = None if _is_prose(text) else self._together(text, spot)
        if together is not None:
            return together
        if not _is_prose(text):
            return [self._id_of(text, spot)]
        words = plain(text)
        found = [(words.find(name), unit_id) for name, unit_id in self._ids.items() if len(name) > 5 and name in words]
        units: list[Data] = list(dict.fromkeys(unit_id for _, unit_id in sorted(found)))
        self.remarks.append(Remark("units-in-prose", Certainty.GUESSED, spot, {"text": text, "units": units}))
        return units

    def _id_of(self, name: str, spot: Spot) -> str:
        found = self.find(name)
        return self._add(name, spot) if found is None else found


def plain(name: str) -> str:
    """Return a name as names are compared: no letter case, no final stop, no leading dash."""
    return _MARK.sub("", clean(name)).rstrip(".;,: ").casefold()


def _is_prose(text: str) -> bool:
    longest = max(map(len, re.split("[;,]", text)))
    return longest > _LONGEST_NAME or (_SENTENCE.search(text.rstrip(".;: ")) is not None and len(text.split()) > 8)
