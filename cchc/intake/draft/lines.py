"""The rows below the captions, each with its texts by column; tables that go on from page to page are one."""

from collections.abc import Sequence
from typing import NamedTuple

from cchc.intake.draft.captions import captions_in, counts_columns, is_repeated
from cchc.intake.draft.text import paragraphs_of
from cchc.intake.draft.values import Caption, Certainty, Line, Paragraphs, Remark, Spot
from cchc.intake.values import Paragraph, SourceDocument, SourceRow, SourceTable

_MUCH = 0.6  # of the columns: a cell as wide as this is a heading


class AppendixSource:
    """The tables of one appendix, and the paragraphs that lead to it."""

    def __init__(self, above: Sequence[Paragraph], captions: tuple[Caption, ...]) -> None:
        self.above = tuple(above)
        self.captions = captions
        self.lines: list[Line] = []
        self.remarks: list[Remark] = []
        self.tables: list[int] = []
        self.captions_at: set[Spot] = set()

    @property
    def width(self) -> int:
        return sum(caption.span for caption in self.captions)


class Found(NamedTuple):
    """The appendices of a file, the tables that are none, and the paragraphs behind the last table."""

    appendices: list[AppendixSource]
    other_tables: list[SourceTable]
    below: list[Paragraph]


def appendices_in(document: SourceDocument) -> Found:
    """Return what a file holds; tables that go on from page to page are one appendix."""
    found: list[AppendixSource] = []
    others: list[SourceTable] = []
    above: list[Paragraph] = []
    head: list[SourceRow] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            above.append(block)
            continue
        read = captions_in(block)
        is_apart = any(paragraph.text.strip() for paragraph in above)
        if read is None and found and not is_apart and _is_like(block, found[-1]):
            _add_rows(found[-1], block, 0, head, starts_page=True)
        elif read is None:
            others.append(block)
            continue
        else:
            captions, start, depth = read
            before, head = head, list(block.rows[start : start + depth])
            same = bool(found) and not is_apart and [c.key for c in captions] == [c.key for c in found[-1].captions]
            if same and before:
                found[-1].remarks.append(_remark("header-repeated", Certainty.JOINED, block.number, start + 1))
            else:
                found.append(AppendixSource(above, captions))
                _tell_above(found[-1], block, start)
            found[-1].captions_at |= {Spot(block.number, row.number) for row in head}
            _add_rows(found[-1], block, start + depth, head, starts_page=True, captions=captions)
        above = []
    return Found(found, others, above)


def _is_like(table: SourceTable, appendix: AppendixSource) -> bool:
    """Return whether a table without captions can be the next page of an appendix: as many columns, and a number first."""
    widths = {max((cell.column + cell.span for cell in row.cells), default=0) for row in table.rows}
    return widths == {appendix.width}


def _tell_above(appendix: AppendixSource, table: SourceTable, start: int) -> None:
    for row in table.rows[:start]:
        text = " ".join(line for cell in row.cells for line in paragraphs_of(cell.paragraphs))
        if text:
            appendix.above = (*appendix.above, *(paragraph for cell in row.cells for paragraph in cell.paragraphs))


def _add_rows(
    appendix: AppendixSource,
    table: SourceTable,
    start: int,
    head: Sequence[SourceRow],
    *,
    starts_page: bool,
    captions: tuple[Caption, ...] | None = None,
) -> None:
    appendix.tables.append(table.number)
    for row in table.rows[start:]:
        if is_repeated(row, head):
            appendix.remarks.append(_remark("header-repeated", Certainty.JOINED, table.number, row.number))
            appendix.captions_at.add(Spot(table.number, row.number))
            starts_page = True
        elif counts_columns(row):
            appendix.captions_at.add(Spot(table.number, row.number))
            appendix.remarks.append(_remark("columns-counted", Certainty.READ, table.number, row.number))
        else:
            line = _line(row, Spot(table.number, row.number), captions or appendix.captions, starts_page=starts_page)
            if line.texts or line.wide or line.continued:
                appendix.lines.append(line)
                starts_page = False


def _line(row: SourceRow, spot: Spot, captions: tuple[Caption, ...], *, starts_page: bool) -> Line:
    texts: dict[str, Paragraphs] = {}
    continued = set()
    wide: Paragraphs = ()
    width = sum(caption.span for caption in captions)
    for cell in row.cells:
        lines = paragraphs_of(cell.paragraphs)
        caption = next((known for known in captions if known.column <= cell.column < known.column + known.span), None)
        key = caption.key if caption is not None and caption.key else f"cot-{cell.column + 1}"
        if cell.is_continued_down:
            continued.add(key)
        elif lines and cell.span >= max(2, width * _MUCH) and not ("content" in texts and key != "content"):
            wide = (*wide, *lines)
        elif lines:
            texts[key] = (*texts.get(key, ()), *lines)
    return Line(spot, texts, frozenset(continued), wide, starts_page, row.task_marks)


def _remark(key: str, certainty: Certainty, table: int, row: int) -> Remark:
    return Remark(key, certainty, Spot(table, row))
