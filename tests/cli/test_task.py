"""`cchc task`: a task is added, moved or withdrawn in the file that holds it, and not a byte beside it changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import lay_out

SECTION = """\
# Mục A
number: A
title: Mục
tasks:
- id: a          # việc đầu
  content: >
    Chữ dài

  # đơn vị
  lead: [u]
  deadline: Thường xuyên
- {id: b, content: Hai, lead: [u], deadline: Thường xuyên}
"""
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n  v: {name: 'Phòng Tổ chức, Biên chế', aliases: [Phòng TCBC]}\n",
    "plans/p/plan.yaml": "id: p\ntitle: Kế hoạch\nyear: 2025\nsections: [sections/a.yaml]\n",
    "plans/p/sections/a.yaml": SECTION,
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    return tmp_path


@pytest.fixture
def run(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["task", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def test_a_task_is_withdrawn_in_the_file_that_holds_it(run, office):
    assert run("withdraw", "A.1", "--on", "1/7/2025", "--document", "45/QĐ-SNV") == (0, "", "Wrote plans/p/sections/a.yaml.\n")
    assert (office / "plans/p/sections/a.yaml").read_text(encoding="utf-8") == SECTION.replace(
        "  deadline: Thường xuyên\n- {",
        "  deadline: Thường xuyên\n  withdrawn:\n    on: 2025-07-01\n    document: 45/QĐ-SNV\n- {",
    )
    assert (office / "plans/p/plan.yaml").read_text(encoding="utf-8") == FILES["plans/p/plan.yaml"]


def test_a_dry_run_shows_the_change_and_writes_nothing(run, office):
    status, out, _ = run("withdraw", "p/a", "--on", "2025-07-01", "--dry-run")
    assert (status, [line for line in out.splitlines() if line[0] in "+-"][2:]) == (0, ["+  withdrawn:", "+    on: 2025-07-01"])
    assert (office / "plans/p/sections/a.yaml").read_text(encoding="utf-8") == SECTION


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a"], "--on is missing"),
        (["a", "--on", "31/6/2025"], "is not a date"),
        (["c", "--on", "2025-07-01"], "There is no task “c”"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_named(arguments, said, run, office):
    status, _, told = run("withdraw", *arguments)
    assert (status, said in told) == (2, True), told
    assert (office / "plans/p/sections/a.yaml").read_text(encoding="utf-8") == SECTION


PLAN = """\
id: p
title: Kế hoạch
year: 2025
sections:
- sections/a.yaml
- number: B
  title: Mục B
  sections:
  - number: I
    title: Tiểu mục
    tasks:
    - {id: c, content: Ba, lead: [u], deadline: Thường xuyên}   # ba
    # cuối
  - title: Không số
"""


@pytest.fixture
def large(office: Path) -> Path:
    (office / "plans/p/plan.yaml").write_text(PLAN, encoding="utf-8")
    return office


def read(office: Path, name: str) -> str:
    return (office / "plans/p" / name).read_text(encoding="utf-8")


def test_a_task_is_added_at_the_end_of_its_section_with_an_id_made_of_its_words(run, large):
    words = "Rà soát, cập nhật danh mục thủ tục: công khai # đủ"
    status, _, told = run(
        "add", "--section", "B.I", "--content", words, "--deadline", "Trước ngày 30/9/2025", "--lead", "u",
        "--coordinating", "phòng tcbc.", "--results", "Quyết định", "--results", "Báo cáo",
    )  # fmt: skip
    assert (status, told) == (0, "Wrote plans/p/plan.yaml.\nNew task: B.I.2 (p/ra-soat-cap-nhat-danh-muc).\n")
    assert read(large, "plan.yaml") == PLAN.replace(
        "    # cuối\n",
        """
    - id: ra-soat-cap-nhat-danh-muc
      content: "Rà soát, cập nhật danh mục thủ tục: công khai # đủ"
      deadline: Trước ngày 30/9/2025
      lead: [u]
      coordinating: [v]
      results:
        - Quyết định
        - Báo cáo
    # cuối
""",
    )


def test_a_task_beside_another_tells_which_numbers_are_others(run, large):
    status, _, told = run("add", "--before", "A.2", "--content", "Mới", "--deadline", "Thường xuyên", "--lead", "Văn phòng.")
    assert (status, told.splitlines()) == (
        0, ["Wrote plans/p/sections/a.yaml.", "New task: A.2 (p/moi).", "Another number: A.2 → A.3 (b)."],
    )  # fmt: skip
    assert read(large, "sections/a.yaml") == SECTION.replace(
        "- {id: b", "\n- id: moi\n  content: Mới\n  deadline: Thường xuyên\n  lead: [u]\n- {id: b"
    )
    assert run("add", "--after", "c", "--content", "Mới", "--id", "d", "--number", "7a", "--lead", "u,v")[0] == 0
    assert "- id: d\n      number: 7a\n      content: Mới\n      lead: [u, v]\n" in read(large, "plan.yaml")


def test_a_wording_that_counts_from_an_event_comes_with_its_rule(run, large):
    (large / "plans/events.yaml").write_text("types:\n  e: {name: Kiến nghị}\n  f: {name: Đơn}\n", encoding="utf-8")
    words = ["add", "--section", "A", "--content", "Trả lời", "--lead", "u"]
    deadline = ["--deadline", "Trong 5 ngày làm việc kể từ khi có kiến nghị"]
    status, _, told = run(*words, *deadline)
    assert (status, "missing-event-type" in told, read(large, "sections/a.yaml")) == (1, True, SECTION)
    assert run(*words, *deadline, "--rule", "within=5 working days", "--rule", "after=e, f")[0] == 0
    assert read(large, "sections/a.yaml").endswith(
        "    text: Trong 5 ngày làm việc kể từ khi có kiến nghị\n    within: 5 working days\n    after: [e, f]\n  lead: [u]\n"
    )


def test_ids_of_the_same_first_words_take_more_words_and_never_a_number_that_counts_on(run, large):
    words = "Một hai ba bốn năm sáu"
    add = ["add", "--section", "A", "--lead", "u", "--deadline", "Thường xuyên", "--content"]
    assert [run(*add, text)[0] for text in (words, f"{words} bảy", words)] == [0, 0, 2]
    text = read(large, "sections/a.yaml")
    assert ("- id: mot-hai-ba-bon-nam-sau\n" in text, "- id: mot-hai-ba-bon-nam-sau-bay\n" in text) == (True, True)


def test_a_task_moves_between_files_with_its_comments(run, large):
    status, _, told = run("move", "A.1", "--to", "không số")
    assert (status, told.splitlines()) == (
        0,
        ["Wrote plans/p/plan.yaml.", "Wrote plans/p/sections/a.yaml.",
         "Another number: A.2 → A.1 (b).", "Another number: A.1 → B.1 (a)."],
    )  # fmt: skip
    moved = SECTION[SECTION.index("- id: a") : SECTION.index("- {id: b")]
    assert read(large, "sections/a.yaml") == SECTION.replace(moved, "")
    indented = "".join(f"    {line}\n" if line else "\n" for line in moved.splitlines())
    assert read(large, "plan.yaml") == PLAN + "    tasks:\n" + indented.replace("    - ", "      - ").replace(
        "\n    ", "\n      "
    )


def test_a_task_moves_within_its_section_and_stays_where_it_is_already(run, large):
    assert run("move", "b", "--before", "a")[0] == 0
    assert read(large, "sections/a.yaml").startswith(
        "# Mục A\nnumber: A\ntitle: Mục\ntasks:\n- {id: b, content: Hai, lead: [u], deadline: Thường xuyên}\n\n- id: a"
    )
    assert run("move", "a", "--after", "b")[::2] == (0, "A.2 is there already, nothing was written.\n")
    assert run("move", "b", "--to", "A")[0] == 0
    assert next(line for line in read(large, "sections/a.yaml").splitlines() if "id:" in line) == "- id: a          # việc đầu"


def test_a_dry_run_shows_both_files_and_writes_neither(run, large):
    status, out, _ = run("move", "A.2", "--to", "B.I", "--dry-run")
    assert (status, [line for line in out.splitlines() if line[:4] in ("--- ", "+++ ")]) == (
        0,
        ["--- a/plans/p/plan.yaml", "+++ b/plans/p/plan.yaml", "--- a/plans/p/sections/a.yaml", "+++ b/plans/p/sections/a.yaml"],
    )
    assert (read(large, "plan.yaml"), read(large, "sections/a.yaml")) == (PLAN, SECTION)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "--lead", "u"], "--content is missing"),
        (["add", "--content", "x"], "--lead is missing"),
        (["add", "--content", "x", "--lead", "u"], "Choose a section with --section, or give --before or --after: A, B, B.I, Không số"),
        (["add", "--content", "x", "--lead", "u", "--section", "C"], "There is no section “C”"),
        (["add", "--content", "x", "--lead", "w", "--section", "A"], "There is no unit “w”"),
        (["add", "--content", "x", "--lead", "u", "--section", "A", "--rule", "by"], "has no equals sign"),
        (["add", "--content", "x", "--lead", "u", "--section", "A", "--id", "Á"], "cannot be an id"),
        (["add", "--content", "…", "--lead", "u", "--section", "A"], "gives no id"),
        (["add", "--content", "x", "--lead", "u", "--plan", "q"], "There is no plan “q”"),
        (["move", "a"], "--to is missing"),
        (["move", "a", "--before", "b", "--after", "c"], "only one of --before and --after"),
        (["move", "a", "--to", "A", "--after", "c"], "The task c is not in section A"),
        (["move", "a", "--after", "d"], "There is no task “d”"),
        (["move", "d", "--to", "A"], "There is no task “d”"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_place_or_a_task_is_named(arguments, said, run, large):
    status, _, told = run(*arguments)
    assert (status, said in told) == (2, True), told
    assert (read(large, "plan.yaml"), read(large, "sections/a.yaml")) == (PLAN, SECTION)


def test_a_plan_without_sections_needs_none_named_and_one_with_a_single_section_neither(run, office):
    assert run("add", "--content", "Việc", "--lead", "u", "--deadline", "Thường xuyên")[0] == 0
    assert read(office, "sections/a.yaml").endswith("\n- id: viec\n  content: Việc\n  deadline: Thường xuyên\n  lead: [u]\n")
    (office / "plans/p/plan.yaml").write_text("id: p\ntitle: Kế hoạch\nyear: 2025\n", encoding="utf-8")
    assert run("add", "--content", "Việc", "--lead", "u", "--deadline", "Thường xuyên")[0] == 0
    assert read(office, "plan.yaml").endswith(
        "year: 2025\ntasks:\n  - id: viec\n    content: Việc\n    deadline: Thường xuyên\n    lead: [u]\n"
    )
