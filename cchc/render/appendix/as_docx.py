"""The appendix as a Word file: a template's text and styles, the plan's words."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import islice

from cchc.diagnostics import Severity
from cchc.render.office_file import write_package
from cchc.render.word.contents import content_problems, text_parts
from cchc.render.word.examine import examine
from cchc.render.word.guard import fill, fill_text, read_part
from cchc.render.word.language import Context
from cchc.render.word.layout import caption_alias
from cchc.render.word.models import Listing
from cchc.render.word.names import APPENDIX_KEYS, COLUMN_KEYS, PROGRESS_KEYS
from cchc.render.word.package import read_package
from cchc.render.word.problems import Refused, Spot, TemplateProblem, refuse_first
from cchc.render.word.properties import set_properties
from cchc.render.word.record import add_record
from cchc.render.word.spots import rooms_of
from cchc.render.word.table import AppendixTable, listing_of
from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow

PROBLEM_LIMIT = 200
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def render(appendix: Appendix, template: bytes) -> bytes:
    """Return the Word file; equal appendices and templates give equal bytes. Raises Refused."""
    parts = read_package(template)
    columns = [column.key for column in appendix.columns]
    refuse_first(examine(parts, _context(appendix, COLUMN_KEYS), columns))
    main, *others = text_parts(parts)
    context = _context(appendix)
    rooms = rooms_of(parts)
    document = read_part(parts, main)
    table = AppendixTable(document, appendix.columns, main)
    filled = fill(document, context, Spot(main, rooms[main]))
    for name in others:
        parts[name] = _DECLARATION + fill(read_part(parts, name), context, Spot(name, rooms[name])).encode()
    title = " ".join(appendix.title)
    set_properties(
        parts,
        title,
        appendix.issuer,
        appendix.created_on,
        appendix.plan_id,
        lambda text, spot: fill_text(text, context, spot),
    )
    if appendix.as_of is None:
        add_record(parts, main, appendix)
    output: dict[str, bytes | Iterable[bytes]] = {**parts}
    output[main] = [_DECLARATION, *table.splice(filled, appendix.rows)]
    return write_package(output)


def listing_asked_for(template: bytes) -> Listing:
    """Return what a template lists: the appendix as it is, or how each task stands. Raises Refused."""
    parts = read_package(template)
    refuse_first(content_problems(parts))
    main, *_ = text_parts(parts)
    return listing_of(read_part(parts, main))


def check(template: bytes, keys: Collection[str] = ()) -> list[TemplateProblem]:
    """Return everything that is wrong with a template, each thing once; `keys` are columns of plans' own.

    A template without an error has filled in a small appendix: what only shows while filling in is found too.
    """
    sample = _sample(keys)
    found: dict[TemplateProblem, None] = {}
    try:
        parts = read_package(template)
        found = dict.fromkeys(islice(examine(parts, _context(sample), keys), PROBLEM_LIMIT))
        if not any(problem.severity is Severity.ERROR for problem in found):
            render(sample, template)
    except Refused as refusal:
        found[refusal.problem] = None
    return list(found)


def _sample(keys: Collection[str]) -> Appendix:
    """Return an appendix of one section and one task under every column that a template may name."""
    columns = tuple(Column(key, key) for key in dict.fromkeys((*COLUMN_KEYS, *PROGRESS_KEYS, *keys)))
    rows = (SectionRow("A", ("a",), 1), TaskRow("a", tuple(Cell(("a",)) for _ in columns)))
    return Appendix("a", ("a",), "a", columns, rows, "a", "a", None)


def _context(appendix: Appendix, more: Iterable[str] = ()) -> Context:
    """Return what the text around the table may print; `more` are columns known even where the plan has none."""
    captions = dict.fromkeys(more, "")
    captions |= {column.key: column.title for column in appendix.columns}
    captions |= {caption_alias(index): column.title for index, column in enumerate(appendix.columns)}
    return {"appendix": {key: _value(getattr(appendix, key)) for key in APPENDIX_KEYS}, "columns": dict(captions)}


def _value(value: str | tuple[str, ...] | date | None) -> str | list[str]:
    match value:
        case str():
            return value
        case tuple():
            return list(value)
        case _:
            return _day(value)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m}/{day.year:04}"
