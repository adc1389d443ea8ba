"""The three versions of something: what both sides came from, ours and theirs."""

from collections.abc import Callable
from enum import Enum
from typing import Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")
U = TypeVar("U")
Side = Literal["ours", "theirs"]


class Absent(Enum):
    """What a version does not have; None is a value of YAML."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


class Trio(NamedTuple, Generic[T]):
    """One thing in its three versions."""

    base: T
    ours: T
    theirs: T

    def map(self, change: Callable[[T], U]) -> "Trio[U]":
        """Return what each version becomes."""
        return Trio(change(self.base), change(self.ours), change(self.theirs))


def winner(trio: Trio[T]) -> Side | None:
    """Return the side whose version stands; None where both changed it, and differently."""
    if trio.ours == trio.theirs or trio.theirs == trio.base:
        return "ours"
    return "theirs" if trio.ours == trio.base else None


class Torn(Exception):
    """Two changes that do not go together; `reason` is both, removed, order or comment."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
