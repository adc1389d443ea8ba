"""`cchc new-year`: next year's plan, and what a person has to look at."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main

PLAN = """\
# yaml-language-server: $schema=../../schema/plan.json
# Kế hoạch năm 2025, theo mẫu của năm 2024
id: p-2025
title:   'KẾ HOẠCH NĂM 2025'   # tên
year: 2025
document: {number: 45, symbol: KH-X, issued_on: 2025-02-03, amended_by: [50/QĐ-X]}
# theo dõi từ tháng 4
tracked_from: 2025-04-01
closed_on: 2026-01-31
sections:
- sections/a.yaml
"""
SECTION = """\
number: A
title: Mục A
tasks:
- id: a          # việc đầu
  content: >
    Xong trước
    ngày 30/11/2025,   theo Kế hoạch số 45/KH-UBND ngày 03/02/2025
  deadline: {text: Trước ngày 30/11/2025, before: 2025-11-30}   # hạn
  lead: [cu]

# việc b, rút năm 2025
- id: b
  content: Hai
  deadline: Thường xuyên
  lead: [u]
  withdrawn: {on: 2025-07-01}

# việc c
- {id: c, content: "Việc năm 2025", deadline: Trong năm 2025, lead: [u]}
"""
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n  cu: {name: Phòng cũ, valid_to: 2025-06-30, succeeded_by: [u]}\n",
    "plans/p-2025/plan.yaml": PLAN,
    "plans/p-2025/sections/a.yaml": SECTION,
    "plans/p-2025/progress.yaml": "completions: []\n",
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    return tmp_path


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


def state(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture
def run(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["new-year", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def test_the_plan_of_the_next_year_is_written_and_nothing_else(run, office):
    status, _, told = run("p-2025", "p-2026")
    assert (status, told) == (0, "Wrote plans/p-2026/sections/a.yaml.\nWrote plans/p-2026/plan.yaml.\n")
    written = state(office)
    assert written.keys() - FILES.keys() == {"plans/p-2026/plan.yaml", "plans/p-2026/sections/a.yaml"}
    assert {name: written[name] for name in FILES} == FILES
    assert (
        written["plans/p-2026/plan.yaml"]
        == """\
# yaml-language-server: $schema=../../schema/plan.json
# Kế hoạch năm 2025, theo mẫu của năm 2024
id: p-2026
title:   'KẾ HOẠCH NĂM 2026'   # tên
year: 2026
document: {number: null, symbol: KH-X, issued_on: null, amended_by: []}
sections:
- sections/a.yaml
"""
    )
    assert (
        written["plans/p-2026/sections/a.yaml"]
        == """\
number: A
title: Mục A
tasks:
- id: a          # việc đầu
  content: >
    Xong trước
    ngày 30/11/2026,   theo Kế hoạch số 45/KH-UBND ngày 03/02/2025
  deadline: {text: Trước ngày 30/11/2026, before: 2026-11-30}   # hạn
  lead: [cu]

# việc c
- {id: c, content: "Việc năm 2026", deadline: Trong năm 2026, lead: [u]}
"""
    )


REPORT = """\
Plan p-2026 (2026-01-01 to 2026-12-31), made from p-2025

MOVED (11)
  plans/p-2026/plan.yaml:3: id: p-2025 → id: p-2026
  plans/p-2026/plan.yaml:4: NĂM 2025 → NĂM 2026
  plans/p-2026/plan.yaml:5: year: 2025 → year: 2026
  plans/p-2026/plan.yaml:6: number: 45 → number: null
  plans/p-2026/plan.yaml:6: issued_on: 2025-02-03 → issued_on: null
  plans/p-2026/plan.yaml:6: amended_by: [50/QĐ-X] → amended_by: []
  plans/p-2026/sections/a.yaml:7: ngày 30/11/2025 → ngày 30/11/2026
  plans/p-2026/sections/a.yaml:8: ngày 30/11/2025 → ngày 30/11/2026
  plans/p-2026/sections/a.yaml:8: before: 2025-11-30 → before: 2026-11-30
  plans/p-2026/sections/a.yaml:12: năm 2025 → năm 2026
  plans/p-2026/sections/a.yaml:12: năm 2025 → năm 2026

LEFT BEHIND (3)
  plans/p-2025/plan.yaml:8: first day that is tracked: 2025-04-01
  plans/p-2025/plan.yaml:9: day on which the plan was closed: 2026-01-31
  plans/p-2025/sections/a.yaml:12: withdrawn task: b

TO LOOK AT (3)
  plans/p-2026/plan.yaml:2: # Kế hoạch năm 2025, theo mẫu của năm 2024 — a comment that holds the old year; it was kept
  plans/p-2026/sections/a.yaml:7: Kế hoạch số 45/KH-UBND ngày 03/02/2025 — of a document that is cited; see whether it still holds, or a new one is there
  plans/p-2026/sections/a.yaml:9: cu — the unit is no longer there in the new year; succeeded by: u

FILES (2)
  plans/p-2026/plan.yaml
  plans/p-2026/sections/a.yaml
"""


def test_the_report_names_each_line_of_the_new_files(run, office):
    assert run("p-2025", "p-2026", "--dry-run") == (0, REPORT, "")
    assert state(office) == FILES
    run("p-2025", "p-2026")
    for line in REPORT.split("\nLEFT BEHIND")[0].splitlines()[3:]:
        file, number, words = line.strip().split(":", 2)
        assert words.rpartition("→ ")[2] in (office / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_the_report_for_programs(run):
    status, out, _ = run("p-2025", "p-2026", "--dry-run", "--format", "json")
    report = json.loads(out)
    assert (status, report.pop("version"), report["from"], report["to"]) == (0, 1, "p-2025", "p-2026")
    assert (report["first_day"], report["last_day"]) == ("2026-01-01", "2026-12-31")
    assert report["files"] == ["plans/p-2026/plan.yaml", "plans/p-2026/sections/a.yaml"]
    assert [one["kind"] for one in report["moved"]] == [
        "head",
        "text",
        *["head"] * 4,
        "text",
        *["deadline"] * 2,
        "text",
        "deadline",
    ]
    assert report["moved"][6] == {
        "kind": "text", "file": "plans/p-2026/sections/a.yaml", "line": 7, "before": "ngày 30/11/2025", "after": "ngày 30/11/2026",
    }  # fmt: skip
    assert report["left_behind"][2] == {
        "kind": "withdrawn-task",
        "file": "plans/p-2025/sections/a.yaml",
        "line": 12,
        "words": "b",
    }
    assert [one["kind"] for one in report["undecided"]] == ["comment", "document", "unit"]
    assert report["undecided"][2]["succeeded_by"] == ["u"]


@pytest.mark.parametrize(
    ("arguments", "year"),
    [
        (["p-2027"], "2027"),
        (["ke-hoach-moi"], "2026"),
        (["p-2025-b"], "2026"),
        (["p-1999"], "2026"),
        (["p-2028", "--year", "2030"], "2030"),
    ],
)
def test_the_year_is_the_one_asked_for_else_the_one_of_the_id_else_the_next(arguments, year, run, office):
    assert run("p-2025", *arguments)[0] == 0
    assert f"\nyear: {year}\n" in (office / f"plans/{arguments[0]}/plan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["p-2025", "p-2025"], "named “p-2025” are there already"),
        (["p-2024", "p-2026"], "There is no plan “p-2024”. Plans: p-2025."),
        (["p-2025", "../x"], "NEW: “../x” cannot be an id"),
        (["p-2025", "units"], "NEW: “units” cannot be an id"),
        (["p-2025", "p-2024"], "The plan cannot move to 2024. Its new year lies between 2026 and 2100"),
        (["p-2025", "p-2026", "--year", "2025"], "The plan cannot move to 2025"),
        (["p-2025", "p-2026", "--year", "x"], "--year: “x” is not a year"),
        (["p-2025", "p-2026", "--format", "yaml"], "--format"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_named(arguments, said, run, office):
    status, _, told = run(*arguments)
    assert (status, said in told) == (2, True), told
    assert state(office) == FILES


@pytest.mark.parametrize("name", ["plan.yaml", "note.txt", "sections/a.yaml", "progress.yaml"])
def test_a_folder_that_holds_anything_is_never_written_to(name, run, office):
    put(office, {f"plans/p-2026/{name}": "# của người khác\n"})
    before = state(office)
    assert run("p-2025", "p-2026")[0] == 2
    assert state(office) == before


def test_a_run_that_was_cut_off_can_be_run_again(run, office):
    run("p-2025", "p-2026")
    whole = state(office)
    (office / "plans/p-2026/plan.yaml").unlink()
    (office / "plans/p-2026/.plan.yaml.0a.cchc-tmp").write_text("x", encoding="utf-8")
    assert run("p-2025", "p-2026")[0] == 0
    assert state(office) == whole
    assert run("p-2025", "p-2026")[0] == 2


def test_a_plan_with_errors_is_refused(run, office):
    put(office, {"plans/p-2025/sections/a.yaml": SECTION.replace("lead: [cu]", "lead: [la]")})
    status, out, told = run("p-2025", "p-2026")
    assert (status, out, "p-2025, or a shared file, has errors" in told) == (1, "", True)
    assert not (office / "plans/p-2026").exists()
    put(office, {"plans/p-2025/plan.yaml": "id: [\n"})
    assert run("p-2025", "p-2026")[0] == 1


def test_without_any_plan_there_is_nothing_to_begin_with(run, office):
    shutil.rmtree(office / "plans/p-2025")
    assert run("p-2025", "p-2026")[0] == 2


def test_a_plan_whose_new_files_would_have_errors_is_refused_whole(run, office):
    words = "Trước ngày 29/02"
    put(office, {
        "plans/q-2028/plan.yaml": "id: q-2028\ntitle: T\nyear: 2028\ntasks:\n"
        f"- {{id: a, content: Một, lead: [u], deadline: {words}}}\n"
    })  # fmt: skip
    status, out, told = run("q-2028", "q-2029")
    assert (status, out) == (1, "")
    assert told.startswith("plans/q-2029/plan.yaml:5:46: error[unreadable-wording]"), told
    assert told.splitlines()[-1] == "Nothing was written: with this change the plan would have the errors above."
    assert not (office / "plans/q-2029").exists()


def test_a_reason_that_is_no_longer_needed_is_told(run, office):
    accepted = "issued_on: 2025-02-03, allow: {document-number: x}"
    put(office, {"plans/p-2025/plan.yaml": PLAN.replace("number: 45", "number: a").replace("issued_on: 2025-02-03", accepted)})
    status, _, told = run("p-2025", "p-2026")
    assert (status, told.splitlines()[0][:50]) == (0, "plans/p-2026/plan.yaml:6:82: warning[unused-allow]")


def test_lines_end_as_they_did_and_a_byte_order_mark_stays_behind(run, office):
    put(office, {"plans/p-2025/sections/a.yaml": "\ufeff" + SECTION.replace("\n", "\r\n")})
    assert run("p-2025", "p-2026")[0] == 0
    text = (office / "plans/p-2026/sections/a.yaml").read_bytes().decode()
    assert (text[:9], text.count("\n"), text.count("\r\n")) == ("number: A", 12, 12)
    assert "ngày 30/11/2026,   theo" in text


def test_a_plan_in_one_file_deep_sections_and_a_period(run, office):
    put(office, {
        "plans/nhom/g-2025-2030/plan.yaml": "id: g-2025-2030\ntitle: GIAI ĐOẠN 2025-2030\nperiod: {from: 2025-01-01, to: 2030-12-31}\n"
        "tasks:\n- {id: a, number: 1a, content: Một, lead: [u], deadline: {text: Giai đoạn 2025-2030, in: 2025..2030}}\n"
        "sections:\n- title: Ngoài\n  sections: [sau/b.yaml]\n",
        "plans/nhom/g-2025-2030/sau/b.yaml": "title: Trong\nsections: [sau/c.yaml]\n",
        "plans/nhom/g-2025-2030/sau/c.yaml": "title: Cùng\ntasks: [{id: c, content: Ba, lead: [u], deadline: Quý I/2027}]\n",
    })  # fmt: skip
    assert run("g-2025-2030", "g-2031-2036")[0] == 0
    written = state(office / "plans/nhom/g-2031-2036")
    assert written["plan.yaml"].splitlines()[:3] == [
        "id: g-2031-2036", "title: GIAI ĐOẠN 2031-2036", "period: {from: 2031-01-01, to: 2036-12-31}",
    ]  # fmt: skip
    assert "{text: Giai đoạn 2031-2036, in: 2031..2036}" in written["plan.yaml"]
    assert written["sau/c.yaml"].endswith("deadline: Quý I/2033}]\n")
    assert run("g-2025-2030", "g-2", "--year", "2090")[0] == 0
    assert run("g-2025-2030", "g-3", "--year", "2096")[0] == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere, Windows keeps no such modes")
def test_a_folder_that_cannot_be_written_is_told(run, office):
    (office / "plans").chmod(0o555)
    status, _, told = run("p-2025", "p-2026")
    (office / "plans").chmod(0o755)
    assert (status, told.splitlines()[-1][:12]) == (3, "cchc: error:")
    assert state(office) == FILES


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_in_the_way_is_neither_followed_nor_replaced(kind, run, office, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    path = office / "plans/p-2026"
    if kind == "file":
        path.write_text("x", encoding="utf-8")
    else:
        path.symlink_to(outside)
    assert run("p-2025", "p-2026")[0] in {1, 3}
    assert (path.is_file() or path.is_symlink(), list(outside.iterdir())) == (True, [])


def test_the_real_plan_becomes_that_of_the_next_year(office, capsys):
    """Read line by line: seven places move; four documents and two comments are for a person."""
    real = Path(__file__).parents[2]
    shutil.rmtree(office / "plans")
    shutil.copytree(real / "plans", office / "plans")
    old = (office / "plans/snv-2025/plan.yaml").read_text(encoding="utf-8")
    assert main(["new-year", "snv-2025", "snv-2026", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [one["words"] for one in report["undecided"] if one["kind"] == "document"] == [
        "Chương trình hành động số 12823/CTr-UBND ngày 23/12/2022",
        "Quyết định số 2782/QĐ-UBND ngày 25/10/2024",
        "Quyết định số 08/QĐ-UBND ngày 06/01/2025",
        "Chương trình hành động số 12823/CTr-UBND ngày 23/12/2022",
    ]
    new = (office / "plans/snv-2026/plan.yaml").read_text(encoding="utf-8")
    changed = [after.strip() for before, after in zip(old.splitlines(), new.splitlines(), strict=True) if before != after]
    assert changed == [
        "id: snv-2026",
        "VÀ CHỈ SỐ HÀI LÒNG CỦA CÁ NHÂN, TỔ CHỨC ĐỐI VỚI SỰ PHỤC VỤ CỦA SỞ NỘI VỤ NĂM 2026",
        "year: 2026",
        "title: NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        "deadline: Trước ngày 30/11/2026",
        "Hoàn thành kế hoạch đầu tư vốn ngân sách nhà nước được giao trước ngày 30/11/2026 (nếu có)",
        "có phát sinh hồ sơ trong năm 2026 đạt 100%",
    ]
    sections = [office / f"plans/snv-{year}/sections/b-ii.yaml" for year in (2025, 2026)]
    assert sections[0].read_bytes() == sections[1].read_bytes()
    assert main(["validate"]) == 0
