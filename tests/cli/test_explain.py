"""`cchc explain` on a small office: each step of a count, what is waited for, what a wording means."""

import json
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import lay_out

PLAN = """\
id: p
title: KẾ HOẠCH MẪU
year: 2026
ongoing_check: quarter
tasks:
  - {id: lam-viec, content: Báo cáo, lead: [u], deadline: {within: 3 working days, after: e}}
  - {id: chuoi, content: Báo cáo, lead: [u], deadline: {within: 1 weeks + 12 working days, after: e, counted_from: received}}
  - {id: bao-truoc, content: Báo cáo, lead: [u], deadline: {at_least: 3 days, ahead_of: e}}
  - {id: hieu-luc, content: Báo cáo, lead: [u], deadline: {within: 6..16 days, after: e, counted_from: effective, roll: none}}
  - {id: cho, content: Báo cáo, lead: [u], deadline: {within: 2 months, after: chua-co}}
  - {id: yeu-cau, content: Báo cáo, lead: [u], deadline: Theo yêu cầu}
  - {id: khi-co, content: Báo cáo, lead: [u], deadline: {when: e}}
  - {id: luon-luon, content: Báo cáo, lead: [u], deadline: Thường xuyên}
  - {id: tu-ngay, content: Báo cáo, lead: [u], deadline: {from: 2026-03-01}}
  - {id: den-khi, content: Báo cáo, lead: [u], deadline: {from: 2026-03-01, until: e}}
  - {id: hai-lan, content: Báo cáo, lead: [u], deadline: {every: year, times: 2}}
  - id: phan
    content: Báo cáo
    lead: [u]
    parts:
      - {id: mot, deadline: {by: 2026-08-31}}
      - {id: hai, deadline: {all: [{every: quarter, before_day: 20, id: a}, {in: 2026-Q1, id: b}]}}
  - {id: khong-han, content: Báo cáo, lead: [u]}
"""
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units: {u: {name: Văn phòng}}\n",
    "plans/events.yaml": """\
types: {e: {name: Bộ ban hành}, chua-co: {name: Tỉnh phê duyệt}}
events:
  - {id: e1, type: e, document: 12/QĐ-BNV, subject: Danh mục, issued_on: 2026-11-20, received_on: 2026-11-23, effective_on: 2026-11-20}
  - {id: e2, type: e, subject: Họp, issued_on: 2026-05-04, applies_to: [p/bao-truoc]}
""",
    "plans/p/plan.yaml": PLAN,
    "plans/p/progress.yaml": """\
extensions:
  - {task: phan, part: mot, extended_to: 2026-09-12, approved_on: 2026-08-20}
completions:
  - {task: lam-viec, occurrence: e1, completed_on: 2026-11-27, evidence: 9/BC-SNV}
""",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    lay_out(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def explain(office: Path, capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str, status: int = 0) -> str:
        assert main(["explain", *arguments, "--root", str(office), "--as-of", "2026-12-01"]) == status
        captured = capsys.readouterr()
        return captured.out or captured.err

    return run


def test_a_short_count_goes_day_by_day_and_names_the_days_off(explain) -> None:
    assert (
        explain("lam-viec")
        == """\
1 (p/lam-viec): Báo cáo

Quy tắc:
  within: 3 working days
  after:
  - e

e1: hạn 26/11/2026; xong muộn ngày 27/11/2026
  1. 12/QĐ-BNV, Danh mục, ngày 20/11/2026. Thời hạn tính từ ngày ban hành (hoặc
     ngày xảy ra).
  2. Ngày 20/11/2026 là ngày của sự kiện, không tính. [Bộ luật Dân sự 2015, Điều
     147 khoản 2, 3]
  3. Đếm 3 ngày làm việc sau ngày 20/11/2026: đến thứ Năm ngày 26/11/2026. [cách
     hiểu chung: “ngày làm việc” không gồm thứ Bảy, Chủ nhật, ngày nghỉ; gồm
     ngày làm bù]
       nghỉ: 21/11/2026 thứ Bảy
       nghỉ: 22/11/2026 Chủ nhật
       thứ Hai 23/11/2026: ngày thứ 1
       nghỉ: 24/11/2026 Ngày Văn hóa Việt Nam
       thứ Tư 25/11/2026: ngày thứ 2
       thứ Năm 26/11/2026: ngày thứ 3
  4. Thứ Năm ngày 26/11/2026 là ngày làm việc: không dời. [Bộ luật Dân sự 2015,
     Điều 148 khoản 6: hết ngày cuối, lúc 24 giờ]
"""
    )


def steps(explain, *arguments: str) -> dict[str, list[str]]:
    """Return the sentences of each occurrence, in English, without what they rest on."""
    explained = json.loads(explain(*arguments, "--format", "json", "--lang", "en"))
    return {one["occurrence"] or "": [step["text"] for step in one["steps"]] for one in explained["occurrences"]}


def test_a_sequence_counts_from_receipt_and_week_by_week(explain) -> None:
    explained = json.loads(explain("chuoi", "--format", "json"))
    counts = explained["occurrences"][0]["steps"][2:4]
    assert [(step["step"], step["days"]) for step in counts] == [
        ("count", []),
        (
            "count",
            [
                {"from": "2026-12-01", "to": "2026-12-06", "first": 1, "last": 4, "skipped": SKIPPED[:2]},
                {"from": "2026-12-07", "to": "2026-12-13", "first": 5, "last": 9, "skipped": SKIPPED[2:]},
                {"from": "2026-12-14", "to": "2026-12-16", "first": 10, "last": 12, "skipped": []},
            ],
        ),
    ]
    assert explained["occurrences"][0]["due_on"] == "2026-12-16"
    assert explained["occurrences"][0]["counted_on"] == "2026-11-23"
    assert explained["rules"] == [
        {"part": None, "rule": {"within": "1 week + 12 working days", "after": ["e"], "counted_from": "received"}}
    ]


SKIPPED = [{"date": f"2026-12-{day}", "name": None} for day in ("05", "06", "12", "13")]


def test_notice_counts_back_and_moves_back_over_days_off_by_name(explain) -> None:
    explained = json.loads(explain("bao-truoc", "--occurrence", "e2", "--format", "json", "--lang", "en"))
    count, roll = explained["occurrences"][0]["steps"][2:4]
    assert [day["from"] for day in count["days"]] == ["2026-05-03", "2026-05-02", "2026-05-01"]
    assert roll["text"] == "Friday 2026-05-01 is a day off: moved back to the working day before it, Wednesday 2026-04-29."
    assert [off["date"] for off in roll["days"][0]["skipped"]] == ["2026-04-30", "2026-05-01"]


def test_a_range_ends_at_its_far_end_and_is_not_moved_where_the_plan_says_so(explain) -> None:
    assert steps(explain, "hieu-luc")["e1"] == [
        "12/QĐ-BNV, Danh mục, in effect from 2026-11-20. The term counts from that day.",
        "2026-11-20 is the day of the event and is not counted.",
        "Counting 6..16 days after 2026-11-20: up to Sunday 2026-12-06.",
        "Sunday 2026-12-06 is a day off; this deadline is not moved.",
        "Sunday 2026-12-06 is a day off: the last working day before it is Friday 2026-12-04.",
    ]


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("cho", {"": ["No event has opened this term yet (Tỉnh phê duyệt). Log it in events.yaml when it happens."]}),
        ("yeu-cau", {"": ["Done on request: no day until it is asked for."]}),
        (
            "khi-co",
            {
                "e1": [
                    "12/QĐ-BNV, Danh mục, of 2026-11-20, calls for this task.",
                    "An ongoing duty: no due day, never overdue.",
                ]
            },
        ),
        ("tu-ngay", {"": ["Begins on 2026-03-01; no last day is named."]}),
        (
            "den-khi",
            {
                "": [
                    "12/QĐ-BNV, Danh mục, of 2026-11-20, ends the window.",
                    "The window ends on 2026-11-20, which is included.",
                ]
            },
        ),
        (
            "hai-lan",
            {
                "2026/1": ["Not the last time of its period: no due day of its own, to be done before 2026-12-31."],
                "2026/2": ["2026 names no day: due on its last day, 2026-12-31."],
            },
        ),
        ("khong-han", {}),
    ],
)
def test_what_has_no_count(explain, task: str, told: dict[str, list[str]]) -> None:
    assert steps(explain, task) == told


def test_a_check_of_an_ongoing_duty(explain) -> None:
    assert steps(explain, "luon-luon")["2026-Q4"] == [
        "An ongoing duty: no due day; it comes up for a look on 2026-12-31, the end of 2026-Q4."
    ]


def test_a_part_and_its_extension(explain) -> None:
    assert steps(explain, "phan", "--part", "mot") == {
        "": [
            "The plan names 2026-08-31, which is included.",
            "Extended to 2026-09-12; it was due on 2026-08-31.",
            "Saturday 2026-09-12 is a day off: the last working day before it is Friday 2026-09-11.",
        ]
    }
    assert (
        "Quy tắc của phần hai:\n  all:\n  - every: quarter\n    before_day: 20\n    id: a\n  - in: 2026-Q1\n    id: b\n"
        in explain("phan")
    )
    assert "\nmot: hạn 12/09/2026; quá hạn\n" in explain("phan")


def test_what_a_coming_event_would_open(explain) -> None:
    told = steps(explain, "cho", "--if", "chua-co=2026-12-10")["if-1-chua-co"]
    assert told[0].startswith("Supposed: Tỉnh phê duyệt, of 2026-12-10.")
    assert told[-1] == "Provisional: the days off of a year concerned are not all announced, the day may change."


def test_a_task_by_its_number_and_by_plan_and_id(explain) -> None:
    assert explain("1.") == explain("p/lam-viec") == explain("lam-viec", "--known")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("lam-vie",), "cchc: lỗi: Không có nhiệm vụ “lam-vie”. Có phải là “lam-viec”? "),
        (("lam-viec", "--plan", "q"), "cchc: lỗi: Không có nhiệm vụ “lam-viec”. "),
        (("phan", "--part", "ba"), "cchc: lỗi: --part: không có lựa chọn “ba”. Chọn một trong: mot, hai."),
        (("lam-viec", "--occurrence", "e9"), "cchc: lỗi: --occurrence: không có lựa chọn “e9”."),
        (("lam-viec", "--code", "too-deep"), "cchc: lỗi: Cần đúng một thứ để giải thích"),
        (("--wording", "x", "--year", "1999"), "cchc: lỗi: --year: “1999” "),
        ((), "cchc: lỗi: Cần đúng một thứ để giải thích"),
    ],
)
def test_a_command_line_that_asks_for_nothing_there_is(explain, arguments: tuple[str, ...], message: str) -> None:
    assert explain(*arguments, status=2).startswith(message)


def test_a_plan_with_errors_is_left_out(explain, office: Path) -> None:
    (office / "plans/p/plan.yaml").write_text(PLAN.replace("after: chua-co", "after: chua"), encoding="utf-8")
    assert explain("lam-viec", status=1).startswith("Bỏ qua plans/p: ")


def test_two_plans_with_the_same_number(explain, office: Path) -> None:
    (office / "plans/q").mkdir()
    (office / "plans/q/plan.yaml").write_text(PLAN.replace("id: p\n", "id: q\n"), encoding="utf-8")
    assert explain("2", status=2) == "cchc: lỗi: Có nhiều nhiệm vụ là “2”, ghi một trong: p/chuoi, q/chuoi.\n"


def test_a_term_without_its_date_waits(explain, office: Path) -> None:
    events = FILES["plans/events.yaml"].replace(", received_on: 2026-11-23", "")
    (office / "plans/events.yaml").write_text(events, encoding="utf-8")
    assert steps(explain, "chuoi")["e1"] == [
        "The event 12/QĐ-BNV, Danh mục has no received_on, which the term counts from. Add it in events.yaml."
    ]


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("Trước ngày 30/11/2026", 0, "deadline:\n  text: Trước ngày 30/11/2026\n  before: 2026-11-30\n"),
        (
            "Thường xuyên; báo cáo trước 17 giờ ngày 10/12",
            0,
            "deadline:\n  text: Thường xuyên; báo cáo trước 17 giờ ngày 10/12\n  all:\n  - ongoing: true\n"
            "  - by: 2026-12-10\n    at: '17:00'\n",
        ),
        (
            "05 ngày kể từ ngày nhận văn bản",
            0,
            "deadline:\n  text: 05 ngày kể từ ngày nhận văn bản\n  within: 5 days\n  counted_from: received\n  after: …\n"
            "# thay … bằng loại sự kiện trong events.yaml cho “nhận văn bản”\n",
        ),
        (
            "Đầu quý II",
            1,
            "Có 2 cách hiểu: chọn một và ghi vào kế hoạch.\n# 1\ndeadline:\n  text: Đầu quý II\n  by: 2026-04-01\n"
            "# 2\ndeadline:\n  text: Đầu quý II\n  in: 2026-04\n",
        ),
        ("Càng sớm càng tốt", 1, "Không đọc được “Càng sớm càng tốt” thành một quy tắc chắc chắn."),
    ],
)
def test_a_wording_as_yaml_to_paste(explain, text: str, status: int, told: str) -> None:
    assert explain("--wording", text, "--year", "2026", status=status).startswith(told)


def test_a_wording_as_json(explain) -> None:
    assert json.loads(explain("--wording", "Ngay sau khi có văn bản", "--format", "json")) == {
        "version": 1,
        "text": "Ngay sau khi có văn bản",
        "readings": [{"rule": {"within": "immediately", "anchor": "có văn bản"}}],
    }
    assert json.loads(explain("--wording", "abc", "--format", "json", status=1))["readings"] == []
