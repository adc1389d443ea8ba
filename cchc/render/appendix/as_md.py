"""The appendix as Markdown of GitHub: headings and a table, to read in a repository or in a review."""

from collections.abc import Iterable, Iterator

from cchc.render.appendix.merged import spans_of
from cchc.render.markdown_text import every_character
from cchc.render.printable import printable
from cchc.views.appendix import Appendix, SectionRow, TaskRow


def render(appendix: Appendix) -> bytes:
    """Return the file; Markdown merges no cells: one that continues the cell above is empty."""
    blocks = [
        f"# {_text((appendix.label,))}",
        f"## {_text(appendix.title)}",
        _marked("*", (appendix.issued_line,)),
        "\n".join([f"| {' | '.join(cells)} |" for cells in _table(appendix)]),
    ]
    return "".join([f"{block}\n\n" for block in blocks if block])[:-1].encode()


def _table(appendix: Appendix) -> Iterator[list[str]]:
    columns = appendix.columns
    yield [_text((column.title,)) for column in columns]
    yield ["---"] * len(columns)
    for row, spans in zip(appendix.rows, spans_of(appendix.rows), strict=True):
        if isinstance(row, TaskRow):
            yield [_text(cell.paragraphs) if span else "" for cell, span in zip(row.cells, spans, strict=True)]
        else:
            yield _section(row, [column.key for column in columns])


def _section(row: SectionRow, keys: list[str]) -> list[str]:
    """Return the number in the first column and the title in that of the contents, else in the second."""
    if len(keys) == 1:
        return [_marked("**", (row.number, *row.title) if row.number else row.title)]
    cells = [_marked("**", (row.number,)), *[""] * (len(keys) - 1)]
    cells[max(1, keys.index("content")) if "content" in keys else 1] = _marked("**", row.title)
    return cells


def _marked(sign: str, paragraphs: Iterable[str]) -> str:
    text = _text(paragraphs)
    return f"{sign}{text}{sign}" if text else ""


def _text(paragraphs: Iterable[str]) -> str:
    return every_character(printable("\n".join(paragraphs)))
