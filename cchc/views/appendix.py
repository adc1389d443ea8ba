"""The appendix of a plan as its reader sees it: final strings in rows and columns, without layout."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the key the template knows it by, and the caption printed over it."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, a string for each paragraph; `continues` merges it down with the cell above."""

    paragraphs: tuple[str, ...]
    continues: bool = False


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The heading of a section, its number in the first column; `level` is 1 for the outermost sections."""

    number: str
    title: tuple[str, ...]
    level: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task, or one part of it, with one cell for each column; `task_id` must differ from row to row."""

    task_id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """The whole appendix; `created_on` is the day that the file's properties name."""

    label: str
    title: tuple[str, ...]
    issued_line: str
    columns: tuple[Column, ...]
    rows: tuple[SectionRow | TaskRow, ...]
    plan_id: str
    issuer: str
    created_on: date | None
