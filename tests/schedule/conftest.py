"""An office with one plan `p` in a folder on disk, read through the loading door and listed as of a day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc.cli.session import work_calendar
from cchc.files import FolderReader
from cchc.schedule.agenda import Item, Selection, items
from cchc.schedule.counting import Counting
from cchc.schedule.status import Window
from cchc.source.load import load_plan, load_workspace
from cchc.wording.agree import rule_of

Listed = tuple[str, str, str]


def week_of(day: date) -> Window:
    monday = day - timedelta(days=day.weekday())
    return Window(monday, monday + timedelta(days=6))


def shown(item: Item) -> Listed:
    """Return the task (and part), the occurrence and the status of an item."""
    task = item.duty.placed.task.id
    return (f"{task}/{item.duty.part_id}" if item.duty.part_id else task, item.occurrence.name, item.standing.status.value)


class Office:
    """Its files are the texts given to `write`; each question reads them again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("cchc.yaml", "format: 1\n")
        self.write("plans/units.yaml", "units:\n  u: {name: Văn phòng}\n  v: {name: Phòng Tổ chức}\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def owes(self, *deadlines: str, head: str = "year: 2025") -> None:
        """Write a plan whose tasks a, b, c … have these deadlines, each a YAML text; more keys may follow on further lines."""
        tasks = "".join(
            f"  - id: {name}\n    content: Việc {name}\n    lead: [u]\n    deadline: {deadline}\n"
            for name, deadline in zip("abcdefghijklmnopqrstuvwxyz", deadlines, strict=False)
        )
        self.write("plans/p/plan.yaml", f"id: p\ntitle: Kế hoạch\n{head}\ntasks:\n{tasks}")

    def happened(self, *events: str) -> None:
        """Write events of the types `e` and `f`, each the inside of a flow mapping."""
        lines = "".join(f"  - {{{event}}}\n" for event in events)
        self.write(
            "plans/events.yaml", f"types:\n  e: {{name: E}}\n  f: {{name: F}}\nevents:{chr(10) + lines if lines else ' []'}\n"
        )

    def recorded(self, kind: str, *records: str) -> None:
        """Add progress, each record the inside of a flow mapping."""
        lines = "".join(f"  - {{{record}}}\n" for record in records)
        self.write(f"plans/p/progress/{kind}.yaml", f"{kind}:\n{lines}")

    def items(self, today: str, window: Window | None = None, known_on: str | None = None) -> list[Item]:
        """Return every occurrence as it stands on a day, by default for its week."""
        day = date.fromisoformat(today)
        reader = FolderReader(self.root)
        workspace = load_workspace(reader)
        loaded = load_plan(reader, "plans/p")
        assert [*workspace.findings, *loaded.findings] == []
        assert loaded.plan is not None
        calendar = work_calendar(workspace.registry)
        counting = Counting(
            calendar.known_on(date.fromisoformat(known_on)) if known_on else calendar, workspace.registry.settings.conventions
        )
        events = [placed.record for placed in workspace.registry.events]
        return list(items(loaded.plan, loaded.progress, events, counting, rule_of, day, window or week_of(day)))

    def stands(self, today: str, window: Window | None = None) -> list[Listed]:
        return [shown(item) for item in self.items(today, window)]

    def statuses(self, today: str, window: Window | None = None) -> str:
        """Return the statuses alone, where the tasks are told by their order."""
        return " ".join(status for _, _, status in self.stands(today, window))

    def lists(self, today: str, window: Window | None = None, **selection: object) -> list[Listed]:
        """Return what a list of the window shows."""
        window = window or week_of(date.fromisoformat(today))
        chosen = Selection(window, **selection)  # type: ignore[arg-type]  # keyword arguments of a named tuple
        return [shown(item) for item in self.items(today, window) if chosen.shows(item)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)
