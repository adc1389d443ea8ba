"""Due days counted by hand, from the text of a plan through the loading door to the days."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc import checks
from cchc.checks.usage import Usage
from cchc.cli.session import work_calendar
from cchc.diagnostics import CODES, Severity
from cchc.files import FolderReader
from cchc.schedule.agenda import scope_of
from cchc.schedule.counting import Counting
from cchc.schedule.duties import duties
from cchc.schedule.occurrences import Occurrence, occurrences
from cchc.schedule.reasons import DueOn, Waiting
from cchc.source.load import load_plan, load_workspace
from cchc.wording.agree import rule_of

Case = dict[str, Any]
CASES: list[Case] = yaml.load(Path(__file__).with_name("worked_cases.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)["cases"]
TYPES = {name: {"name": f"Sự kiện {name}"} for name in ("e", "f", "g")}


def write_workspace(root: Path, case: Case) -> None:
    happened = [{"id": "x", "type": "e", "issued_on": case["happened"]}] if "happened" in case else []
    task = {"id": "t", "content": "Báo cáo", "lead": ["u"], "deadline": case["deadline"]}
    other = {"id": "u", "content": "Việc khác", "lead": ["u"], "deadline": "Thường xuyên"}
    plan = {"id": "p", "title": "Kế hoạch", **case.get("plan", {"year": "2025"}), "tasks": [task, other]}
    files = {
        "cchc.yaml": {"format": "1", "conventions": case.get("conventions", {})},
        "plans/units.yaml": {"units": {"u": {"name": "Văn phòng"}}},
        "plans/events.yaml": {"types": TYPES, "events": case.get("events", happened)},
        "plans/p/plan.yaml": plan,
    }
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def found(root: Path) -> list[Occurrence]:
    """Return the occurrences of the first task of the plan, whose files have no error but for a date that is missing."""
    reader = FolderReader(root)
    workspace = load_workspace(reader)
    loaded = load_plan(reader, "plans/p")
    counting = Counting(work_calendar(workspace.registry), workspace.registry.settings.conventions)
    usage = Usage()
    findings = [
        *checks.run(loaded, workspace.registry, counting, usage),
        *checks.run_shared(workspace.registry, workspace.findings, usage),
    ]
    errors = {finding.code for finding in findings if CODES[finding.code] is Severity.ERROR}
    assert errors <= {"missing-event-date", "unknown-task"}
    assert loaded.plan is not None
    duty = next(duties(loaded.plan))
    assert duty.deadline is not None
    rule = rule_of(duty.deadline, loaded.plan)
    assert rule is not None
    events = [placed.record for placed in workspace.registry.events]
    return occurrences(rule, scope_of(loaded.plan, duty, events, counting))


def shown(occurrence: Occurrence) -> str:
    match occurrence.outcome:
        case DueOn(day=day):
            return day.isoformat()
        case Waiting():
            return "waiting"
        case _:
            return "none"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_due_days(case: Case, tmp_path: Path) -> None:
    write_workspace(tmp_path, case)
    owed = found(tmp_path)
    if isinstance(case["due"], dict):
        assert [(one.name, shown(one)) for one in owed] == list(case["due"].items())
        return
    (one,) = owed
    assert one.name == ("x" if one.event and not case["deadline"].get("until") else "") or len(case["events"]) > 1
    assert isinstance(one.outcome, DueOn)
    assert one.outcome.day == date.fromisoformat(case["due"])
    assert one.outcome.act_by == date.fromisoformat(case.get("act_by", case["due"]))
    assert one.outcome.is_provisional is ("provisional" in case)


def test_each_case_says_what_it_counts() -> None:
    ids = [case["id"] for case in CASES]
    assert len(set(ids)) == len(ids)
    assert all(case["why"] for case in CASES)
