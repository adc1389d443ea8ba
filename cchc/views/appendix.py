"""The appendix of a plan as its reader sees it: final strings in rows and columns, without layout."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cchc.model.deadlines import Deadline
from cchc.model.plan import Part, PlacedSection, PlacedTask, Plan, Task
from cchc.model.registry import Registry
from cchc.schedule.agenda import scope_of
from cchc.schedule.counting import Counting
from cchc.schedule.duties import Duty, duties_of
from cchc.schedule.occurrences import occurrences
from cchc.schedule.reasons import DueOn
from cchc.views.names import paragraphs, unit_cell, unit_name
from cchc.wording.agree import rule_of
from cchc.wording.write import wording_of


class Column(NamedTuple):
    """One column: the key the template knows it by, and the caption printed over it."""

    key: str
    title: str


class Cell(NamedTuple):
    """One cell, a string for each paragraph; `continues` merges it down with the cell above."""

    paragraphs: tuple[str, ...]
    continues: bool = False


class SectionRow(NamedTuple):
    """The heading of a section, its number in the first column; `level` is 1 for the outermost sections."""

    number: str
    title: tuple[str, ...]
    level: int


class TaskRow(NamedTuple):
    """A task, or one part of it, with one cell for each column; `task_id` must differ from row to row.

    `section` is the innermost one with its printed path, such as `B.II. Tiêu chí …`; the days are the first and the last
    on which the row falls due, as far as the plan and its real events tell, None where there is none.
    """

    task_id: str
    cells: tuple[Cell, ...]
    section: str = ""
    first_due_on: date | None = None
    last_due_on: date | None = None


class Appendix(NamedTuple):
    """The whole appendix; `created_on` is the day that the file's properties name.

    A list of progress tells the day `as_of` which it was made, and in `summary` how many tasks stand where.
    """

    label: str
    title: tuple[str, ...]
    issued_line: str
    columns: tuple[Column, ...]
    rows: tuple[SectionRow | TaskRow, ...]
    plan_id: str
    issuer: str
    created_on: date | None
    as_of: date | None = None
    summary: tuple[str, ...] = ()


CAPTIONS = {
    "number": "TT",
    "content": "Nội dung công việc",
    "deadline": "Thời hạn thực hiện",
    "lead": "Đơn vị chủ trì",
    "coordinating": "Đơn vị phối hợp",
    "results": "Kết quả",
}
"""The captions of the usual columns, as the sample appendix prints them."""
BLANK = "…"


def columns_of(plan: Plan) -> tuple[Column, ...]:
    """Return the columns of a plan in its order, under its captions."""
    return tuple(
        Column(entry, CAPTIONS[entry]) if isinstance(entry, str) else Column(entry.key, entry.title) for entry in plan.columns
    )


def build(plan: Plan, registry: Registry, counting: Counting, columns: tuple[Column, ...] | None = None) -> Appendix:
    """Return the appendix of a plan, under its own columns unless others are given.

    Withdrawn tasks are left out and keep their numbers.
    """
    columns = columns_of(plan) if columns is None else columns
    days = _DueDays(plan, registry, counting)
    rows: list[SectionRow | TaskRow] = []
    headings: list[PlacedSection] = []
    for row in plan.rows:
        if isinstance(row, PlacedSection):
            headings[row.level :] = [row]
            rows.append(SectionRow(row.section.number, paragraphs(row.section.title), row.level + 1))
        elif row.task.withdrawn is None:
            rows += _task_rows(row, columns, plan, registry, _section_name(headings), days)
    issuer = unit_name(plan.issuer, registry) if plan.issuer else ""
    return Appendix(
        "PHỤ LỤC",
        paragraphs(plan.title),
        _issued_line(plan, issuer),
        columns,
        tuple(rows),
        plan.id,
        issuer,
        plan.document.issued_on,
    )


def _issued_line(plan: Plan, issuer: str) -> str:
    """Return `(Kèm theo Kế hoạch số …)`; a number or date that is not set prints as a blank, as in a draft."""
    document, day = plan.document, plan.document.issued_on
    number = document.number or BLANK
    if "/" not in number and document.symbol:
        number = f"{number}/{document.symbol}"
    issued = f"ngày {day.day:02} tháng {day.month:02} năm {day.year}" if day else f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    return f"(Kèm theo Kế hoạch số {number} {issued}{f' của {issuer}' if issuer else ''})"


class _DueDays:
    """The first and the last day on which duties of a plan fall due; invented events open nothing here."""

    def __init__(self, plan: Plan, registry: Registry, counting: Counting) -> None:
        self._plan, self._counting = plan, counting
        self._events = [placed.record for placed in registry.events if not placed.record.sample]

    def of(self, duty: Duty) -> tuple[date | None, date | None]:
        rule = rule_of(duty.deadline, self._plan) if duty.deadline is not None else None
        if rule is None:
            return None, None
        found = occurrences(rule, scope_of(self._plan, duty, self._events, self._counting))
        days = [occurrence.outcome.day for occurrence in found if isinstance(occurrence.outcome, DueOn)]
        return (min(days), max(days)) if days else (None, None)


def _section_name(headings: list[PlacedSection]) -> str:
    """Return the innermost of the sections that lead to a task, with the path of their numbers."""
    if not headings:
        return ""
    numbers = [number for heading in headings if (number := heading.section.number.rstrip("."))]
    title = " ".join(paragraphs(headings[-1].section.title))
    return f"{'.'.join(numbers)}. {title}" if numbers else title


def _task_rows(
    placed: PlacedTask, columns: tuple[Column, ...], plan: Plan, registry: Registry, section: str, days: _DueDays
) -> Iterator[TaskRow]:
    """Yield the row of a task, or of each of its parts; what parts inherit prints once and is merged down."""
    task = placed.task
    spans = [days.of(duty) for duty in duties_of(placed)]
    if not task.parts:
        cells = tuple(Cell(_cell(column.key, placed, task, plan, registry)) for column in columns)
        yield TaskRow(task.id, cells, section, *spans[0])
        return
    inherited_above: set[str] = set()
    for part, span in zip(task.parts, spans, strict=True):
        own_cells = []
        for column in columns:
            is_own = _is_own(column.key, part)
            content = _cell(column.key, placed, part if is_own else task, plan, registry)
            continues = not is_own and column.key in inherited_above
            own_cells.append(Cell(() if continues else content, continues))
        inherited_above = {column.key for column in columns if not _is_own(column.key, part)}
        yield TaskRow(f"{task.id}/{part.id}", tuple(own_cells), section, *span)


def _is_own(key: str, part: Part) -> bool:
    """Return whether a part has a value of its own for a column."""
    return getattr(part, key) is not None if key in CAPTIONS and key != "number" else key in part.extra


def _cell(key: str, placed: PlacedTask, holder: Task | Part, plan: Plan, registry: Registry) -> tuple[str, ...]:
    match key:
        case "number":
            return (placed.number,) if placed.number else ()
        case "content":
            return paragraphs(holder.content)
        case "deadline":
            return deadline_paragraphs(holder.deadline, registry)
        case "lead":
            return unit_cell(holder.lead, registry)
        case "coordinating":
            return unit_cell(holder.coordinating, registry)
        case "results":
            return paragraphs(holder.results)
        case _:
            return paragraphs(holder.extra.get(key))


def deadline_paragraphs(deadline: Deadline | None, registry: Registry) -> tuple[str, ...]:
    """Return what a deadline prints: its own words, or a wording made from its rule."""
    if deadline is None:
        return ()
    if isinstance(deadline, str):
        return paragraphs(deadline)
    if deadline.text is not None:
        return paragraphs(deadline.text)
    return (wording_of(deadline, {name: placed.record.name for name, placed in registry.event_types.items()}),)
