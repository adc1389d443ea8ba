"""`cchc due`: what is overdue and what falls due in a window."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.options import day_of
from cchc.cli.places import Place, find_places
from cchc.cli.session import Session
from cchc.diagnostics import CODES, Finding, Severity
from cchc.errors import UsageError
from cchc.messages import Language, screen
from cchc.model.events import Event
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan, Progress, Registry
from cchc.model.units import unit_ids
from cchc.report.json_report import to_json
from cchc.report.visible import plain_log
from cchc.schedule.agenda import Item, Selection, in_order, items
from cchc.schedule.duties import duties
from cchc.schedule.occurrences import event_types
from cchc.schedule.status import Status, Window
from cchc.views.due_list import counts_of, json_of, row_of
from cchc.wording.agree import rule_of

FORMATS = ("table", "json")
STATUSES = tuple(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class DueOptions:
    """What the command line asks for; `window` is a name (`week`, `month`, …) or two days."""

    window: str = "week"
    next_days: int | None = None
    from_day: str | None = None
    to_day: str | None = None
    unit: str | None = None
    role: str = "any"
    plan: str | None = None
    statuses: tuple[str, ...] = ()
    has_overdue: bool = True
    has_samples: bool = True
    is_everything: bool = False
    is_known_only: bool = False
    supposed: tuple[str, ...] = ()
    report_format: str = "table"
    fails_overdue: bool = False
    as_of: str | None = None


@dataclass(slots=True)
class _Found:
    """The items of one workspace: what is listed, and what passes the filters."""

    registry: Registry
    label: str
    listed: list[Item]
    passing: list[Item]


def run(root: Path | None, paths: list[Path], options: DueOptions, language: Language | None, console: Console) -> int:
    """Print the list; return 0, 1 where a plan was left out or (`fails_overdue`) something is overdue."""
    found: list[_Found] = []
    left_out = False
    day, window = date.min, Window(date.min, date.min)
    plan_names: list[str] = []
    for place in find_places(root, paths):
        session = Session(place)
        settings = session.registry.settings
        day = today(settings.timezone, options.as_of)
        window = window_of(options, day)
        language = language or settings.language
        if options.is_known_only:
            session = Session(place, known_on=day)
        _check_unit(options, session.registry)
        in_place = _Found(session.registry, place.label, [], [])
        found.append(in_place)
        left_out |= _gather(session, place, options, day, window, in_place, plan_names, language, console)
    if options.plan is not None and options.plan not in plan_names:
        raise UsageError("usage/no-such-plan", plan=options.plan, known=plan_names)
    text = _write(found, options, day, window, language or "vi", console)
    is_log = "GITHUB_ACTIONS" in os.environ and console.output is None and options.report_format != "json"
    console.result(plain_log(text) if is_log else text)
    is_overdue = any(item.standing.status is Status.OVERDUE for group in found for item in group.passing)
    return int(left_out or (options.fails_overdue and is_overdue))


def _gather(
    session: Session,
    place: Place,
    options: DueOptions,
    day: date,
    window: Window,
    found: _Found,
    plan_names: list[str],
    language: Language,
    console: Console,
) -> bool:
    """Fill `found` from the plans of a workspace; return whether a plan was left out for its errors."""
    selection = Selection(window, frozenset(map(Status, options.statuses)), options.has_overdue, options.is_everything)
    events = _events(session.registry, options, day)
    units = unit_closure(options.unit, session.registry) if options.unit else None
    left_out = False
    for loaded, findings in session.plans():
        plan_names.append(loaded.folder.rpartition("/")[2])
        if options.plan not in (None, plan_names[-1]):
            continue
        if loaded.plan is None or not _is_fit(loaded, loaded.plan, findings, session.registry):
            left_out = True
            console.note(screen(language, "due/left-out", plan=place.prefix() + loaded.folder))
            continue
        if loaded.plan.closed_on is not None and loaded.plan.closed_on <= day and not options.is_everything:
            continue
        progress = loaded.progress if options.has_samples else _without_samples(loaded.progress)
        for item in items(loaded.plan, progress, events, session.counting, rule_of, day, window):
            if _passes(item, options, units):
                found.passing.append(item)
                if selection.shows(item):
                    found.listed.append(item)
    return left_out


def _is_fit(loaded: LoadedPlan, plan: Plan, findings: list[Finding], registry: Registry) -> bool:
    """Return whether a plan can be answered for: no error of its own, and the shared files it needs were read."""
    if any(CODES[finding.code] is Severity.ERROR for finding in findings):
        return False
    if registry.lost & {"settings", "units", "calendar"}:
        return False
    if "events" not in registry.lost:
        return True
    rules = [rule_of(duty.deadline, plan) for duty in duties(plan) if duty.deadline is not None]
    return not any(rule is not None and event_types(rule) for rule in rules)


def _events(registry: Registry, options: DueOptions, day: date) -> list[Event]:
    """Return the events to count from: those logged and, for `--if`, those supposed."""
    events = [placed.record for placed in registry.events if options.has_samples or not placed.record.sample]
    for number, supposed in enumerate(options.supposed, start=1):
        name, _, text = supposed.partition("=")
        if name not in registry.event_types:
            raise UsageError("usage/no-such-type", type=name, known=list(registry.event_types))
        happens_on = day_of(text, "--if")
        event_id = f"if-{number}-{name}"[:64]
        record = {
            "id": event_id,
            "type": name,
            "subject": "--if",
            "issued_on": text,
            "received_on": text,
            "effective_on": text,
        }
        event = Event.model_validate(record)
        events.append(event if happens_on <= day else event.model_copy(update={"received_on": None, "issued_on": happens_on}))
    return events


def _without_samples(progress: Progress) -> Progress:
    return Progress(
        tuple(placed for placed in progress.completions if not placed.record.sample),
        tuple(placed for placed in progress.extensions if not placed.record.sample),
        tuple(placed for placed in progress.waivers if not placed.record.sample),
        tuple(placed for placed in progress.measurements if not placed.record.sample),
    )


def _passes(item: Item, options: DueOptions, units: frozenset[str] | None) -> bool:
    if item.is_sample and not options.has_samples:
        return False
    if units is None:
        return True
    leads = units & frozenset(unit_ids(item.lead))
    coordinates = units & frozenset(unit_ids(item.duty.coordinating))
    match options.role:
        case "lead":
            return bool(leads)
        case "coordinating":
            return bool(coordinates)
        case _:
            return bool(leads or coordinates)


def _check_unit(options: DueOptions, registry: Registry) -> None:
    if options.unit is not None and options.unit not in registry.units and "units" not in registry.lost:
        raise UsageError("usage/no-such-unit", unit=options.unit, known=list(registry.units))


def unit_closure(unit: str, registry: Registry) -> frozenset[str]:
    """Return the units whose tasks are a unit's own: itself, the groups it is in, its members, those it succeeds."""
    members = {unit_id: placed.record.members for unit_id, placed in registry.units.items()}
    heirs = {unit_id: placed.record.succeeded_by for unit_id, placed in registry.units.items()}
    own = _reach({unit}, lambda known: {old for old, new in heirs.items() if known & set(new)})
    groups = _reach(set(own), lambda known: {group for group, inside in members.items() if known & set(inside)})
    inside = _reach({unit}, lambda known: {member for group in known for member in members.get(group, ())})
    return frozenset(own | groups | inside)


def _reach(start: set[str], more: Callable[[set[str]], set[str]]) -> set[str]:
    known = set(start)
    while added := more(known) - known:
        known |= added
    return known


def window_of(options: DueOptions, day: date) -> Window:
    """Return the days that a list looks at; raise UsageError where the ends are not two days in order."""
    if options.from_day or options.to_day:
        first = day_of(options.from_day, "--from") if options.from_day else day
        last = day_of(options.to_day, "--to") if options.to_day else date.max
        if last < first:
            raise UsageError("usage/window-order")
        return Window(first, last)
    if options.next_days is not None:
        return Window(day, min(day + timedelta(days=options.next_days), date.max))
    match options.window:
        case "month":
            first = day.replace(day=1)
            return Window(first, _before_next(first, 1))
        case "quarter":
            first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
            return Window(first, _before_next(first, 3))
        case "year":
            return Window(day.replace(month=1, day=1), day.replace(month=12, day=31))
        case _:
            monday = day - timedelta(days=day.weekday())
            return Window(monday, monday + timedelta(days=6))


def _before_next(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return first.replace(year=first.year + years, month=month + 1) - timedelta(days=1)


def _write(found: list[_Found], options: DueOptions, day: date, window: Window, language: Language, console: Console) -> str:
    listed = in_order(item for group in found for item in group.listed)
    counts = counts_of(listed, (item for group in found for item in group.passing))
    home = {id(item): group for group in found for item in group.listed}
    if options.report_format == "json":
        rows = [json_of(item, home[id(item)].registry, home[id(item)].label, day) for item in listed]
        head = {
            "version": 1,
            "as_of": day.isoformat(),
            "from": window.first_day.isoformat(),
            "to": window.last_day.isoformat(),
        }
        return to_json({**head, "items": rows, "counts": counts})
    from cchc.cli.due_table import Frame, write_table

    frame = Frame(language, day, window, console.width, console.is_coloured, options.is_everything)
    return write_table([row_of(item, home[id(item)].registry, day) for item in listed], counts, frame)


def refuse_two_windows(asked_for: list[str]) -> None:
    """Raise UsageError where the command line asks for more than one window."""
    if len(asked_for) > 1:
        raise UsageError("usage/two-windows", known=asked_for)
