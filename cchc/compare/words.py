"""Where two texts differ, word by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_PIECE = re.compile(r"\s+|[^\s]+")
_MOST = 1_500
"""Words beyond which texts are told as a whole: the comparison is quadratic."""


class Piece(NamedTuple):
    """A stretch of text: `sign` is " " for what stayed, "-" for what is gone, "+" for what is new."""

    sign: str
    text: str


def word_changes(before: str, after: str) -> list[Piece]:
    """Return the pieces that make up both texts: without the new ones they are `before`, without those gone `after`.

    Texts that share less than half of their words are told as a whole.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if len(old) + len(new) > _MOST:
        return _pieces(before, after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    kept = sum(not piece.isspace() for tag, start, end, *_ in steps if tag == "equal" for piece in old[start:end])
    if kept * 4 < sum(not piece.isspace() for piece in (*old, *new)):
        return _pieces(before, after)
    found: list[Piece] = []
    for tag, old_from, old_to, new_from, new_to in steps:
        if tag == "equal":
            found.append(Piece(" ", "".join(old[old_from:old_to])))
        else:
            found += _pieces("".join(old[old_from:old_to]), "".join(new[new_from:new_to]))
    return found


def _pieces(gone: str, new: str) -> list[Piece]:
    return [Piece(sign, text) for sign, text in (("-", gone), ("+", new)) if text]
