"""The last look: every word of the tables stands in the plan that is printed, or is told as lost.

It knows nothing of how rows were understood, and so finds what any step before it has dropped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from cchc.intake.draft.lines import AppendixSource
from cchc.intake.draft.text import folded, paragraphs_of
from cchc.intake.draft.values import KNOWN_KEYS, Certainty, DraftSection, Outline, Remark, Spot
from cchc.intake.values import SourceDocument, SourceRow
from cchc.views.appendix import Appendix, SectionRow

_REPLACED = ("ditto",)
"""Remarks of words that others stand for: `said` holds the words of the file."""


def unplaced(
    document: SourceDocument, source: AppendixSource, outline: Outline, printed: Appendix, remarks: Iterable[Remark]
) -> Iterator[Remark]:
    """Yield a remark for each row with words that are neither printed nor told as lost."""
    left = Counter(_words_placed(outline, printed, remarks))
    tables = [table for table in document.tables if table.number in source.tables]
    rows = {Spot(table.number, row.number): row for table in tables for row in table.rows}
    top = min(source.captions_at)
    for spot in (*(spot for spot in rows if spot > top), *(spot for spot in reversed(rows) if spot < top)):
        missing = [] if spot in source.captions_at else list(_missing(rows[spot], left))
        if missing:
            is_below = spot > top  # what stands above, as a letterhead does, is no part of the appendix
            key = "lost-words" if is_below else "text-above"
            yield Remark(key, Certainty.LEFT, spot, {"text": " ".join(missing)}, is_lost=is_below)


def _missing(row: SourceRow, left: Counter[str]) -> Iterator[str]:
    """Yield the words of a row that are no longer left, and take those that are."""
    for cell in row.cells:
        for line in paragraphs_of(cell.paragraphs):
            for word in folded(line).split():
                if left[word]:
                    left[word] -= 1
                else:
                    yield word


def _words_placed(outline: Outline, printed: Appendix, remarks: Iterable[Remark]) -> Iterator[str]:
    for row in printed.rows:
        if isinstance(row, SectionRow):
            lines = [row.number, *row.title]
        else:
            lines = [line for cell in row.cells for line in cell.paragraphs]
        yield from folded(" ".join(lines)).split()
    yield from folded(" ".join((outline.head.label, *printed.title, outline.head.issued_line))).split()
    yield from folded(" ".join(_extras(outline.top))).split()
    for remark in remarks:
        if remark.is_lost:
            yield from folded(str(remark.params["text"])).split()
        elif remark.key in _REPLACED:
            yield from folded(str(remark.params["said"])).split()


def _extras(section: DraftSection) -> Iterator[str]:
    """Yield the lines that sections hold in columns of the office's own, which the plan keeps and does not print."""
    yield from (line for key, lines in section.texts.items() if key not in KNOWN_KEYS for line in lines)
    for inner in section.sections:
        yield from _extras(inner)
