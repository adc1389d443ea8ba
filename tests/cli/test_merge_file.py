"""`cchc merge-file` as git calls it: two branches of a real repository, merged; and on its own."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import CCHC

PLAN = "plans/p/plan.yaml"
TEXT = """\
# Kế hoạch
id: p
title: T
year: 2025
sections:
  - number: A
    title: Mục A
    tasks:
      - id: a
        content: Việc a
        deadline: Thường xuyên
        lead: [u]

      # việc b phải xong sớm
      - id: b
        content: Việc b
        lead: [u, v]

  - number: B
    title: Mục B
    tasks:
      - {id: c, content: Việc c, lead: [u]}
"""
NEW = "      - id: {0}\n        content: Việc {0}  # mới\n        lead: [u]\n\n"
Merge = Callable[[str, str], tuple[int, str, str]]


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return git in a repository with the driver set up, one plan in it."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    who = [word for key in ("user.name", "user.email") for word in ("-c", f"{key}=van-phong")]

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", *who, *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", env={**quiet, "CCHC_LANG": "en"})

    call("init", "-q", "-b", "main")
    call("config", "merge.cchc.name", "cchc")
    driver = f"{CCHC} merge-file %O %A %B --path %P --marker-size %L --base-label %S --ours-label %X --theirs-label %Y"
    call("config", "merge.cchc.driver", driver)
    (tmp_path / ".gitattributes").write_text("plans/**/*.yaml merge=cchc\n", encoding="utf-8")
    return call


@pytest.fixture
def merged(git: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Commit a file, change it on two branches, merge; return git's status, the file, and what was said."""

    def call(base: str, ours: str, theirs: str, path: str = PLAN) -> tuple[int, str, str]:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        for step, text in (("", base), ("theirs", theirs), ("main", ours)):
            if step:
                git("checkout", "-q", *(["-b"] if step == "theirs" else []), step)
            file.write_text(text, encoding="utf-8", newline="")
            git("add", ".")
            git("commit", "-qm", step or "base", "--allow-empty")
        done = git("merge", "--no-edit", "theirs")
        return done.returncode, file.read_bytes().decode(), done.stderr

    return call


def test_two_neighbouring_tasks_and_two_keys_of_one(merged):
    ours = TEXT.replace("Việc a", "Việc a, sửa").replace("lead: [u, v]", "lead: [u, v, w]")
    theirs = TEXT.replace("Việc b\n", "Việc b, sửa\n").replace("Thường xuyên", "Quý I/2025").replace("[u, v]", "[u, x]")
    status, text, _ = merged(TEXT, ours, theirs)
    assert (status, text) == (
        0,
        ours.replace("Việc b\n", "Việc b, sửa\n").replace("Thường xuyên", "Quý I/2025").replace("[u, v, w]", "[u, w, x]"),
    )


def test_tasks_added_in_one_place_stand_one_after_the_other_with_their_comments(merged):
    mark = "      # việc b"
    status, text, _ = merged(TEXT, TEXT.replace(mark, NEW.format("ours") + mark), TEXT.replace(mark, NEW.format("theirs") + mark))
    assert (status, text) == (0, TEXT.replace(mark, NEW.format("ours") + NEW.format("theirs") + mark))


def test_one_key_changed_twice_is_a_conflict_that_names_the_task(merged):
    status, text, told = merged(TEXT, TEXT.replace("Việc a", "Một"), TEXT.replace("Việc a", "Hai").replace("Việc c", "Việc d"))
    assert status == 1
    lines = text.splitlines()
    at = lines.index("<<<<<<< ours (a, content)")
    assert lines[at : at + 7] == [
        "<<<<<<< ours (a, content)",
        "        content: Một",
        "||||||| base (a, content)",
        "        content: Việc a",
        "=======",
        "        content: Hai",
        ">>>>>>> theirs (a, content)",
    ]
    assert "Việc d" in text
    assert told == (
        "Conflict in plans/p/plan.yaml: a, key content. Both sides changed it, differently; keep one and delete the markers.\n"
    )


def test_a_task_moved_here_and_changed_there_is_both(merged):
    task = TEXT[TEXT.index("      # việc b") : TEXT.index("  - number: B")]
    moved = TEXT.replace(task, "").rstrip("\n") + "\n" + task.rstrip("\n") + "\n"
    status, text, _ = merged(TEXT, moved, TEXT.replace("Việc b\n", "Việc b, sửa  # gấp\n"))
    assert (status, text) == (0, moved.replace("Việc b\n", "Việc b, sửa  # gấp\n"))


def test_a_task_dropped_here_and_changed_there_is_a_conflict(merged):
    task = TEXT[TEXT.index("      - id: a") : TEXT.index("      # việc b")]
    status, text, told = merged(TEXT, TEXT.replace(task, ""), TEXT.replace("Việc a", "Việc a, sửa"))
    assert (status, told) == (
        1,
        "Conflict in plans/p/plan.yaml: a. One side dropped it, one changed it; keep one and delete the markers.\n",
    )
    assert "<<<<<<< ours (a)\n||||||| base (a)\n" in text
    assert "content: Việc a, sửa" in text


def test_a_comment_of_theirs_comes_along_and_two_of_one_place_are_a_conflict(merged):
    ours = TEXT.replace("Việc b\n", "Việc b, sửa\n")
    status, text, _ = merged(TEXT, ours, TEXT.replace("phải xong sớm", "chờ Sở Tài chính"))
    assert (status, text) == (0, ours.replace("phải xong sớm", "chờ Sở Tài chính"))


def test_two_comments_on_one_task_are_a_conflict(merged):
    status, text, told = merged(TEXT, TEXT.replace("phải xong sớm", "gấp"), TEXT.replace("phải xong sớm", "chờ"))
    assert (status, "# việc b gấp" in text, "# việc b chờ" in text) == (1, True, True)
    assert told == ("Conflict in plans/p/plan.yaml: b. Both sides changed the same comment; keep one and delete the markers.\n")


PROGRESS = "completions:\n  - task: a\n    occurrence: 2025-01\n    completed_on: 2025-01-30\n    evidence: x\n"


def test_progress_and_units_keep_what_both_recorded(merged):
    one = PROGRESS + "  - task: a\n    occurrence: 2025-02\n    completed_on: 2025-02-27\n    evidence: x\n"
    other = PROGRESS + "  - task: a\n    occurrence: 2025-03\n    completed_on: 2025-03-30\n    evidence: x\n"
    status, text, _ = merged(PROGRESS, one, other, "plans/p/progress.yaml")
    assert (status, text) == (0, one + other.removeprefix(PROGRESS))


def test_one_completion_recorded_twice_with_another_day_is_a_conflict(merged):
    record = "  - task: a\n    occurrence: 2025-02\n    completed_on: {}\n    evidence: x\n"
    one, other = PROGRESS + record.format("2025-02-27"), PROGRESS + record.format("2025-02-28")
    status, text, told = merged(PROGRESS, one, other, "plans/p/progress.yaml")
    assert status == 1
    assert "<<<<<<< ours (a 2025-02)" in text
    assert "plans/p/progress.yaml: a 2025-02" in told


def test_two_new_units_below_a_workspace_that_is_not_at_the_top(merged, git, tmp_path):
    (tmp_path / ".gitattributes").write_text("plans/**/*.yaml merge=cchc\nso-a/plans/**/*.yaml merge=cchc\n", encoding="utf-8")
    base = "units:\n  u: {name: U}\n"
    status, text, _ = merged(base, base + "  v: {name: V}\n", base + "  w: {name: W}\n", "so-a/plans/units.yaml")
    assert (status, text) == (0, base + "  v: {name: V}\n  w: {name: W}\n")


@pytest.fixture
def merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Call the command on three texts or contents; return its status, what ours holds, what was said."""
    monkeypatch.setenv("CCHC_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def call(*versions: str | bytes, more: tuple[str, ...] = ("--path", PLAN)) -> tuple[int, bytes, str]:
        for name, content in zip(("base", "ours", "theirs"), versions, strict=True):
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["merge-file", "base", "ours", "theirs", *more])
        return status, (tmp_path / "ours").read_bytes(), capsys.readouterr().err

    return call


def test_lines_end_as_ours_has_them(merge):
    ours = TEXT.replace("Việc a", "Một").replace("\n", "\r\n").removesuffix("\r\n")
    status, content, told = merge(TEXT, ours, TEXT.replace("Việc c", "Ba"))
    assert (status, content.decode(), told) == (0, ours.replace("Việc c", "Ba"), "")


def test_a_version_that_cannot_be_read_is_merged_by_lines_and_told(merge):
    status, content, told = merge("days: []\n", "days: [\n", b"days: []\n# \xff\n", more=("--path", "plans/calendar.yaml"))
    assert (status, content) == (
        1,
        b"<<<<<<< ours\ndays: [\n||||||| base\ndays: []\n=======\ndays: []\n# \xff\n>>>>>>> theirs\n",
    )
    assert told.startswith("plans/calendar.yaml: a version cannot be read, or is no file of a plan")


def test_labels_and_size_of_the_markers_are_as_git_says(merge):
    more = ("--path", PLAN, "--marker-size", "9", "--base-label", "%S", "--ours-label", "HEAD", "--theirs-label", "nhánh của tôi")
    status, content, _ = merge(TEXT, TEXT.replace("Việc a", "Một"), TEXT.replace("Việc a", "Hai"), more=more)
    found = [line for line in content.decode().splitlines() if line[:9] in {"<" * 9, "|" * 9, "=" * 9, ">" * 9}]
    assert (status, found) == (
        1,
        [f"{'<' * 9} HEAD (a, content)", f"{'|' * 9} base (a, content)", "=" * 9, f"{'>' * 9} nhánh của tôi (a, content)"],
    )


def test_two_halves_of_two_deadlines_are_no_deadline(merge):
    one, other = TEXT.replace("Thường xuyên", "{by: 2025-06-30}"), TEXT.replace("Thường xuyên", "{every: month}")
    status, content, _ = merge(TEXT, one, other)
    assert (status, b"<<<<<<< ours (a, deadline)" in content) == (1, True)


def test_both_added_a_file(merge):
    one, other = "units:\n  u: {name: U}\n", "units:\n  v: {name: V}\n"
    assert merge("", one, other, more=("--path", "plans/units.yaml"))[:2] == (0, (one + "  v: {name: V}\n").encode())


def test_without_a_path_the_keys_tell_the_kind_or_the_command_refuses(merge):
    one, other = "days:\n  - date: 2026-01-02\n    kind: worked\n", "days:\n  - date: 2026-01-05\n    kind: worked\n"
    assert merge("days: []\n", one, other, more=())[:2] == (0, (one + other.removeprefix("days:\n")).encode())
    status, content, told = merge("a: 1\n", "a: 2\n", "a: 3\n", more=())
    assert (status, content) == (2, b"a: 2\n")
    assert told == "cchc: error: Unclear which kind of file this is. Name its real path with --path, such as plans/units.yaml.\n"


def test_a_thousand_tasks_are_merged_in_a_moment(merge):
    import time

    tasks = "".join(f"  - id: t{at}\n    content: Việc {at}\n    lead: [u]\n\n" for at in range(1_000))
    base = f"id: p\ntitle: T\nyear: 2025\ntasks:\n{tasks}"
    ours, theirs = base.replace("[u]", "[u, v]"), base.replace("content: Việc", "content: Công việc")
    start = time.perf_counter()
    status, content, _ = merge(base, ours, theirs)
    assert (status, content.decode()) == (0, ours.replace("content: Việc", "content: Công việc"))
    assert time.perf_counter() - start < 10


def test_a_bug_of_the_tool_leaves_both_sides_between_markers(merge, monkeypatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("cchc.cli.merge_file.merge", broken)
    status, content, _ = merge("days: []\n", "days: [a]\n", "days: [b]\n", more=("--path", "plans/calendar.yaml"))
    markers = b"<<<<<<< ours\ndays: [a]\n||||||| base\ndays: []\n=======\ndays: [b]\n>>>>>>> theirs\n"
    assert (status, content) == (4, markers)
