"""Which plan, which task and which occurrence a command is about: named, the only one, or asked for at a terminal."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from cchc.checks.units import folded
from cchc.cli.console import Console
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.messages import Language, print_day, screen
from cchc.model.plan import PlacedTask, Plan
from cchc.model.registry import LoadedPlan
from cchc.schedule.agenda import Item, items
from cchc.schedule.status import CLOSED, Window
from cchc.wording.agree import rule_of


class Chosen(NamedTuple):
    """A task of a plan that was read."""

    loaded: LoadedPlan
    plan: Plan
    placed: PlacedTask


def choose_plan(session: Session, plan_id: str | None) -> tuple[LoadedPlan, bool]:
    """Return the plan of that id, or the only one, and whether it and the shared files that it needs are without errors.

    Raises UsageError.
    """
    known, chosen = [], []
    for loaded, findings in session.plans():
        name = loaded.folder.rpartition("/")[2]
        known.append(name)
        if plan_id in (None, name):
            chosen.append((loaded, session.can_answer_for(loaded, findings)))
    if not known:
        raise UsageError("usage/no-plan")
    if not chosen:
        raise UsageError("usage/no-such-plan", plan=plan_id, known=known)
    if len(chosen) > 1:
        raise UsageError("usage/several-plans", known=known)
    return chosen[0]


def tasks_named(loaded: LoadedPlan, name: str, plan_id: str | None, known: list[str]) -> Iterator[PlacedTask]:
    """Yield the tasks of a plan that are meant by an id, by plan and id, or by a printed number; note all names in `known`."""
    if loaded.plan is None or plan_id not in (None, loaded.plan.id):
        return
    for placed in loaded.plan.placed_tasks:
        names = {placed.task.id, f"{loaded.plan.id}/{placed.task.id}", placed.path}
        known += sorted(names)
        if name.rstrip(".") in names:
            yield placed


def choose_task(session: Session, name: str, plan_id: str | None) -> Chosen:
    """Return the task that is meant; raise UsageError where there is none, or several."""
    known: list[str] = []
    found = [
        Chosen(loaded, loaded.plan, placed)
        for loaded, _ in session.plans()
        if loaded.plan is not None
        for placed in tasks_named(loaded, name, plan_id, known)
    ]
    if not found:
        near = get_close_matches(name[:80], known, 1)
        raise UsageError("usage/no-such-task", task=name, near=near[0] if near else "")
    if len(found) > 1:
        raise UsageError("usage/several-tasks", task=name, known=[f"{one.plan.id}/{one.placed.task.id}" for one in found])
    return found[0]


def choose_unit(session: Session, name: str) -> str:
    """Return the id of the unit that is meant by its id, its name or another name of it; raise UsageError."""
    units = {unit_id: placed.record for unit_id, placed in session.registry.units.items()}
    wanted = folded(name)
    found = [unit_id for unit_id, unit in units.items() if name == unit_id or wanted in map(folded, (unit.name, *unit.aliases))]
    if name in found or len(found) == 1:
        return name if name in found else found[0]
    raise UsageError("usage/no-such-unit", unit=name, known=found or list(units))


def items_of(session: Session, chosen: Chosen, day: date) -> list[Item]:
    """Return every occurrence of a task as it stands on a day."""
    events = [placed.record for placed in session.registry.events]
    window = Window(day, day)
    found = items(chosen.plan, chosen.loaded.progress, events, session.counting, rule_of, day, window)
    return [item for item in found if item.duty.placed.task.id == chosen.placed.task.id]


def choose_occurrence(
    owed: Sequence[Item], named: str | None, part: str | None, language: Language, console: Console
) -> str | None:
    """Return the name of the occurrence that is meant: the one named, else the only open one; "" has no name.

    At a terminal the open ones are listed and asked for; elsewhere several are a UsageError that lists them.
    """
    if named is not None:
        return named
    mine = [item for item in owed if part in (None, item.duty.part_id) and item.standing.status not in CLOSED]
    names = list(dict.fromkeys(item.occurrence.name for item in mine))
    if len(names) <= 1:
        return names[0] if names else None
    if not console.is_asking:
        raise UsageError("usage/several-occurrences", known=names)
    days = {item.occurrence.name: item.standing.counts_on for item in reversed(mine)}
    lines = [f"{name or '—'}  {print_day(language, day) if (day := days[name]) else ''}".rstrip() for name in names]
    return names[console.choose(screen(language, "ask/occurrence"), lines)]
