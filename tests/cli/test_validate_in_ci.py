"""`cchc validate` as CI services run it: paths from the top of the git tree, and GitHub's summary of the job."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from cchc.cli.app import main

HEAD = "id: p\ntitle: T\nyear: 2025\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call `validate` in a workspace below the top of a git tree; `summary.md` is the summary of the job."""
    root = tmp_path / "so-noi-vu"
    (root / "plans/p").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (root / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("CCHC_LANG", raising=False)

    def call(plan: str, *arguments: str) -> tuple[int, str, str]:
        (root / "plans/p/plan.yaml").write_text(plan, encoding="utf-8")
        status = main(["validate", "--lang", "en", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def tasks(*leads: str) -> str:
    lines = [
        json.dumps({"id": f"a{place}", "content": f"C{place}", "deadline": "Thường xuyên", "lead": [lead]}, ensure_ascii=False)
        for place, lead in enumerate(leads)
    ]
    return HEAD + "tasks:\n" + "".join(f"  - {line}\n" for line in lines)


def test_each_service_gets_the_paths_that_it_looks_for(run: Run) -> None:
    plan = tasks("u")
    assert run(plan, "--format", "github")[1].startswith("::error file=so-noi-vu/plans/p/plan.yaml,")
    (one,) = json.loads(run(plan, "--format", "gitlab")[1])
    assert one["location"]["path"] == "so-noi-vu/plans/p/plan.yaml"
    (result,) = json.loads(run(plan, "--format", "sarif")[1])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "so-noi-vu/plans/p/plan.yaml"
    assert '<testcase name="plans/p" classname="cchc.validate">' in run(plan, "--format", "junit")[1]


def test_what_is_strict_fails_in_junit_too(run: Run) -> None:
    plan = HEAD + "tasks:\n  - {id: a, content: C, lead: []}\n"
    assert (run(plan, "--format", "junit")[0], run(plan, "--format", "junit", "--strict")[0]) == (0, 1)
    assert 'failures="0"' in run(plan, "--format", "junit")[1]
    assert 'failures="1"' in run(plan, "--format", "junit", "--strict")[1]


def test_the_summary_of_the_job_lists_what_is_not_annotated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "summary.md").write_text("before\n\n", encoding="utf-8")
    status, out, err = run(tasks(*[f"u{place}" for place in range(13)]), "--format", "github")
    assert (status, err) == (1, "")
    assert [line for line in out.splitlines() if not line.startswith("::error ")] == [
        "GitHub shows 10 annotations of a kind; not annotated: errors 3, warnings 0.",
        "Errors: 13, warnings: 0.",
    ]
    before, _, heading, _, columns, _, *rows = (tmp_path / "summary.md").read_text(encoding="utf-8").splitlines()
    assert (before, heading) == ("before", "### cchc validate: Errors: 13, warnings: 0.")
    assert columns == "| Place | Code | What is wrong |"
    assert rows[-1] == ""
    assert len(rows) == 14
    assert rows[12].startswith("| `so-noi-vu/plans/p/plan.yaml:17:")


def test_no_text_of_a_plan_is_more_than_text_in_the_summary(run: Run, tmp_path: Path) -> None:
    hostile = ["@all", "a|b", "<img src=x>", "[x](http://a.vn)", "`x`", "#1", "\\| x", "![](//a.vn)"]
    assert run(tasks(*hostile), "--format", "github")[0] == 1
    tokens = MarkdownIt("commonmark").enable("table").parse((tmp_path / "summary.md").read_text(encoding="utf-8"))
    kinds = {inner.type for token in tokens for inner in token.children or ()}
    assert kinds <= {"text", "code_inline"}
    texts = [inner for token in tokens for inner in token.children or () if inner.type == "text"]
    assert not any("@" in inner.content or "#1" in inner.content for inner in texts)
    rows = sum(token.type == "tr_open" for token in tokens)
    cells = sum(token.type == "td_open" for token in tokens)
    assert (rows, cells) == (9, 24)


def test_a_long_summary_says_that_it_ends(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc.cli.job_summary.MOST", 2)
    run(tasks("x", "y", "z"), "--format", "github")
    *_, last, empty = (tmp_path / "summary.md").read_text(encoding="utf-8").splitlines()
    assert (last, empty) == ("1 more are not listed here.", "")


def test_nothing_found_and_other_formats_leave_the_summary_alone(run: Run, tmp_path: Path) -> None:
    run(HEAD, "--format", "github")
    run(tasks("u"), "--format", "json")
    assert not (tmp_path / "summary.md").exists()


def test_a_summary_that_cannot_be_written_changes_no_result(run: Run, tmp_path: Path) -> None:
    (tmp_path / "summary.md").mkdir()
    status, out, err = run(tasks("u"), "--format", "github")
    assert status == 1
    assert out.endswith("Errors: 1, warnings: 0.\n")
    assert "summary.md" in err
