"""How each task stands, in the words of official lists."""

from datetime import date
from pathlib import Path

import pytest

from cchc.cli.session import work_calendar
from cchc.files import FolderReader
from cchc.schedule.counting import Counting
from cchc.schedule.status import Status
from cchc.source.load import load_plan, load_workspace
from cchc.views.appendix import Appendix, TaskRow
from cchc.views.progress import State, build, print_occurrence, state_of

PLAN = "id: p\ntitle: Kế hoạch\nyear: 2025\n"
TASK = "- id: {}\n  content: Việc\n  lead: [u]\n  deadline: {}\n"


def listed(folder: Path, day: date, tasks: str, progress: str = "", events: str = "", head: str = PLAN) -> Appendix:
    """Return the list of an office whose files are these texts; tasks, progress and events are the lines below their keys."""
    files = {
        "cchc.yaml": "format: 1\n",
        "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
        "plans/p/plan.yaml": f"{head}tasks:\n{tasks}",
        "plans/p/progress.yaml": progress,
        "plans/events.yaml": events,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reader = FolderReader(folder)
    registry = load_workspace(reader).registry
    loaded = load_plan(reader, "plans/p")
    assert loaded.plan is not None
    assert loaded.findings == ()
    return build(loaded.plan, loaded.progress, registry, Counting(work_calendar(registry)), day)


def told(view: Appendix) -> list[dict[str, str]]:
    """Return the cells of progress of each task, its paragraphs joined by ` | `."""
    keys = [column.key for column in view.columns]
    return [
        {key: " | ".join(cell.paragraphs) for key, cell in zip(keys[-4:], row.cells[-4:], strict=True)}
        for row in view.rows
        if isinstance(row, TaskRow)
    ]


def test_the_four_states_of_an_official_list(tmp_path: Path) -> None:
    tasks = "".join(TASK.format(name, "{by: 2025-06-30}") for name in "abc") + TASK.format("d", "{by: 2025-12-31}")
    done = "completions:\n- {task: a, completed_on: 2025-06-30, evidence: Báo cáo số 1}\n- {task: b, completed_on: 2025-07-01}\n"
    view = listed(tmp_path, date(2025, 7, 2), tasks, done)
    assert told(view) == [
        {"due_on": "30/06/2025", "status": "Đã hoàn thành", "completed_on": "30/06/2025", "evidence": "Báo cáo số 1"},
        {
            "due_on": "30/06/2025",
            "status": "Đã hoàn thành quá hạn",
            "completed_on": "01/07/2025",
            "evidence": "hoàn thành ngày 01/07/2025",
        },
        {"due_on": "30/06/2025", "status": "Quá hạn chưa hoàn thành", "completed_on": "", "evidence": ""},
        {"due_on": "31/12/2025", "status": "Đang thực hiện", "completed_on": "", "evidence": ""},
    ]
    assert view.summary == (
        "Tổng số nhiệm vụ: 4; trong đó đã hoàn thành: 1, đã hoàn thành quá hạn: 1, đang thực hiện: 1, "
        "quá hạn chưa hoàn thành: 1.",
    )
    assert view.as_of == date(2025, 7, 2)


def test_nothing_is_overdue_on_the_day_itself(tmp_path: Path) -> None:
    (row,) = told(listed(tmp_path, date(2025, 6, 30), TASK.format("a", "{by: 2025-06-30}")))
    assert row["status"] == "Đang thực hiện"


def test_a_recurring_task_tells_what_is_done_and_what_was_missed(tmp_path: Path) -> None:
    done = "completions:\n- {task: a, occurrence: 2025-02, completed_on: 2025-02-28, evidence: Báo cáo số 2}\n"
    (row,) = told(listed(tmp_path, date(2025, 7, 2), TASK.format("a", "{every: month}"), done))
    assert row == {
        "due_on": "31/01/2025 | 31/03/2025 | 30/04/2025 | và 2 kỳ khác",
        "status": "Quá hạn chưa hoàn thành | (1/12 kỳ đã xong)",
        "completed_on": "28/02/2025",
        "evidence": "Tháng 2/2025: Báo cáo số 2",
    }


def test_a_term_waits_for_its_event_then_names_it(tmp_path: Path) -> None:
    events = "types:\n  e: {name: Bộ công bố}\n"
    task = TASK.format("a", "{within: 10 days, after: e}")
    (waiting,) = told(listed(tmp_path, date(2025, 7, 2), task, events=events))
    assert (waiting["due_on"], waiting["status"]) == ("", "Chưa phát sinh")
    happened = "".join(
        f"- {{id: q{n}, type: e, subject: Quyết định, document: {n}/QĐ-BNV, issued_on: 2025-06-0{n}}}\n" for n in (2, 3)
    )
    done = "completions:\n- {task: a, occurrence: q2, completed_on: 2025-06-05, evidence: Tờ trình}\n"
    (row,) = told(listed(tmp_path, date(2025, 6, 10), task, done, f"{events}events:\n{happened}"))
    assert row == {
        "due_on": "13/06/2025",
        "status": "Đang thực hiện | (1/2 kỳ đã xong)",
        "completed_on": "05/06/2025",
        "evidence": "2/QĐ-BNV: Tờ trình",
    }


def test_an_extension_moves_the_day_and_a_waiver_tells_why(tmp_path: Path) -> None:
    tasks = TASK.format("a", "{by: 2025-06-30}") + TASK.format("b", "{by: 2025-06-30}")
    progress = (
        "extensions:\n- {task: a, extended_to: 2025-08-29, approved_on: 2025-06-20}\n"
        "waivers:\n- {task: b, waived_on: 2025-06-01, reason: Không có hồ sơ, document: 9/SNV-VP}\n"
    )
    extended, waived = told(listed(tmp_path, date(2025, 7, 2), tasks, progress))
    assert (extended["due_on"], extended["status"]) == ("29/08/2025 (gia hạn, hạn cũ 30/06/2025)", "Đang thực hiện")
    assert (waived["status"], waived["evidence"]) == ("Không phát sinh", "không phát sinh: Không có hồ sơ (9/SNV-VP)")


def test_invented_data_and_unannounced_days_off_are_marked(tmp_path: Path) -> None:
    task = TASK.format("a", "{within: 3 working days, after: e}")
    events = (
        "types:\n  e: {name: Bộ công bố}\nevents:\n- {id: q, sample: true, type: e, subject: Quyết định, issued_on: 2030-06-03}\n"
    )
    (row,) = told(listed(tmp_path, date(2030, 6, 4), task, events=events, head=PLAN.replace("2025", "2030")))
    assert (row["due_on"], row["status"]) == ("06/06/2030 (tạm tính)", "Đang thực hiện | (ví dụ)")


def test_each_part_stands_by_itself(tmp_path: Path) -> None:
    tasks = (
        "- id: a\n  content: Việc\n  lead: [u]\n  deadline: {by: 2025-06-30}\n  parts:\n"
        "  - {id: x, content: Một}\n  - {id: y, content: Hai, deadline: {by: 2025-09-30}}\n"
    )
    done = "completions:\n- {task: a, part: x, completed_on: 2025-06-01}\n"
    assert [row["status"] for row in told(listed(tmp_path, date(2025, 7, 2), tasks, done))] == ["Đã hoàn thành", "Đang thực hiện"]


def test_a_day_before_the_plan_is_tracked_is_not_followed(tmp_path: Path) -> None:
    view = listed(tmp_path, date(2025, 7, 2), TASK.format("a", "{by: 2025-02-28}"), head=f"{PLAN}tracked_from: 2025-04-01\n")
    assert told(view) == [{"due_on": "", "status": "Không theo dõi", "completed_on": "", "evidence": ""}]


def test_columns_are_those_of_the_plan_the_usual_ones_and_those_of_progress(tmp_path: Path) -> None:
    head = f"{PLAN}columns: [content, {{key: lead, title: Chủ trì}}, {{key: note, title: Ghi chú}}, {{key: status, title: Cũ}}]\n"
    view = listed(tmp_path, date(2025, 7, 2), TASK.format("a", "Thường xuyên"), head=head)
    assert [(column.key, column.title) for column in view.columns] == [
        ("content", "Nội dung công việc"), ("lead", "Chủ trì"), ("note", "Ghi chú"), ("number", "TT"),
        ("deadline", "Thời hạn thực hiện"), ("coordinating", "Đơn vị phối hợp"), ("results", "Kết quả"),
        ("due_on", "Ngày đến hạn"), ("status", "Tình trạng"), ("completed_on", "Ngày hoàn thành"),
        ("evidence", "Tài liệu kiểm chứng"),
    ]  # fmt: skip


def test_no_task_at_all(tmp_path: Path) -> None:
    view = listed(tmp_path, date(2025, 7, 2), "  []\n")
    assert (view.rows, view.summary) == ((), ("Tổng số nhiệm vụ: 0.",))


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ("", State.UNTRACKED),
        ("done", State.DONE),
        ("done waived", State.DONE),
        ("done done_late", State.DONE_LATE),
        ("waived waived", State.WAIVED),
        ("waiting", State.WAITING),
        ("waiting done", State.RUNNING),
        ("ongoing", State.RUNNING),
        ("done open", State.RUNNING),
        ("due", State.RUNNING),
        ("done ongoing overdue", State.OVERDUE),
    ],
)
def test_state_of_a_task_from_its_occurrences(statuses: str, state: State) -> None:
    assert state_of([Status(name) for name in statuses.split()]) is state


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("2025-06", "Tháng 6/2025"),
        ("2025-Q1", "Quý I/2025"),
        ("2025-H2", "6 tháng cuối năm 2025"),
        ("2025", "Năm 2025"),
        ("2025/2", "Lần 2, năm 2025"),
        ("2025-06/1", "Lần 1, tháng 6/2025"),
        ("2025-06/bao-cao", "Tháng 6/2025"),
        ("2025-Q1..2025-Q2", "Quý I/2025 - quý II/2025"),
        ("2025-W23", "Tuần 23/2025"),
        ("2025-06-02", "Ngày 02/06/2025"),
        ("khac", "khac"),
    ],
)
def test_an_occurrence_as_documents_write_it(name: str, printed: str) -> None:
    assert print_occurrence(name) == printed
