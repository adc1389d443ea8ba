"""One workspace at work: its shared records, its calendar, and its plans one at a time."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cchc import checks, workdays
from cchc.checks.usage import Usage
from cchc.cli.clock import zone_named
from cchc.cli.places import Place
from cchc.diagnostics import Diagnostic, Finding, NodePath
from cchc.files import FolderReader, Reader
from cchc.model.calendar import CalendarDay
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.counting import Counting
from cchc.schedule.duties import duties
from cchc.schedule.occurrences import event_types
from cchc.source.load import SETTINGS_FILE, load_announced_days, load_plan, load_workspace
from cchc.source.locate import Locator
from cchc.source.reading import text_to_quote
from cchc.wording.agree import rule_of
from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar


class Session:
    """A loaded workspace; plans are loaded, checked and let go one at a time.

    Everything of the workspace comes from `reader`: its folder, or an older state of it.
    """

    def __init__(self, place: Place, known_on: date | None = None, reader: Reader | None = None) -> None:
        self.place = place
        self.reader: Reader = FolderReader(place.root) if reader is None else reader
        self.workspace = load_workspace(self.reader)
        self.registry: Registry = self.workspace.registry
        self.usage = Usage()
        calendar = work_calendar(self.registry)
        self.counting = Counting(calendar.known_on(known_on) if known_on else calendar, self.registry.settings.conventions)

    def plans(self) -> Iterator[tuple[LoadedPlan, list[Finding]]]:
        """Yield each plan with what is wrong with it; an id that another plan has taken is an error."""
        for folder in self.workspace.plan_folders:
            loaded = load_plan(self.reader, folder)
            findings = checks.run(loaded, self.registry, self.counting, self.usage)
            plan_id = loaded.plan.id if loaded.plan else ""
            if plan_id and plan_id in self.usage.plan_ids:
                findings.append(Finding("duplicate-id", loaded.at / "id", {"id": plan_id}))
            self.usage.plan_ids.setdefault(plan_id, folder)
            yield loaded, findings

    def can_answer_for(self, loaded: LoadedPlan, findings: list[Finding]) -> bool:
        """Return whether a plan's due days can be told: it has no error, and the shared files that it needs were read."""
        if loaded.plan is None or checks.has_errors(findings) or self.registry.lost & {"settings", "units", "calendar"}:
            return False
        if "events" not in self.registry.lost:
            return True
        rules = [rule_of(duty.deadline, loaded.plan) for duty in duties(loaded.plan) if duty.deadline is not None]
        return not any(rule is not None and event_types(rule) for rule in rules)

    def shared_findings(self) -> list[Finding]:
        """Return what is wrong with the shared files; to be asked when every plan was seen."""
        findings = checks.run_shared(self.registry, self.workspace.findings, self.usage)
        zone = self.registry.settings.timezone
        if zone_named("UTC") is not None and zone_named(zone) is None:
            findings.append(Finding("invalid-value", NodePath(SETTINGS_FILE, ("timezone",)), {"value": zone}, "timezone"))
        return findings

    def place_findings(self, findings: list[Finding], loaded: LoadedPlan | None = None) -> list[Diagnostic]:
        """Return findings as diagnostics, at file, line and column; each file is read once more."""
        if not findings:
            return []
        locator = Locator(lambda file: text_to_quote(self.reader, file))
        return [locator.place(finding, loaded.resolve if loaded else _as_is) for finding in findings]


def _as_is(path: NodePath) -> NodePath:
    return path


def work_calendar(registry: Registry) -> WorkCalendar:
    """Return the calendar of the country with the workspace's own days on top."""
    announced = load_announced_days(FolderReader(Path(workdays.__file__ or "").parent), "vietnam.yaml")
    own_days = [placed.record for placed in registry.calendar_days]
    return WorkCalendar([_special_day(day) for day in (*announced.days, *own_days)], announced.announced_through, _forecast)


def _special_day(day: CalendarDay) -> SpecialDay:
    return SpecialDay(day.date, DayKind(day.kind), day.name, day.source or "", day.announced_on, day.provisional)


def _forecast(year: int) -> list[SpecialDay]:
    from cchc.workdays.forecast import forecast

    return forecast(year)
