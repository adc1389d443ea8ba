"""Ids made of names: `so-noi-vu` of Sở Nội vụ."""

import re
import unicodedata
from collections.abc import Collection

from cchc.model.scalars import parse_id

ID_ROOM = 64
_OTHERS = re.compile(r"[^a-z0-9]+")


def slug_of(text: str) -> str:
    """Return the letters and digits of a text without marks, joined by hyphens; "" where it has none."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return _OTHERS.sub("-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-")


def is_id(text: str) -> bool:
    try:
        parse_id(text)
    except ValueError:
        return False
    return True


def made_id(text: str, taken: Collection[str], words: int = ID_ROOM) -> str | None:
    """Return an id made of the first `words` words of a text, or of as many more as it takes to be no other's.

    None where the whole text gives none: an id is never made different by a number that counts on, which two branches
    would both take.
    """
    pieces = slug_of(text).split("-")
    for count in range(min(words, len(pieces)), len(pieces) + 1):
        made = "-".join(pieces[:count])[:ID_ROOM].rstrip("-")
        if is_id(made) and made not in taken:
            return made
    return None
