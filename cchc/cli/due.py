"""`cchc due`: what is overdue and what falls due in a window."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.options import day_of
from cchc.cli.places import Place, find_places
from cchc.cli.session import Session
from cchc.cli.supposing import supposed_events
from cchc.errors import UsageError
from cchc.messages import Language, screen
from cchc.model.registry import Progress, Registry
from cchc.outgoing import plain_log
from cchc.render import due_list as formats
from cchc.schedule.agenda import Item, Selection, in_order, items
from cchc.schedule.filters import Role, answering_units, concerns
from cchc.schedule.status import Status, Window
from cchc.schedule.windows import WindowName, named_window, next_days
from cchc.views.due_list import DueList, counts_of, row_of
from cchc.wording.agree import rule_of

FORMATS = ("table", *formats.FORMATS)
STATUSES = tuple(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class DueOptions:
    """What the command line asks for; `window` is a name (`week`, `month`, …) unless days are given."""

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


class _Passing(NamedTuple):
    """An item that passes the filters, and where it is from."""

    item: Item
    registry: Registry
    workspace: str


def run(root: Path | None, paths: list[Path], options: DueOptions, language: Language | None, console: Console) -> int:
    """Print the list; return 0, 1 where a plan was left out or (`fails_overdue`) something is overdue."""
    passing: list[_Passing] = []
    plan_names: list[str] = []
    is_left_out = False
    day, window, timezone = date.min, Window(date.min, date.min), ""
    for place in find_places(root, paths):
        session = Session(place)
        timezone = session.registry.settings.timezone
        day = today(timezone, options.as_of)
        window = window_of(options, day)
        language = language or session.registry.settings.language
        if options.is_known_only:
            session = Session(place, known_on=day)
        agenda = _Agenda(session, place, options, day, window, language, console)
        passing += agenda.gather()
        plan_names += agenda.plan_names
        is_left_out |= agenda.is_left_out
    if options.plan is not None and options.plan not in plan_names:
        raise UsageError("usage/no-such-plan", plan=options.plan, known=plan_names)
    due_list = _listed(passing, options, day, window, timezone, language or "vi")
    text = _write(due_list, options.report_format, console)
    is_log = "GITHUB_ACTIONS" in os.environ and console.output is None and options.report_format in {"table", "md"}
    console.result(plain_log(text) if is_log else text)
    is_overdue = any(found.item.standing.status is Status.OVERDUE for found in passing)
    return int(is_left_out or (options.fails_overdue and is_overdue))


class _Agenda:
    """The plans of one workspace, gone through one at a time."""

    def __init__(
        self,
        session: Session,
        place: Place,
        options: DueOptions,
        day: date,
        window: Window,
        language: Language,
        console: Console,
    ) -> None:
        self.session, self.place, self.options = session, place, options
        self.day, self.window, self.language, self.console = day, window, language, console
        self.plan_names: list[str] = []
        self.is_left_out = False

    def gather(self) -> list[_Passing]:
        """Return the items that pass the filters; a plan that cannot be answered for is named and left out."""
        registry, options = self.session.registry, self.options
        units = self._units()
        events = [placed.record for placed in registry.events if options.has_samples or not placed.record.sample]
        supposed = supposed_events(options.supposed, registry, self.language)
        found: list[_Passing] = []
        for loaded, findings in self.session.plans():
            name = loaded.folder.rpartition("/")[2]
            self.plan_names.append(name)
            if options.plan not in (None, name):
                continue
            if loaded.plan is None or not self.session.can_answer_for(loaded, findings):
                self.is_left_out = True
                self.console.note(screen(self.language, "due/left-out", plan=self.place.prefix() + loaded.folder))
                continue
            closed_on = loaded.plan.closed_on
            if closed_on is not None and closed_on <= self.day and not options.is_everything:
                continue
            progress = loaded.progress if options.has_samples else _without_samples(loaded.progress)
            for item in items(loaded.plan, progress, events, self.session.counting, rule_of, self.day, self.window, supposed):
                is_wanted = units is None or concerns(item, units, cast("Role", options.role))
                if is_wanted and (options.has_samples or not item.is_sample):
                    found.append(_Passing(item, registry, self.place.label))
        return found

    def _units(self) -> frozenset[str] | None:
        unit, registry = self.options.unit, self.session.registry
        if unit is None:
            return None
        if unit not in registry.units and "units" not in registry.lost:
            raise UsageError("usage/no-such-unit", unit=unit, known=list(registry.units))
        return answering_units(unit, registry)


def _without_samples(progress: Progress) -> Progress:
    return Progress(
        tuple(placed for placed in progress.completions if not placed.record.sample),
        tuple(placed for placed in progress.extensions if not placed.record.sample),
        tuple(placed for placed in progress.waivers if not placed.record.sample),
        tuple(placed for placed in progress.measurements if not placed.record.sample),
    )


def window_of(options: DueOptions, day: date) -> Window:
    """Return the days that a list looks at; raise UsageError where the ends are not two days in order."""
    if options.from_day or options.to_day:
        first_day = day_of(options.from_day, "--from") if options.from_day else day
        last_day = day_of(options.to_day, "--to") if options.to_day else date.max
        if last_day < first_day:
            raise UsageError("usage/window-order")
        return Window(first_day, last_day)
    if options.next_days is not None:
        return next_days(options.next_days, day)
    return named_window(cast("WindowName", options.window), day)


def _listed(
    passing: list[_Passing], options: DueOptions, day: date, window: Window, timezone: str, language: Language
) -> DueList:
    selection = Selection(window, frozenset(map(Status, options.statuses)), options.has_overdue, options.is_everything)
    home = {id(found.item): found for found in passing}
    listed = in_order(found.item for found in passing if selection.shows(found.item))
    rows = tuple(row_of(item, home[id(item)].registry, home[id(item)].workspace, day) for item in listed)
    return DueList(language, day, window, timezone, rows, counts_of(listed, (found.item for found in passing)))


def _write(due_list: DueList, report_format: str, console: Console) -> str:
    if report_format != "table":
        return formats.writer_for(report_format)(due_list)
    from cchc.cli.due_table import write_table

    return write_table(due_list, console.width, is_coloured=console.is_coloured)


def refuse_two_windows(asked_for: list[str]) -> None:
    """Raise UsageError where the command line asks for more than one window."""
    if len(asked_for) > 1:
        raise UsageError("usage/two-windows", known=asked_for)
