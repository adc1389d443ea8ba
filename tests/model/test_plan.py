"""The numbers that tasks print and the paths that name them."""

import pytest

from cchc.model.plan import Plan

TASK = {"content": "Việc", "lead": ["u"]}


def tasks(prefix: str, *numbers: str | None) -> list[dict[str, object]]:
    return [
        {**TASK, "id": f"{prefix}{index}", **({} if number is None else {"number": number})}
        for index, number in enumerate(numbers)
    ]


def plan(**keys: object) -> Plan:
    return Plan.model_validate({"id": "p", "title": "T", "year": "2025", **keys})


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ([None, None, None], ["1", "2", "3"]),
        ([None, "5", None], ["1", "5", "6"]),  # the next counts on from it
        ([None, "", None], ["1", "", "2"]),  # none is printed, none is counted
        ([None, "3.", None], ["1", "3.", "4"]),
        ([None, "1a", None], ["1", "1a", "2"]),  # letters are no count
        (["１", None], ["１", "1"]),
        (["1234567890", None], ["1234567890", "1"]),
    ],
)
def test_the_numbers_of_tasks(given: list[str | None], printed: list[str]) -> None:
    assert [placed.number for placed in plan(tasks=tasks("t", *given)).placed_tasks] == printed


def test_the_count_starts_again_in_each_section_or_runs_through() -> None:
    inner = {"number": "I.", "title": "Một", "tasks": tasks("b", None, None)}
    sections = [
        {"number": "A", "title": "Phần A", "tasks": tasks("a", None, None), "sections": [inner]},
        {"title": "Không số", "tasks": tasks("c", None, "")},
    ]
    assert [placed.path for placed in plan(sections=sections).placed_tasks] == ["A.1", "A.2", "A.I.1", "A.I.2", "1", ""]
    through = plan(sections=sections, numbering="plan")
    assert [placed.path for placed in through.placed_tasks] == ["A.1", "A.2", "A.I.3", "A.I.4", "5", ""]
    assert [placed.route for placed in through.placed_tasks][2:4] == [
        ("sections", 0, "sections", 0, "tasks", 0),
        ("sections", 0, "sections", 0, "tasks", 1),
    ]


def test_the_days_of_a_plan() -> None:
    assert [day.isoformat() for day in (plan().first_day, plan().last_day)] == ["2025-01-01", "2025-12-31"]
    spanning = plan(year=None, period={"from": "2025-03-01", "to": "2026-02-28"})
    assert [day.isoformat() for day in (spanning.first_day, spanning.last_day)] == ["2025-03-01", "2026-02-28"]
