"""Rows of a due list built by hand, listed as of Monday 2025-06-02."""

from collections.abc import Callable
from datetime import date

import pytest

from cchc.schedule.status import Status, Window
from cchc.views.due_list import DueList, DueRow

MakeRow = Callable[..., DueRow]
MakeList = Callable[..., DueList]

_ROW = DueRow(
    workspace=".",
    plan_id="snv-2025",
    task_id="bao-cao",
    part_id=None,
    number="A.1",
    content="Xây dựng báo cáo",
    deadline="Trước ngày 08/6/2025",
    label=None,
    lead=("van-phong",),
    coordinating=("ttdvvl", "thanh-tra"),
    lead_names=("Văn phòng Sở",),
    coordinating_names=("Trung tâm Dịch vụ Việc làm", "Thanh tra"),
    occurrence="2025-05",
    status=Status.DUE,
    due_on=date(2025, 6, 7),
    at=None,
    act_by=date(2025, 6, 6),
    counts_on=date(2025, 6, 7),
    extended_to=None,
    days_left=5,
    completed_on=None,
    event=None,
    event_day=None,
    is_provisional=False,
    is_sample=False,
)


@pytest.fixture(scope="session")
def row() -> MakeRow:
    return _ROW._replace


@pytest.fixture(scope="session")
def due_list() -> MakeList:
    def make(*rows: DueRow, language: str = "vi", timezone: str = "Asia/Ho_Chi_Minh") -> DueList:
        counts = {status.value: sum(row.status is status for row in rows) for status in Status}
        week = Window(date(2025, 6, 2), date(2025, 6, 8))
        return DueList("en" if language == "en" else "vi", date(2025, 6, 2), week, timezone, rows, counts)

    return make
