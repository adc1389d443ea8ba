"""Where in a plan a task is to stand: at the end of a section, or beside another task."""

from difflib import get_close_matches
from typing import NamedTuple

from cchc.checks.units import folded
from cchc.cli.choosing import tasks_named
from cchc.errors import UsageError
from cchc.model.plan import PlacedSection, PlacedTask, Plan, bare_number
from cchc.model.registry import LoadedPlan
from cchc.source.routes import Route


class Spot(NamedTuple):
    """A list of tasks in a plan, and where among them: the position of the one that is to come behind, or their number."""

    route: Route
    position: int


def spot_of(loaded: LoadedPlan, plan: Plan, section: str | None, before: str | None, after: str | None) -> Spot:
    """Return the spot that the options name; raise UsageError where they name none, several, or two that differ."""
    route = None if section is None else _section_named(plan, section)
    if before is not None and after is not None:
        raise UsageError("usage/before-and-after")
    if before is None and after is None:
        route = _only_section(plan) if route is None else route
        return Spot(route, sum(placed.route[:-1] == route for placed in plan.placed_tasks))
    beside = _task_named(loaded, plan, before or after or "", route)
    return Spot(beside.route[:-1], int(beside.route[-1]) + (after is not None))


def sections_of(plan: Plan) -> dict[Route, str]:
    """Return the printed path of each section, such as `B.II`, or its title where it has no number, by its route."""
    found: dict[Route, str] = {}
    numbers: list[str] = []
    for row in plan.rows:
        if isinstance(row, PlacedSection):
            numbers[row.level :] = [bare_number(row.section.number)]
            found[row.route] = ".".join(filter(None, numbers)) if numbers[-1] else _title(row)
    return found


def _title(row: PlacedSection) -> str:
    title = row.section.title
    return " ".join((title if isinstance(title, str) else " ".join(title)).split())


def _section_named(plan: Plan, name: str) -> Route:
    titles = {row.route: _title(row) for row in plan.rows if isinstance(row, PlacedSection)}
    paths = sections_of(plan)
    found = [route for route, path in paths.items() if bare_number(name) == path or folded(name) == folded(titles[route])]
    if not found:
        raise UsageError("usage/no-such-section", section=name, known=list(paths.values()))
    if len(found) > 1:
        raise UsageError("usage/several-sections", section=name, known=[titles[route] for route in found])
    return (*found[0], "tasks")


def _only_section(plan: Plan) -> Route:
    paths = sections_of(plan)
    if plan.tasks or not paths:
        return ("tasks",)
    if len(paths) > 1:
        raise UsageError("usage/which-section", known=list(paths.values()))
    return (*next(iter(paths)), "tasks")


def _task_named(loaded: LoadedPlan, plan: Plan, name: str, route: Route | None) -> PlacedTask:
    known: list[str] = []
    named = list(tasks_named(loaded, name, plan.id, known))
    if not named:
        near = get_close_matches(name[:80], known, 1)
        raise UsageError("usage/no-such-task", task=name, near=near[0] if near else "")
    found = [placed for placed in named if route in (None, placed.route[:-1])]
    if not found:
        raise UsageError("usage/task-elsewhere", task=name, section=sections_of(plan)[(route or ())[:-1]])
    if len(found) > 1:
        raise UsageError("usage/several-tasks", task=name, known=[placed.task.id for placed in found])
    return found[0]
