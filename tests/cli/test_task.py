"""`cchc task withdraw`: one key in the file that holds the task, and not a byte beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main

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
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/p/plan.yaml": "id: p\ntitle: Kế hoạch\nyear: 2025\nsections: [sections/a.yaml]\n",
    "plans/p/sections/a.yaml": SECTION,
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    return tmp_path


@pytest.fixture
def run(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["task", "withdraw", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def test_a_task_is_withdrawn_in_the_file_that_holds_it(run, office):
    assert run("A.1", "--on", "1/7/2025", "--document", "45/QĐ-SNV") == (0, "", "Wrote plans/p/sections/a.yaml.\n")
    assert (office / "plans/p/sections/a.yaml").read_text(encoding="utf-8") == SECTION.replace(
        "  deadline: Thường xuyên\n- {",
        "  deadline: Thường xuyên\n  withdrawn:\n    on: 2025-07-01\n    document: 45/QĐ-SNV\n- {",
    )
    assert (office / "plans/p/plan.yaml").read_text(encoding="utf-8") == FILES["plans/p/plan.yaml"]


def test_a_dry_run_shows_the_change_and_writes_nothing(run, office):
    status, out, _ = run("p/a", "--on", "2025-07-01", "--dry-run")
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
    status, _, told = run(*arguments)
    assert (status, said in told) == (2, True), told
    assert (office / "plans/p/sections/a.yaml").read_text(encoding="utf-8") == SECTION
