"""What a file of an office holds, as it was read: paragraphs and tables in their order, and notices."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from cchc.errors import CchcError

Tracked = Literal["accept", "ignore"]
"""Whether changes that were tracked are read as accepted, or the text before them is read."""


class SourceRefused(CchcError):
    """A file that cannot be read, or must not be; its words say what to do."""


class NoticeKind(StrEnum):
    """What was read in a special way; a kind never changes its meaning."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"
    ROW_INSERTED = "row-inserted"
    ROW_DELETED = "row-deleted"
    CELL_INSERTED = "cell-inserted"
    CELL_DELETED = "cell-deleted"
    HIDDEN = "hidden"
    HIDDEN_ROW = "hidden-row"
    HIDDEN_COLUMN = "hidden-column"
    HIDDEN_SHEET = "hidden-sheet"
    COVERED = "covered"
    """Text of a cell that a merge covers: it is in the file, and nobody sees it."""
    STRUCK = "struck"
    """Words with a line through them: they are printed, yet may be meant as taken back."""
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    HEADER = "header"
    FOOTER = "footer"
    FIELD = "field"
    """The instruction of a field, which is not printed; its result stands in the text."""
    PLACEHOLDER = "placeholder"
    LINK = "link"
    PICTURE = "picture"
    EQUATION = "equation"
    OBJECT = "object"
    SYMBOL = "symbol"
    """A character of a font of signs (`name`) that has no known letter."""
    RUBY = "ruby"
    NESTED_TABLE = "nested-table"
    NUMBER_FORMAT = "number-format"
    """A form of numbers (`name`) that is not known: the number is printed plainly."""
    OLD_FONT = "old-font"
    """Letters of a font (`name`) made before Unicode: what is read is not what is seen."""
    MACRO = "macro"
    EMBEDDED = "embedded"
    """A document or program inside of this one, named `name`; it is not opened."""
    UNKNOWN = "unknown-element"
    FORMULA = "formula"
    """The formula of a cell; its last value stands in the text, if one was kept."""
    ITEMS_SPLIT = "items-split"
    ENCODING = "encoding"


class Place(NamedTuple):
    """Where something stands, as a person counts from 1; 0 where it does not apply.

    Paragraphs are counted outside of tables, rows in their table, cells in their row.
    """

    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing read in a special way: its words, and whether they stand in the text that was read."""

    kind: NoticeKind
    place: Place
    text: str = ""
    name: str = ""
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of a paragraph, soft line breaks as `\\n`; `number` is what the program prints before it of its own accord."""

    text: str
    number: str | None = None
    style: str = ""
    level: int | None = None


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell: the column of the grid at which it begins, counted from 0, and how many columns it spans."""

    column: int
    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    is_continued_down: bool = False

    @property
    def text(self) -> str:
        """Return the paragraphs as lines, without their numbers."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row; `number` counts from 1, `task_marks` are hidden names of tasks that the tool wrote."""

    number: int
    cells: tuple[SourceCell, ...]
    is_header: bool = False
    task_marks: tuple[str, ...] = ()
    tracked: Literal["", "inserted", "deleted"] = ""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table; `number` counts from 1, `name` is that of a sheet."""

    number: int
    rows: tuple[SourceRow, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """All that was read, in the order of the file."""

    blocks: tuple[Paragraph | SourceTable, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def tables(self) -> list[SourceTable]:
        return [block for block in self.blocks if isinstance(block, SourceTable)]
