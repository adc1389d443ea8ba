"""A plan: head, sections, tasks and their parts."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Discriminator, Field, Tag, model_validator

from cchc.model.deadlines import Deadline
from cchc.model.periods import PeriodUnit
from cchc.model.record import Record
from cchc.model.scalars import Date, Decimal, FilledProse, Id, Line, Prose, Year, fault
from cchc.model.units import Units

COLUMNS = ("number", "content", "deadline", "lead", "coordinating", "results")
Extra = Mapping[Id, Prose]


class Target(Record):
    """A numeric goal that a result states; exactly one bound."""

    id: Id
    at_least: Decimal | None = None
    above: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None
    unit: str | None = None

    @model_validator(mode="after")
    def _check_bound(self) -> "Target":
        bounds = [bound for bound in (self.at_least, self.above, self.at_most, self.below) if bound is not None]
        if len(bounds) != 1:
            raise fault("invalid-value", "one-bound")
        return self


class Withdrawn(Record):
    """Since when, and by which document, a task is dropped."""

    on: Date
    document: Line | None = None


class Part(Record):
    """A sub-row under a task's number; what it leaves out it has from its task."""

    id: Id
    content: FilledProse | None = None
    deadline: Deadline | None = None
    lead: Units | None = None
    coordinating: Units | None = None
    results: Prose | None = None
    extra: Extra = Field(default_factory=dict)
    targets: tuple[Target, ...] = ()


class Task(Record):
    id: Id
    number: str | None = None
    content: FilledProse
    deadline: Deadline | None = None
    lead: Units | None = None
    coordinating: Units | None = None
    results: Prose | None = None
    extra: Extra = Field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    targets: tuple[Target, ...] = ()
    withdrawn: Withdrawn | None = None

    @model_validator(mode="after")
    def _check_lead(self) -> "Task":
        if self.lead is None and not (self.parts and all(part.lead is not None for part in self.parts)):
            raise fault("missing-key", key="lead")
        return self


class Section(Record):
    number: str = ""
    title: FilledProse
    tasks: tuple[Task, ...] = ()
    sections: "tuple[Section, ...]" = ()
    extra: Extra = Field(default_factory=dict)


class OwnColumn(Record):
    """A column with a caption of its own."""

    key: Id
    title: Line


def _column_tag(raw: Any) -> str | None:
    return "<key>" if isinstance(raw, str) else "<own>" if isinstance(raw, dict) else None


ColumnEntry = Annotated[
    Annotated[Literal["number", "content", "deadline", "lead", "coordinating", "results"], Tag("<key>")]
    | Annotated[OwnColumn, Tag("<own>")],
    Discriminator(_column_tag),
]


class DocumentHead(Record):
    """Number and date of the plan; None prints a blank, as in a draft."""

    number: Line | None = None
    symbol: Line | None = None
    issued_on: Date | None = None
    amended_by: tuple[Line, ...] = ()


class PlanPeriod(Record):
    from_: Annotated[Date, Field(alias="from")]
    to: Date

    @model_validator(mode="after")
    def _check_order(self) -> "PlanPeriod":
        if self.to < self.from_:
            raise fault("invalid-value", "order", value=self.to.isoformat(), key="to")
        return self


class Plan(Record):
    id: Id
    title: FilledProse
    year: Year | None = None
    period: PlanPeriod | None = None
    issuer: str | None = None
    document: DocumentHead = Field(default_factory=DocumentHead)
    tracked_from: Date | None = None
    closed_on: Date | None = None
    ongoing_check: PeriodUnit | None = None
    numbering: Literal["section", "plan"] = "section"
    columns: Annotated[tuple[ColumnEntry, ...], Field(min_length=1)] = COLUMNS  # type: ignore[assignment]  # literals
    tasks: tuple[Task, ...] = ()
    sections: tuple[Section, ...] = ()

    @model_validator(mode="after")
    def _check_period(self) -> "Plan":
        if self.year is None and self.period is None:
            raise fault("missing-key", key="year")
        if self.year is not None and self.period is not None:
            raise fault("invalid-value", "year-and-period", key="period")
        return self

    @cached_property
    def rows(self) -> "tuple[PlacedSection | PlacedTask, ...]":
        """Sections and tasks in printed order, each task with the number it prints."""
        return tuple(_walk(self))

    @cached_property
    def placed_tasks(self) -> "tuple[PlacedTask, ...]":
        return tuple(row for row in self.rows if isinstance(row, PlacedTask))

    @property
    def first_day(self) -> date:
        return self.period.from_ if self.period else date(self.year or 1, 1, 1)

    @property
    def last_day(self) -> date:
        return self.period.to if self.period else date(self.year or 1, 12, 31)


class PlacedTask(NamedTuple):
    """A task with its route in the plan and its printed path, such as `B.II.3`."""

    task: Task
    route: tuple[str | int, ...]
    number: str
    path: str


class PlacedSection(NamedTuple):
    section: Section
    route: tuple[str | int, ...]
    level: int


def _walk(plan: Plan) -> Iterator[PlacedSection | PlacedTask]:
    """Yield sections and tasks in printed order, each task with the number it prints.

    A task without `number` counts on from the one before it; `""` prints none and does not count. The count starts
    again in each section, or runs through the plan where `numbering: plan` says so.
    """
    counter = NumberCounter(plan.numbering)
    yield from _walk_tasks(plan.tasks, (), (), counter)
    yield from _walk_sections(plan.sections, (), (), counter)


class NumberCounter:
    """Counts the tasks of a plan as they print, section by section."""

    def __init__(self, numbering: Literal["section", "plan"]) -> None:
        self._runs_through = numbering == "plan"
        self._last = 0

    @property
    def next(self) -> str:
        """What prints for a task that has no `number`."""
        return str(self._last + 1)

    def begin_section(self) -> None:
        if not self._runs_through:
            self._last = 0

    def number(self, given: str | None) -> str:
        """Return what prints for a task whose `number` is `given`, and count on from it."""
        number = self.next if given is None else given
        digits = number.strip().rstrip(".")
        if digits.isascii() and digits.isdigit() and len(digits) < 10:
            self._last = int(digits)
        return number


def _walk_sections(
    sections: tuple[Section, ...], route: tuple[str | int, ...], numbers: tuple[str, ...], counter: NumberCounter
) -> Iterator[PlacedSection | PlacedTask]:
    for index, section in enumerate(sections):
        here = (*route, "sections", index)
        yield PlacedSection(section, here, len(numbers))
        counter.begin_section()
        inner = (*numbers, section.number)
        yield from _walk_tasks(section.tasks, here, inner, counter)
        yield from _walk_sections(section.sections, here, inner, counter)


def _walk_tasks(
    tasks: tuple[Task, ...], route: tuple[str | int, ...], numbers: tuple[str, ...], counter: NumberCounter
) -> Iterator[PlacedTask]:
    above = [bare for bare in map(bare_number, numbers) if bare]
    for index, task in enumerate(tasks):
        number = counter.number(task.number)
        bare = bare_number(number)
        yield PlacedTask(task, (*route, "tasks", index), number, ".".join([*above, bare] if bare else above))


def bare_number(number: str) -> str:
    """Return a printed number without its final stops."""
    return number.strip().rstrip(".")
