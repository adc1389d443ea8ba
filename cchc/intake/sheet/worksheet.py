"""The rows of one sheet: cells that are merged, hidden, computed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cchc.intake.counting import whole
from cchc.intake.grid import CELL_LIMIT
from cchc.intake.notices import Notices
from cchc.intake.sheet.formats import shown
from cchc.intake.sheet.texts import S, unescaped, words_of
from cchc.intake.values import NoticeKind, Paragraph, Place, SourceCell, SourceRefused, SourceRow

_COLUMNS = 16_384  # of Excel
_TRUE = {"1", "true", "on"}


class Book(NamedTuple):
    """What the sheets of a workbook share."""

    name: str
    strings: list[str]
    formats: list[str]
    is_1904: bool


class _Merge(NamedTuple):
    """Cells that are shown as one, places counted from 0, the last ones included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Worksheet:
    """Reads the rows of a sheet."""

    def __init__(self, root: Any, book: Book, notices: Notices) -> None:
        self._root = root
        self._book = book
        self._notices = notices
        found = [_area(one.get("ref", "")) for one in root.iterfind(f"{S}mergeCells/{S}mergeCell")]
        self._merges = sorted((merge for merge in found if merge is not None), reverse=True)
        self._hidden = [
            (whole(one.get("min"), 0) - 1, whole(one.get("max"), 0) - 1)
            for one in root.iterfind(f"{S}cols/{S}col")
            if one.get("hidden") in _TRUE
        ]
        self._made = 0

    def rows(self, table: int) -> Iterator[SourceRow]:
        """Yield the rows that hold something; their numbers are those of Excel, columns without a cell are empty."""
        active: list[_Merge] = []
        last = -1
        for element in self._root.iterfind(f"{S}sheetData/{S}row"):
            row = whole(element.get("r"), last + 2) - 1
            last = row
            while self._merges and self._merges[-1].first_row <= row:
                active.append(self._merges.pop())
            active = [merge for merge in active if merge.last_row >= row]
            self._notices.place = Place(table=table, row=row + 1)
            cells = dict(self._cells(element, row, table))
            if element.get("hidden") in _TRUE:
                words = "\t".join(text for text in cells.values() if text)
                if words:
                    self._notices.tell(NoticeKind.HIDDEN_ROW, words)
                continue
            placed = self._placed(cells, active, row, table)
            if any(cell.paragraphs or cell.is_continued_down for cell in placed):
                yield SourceRow(row + 1, placed)

    def _placed(self, cells: dict[int, str], active: list[_Merge], row: int, table: int) -> tuple[SourceCell, ...]:
        placed: list[SourceCell] = []
        covered: set[int] = set()
        for merge in active:
            columns = range(merge.first_column, min(merge.last_column, _COLUMNS - 1) + 1)
            is_first = row == merge.first_row
            covered.update(columns[1:] if is_first else columns)
            text = cells.get(merge.first_column, "") if is_first else ""
            placed.append(SourceCell(columns[0], _paragraphs(text), len(columns), not is_first))
            self._made += len(columns)
        self._made += len(cells)
        if self._made > CELL_LIMIT:
            raise SourceRefused("intake/too-large", name=self._book.name, limit=f"{CELL_LIMIT:,}")
        merged = {merge.first_column for merge in active}
        for column, text in cells.items():
            if column in covered:
                self._tell(NoticeKind.COVERED, text, table, row, column)
            elif column not in merged and self._is_hidden(column):
                self._tell(NoticeKind.HIDDEN_COLUMN, text, table, row, column)
            elif column not in merged:
                placed.append(SourceCell(column, _paragraphs(text)))
        return tuple(sorted(placed, key=lambda cell: cell.column))

    def _tell(self, kind: NoticeKind, text: str, table: int, row: int, column: int) -> None:
        if text:
            self._notices.place = Place(table=table, row=row + 1, cell=column + 1)
            self._notices.tell(kind, text)

    def _is_hidden(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self._hidden)

    def _cells(self, element: Any, row: int, table: int) -> Iterator[tuple[int, str]]:
        column = -1
        for cell in element.iterfind(S + "c"):
            place = _place(cell.get("r", ""))
            column = column + 1 if place is None else place[1]
            self._notices.place = Place(table=table, row=row + 1, cell=column + 1)
            yield column, self._text(cell)

    def _text(self, cell: Any) -> str:
        formula, value = cell.find(S + "f"), cell.find(S + "v")
        kept = None if value is None else value.text
        if formula is not None:
            self._notices.tell(NoticeKind.FORMULA, f"={formula.text or ''}", is_kept=kept is not None)
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inside = cell.find(S + "is")
            return "" if inside is None else words_of(inside, self._notices)
        if kept is None:
            return ""
        match kind:
            case "s":
                at = whole(kept, -1)
                return self._book.strings[at] if 0 <= at < len(self._book.strings) else self._lost(kept)
            case "b":
                return "TRUE" if kept == "1" else "FALSE"
            case "n":
                return self._number(kept, whole(cell.get("s"), 0))
            case _:
                return unescaped(kept)

    def _lost(self, number: str) -> str:
        self._notices.tell(NoticeKind.UNKNOWN, "", f"sharedStrings[{number}]")
        return ""

    def _number(self, value: str, style: int) -> str:
        code = self._book.formats[style] if 0 <= style < len(self._book.formats) else "General"
        text, unknown = shown(value, code, is_1904=self._book.is_1904)
        if unknown:
            self._notices.tell_once(NoticeKind.NUMBER_FORMAT, text, unknown, is_kept=True)
        return text


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line) for line in text.split("\n")) if text else ()


def _area(reference: str) -> _Merge | None:
    first, _, last = reference.partition(":")
    begin, end = _place(first), _place(last or first)
    if begin is None or end is None or end < begin or end[1] < begin[1]:
        return None
    return _Merge(begin[0], begin[1], end[0], end[1])


def _place(reference: str) -> tuple[int, int] | None:
    """Return row and column of `B3`, counted from 0."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha() and digits):
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return whole(digits, 1) - 1, column - 1
