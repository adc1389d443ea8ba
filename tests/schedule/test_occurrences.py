"""What a rule needs to know of its events, and which rules under `all` need a name. The due days are in worked_cases.yaml."""

import pytest

from cchc.cli.session import work_calendar
from cchc.model.plan import Plan
from cchc.model.registry import Registry
from cchc.schedule.agenda import scope_of
from cchc.schedule.counting import Counting
from cchc.schedule.duties import duties
from cchc.schedule.occurrences import event_types, unnamed_rules


def plan_with(deadline: object) -> Plan:
    task = {"id": "t", "content": "Việc", "lead": ["u"], "deadline": deadline}
    return Plan.model_validate({"id": "p", "title": "T", "year": "2025", "tasks": [task]})


@pytest.mark.parametrize(
    ("deadline", "types"),
    [
        ({"within": "5 days", "after": ["e", "f"]}, {"e", "f"}),
        ({"at_least": "5 days", "ahead_of": "e"}, {"e"}),
        ({"when": "e"}, {"e"}),
        ({"on_request": "true"}, set()),
        ({"from": "2025-01-01", "until": "e"}, {"e"}),
        ({"to": "2025-01-01"}, set()),
        ({"by": "2025-01-01"}, set()),
        ({"all": [{"when": "e"}, {"by": "2025-01-01"}, {"within": "5 days", "after": "f"}]}, {"e", "f"}),
        ("Thường xuyên", set()),
    ],
)
def test_the_event_types_of_a_rule(deadline: object, types: set[str]) -> None:
    assert event_types(plan_with(deadline).tasks[0].deadline) == types


@pytest.mark.parametrize(
    ("rules", "unnamed"),
    [
        ([{"in": "2025-Q1"}, {"in": "2025-Q2"}], []),
        ([{"in": "2025-Q1"}, {"in": "2025-Q1"}], [0, 1]),
        ([{"in": "2025-Q1", "id": "a"}, {"in": "2025-Q1"}], [1]),
        ([{"in": "2025-Q1", "id": "a"}, {"in": "2025-Q1", "id": "b"}], []),
        ([{"by": "2025-12-09"}, {"before": "2025-12-10"}], [0, 1]),  # due on one day
        ([{"by": "2025-12-09"}, {"in": "2025"}, {"before": "2025-12-10"}], [0, 2]),
        ([{"every": "quarter"}, {"in": "2025-Q3"}], [0, 1]),
        ([{"ongoing": "true"}, {"ongoing": "true"}, {"on_request": "true"}], []),  # without a name, they never clash
        ([{"within": "5 days", "after": "e"}, {"within": "9 days", "after": "e"}], [0, 1]),  # before any event has come
        ([{"within": "5 days", "after": "e"}, {"when": "f"}], []),
    ],
)
def test_rules_that_need_a_name(rules: list[object], unnamed: list[int]) -> None:
    plan = plan_with({"all": rules})
    scope = scope_of(plan, next(duties(plan)), [], Counting(work_calendar(Registry())))
    assert unnamed_rules(plan.tasks[0].deadline, scope) == unnamed
