"""A Word document as the check reads it: sections with their paragraphs and tables, lines of text with their look."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cchc.ooxml.package import W
from cchc.render.word.conformance.repeats import PASSED, TIMES
from cchc.render.word.conformance.styles import NO_TABLE, InTable, Look, Styles
from cchc.render.word.conformance.units import is_on, twips, whole

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HOLDERS = {W + name for name in ("customXml", "smartTag", "ins", "moveTo")}
_GONE = {W + name for name in ("del", "moveFrom", "p", "rPr", "pPr")} | {_MC + "Fallback"}
_BLANKS = " \t\r\n"


class Piece(NamedTuple):
    """A stretch of text that looks the same."""

    text: str
    look: Look


class Line(NamedTuple):
    """A paragraph, or what stands between two line breaks of one."""

    pieces: tuple[Piece, ...]
    alignment: str

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def seen(self) -> list[Piece]:
        """Return the pieces that a reader sees."""
        return [piece for piece in self.pieces if piece.text.strip(_BLANKS)]


class TableCell(NamedTuple):
    """A cell: how many columns it spans, whether it goes on from the row above, its width in twips if it names one."""

    lines: tuple[Line, ...]
    span: int
    continues: bool
    width: float | None

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


class TableRow(NamedTuple):
    """A row; `times` says how many rows of the table look just like it."""

    number: int
    times: int
    is_header: bool
    is_kept_whole: bool
    cells: tuple[TableCell, ...]


class WordTable:
    """A table of the body; its rows are read one at a time."""

    def __init__(self, element: Any, styles: Styles) -> None:
        self._element = element
        self._styles = styles
        grid = element.iterfind(f"{W}tblGrid/{W}gridCol")
        self.grid = [twips(column.get(W + "w")) or 0.0 for column in grid]
        style = element.find(f"{W}tblPr/{W}tblStyle")
        self._style = None if style is None else style.get(W + "val")
        self._has_first_row = _has_first_row(element.find(f"{W}tblPr/{W}tblLook"))

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows as they stand; rows that only repeat were left out before."""
        number = 0
        for element in _children(self._element, W + "tr"):
            properties = element.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            number += 1 + (whole(element.get(PASSED)) or 0)
            in_table = InTable(self._style, self._has_first_row and number == 1)
            yield TableRow(
                number,
                whole(element.get(TIMES)) or 1,
                _has(properties, "tblHeader"),
                _has(properties, "cantSplit"),
                tuple(self._cell(cell, in_table) for cell in _children(element, W + "tc")),
            )

    def _cell(self, element: Any, in_table: InTable) -> TableCell:
        lines = [line for paragraph in _paragraphs(element) for line in lines_of(paragraph, self._styles, in_table)]
        properties = element.find(W + "tcPr")
        if properties is None:
            return TableCell(tuple(lines), 1, continues=False, width=None)
        span = whole(_value(properties, "gridSpan")) or 1
        merge = properties.find(W + "vMerge")
        width = properties.find(W + "tcW")
        is_measured = width is not None and width.get(W + "type", "dxa") == "dxa"
        return TableCell(
            tuple(lines),
            span,
            continues=merge is not None and merge.get(W + "val", "continue") == "continue",
            width=twips(width.get(W + "w")) if is_measured else None,
        )


class Section(NamedTuple):
    """A part of the document with pages of its own; `properties` is its `w:sectPr`, None where it has none."""

    number: int
    properties: Any
    blocks: tuple[Line | WordTable, ...]

    @property
    def tables(self) -> list[WordTable]:
        return [block for block in self.blocks if isinstance(block, WordTable)]


def read_sections(body: Any, styles: Styles) -> list[Section]:
    """Return the sections of a document's body."""
    sections: list[Section] = []
    blocks: list[Line | WordTable] = []
    for element in _blocks(body):
        if element.tag == W + "sectPr":
            sections.append(Section(len(sections) + 1, element, tuple(blocks)))
            blocks = []
        elif element.tag == W + "tbl":
            blocks.append(WordTable(element, styles))
        else:
            blocks += lines_of(element, styles, NO_TABLE)
            if (ending := element.find(f"{W}pPr/{W}sectPr")) is not None:
                sections.append(Section(len(sections) + 1, ending, tuple(blocks)))
                blocks = []
    if blocks or not sections:
        sections.append(Section(len(sections) + 1, None, tuple(blocks)))
    return sections


def lines_of(paragraph: Any, styles: Styles, in_table: InTable = NO_TABLE) -> list[Line]:
    """Return the lines of a paragraph: one, and one more for each line break."""
    properties = paragraph.find(W + "pPr")
    style = None if properties is None else _value(properties, "pStyle")
    alignment = styles.alignment(properties, in_table)
    lines: list[list[Piece]] = [[]]
    for run in _runs(paragraph):
        own = run.find(W + "rPr")
        look = styles.look(style, own, in_table)
        if look.is_hidden:
            continue
        for child in run:
            if child.tag == W + "t":
                lines[-1].append(Piece(child.text or "", look))
            elif child.tag == W + "tab":
                lines[-1].append(Piece("\t", look))
            elif child.tag == W + "noBreakHyphen":
                lines[-1].append(Piece("\N{NON-BREAKING HYPHEN}", look))
            elif child.tag in {W + "br", W + "cr"}:
                lines.append([])
    return [Line(tuple(pieces), alignment) for pieces in lines]


def all_lines(root: Any, styles: Styles) -> Iterator[Line]:
    """Yield every line of a part that is no document (a header), text boxes included."""
    for paragraph in root.iter(W + "p"):
        if not any(parent.tag == _MC + "Fallback" for parent in paragraph.iterancestors()):
            yield from lines_of(paragraph, styles)


def boxed_paragraphs(body: Any) -> Iterator[Any]:
    """Yield the paragraphs that stand in text boxes of a document's body."""
    for box in body.iter(W + "txbxContent"):
        if not any(parent.tag == _MC + "Fallback" for parent in box.iterancestors()):
            yield from box.iter(W + "p")


def _runs(paragraph: Any) -> Iterator[Any]:
    """Yield the runs of a paragraph in their order, without what was deleted, without those of text boxes in it."""
    for child in paragraph:
        if child.tag == W + "r":
            yield child
        elif child.tag not in _GONE and isinstance(child.tag, str) and len(child):
            yield from _runs(child)


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield the paragraphs, tables and section properties of a body, also those in content controls."""
    for child in parent:
        if child.tag in {W + "p", W + "tbl", W + "sectPr"}:
            yield child
        elif child.tag == W + "sdt":
            for content in child.iterfind(W + "sdtContent"):
                yield from _blocks(content)
        elif child.tag in _HOLDERS:
            yield from _blocks(child)
        elif child.tag == _MC + "AlternateContent":
            for content in child[:1]:
                yield from _blocks(content)


def _paragraphs(cell: Any) -> Iterator[Any]:
    """Yield the paragraphs of a cell, those of tables in it as well."""
    for block in _blocks(cell):
        if block.tag == W + "p":
            yield block
        elif block.tag == W + "tbl":
            yield from block.iter(W + "p")


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == W + "sdt":
            for content in child.iterfind(W + "sdtContent"):
                yield from _children(content, tag)
        elif child.tag in _HOLDERS:
            yield from _children(child, tag)


def _has(properties: Any, name: str) -> bool:
    child = None if properties is None else properties.find(W + name)
    return child is not None and is_on(child.get(W + "val"))


def _has_first_row(look: Any) -> bool:
    """Say whether the table asks its style for a special first row."""
    if look is None:
        return False
    if look.get(W + "firstRow") is not None:
        return is_on(look.get(W + "firstRow"))
    try:
        return bool(int(look.get(W + "val", "0"), 16) & 0x0020)
    except ValueError:
        return False


def _value(element: Any, name: str) -> str | None:
    child = element.find(W + name)
    return None if child is None else child.get(W + "val")
