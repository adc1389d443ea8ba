"""What the file said that found no place in the plan."""

from collections.abc import Iterator

from cchc.intake.draft.lines import AppendixSource, Found
from cchc.intake.draft.text import clean
from cchc.intake.draft.values import NOWHERE, Certainty, Remark, Spot
from cchc.intake.values import NoticeKind, SourceDocument

_SEEN = frozenset(
    {
        NoticeKind.TEXT_BOX, NoticeKind.FOOTNOTE, NoticeKind.ENDNOTE, NoticeKind.NESTED_TABLE, NoticeKind.EQUATION,
        NoticeKind.UNKNOWN, NoticeKind.RUBY, NoticeKind.SYMBOL, NoticeKind.COMMENT,
    }
)  # fmt: skip
"""Kinds of text that a reader of the file sees, or that a colleague wrote into it."""


def losses(document: SourceDocument, source: AppendixSource, found: Found) -> list[Remark]:
    """Return a remark for each text of the appendix that the plan lacks, and one for what stands outside of it."""
    return [*_in_tables(document, source), *_outside(source, found)]


def _in_tables(document: SourceDocument, source: AppendixSource) -> Iterator[Remark]:
    for notice in document.notices:
        if notice.place.table in source.tables and notice.kind in _SEEN and not notice.is_kept and clean(notice.text):
            spot = Spot(notice.place.table, notice.place.row)
            yield Remark(f"lost-{notice.kind}", Certainty.LEFT, spot, {"text": clean(notice.text)}, is_lost=True)


def _outside(source: AppendixSource, found: Found) -> Iterator[Remark]:
    for appendix in found.appendices:
        if appendix is not source:
            yield Remark("other-appendix", Certainty.LEFT, Spot(appendix.tables[0]), {"table": appendix.tables[0]})
    for table in found.other_tables:
        words = next((clean(cell.text) for row in table.rows for cell in row.cells if clean(cell.text)), "")
        if words:
            yield Remark("other-table", Certainty.LEFT, Spot(table.number), {"text": words})
    below = [text for paragraph in found.below if (text := clean(paragraph.text))]
    if below:
        yield Remark("text-below", Certainty.LEFT, NOWHERE, {"count": len(below), "text": below[0]})
