"""Where an element of a part stands, in the numbers that a reader would count."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from cchc.ooxml.package import W
from cchc.render.word.package import relationships
from cchc.render.word.problems import Refused, Spot

_BOX = W + "txbxContent"
_COUNTED = {W + "p": "paragraph", W + "tbl": "table", W + "footnote": "note", W + "endnote": "note"}
_ROOMS = {
    "officeDocument": "body", "header": "header", "footer": "footer", "footnotes": "footnote", "endnotes": "endnote",
    "comments": "comment", "styles": "styles", "numbering": "numbering", "settings": "settings",
    "glossaryDocument": "glossary", "core-properties": "property", "extended-properties": "property",
    "custom-properties": "property",
}  # fmt: skip


def rooms_of(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return which room of the document each part is, as far as the package tells."""
    rooms = {name: "link" if name.casefold().endswith(".rels") else "other" for name in parts}
    try:
        linked = relationships(parts, "")
        for main in [target for _, kind, target, _ in linked if kind == "officeDocument"]:
            linked += relationships(parts, main)
    except Refused:
        return rooms
    return rooms | {target: _ROOMS[kind] for _, kind, target, is_external in linked if kind in _ROOMS and not is_external}


class Spots:
    """The spots of one part. Paragraphs and tables are counted when the first is asked for: ask before any is moved."""

    def __init__(self, root: Any, part: Spot) -> None:
        self.part = part
        self._root = root
        self._numbers: dict[Any, int] | None = None
        self._within: dict[Any, dict[Any, int]] = {}

    def of(self, element: Any) -> Spot:
        """Return the spot of an element: that of the outermost table, note or paragraph around it, else the part's own."""
        if element is None:
            return self.part
        if self._numbers is None:
            self._numbers = dict(_count(self._root))
        chain = [*reversed(list(element.iterancestors())), element]
        box = next((at for at, one in enumerate(chain) if one.tag == _BOX), None)
        here = replace(self.part, is_boxed=box is not None)
        for one in chain[:box]:
            if one.tag in _COUNTED and one in self._numbers:
                number = self._numbers[one]
                match _COUNTED[one.tag]:
                    case "paragraph":
                        return replace(here, paragraph=number)
                    case "note":
                        return replace(here, note=number)
                    case _:
                        row = next((other for other in chain if other.tag == W + "tr"), None)
                        cell = next((other for other in chain if other.tag == W + "tc"), None)
                        return replace(here, table=number, row=self._place(row, one), cell=self._place(cell, row))
        return here

    def _place(self, element: Any, owner: Any) -> int:
        """Return the number of a row in its own table, or of a cell in its own row; 0 where there is none."""
        if element is None:
            return 0
        if owner not in self._within:
            likes = [one for one in owner.iter(element.tag) if next(one.iterancestors(owner.tag)) is owner]
            self._within[owner] = {one: number for number, one in enumerate(likes, start=1)}
        return self._within[owner].get(element, 0)


def _count(root: Any) -> Iterator[tuple[Any, int]]:
    """Yield the paragraphs, tables and notes that stand in no other, each with its number among its like."""
    counts = dict.fromkeys(_COUNTED, 0)
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        if element.tag in counts:
            if element.get(W + "type") is None:  # the lines between notes and text are notes too, and not counted
                counts[element.tag] += 1
                yield element, counts[element.tag]
        else:
            waiting += reversed(element)
