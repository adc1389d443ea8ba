"""Tables: rows and cells on their grid, merged across and down, with the tracked states of rows."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from cchc.intake.counting import whole
from cchc.intake.values import NoticeKind, Paragraph, Place, SourceCell, SourceRow, SourceTable
from cchc.intake.word.context import Context
from cchc.intake.word.story import Story, blocks
from cchc.intake.word.xml import is_on, plain_words, properties_of, value_of
from cchc.ooxml.package import W

_LARGEST_SPAN = 100  # Word allows 63 columns


class Tables:
    """Reads the tables of a document, each counted."""

    def __init__(self, context: Context, story: Story) -> None:
        self._context = context
        self._story = story
        self._count = 0
        self._depth = 0

    def read(self, element: Any) -> SourceTable:
        """Return a table of the body."""
        self._count += 1
        self._context.marks.clear()  # those of the text before it belong to no row
        return SourceTable(self._count, tuple(self._rows(element)))

    def _rows(self, element: Any) -> Iterator[SourceRow]:
        is_head = True
        merged: set[int] = set()
        for number, row in enumerate(blocks(element, self._context, W + "tr"), start=1):
            if not self._depth:  # what stands in a table in a cell is told as of that cell
                self._context.notices.place = Place(table=self._count, row=number)
            properties = properties_of(row, "trPr", self._context.tracked)
            tracked = self._tracked(row)
            if tracked is None:
                continue
            is_head = is_head and is_on(properties, "tblHeader") is True
            cells, merged = self._cells(row, properties, merged)
            marks = () if self._depth else self._context.take_marks()
            yield SourceRow(number, cells, is_head, marks, tracked)

    def _tracked(self, row: Any) -> Literal["", "inserted", "deleted"] | None:
        """Return the tracked state of a row; None for one that does not count."""
        properties = row.find(W + "trPr")
        if properties is None:
            return ""
        is_kept: dict[str, bool] = {"ins": self._context.tracked == "accept", "del": self._context.tracked == "ignore"}
        found = [name for name in is_kept if properties.find(W + name) is not None]
        if not found:
            return ""
        does_count = all(is_kept[name] for name in found)
        kind = NoticeKind.ROW_INSERTED if found[0] == "ins" else NoticeKind.ROW_DELETED
        self._context.notices.tell(kind, plain_words(row), is_kept=does_count)
        if not does_count:
            return None
        return "inserted" if found[0] == "ins" else "deleted"

    def _cells(self, row: Any, properties: Any, merged: set[int]) -> tuple[tuple[SourceCell, ...], set[int]]:
        """Return the cells of a row, and the columns in which one may go on below; `merged` are those of the row above."""
        cells: list[SourceCell] = []
        down: set[int] = set()
        column = max(0, min(whole(value_of(properties, "gridBefore"), 0), _LARGEST_SPAN))
        for number, element in enumerate(blocks(row, self._context, W + "tc"), start=1):
            self._go_to_cell(number)
            own = properties_of(element, "tcPr", self._context.tracked)
            merge = self._merge(element, own)
            if merge:
                down.add(column)
            cell = self._cell(element, own, column, is_continued=merge == "continue" and column in merged)
            if cells and _has(own, "hMerge") and value_of(own, "hMerge") in _GOES_ON:
                last = cells[-1]
                cells[-1] = replace(last, span=last.span + cell.span)
                self._tell_covered(cell.paragraphs)
            elif self._counts(element):
                cells.append(cell)
            column += cell.span
        return tuple(cells), down

    def _go_to_cell(self, number: int) -> None:
        if not self._depth:
            self._context.notices.place = self._context.notices.place._replace(cell=number)

    def _cell(self, element: Any, properties: Any, column: int, *, is_continued: bool) -> SourceCell:
        span = max(1, min(whole(value_of(properties, "gridSpan"), 1), _LARGEST_SPAN))
        paragraphs = self._story.cell(element, self._nested)
        if is_continued:
            self._tell_covered(paragraphs)
            paragraphs = ()
        return SourceCell(column, paragraphs, span, is_continued)

    def _merge(self, cell: Any, properties: Any) -> str:
        """Return "restart" or "continue" where a cell is part of a merge downwards, else nothing."""
        changed = cell.find(f"{W}tcPr/{W}cellMerge")
        if changed is not None:
            kind = changed.get(W + ("vMerge" if self._context.tracked == "accept" else "vMergeOrig"))
            return {"cont": "continue", "rest": "restart"}.get(kind, "")
        if not _has(properties, "vMerge"):
            return ""
        return "continue" if value_of(properties, "vMerge") in _GOES_ON else "restart"

    def _tell_covered(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Tell the words of a cell that a merge covers: Word does not print them."""
        words = "\n".join([paragraph.text for paragraph in paragraphs])
        if words.strip():
            self._context.notices.tell(NoticeKind.COVERED, words)

    def _counts(self, cell: Any) -> bool:
        """Say whether a cell is there, and tell of one that was inserted or deleted by a tracked change."""
        properties = cell.find(W + "tcPr")
        for name, kind, when in (
            ("cellIns", NoticeKind.CELL_INSERTED, "accept"),
            ("cellDel", NoticeKind.CELL_DELETED, "ignore"),
        ):
            if _has(properties, name):
                is_kept = self._context.tracked == when
                self._context.notices.tell(kind, plain_words(cell), is_kept=is_kept)
                return is_kept
        return True

    def _nested(self, element: Any) -> Iterator[Paragraph]:
        """Yield the paragraphs of a table in a cell, row by row, as paragraphs of that cell."""
        self._context.notices.tell(NoticeKind.NESTED_TABLE, plain_words(element), is_kept=True)
        self._depth += 1
        for row in self._rows(element):
            for cell in row.cells:
                yield from cell.paragraphs
        self._depth -= 1


_GOES_ON = {"continue", ""}  # the value of a merge that is not told


def _has(properties: Any, name: str) -> bool:
    return properties is not None and properties.find(W + name) is not None
