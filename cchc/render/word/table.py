"""The table of the appendix in a template: model rows out, the plan's rows in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import W
from cchc.render.word.layout import Place, column_widths, lay_out, reshape_row, set_cell, set_grid
from cchc.render.word.models import LOOP, Listing, find_models, is_loop, kind_of, text_of
from cchc.render.word.problems import Refused, Spot, TemplateProblem
from cchc.render.word.rows import FIELD, PLAIN, RowModel, merges_of, numbered, row_model
from cchc.views.appendix import Column, SectionRow, TaskRow

ROWS_LIMIT = 256 * 2**20

_MARK = '<w:tr w:rsidTr="00CCC0CC">'
_MARK_END = "</w:tr>"
_NOISE = ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
_LINE = 276  # twips, Times New Roman 12
_PAGE_LINES = 34


def listing_of(document: Any) -> Listing:
    """Return what the loop of a template's table goes over: the rows of the appendix, or those of a list of progress."""
    models = find_models(document)
    return "rows" if models is None else models.listing


class AppendixTable:
    """The table that holds the loop over rows, brought to the plan's columns."""

    def __init__(self, document: Any, columns: Sequence[Column], part: str) -> None:
        self._document = document
        self._part = part
        self._namespaces = [f' xmlns:{prefix}="{uri}"' for prefix, uri in document.nsmap.items()]
        self._keys = [column.key for column in columns]
        self._page_lines = _lines_on_page(document)
        self._first_bookmark = _free_bookmark(document)
        models = find_models(document)
        if models is None or models.end is None:
            raise Refused(TemplateProblem("no-rows", Spot(part, "body"), name=LOOP, reason="loop"))
        self._listing = models.listing
        start = models.start
        for row in models.all_rows()[1:]:
            start.getparent().remove(row)
        self._shape(start.getparent(), models.rows)
        mark = etree.fromstring(f'{_MARK[:-1]} xmlns:w="{W[1:-1]}"><w:tc><w:p><w:pPr/></w:p></w:tc></w:tr>')
        start.getparent().replace(start, mark)

    def _shape(self, table: Any, models: list[Any]) -> None:
        tasks = [row for row in models if kind_of(row) == "task"]
        sections = [row for row in models if row not in tasks]
        cells = tasks[0].findall(W + "tc")
        fields = [[key for _, key in FIELD.findall(text_of(cell))] for cell in cells]
        keys = [own[0] if own else None for own in fields]
        spoken = {key for own in fields for key in own[1:]}
        widths = column_widths(table, cells)
        # The appendix follows the plan's columns; a list of progress has those of its template.
        wanted = self._keys if self._listing == "rows" else [key for key in keys if key is not None]
        places = lay_out(keys, widths, spoken, wanted)
        if [place.source for place in places] != list(range(len(cells))) or any(place.alias for place in places):
            for row in table.findall(W + "tr"):
                if not is_loop(row):
                    reshape_row(row, places, len(cells), self._part)
            set_grid(table, [place.width for place in places])
        self._columns = [place.key for place in places]
        self._task = self._task_model(tasks[0], places)
        self._sections = [self._section_model(row, places) for row in sections]

    def _task_model(self, row: Any, places: Sequence[Place]) -> RowModel:
        sources = row.findall(W + "tc")
        cells = []
        for place in places:
            cell = etree.fromstring(etree.tostring(sources[place.source]))
            set_cell(cell, place.width)
            if place.alias is not None:
                _rename_field(cell, str(place.key))
            cells.append((_clean(cell), place.key, place.width))
        return row_model(_clean(row), cells, self._write)

    def _section_model(self, row: Any, places: Sequence[Place]) -> RowModel:
        cells = row.findall(W + "tc")
        total = sum(place.width for place in places)
        if len(places) == 1 and len(cells) == 2:
            at = 1 if cells[1].find(W + "tcPr") is not None else 0
            cells[1][at:at] = cells[0].findall(W + "p")
            cells = cells[1:]
        widths = [places[0].width, total - places[0].width] if len(cells) == 2 else [total]
        spans = [1, len(places) - 1] if len(cells) == 2 else [len(places)]
        for cell, width, span in zip(cells, widths, spans, strict=True):
            set_cell(cell, width, span)
        return row_model(_clean(row), [(_clean(c), None, w) for c, w in zip(cells, widths, strict=True)], self._write)

    def _write(self, element: Any) -> str:
        xml = str(etree.tostring(element, encoding="unicode", with_tail=False))
        for namespace in self._namespaces:
            xml = xml.replace(namespace, "")
        return re.sub(r"^<([\w:]+)([^>]*)/>$", r"<\1\2></\1>", xml)

    def splice(self, document: str, rows: Sequence[SectionRow | TaskRow]) -> Iterator[bytes]:
        """Yield the filled document with the plan's rows in their place."""
        if document.count(_MARK) != 1:
            raise Refused(TemplateProblem("not-allowed", Spot(self._part, "body"), name="for", tag=LOOP))
        before, _, rest = document.partition(_MARK)
        yield before.encode()
        room = ROWS_LIMIT
        for row in numbered(self._rows(rows), self._first_bookmark):
            content = row.encode()
            room -= len(content)
            if room < 0:
                raise Refused(TemplateProblem("output-too-large", Spot(self._part, "body"), limit="256 MB"))
            yield content
        yield rest.partition(_MARK_END)[2].encode()

    def _rows(self, rows: Sequence[SectionRow | TaskRow]) -> Iterator[tuple[str, str | None]]:
        for index, row in enumerate(rows):
            match row:
                case SectionRow():
                    model = self._sections[min(max(row.level, 1), len(self._sections)) - 1]
                    values: dict[str, Sequence[str]] = {"number": (row.number,), "title": row.title}
                    yield model.fill(values, [PLAIN] * len(model.cells), self._page_lines), None
                case TaskRow():
                    values = {key: cell.paragraphs for key, cell in zip(self._keys, row.cells, strict=True)}
                    continued = self._continues(rows[index]) if index and isinstance(rows[index - 1], TaskRow) else {}
                    followed = self._continues(rows[index + 1]) if index + 1 < len(rows) else {}
                    merges = merges_of(self._columns, continued, followed)
                    yield self._task.fill(values, merges, self._page_lines), row.task_id

    def _continues(self, row: SectionRow | TaskRow) -> Mapping[str, bool]:
        if isinstance(row, SectionRow):
            return {}
        return {key: cell.continues for key, cell in zip(self._keys, row.cells, strict=True)}


def _clean(element: Any) -> Any:
    """Drop what must not be repeated with the row: bookmarks, marks of editing, paragraph ids."""
    for child in list(element.iter(*(W + name for name in _NOISE))):
        child.getparent().remove(child)
    for child in element.iter(etree.Element):
        for name in [name for name in child.attrib if "rsid" in name or name.endswith(("}paraId", "}textId"))]:
            del child.attrib[name]
    return element


def _rename_field(cell: Any, key: str) -> None:
    """Let a copied cell print another key of the plan, and nothing else."""
    texts = [text for text in cell.iter(W + "t") if FIELD.search(text.text or "")]
    for text in cell.iter(W + "t"):
        text.text = "" if text is not texts[0] else f"{{{{ task.{key} }}}}"
    for paragraph in cell.findall(W + "p"):
        if texts[0] not in list(paragraph.iter(W + "t")):
            cell.remove(paragraph)


def _lines_on_page(document: Any) -> int:
    size, margin = document.find(f".//{W}pgSz"), document.find(f".//{W}pgMar")
    try:
        height = int(size.get(W + "h")) - abs(int(margin.get(W + "top"))) - abs(int(margin.get(W + "bottom")))
    except (AttributeError, TypeError, ValueError):
        return _PAGE_LINES
    return max(2, height // _LINE)


def _free_bookmark(document: Any) -> int:
    taken = [mark.get(W + "id", "") for mark in document.iter(W + "bookmarkStart")]
    return 1 + max((int(text) for text in taken if re.fullmatch(r"[0-9]{1,9}", text)), default=0)
