"""`cchc done`, `extend`, `waive`, `measure`, `event add`: one file a record, refused where `validate` would refuse it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.cli.event_add import event_id
from tests.cli.repository import lay_out
from tests.cli.terminal import at_terminal

FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/events.yaml": "types:\n  e: {name: Bộ công bố}\n  r: {name: Nhận văn bản}\n",
    "plans/p/plan.yaml": """\
id: p
title: Kế hoạch
year: 2025
sections:
  - number: A
    title: Mục
    tasks:
      - {id: mot-lan, content: Một lần, lead: [u], deadline: {by: 2025-06-30}}
      - {id: hang-thang, content: Hàng tháng, lead: [u], deadline: {every: month}}
      - {id: theo-van-ban, content: Theo văn bản, lead: [u], deadline: {within: 10 days, after: e}}
      - id: ty-le
        content: Tỷ lệ
        lead: [u]
        deadline: Thường xuyên
        targets: [{id: so-hoa, at_least: 90, unit: "%"}]
""",
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with a plan of four tasks, which is also the current folder; it is 2 June 2025."""
    root = tmp_path / "office"
    lay_out(root, FILES)
    monkeypatch.chdir(root)
    monkeypatch.setenv("CCHC_NOW", "2025-06-02T02:00Z")
    monkeypatch.setenv("CCHC_LANG", "en")
    return root


@pytest.fixture
def run(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def recorded(office: Path) -> dict[str, str]:
    """Return what was written: the text of each file of progress and of events, by its name."""
    files = [*(office / "plans/p").glob("progress/*"), *(office / "plans").glob("events/*")]
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(files)}


def status_of(run: Run, task: str, occurrence: str | None = None) -> str:
    _, out, _ = run("due", "--all", "--format", "json")
    (item,) = [item for item in json.loads(out)["items"] if item["task"] == task and occurrence in (None, item["occurrence"])]
    return str(item["status"])


def test_the_only_open_occurrence_is_understood(run, office):
    status, _, said = run("done", "mot-lan", "--on", "2025-06-02", "--evidence", "Báo cáo số 1: xong")
    assert (status, said) == (0, "Wrote plans/p/progress/mot-lan.yaml.\n")
    assert recorded(office) == {
        "mot-lan.yaml": 'completions:\n  - task: mot-lan\n    completed_on: 2025-06-02\n    evidence: "Báo cáo số 1: xong"\n'
    }
    assert status_of(run, "mot-lan") == "done"


def test_several_open_occurrences_are_a_usage_error_that_lists_them(run, office):
    status, _, said = run("done", "A.2", "--on", "2025-06-02")
    assert (status, recorded(office)) == (2, {})
    assert "2025-01, 2025-02, 2025-03" in said
    assert run("done", "A.2", "--occurrence", "2025-05", "--on", "2/6/2025", "--evidence", "x")[0] == 0
    assert recorded(office)["hang-thang--2025-05.yaml"].count("completed_on: 2025-06-02") == 1


def test_what_is_missing_is_named_where_nobody_can_be_asked(run, office):
    assert run("done", "mot-lan") == (2, "", "cchc: error: --on is missing.\n")
    assert recorded(office) == {}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["done", "mot-lan", "--occurrence", "2025-06", "--on", "2025-06-02"], "unknown-occurrence"),
        (["done", "hang-thang", "--occurrence", "2030-01", "--on", "2025-06-02"], "unknown-occurrence"),
        (["done", "mot-lan", "--part", "x", "--on", "2025-06-02"], "unknown-part"),
        (["measure", "ty-le", "--as-of", "2025-06-01", "--value", "chín mươi"], "wrong-type"),
        (["event", "add", "--type", "e", "--subject", "S", "--issued-on", "2025-06-01", "--document", " "], "invalid-value"),
    ],
)
def test_what_validate_refuses_is_not_written(arguments, code, run, office):
    status, _, said = run(*arguments)
    assert (status, recorded(office)) == (1, {})
    assert f"error[{code}]" in said
    assert said.endswith("Nothing was written: with this change the plan would have the errors above.\n")


def test_a_record_that_was_made_before_is_refused(run, office):
    run("done", "mot-lan", "--on", "2025-06-02", "--evidence", "x")
    before = recorded(office)
    status, _, said = run("done", "mot-lan", "--on", "2025-06-02", "--evidence", "x")
    assert (status, recorded(office)) == (1, before)
    assert "error[duplicate-record]" in said


def test_faults_that_stood_there_before_refuse_nothing(run, office):
    (office / "plans/calendar.yaml").write_text("days: x\n", encoding="utf-8")
    assert run("validate")[0] == 1
    assert run("done", "mot-lan", "--on", "2025-06-02", "--evidence", "x")[0] == 0


def test_a_dry_run_shows_the_change_and_writes_nothing(run, office):
    status, out, _ = run(
        "waive", "hang-thang", "--occurrence", "2025-05", "--on", "2025-06-02", "--reason", "Không có", "--dry-run"
    )
    assert (status, recorded(office)) == (0, {})
    assert out == (
        "--- /dev/null\n+++ b/plans/p/progress/hang-thang--2025-05.yaml\n@@ -0,0 +1,5 @@\n"
        "+waivers:\n+  - task: hang-thang\n+    occurrence: 2025-05\n+    waived_on: 2025-06-02\n+    reason: Không có\n"
    )


def test_a_second_record_of_one_occurrence_comes_into_its_file_and_leaves_the_rest(run, office):
    run("extend", "mot-lan", "--to", "2025-07-15", "--approved-on", "2025-06-02", "--document", "9/SNV")
    path = office / "plans/p/progress/mot-lan.yaml"
    path.write_text("# của phòng A\n" + path.read_text(encoding="utf-8") + "# hết\n", encoding="utf-8")
    assert run("done", "mot-lan", "--on", "2025-06-02", "--evidence", "x")[0] == 0
    assert path.read_text(encoding="utf-8") == (
        "# của phòng A\ncompletions:\n  - task: mot-lan\n    completed_on: 2025-06-02\n    evidence: x\n"
        "extensions:\n  - task: mot-lan\n    extended_to: 2025-07-15\n    approved_on: 2025-06-02\n    document: 9/SNV\n# hết\n"
    )
    assert run("fmt", "--check", "plans/p/progress")[0] == 0
    assert status_of(run, "mot-lan") == "done"


def test_the_only_target_is_understood(run, office):
    assert run("measure", "A.4", "--as-of", "2025-06-01", "--value", "97.5")[0] == 0
    assert recorded(office) == {
        "ty-le--so-hoa--2025-06-01.yaml": "measurements:\n  - task: ty-le\n    target: so-hoa\n    as_of: 2025-06-01\n    value: 97.5\n"
    }
    status, _, said = run("measure", "A.1", "--as-of", "2025-06-01", "--value", "1")
    assert (status, said) == (2, "cchc: error: The task “mot-lan” has no target. Give it the key targets first.\n")


def test_an_event_tells_what_it_opens_and_by_when(run, office, monkeypatch):
    words = ["--subject", "Công bố danh mục", "--document", "123/QĐ-BNV", "--issued-on", "2025-06-05"]
    status, _, said = run("event", "add", "--type", "e", *words)
    assert (status, said) == (
        0,
        "Wrote plans/events/2025-06-qd-123-bnv.yaml.\nOpens A.3 (p/theo-van-ban): due 2025-06-16.\n",
    )
    assert run("event", "add", "--type", "r", "--subject", "Nhận", "--issued-on", "2025-06-05")[2].splitlines()[-1] == (
        "This event opens nothing."
    )
    monkeypatch.setenv("CCHC_NOW", "2025-06-06T02:00Z")
    assert run("done", "A.3", "--on", "2025-06-06", "--evidence", "x")[0] == 0
    assert "theo-van-ban--2025-06-qd-123-bnv.yaml" in recorded(office)


def test_an_event_that_was_recorded_before_is_refused_and_kept(run, office):
    words = ["event", "add", "--type", "e", "--document", "123/QĐ-BNV", "--issued-on", "2025-06-02", "--subject"]
    assert run(*words, "Một")[0] == 0
    before = recorded(office)
    status, _, said = run(*words, "Hai")
    assert (status, recorded(office)) == (1, before)
    assert "error[duplicate-id]" in said


@pytest.mark.parametrize("name", ["../../../escaped", "a/b", "..", "con", "A", "x" * 65])
def test_an_id_that_is_none_never_becomes_a_path(name, run, office):
    status, _, said = run("event", "add", "--type", "r", "--subject", "S", "--issued-on", "2025-06-02", f"--id={name}")
    assert (status, recorded(office), "--id" in said) == (2, {}, True)
    assert list(office.parent.iterdir()) == [office]


def test_a_dry_run_leaves_no_trace(run, office):
    before = sorted(path.name for path in office.rglob("*"))
    assert run("done", "mot-lan", "--on", "2025-06-02", "--evidence", "x", "--dry-run")[0] == 0
    assert run("event", "add", "--type", "r", "--subject", "S", "--issued-on", "2025-06-02", "--dry-run")[0] == 0
    assert sorted(path.name for path in office.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("123/QĐ-BNV", "2025-03-qd-123-bnv"),
        ("45/2025/NĐ-CP", "2025-03-45-2025-nd-cp"),
        ("Hội nghị tổng kết, đợt 1", "2025-03-hoi-nghi-tong-ket-dot-1"),
        ("!!!", "2025-03"),
        ("chữ " * 40, "2025-03-" + "-".join(["chu"] * 14)),
    ],
)
def test_the_id_of_an_event_comes_from_its_day_and_document(name, made):
    assert event_id(name, date(2025, 3, 3)) == made


@pytest.mark.parametrize(
    "text", ["no", "1:30", "# không", "a: b", "'", '"', "{{ x }}", "dòng một\ndòng hai", "🇻🇳", " ", "\u00a0x"]
)
def test_any_text_is_recorded_as_it_was_given(text, run, office):
    assert run("done", "mot-lan", "--on", "2025-06-02", "--evidence", text)[0] == 0
    _, out, _ = run("explain", "mot-lan", "--format", "json")
    assert json.loads(out)["version"] == 1
    from cchc.files import FolderReader
    from cchc.source.load import load_plan

    (placed,) = load_plan(FolderReader(office), "plans/p").progress.completions
    assert placed.record.evidence == text


def test_a_person_at_a_terminal_is_asked_for_what_is_missing(office):
    status, said = at_terminal(["done", "hang-thang", "--lang", "en"], ["2", "", "Báo cáo số 7"], office)
    assert status == 0, said
    assert recorded(office) == {
        "hang-thang--2025-02.yaml": "completions:\n  - task: hang-thang\n    occurrence: 2025-02\n    completed_on: 2025-06-02\n"
        "    evidence: Báo cáo số 7\n"
    }
    assert "Which occurrence?" in said


def test_an_editor_is_told_the_schema_where_the_workspace_keeps_schemas(run, office):
    assert run("schema", "--folder", "schema")[0] == 0
    assert run("done", "mot-lan", "--on", "2025-06-02", "--evidence", "x")[0] == 0
    assert run("event", "add", "--type", "r", "--subject", "Nhận", "--issued-on", "2025-06-02")[0] == 0
    heads = {name: text.splitlines()[0] for name, text in recorded(office).items()}
    assert heads == {
        "2025-06-nhan.yaml": "# yaml-language-server: $schema=../../schema/events.json",
        "mot-lan.yaml": "# yaml-language-server: $schema=../../../schema/progress.json",
    }
    assert (office / "plans/p/progress/../../../schema/progress.json").is_file()
