"""The pages: A4, its orientation, margins."""

from typing import Any

from cchc.ooxml.package import W
from cchc.render.word.conformance.found import Between, Findings, Measure, Paper, Value, Where, Word
from cchc.render.word.conformance.reading import Section
from cchc.render.word.conformance.units import millimetres, twips

A4 = Paper(210, 297)
PAPER_TOLERANCE = 2.0
"""Millimetres: ISO 216 allows as much for a side of 150 to 600 mm; Word and LibreOffice write A4 in slightly different twips."""
MARGIN_TOLERANCE = 0.5
"""Millimetres: 1.18 inch in Word's dialogue is 29.97 mm."""
MARGINS = {
    "top": Between(20, 25, "mm"),
    "bottom": Between(20, 25, "mm"),
    "left": Between(30, 35, "mm"),
    "right": Between(15, 20, "mm"),
}


def judge_pages(section: Section, findings: Findings) -> None:
    """Note what is wrong with the paper and the margins of a section."""
    where = Where("section", section=section.number)
    size = section.properties.find(W + "pgSz") if section.properties is not None else None
    _judge_paper(section, size, where, findings)
    margins = section.properties.find(W + "pgMar") if section.properties is not None else None
    for side, asked in MARGINS.items():
        found = _margin(margins, side)
        if found is None:
            findings.add(f"docx-margin-{side}", where, Word("nothing"), asked)
        elif not asked.first - MARGIN_TOLERANCE <= found <= asked.last + MARGIN_TOLERANCE:
            findings.add(f"docx-margin-{side}", where, Measure(found, "mm"), asked)


def _judge_paper(section: Section, size: Any, where: Where, findings: Findings) -> None:
    width, height = (twips(size.get(W + side)) if size is not None else None for side in ("w", "h"))
    if width is None or height is None:
        findings.add("docx-paper-size", where, Word("nothing"), A4)
        return
    paper = Paper(millimetres(width), millimetres(height))
    short, long = sorted(paper)
    if abs(short - A4.width) > PAPER_TOLERANCE or abs(long - A4.height) > PAPER_TOLERANCE:
        findings.add("docx-paper-size", where, paper, A4)
        return
    is_across = paper.width > paper.height
    said = size.get(W + "orient", "portrait")
    if is_across and not section.tables:
        findings.add("docx-orientation", where, Word("landscape-without-table"), Word("portrait"))
    elif said != ("landscape" if is_across else "portrait"):
        found: Value = (
            Word(f"{'landscape' if is_across else 'portrait'}-called-{said}") if said in _ORIENTATIONS else Word("other")
        )
        findings.add("docx-orientation", where, found, Word("landscape" if is_across else "portrait"))


_ORIENTATIONS = ("landscape", "portrait")


def _margin(margins: Any, side: str) -> float | None:
    """Return a margin in millimetres; the gutter belongs to the left one. A top below zero is an exact one."""
    found = twips(margins.get(W + side)) if margins is not None else None
    if found is None:
        return None
    gutter = twips(margins.get(W + "gutter")) if side == "left" else None
    return millimetres(abs(found) + (gutter or 0))
