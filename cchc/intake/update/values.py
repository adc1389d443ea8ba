"""What an update compares and what it tells: rows of the document, changes to the plan, conflicts."""

from dataclasses import dataclass, field
from enum import StrEnum

from cchc.intake.draft.values import NOWHERE, Certainty, Paragraphs, Remark, Spot
from cchc.source.tree import Data

SectionKey = tuple[str | int, ...]
"""The route of a section in the plan as it was read; `("new", n)` for one that the document adds."""


class Kind(StrEnum):
    """What a change does; a kind never changes its meaning."""

    PLAN_CHANGED = "plan-changed"
    SECTION_CHANGED = "section-changed"
    SECTION_ADDED = "section-added"
    SECTION_REMOVED = "section-removed"
    TASK_CHANGED = "task-changed"
    TASK_ADDED = "task-added"
    TASK_REMOVED = "task-removed"
    TASK_MOVED = "task-moved"
    PART_CHANGED = "part-changed"
    PART_ADDED = "part-added"
    PART_REMOVED = "part-removed"


@dataclass(eq=False, slots=True)
class WordRow:
    """A row of a task in the document; texts by the plan's columns, `unknown` those in columns that the plan has not."""

    spot: Spot
    texts: dict[str, Paragraphs]
    marks: tuple[str, ...] = ()
    unknown: Paragraphs = ()

    @property
    def words(self) -> str:
        return " ".join(line for key, lines in self.texts.items() if key != "number" for line in lines)


@dataclass(eq=False, slots=True)
class WordTask:
    """A task of the document: its rows."""

    rows: list[WordRow]
    is_part_like: bool = False

    @property
    def words(self) -> str:
        return " ".join(row.words for row in self.rows)


@dataclass(eq=False, slots=True)
class WordSection:
    """A section of the document; the outermost has no heading and no parent."""

    spot: Spot
    number: str
    title: Paragraphs
    parent: "WordSection | None" = None
    tasks: list[WordTask] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the plan. `id` names a task, `task/part` or the number and title of a section.

    `route` ends at the value that `data` replaces, None takes it out; `section` and `after` tell where a task or section goes.
    """

    kind: Kind
    id: str
    spot: Spot = NOWHERE
    certainty: Certainty = Certainty.READ
    column: str = ""
    before: str = ""
    after_text: str = ""
    likeness: float | None = None
    route: tuple[str, ...] = ()
    data: Data = None
    section: SectionKey = ()
    new_section: SectionKey = ()
    after: str | SectionKey = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both the document and the plan changed: it stays as the plan has it."""

    id: str
    spot: Spot
    column: str
    document: str
    plan: str


@dataclass(slots=True)
class Update:
    """All that an edited document asks for, and what is to be told of it."""

    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    """The numbers that were changed in Word, by task: written where the plan would print others."""
