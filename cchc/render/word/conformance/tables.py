"""The tables: a header row on every page, rows kept whole, columns as in the source, section rows, the size of type."""

import re
import unicodedata
from collections.abc import Iterator

from cchc.ooxml.package import W
from cchc.render.word.conformance.found import Between, Findings, Measure, Shares, Where, Word
from cchc.render.word.conformance.letters import judge_letters
from cchc.render.word.conformance.reading import Section, TableCell, TableRow, WordTable
from cchc.render.word.conformance.units import twips
from cchc.render.word.rows import lines_in

SIZE = Between(11, 13, "pt")
SOURCE_WIDTHS = {"number": 600, "content": 3700, "deadline": 1850, "lead": 2050, "coordinating": 2150, "results": 3653}
"""The columns of the source in twips; they count by their shares."""
SHARE_TOLERANCE = 3
"""Hundredths of the width: what a hand on the ruler of Word moves without meaning to."""
QUOTED = 40

_CAPTIONS = {
    "number": re.compile(r"s?tt|số tt"),
    "content": re.compile(r"nội dung.*"),
    "deadline": re.compile(r"(?:thời hạn|thời gian).*"),
    "lead": re.compile(r".*chủ trì.*"),
    "coordinating": re.compile(r".*phối hợp.*"),
    "results": re.compile(r"(?:kết quả|sản phẩm).*"),
}
_SECTION_NUMBER = re.compile(r"[A-Z]{1,6}\.?")
_COLUMN_NUMBER = re.compile(r"[0-9A-Z()=+\s-]{0,9}")
_LINE = 276  # twips, Times New Roman 12
_PAGE_LINES = 34
_USUAL_WIDTH = 1_500


def judge_tables(sections: list[Section], findings: Findings) -> None:
    """Note what is wrong with the tables; those that only place text (up to two columns, no header row) have letters alone."""
    number = judged = 0
    for section in sections:
        for table in section.tables:
            number += 1
            judged += _TableJudge(table, section, number, findings).judge()
    if not judged:
        findings.add("docx-table-missing", Where("document"), Word("layout-tables" if number else "nothing"), Word("table"))


class _TableJudge:
    """Goes through the rows of one table."""

    def __init__(self, table: WordTable, section: Section, number: int, findings: Findings) -> None:
        self._table = table
        self._where = Where("table", section=section.number, table=number)
        self._findings = findings
        self._page_lines = _lines_on_page(section)

    def judge(self) -> bool:
        """Note what is wrong; return False where the table only places text."""
        rows = self._table.rows()
        first = next(rows, None)
        if first is None:
            return False
        self._columns = len(self._table.grid) or sum(cell.span for cell in first.cells)
        is_layout = self._columns <= 2 and not first.is_header
        if not is_layout:
            self._judge_header(first)
        is_heading = True
        for row in self._with(first, rows):
            is_heading = is_heading and (row is first or (first.is_header and row.is_header))
            if is_layout:
                self._judge_letters(row)
            else:
                self._judge_row(row, is_heading=is_heading, is_first=row is first)
        return not is_layout

    @staticmethod
    def _with(first: TableRow, rows: Iterator[TableRow]) -> Iterator[TableRow]:
        yield first
        yield from rows

    def _judge_header(self, row: TableRow) -> None:
        where = self._at(row)
        if not row.is_header:
            self._findings.add("docx-header-row", where, Word("once"), Word("every-page"))
        self._judge_proportions(row)

    def _judge_row(self, row: TableRow, *, is_heading: bool, is_first: bool) -> None:
        self._judge_letters(row)
        if not row.is_kept_whole and not self._is_tall(row):
            self._findings.add("docx-row-may-break", self._at(row), Word("may-break"), Word("whole"), row.times)
        for column, cell in enumerate(row.cells, start=1):
            for size in {piece.look.size / 2: None for line in cell.lines for piece in line.seen}:
                if not SIZE.first <= size <= SIZE.last:
                    self._findings.add("docx-cell-size", self._in(row, column), Measure(size, "pt"), SIZE, row.times)
        if is_heading:
            if is_first or not all(_COLUMN_NUMBER.fullmatch(cell.text) for cell in row.cells):
                self._judge_heading(row)
        else:
            self._judge_section(row)

    def _judge_heading(self, row: TableRow) -> None:
        for column, cell in enumerate(row.cells, start=1):
            where = self._in(row, column)
            for line in cell.lines:
                if line.seen and line.alignment != "center":
                    self._findings.add("docx-header-row-centred", where, Word(line.alignment), Word("center"))
                if any(not piece.look.is_bold for piece in line.seen):
                    self._findings.add("docx-header-row-bold", where, Word("not-bold"), Word("bold"))

    def _judge_section(self, row: TableRow) -> None:
        shape = self._shape(row)
        if shape == "task":
            return
        if shape != "section":
            self._findings.add("docx-section-row", self._at(row), Word(shape), Word("number-and-title"))
        if any(not piece.look.is_bold for cell in row.cells for line in cell.lines for piece in line.seen):
            self._findings.add("docx-section-row-bold", self._at(row), Word("not-bold"), Word("bold"))

    def _shape(self, row: TableRow) -> str:
        """Say what a row is: of a task, of a section as asked, or of a section in one cell or in cells left apart."""
        cells = row.cells
        if not any(cell.text.strip() for cell in cells):
            return "task"
        if len(cells) == 1:
            return "section" if self._columns == 1 else "one-cell"
        if len(cells) == 2 and cells[0].span == 1 and cells[1].span == self._columns - 1 > 1:
            return "section"
        if not _SECTION_NUMBER.fullmatch(cells[0].text.strip()):
            return "task"
        if self._columns == 2:
            return "section"
        rest = cells[2:]
        is_empty = rest and not any(cell.text.strip() or cell.continues for cell in rest)
        return "cells-apart" if is_empty else "task"

    def _judge_letters(self, row: TableRow) -> None:
        for column, cell in enumerate(row.cells, start=1):
            for line in cell.lines:
                judge_letters(line, self._in(row, column), self._findings, row.times)

    def _judge_proportions(self, row: TableRow) -> None:
        """Hold the shares of the six usual columns against those of the source; other columns may stand between them."""
        widths = self._widths(row)
        keys = [_key_of(cell) for cell in row.cells]
        named = {key: width for key, width in zip(keys, widths, strict=True) if key is not None}
        if set(named) != set(SOURCE_WIDTHS) or len(named) != len([key for key in keys if key]):
            self._findings.leave("docx-column-proportions", self._where, "other-columns")
        elif not all(named.values()):
            self._findings.leave("docx-column-proportions", self._where, "no-widths")
        else:
            found, asked = _shares(named), _shares({key: float(SOURCE_WIDTHS[key]) for key in named})
            if any(abs(one - other) > SHARE_TOLERANCE for one, other in zip(found, asked, strict=True)):
                self._findings.add(
                    "docx-column-proportions", self._where, Shares(tuple(map(round, found))), Shares(tuple(map(round, asked)))
                )

    def _widths(self, row: TableRow) -> list[float]:
        """Return the width of each cell: its own, else that of its columns, else 0."""
        widths, at = [], 0
        for cell in row.cells:
            columns = self._table.grid[at : at + cell.span]
            widths.append(cell.width or sum(columns))
            at += cell.span
        return widths

    def _is_tall(self, row: TableRow) -> bool:
        """Say whether a row is estimated to be taller than half a page, as `cchc render` estimates."""
        return any(
            lines_in([line.text for line in cell.lines], int(width or _USUAL_WIDTH)) * 2 > self._page_lines
            for cell, width in zip(row.cells, self._widths(row), strict=True)
            if not cell.continues
        )

    def _at(self, row: TableRow) -> Where:
        text = next((text for cell in row.cells if (text := " ".join(cell.text[:200].split()))), "")
        if len(row.cells) > 1 and len(text) < 8:
            text = " ".join(" ".join(cell.text[:200].split()) for cell in row.cells[:2]).strip()
        return self._where._replace(kind="row", row=row.number, text=_quote(text))

    def _in(self, row: TableRow, column: int) -> Where:
        text = " ".join(row.cells[column - 1].text[:200].split())
        return self._where._replace(kind="cell", row=row.number, column=column, text=_quote(text))


def _key_of(cell: TableCell) -> str | None:
    caption = " ".join(unicodedata.normalize("NFC", cell.text[:200]).casefold().split())
    return next((key for key, pattern in _CAPTIONS.items() if pattern.fullmatch(caption)), None)


def _shares(widths: dict[str, float]) -> list[float]:
    total = sum(widths.values())
    return [100 * width / total for width in widths.values()]


def _lines_on_page(section: Section) -> int:
    """Return how many lines of a table a page of the section holds, as `cchc render` counts them."""
    size = section.properties.find(W + "pgSz") if section.properties is not None else None
    margins = section.properties.find(W + "pgMar") if section.properties is not None else None
    height = twips(size.get(W + "h")) if size is not None else None
    top, bottom = (twips(margins.get(W + side)) if margins is not None else None for side in ("top", "bottom"))
    if height is None or top is None or bottom is None:
        return _PAGE_LINES
    return max(2, int(height - abs(top) - abs(bottom)) // _LINE)


def _quote(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"
