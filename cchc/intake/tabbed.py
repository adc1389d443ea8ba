"""Text with tabs, as copied out of a table, and csv: lines with several cells are rows, others are paragraphs."""

import re
from collections.abc import Iterator

from cchc.intake.notices import Notices
from cchc.intake.page import PageReader, parsed
from cchc.intake.values import NoticeKind, Paragraph, Place, SourceCell, SourceDocument, SourceRow, SourceTable

_TAG = re.compile(r"</?(?:ul|ol|li|br|p|div|span|b|strong|i|em|u|table)(?:[\s/>])", re.IGNORECASE)
_ITEM = re.compile(r" - (?=[^\W_])")
_SEPARATORS = (";", ",")
_GUARDED = ("'=", "'+", "'-", "'@")
_HEAD = 10_000


def read_tabbed(name: str, text: str, guessed: str) -> SourceDocument:
    """Return the rows and lines of a text. Raises SourceRefused."""
    notices = Notices()
    if guessed:
        notices.tell(NoticeKind.ENCODING, "", guessed)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    separator, text = _separator(name, text)
    lines = records(text, separator)
    if separator != "\t":
        lines = (list(map(_unguarded, line)) for line in lines)
    blocks = tuple(_Reader(name, notices).blocks(lines))
    return SourceDocument(blocks, notices.told())


def _separator(name: str, text: str) -> tuple[str, str]:
    """Return what parts the cells, and the text without a first line that says so (`sep=;`, as Excel writes it)."""
    first, _, rest = text.partition("\n")
    if len(first) == 5 and first.startswith("sep="):
        return first[4], rest
    if "\t" in text or not name.casefold().endswith(".csv"):
        return "\t", text
    return max(_SEPARATORS, key=text[:_HEAD].count), text


def records(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the cells of each line; a cell in quotes may hold the separator, line breaks, and quotes twice."""
    record: list[str] = []
    at, line_end = 0, -1
    while at <= len(text):
        if line_end < at:
            line_end = _found(text, "\n", at, len(text))
        quoted = _quoted(text, at, separator)
        if quoted is None:
            end = _found(text, separator, at, line_end)
            record.append(text[at:end])
        else:
            cell, end = quoted
            record.append(cell)
        if end >= len(text) or text[end] == "\n":
            yield record
            record = []
        at = end + 1


def _unguarded(cell: str) -> str:
    """Return a cell of a csv file without the quote that keeps a spreadsheet from computing it."""
    return cell[1:] if cell.startswith(_GUARDED) else cell


def _found(text: str, sought: str, begin: int, end: int) -> int:
    found = text.find(sought, begin, end)
    return end if found < 0 else found


def _quoted(text: str, at: int, separator: str) -> tuple[str, int] | None:
    """Return a cell in quotes and where it ends; None where the quotes only belong to its words."""
    if not text.startswith('"', at):
        return None
    pieces = []
    begin = at + 1
    while (end := text.find('"', begin)) >= 0:
        pieces.append(text[begin:end])
        after = text[end + 1 : end + 2]
        if after in {separator, "\n", ""}:
            return '"'.join(pieces), end + 1
        if after != '"':
            return None
        begin = end + 2
    return None


class _Reader:
    """Reads lines in their order; a blank line ends a table."""

    def __init__(self, name: str, notices: Notices) -> None:
        self._name = name
        self._notices = notices
        self._tables = 0
        self._lines = 0

    def blocks(self, lines: Iterator[list[str]]) -> Iterator[Paragraph | SourceTable]:
        """Yield the paragraphs and tables of a text."""
        rows: list[SourceRow] = []
        for line in lines:
            if len(line) > 1:
                rows.append(self._row(line, len(rows) + 1))
                continue
            yield from self._table(rows)
            rows = []
            if line[0].strip():
                self._lines += 1
                yield Paragraph(line[0])
        yield from self._table(rows)

    def _table(self, rows: list[SourceRow]) -> Iterator[SourceTable]:
        if rows:
            self._tables += 1
            yield SourceTable(self._tables, tuple(rows))

    def _row(self, line: list[str], number: int) -> SourceRow:
        cells = []
        for column, text in enumerate(line):
            self._notices.place = Place(table=self._tables + 1, row=number, cell=column + 1)
            cells.append(SourceCell(column, tuple(self._paragraphs(text))))
        return SourceRow(number, tuple(cells))

    def _paragraphs(self, text: str) -> Iterator[Paragraph]:
        """Yield the paragraphs of a cell, in which a list may have run into one line."""
        if not text:
            return
        if _TAG.search(text) is None:
            for line in text.split("\n"):
                yield from self._items(Paragraph(line))
            return
        reader = PageReader(self._name, self._notices, "accept")
        for paragraph in reader.cell(parsed(self._name, f"<div>{text}</div>")):
            yield from self._items(paragraph)

    def _items(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        if not paragraph.text.startswith("- "):
            yield paragraph
            return
        items = _split(paragraph.text)
        if len(items) > 1:
            self._notices.tell(NoticeKind.ITEMS_SPLIT, paragraph.text, is_kept=True)
        yield from (Paragraph(item) for item in items)


def _split(text: str) -> list[str]:
    """Return the items of a list on one line: each begins with a dash and a capital letter or a number."""
    items = []
    begin = 0
    for mark in _ITEM.finditer(text):
        letter = text[mark.end()]
        if letter.isupper() or letter.isdigit():
            items.append(text[begin : mark.start()])
            begin = mark.start() + 1
    items.append(text[begin:])
    return items
