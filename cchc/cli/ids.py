"""Ids made of names: `so-noi-vu` of Sở Nội vụ."""

import re
import unicodedata

from cchc.errors import UsageError
from cchc.model.scalars import parse_id

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


def id_of(text: str, option: str) -> str:
    """Return the id that an option gives; raise UsageError."""
    if not is_id(text):
        raise UsageError("usage/id", option=option, value=text)
    return text
