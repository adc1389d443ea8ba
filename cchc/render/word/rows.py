"""The rows of the appendix as Word's XML: model rows cut at their tags, filled by joining strings."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import W
from cchc.ooxml.task_marks import bookmark_name
from cchc.render.printable import printable
from cchc.render.word.language import with_breaks

FIELD = re.compile(r"\{\{\s*(columns|section|task)\.([\w-]+)\s*\}\}")
PLAIN, RESTART, CONTINUE = range(3)

_ANCHOR = '<w:bookmarkStart w:id="0" w:name="cchc"/>'
_TWIPS_PER_CHARACTER = 112  # Times New Roman 12 in Vietnamese prose, with what is lost at the ends of lines
_CELL_PADDING = 190


def lines_in(texts: Sequence[str], width: int) -> int:
    """Estimate how many lines paragraphs take in a cell of so many twips."""
    room = max(1, (width - _CELL_PADDING) // _TWIPS_PER_CHARACTER)
    return sum([max(1, -(-len(text) // room)) for text in texts])


def run_text(text: str) -> str:
    """Return a text as the inside of `w:t`, tabs and line breaks as Word's own elements."""
    return with_breaks(escape(printable(text)))


@dataclass(frozen=True, slots=True)
class ParagraphModel:
    """A paragraph cut at its tags: `pieces[0] keys[0] pieces[1] keys[1] … pieces[-1]`."""

    pieces: tuple[str, ...]
    keys: tuple[str, ...]

    def fill(self, values: Mapping[str, Sequence[str]]) -> str:
        """Return a paragraph for each of the value's; where tags share one, lines with breaks."""
        if not self.keys:
            return self.pieces[0]
        if len(self.keys) == 1:
            before, after = self.pieces
            texts = values.get(self.keys[0]) or ("",)
            return "".join([before + run_text(text) + after for text in texts])
        filled = [self.pieces[0]]
        for key, piece in zip(self.keys, self.pieces[1:], strict=True):
            filled += [run_text("\n".join(values.get(key, ()))), piece]
        return "".join(filled)


@dataclass(frozen=True, slots=True)
class CellModel:
    """A cell: its opening for each way of merging down, its paragraphs, an empty one like them."""

    openings: tuple[str, str, str]
    paragraphs: tuple[ParagraphModel, ...]
    empty: str
    key: str | None
    width: int

    def fill(self, values: Mapping[str, Sequence[str]], merge: int) -> str:
        """Return the cell's XML."""
        if merge == CONTINUE:
            return f"{self.openings[merge]}{self.empty}</w:tc>"
        return f"{self.openings[merge]}{''.join([model.fill(values) for model in self.paragraphs])}</w:tc>"

    def lines(self, values: Mapping[str, Sequence[str]]) -> int:
        """Estimate how many lines the cell takes."""
        keys = {key for model in self.paragraphs for key in model.keys}
        return lines_in([text for key in sorted(keys) for text in values.get(key, ())], self.width)


@dataclass(frozen=True, slots=True)
class RowModel:
    """A row: its opening when kept whole, its opening when it may break, its cells."""

    whole: str
    loose: str
    cells: tuple[CellModel, ...]

    def fill(self, values: Mapping[str, Sequence[str]], merges: Sequence[int], page_lines: int) -> str:
        """Return the row's XML; a row taller than half a page of so many lines may break over two pages."""
        cells = [cell.fill(values, merge) for cell, merge in zip(self.cells, merges, strict=True)]
        is_tall = any(
            cell.lines(values) * 2 > page_lines for cell, merge in zip(self.cells, merges, strict=True) if merge != CONTINUE
        )
        return f"{self.loose if is_tall else self.whole}{''.join(cells)}</w:tr>"


def mark_row(row: str, number: int, name: str) -> str:
    """Return a row with an empty, hidden bookmark at its start, where the model left the place for it."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
    return row.replace(_ANCHOR, start, 1) if name else row.replace(_ANCHOR, "", 1)


def row_model(row: Any, cells: Sequence[tuple[Any, str | None, int]], write: Callable[[Any], str]) -> RowModel:
    """Cut a model row into strings; `write` gives an element's XML without the namespaces of its document."""
    shell = deepcopy(row)
    for child in list(shell):
        if child.tag not in {W + "trPr", W + "tblPrEx"}:
            shell.remove(child)
    properties = shell.find(W + "trPr")
    if properties is None:
        properties = etree.SubElement(shell, W + "trPr")
    openings = []
    for old in properties.findall(W + "cantSplit"):
        properties.remove(old)
    openings.append(write(shell).removesuffix("</w:tr>"))
    properties.append(etree.Element(W + "cantSplit"))
    openings.append(write(shell).removesuffix("</w:tr>"))
    models = [_cell_model(cell, key, width, write, anchored=index == 0) for index, (cell, key, width) in enumerate(cells)]
    return RowModel(openings[1], openings[0], tuple(models))


def _cell_model(cell: Any, key: str | None, width: int, write: Callable[[Any], str], *, anchored: bool) -> CellModel:
    shell = deepcopy(cell)
    content = [child for child in shell if child.tag != W + "tcPr"]
    for child in content:
        shell.remove(child)
    openings = []
    for value in (None, "restart", "continue"):
        merged = deepcopy(shell)
        if value is not None:
            merge = etree.Element(W + "vMerge")
            merge.set(W + "val", value)
            properties = merged.find(W + "tcPr")
            span = properties.find(W + "gridSpan")
            (span if span is not None else properties.find(W + "tcW")).addnext(merge)
        openings.append(write(merged).removesuffix("</w:tc>"))
    paragraphs = [child for child in content if child.tag == W + "p"]
    empty = write(_emptied(paragraphs[0]))
    if anchored:
        anchor = etree.fromstring(_ANCHOR.replace("/>", f' xmlns:w="{W[1:-1]}"/>'))
        first = paragraphs[0]
        first.insert(1 if first.find(W + "pPr") is not None else 0, anchor)
        empty = write(_emptied(first, keep=1))
    models = tuple(_paragraph_model(write(child)) for child in content)
    return CellModel((openings[0], openings[1], openings[2]), models, empty, key, width)


def _emptied(paragraph: Any, keep: int = 0) -> Any:
    copy = deepcopy(paragraph)
    kept = [child for child in copy if child.tag == W + "pPr"]
    kept += [child for child in copy if child.tag == W + "bookmarkStart"][:keep]
    for child in list(copy):
        if child not in kept:
            copy.remove(child)
    return copy


def _paragraph_model(xml: str) -> ParagraphModel:
    pieces = FIELD.split(xml)
    return ParagraphModel(tuple(pieces[0::3]), tuple(pieces[2::3]))


def merges_of(columns: Sequence[str | None], continued: Mapping[str, bool], followed: Mapping[str, bool]) -> list[int]:
    """Return for each column whether its cell continues the one above, opens a merge, or stands alone."""
    return [CONTINUE if key and continued.get(key) else RESTART if key and followed.get(key) else PLAIN for key in columns]


def numbered(rows: Iterator[tuple[str, str | None]], first: int) -> Iterator[str]:
    """Give each row that names a task its bookmark, once for each task."""
    seen: set[str] = set()
    for number, (row, task_id) in enumerate(rows, first):
        name = "" if task_id is None else bookmark_name(task_id)
        yield mark_row(row, number, "" if name in seen else name)
        seen.add(name)
