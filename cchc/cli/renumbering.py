"""What a change to the order of a plan's tasks does to the numbers that they print."""

from collections.abc import Iterator

from cchc.messages import Language, screen
from cchc.model.plan import Plan

_SHOWN = 20


def renumbered(before: Plan, after: Plan, language: Language) -> Iterator[str]:
    """Yield a line for each task, there before and after, whose printed number is another now."""
    numbers = {placed.task.id: placed.path for placed in before.placed_tasks}
    changed = [
        (numbers[placed.task.id], placed.path, placed.task.id)
        for placed in after.placed_tasks
        if numbers.get(placed.task.id, placed.path) != placed.path
    ]
    for old, new, task in changed[:_SHOWN]:
        yield screen(language, "task/renumbered", before=old, after=new, task=task)
    if len(changed) > _SHOWN:
        yield screen(language, "task/renumbered-more", count=len(changed) - _SHOWN)
