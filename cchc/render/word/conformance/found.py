"""What the check of a Word file tells: codes, where, what was found and what is asked, without words of a language."""

from typing import Literal, NamedTuple

CODES = (
    "docx-paper-size", "docx-orientation",
    "docx-margin-top", "docx-margin-bottom", "docx-margin-left", "docx-margin-right",
    "docx-font", "docx-font-four-kinds", "docx-colour", "docx-not-nfc",
    "docx-page-number-missing", "docx-page-number-place", "docx-page-number-centred", "docx-page-number-digits",
    "docx-page-number-size", "docx-page-number-upright", "docx-page-number-first-page", "docx-page-number-start",
    "docx-label-missing", "docx-label-own-line", "docx-label-centred", "docx-label-size", "docx-label-bold",
    "docx-label-upright",
    "docx-title-missing", "docx-title-centred", "docx-title-capitals", "docx-title-size", "docx-title-bold",
    "docx-title-upright",
    "docx-issued-line-missing", "docx-issued-line-place", "docx-issued-line-centred", "docx-issued-line-size",
    "docx-issued-line-italic",
    "docx-table-missing", "docx-header-row", "docx-header-row-centred", "docx-header-row-bold", "docx-row-may-break",
    "docx-column-proportions", "docx-section-row", "docx-section-row-bold", "docx-cell-size",
)  # fmt: skip
"""Every code of the check, in the order in which they are told; a code never changes its meaning."""

Unit = Literal["mm", "pt"]


class Measure(NamedTuple):
    """A length in millimetres, or a size of type in points."""

    value: float
    unit: Unit


class Between(NamedTuple):
    """A range of measures, both ends within it."""

    first: float
    last: float
    unit: Unit


class Paper(NamedTuple):
    """A sheet in millimetres."""

    width: float
    height: float


class Shares(NamedTuple):
    """Widths of columns in hundredths of their sum."""

    percents: tuple[int, ...]


class Word(NamedTuple):
    """Something that each language has its own words for: `left`, `bold`, `nothing`."""

    key: str


class Quoted(NamedTuple):
    """Something that stands in the file and is told as it is: the name of a font, a colour, a text."""

    text: str


Value = Measure | Between | Paper | Shares | Word | Quoted


class Where(NamedTuple):
    """A place in the document; numbers count from 1, 0 where they say nothing. `text` quotes what stands there."""

    kind: Literal["document", "section", "header", "footer", "line", "table", "row", "cell"]
    section: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    text: str = ""


class Deviation(NamedTuple):
    """A rule that the document breaks; `others` counts the further places with the same fault."""

    code: str
    where: Where
    found: Value
    asked: Value
    others: int = 0


class Unjudged(NamedTuple):
    """A rule that could not be held against the document; `reason` names why."""

    code: str
    where: Where
    reason: str


class Conformance(NamedTuple):
    """All that the check tells of a document."""

    deviations: tuple[Deviation, ...]
    unjudged: tuple[Unjudged, ...]


class Findings:
    """Collects deviations; the same fault found again is counted, not repeated."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, Value, Value], tuple[Where, int]] = {}
        self._unjudged: dict[Unjudged, None] = {}

    def add(self, code: str, where: Where, found: Value, asked: Value, times: int = 1) -> None:
        """Note a deviation that stands in so many places."""
        first, count = self._places.get((code, found, asked), (where, 0))
        self._places[code, found, asked] = (first, count + times)

    def leave(self, code: str, where: Where, reason: str) -> None:
        """Note a rule that cannot be judged here."""
        self._unjudged.setdefault(Unjudged(code, where, reason))

    def told(self) -> Conformance:
        """Return what was noted, by code."""
        found = [Deviation(key[0], where, *key[1:], count - 1) for key, (where, count) in self._places.items()]
        order = {code: place for place, code in enumerate(CODES)}
        return Conformance(
            tuple(sorted(found, key=lambda deviation: order[deviation.code])),
            tuple(sorted(self._unjudged, key=lambda unjudged: order[unjudged.code])),
        )


def symbol(value: Value) -> str:
    """Return a value as programs read it: `19 mm`, `13-14 pt`, `left`."""
    match value:
        case Measure(amount, unit):
            return f"{amount:g} {unit}"
        case Between(first, last, unit):
            return f"{first:g}-{last:g} {unit}"
        case Paper(width, height):
            return f"{width:g} x {height:g} mm"
        case Shares(percents):
            return "-".join(map(str, percents)) + " %"
        case Word(key):
            return key
        case Quoted(text):
            return text
