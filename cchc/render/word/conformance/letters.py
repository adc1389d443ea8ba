"""The letters: Times New Roman for all four kinds, black, Unicode in NFC."""

import unicodedata

from cchc.render.word.conformance.found import Findings, Quoted, Where, Word
from cchc.render.word.conformance.reading import Line
from cchc.render.word.conformance.styles import KINDS, Look

ASKED_FONT = "Times New Roman"
_WRITTEN = KINDS.index("ascii"), KINDS.index("hAnsi")
_BLACK = {"auto", "000000"}


def judge_letters(line: Line, where: Where, findings: Findings, times: int = 1) -> None:
    """Note what is wrong with the letters of a line."""
    for look in dict.fromkeys(piece.look for piece in line.seen):
        _judge_fonts(look, where, findings, times)
        if look.colour not in _BLACK:
            findings.add("docx-colour", where, Quoted(f"#{look.colour}"), Word("black"), times)
    if not unicodedata.is_normalized("NFC", line.text):
        findings.add("docx-not-nfc", where, Word("decomposed"), Word("nfc"), times)


def _judge_fonts(look: Look, where: Where, findings: Findings, times: int) -> None:
    """Hold the fonts of Latin letters against the rule, and where they are right those of the other kinds."""
    wrong = [font for font in (look.fonts[kind] for kind in _WRITTEN) if font is not None and not _is_asked(font)]
    for font in dict.fromkeys(wrong):
        findings.add("docx-font", where, Quoted(font), Quoted(ASKED_FONT), times)
    others = [(kind, font) for kind, font in zip(KINDS, look.fonts, strict=True) if font is None or not _is_asked(font)]
    if others and not wrong:
        said = ", ".join(f"{kind}: {font or '-'}" for kind, font in others)
        findings.add("docx-font-four-kinds", where, Quoted(said), Quoted(ASKED_FONT), times)


def _is_asked(font: str) -> bool:
    return font.strip().casefold() == ASKED_FONT.casefold()
