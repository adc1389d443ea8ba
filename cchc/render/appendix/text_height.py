"""How many lines a text takes in a cell, for programs that do not find the height of a row by themselves.

Times New Roman is known well enough by the kinds of its letters; a line too many is better than one that is cut off.
"""

import unicodedata

_NARROW = frozenset(" fijlrtI.,:;!|/()[]'\"-“”‘’")
_WIDE = frozenset("mwMW%@…—")
_FIRST_FULL_WIDTH = "\u2e80"
_BOLD = 1.08


def count_lines(text: str, width: float, is_bold: bool = False) -> int:
    """Return the lines of a text that is broken between words; `width` is in units of the type's size (em)."""
    room = width / (_BOLD if is_bold else 1)
    return sum(_lines_of_paragraph(paragraph, room) for paragraph in text.split("\n"))


def _lines_of_paragraph(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        length = sum(map(_width, unicodedata.normalize("NFC", word)))
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        broken = int(length // room) if length > room else 0
        lines += broken
        used += length - broken * room + _width(" ")
    return lines


def _width(letter: str) -> float:
    if letter >= _FIRST_FULL_WIDTH:
        return 1.0
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _NARROW:
        return 0.32
    if base in _WIDE:
        return 0.9
    return 0.72 if base.isupper() else 0.5
