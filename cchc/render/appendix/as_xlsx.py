"""The appendix as a workbook of Excel: one sheet to filter and sort, printed like the paper."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from xlsxwriter import Workbook

from cchc.errors import Unwritable
from cchc.render.appendix.merged import whole_rows
from cchc.render.appendix.paper import widths_of
from cchc.render.appendix.text_height import count_lines
from cchc.render.office_file import NO_DAY, PLAN_PROPERTY, write_package
from cchc.render.printable import printable
from cchc.views.appendix import Appendix, Column, SectionRow, TaskRow

SHEET = "Phụ lục"
ADDED = ("Mục", "Hạn đầu tiên", "Hạn cuối cùng")
TEXT_LIMIT = 32_767  # of one cell, counted in UTF-16 as Excel does

_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_ADDED_TWIPS = (3_700, 1_350, 1_350)
_TWIPS_PER_WIDTH = 120  # columns are measured in digits of the usual font of the workbook
_PADDING = 5 / 7  # what the library adds to a width
_TYPE, _HEAD_TYPE = 12, 14  # points
_LINE, _HEAD_LINE = 15.75, 19  # points, for type of these sizes
_HIGHEST = 409.5  # points; Excel allows no more
_TWIPS_PER_POINT = 20
_MARGIN_OF_CELL = 100  # twips, both sides together
_PAPER_A4 = 9
_INCH = 25.4
_FONT: dict[str, Any] = {"font_name": "Times New Roman", "font_size": _TYPE}
_GRID: dict[str, Any] = {**_FONT, "border": 1, "text_wrap": True, "valign": "top"}
_HEAD: dict[str, Any] = {
    "font_name": "Times New Roman",
    "font_size": _HEAD_TYPE,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
_SHEET_PART = "xl/worksheets/sheet1.xml"
_TEXTS_PART = "xl/sharedStrings.xml"
_OVERLAP = re.compile(rb"(_x005F_x[0-9A-Fa-f]{4}_)(?=x[0-9A-Fa-f]{4}_)")


def render(appendix: Appendix) -> bytes:
    """Return the workbook; equal appendices give equal bytes. Raises Unwritable for a text that no cell can hold."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "default_format_properties": _FONT})
    captions = _Sheet(book, appendix).fill()
    title, issuer, created_on = printable(" ".join(appendix.title)), printable(appendix.issuer), appendix.created_on or NO_DAY
    book.set_properties({"title": title, "author": issuer, "created": datetime.combine(created_on, time())})
    book.set_custom_property(PLAN_PROPERTY, appendix.plan_id, "text")
    book.close()
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    # A height that is not called the user's own follows the text once it is edited; the heading is merged and would not.
    heading, row, rows = parts[_SHEET_PART].partition(b'<row r="%d"' % captions)
    parts[_SHEET_PART] = heading + row + rows.replace(b' customHeight="1"', b"")
    # The decree wants no number on the first page; the library cannot say so.
    parts[_SHEET_PART] = parts[_SHEET_PART].replace(b"<headerFooter", b'<headerFooter differentFirst="1"', 1)
    # In `_x005F_x0041_` it escapes the first underscore only, and Excel would read an A.
    parts[_TEXTS_PART] = _OVERLAP.sub(rb"\1x005F_", parts[_TEXTS_PART])
    return write_package({**parts})


class _Sheet:
    """The only sheet of the workbook: the heading, the captions, a row for each row of the appendix."""

    def __init__(self, book: Any, appendix: Appendix) -> None:
        self._appendix = appendix
        self._book = book
        self._sheet = book.add_worksheet(SHEET)
        self._captions = (*(column.title for column in appendix.columns), *ADDED)
        self._widths = (*widths_of(appendix.columns), *_ADDED_TWIPS)
        self._rich = book.add_format(_FONT)
        self._printed = max(2, len(appendix.columns))  # what is added is for filters; with it, the type would be too small

    def fill(self) -> int:
        """Write everything and set up how it is seen and printed; return the number of the row of captions, from 1."""
        first = self._write_heading()
        last = first
        captions = self._book.add_format({**_GRID, "bold": True, "align": "center", "valign": "vcenter"})
        self._write_row(first, self._captions, captions, is_bold=True)
        plain, bold = self._book.add_format(_GRID), self._book.add_format({**_GRID, "bold": True})
        day = self._book.add_format({**_GRID, "num_format": "dd/mm/yyyy", "align": "center"})
        for last, (row, texts) in enumerate(_rows(self._appendix), first + 1):
            is_bold = isinstance(row, SectionRow)
            self._write_row(last, texts, bold if is_bold else plain, is_bold)
            if isinstance(row, TaskRow):
                for column, due_on in enumerate((row.first_due_on, row.last_due_on), len(texts) - 2):
                    self._write_day(last, column, due_on, day)
        self._sheet.autofilter(first, 0, last, len(self._captions) - 1)
        self._sheet.freeze_panes(first + 1, 0)
        self._sheet.repeat_rows(first)
        self._sheet.print_area(0, 0, last, self._printed - 1)
        self._set_page()
        return first + 1

    def _write_heading(self) -> int:
        """Write label, title and issued line over the width of the paper; return the row for the captions."""
        bold, italic = (self._book.add_format({**_HEAD, style: True}) for style in ("bold", "italic"))
        lines = [
            (self._appendix.label, bold),
            *((line, bold) for line in self._appendix.title),
            (self._appendix.issued_line, italic),
        ]
        room = _room(sum(self._widths[: self._printed]), _HEAD_TYPE)
        for row, (line, style) in enumerate(lines):
            self._sheet.merge_range(row, 0, row, self._printed - 1, "", style)
            self._write_text(row, 0, line, style)
            self._sheet.set_row(row, min(_HIGHEST, _HEAD_LINE * count_lines(line, room, style is bold)))
        return len(lines)

    def _write_row(self, row: int, texts: Sequence[str], style: Any, is_bold: bool) -> None:
        for column, text in enumerate(texts):
            self._write_text(row, column, text, style)
        lines = max(count_lines(text, _room(width, _TYPE), is_bold) for text, width in zip(texts, self._widths, strict=True))
        self._sheet.set_row(row, min(_HIGHEST, _LINE * lines))

    def _write_text(self, row: int, column: int, text: str, style: Any) -> None:
        text = printable(text)
        if len(text.encode("utf-16-le")) // 2 > TEXT_LIMIT:
            raise Unwritable("xlsx/text-too-long", column=self._captions[column], text=f"{text[:60]}…", limit=TEXT_LIMIT)
        if not text:
            self._sheet.write_blank(row, column, None, style)
        elif text.startswith("<r>") and text.endswith("</r>"):  # the library would take it for its own markup
            self._sheet.write_rich_string(row, column, text[:2], self._rich, text[2:], style)
        else:
            self._sheet.write_string(row, column, text, style)

    def _write_day(self, row: int, column: int, due_on: date | None, style: Any) -> None:
        if due_on is not None and due_on < _FIRST_DAY:
            self._write_text(row, column, f"{due_on:%d/%m}/{due_on.year:04}", style)
        elif due_on is not None:
            self._sheet.write_datetime(row, column, due_on, style)

    def _set_page(self) -> None:
        """Lay the sheet out as NĐ 30 has it: A4 across, its margins, the page number centred on top."""
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width / _TWIPS_PER_WIDTH - _PADDING)
        self._sheet.set_landscape()
        self._sheet.set_paper(_PAPER_A4)
        self._sheet.set_margins(left=30 / _INCH, right=20 / _INCH, top=20 / _INCH, bottom=20 / _INCH)
        self._sheet.set_header('&C&"Times New Roman,Regular"&13&P', {"margin": 10 / _INCH, "scale_with_doc": False})
        self._sheet.fit_to_pages(1, 0)


def _room(width: int, size: int) -> float:
    """Return how much text of a size fits into a cell of a width in twips, in em."""
    return (width - _MARGIN_OF_CELL) / _TWIPS_PER_POINT / size


def _rows(appendix: Appendix) -> Iterator[tuple[SectionRow | TaskRow, list[str]]]:
    """Yield the texts of each row; a cell that is merged down on paper is said again, for filters and sorting."""
    for row in whole_rows(appendix.rows):
        if isinstance(row, SectionRow):
            yield row, _section_texts(row, appendix.columns)
        else:
            yield row.task, [*("\n".join(cell) for cell in row.cells), row.task.section, "", ""]


def _section_texts(row: SectionRow, columns: Sequence[Column]) -> list[str]:
    """Return the number in the first column and the title in that of the contents, else in the second."""
    texts = [""] * (len(columns) + len(ADDED))
    keys = [column.key for column in columns]
    if len(keys) == 1:
        texts[0] = " ".join((row.number, *row.title))
        return texts
    texts[0] = row.number
    texts[max(1, keys.index("content")) if "content" in keys else 1] = "\n".join(row.title)
    return texts
