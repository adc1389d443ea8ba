"""Texts of cells as a plan writes them: one kind of space, one kind of dash before the items of a list."""

import re
import unicodedata
from collections.abc import Iterable

from cchc.intake.draft.values import Paragraphs
from cchc.intake.values import Paragraph
from cchc.ooxml.cell_text import single_spaced, with_dash
from cchc.source.characters import mended


def paragraphs_of(read: Iterable[Paragraph]) -> Paragraphs:
    """Return the lines that a cell prints, empty ones left out, soft breaks as lines, bullets as "- "."""
    lines: list[str] = []
    for paragraph in read:
        pieces = [clean(piece) for piece in mended(paragraph.text).split("\n")]
        pieces = [piece for piece in pieces if piece]
        if pieces and paragraph.number:
            pieces[0] = f"{clean(paragraph.number)} {pieces[0]}"
        lines += pieces
    return tuple(map(with_dash, lines))


def clean(text: str) -> str:
    """Return a text with single spaces between its words and none around it."""
    return single_spaced(mended(text))


def as_prose(lines: Paragraphs) -> str | list[str]:
    """Return lines as a plan writes them: a list where each item begins with "- ", else one text."""
    if not lines or not lines[0].startswith("- "):
        return "\n".join(lines)
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        else:
            items[-1] += f"\n{line}"
    return items


def folded(text: str) -> str:
    """Return a text as captions and headings are compared: words alone, without letter case."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold()))


def is_upper(title: Paragraphs) -> bool:
    """Return whether a title is set in capitals, as headings are; short words such as "TTHC" alone say nothing."""
    text = " ".join(title)
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.85 * len(letters) and bool(folded(text))
