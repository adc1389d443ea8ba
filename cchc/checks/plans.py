"""A plan's head: its id is its folder's name, its columns differ, its ids are given once."""

from collections.abc import Iterable, Iterator

from cchc.diagnostics import Finding, NodePath
from cchc.model.deadlines import All
from cchc.model.plan import Part, Plan, Task
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.counting import Counting


def check(loaded: LoadedPlan, plan: Plan, _registry: Registry, _counting: Counting) -> Iterator[Finding]:
    folder = loaded.folder.rpartition("/")[2]
    if plan.id != folder:
        yield Finding("invalid-value", loaded.at / "id", {"value": plan.id, "folder": folder}, "plan-id")
    yield from _columns(plan, loaded.at)
    seen: dict[str, str] = {}
    for placed in plan.placed_tasks:
        task = placed.task
        at = NodePath(loaded.at.file, placed.route)
        if task.id in seen:
            yield Finding("duplicate-id", at / "id", {"id": task.id, "first": seen[task.id]})
        seen.setdefault(task.id, placed.path)
        if task.parts or task.targets or isinstance(task.deadline, All):
            yield from _inner_ids(task, at)


def _columns(plan: Plan, at: NodePath) -> Iterator[Finding]:
    keys = [column if isinstance(column, str) else column.key for column in plan.columns]
    yield from _repeats(keys, at / "columns", "")


def _inner_ids(task: Task, at: NodePath) -> Iterator[Finding]:
    yield from _repeats([part.id for part in task.parts], at / "parts", "id")
    holders: list[tuple[Task | Part, NodePath]] = [(task, at)]
    holders += [(part, at / "parts" / index) for index, part in enumerate(task.parts)]
    for holder, route in holders:
        yield from _repeats([target.id for target in holder.targets], route / "targets", "id")
        if isinstance(holder.deadline, All):
            yield from _repeats([rule.id for rule in holder.deadline.all], route / "deadline" / "all", "id")


def _repeats(ids: Iterable[str | None], at: NodePath, key: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, record_id in enumerate(ids):
        if record_id is None:
            continue
        if record_id in seen:
            yield Finding("duplicate-id", at / index / key if key else at / index, {"id": record_id})
        seen.add(record_id)
