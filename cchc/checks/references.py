"""Names that records use of each other: units, event types, tasks; and names that nobody uses."""

from collections.abc import Iterable, Iterator

from cchc.checks.nearest import nearest
from cchc.checks.usage import Usage
from cchc.diagnostics import Finding, NodePath
from cchc.model.deadlines import All, Deadline, SimpleRule, WordingOnly
from cchc.model.plan import Part, Plan, Task
from cchc.model.registry import LoadedPlan, Registry
from cchc.model.units import UnitAs, UnitCell, UnitEntries, Units
from cchc.schedule.counting import Counting
from cchc.schedule.occurrences import event_types


def check(loaded: LoadedPlan, plan: Plan, registry: Registry, _counting: Counting) -> Iterator[Finding]:
    if plan.issuer is not None and is_unknown(plan.issuer, registry):
        yield unknown_unit(plan.issuer, loaded.at / "issuer", registry)
    file = loaded.at.file
    for placed in plan.placed_tasks:
        task = placed.task
        if task.id in loaded.broken_tasks:
            continue
        yield from _of_holder(task, task.lead, file, placed.route, registry)
        for index, part in enumerate(task.parts):
            lead = task.lead if part.lead is None else part.lead
            yield from _of_holder(part, lead, file, (*placed.route, "parts", index), registry)


def _of_holder(
    holder: Task | Part, lead: Units | None, file: str, route: tuple[str | int, ...], registry: Registry
) -> Iterator[Finding]:
    """Yield what is wrong with the names in a task or a part; `lead` is its own or the one it has from its task."""
    for key, cell in (("lead", holder.lead), ("coordinating", holder.coordinating)):
        for entry in _entries(cell):
            unit = entry.unit if isinstance(entry, UnitAs) else entry
            if is_unknown(unit, registry):
                yield from _unknown_in(cell, NodePath(file, (*route, key)), registry)
                break
    if lead is not None and holder.coordinating is not None:
        yield from _lead_also_coordinating(lead, holder.coordinating, NodePath(file, (*route, "coordinating")))
    if holder.deadline is not None and not isinstance(holder.deadline, str):
        yield from _of_rule(holder.deadline, NodePath(file, (*route, "deadline")), registry)


def _entries(cell: Units | None) -> UnitEntries:
    return () if cell is None else cell.units if isinstance(cell, UnitCell) else cell


def _unknown_in(cell: Units | None, at: NodePath, registry: Registry) -> Iterator[Finding]:
    base = at / "units" if isinstance(cell, UnitCell) else at
    for index, entry in enumerate(_entries(cell)):
        unit = entry.unit if isinstance(entry, UnitAs) else entry
        if is_unknown(unit, registry):
            yield unknown_unit(unit, base / index / "unit" if isinstance(entry, UnitAs) else base / index, registry)


def is_unknown(unit: str, registry: Registry) -> bool:
    return unit not in registry.units and "units" not in registry.lost


def unknown_unit(unit: str, at: NodePath, registry: Registry) -> Finding:
    by_name = {placed.record.name: unit_id for unit_id, placed in registry.units.items()}
    near = by_name.get(unit) or nearest(unit, registry.units) or by_name.get(nearest(unit, by_name), "")
    return Finding("unknown-unit", at, {"unit": unit, "near": near})


def _lead_also_coordinating(lead: Units, coordinating: Units, at: NodePath) -> Iterator[Finding]:
    leading = {entry.unit if isinstance(entry, UnitAs) else entry for entry in _entries(lead)}
    base = at / "units" if isinstance(coordinating, UnitCell) else at
    for index, entry in enumerate(_entries(coordinating)):
        unit = entry.unit if isinstance(entry, UnitAs) else entry
        if unit in leading:
            yield Finding("lead-also-coordinating", base / index, {"unit": unit})


def _of_rule(deadline: Deadline, at: NodePath, registry: Registry) -> Iterator[Finding]:
    if isinstance(deadline, str | WordingOnly):
        return
    members: list[tuple[SimpleRule | All | WordingOnly, NodePath]] = [(deadline, at)]
    if isinstance(deadline, All):
        members += [(member, at / "all" / index) for index, member in enumerate(deadline.all)]
    for rule, route in members:
        if rule.lead is not None:
            yield from _unknown_in(rule.lead, route / "lead", registry)
        if not isinstance(rule, All):
            yield from _unknown_types(rule, route, registry)


def _unknown_types(rule: SimpleRule | WordingOnly, at: NodePath, registry: Registry) -> Iterator[Finding]:
    if "events" in registry.lost or not event_types(rule) - registry.event_types.keys():
        return
    for key in ("after", "ahead_of", "when", "until"):
        for index, name in enumerate(getattr(rule, key, None) or ()):
            if name not in registry.event_types:
                near = nearest(name, registry.event_types)
                yield Finding("unknown-event-type", at / key / index, {"type": name, "near": near})


def check_events(registry: Registry, usage: Usage) -> Iterator[Finding]:
    """Yield what is wrong with logged events: ids given twice, unknown types, tasks that no plan has."""
    seen: set[str] = set()
    for placed in registry.events:
        event, at = placed.record, placed.at
        if event.id in seen:
            yield Finding("duplicate-id", at / "id", {"id": event.id})
        seen.add(event.id)
        if event.type not in registry.event_types and "events" not in registry.lost:
            near = nearest(event.type, registry.event_types)
            yield Finding("unknown-event-type", at / "type", {"type": event.type, "near": near})
        for index, task in enumerate(event.applies_to or ()):
            if task not in usage.tasks and usage.is_complete:
                near = nearest(task, usage.tasks)
                yield Finding("unknown-task", at / "applies_to" / index, {"task": task, "near": near})


def check_usage(registry: Registry, usage: Usage) -> Iterator[Finding]:
    """Yield units and event types that nothing refers to.

    A member of a used group is used, and so is a successor; who has ended and is succeeded by a used unit is its history.
    """
    if not usage.is_complete:
        return
    if "units" not in registry.lost:
        used = _used_units(registry, usage.units)
        for unit, placed in registry.units.items():
            is_history = placed.record.valid_to is not None and not used.isdisjoint(placed.record.succeeded_by)
            if unit not in used and not is_history:
                yield Finding("unused-unit", placed.at, {"unit": unit})
    if "events" not in registry.lost:
        used_types = usage.event_types | {placed.record.type for placed in registry.events}
        for name, placed_type in registry.event_types.items():
            if name not in used_types:
                yield Finding("unused-event-type", placed_type.at, {"type": name})


def _used_units(registry: Registry, named: Iterable[str]) -> set[str]:
    used: set[str] = set()
    pending = list(named)
    while pending:
        unit = pending.pop()
        if unit not in used and unit in registry.units:
            used.add(unit)
            record = registry.units[unit].record
            pending += (*record.members, *record.succeeded_by)
    return used
