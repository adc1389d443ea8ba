"""Worked due days, each derived by hand from the law and the official calendar."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from cchc.cli.session import work_calendar
from cchc.model.events import Event
from cchc.model.plan import Plan
from cchc.model.registry import Registry
from cchc.schedule.counting import Counting
from cchc.schedule.occurrences import Scope, occurrences
from cchc.schedule.reasons import DueOn
from cchc.wording.agree import rule_of

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "deadline-cases.yaml"
OWN = [
    {"rule": {"within": "45 days", "after": "e"}, "event_on": "2025-03-03", "due_on": "2025-04-17"},
    {"rule": {"within": "5 days", "after": "e"}, "event_on": "2025-05-27", "due_on": "2025-06-02"},
    {"rule": {"within": "5 days", "after": "e"}, "event_on": "2025-04-21", "due_on": "2025-04-26"},
    {"rule": {"within": "3 days", "after": "e"}, "event_on": "2025-04-29", "due_on": "2025-05-05"},
    {"rule": {"within": "2 months", "after": "e", "roll": "none"}, "event_on": "2026-01-31", "due_on": "2026-03-31"},
    {"rule": {"before": "2025-11-30"}, "due_on": "2025-11-29"},
    {"rule": {"in": "2025-H1"}, "due_on": "2025-06-30"},
]


def cases() -> list[dict[str, object]]:
    shared = yaml.load(SHARED.read_text(encoding="utf-8"), yaml.BaseLoader)["cases"] if SHARED.exists() else []
    return [*OWN, *shared]


def plan_with(rule: object) -> Plan:
    task = {"id": "t", "content": "c", "lead": ["u"], "deadline": rule}
    period = {"from": "2000-01-01", "to": "2100-12-31"}
    return Plan.model_validate({"id": "p", "title": "t", "period": period, "tasks": [task]})


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case.get("name", case["rule"])))
def test_due_day(case: dict[str, object]) -> None:
    plan = plan_with(case["rule"])
    deadline = plan.tasks[0].deadline
    assert deadline is not None
    rule = rule_of(deadline, plan)
    assert rule is not None
    day = case.get("event_on", "2025-01-01")
    event = Event.model_validate({"id": "x", "type": "e", "issued_on": day, "received_on": day, "effective_on": day})
    scope = Scope(plan.first_day, plan.last_day, Counting(work_calendar(Registry())), [event])
    (occurrence,) = occurrences(rule, scope)
    assert isinstance(occurrence.outcome, DueOn)
    assert occurrence.outcome.day == date.fromisoformat(str(case["due_on"]))
