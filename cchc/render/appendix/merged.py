"""Which cells of the appendix are merged down, counted once for every format."""

from collections.abc import Sequence

from cchc.views.appendix import SectionRow, TaskRow


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
