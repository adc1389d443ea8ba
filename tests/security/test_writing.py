"""A write that fails costs nobody a file: readers see the old one or the new one, whichever call fails."""

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cchc.errors import Unwritable
from cchc.files import FolderReader, write_atomically

OLD, NEW = b"old\n" * 1000, b"new\n" * 2000
CALLS = ["open", "write", "fsync", "chmod", "replace", "fsync of the folder"]


def fail_at(call: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make one operation of the system fail as a full or broken disk would."""
    fault = OSError(28, "No space left on device")

    def refuse(*_: object, **__: object) -> None:
        raise fault

    real_fsync, real_open = os.fsync, os.open

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) == (call == "fsync of the folder"):
            raise fault
        real_fsync(descriptor)

    def open_full(name: str, flags: int, mode: int = 0o777) -> int:
        return real_open("/dev/full", os.O_WRONLY) if flags & os.O_CREAT else real_open(name, flags, mode)

    match call:
        case "open":
            monkeypatch.setattr(os, "open", refuse)
        case "write":
            monkeypatch.setattr(os, "open", open_full)
        case "fsync" | "fsync of the folder":
            monkeypatch.setattr(os, "fsync", fsync)
        case "chmod":
            monkeypatch.setattr(Path, "chmod", refuse)
        case "replace":
            monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize("call", CALLS)
def test_fault_leaves_a_whole_file_and_no_litter(call, tmp_path, monkeypatch):
    path = tmp_path / "plan.yaml"
    path.write_bytes(OLD)
    with monkeypatch.context() as patched:
        fail_at(call, path, patched)
        with pytest.raises(Unwritable) as caught:
            write_atomically(path, NEW)
    assert caught.value.params["why"] == "No space left on device"
    assert path.read_bytes() == (NEW if call == "fsync of the folder" else OLD)
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_who_may_read_the_file_stays(mode, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_atomically(path, NEW)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (NEW, mode)


def test_new_file_has_the_mode_that_the_system_gives(tmp_path):
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "a", NEW)
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_readers_beside_two_writers_never_see_a_mixture(tmp_path):
    path = tmp_path / "a"
    texts = [letter.encode() * 300_000 for letter in "abc"]
    write_atomically(path, texts[2])
    writers = [threading.Thread(target=lambda text=text: [write_atomically(path, text) for _ in range(15)]) for text in texts[:2]]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        seen.add(path.read_bytes())
    for writer in writers:
        writer.join()
    assert seen <= set(texts)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_killed_writers_leave_the_old_file_or_the_new_one(tmp_path):
    path = tmp_path / "a"
    write_atomically(path, OLD)
    loop = f"from pathlib import Path\nfrom cchc.files import write_atomically\nwhile True: write_atomically(Path({str(path)!r}), {NEW!r})"
    for wait in (0.15, 0.2, 0.25):
        writer = subprocess.Popen([sys.executable, "-P", "-c", loop])
        try:
            writer.wait(wait)
        except subprocess.TimeoutExpired:
            writer.send_signal(signal.SIGKILL)
        assert writer.wait() == -signal.SIGKILL
        assert path.read_bytes() in {OLD, NEW}


def test_leftover_of_a_killed_write_is_not_read(validate, workspace):
    (workspace / "plans/units").mkdir()
    leftovers = {f"plans/{name}": "x: [" for name in (".units.yaml.0a1b.cchc-tmp", "units/.a.yaml.0a1b.cchc-tmp", "p/.plan.yaml")}
    assert validate(leftovers) == []
    assert ".units.yaml.0a1b.cchc-tmp" in {entry.name for entry in FolderReader(workspace).list("plans")}


@pytest.mark.parametrize("command", [["validate"], ["due"], ["explain", "--code", "yaml-tag"]], ids=lambda words: words[0])
@pytest.mark.parametrize("output", ["plans", "nowhere/a.txt", "cchc.yaml/a.txt"])
def test_output_that_cannot_be_written_is_said_in_one_line(command, output, run, workspace):
    done = run(*command, "--output", output, "--lang", "en")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert done.stderr.startswith(f"cchc: error: Cannot write {output}: ")
    assert (workspace / "cchc.yaml").read_text(encoding="utf-8") == "format: 1\n"


def test_full_disk_in_place_of_stdout_is_no_traceback(run):
    with Path("/dev/full").open("w") as full:
        done = run("validate", "--lang", "en", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.partition(":")[0], done.stderr.count("\n")) == (3, "cchc", 1)
    assert "Cannot write the result: the disk is full." in done.stderr


def test_output_replaces_a_link_and_leaves_alone_what_it_points_to(run, workspace, tmp_path):
    target = tmp_path / "precious"
    target.write_bytes(OLD)
    (workspace / "out.txt").symlink_to(target)
    assert run("validate", "--output", "out.txt", "--lang", "en").returncode == 0
    assert target.read_bytes() == OLD
    assert (workspace / "out.txt").read_text(encoding="utf-8") == "No errors.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are a thing of POSIX systems")
def test_a_pipe_and_a_device_are_written_to_and_stay_what_they_are(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, NEW)
    reader.join(10)
    assert (read, stat.S_ISFIFO(pipe.stat().st_mode)) == ([NEW], True)
    command = [sys.executable, "-m", "cchc", "schema", "plan", "--output", "/dev/stdout"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout[:1]) == (0, "{"), done.stderr
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    write_atomically(Path("/dev/null"), NEW)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_device_is_told_and_stays_one():
    with pytest.raises(Unwritable) as caught:
        write_atomically(Path("/dev/full"), NEW)
    assert caught.value.params["why"].code == "ENOSPC"
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
