"""The plan as it prints now, and as it printed when the document was made, ready to be looked up by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc.intake.draft.text import clean
from cchc.intake.draft.values import Paragraphs
from cchc.intake.update.values import SectionKey
from cchc.model.plan import PlacedSection, PlacedTask, Plan
from cchc.ooxml.cell_text import digest_of, with_dash
from cchc.ooxml.print_record import PrintRecord
from cchc.source.tree import Data
from cchc.views.appendix import Appendix, TaskRow
from cchc.views.names import paragraphs


@dataclass(slots=True)
class Current:
    """The plan now: what each row prints, where each task stands, and the data of its records."""

    plan: Plan
    printed: Appendix
    data: Mapping[str, Data]
    """The record of each task as its file writes it."""
    rows: dict[str, dict[str, Paragraphs]] = field(init=False)
    placed: dict[str, PlacedTask] = field(init=False)
    sections: list[PlacedSection] = field(init=False)

    def __post_init__(self) -> None:
        keys = [column.key for column in self.printed.columns]
        self.rows = {
            row.task_id: {key: as_read(cell.paragraphs) for key, cell in zip(keys, row.cells, strict=True)}
            for row in self.printed.rows
            if isinstance(row, TaskRow)
        }
        self.placed = {placed.task.id: placed for placed in self.plan.placed_tasks if placed.task.withdrawn is None}
        self.sections = [row for row in self.plan.rows if isinstance(row, PlacedSection)]

    def rows_of(self, task_id: str) -> list[str]:
        """Return the ids of the rows that a task prints."""
        parts = self.placed[task_id].task.parts
        return [f"{task_id}/{part.id}" for part in parts] if parts else [task_id]

    def words_of(self, task_id: str) -> str:
        cells = (self.rows[row] for row in self.rows_of(task_id))
        return " ".join(line for texts in cells for key, lines in texts.items() if key != "number" for line in lines)

    def section_of(self, task_id: str) -> SectionKey:
        return self.placed[task_id].route[:-2]

    def place_of(self, task_id: str) -> int:
        return int(self.placed[task_id].route[-1])


def as_read(printed: Paragraphs) -> Paragraphs:
    """Return what is printed as it will be read again: no empty lines, single spaces."""
    lines = (clean(line) for paragraph in printed for line in paragraph.split("\n"))
    return tuple(with_dash(line) for line in lines if line)


def heading_of(section: PlacedSection) -> tuple[str, Paragraphs]:
    return clean(section.section.number), as_read(paragraphs(section.section.title))


class Base:
    """What was printed when the document was made; without a record nothing is known of it."""

    def __init__(self, record: PrintRecord | None) -> None:
        self.record = record
        self.rows = {row.id: row.digests for row in record.rows if not row.is_section} if record else {}
        self.headings = [row.digests for row in record.rows if row.is_section] if record else []
        self.order = list(dict.fromkeys(row_id.partition("/")[0] for row_id in self.rows))

    def holds(self, row_id: str, column: str, lines: Paragraphs) -> bool | None:
        """Return whether a cell was printed with these lines; None where that is not known."""
        digest = self.rows.get(row_id, {}).get(column)
        return None if digest is None else digest == digest_of(lines)

    def is_heading(self, column: str, lines: Paragraphs) -> bool | None:
        if self.record is None:
            return None
        return any(digests.get(column) == digest_of(lines) for digests in self.headings)
