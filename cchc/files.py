"""The only disk access: list and read a workspace, refuse what leads out of it, write atomically."""

import errno
import os
import stat
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from cchc.errors import SystemReason, Unreadable, Unwritable

MAX_FILE_BYTES = 5_000_000
LOCK_FILE = ".cchc.lock"
_LOCK_SECONDS = 10
_TEMPORARY = ".cchc-tmp"
_OLD_SECONDS = 3_600
_REPARSE_POINT = 0x400  # FILE_ATTRIBUTE_REPARSE_POINT: links and junctions of Windows


class LeadsOut(Exception):
    """A path of the workspace that is a link, or no regular file."""


class TooLarge(Exception):
    """A file of more bytes than the limit."""


class Entry(NamedTuple):
    """A name in a folder; links and devices are neither folder nor file."""

    name: str
    is_folder: bool
    is_file: bool


class Reader(Protocol):
    """Whoever can list and read a workspace: a folder on disk, a revision in git."""

    def list(self, folder: str) -> list[Entry]:
        """Return the entries of a folder, sorted by name; none where the folder does not exist."""

    def read(self, path: str, limit: int = MAX_FILE_BYTES) -> bytes:
        """Return a file's bytes; raise FileNotFoundError, LeadsOut, TooLarge or Unreadable."""


def _is_link(status: os.stat_result) -> bool:
    attributes: int = getattr(status, "st_file_attributes", 0)
    return stat.S_ISLNK(status.st_mode) or bool(attributes & _REPARSE_POINT)


class FolderReader:
    """A workspace in a folder on disk. Paths are relative, with `/`; links are never followed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = os.fspath(root)
        self._sound_folders = {""}

    def list(self, folder: str) -> list[Entry]:
        try:
            self._refuse_links(folder)
            with os.scandir(os.path.join(self._root, *folder.split("/"))) as entries:  # noqa: PTH118  700 plans: strings are ten times faster
                return sorted((self._entry(entry) for entry in entries), key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError, LeadsOut):
            return []
        except OSError as error:
            raise Unreadable("file/unreadable", path=folder, why=SystemReason(error)) from error

    @staticmethod
    def _entry(entry: os.DirEntry[str]) -> Entry:
        if entry.is_symlink() or (os.name == "nt" and _is_link(entry.stat(follow_symlinks=False))):
            return Entry(entry.name, is_folder=False, is_file=False)
        return Entry(entry.name, entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False))

    def read(self, path: str, limit: int = MAX_FILE_BYTES) -> bytes:
        try:
            self._refuse_links(path.rpartition("/")[0])
            full = os.path.join(self._root, *path.split("/"))  # noqa: PTH118  as above
            status = os.lstat(full)
            if _is_link(status) or not stat.S_ISREG(status.st_mode):
                raise LeadsOut(path)
            if status.st_size > limit:
                raise TooLarge(path)
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            with open(os.open(full, flags), "rb") as stream:  # noqa: PTH123  a descriptor, opened without following links
                return stream.read(limit + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:  # no file can have this name
                raise FileNotFoundError(path) from error
            raise Unreadable("file/unreadable", path=path, why=SystemReason(error)) from error

    def _refuse_links(self, folder: str) -> None:
        """Look at each folder on the way once; raise LeadsOut at the first link."""
        if folder in self._sound_folders:
            return
        self._refuse_links(folder.rpartition("/")[0])
        status = os.lstat(os.path.join(self._root, *folder.split("/")))  # noqa: PTH118  as above
        if _is_link(status):
            raise LeadsOut(folder)
        self._sound_folders.add(folder)


class Overlay:
    """A workspace as it would be with some files changed: what a writer checks before anything is written."""

    def __init__(self, below: Reader, changed: Mapping[str, bytes]) -> None:
        self._below = below
        self._changed = changed

    def list(self, folder: str) -> list[Entry]:
        found = {entry.name: entry for entry in self._below.list(folder)}
        lead = f"{folder}/" if folder else ""
        for path in self._changed:
            if path.startswith(lead):
                name, _, rest = path[len(lead) :].partition("/")
                found[name] = Entry(name, is_folder=bool(rest), is_file=not rest)
        return [found[name] for name in sorted(found)]

    def read(self, path: str, limit: int = MAX_FILE_BYTES) -> bytes:
        if path not in self._changed:
            return self._below.read(path, limit)
        if len(self._changed[path]) > limit:
            raise TooLarge(path)
        return self._changed[path]


def read_document(path: Path, limit: int) -> bytes:
    """Return the bytes of a file that a person named (a template); raise Unreadable.

    The person chose it, so links are followed; what is no regular file or exceeds `limit` is refused.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("file/not-regular", path=path)
        if status.st_size > limit:
            raise Unreadable("file/too-large", path=path, limit=limit)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable("file/unreadable", path=path, why=SystemReason(error)) from error


_OPEN_FILES = frozenset({Path("/dev"), Path("/dev/fd")})


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` to `path`: readers see the old file or the new one; raise Unwritable.

    A device or a pipe, such as /dev/stdout, is written to: replaced by a file it would be one for nobody any more.
    """
    temporary = ""
    try:
        if _is_device(path):
            path.write_bytes(content)
            return
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        temporary = os.fspath(path.parent / f".{path.name[:50]}.{os.urandom(6).hex()}{_TEMPORARY}")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(descriptor, "wb") as stream:  # noqa: PTH123  a descriptor
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
        temporary = ""
        _sync_folder(path.parent)
    except BrokenPipeError:  # the reader of a pipe has what it wanted
        raise
    except OSError as error:
        raise Unwritable("file/unwritable", path=path, why=SystemReason(error)) from error
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()


def _is_device(path: Path) -> bool:
    """Return whether a path, or what it leads to, is no file of a disk; links of /dev may lead to files that are open."""
    return (path.exists() and not path.is_file() and not path.is_dir()) or path.absolute().parent in _OPEN_FILES


def content_of(reader: Reader, path: str) -> bytes | None:
    """Return what a file that is going to be written holds, None where there is none; raise Unwritable.

    A path that leads out of the workspace is refused here, whoever built it.
    """
    if any(step in {"", ".", ".."} or "\\" in step for step in path.split("/")):
        raise Unwritable("file/in-the-way", path=path)
    try:
        return reader.read(path)
    except FileNotFoundError:
        return None
    except (LeadsOut, NotADirectoryError, TooLarge) as error:
        raise Unwritable("file/in-the-way", path=path) from error


class FolderWriter:
    """Writes files of a workspace, one writer at a time; raise Unwritable when the folder cannot be locked.

    Two people of one machine, or of one shared drive, wait for each other; what another program changed in between is
    seen before it is replaced.
    """

    def __init__(self, root: Path) -> None:
        from filelock import FileLock

        self._root = root
        self._reader = FolderReader(root)
        self._lock = FileLock(root / LOCK_FILE, timeout=_LOCK_SECONDS)

    def __enter__(self) -> "FolderWriter":
        from filelock import Timeout

        try:
            if (self._root / LOCK_FILE).is_symlink():  # one that came with a pull request would be opened, and emptied
                raise Unwritable("file/in-the-way", path=self._root / LOCK_FILE)
            self._lock.acquire()
        except Timeout as error:
            raise Unwritable("file/locked", path=self._root / LOCK_FILE) from error
        except OSError as error:
            raise Unwritable("file/unwritable", path=self._root / LOCK_FILE, why=SystemReason(error)) from error
        self._clear_old_temporaries()
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def write(self, path: str, before: bytes | None, after: bytes) -> None:
        """Replace what a file held, `before` (None: no file), by `after`; make the folders above it; raise Unwritable."""
        full = self._root.joinpath(*path.split("/"))
        if content_of(self._reader, path) != before:
            raise Unwritable("file/changed", path=path)
        try:
            full.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unwritable("file/unwritable", path=path, why=SystemReason(error)) from error
        write_atomically(full, after)

    def _clear_old_temporaries(self) -> None:
        """Delete what a writer that was killed left behind, once it is an hour old."""
        for folder, _, names in os.walk(self._root / "plans"):
            for left_over in [Path(folder, name) for name in names if name.startswith(".") and name.endswith(_TEMPORARY)]:
                with suppress(OSError):
                    if time.time() - left_over.lstat().st_mtime > _OLD_SECONDS:
                        left_over.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the rename durable where the folder may be opened: not on Windows, nor where it may be written and not read."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def walk_up(start: Path, is_wanted: Callable[[Path], bool]) -> Path | None:
    """Return the nearest folder from `start` upwards that `is_wanted`, or None."""
    return next((folder for folder in (start, *start.parents) if is_wanted(folder)), None)


def same_content(base: Reader, head: Reader, folder: str) -> bool:
    """Return whether a folder holds the same files byte for byte on both sides; False where one cannot be read."""
    entries = base.list(folder)
    if entries != head.list(folder):
        return False
    with suppress(OSError, LeadsOut, TooLarge, Unreadable):
        return all(_is_same_entry(base, head, entry, f"{folder}/{entry.name}") for entry in entries)
    return False


def _is_same_entry(base: Reader, head: Reader, entry: Entry, path: str) -> bool:
    if entry.is_folder:
        return same_content(base, head, path)
    return entry.is_file and base.read(path) == head.read(path)
