"""Broken input: each gives its diagnostic at its line and column, and never a traceback."""

import json
from pathlib import Path

import pytest

from cchc.cli.app import main

HEAD = "id: p\ntitle: T\nyear: 2025\n"
TASK = "tasks:\n  - id: a\n    content: C\n    deadline: Thường xuyên\n    lead: [u]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "plans" / "p").mkdir(parents=True)
    (tmp_path / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "plans" / "units.yaml").write_text("units:\n  u: {name: U}\n", encoding="utf-8")
    (tmp_path / "plans" / "events.yaml").write_text("types: {}\n", encoding="utf-8")
    return tmp_path


def found(workspace: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, int, int]]:
    status = main(["validate", "--format", "json", "--root", str(workspace)])
    diagnostics = json.loads(capsys.readouterr().out)["diagnostics"]
    assert status == int(any(one["severity"] == "error" for one in diagnostics))
    return [(one["code"], one["file"].removeprefix("plans/"), one["line"], one["column"]) for one in diagnostics]


PLANS = [
    (HEAD + TASK, []),
    (HEAD + TASK.replace("[u]", "[x]"), [("unknown-unit", 8, 12), ("unused-unit", 2, 6)]),
    (HEAD + TASK.replace("lead:", "leed:"), [("unknown-key", 8, 5)]),
    (HEAD + TASK.replace("Thường xuyên", "{by: 2025-02-30}"), [("invalid-date", 7, 20)]),
    (HEAD + TASK.replace("Thường xuyên", "{by: ２０２５-01-01}"), [("invalid-date", 7, 20)]),
    (HEAD + TASK.replace("Thường xuyên", "{by: '20250101'}"), [("invalid-date", 7, 20)]),
    (HEAD + TASK.replace("Thường xuyên", "{by: 2026-01-05}"), [("outside-period", 7, 20)]),
    (HEAD + TASK.replace("Thường xuyên", "{text: Trước ngày 30/11/2025, before: 2025-10-30}"), [("wording-disagrees", 7, 22)]),
    (HEAD + TASK.replace("Thường xuyên", "Khi nào xong thì xong"), [("unreadable-wording", 7, 15)]),
    (HEAD + TASK.replace("Thường xuyên", "Không quá 45 ngày kể từ khi Bộ công bố"), [("missing-event-type", 7, 15)]),
    (HEAD + TASK.replace("    deadline: Thường xuyên\n", ""), [("missing-deadline", 5, 5)]),
    (HEAD + TASK + "    number: 3\n", [("number-gap", 5, 5)]),
    (HEAD + TASK + "    coordinating: [u]\n", [("lead-also-coordinating", 9, 20)]),
    (HEAD + "year: 2026\n" + TASK, [("duplicate-key", 4, 1)]),
    (HEAD + "issuer: !!str u\n" + TASK, [("yaml-tag", 4, 9)]),
    (HEAD + "issuer: &x u\n" + TASK, [("yaml-alias", 4, 9)]),
    (HEAD + "\tissuer: u\n" + TASK, [("yaml-syntax", 4, 1)]),
    (HEAD + "# see\u2028issuer: u\n" + TASK, [("unsafe-character", 4, 6)]),
    (HEAD + "# see\u0085issuer: u\n" + TASK, [("unsafe-character", 4, 6)]),
    (HEAD + "# see\rissuer: u\n" + TASK, [("unsafe-character", 4, 6)]),
    (HEAD + TASK.replace("content: C", 'content: "C\\u202e"'), [("unsafe-character", 6, 14)]),
    (HEAD + "<<<<<<< a\n=======\n>>>>>>> b\n" + TASK, [("conflict-marker", 4, 1)]),
    (HEAD + TASK + "sections: [../../x.yaml]\n", [("path-outside", 9, 12)]),
    ("[" * 100_000, [("too-deep", 1, 33)]),
]


@pytest.mark.parametrize(("text", "expected"), PLANS)
def test_a_plan(text: str, expected: list[tuple[str, int, int]], workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans" / "p" / "plan.yaml").write_bytes(text.encode("utf-8"))
    assert [(code, line, column) for code, _, line, column in found(workspace, capsys)] == expected


def test_a_link_is_not_read(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans" / "p" / "plan.yaml").symlink_to("/proc/self/environ")
    assert found(workspace, capsys) == [("path-outside", "p/plan.yaml", 1, 1)]


def test_bytes_that_are_no_text(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans" / "p" / "plan.yaml").write_bytes(b"id: p\ntitle: \xff\n")
    assert found(workspace, capsys) == [("not-utf8", "p/plan.yaml", 2, 8)]
