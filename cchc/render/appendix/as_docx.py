"""The appendix as a Word file: a template's text and styles, the plan's words."""

from collections.abc import Iterable
from datetime import date

from cchc.render.word.contents import text_parts
from cchc.render.word.guard import fill, fill_text, open_template, read_part
from cchc.render.word.language import Context
from cchc.render.word.layout import KNOWN_KEYS, caption_alias
from cchc.render.word.package import write_package
from cchc.render.word.properties import set_properties
from cchc.render.word.table import AppendixTable, Listing, listing_of
from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def render(appendix: Appendix, template: bytes) -> bytes:
    """Return the Word file; equal appendices and templates give equal bytes. Raises TemplateRefused."""
    parts = open_template(template)
    main, *others = text_parts(parts)
    context = _context(appendix)
    document = read_part(parts, main)
    table = AppendixTable(document, appendix.columns, main)
    filled = fill(document, context, main)
    for name in others:
        parts[name] = _DECLARATION + fill(read_part(parts, name), context, name).encode()
    title = " ".join(appendix.title)
    set_properties(
        parts,
        title,
        appendix.issuer,
        appendix.created_on,
        appendix.plan_id,
        lambda text: fill_text(text, context, "docProps/core.xml"),
    )
    output: dict[str, bytes | Iterable[bytes]] = {**parts}
    output[main] = [_DECLARATION, *table.splice(filled, appendix.rows)]
    return write_package(output)


def listing_asked_for(template: bytes) -> Listing:
    """Return what a template lists: the appendix as it is, or how each task stands. Raises TemplateRefused."""
    parts = open_template(template)
    main, *_ = text_parts(parts)
    return listing_of(read_part(parts, main))


def check(template: bytes) -> None:
    """Raise TemplateRefused if a plan with the usual columns could not be printed with this template."""
    columns = tuple(Column(key, key) for key in KNOWN_KEYS)
    rows = (
        SectionRow("A", ("a",), 1),
        TaskRow("a", tuple(Cell(("a",)) for _ in columns)),
    )
    render(Appendix("a", ("a",), "a", columns, rows, "a", "a", None), template)


def _context(appendix: Appendix) -> Context:
    captions = {column.key: column.title for column in appendix.columns}
    captions |= {caption_alias(index): column.title for index, column in enumerate(appendix.columns)}
    return {
        "appendix": {
            "label": appendix.label,
            "title": list(appendix.title),
            "issued_line": appendix.issued_line,
            "plan_id": appendix.plan_id,
            "issuer": appendix.issuer,
            "created_on": _day(appendix.created_on),
            "as_of": _day(appendix.as_of),
            "summary": list(appendix.summary),
        },
        "columns": dict(captions),
    }


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m}/{day.year:04}"
