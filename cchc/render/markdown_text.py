"""Texts of a plan as Markdown that gives back its words, and that GitHub makes nothing else of.

Escapes and entities alone do not make a text harmless there: mentions, references and links of bare addresses are found in
the text after Markdown was read, so `&#64;name` still calls somebody. A word that holds what they are made of stands in a code
span; all other words stay prose with Markdown's own signs escaped, so that Vietnamese reads as it was written.
"""

import re

_ESCAPES = str.maketrans({char: f"&#{ord(char)};" for char in "\\`|[]*_~!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})
_OUTSIDE_CODE = re.compile(r"([\\`|\[])")  # what would end a code span or a cell, and what the runner's `##[` ends with
_LIVE = re.compile(
    r"[@#$]"  # mentions, references, formulas
    r"|:(?!$)"  # addresses, emoji
    r"|www\.|gh-[0-9]"
    r"|(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])"  # commits
    r"|\x85",  # a line end that readers drop at the edge of a cell, and that no entity names: `&#133;` is an ellipsis
    re.IGNORECASE,
)
_SPACES = re.compile(r"([^\S\x85]+)")


def word(text: str) -> str:
    """Return a word without spaces as Markdown."""
    return _in_code(text) if _LIVE.search(text) else _escaped(text)


def every_character(text: str) -> str:
    """Return a text as Markdown of one line that gives back each of its characters; a line end becomes `<br>`."""
    return "<br>".join([_line(line) for line in text.split("\n")])


def _line(text: str) -> str:
    before, *pairs = _SPACES.split(text)
    written = [word(before)]
    for spaces, after in zip(pairs[::2], pairs[1::2], strict=True):
        is_plain = spaces == " " and after and written != [""]
        written += [" " if is_plain else _kept(spaces), word(after)]
    return "".join(written)


def _kept(spaces: str) -> str:
    """Return spaces that Markdown would drop, join or take for a line end, so that they stay."""
    return "".join([f"&#{ord(char)};" for char in spaces])


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _in_code(text: str) -> str:
    pieces = _OUTSIDE_CODE.split(text)
    return "".join(_escaped(piece) if index % 2 else f"`{piece}`" for index, piece in enumerate(pieces) if piece)
