"""Paragraphs and tables in the order of the text, in the body or in a cell."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from cchc.intake.values import NoticeKind, Paragraph, Place
from cchc.intake.word.changes import CHANGES
from cchc.intake.word.context import Context
from cchc.intake.word.markers import MARKERS
from cchc.intake.word.styles import Numbered, Style, numbered_by
from cchc.intake.word.words import Words
from cchc.intake.word.xml import MATH, MC, RELATION, branch_of, is_on, is_placeholder, plain_words, properties_of, value_of
from cchc.ooxml.package import W
from cchc.ooxml.task_marks import MARK

Block = TypeVar("Block")

_NONE = Numbered(None, None)
_HOLDERS = {W + "sdt", W + "sdtContent", W + "customXml", W + "smartTag"}
_TOLD = {*_HOLDERS, MC + "AlternateContent", *CHANGES}


def blocks(parent: Any, context: Context, *wanted: str) -> Iterator[Any]:
    """Yield the wanted elements (paragraphs and tables, rows, or cells), whatever holds them; tell what is not listed."""
    for child in parent:
        tag = child.tag
        if tag in wanted:
            yield child
        elif tag == W + "bookmarkStart":
            if child.get(W + "name", "").startswith(MARK):
                context.marks.append(child.get(W + "name"))
        elif tag in MARKERS:
            continue
        elif (content := _held(child, context)) is not None:
            yield from blocks(content, context, *wanted)
        elif tag not in _TOLD:
            _tell(child, context)


def _held(element: Any, context: Context) -> Any:
    """Return the element whose children count in place of a holder; None where nothing of it does."""
    tag = element.tag
    if tag == W + "sdt" and is_placeholder(element) and next(element.iter(W + "tc"), None) is None:
        context.notices.tell(NoticeKind.PLACEHOLDER, plain_words(element))
        return None
    if tag in _HOLDERS:  # a control that asks for a whole cell is a cell still
        return element
    if tag == MC + "AlternateContent":
        return branch_of(element)
    if tag in CHANGES:
        kind, counts_when = CHANGES[tag]
        is_kept = context.tracked == counts_when
        context.notices.tell(kind, plain_words(element), is_kept=is_kept)
        return element if is_kept else None
    return None


def _tell(element: Any, context: Context) -> None:
    if element.tag == W + "altChunk":
        context.notices.tell(NoticeKind.EMBEDDED, "", context.links.get(element.get(RELATION + "id", ""), ""))
    else:
        words = plain_words(element) or "".join(element.itertext()).strip()
        context.notices.tell(NoticeKind.UNKNOWN, words, element.tag.rpartition("}")[2])


class Story:
    """Reads paragraphs, putting together those whose mark between them does not count."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._words = Words(context)

    def body(self, body: Any, on_table: Callable[[Any], Block]) -> Iterator[Paragraph | Block]:
        """Yield the paragraphs and tables of a document; notices tell the number of the paragraph."""
        yield from self._blocks(body, lambda table: iter([on_table(table)]), is_body=True)

    def cell(self, cell: Any, on_table: Callable[[Any], Iterator[Paragraph]]) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a cell; `on_table` gives those of a table in it."""
        return tuple(self._blocks(cell, on_table, is_body=False))

    def _blocks(self, parent: Any, on_table: Callable[[Any], Iterator[Block]], *, is_body: bool) -> Iterator[Paragraph | Block]:
        pending: list[str] = []
        number = 0
        last: Any = None
        for block in blocks(parent, self._context, W + "p", W + "tbl", MATH + "oMathPara"):
            if block.tag == W + "tbl":
                yield from self._left_over(pending, last)
                pending = []
                yield from on_table(block)
            elif block.tag != W + "p":
                text = plain_words(block)
                self._context.notices.tell(NoticeKind.EQUATION, text, is_kept=True)
                yield Paragraph(text)
            else:
                number += 1
                if is_body:
                    self._context.notices.place = Place(paragraph=number)
                properties = properties_of(block, "pPr", self._context.tracked)
                name, style = self._style(properties)
                pending.append(self._words.read(block, style))
                last = block
                if self._has_mark(block, style):
                    yield self._paragraph("".join(pending), properties, name, style)
                    pending = []
        yield from self._left_over(pending, last)

    def _left_over(self, pending: list[str], last: Any) -> Iterator[Paragraph]:
        """Yield words whose paragraph mark does not count, yet nothing follows that they could be joined with."""
        if any(pending):
            properties = properties_of(last, "pPr", self._context.tracked)
            yield self._paragraph("".join(pending), properties, *self._style(properties))

    def _style(self, properties: Any) -> tuple[str, Style]:
        name = None if properties is None else value_of(properties, "pStyle")
        return name or "", self._context.styles.paragraph(name)

    def _paragraph(self, text: str, properties: Any, name: str, style: Style) -> Paragraph:
        numbered = style.numbered
        own = None if properties is None else numbered_by(properties)
        if own is not None and self._is_counted(properties):
            numbered = Numbered(own.list_id or numbered.list_id, numbered.level if own.level is None else own.level)
        if numbered == _NONE:
            return Paragraph(text, None, name, style.outline)
        number, level = self._context.lists.number(numbered, name)
        return Paragraph(text, number, name, style.outline if level is None else level)

    def _is_counted(self, properties: Any) -> bool:
        """Say whether the numbering of a paragraph stood before tracked changes, where these are ignored."""
        return self._context.tracked == "accept" or properties.find(f"{W}numPr/{W}ins") is None

    def _has_mark(self, paragraph: Any, style: Style) -> bool:
        """Say whether a paragraph ends where its mark stands: neither tracked away nor hidden."""
        properties = paragraph.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is None:
            return not style.is_hidden
        gone = ("del", "moveFrom") if self._context.tracked == "accept" else ("ins", "moveTo")
        if any(mark.find(W + name) is not None for name in gone):
            return False
        hidden = is_on(mark, "vanish")
        return not (style.is_hidden if hidden is None else hidden)
