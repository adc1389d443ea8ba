"""What is read and written on disk, and what is refused; hostile paths are in security/test_paths.py."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cchc.errors import CchcError, Unreadable
from cchc.files import (
    MAX_FILE_BYTES,
    Entry,
    FolderReader,
    LeadsOut,
    TooLarge,
    read_document,
    same_content,
    walk_up,
    write_atomically,
)

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Run as a user whom the modes of files bind: root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody reaches; those of `tmp_path` lie in one that is the user's own."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_folder_is_listed_by_name(tmp_path: Path) -> None:
    (tmp_path / "plans" / "q").mkdir(parents=True)
    (tmp_path / "plans" / "a.yaml").write_bytes(b"x")
    (tmp_path / "plans" / "link").symlink_to("a.yaml")
    reader = FolderReader(tmp_path)
    assert reader.list("plans") == [
        Entry("a.yaml", is_folder=False, is_file=True),
        Entry("link", is_folder=False, is_file=False),
        Entry("q", is_folder=True, is_file=False),
    ]
    assert reader.list("plans/nothing") == []
    assert reader.list("plans/a.yaml") == []
    assert reader.list("plans/link") == []


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.yaml").write_bytes(b"\xff\n")
    (tmp_path / "large").write_bytes(b"x" * (MAX_FILE_BYTES + 1))
    reader = FolderReader(tmp_path)
    assert reader.read("a/b.yaml") == b"\xff\n"
    with pytest.raises(FileNotFoundError):
        reader.read("a/c.yaml")
    with pytest.raises(LeadsOut):
        reader.read("a")
    with pytest.raises(TooLarge):
        reader.read("large")


@pytest.mark.skipif(os.name == "nt", reason="modes of files bind on POSIX systems only")
def test_what_may_not_be_read_says_why(open_folder: Path) -> None:
    (open_folder / "shut").mkdir(mode=0)
    (open_folder / "shut.yaml").touch(mode=0)
    reader = FolderReader(open_folder)
    with as_nobody():
        with pytest.raises(Unreadable) as listing:
            reader.list("shut")
        with pytest.raises(Unreadable) as reading:
            reader.read("shut.yaml")
        with pytest.raises(Unreadable) as opening:
            read_document(open_folder / "shut.yaml", 100)
    assert listing.value.params == {"path": "shut", "why": "Permission denied"}
    assert reading.value.params == {"path": "shut.yaml", "why": "Permission denied"}
    assert opening.value.params == {"path": open_folder / "shut.yaml", "why": "Permission denied"}


def test_a_document_that_a_person_names(tmp_path: Path) -> None:
    (tmp_path / "t.docx").write_bytes(b"12345")
    (tmp_path / "link.docx").symlink_to("t.docx")
    assert read_document(tmp_path / "link.docx", 5) == b"12345"
    for path, limit, key in (
        (tmp_path / "t.docx", 4, "file/too-large"),
        (tmp_path, 100, "file/not-regular"),
        (tmp_path / "nothing", 100, "file/unreadable"),
    ):
        with pytest.raises(Unreadable) as caught:
            read_document(path, limit)
        assert caught.value.key == key


@pytest.mark.skipif(os.name == "nt", reason="modes of files bind on POSIX systems only")
def test_a_folder_that_may_be_written_and_not_read_takes_a_file(open_folder: Path) -> None:
    drop = open_folder / "drop"
    drop.mkdir()
    drop.chmod(0o333)
    with as_nobody():
        write_atomically(drop / "due.csv", b"x")
    drop.chmod(0o755)
    assert {path.name: path.read_bytes() for path in drop.iterdir()} == {"due.csv": b"x"}


def test_the_nearest_folder_upwards(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "cchc.yaml").touch()
    assert walk_up(deep, lambda folder: (folder / "cchc.yaml").exists()) == tmp_path
    assert walk_up(deep, lambda folder: (folder / "no-such-file").exists()) is None


def test_an_error_knows_its_words_and_what_fills_them() -> None:
    error = CchcError("file/unreadable", path="p", why="w")
    assert (error.key, error.params, error.exit_status) == ("file/unreadable", {"path": "p", "why": "w"}, 3)


def test_a_file_that_goes_away_while_it_is_read_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n", encoding="utf-8")

    def gone(*_arguments: object, **_options: object) -> int:
        raise FileNotFoundError

    monkeypatch.setattr(os, "open", gone)
    with pytest.raises(FileNotFoundError):
        FolderReader(tmp_path).read("a.yaml")


def test_a_name_that_no_file_can_have_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FolderReader(tmp_path).read(f"{'a' * 300}.yaml")


def test_folders_that_hold_the_same_files(tmp_path: Path) -> None:
    sides = [FolderReader(tmp_path / name) for name in ("cu", "moi")]
    for name in ("cu", "moi"):
        (tmp_path / name / "p/trong").mkdir(parents=True)
        (tmp_path / name / "p/trong/a.yaml").write_bytes(b"x")
    assert same_content(*sides, "p")
    (tmp_path / "moi/p/trong/a.yaml").write_bytes(b"y")
    assert not same_content(*sides, "p")
    (tmp_path / "moi/p/b.yaml").write_bytes(b"y")
    assert not same_content(*sides, "p")


def test_a_link_or_a_file_that_is_too_large_is_the_same_as_nothing(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    reader = FolderReader(tmp_path)
    (tmp_path / "p/a.yaml").write_bytes(b"x" * (MAX_FILE_BYTES + 1))
    assert not same_content(reader, reader, "p")
    (tmp_path / "p/a.yaml").unlink()
    (tmp_path / "p/a.yaml").symlink_to("b.yaml")
    assert not same_content(reader, reader, "p")
