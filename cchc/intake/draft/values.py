"""What is made of an appendix that was read: sections, tasks and their parts, and what is to be told of each."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

Paragraphs = tuple[str, ...]
KNOWN_KEYS = ("number", "content", "deadline", "lead", "coordinating", "results")


class Spot(NamedTuple):
    """A row of the file, as a person counts tables and rows from 1; 0 where none is meant."""

    table: int = 0
    row: int = 0


NOWHERE = Spot()


class Certainty(StrEnum):
    """How sure something is: read as it stands, rows put together, a guess, or left for a person."""

    READ = "read"
    JOINED = "joined"
    GUESSED = "guessed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to tell of how the file was understood; `key` picks its words, `is_lost` tells of text that found no place."""

    key: str
    certainty: Certainty
    spot: Spot = NOWHERE
    params: dict[str, object] = field(default_factory=dict)
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """A column of the appendix: the first grid column it takes, how many, its key, and the words over it."""

    column: int
    span: int
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row below the captions: its texts by key; `continued` are the keys of cells that go on from above.

    `wide` is the text of a cell across nearly all columns; `starts_page` tells that captions stood right above.
    """

    spot: Spot
    texts: dict[str, Paragraphs]
    continued: frozenset[str] = frozenset()
    wide: Paragraphs = ()
    starts_page: bool = False
    task_marks: tuple[str, ...] = ()
    more_rows: tuple[Spot, ...] = ()

    def text(self, key: str) -> str:
        """Return the words of a cell on one line."""
        return " ".join(self.texts.get(key, ()))


@dataclass(slots=True)
class DraftPart:
    """A sub-row of a task: the texts that are its own."""

    spot: Spot
    texts: dict[str, Paragraphs]
    task_marks: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftTask:
    spot: Spot
    number: str
    texts: dict[str, Paragraphs]
    parts: list[DraftPart] = field(default_factory=list)
    task_marks: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftSection:
    spot: Spot
    number: str
    title: Paragraphs
    texts: dict[str, Paragraphs] = field(default_factory=dict)
    tasks: list[DraftTask] = field(default_factory=list)
    sections: "list[DraftSection]" = field(default_factory=list)


@dataclass(slots=True)
class DraftHead:
    """What stands above the appendix: its title, and what the line of its decision says."""

    label: str = ""
    title: Paragraphs = ()
    issued_line: str = ""
    number: str | None = None
    symbol: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    year: int | None = None
    period: tuple[int, int] | None = None


@dataclass(slots=True)
class Outline:
    """The appendix as a tree; tasks above the first section stand in `top`, which prints no heading."""

    head: DraftHead
    captions: tuple[Caption, ...]
    top: DraftSection
    remarks: list[Remark]
