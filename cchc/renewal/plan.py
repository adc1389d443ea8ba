"""The files of a plan moved: which entries change, by their routes; the withdrawn ones stay behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cchc.model.plan import Plan
from cchc.renewal.deadlines import Renewing, moved_date, moved_deadline, rules_of
from cchc.renewal.found import Doubt, LeftBehind, Moved, Route, Undecided
from cchc.renewal.move import Move, moved_year
from cchc.renewal.texts import moved_text, names_year_of

_DROPPED = ("tracked_from", "closed_on")
_HEAD = frozenset({"id", "year", "period", "document"}) | set(_DROPPED)
_TEXTS = frozenset({"title", "content", "results", "extra", "text"})
_UNITS = frozenset({"lead", "coordinating"})


@dataclass(slots=True)
class Renewal:
    """What changes in a file, by the routes of its data, and what there is to tell of it."""

    changes: dict[Route, Any] = field(default_factory=dict)
    moved: list[Moved] = field(default_factory=list)
    undecided: list[Undecided] = field(default_factory=list)

    def put(self, route: Route, before: object, value: Any) -> None:
        """Note a change of a key of the head and tell it."""
        if value != before:
            self.changes[route] = value
            self.moved.append(Moved(route, 0, f"{route[-1]}: {_shown(before)}", f"{route[-1]}: {_shown(value)}"))


def _shown(value: Any) -> str:
    return "null" if value is None else f"[{', '.join(value)}]" if isinstance(value, list) else str(value)


def left_behind(data: Any) -> list[LeftBehind]:
    """Return the entries of a file that the new plan does without: withdrawn tasks, days of the old plan's own life."""
    found = [LeftBehind((key,), key, str(data[key])) for key in _DROPPED if isinstance(data, dict) and data.get(key)]
    for route, task in _tasks(data, ()):
        if isinstance(task, dict) and task.get("withdrawn"):
            found.append(LeftBehind(route, "withdrawn-task", str(task.get("id"))))
    return found


def _tasks(record: Any, above: Route) -> Iterator[tuple[Route, Any]]:
    """Yield the tasks of a plan or section and of the sections in it."""
    if not isinstance(record, dict):
        return
    for index, task in enumerate(record.get("tasks") or ()):
        yield (*above, "tasks", index), task
    for index, section in enumerate(record.get("sections") or ()):
        yield from _tasks(section, (*above, "sections", index))


def later_plan(plan: Plan, new_id: str, move: Move) -> Plan:
    """Return the head of the plan that comes to be, as far as wordings are read by it."""
    period = None
    if plan.period is not None:
        ends = {"from_": move.day(plan.period.from_), "to": move.day(plan.period.to)}
        period = plan.period.model_copy(update=ends)
    year = plan.year + move.by if plan.year is not None else None
    return Plan.model_construct(id=new_id, title=plan.title, year=year, period=period)


def renewed_head(data: Mapping[str, Any], new_id: str, move: Move) -> Renewal:
    """Return the changes of a plan's head, its title left aside; a draft again, with no number and no date."""
    found = Renewal()
    found.put(("id",), data.get("id"), new_id)
    if data.get("year"):
        found.put(("year",), data["year"], moved_year(data["year"], move.by))
    for end, day in (data.get("period") or {}).items():
        if end in {"from", "to"}:
            found.put(("period", end), day, moved_date(day, move))
    document = data.get("document") or {}
    for key in ("number", "issued_on"):
        found.put(("document", key), document.get(key), None)
    if document.get("amended_by"):
        found.put(("document", "amended_by"), document["amended_by"], [])
    return found


def renewed(data: Any, renewing: Renewing, lapsed: Mapping[str, str]) -> Renewal:
    """Return the changes of all texts and deadlines of a file; `lapsed` names units that are gone, and who succeeds them."""
    found = Renewal()
    for key, value in data.items() if isinstance(data, dict) else ():
        if key not in _HEAD:
            _renew(value, (key,), renewing, lapsed, found)
        elif key == "document" and isinstance(value, dict):
            _renew(value.get("symbol"), (key, "symbol"), renewing, lapsed, found)
    return found


def _renew(value: Any, route: Route, renewing: Renewing, lapsed: Mapping[str, str], found: Renewal) -> None:
    """Move what stands at a route and below it."""
    if route[-1] in _TEXTS:
        _move_texts(value, route, renewing.move, found)
    elif route[-1] == "deadline":
        _move_deadline(value, route, renewing, lapsed, found)
    elif isinstance(value, list | dict):
        for key, inner in enumerate(value) if isinstance(value, list) else value.items():
            _renew(inner, (*route, key), renewing, lapsed, found)
    elif isinstance(value, str) and names_year_of(renewing.move, value):
        found.undecided.append(Undecided(route, 0, Doubt.KEPT, value))
    if route[-1] in _UNITS:
        _look_at_units(value, route, lapsed, found)


def _move_texts(value: Any, route: Route, move: Move, found: Renewal) -> None:
    """Move every text at a route and below it: one, a list of them, or those of an own column each."""
    if isinstance(value, list | dict):
        for key, inner in enumerate(value) if isinstance(value, list) else value.items():
            _move_texts(inner, (*route, key), move, found)
    elif isinstance(value, str):
        renewed_text = moved_text(value, move)
        if renewed_text.text != value:
            found.changes[route] = renewed_text.text
        found.moved += [Moved(route, *words) for words in renewed_text.moved]
        found.undecided += [Undecided(route, *words) for words in renewed_text.doubtful]


def _move_deadline(value: Any, route: Route, renewing: Renewing, lapsed: Mapping[str, str], found: Renewal) -> None:
    deadline = moved_deadline(value, renewing)
    found.changes.update({(*route, *below): text for below, text in deadline.changes.items()})
    found.moved += [moved._replace(route=(*route, *moved.route)) for moved in deadline.moved]
    found.undecided += [told._replace(route=(*route, *told.route)) for told in deadline.undecided]
    for above, rule in rules_of(value):
        _look_at_units(rule.get("lead"), (*route, *above, "lead"), lapsed, found)


def _look_at_units(value: Any, route: Route, lapsed: Mapping[str, str], found: Renewal) -> None:
    """Tell units that the new year no longer has: `lead: [a]`, `{units: [a], text: …}`, `{unit: a, as: …}`."""
    if isinstance(value, dict) and "units" in value:
        _look_at_units(value["units"], (*route, "units"), lapsed, found)
        return
    for index, entry in enumerate(value or ()):
        unit = str(entry.get("unit") if isinstance(entry, dict) else entry)
        if unit in lapsed:
            found.undecided.append(Undecided((*route, index), 0, Doubt.UNIT, unit, lapsed[unit]))
