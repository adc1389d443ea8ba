"""Which cells of the appendix are merged down, counted once for every format."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.views.appendix import SectionRow, TaskRow


class WholeRow(NamedTuple):
    """A row of a task with the paragraphs of all its cells; `continues` tells which are merged with the cell above."""

    task: TaskRow
    cells: tuple[tuple[str, ...], ...]
    continues: tuple[bool, ...]


def whole_rows(rows: Sequence[SectionRow | TaskRow]) -> Iterator[SectionRow | WholeRow]:
    """Yield the rows; a cell that is merged says what it continues, so that each row can be read by itself."""
    above: tuple[tuple[str, ...], ...] = ()
    for row, spans in zip(rows, spans_of(rows), strict=True):
        if isinstance(row, SectionRow):
            yield row
        else:
            continues = tuple(span == 0 for span in spans)
            above = tuple(above[at] if continues[at] else cell.paragraphs for at, cell in enumerate(row.cells))
            yield WholeRow(row, above, continues)


def spans_of(rows: Sequence[SectionRow | TaskRow]) -> list[tuple[int, ...]]:
    """Return for each cell of each row how many rows it covers, 0 where it is merged with the cell above.

    Only a task has cells to continue: on top, or right below a heading, a cell stands for itself. Headings have no spans.
    """
    spans: list[tuple[int, ...]] = []
    below: dict[int, int] = {}
    for index in reversed(range(len(rows))):
        row = rows[index]
        if isinstance(row, SectionRow):
            spans.append(())
            continue
        has_above = index > 0 and isinstance(rows[index - 1], TaskRow)
        covered = [1 + below.get(column, 0) for column in range(len(row.cells))]
        below = {column: covered[column] for column, cell in enumerate(row.cells) if has_above and cell.continues}
        spans.append(tuple(0 if column in below else count for column, count in enumerate(covered)))
    return spans[::-1]
