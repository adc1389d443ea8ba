"""`cchc diff` at work: what is printed in each format, which sides it compares, what it says when it cannot."""

import json
import subprocess
from pathlib import Path

import pytest
from docx import Document

from cchc.cli.app import main
from tests.cli.repository import commit, git, lay_out, make

UNITS = {"units": {"u": {"name": "Văn phòng"}, "v": {"name": "Phòng Tổ chức"}}}
PLAN = """\
id: p
title: KẾ HOẠCH MẪU
year: 2025
tasks:
  - {id: a, content: Rà soát thủ tục, lead: [u, v], deadline: {by: 2025-06-20}}
  - {id: b, content: Báo cáo, lead: [u], deadline: {text: Trước ngày 30/6/2025, before: 2025-06-30}}
"""
AMENDED = """\
id: p
title: KẾ HOẠCH MẪU
year: 2025
tasks:
  - {id: moi, content: Niêm yết, lead: [v], deadline: {by: 2025-09-30}}
  - {id: a, content: Rà soát lại thủ tục, lead: [u, v], deadline: {by: 2025-05-30}}
  - {id: b, content: Báo cáo, lead: [v], deadline: {text: Trước ngày 30/6/2025, before: 2025-06-30}}
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    make(tmp_path / "kho", {"plans/units.yaml": UNITS, "plans/p/plan.yaml": PLAN})
    return tmp_path / "kho"


@pytest.fixture
def diff(office: Path, capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str, status: int = 0, root: Path | None = None) -> str:
        assert main(["diff", *arguments, "--root", str(root or office), "--as-of", "2025-06-02"]) == status
        shown = capsys.readouterr()
        return shown.out or shown.err

    return run


def changes(answer: str) -> list[tuple[str, str | None]]:
    return [(change["kind"], change.get("task")) for change in json.loads(answer)["changes"]]


def test_the_folder_against_what_was_committed(office: Path, diff) -> None:
    assert diff() == "So sánh: HEAD → thư mục đang có\nKế hoạch không có gì thay đổi.\n"
    lay_out(office, {"plans/p/plan.yaml": AMENDED})
    assert (
        diff()
        == """\
So sánh: HEAD → thư mục đang có
1 thời hạn thay đổi, 1 phân công thay đổi, 1 nhiệm vụ sửa nội dung khác, 1 nhiệm
vụ mới.

KẾ HOẠCH p
  1: nhiệm vụ mới [moi]
    Niêm yết
    + Thời hạn: Chậm nhất ngày 30/09/2025
    + Chủ trì: Phòng Tổ chức
  1 → 2: nhiệm vụ sửa đổi [a]
    Nội dung:
    - Rà soát thủ tục
    + Rà soát lại thủ tục
    Thời hạn:
    - Chậm nhất ngày 20/06/2025
    + Chậm nhất ngày 30/05/2025
  2 → 3: nhiệm vụ sửa đổi [b]
    Báo cáo
    Chủ trì:
    - Văn phòng
    + Phòng Tổ chức

HỆ QUẢ, TÍNH ĐẾN 02/06/2025
1 hạn dời, 1 kỳ có hạn mới, 1 việc thành quá hạn.
  1: có hạn mới 30/09/2025. Niêm yết
  2: hạn 20/06/2025 → 30/05/2025. Rà soát lại thủ tục
  2: thành quá hạn (30/05/2025). Rà soát lại thủ tục
"""
    )


def test_markdown_for_a_pull_request(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": AMENDED})
    assert (
        diff("--format", "md")
        == """\
## Kế hoạch thay đổi

**1 thời hạn thay đổi, 1 phân công thay đổi, 1 nhiệm vụ sửa nội dung khác, 1 nhiệm vụ mới.**

**Hệ quả, tính đến 02/06/2025:** 1 hạn dời, 1 kỳ có hạn mới, 1 việc thành quá hạn.

<details>
<summary>Kế hoạch p (3)</summary>

- **1: nhiệm vụ mới** <code>moi</code> Niêm yết
  - Thời hạn: <ins>Chậm nhất ngày 30/09/2025</ins>
  - Chủ trì: <ins>Phòng Tổ chức</ins>
- **1 → 2: nhiệm vụ sửa đổi** <code>a</code>
  - Nội dung: Rà soát <ins>lại</ins> thủ tục
  - Thời hạn: Chậm nhất ngày <del>20/06/2025</del> <ins>30/05/2025</ins>
- **2 → 3: nhiệm vụ sửa đổi** <code>b</code> Báo cáo
  - Chủ trì: <del>Văn phòng</del> <ins>Phòng Tổ chức</ins>

</details>

<details>
<summary>Hệ quả, tính đến 02/06/2025 (3)</summary>

| TT | Nhiệm vụ | Kỳ | Trước | Sau | Thay đổi |
| --- | --- | --- | --- | --- | --- |
| 1 | Niêm yết |  | — | 30/09/2025 | hạn mới |
| 2 | Rà soát lại thủ tục |  | 20/06/2025 | 30/05/2025 | hạn dời |
| 2 | Rà soát lại thủ tục |  | 20/06/2025 | 30/05/2025 | thành quá hạn |

</details>

So sánh: HEAD → thư mục đang có
"""
    )


def test_json_is_the_contract(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": PLAN.replace("2025-06-20", "2025-05-30")})
    assert json.loads(diff("--format", "json")) == {
        "version": 1,
        "base": "HEAD",
        "head": None,
        "as_of": "2025-06-02",
        "changes": [
            {
                "kind": "task-changed",
                "plan": "p",
                "task": "a",
                "number": {"before": "1", "after": "1"},
                "fields": [{"field": "deadline", "before": "Chậm nhất ngày 20/06/2025", "after": "Chậm nhất ngày 30/05/2025"}],
            }
        ],
        "consequences": [
            {
                "kind": kind,
                "plan": "p",
                "task": "a",
                "part": None,
                "number": "1",
                "occurrence": "",
                "before": "2025-06-20",
                "after": "2025-05-30",
            }
            for kind in ("due-moved", "becomes-overdue")
        ],
        "unread": [],
    }


def test_json_speaks_one_language(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": PLAN + "tracked_from: 2025-02-01\n"})
    assert diff("--format", "json", "--lang", "vi") == diff("--format", "json", "--lang", "en")
    assert '"after": "2025-02-01"' in diff("--format", "json")


MONTHLY = PLAN.replace("{by: 2025-06-20}", "Hằng tháng")
RECORDED = {
    "completions": [{"task": "a", "occurrence": "2025-01", "completed_on": "2025-01-30", "evidence": "Báo cáo 1/BC"}],
    "waivers": [{"task": "a", "occurrence": "2025-02", "waived_on": "2025-02-27", "reason": "Không phát sinh"}],
    "extensions": [{"task": "a", "occurrence": "2025-03", "extended_to": "2025-04-15", "document": "12/CV", "approved_on": "2025-03-28"}],
    "measurements": [{"task": "b", "target": "ty-le", "as_of": "2025-03-31", "value": "95"}],
}  # fmt: skip
SPOKEN_OF = {
    "1 (2025-01): ghi nhận hoàn thành mới": "a",
    "1 (2025-02): ghi nhận không phát sinh mới": "a",
    "1 (2025-03): gia hạn mới": "a",
    "2 (ty-le, 31/03/2025): số đo mới": "b",
    "19/03/2025: ngày nghỉ, ngày hoán đổi mới": "",
}


def test_each_format_says_which_period_target_or_day_a_record_speaks_of(office: Path, diff, tmp_path: Path) -> None:
    aimed = MONTHLY.replace("content: Báo cáo", "content: Báo cáo, targets: [{id: ty-le, at_least: 90}]")
    commit(office, "Hằng tháng", {"plans/p/plan.yaml": aimed})
    holiday = {"date": "2025-03-19", "kind": "holiday", "name": "Ngày nghỉ"}
    lay_out(office, {"plans/p/progress.yaml": RECORDED, "plans/calendar.yaml": {"days": [holiday]}})
    text, page, marked = diff(), diff("--format", "html"), diff("--format", "md")
    diff("--table", str(tmp_path / "x.docx"))
    table = "\n".join(cell.text for row in Document(str(tmp_path / "x.docx")).tables[0].rows for cell in row.cells)
    for words, task in SPOKEN_OF.items():
        assert f"  {words}{f' [{task}]' if task else ''}\n" in text
        assert f"- **{words}**{f' <code>{task}</code>' if task else ''} " in marked
        assert f"<li><b>{words}</b>{f' <code>{task}</code>' if task else ''} " in page
        assert f"{words}\n" in table


def test_people_read_words_where_files_have_keys_and_values(office: Path, diff, tmp_path: Path) -> None:
    holiday = {"date": "2025-11-05", "kind": "holiday", "name": "Ngày hội", "source": "5/QĐ", "announced_on": "2025-10-01"}
    event = {"id": "e1", "type": "cong-bo", "subject": "Công bố", "issued_on": "2025-05-21", "register_number": "456"}
    target = "deadline: {by: 2025-06-20}, targets: [{id: ty-le, at_least: 90}]"
    files = {"plans/events.yaml": {"types": {"cong-bo": {"name": "Bộ công bố"}}, "events": []}, "plans/p/plan.yaml": PLAN}
    commit(office, "Loại", files)
    lay_out(
        office,
        {
            "cchc.yaml": "conventions: {before: inclusive}\n",
            "plans/calendar.yaml": {"days": [holiday]},
            "plans/events.yaml": {**files["plans/events.yaml"], "events": [event]},
            "plans/p/plan.yaml": PLAN.replace("deadline: {by: 2025-06-20}", target) + "ongoing_check: quarter\nnumbering: plan\n",
        },
    )
    told = """\
  Thiết lập sửa đổi
    + Cách hiểu “trước ngày”: tính cả ngày đó
  Sự kiện mới [e1]
    Công bố
    + Loại sự kiện: Bộ công bố
    + Ngày ban hành: 21/05/2025
    + Số công văn đến: 456
  05/11/2025: ngày nghỉ, ngày hoán đổi mới
    Ngày hội
    + Loại ngày: nghỉ lễ
    + Văn bản quy định: 5/QĐ
    + Ngày công bố: 01/10/2025
"""
    assert told in diff()
    assert "    + Xem lại việc thường xuyên: mỗi quý\n    + Cách đánh số thứ tự: đếm suốt kế hoạch\n" in diff()
    assert "    + Chỉ tiêu: ty-le\n    + Chỉ tiêu ty-le, ít nhất: 90\n" in diff()
    assert "    + Kind of day: holiday\n    + By document: 5/QĐ\n    + Announced on: 2025-10-01\n" in diff("--lang", "en")
    assert "  - Loại sự kiện: <ins>Bộ công bố</ins>\n" in diff("--format", "md")
    assert "<li>Loại ngày: <ins>nghỉ lễ</ins></li>" in diff("--format", "html")
    diff("--table", str(tmp_path / "x.docx"))
    assert "Cách hiểu “trước ngày”: tính cả ngày đó" in rows_of(tmp_path / "x.docx")[2][1]
    fields = {
        field["field"]: field["after"] for change in json.loads(diff("--format", "json"))["changes"] for field in change["fields"]
    }
    assert (fields["kind"], fields["type"], fields["ongoing_check"], fields["numbering"]) == (
        "holiday",
        "cong-bo",
        "quarter",
        "plan",
    )


def test_a_withdrawal_and_one_taken_back(office: Path, diff) -> None:
    withdrawn = PLAN.replace("content: Báo cáo,", "content: Báo cáo, withdrawn: {on: 2025-06-01, document: 5/QĐ},")
    commit(office, "Rút", {"plans/p/plan.yaml": withdrawn})
    lay_out(office, {"plans/p/plan.yaml": PLAN})
    gone = diff("HEAD~1", "HEAD")
    assert "\n1 nhiệm vụ được rút.\n" in gone
    assert "  2: nhiệm vụ được rút [b]\n    Báo cáo\n    + Rút từ ngày: 01/06/2025\n    + Văn bản cho rút: 5/QĐ\n" in gone
    assert "\n1 task withdrawn.\n" in diff("HEAD~1", "HEAD", "--lang", "en")
    assert "\n1 nhiệm vụ được khôi phục.\n" in diff()
    assert "\n**1 task no longer withdrawn.**\n" in diff("--format", "md", "--lang", "en")
    assert changes(diff("--format", "json")) == changes(diff("HEAD~1", "HEAD", "--format", "json")) == [("task-changed", "b")]


def test_html_is_one_page_without_scripts(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": AMENDED})
    page = diff("--format", "html")
    assert "<del>20/06/2025</del><ins>30/05/2025</ins>" in page
    assert "default-src 'none'" in page
    assert "<td>thành quá hạn</td>" in page


def test_a_rule_that_changed_behind_the_same_words_is_told_as_a_rule(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": PLAN.replace("before: 2025-06-30}", "by: 2025-06-30}")})
    (field,) = json.loads(diff("--format", "json", status=1))["changes"][0]["fields"]
    assert (field["before"], field["after"]) == ("before: 2025-06-30", "by: 2025-06-30")


def test_sides(office: Path, diff) -> None:
    commit(office, "Sửa", {"plans/p/plan.yaml": AMENDED})
    git(office, "branch", "nhanh", "HEAD~1")
    told = [("task-added", "moi"), ("task-changed", "a"), ("task-changed", "b")]
    for named in (("HEAD~1", "HEAD"), ("HEAD~1..HEAD",), ("HEAD~1..",), ("HEAD~1",), ("nhanh...main",)):
        assert changes(diff(*named, "--format", "json")) == told, named
    assert changes(diff("main...nhanh", "--format", "json")) == []
    assert [kind for kind, _ in changes(diff("main..nhanh", "--format", "json"))] == ["task-changed"] * 2 + ["task-removed"]


def test_a_renamed_folder_is_the_same_plan(office: Path, diff) -> None:
    git(office, "mv", "plans/p", "plans/q")
    commit(office, "Đổi mã", {"plans/q/plan.yaml": PLAN.replace("id: p", "id: q", 1)})
    answer = json.loads(diff("HEAD~1", "HEAD", "--format", "json"))
    assert answer["changes"] == [{"kind": "plan-changed", "plan": "q", "fields": [{"field": "id", "before": "p", "after": "q"}]}]
    assert answer["consequences"] == []
    for name in ("p", "q"):
        assert json.loads(diff("HEAD~1", "HEAD", "--plan", name, "--format", "json")) == answer


def test_a_plan_that_comes_is_told_as_one(office: Path, diff) -> None:
    lay_out(
        office, {"plans/khac/plan.yaml": PLAN.replace("id: p", "id: khac").replace("id: a", "id: x").replace("id: b", "id: y")}
    )
    answer = json.loads(diff("--format", "json"))
    assert [change["kind"] for change in answer["changes"]] == ["plan-added"]
    assert [(owed["kind"], owed["task"]) for owed in answer["consequences"]] == [
        ("occurrence-added", "x"),
        ("occurrence-added", "y"),
    ]
    commit(office, "Thêm")
    answer = json.loads(diff("HEAD", "HEAD~1", "--format", "json"))
    assert [change["kind"] for change in answer["changes"]] == ["plan-removed"]
    assert {owed["kind"] for owed in answer["consequences"]} == {"occurrence-removed"}


def test_a_day_off_moves_days_of_plans_that_have_not_changed(office: Path, diff) -> None:
    event = {"id": "e1", "type": "e", "subject": "Công bố", "issued_on": "2025-05-21"}
    counted = PLAN.replace("{by: 2025-06-20}", "{text: 30 ngày kể từ ngày công bố, within: 30 days, after: e}")
    lay_out(office, {"plans/events.yaml": {"types": {"e": {"name": "Công bố"}}, "events": [event]}, "plans/p/plan.yaml": counted})
    commit(office, "Sự kiện")
    lay_out(office, {"plans/calendar.yaml": {"days": [{"date": "2025-06-20", "kind": "holiday", "name": "Ngày hội"}]}})
    answer = json.loads(diff("--format", "json"))
    assert [change["kind"] for change in answer["changes"]] == ["calendar-added"]
    assert [(owed["kind"], owed["task"], owed["before"], owed["after"]) for owed in answer["consequences"]] == [
        ("due-moved", "a", "2025-06-20", "2025-06-23")  # a Friday, and the Monday after it
    ]


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        (
            {"completions": [{"task": "a", "completed_on": "2025-05-29", "evidence": "Báo cáo 1/BC"}]},
            [("no-longer-overdue", "2025-05-30", "2025-05-30")],
        ),
        (
            {"extensions": [{"task": "a", "extended_to": "2025-07-31", "document": "12/CV", "approved_on": "2025-05-28"}]},
            [("due-moved", "2025-05-30", "2025-07-31"), ("no-longer-overdue", "2025-05-30", "2025-07-31")],
        ),
        (
            {"waivers": [{"task": "a", "reason": "Bộ không yêu cầu", "waived_on": "2025-05-28"}]},
            [("no-longer-overdue", "2025-05-30", "2025-05-30")],
        ),
    ],
    ids=["a completion", "an extension", "a waiver"],
)
def test_what_is_recorded_of_a_task_alone_tells_what_it_means_for_its_days(recorded, told, office: Path, diff) -> None:
    commit(office, "Việc a đã quá hạn", {"plans/p/plan.yaml": PLAN.replace("2025-06-20", "2025-05-30")})
    lay_out(office, {"plans/p/progress.yaml": recorded})
    answer = json.loads(diff("--format", "json"))
    assert [change["kind"] for change in answer["changes"]] == [f"{next(iter(recorded)).removesuffix('s')}-added"]
    assert [(owed["kind"], owed["before"], owed["after"]) for owed in answer["consequences"]] == told


def test_a_task_that_changed_takes_no_days_away_from_one_that_was_completed(office: Path, diff) -> None:
    commit(office, "Việc a đã quá hạn", {"plans/p/plan.yaml": PLAN.replace("2025-06-20", "2025-05-30")})
    done = {"completions": [{"task": "a", "completed_on": "2025-05-29", "evidence": "Báo cáo 1/BC"}]}
    changed = PLAN.replace("2025-06-20", "2025-05-30").replace("Báo cáo,", "Báo cáo năm,")
    lay_out(office, {"plans/p/plan.yaml": changed, "plans/p/progress.yaml": done})
    answer = json.loads(diff("--format", "json"))
    assert [(owed["kind"], owed["task"]) for owed in answer["consequences"]] == [("no-longer-overdue", "a")]


def test_nothing_is_called_unchanged_that_could_not_be_read(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": "id: ["})
    told = diff(status=1)
    assert "Phần so được không có gì thay đổi.\n" in told
    assert "Kế hoạch không có gì thay đổi" not in told


def test_one_plan(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": AMENDED, "plans/r/plan.yaml": PLAN.replace("id: p", "id: r")})
    assert {change["plan"] for change in json.loads(diff("--plan", "r", "--format", "json"))["changes"]} == {"r"}
    assert "Không có kế hoạch “z”" in diff("--plan", "z", status=2)


def test_a_plan_that_does_not_load_is_named_and_the_rest_is_told(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": "id: [", "plans/r/plan.yaml": PLAN.replace("id: p", "id: r")})
    answer = json.loads(diff("--format", "json", status=1))
    assert answer["unread"] == [{"what": "changes", "side": None, "path": "plans/p"}]
    assert [change["kind"] for change in answer["changes"]] == ["plan-added"]
    text = diff(status=1)
    assert "Chưa so được plans/p vì tệp có lỗi. Xem lỗi: cchc validate" in text
    for name in ("md", "html"):
        assert "plans/p" in diff("--format", name, status=1)


def test_shared_files_that_do_not_load_are_named(office: Path, diff) -> None:
    lay_out(office, {"plans/units.yaml": "units: [", "plans/p/plan.yaml": AMENDED})
    answer = json.loads(diff("--format", "json", status=1))
    assert {"what": "changes", "side": None, "path": "plans/units.yaml"} in answer["unread"]
    assert {change["kind"] for change in answer["changes"]} == {"task-added", "task-changed"}


def test_a_plan_with_errors_has_no_consequences(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": PLAN.replace("lead: [u]", "lead: [khong-co]")})
    answer = json.loads(diff("--format", "json", status=1))
    assert answer["unread"] == [{"what": "days", "side": None, "path": "plans/p"}]
    assert [change["kind"] for change in answer["changes"]] == ["task-changed"]


def test_since_it_was_issued(office: Path, diff) -> None:
    git(office, "tag", "issued/p")
    signed = AMENDED.replace("year: 2025", "year: 2025\ndocument: {number: 12/KH, issued_on: 2025-01-10}")
    commit(office, "Ban hành, rồi sửa", {"plans/p/plan.yaml": signed})
    answer = diff("--since-issued", "--format", "json")
    assert json.loads(answer)["base"] == "issued/p"
    assert changes(answer) == [("task-added", "moi"), ("task-changed", "a"), ("task-changed", "b")]
    assert changes(diff("--since-issued", "HEAD", "--format", "json")) == changes(answer)
    assert "Thừa trên dòng lệnh: HEAD" in diff("--since-issued", "HEAD", "HEAD", status=2)


def test_nothing_was_issued(office: Path, diff) -> None:
    assert diff("--since-issued", status=2) == (
        "cchc: lỗi: Git ở máy này không có thẻ issued/p của kế hoạch đã ban hành; các kế hoạch: p. "
        "Lấy thẻ bằng lệnh: git fetch --tags. Kế hoạch chưa ban hành thì chạy cchc issue khi ban hành.\n"
    )


def test_the_table_of_three_columns(office: Path, diff, tmp_path: Path) -> None:
    commit(office, "Rút ngắn theo công văn 5\n\nChi tiết", {"plans/p/plan.yaml": PLAN.replace("2025-06-20", "2025-05-30")})
    commit(office, "Thêm việc niêm yết", {"plans/p/plan.yaml": AMENDED})
    out = tmp_path / "bang.docx"
    assert diff("HEAD~2", "HEAD", "--table", str(out)) == f"Đã ghi bảng so sánh: {out}\n"
    rows = rows_of(out)
    assert rows[0] == ["Hiện hành", "Sửa đổi", "Lý do"]
    assert rows[2] == [
        "",
        "1: nhiệm vụ mới\nNội dung: Niêm yết\nThời hạn: Chậm nhất ngày 30/09/2025\nChủ trì: Phòng Tổ chức",
        "Thêm việc niêm yết",
    ]
    assert rows[3] == [
        "1: nhiệm vụ\nNội dung: Rà soát thủ tục\nThời hạn: Chậm nhất ngày 20/06/2025",
        "2: nhiệm vụ sửa đổi\nNội dung: Rà soát lại thủ tục\nThời hạn: Chậm nhất ngày 30/05/2025",
        "Rút ngắn theo công văn 5\nThêm việc niêm yết",
    ]
    first = out.read_bytes()
    diff("HEAD~2", "HEAD", "--table", str(out))
    assert out.read_bytes() == first
    assert ".docx" in diff("--table", "x.pdf", status=2)


def test_of_several_rules_each_has_its_days(office: Path, diff) -> None:
    rules = "deadline: {all: [{id: dau, by: 2025-06-20}, {id: cuoi, by: 2025-07-20}]}"
    commit(office, "Hai hạn", {"plans/p/plan.yaml": PLAN.replace("deadline: {by: 2025-06-20}", rules)})
    lay_out(office, {"plans/p/plan.yaml": PLAN.replace("deadline: {by: 2025-06-20}", rules.replace("07-20", "07-25"))})
    owed = json.loads(diff("--format", "json"))["consequences"]
    assert [(one["kind"], one["occurrence"], one["before"], one["after"]) for one in owed] == [
        ("due-moved", "2025-07-25", "2025-07-20", "2025-07-25")
    ]


def test_reasons_of_shared_files_sections_and_plans_that_come(office: Path, diff, tmp_path: Path) -> None:
    section = PLAN.replace("tasks:\n", "sections: [{title: Mục một}]\ntasks:\n")
    commit(office, "Thêm mục", {"plans/p/plan.yaml": section})
    commit(office, "Đổi tên phòng", {"plans/units.yaml": {"units": {**UNITS["units"], "u": {"name": "Văn phòng Sở"}}}})
    commit(office, "Bỏ không gian làm việc", {"ghi-chu": "x"})
    git(office, "mv", "cchc.yaml", "cchc.yaml.cu")
    commit(office, "Tạm bỏ")
    git(office, "mv", "cchc.yaml.cu", "cchc.yaml")
    commit(office, "Lấy lại")
    commit(
        office,
        "Thêm kế hoạch",
        {"plans/r/plan.yaml": PLAN.replace("id: p", "id: r").replace("id: a", "id: x").replace("id: b", "id: y")},
    )
    out = tmp_path / "bang.docx"
    diff("HEAD~6", "HEAD", "--table", str(out))
    assert [row[2] for row in rows_of(out)[1:] if row[2] and row[2] != row[1]] == ["Đổi tên phòng", "Thêm mục", "Thêm kế hoạch"]


def test_reasons_stay_with_plans_and_sections_that_are_renamed_later(office: Path, diff, tmp_path: Path) -> None:
    text = PLAN.replace("tasks:\n", "sections: [{title: Mục một}]\ntasks:\n")
    commit(office, "Gốc", {"plans/p/plan.yaml": text})
    steps = {
        "Gọi là mục hai": (text := text.replace("Mục một", "Mục hai")),
        "Rút hạn": (text := text.replace("2025-06-20", "2025-05-30")),
        "Gọi là mục ba": (text := text.replace("Mục hai", "Mục ba")),
    }
    for message, content in steps.items():
        commit(office, message, {"plans/p/plan.yaml": content})
    git(office, "mv", "plans/p", "plans/q")
    commit(office, "Đổi mã", {"plans/q/plan.yaml": text.replace("id: p", "id: q", 1)})
    diff("HEAD~4", "HEAD", "--table", str(tmp_path / "x.docx"))
    assert [row[2] for row in rows_of(tmp_path / "x.docx")[2:]] == ["Đổi mã", "Gọi là mục hai\nGọi là mục ba", "Rút hạn"]


def test_reasons_stay_where_two_sections_change_names_in_one_commit(office: Path, diff, tmp_path: Path) -> None:
    def sections(first: str, second: str, number: str = "I") -> str:
        return PLAN.replace(
            "tasks:\n", f"sections: [{{number: {number}, title: {first}}}, {{number: II, title: {second}}}]\ntasks:\n"
        )

    for message, text in (
        ("Gốc", sections("Mục ba", "Mục hai")),
        ("Đổi tên", sections("Mục tư", "Mục ba")),
        ("Đổi số", sections("Mục tư", "Mục ba", "V")),
    ):
        commit(office, message, {"plans/p/plan.yaml": text})
    diff("HEAD~2", "HEAD", "--table", str(tmp_path / "x.docx"))
    reasons = [row[2] for row in rows_of(tmp_path / "x.docx")[2:]]
    assert all("Đổi tên" in reason for reason in reasons), reasons


def test_the_table_names_what_it_could_not_tell(office: Path, diff, tmp_path: Path) -> None:
    lay_out(office, {"plans/p/plan.yaml": "id: ["})
    diff("--table", str(tmp_path / "x.docx"), status=1)
    assert "Chưa so được plans/p" in Document(str(tmp_path / "x.docx")).paragraphs[-1].text


def rows_of(file: Path) -> list[list[str]]:
    return [
        ["\n".join(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells]
        for row in Document(str(file)).tables[0].rows
    ]


def test_an_error_of_an_older_revision_is_not_looked_for_in_the_folder(office: Path, diff) -> None:
    commit(office, "Hỏng", {"plans/p/plan.yaml": PLAN.replace("year: 2025", "year: [")})
    lay_out(office, {"plans/p/plan.yaml": PLAN})
    assert diff(status=1).endswith("\nChưa so được plans/p: tệp có lỗi ở bản “HEAD”.\n")


@pytest.mark.parametrize("option", ["--table", "--output"])
def test_what_cannot_be_compared_is_said_beside_the_file_that_was_written(
    option: str, office: Path, tmp_path: Path, capsys
) -> None:
    lay_out(office, {"plans/p/plan.yaml": "id: ["})
    assert main(["diff", "--root", str(office), option, str(tmp_path / "x.docx"), "--lang", "vi"]) == 1
    assert capsys.readouterr().err.endswith("Chưa so được plans/p vì tệp có lỗi. Xem lỗi: cchc validate\n")


def test_a_broken_record_of_a_shared_file_is_told_as_broken_and_as_nothing_else(office: Path, diff) -> None:
    lay_out(office, {"plans/units.yaml": json.dumps(UNITS, ensure_ascii=False).replace('"name"', '"nam"', 1)})
    assert diff(status=1) == (
        "So sánh: HEAD → thư mục đang có\nPhần so được không có gì thay đổi.\n\n"
        "Chưa so được plans/units.yaml vì tệp có lỗi. Xem lỗi: cchc validate\n"
    )


def test_a_plan_that_git_leaves_out_of_the_folder_is_not_told_as_removed(office: Path, diff) -> None:
    commit(office, "Hai kế hoạch", {"plans/q/plan.yaml": PLAN.replace("id: p", "id: q", 1)})
    git(office, "sparse-checkout", "set", "--no-cone", "/*", "!/plans/q")
    assert diff(status=1) == (
        "So sánh: HEAD → thư mục đang có\nPhần so được không có gì thay đổi.\n\n"
        "Chưa so được plans/q: thư mục này chỉ có một phần của kho (git sparse-checkout).\n"
    )
    assert "plans/q" not in diff("HEAD", "HEAD")
    assert "plans/q" not in diff("--plan", "p")
    assert "Chưa so được plans/q" in diff("--plan", "q", status=1)


@pytest.mark.parametrize("named", ["task: 'x7#1'", "task: x7@1", "task: a, part: 'p@2'", "task: a, part: 'p2#1'"])
def test_a_record_of_no_task_is_told_in_every_format(named: str, office: Path, diff) -> None:
    lay_out(office, {"plans/p/progress.yaml": f"measurements:\n- {{{named}, target: t, as_of: 2025-05-01, value: 91.25}}\n"})
    for form in ("text", "md", "html", "json"):
        assert "91" in diff("--format", form, status=1)


def test_a_new_list_reads_as_no_change_of_its_lines(office: Path, diff) -> None:
    lay_out(
        office,
        {"plans/p/plan.yaml": f"{PLAN}  - {{id: c, content: [Mới một, Mới hai], lead: [u], deadline: {{by: 2025-07-01}}}}\n"},
    )
    told = diff()
    assert "    Mới một; Mới hai\n" in told
    assert "có hạn mới 01/07/2025. Mới một; Mới hai\n" in told


def test_consequences_of_several_plans_say_of_which(office: Path, diff) -> None:
    commit(office, "Hai kế hoạch", {"plans/q/plan.yaml": PLAN.replace("id: p", "id: q", 1).replace("id: a", "id: x")})
    for name in ("p", "q"):
        path = office / f"plans/{name}/plan.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("2025-06-20", "2025-06-24"), encoding="utf-8")
    assert "  p 1: hạn 20/06/2025 → 24/06/2025. Rà soát thủ tục\n  q 1: hạn" in diff()
    assert "| q 1 | Rà soát thủ tục |" in diff("--format", "md")
    assert "<td>p 1</td>" in diff("--format", "html")


def test_a_text_that_only_a_space_tells_from_the_old_one_is_shown_with_it(office: Path, diff) -> None:
    lay_out(office, {"plans/p/plan.yaml": PLAN.replace("content: Báo cáo", 'content: "Báo  cáo"')})
    assert "    - Báo cáo\n    + Báo ␣cáo\n" in diff()
    assert "Báo <del>cáo</del> <ins>␣cáo</ins>" in diff("--format", "md")


def test_a_new_task_is_told_in_full(office: Path, diff) -> None:
    words = " ".join(f"việc {number}" for number in range(80))
    lay_out(office, {"plans/p/plan.yaml": f"{PLAN}  - {{id: c, content: {words}, lead: [u], deadline: Thường xuyên}}\n"})
    assert words in " ".join(diff().split())


def test_a_table_in_a_folder_that_is_not_there_is_refused_in_words(office: Path, diff, tmp_path: Path) -> None:
    assert diff("--table", str(tmp_path / "khong-co/x.docx"), status=3) == (
        f"cchc: lỗi: Không ghi được {tmp_path}/khong-co/x.docx: không có tệp hoặc thư mục này. "
        "Tệp cũ, nếu có, còn nguyên. Kiểm tra thư mục đó và quyền ghi.\n"
    )


def test_what_cannot_be_compared_is_said(office: Path, diff, tmp_path: Path) -> None:
    assert "Không có bản “khong-co” trong git" in diff("khong-co", status=2)
    assert "Thừa trên dòng lệnh: C" in diff("A..B", "C", status=2)
    assert "--format: không có lựa chọn “pdf”" in diff("--format", "pdf", status=2)
    lay_out(tmp_path / "ngoai", {"cchc.yaml": "format: 1\n"})
    assert "không nằm trong kho git nào" in diff(status=3, root=tmp_path / "ngoai")
    git(tmp_path / "ngoai", "init", "-q")
    assert "chưa có bản nào" in diff(status=3, root=tmp_path / "ngoai")
    lay_out(office, {"con/cchc.yaml": "format: 1\n", "con2/cchc.yaml": "format: 1\n"})
    (office / "cchc.yaml").unlink()
    assert "Có nhiều thư mục làm việc" in diff(status=2)


def test_revisions_without_a_common_commit(office: Path, diff) -> None:
    git(office, "checkout", "-q", "--orphan", "khac")
    commit(office, "Gốc khác")
    assert "Hai bản không có gốc chung" in diff("main...khac", status=3)
    assert changes(diff("main..khac", "--format", "json")) == []


def test_a_shallow_and_a_bare_clone(office: Path, diff, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(office, "Sửa", {"plans/p/plan.yaml": AMENDED})
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", f"file://{office}", str(tmp_path / "nong")], check=True, capture_output=True
    )
    assert diff(root=tmp_path / "nong").endswith("Kế hoạch không có gì thay đổi.\n")
    assert "git fetch --unshallow" in diff("HEAD~1", status=3, root=tmp_path / "nong")
    subprocess.run(["git", "clone", "-q", "--bare", str(office), str(tmp_path / "tran")], check=True, capture_output=True)
    assert main(["diff", "HEAD~1", "HEAD", "--root", str(tmp_path / "tran")]) == 3
    assert "Không tìm thấy cchc.yaml" in capsys.readouterr().err


def test_a_workspace_below_the_top(tmp_path: Path, diff) -> None:
    make(tmp_path / "kho2", {"so/cchc.yaml": "format: 1\n", "so/plans/units.yaml": UNITS, "so/plans/p/plan.yaml": PLAN})
    (tmp_path / "kho2/cchc.yaml").unlink()
    git(tmp_path / "kho2", "tag", "issued/so/p")
    lay_out(tmp_path / "kho2/so", {"plans/p/plan.yaml": AMENDED})
    answer = json.loads(diff("--since-issued", "--format", "json", root=tmp_path / "kho2/so"))
    assert (answer["base"], len(answer["changes"])) == ("issued/so/p", 3)
