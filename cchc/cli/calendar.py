"""`cchc calendar`: a year as a picture, with its days off, its exchanged days, and where each comes from."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.checks.calendar import check
from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.options import one_of, year_of
from cchc.cli.places import Place, find_places
from cchc.cli.session import work_calendar
from cchc.errors import UsageError, WorkspaceNotFound
from cchc.files import FolderReader
from cchc.json_text import to_json
from cchc.messages import Language, screen
from cchc.model.registry import Registry
from cchc.render.calendar_year import as_json
from cchc.source.load import load_workspace
from cchc.views.calendar_year import CalendarYear, calendar_year

FORMATS = ("table", "json")


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """Which year is asked for, and as of when."""

    year: str | None = None
    as_of: str | None = None
    is_known_only: bool = False
    report_format: str = "table"


def run(root: Path | None, options: CalendarOptions, language: Language | None, console: Console) -> int:
    """Print a year; return 0, or 1 where the workspace's own days have errors."""
    one_of(FORMATS, options.report_format, "--format")
    year = year_of(options.year, "YEAR") if options.year is not None else None
    registry = _registry(root)
    language = language or registry.settings.language
    day = today(registry.settings.timezone, options.as_of)
    shown = _shown(registry, year or day.year, day, is_known_only=options.is_known_only)
    console.result(to_json(as_json(shown)) if options.report_format == "json" else _table(shown, language, console))
    is_broken = "calendar" in registry.lost or any(check(registry))
    if is_broken:
        console.note(screen(language, "calendar/broken"))
    return int(is_broken)


def _registry(root: Path | None) -> Registry:
    """Return the shared records of the workspace; outside of one there are none, and the country's calendar holds."""
    place = _place(root)
    return load_workspace(FolderReader(place.root)).registry if place else Registry()


def _place(root: Path | None) -> Place | None:
    try:
        places = find_places(root, [])
    except WorkspaceNotFound:
        if root is not None:
            raise
        return None
    if len(places) > 1:
        raise UsageError("usage/several-workspaces", known=[place.label for place in places])
    return places[0]


def _shown(registry: Registry, year: int, day: date, *, is_known_only: bool) -> CalendarYear:
    calendar = work_calendar(registry)
    own_files = {placed.record.date: placed.at.file for placed in registry.calendar_days}
    return calendar_year(year, day, calendar.known_on(day) if is_known_only else calendar, own_files)


def _table(shown: CalendarYear, language: Language, console: Console) -> str:
    from cchc.cli.calendar_table import write_calendar

    return write_calendar(shown, language, console.width, is_coloured=console.is_coloured)
