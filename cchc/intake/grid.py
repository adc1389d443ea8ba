"""Cells on a grid where some reach over several rows: pages say so once, at the cell where it begins."""

from collections.abc import Iterator

from cchc.intake.values import SourceCell, SourceRefused

CELL_LIMIT = 500_000
"""Cells of a file, those that go on from above counted as well: a few letters may ask for millions."""


class Grid:
    """The columns that cells from above reach into, row after row."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._made = 0
        self._reaching: dict[int, tuple[int, int]] = {}

    def row(self, cells: Iterator[tuple[SourceCell, int]]) -> tuple[SourceCell, ...]:
        """Return the cells of a row at their columns, and for each that reaches down what goes on from above.

        Each cell comes with how many rows it takes, 0 for all that follow.
        """
        reaching, self._reaching = self._reaching, {}
        row = [SourceCell(column, (), span, is_continued_down=True) for column, (span, _) in reaching.items()]
        taken = sorted((column, column + span) for column, (span, _) in reaching.items())
        for column, (span, rows) in reaching.items():
            self._reach(column, span, rows)
        at, place = 0, 0
        for cell, rows in cells:
            while place < len(taken) and taken[place][0] < at + cell.span:
                at = max(at, taken[place][1])
                place += 1
            row.append(SourceCell(at, cell.paragraphs, cell.span))
            self._reach(at, cell.span, rows)
            at += cell.span
        self._made += len(row)
        if self._made > CELL_LIMIT:
            raise SourceRefused("intake/too-large", name=self._name, limit=f"{CELL_LIMIT:,}")
        return tuple(sorted(row, key=lambda cell: cell.column))

    def _reach(self, column: int, span: int, rows: int) -> None:
        if rows != 1:
            self._reaching[column] = (span, max(rows - 1, 0))
