"""Commands that write, killed at each of their file operations, or racing each other: every file is whole, old or new."""

import random
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cchc.files import FolderReader
from cchc.source.load import load_plan
from tests.cli.repository import CCHC

PLAN = (
    "id: p\ntitle: T\nyear: 2025\ntasks:\n"
    "- {id: a, content: C, lead: [u], deadline: {by: 2025-06-30}, targets: [{id: t, above: 90}]}\n"
    "- {id: b, content: C, lead: [u], deadline: {every: month}}\nsections: [sections/a.yaml]\n"
)
RECORDED = "extensions:\n  - task: a\n    extended_to: 2025-07-15\n    approved_on: 2025-06-02\n"
EDITED = (
    "TT,Nội dung công việc,Thời hạn thực hiện,Đơn vị chủ trì,Đơn vị phối hợp,Kết quả\n"
    "A,T,,,,\n1,C,30/6/2025,Một đơn vị mới,,\n2,C,Hằng tháng,U,,Kết quả mới\n"
)
# Kills the process right before its n-th operation that changes a file or a folder; ends with 9 where there are fewer.
KILLED = """
import os, sys
at, seen = int(sys.argv[1]), 0
def watch(event, arguments):
    global seen
    if event == "open":
        changes = isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    else:
        changes = event in {"os.rename", "os.remove", "os.mkdir", "os.chmod", "os.truncate", "fcntl.flock"}
    if changes:
        seen += 1
        if seen == at:
            os.kill(os.getpid(), 9)
sys.addaudithook(watch)
from cchc.cli.app import main
status = main(sys.argv[2:])
sys.exit(status)
"""
COMMANDS = {
    "done in a new file": ["done", "b", "--occurrence", "2025-05", "--on", "2025-06-02", "--evidence", "x"],
    "done in an old file": ["done", "a", "--on", "2025-06-02", "--evidence", "x"],
    "extend": ["extend", "a", "--to", "2025-08-15", "--approved-on", "2025-06-03"],
    "waive": ["waive", "b", "--occurrence", "2025-05", "--on", "2025-06-02", "--reason", "Không phát sinh"],
    "measure": ["measure", "a", "--as-of", "2025-06-01", "--value", "95"],
    "fmt": ["fmt"],
    "schema": ["schema", "--folder", "schema"],
    "task withdraw": ["task", "withdraw", "a", "--on", "2025-06-02"],
    "task add": ["task", "add", "--section", "A", "--content", "Mới", "--lead", "u", "--deadline", "Thường xuyên"],
    "task move between files": ["task", "move", "a", "--to", "A"],
    "unit rename": ["unit", "rename", "u", "--to", "Tên mới", "--on", "2025-07-01", "--plan", "p"],
    "unit split": ["unit", "split", "u", "--into", "Một", "--into", "Hai", "--on", "2025-07-01"],
    "new-year": ["new-year", "p", "p-2026"],
    "issue": ["issue", "p", "--number", "1/KH-SNV", "--on", "2025-01-15"],
    "import --update": ["import", "a.csv", "--update", "p"],
    "merge-file": ["merge-file", "plans/units.yaml", "plans/units.yaml", "plans/p/plan.yaml", "--path", "plans/units.yaml"],
    "event add": ["event", "add", "--type", "e", "--subject", "S", "--issued-on", "2025-06-02"],
}


@pytest.fixture
def office(workspace):
    (workspace / "plans/p/plan.yaml").write_text(PLAN, encoding="utf-8")
    (workspace / "plans/events.yaml").write_text("types:\n  e: {name: E}\n", encoding="utf-8")
    (workspace / "plans/p/sections").mkdir()
    (workspace / "plans/p/sections/a.yaml").write_text("number: A\ntitle: T\n", encoding="utf-8")
    (workspace / "plans/p/progress").mkdir()
    (workspace / "plans/p/progress/a.yaml").write_text(RECORDED, encoding="utf-8")
    (workspace / "a.csv").write_text(EDITED, encoding="utf-8")
    return workspace


def state(folder: Path) -> dict[str, bytes]:
    """Return what the files of a workspace hold, those left aside that no reader takes for a file of it."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def restore(folder: Path, files: dict[str, bytes]) -> None:
    for name in state(folder).keys() - files.keys():
        (folder / name).unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("name", [*COMMANDS, "init"])
def test_a_command_killed_at_any_operation_leaves_each_file_whole(name, office, run):
    command = COMMANDS.get(name, ["init", "--name", "Sở Nội vụ"])
    before = state(office)
    assert run(*command).returncode == 0
    after = state(office)
    assert after != before
    for at in range(1, 200):
        restore(office, before)
        killed = subprocess.run([sys.executable, "-c", KILLED, str(at), *command], cwd=office, capture_output=True, text=True)
        found = state(office)
        for path in before.keys() | found.keys():
            assert found.get(path) in {before.get(path), after.get(path)}, (at, path)
        if killed.returncode != -9:
            break
    assert (killed.returncode, at > 3) == (0, True), killed.stderr
    assert found == after


def test_a_task_that_moves_between_files_is_never_nowhere(office, run):
    before, seen = state(office), set()
    for at in range(1, 200):
        restore(office, before)
        command = [sys.executable, "-c", KILLED, str(at), *COMMANDS["task move between files"]]
        killed = subprocess.run(command, cwd=office, capture_output=True, text=True)
        seen.add(sum(content.count(b"id: a") for name, content in state(office).items() if name.startswith("plans/p/")))
        if killed.returncode != -9:
            break
    assert seen == {1, 2}


def test_a_hundred_commands_killed_at_random_moments_leave_each_file_whole(office, run, tmp_path):
    chance = random.Random(20251124)  # noqa: S311  moments, not secrets
    names = list(COMMANDS)
    before, after = state(office), {}
    for name in names:
        assert run(*COMMANDS[name]).returncode == 0
        after[name] = state(office)
        restore(office, before)
    torn = []
    for batch in range(-(-100 // len(names))):
        copies = [(name, shutil.copytree(office, tmp_path / f"{batch}-{number}")) for number, name in enumerate(names)]
        running = [
            (name, copy, subprocess.Popen([CCHC, *COMMANDS[name]], cwd=copy, stderr=subprocess.DEVNULL)) for name, copy in copies
        ]
        for name, copy, process in running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.05, 0.4))
            process.kill()
            process.wait()
            found = state(copy)
            torn += [
                (name, path)
                for path in before.keys() | found.keys()
                if found.get(path) not in (before.get(path), after[name].get(path))
            ]
    assert torn == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_disk_that_takes_no_more_costs_nothing(name, office, run):
    import resource

    def hold() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    before = state(office)
    full = run(*COMMANDS[name], "--lang", "en", preexec_fn=hold)
    assert (full.returncode, full.stderr.splitlines()[-1][:12]) == (3, "cchc: error:"), full.stderr
    assert state(office) == before
    assert [path.name for path in office.rglob("*.cchc-tmp")] == []


def test_whatever_a_killed_command_left_the_next_one_works(office, run):
    for at in (3, 5):
        subprocess.run([sys.executable, "-c", KILLED, str(at), *COMMANDS["done in a new file"]], cwd=office, capture_output=True)
    assert run(*COMMANDS["done in an old file"]).returncode == 0
    assert run("validate").returncode == 0


def test_writers_at_once_lose_nothing(office):
    days = [f"2025-{month:02}" for month in range(1, 7)]
    commands = [["done", "b", "--occurrence", day, "--on", "2025-06-02", "--evidence", "x"] for day in days]
    commands += [
        ["done", "a", "--on", "2025-06-02", "--evidence", "x"],
        ["extend", "a", "--to", "2025-08-15", "--approved-on", "2025-06-03"],
    ]
    writers = [subprocess.Popen([CCHC, *command], cwd=office, stderr=subprocess.PIPE, text=True) for command in commands]
    ends = [(writer.communicate()[1], writer.returncode) for writer in writers]
    assert [status for _, status in ends] == [0] * len(commands), ends
    progress = load_plan(FolderReader(office), "plans/p").progress
    assert sorted(placed.record.occurrence or "" for placed in progress.completions) == ["", *days]
    assert [str(placed.record.extended_to) for placed in progress.extensions] == ["2025-07-15", "2025-08-15"]


def test_a_file_changed_by_another_program_meanwhile_is_left_as_it_is(office):
    from cchc.errors import Unwritable
    from cchc.files import FolderWriter

    path = office / "plans/p/progress/a.yaml"
    with FolderWriter(office) as writer, pytest.raises(Unwritable) as caught:
        writer.write("plans/p/progress/a.yaml", b"what was read", b"new")
    assert (caught.value.key, path.read_text(encoding="utf-8")) == ("file/changed", RECORDED)


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "link to the folder"])
def test_what_is_no_file_in_the_way_is_refused(kind, office, run, tmp_path):
    import os

    path = office / "plans/p/progress/b--2025-05.yaml"
    outside = tmp_path / "outside"
    outside.mkdir()
    match kind:
        case "link":
            path.symlink_to(outside / "x.yaml")
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            (office / "plans/p/progress/a.yaml").unlink()
            (office / "plans/p/progress").rmdir()
            (office / "plans/p/progress").symlink_to(outside)
    done = run(*COMMANDS["done in a new file"], "--lang", "en")
    assert done.returncode in {1, 3}
    assert "Traceback" not in done.stderr
    assert list(outside.iterdir()) == []


def test_a_lock_that_is_a_link_is_neither_followed_nor_emptied(office, run, tmp_path):
    (tmp_path / "precious").write_text("x", encoding="utf-8")
    (office / ".cchc.lock").symlink_to(tmp_path / "precious")
    assert run(*COMMANDS["done in a new file"]).returncode == 3
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "x"


def test_links_in_the_way_are_refused_before_anything_is_opened(office, tmp_path):
    from cchc.errors import Unwritable
    from cchc.files import FolderWriter, content_of

    (office / "plans/p/progress/b.yaml").symlink_to(tmp_path / "outside")
    with pytest.raises(Unwritable) as caught:
        content_of(FolderReader(office), "plans/p/progress/b.yaml")
    assert caught.value.key == "file/in-the-way"
    (office / ".cchc.lock").symlink_to(tmp_path / "outside")
    with pytest.raises(Unwritable) as caught, FolderWriter(office):
        pass
    assert (caught.value.key, (tmp_path / "outside").exists()) == ("file/in-the-way", False)


def test_a_folder_that_may_not_be_written_is_told(office, monkeypatch):
    import filelock

    from cchc import files
    from cchc.errors import Unwritable

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(filelock.FileLock, "acquire", refuse)
        with pytest.raises(Unwritable) as caught, files.FolderWriter(office):
            pass
    assert caught.value.params["why"] == "Permission denied"
    with files.FolderWriter(office) as writer:
        monkeypatch.setattr(Path, "mkdir", refuse)
        with pytest.raises(Unwritable) as caught:
            writer.write("plans/q/a.yaml", None, b"x")
    assert caught.value.params["path"] == "plans/q/a.yaml"


def test_what_a_killed_writer_left_is_cleared_once_it_is_old(office):
    import os
    import time

    from cchc.files import FolderWriter

    old, new = (office / "plans/p" / f".a.yaml.{name}.cchc-tmp" for name in ("0a", "0b"))
    for path in (old, new):
        path.write_text("x", encoding="utf-8")
    os.utime(old, (time.time() - 7_200,) * 2)
    with FolderWriter(office):
        pass
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("path", ["../a.yaml", "plans/../../a.yaml", "/a.yaml", "plans//a.yaml", "plans\\..\\a.yaml", "."])
def test_a_path_that_leads_out_is_neither_read_nor_written(path, office):
    from cchc.errors import Unwritable
    from cchc.files import FolderWriter

    with FolderWriter(office) as writer, pytest.raises(Unwritable) as caught:
        writer.write(path, None, b"x")
    assert (caught.value.key, (office.parent / "a.yaml").exists()) == ("file/in-the-way", False)


def test_a_change_of_more_than_the_limit_is_too_large(office):
    from cchc.files import Overlay, TooLarge

    overlay = Overlay(FolderReader(office), {"plans/q/plan.yaml": b"12345"})
    assert overlay.read("plans/q/plan.yaml", 5) == b"12345"
    with pytest.raises(TooLarge):
        overlay.read("plans/q/plan.yaml", 4)
    assert [(entry.name, entry.is_folder) for entry in overlay.list("plans")][-3:] == [
        ("p", True),
        ("q", True),
        ("units.yaml", False),
    ]
    assert overlay.read("cchc.yaml") == b"format: 1\n"


def test_a_lock_that_another_holds_is_waited_for_and_then_told(office, monkeypatch):
    from cchc import files
    from cchc.errors import Unwritable

    monkeypatch.setattr(files, "_LOCK_SECONDS", 0.2)
    with files.FolderWriter(office), pytest.raises(Unwritable) as caught, files.FolderWriter(office):
        pass
    assert caught.value.key == "file/locked"
