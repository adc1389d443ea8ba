"""What changes mean for due days: only what is still owed can be overdue no longer, and a rule is not two at once."""

from datetime import date
from pathlib import Path

import pytest

from cchc.compare.consequences import consequences
from cchc.schedule.agenda import Item
from tests.schedule.conftest import Office

TODAY = "2025-06-02"
Told = tuple[str, str, str, date | None, date | None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def told(base: list[Item], head: list[Item]) -> list[Told]:
    """Return each consequence: its kind, task, occurrence and days."""
    return [
        (kind, item.duty.placed.task.id, item.occurrence.name, before, after)
        for kind, item, before, after in consequences(base, head)
    ]


def test_an_overdue_task_that_is_dropped_is_owed_no_more_and_nothing_else(office: Office) -> None:
    office.owes("{by: 2025-05-20}", "{by: 2025-07-01}")
    base = office.items(TODAY)
    head = [item for item in base if item.duty.placed.task.id == "b"]
    assert told(base, head) == [("occurrence-removed", "a", "", date(2025, 5, 20), None)]
    assert told(head, base) == [
        ("occurrence-added", "a", "", None, date(2025, 5, 20)),
        ("becomes-overdue", "a", "", None, date(2025, 5, 20)),
    ]


def test_an_overdue_task_with_a_later_day_is_overdue_no_longer(office: Office) -> None:
    office.owes("{by: 2025-05-20}")
    base = office.items(TODAY)
    office.owes("{by: 2025-07-01}")
    assert told(base, office.items(TODAY)) == [
        (kind, "a", "", date(2025, 5, 20), date(2025, 7, 1)) for kind in ("due-moved", "no-longer-overdue")
    ]


RULES = "{all: [{id: dau, text: Trong 5 ngày, within: 5 days, after: e}, {id: cuoi, by: 2025-12-01}]}"


def test_one_occurrence_of_a_rule_under_another_name_is_the_same(office: Office) -> None:
    office.owes(RULES)
    office.happened("id: e1, type: e, issued_on: 2025-06-05")
    base = office.items("2025-06-20")
    office.happened("id: e3, type: e, issued_on: 2025-06-06")
    assert told(base, office.items("2025-06-20")) == [("due-moved", "a", "e3", date(2025, 6, 10), date(2025, 6, 11))]


def test_of_several_occurrences_of_a_rule_under_other_names_none_is_another(office: Office) -> None:
    office.owes(RULES)
    office.happened("id: e1, type: e, issued_on: 2025-06-05", "id: e2, type: e, issued_on: 2025-06-12")
    base = office.items("2025-06-20")
    office.happened("id: e3, type: e, issued_on: 2025-06-06", "id: e4, type: e, issued_on: 2025-06-13")
    assert told(base, office.items("2025-06-20")) == [
        ("occurrence-added", "a", "e3", None, date(2025, 6, 11)),
        ("becomes-overdue", "a", "e3", None, date(2025, 6, 11)),
        ("occurrence-added", "a", "e4", None, date(2025, 6, 18)),
        ("becomes-overdue", "a", "e4", None, date(2025, 6, 18)),
        ("occurrence-removed", "a", "e1", date(2025, 6, 10), None),
        ("occurrence-removed", "a", "e2", date(2025, 6, 17), None),
    ]
