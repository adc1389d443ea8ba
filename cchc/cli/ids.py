"""Ids that options give, and ids made of names."""

from collections.abc import Collection

from cchc.errors import UsageError
from cchc.model.ids import ID_ROOM, is_id, made_id


def free_id(text: str, taken: Collection[str], option: str, words: int = ID_ROOM) -> str:
    """Return an id made of a text that is no other's; raise UsageError where the text gives none."""
    made = made_id(text, taken, words)
    if made is None:
        raise UsageError("usage/no-free-id", option=option, value=text)
    return made


def id_of(text: str, option: str) -> str:
    """Return the id that an option gives; raise UsageError."""
    if not is_id(text):
        raise UsageError("usage/id", option=option, value=text)
    return text
