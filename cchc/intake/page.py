"""A page (HTML), as Word saves it or as anybody writes it; nothing that it refers to is fetched, nothing in it runs."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from cchc.intake.counting import whole
from cchc.intake.elements import BLOCKS, CHANGES, EMBEDDED, IGNORED, STRUCK, item_number, looks
from cchc.intake.flow import Flow
from cchc.intake.grid import Grid
from cchc.intake.notices import Notices
from cchc.intake.values import (
    NoticeKind,
    Paragraph,
    Place,
    SourceCell,
    SourceDocument,
    SourceRefused,
    SourceRow,
    SourceTable,
    Tracked,
)

_LARGEST_SPAN = 1_000  # of HTML's own
_LARGEST_DOWN = 65_534
_GROUPS = {"thead", "tbody", "tfoot"}


def read_page(name: str, text: str, guessed: str, tracked: Tracked) -> SourceDocument:
    """Return what a page holds. Raises SourceRefused."""
    notices = Notices()
    if guessed:
        notices.tell(NoticeKind.ENCODING, "", guessed)
    root = parsed(name, text)
    blocks = () if root is None else tuple(PageReader(name, notices, tracked).blocks(root))
    return SourceDocument(blocks, notices.told())


def parsed(name: str, text: str) -> Any:
    """Return the root of a page; None of one without an element. Raises SourceRefused where it goes too deep."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":  # what stands further on is lost
            raise SourceRefused("intake/too-deep", name=name)
    return root


class PageReader:
    """Reads the elements of a page in their order."""

    def __init__(self, name: str, notices: Notices, tracked: Tracked) -> None:
        self._name = name
        self._notices = notices
        self._tracked = tracked
        self._tables = 0
        self._lists = 0
        self._depth = 0
        self._is_as_typed = False

    def blocks(self, element: Any) -> Iterator[Paragraph | SourceTable]:
        """Yield the paragraphs and tables of an element."""
        flow = Flow()
        yield from self._walk(element, flow)
        yield from flow.end()

    def cell(self, element: Any) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a cell, those of tables in it as well."""
        self._depth += 1
        paragraphs = tuple(block for block in self.blocks(element) if isinstance(block, Paragraph))
        self._depth -= 1
        return paragraphs

    def _walk(self, element: Any, flow: Flow) -> Iterator[Paragraph | SourceTable]:
        if element.text:
            flow.add(element.text, is_as_typed=self._is_as_typed)
        for child in element:
            yield from self._child(child, flow)
            if child.tail:
                flow.add(child.tail, is_as_typed=self._is_as_typed)

    def _child(self, child: Any, flow: Flow) -> Iterator[Paragraph | SourceTable]:
        tag = child.tag
        if tag in IGNORED:
            if tag == "script":
                self._notices.tell_once(NoticeKind.MACRO, "", tag, is_kept=False)
        elif looks(child).is_hidden:
            self._notices.tell(NoticeKind.HIDDEN, _words(child))
        elif tag == "br":
            flow.break_line()
        elif tag == "table":
            yield from flow.end()
            yield from self._table(child)
        elif tag in CHANGES:
            yield from self._change(child, flow)
        elif tag in STRUCK:
            self._notices.tell(NoticeKind.STRUCK, _words(child), is_kept=True)
            yield from self._walk(child, flow)
        elif tag in EMBEDDED:
            self._notices.tell(EMBEDDED[tag], child.get("alt") or child.get("value") or _words(child), tag)
        elif looks(child).is_list_mark:
            flow.mark(" ".join(_words(child).split()))
        elif tag in BLOCKS:
            yield from flow.end()
            yield from self._block(child, flow)
            yield from flow.end()
        else:
            yield from self._walk(child, flow)

    def _block(self, element: Any, flow: Flow) -> Iterator[Paragraph | SourceTable]:
        was_as_typed, lists = self._is_as_typed, self._lists
        self._is_as_typed = was_as_typed or element.tag == "pre"
        if element.tag in {"ul", "ol"}:
            self._lists += 1
            yield from self._list(element, flow)
        else:
            yield from self._walk(element, flow)
        self._is_as_typed, self._lists = was_as_typed, lists

    def _list(self, element: Any, flow: Flow) -> Iterator[Paragraph | SourceTable]:
        count = whole(element.get("start"), 1) - 1
        if element.text:
            flow.add(element.text)
        for child in element:
            if child.tag == "li" and not looks(child).is_hidden:
                count = whole(child.get("value"), count + 1)
                yield from flow.end()
                flow.begin_item(item_number(element, child, count), self._lists - 1)
                yield from self._walk(child, flow)
                yield from flow.end()
            else:
                yield from self._child(child, flow)
            if child.tail:
                flow.add(child.tail)

    def _change(self, element: Any, flow: Flow) -> Iterator[Paragraph | SourceTable]:
        kind, counts_when = CHANGES[element.tag]
        is_kept = self._tracked == counts_when
        self._notices.tell(kind, _words(element), is_kept=is_kept)
        if is_kept:
            yield from self._walk(element, flow)

    def _table(self, element: Any) -> Iterator[Paragraph | SourceTable]:
        """Yield a table after what only stands in it without being in a cell; one in a cell as its paragraphs."""
        if self._depth:
            self._notices.tell(NoticeKind.NESTED_TABLE, _words(element), is_kept=True)
        rows: list[tuple[Any, bool]] = []
        flow = Flow()
        for child, is_head in _members(element, flow):
            if child.tag == "tr":
                rows.append((child, is_head))
            else:
                yield from chain(self._child(child, flow), flow.end())
        yield from flow.end()
        if self._depth:
            yield from (paragraph for row in self._rows(rows) for cell in row.cells for paragraph in cell.paragraphs)
            return
        self._tables += 1
        place = self._notices.place
        yield SourceTable(self._tables, tuple(self._rows(rows)))
        self._notices.place = place

    def _rows(self, rows: list[tuple[Any, bool]]) -> Iterator[SourceRow]:
        grid = Grid(self._name)
        for number, (row, is_head) in enumerate(rows, start=1):
            self._go_to(row=number)
            if looks(row).is_hidden:
                self._notices.tell(NoticeKind.HIDDEN_ROW, _words(row))
                continue
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            is_header = is_head or (bool(cells) and all(cell.tag == "th" for cell in cells))
            yield SourceRow(number, grid.row(self._cells(row, number)), is_header)
            self._tell_between(row, number)

    def _cells(self, row: Any, number: int) -> Iterator[tuple[SourceCell, int]]:
        place = 0
        for cell in row:
            if cell.tag not in {"td", "th"}:
                self._notices.tell(NoticeKind.UNKNOWN, _words(cell), cell.tag)
                continue
            place += 1
            self._go_to(row=number, cell=place)
            if looks(cell).is_hidden:
                self._notices.tell(NoticeKind.HIDDEN, _words(cell))
                continue
            paragraphs = self.cell(cell)
            across = max(1, min(whole(cell.get("colspan"), 1), _LARGEST_SPAN))
            down = max(0, min(whole(cell.get("rowspan"), 1), _LARGEST_DOWN))
            yield SourceCell(0, paragraphs, across), down

    def _tell_between(self, row: Any, number: int) -> None:
        """Tell words of a row that stand in none of its cells."""
        words = " ".join(" ".join([row.text or "", *[cell.tail or "" for cell in row]]).split())
        if words:
            self._go_to(row=number)
            self._notices.tell(NoticeKind.UNKNOWN, words, "tr")

    def _go_to(self, *, row: int, cell: int = 0) -> None:
        if not self._depth:
            self._notices.place = Place(table=self._tables, row=row, cell=cell)


def _members(element: Any, flow: Flow) -> Iterator[tuple[Any, bool]]:
    """Yield what a table is made of, and whether it stands in the head; words between, where none should be, go into the flow."""
    flow.add(element.text or "")
    for child in element:
        if child.tag in _GROUPS:
            yield from ((inner, child.tag == "thead") for inner, _ in _members(child, flow))
        else:
            yield child, False
        flow.add(child.tail or "")


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
