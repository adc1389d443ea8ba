"""What is owed: a task, or each of its parts with what it inherits."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.model.deadlines import Deadline
from cchc.model.plan import Part, PlacedTask, Plan
from cchc.model.scalars import Text
from cchc.model.units import Units


class Duty(NamedTuple):
    """A task or a part of one, whole: what a part leaves out it has from its task."""

    placed: PlacedTask
    part: Part | None
    content: Text
    deadline: Deadline | None
    lead: Units | None
    coordinating: Units | None

    @property
    def part_id(self) -> str | None:
        return self.part.id if self.part else None


def duties_of(placed: PlacedTask) -> Iterator[Duty]:
    task = placed.task
    if not task.parts:
        yield Duty(placed, None, task.content, task.deadline, task.lead, task.coordinating)
    for part in task.parts:
        yield Duty(
            placed,
            part,
            part.content or task.content,
            part.deadline or task.deadline,
            part.lead if part.lead is not None else task.lead,
            part.coordinating if part.coordinating is not None else task.coordinating,
        )


def duties(plan: Plan) -> Iterator[Duty]:
    """Yield every duty of a plan in printed order."""
    for placed in plan.placed_tasks:
        yield from duties_of(placed)
