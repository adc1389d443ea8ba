"""The main job on the real plan, through the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.cli.app import main

REPOSITORY = Path(__file__).parents[1]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main([*arguments, "--root", str(REPOSITORY)])
    return status, capsys.readouterr().out


def test_the_real_plan_is_without_fault(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "validate", "--format", "json")
    assert status == 0
    assert json.loads(out) == {"version": 1, "diagnostics": [], "counts": {"error": 0, "warning": 0}}


def test_what_is_due_in_the_first_week_of_june(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "due", "--as-of", "2025-06-02", "--format", "json")
    listed = json.loads(out)
    assert status == 0
    assert [
        (item["number"], item["occurrence"], item["status"], item["due_on"], item["days_left"]) for item in listed["items"]
    ] == [
        ("A.2", "2025-03-qd-123-bnv", "overdue", "2025-04-17", -46),
        ("A.2", "2025-04-qd-345-bnv", "due", "2025-06-02", 0),
        ("B.II.2", "2025-05-cv-5566-ubnd", "done", "2025-06-02", 0),
        ("B.II.3", "2025-04-qd-345-bnv", "done", "2025-06-02", 0),
        ("B.II.2", "2025-05-cv-5678-ubnd", "due", "2025-06-04", 2),
        ("B.II.4", "2025-06-qd-1590-ubnd", "due", "2025-06-05", 3),
    ]
    assert listed["counts"] == {
        "overdue": 1, "due": 3, "open": 0, "done": 2, "done_late": 0, "waived": 0, "waiting": 0, "ongoing": 19,
    }  # fmt: skip


def test_today_is_the_workspace_s_own(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_NOW", "2025-06-01T18:00Z")
    assert json.loads(run(capsys, "due", "--format", "json")[1])["as_of"] == "2025-06-02"


def test_the_appendix_is_the_same_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.docx", "b.docx"):
        assert run(capsys, "render", str(tmp_path / name))[0] == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_validate_and_due_leave_the_heavy_libraries_alone() -> None:
    for command in (["validate"], ["due", "--format", "json", "--as-of", "2025-06-02"]):
        code = (
            f"import sys; from cchc.cli.app import main; main({command!r}); "
            "print([name for name in ('docx', 'docxtpl', 'lxml', 'jinja2', 'holidays', 'rich') if name in sys.modules], file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
        assert done.stderr.strip() == "[]"
