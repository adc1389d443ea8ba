"""The files of a workspace as they were committed at a git revision."""

import re
import weakref
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from typing import IO, Self, cast

from cchc.diagnostics import Whole
from cchc.errors import NoHistory, UsageError
from cchc.files import MAX_FILE_BYTES, Entry, LeadsOut, TooLarge
from cchc.history.git import Answer, Git, Watch, refused, why_closed

_SETTINGS_FILE = "cchc.yaml"
_MAX_REVISION = 1_000
_AMBIGUOUS = re.compile(r"^(?:warning: refname|error: short object ID) .* is ambiguous", re.MULTILINE)


class RevisionReader:
    """The files of one commit below the workspace's folder, for `Reader`; links and submodules are never followed.

    One git process hands out what is read; it ends with the `with` block, or with the reader.
    """

    def __init__(self, git: Git, revision: str, commit: str, listing: bytes) -> None:
        self.revision = revision
        self.commit = commit
        self._git = git
        self._files: dict[str, str] = {}
        self._folders: dict[str, list[Entry]] = {"": []}
        self._end: weakref.finalize[[Popen[bytes]], RevisionReader] | None = None
        self._objects: Popen[bytes] | None = None
        self._watch: Watch | None = None
        self._links: set[str] = set()
        for path, mode, file in _entries(listing):
            self._add(path, mode, file)
        for entries in self._folders.values():
            entries.sort(key=lambda entry: entry.name)

    def _add(self, path: str, mode: str, file: str) -> None:
        is_file = mode.startswith("100")
        folder, _, name = path.rpartition("/")
        if path in self._files or path in self._folders or not name:
            raise NoHistory("history/damaged", revision=self.revision, path=Whole(path))
        self._make_folder(folder)
        self._folders[folder].append(Entry(name, is_folder=False, is_file=is_file))
        self._files[path] = file
        if not is_file:
            self._links.add(path)

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        if folder in self._files:
            raise NoHistory("history/damaged", revision=self.revision, path=Whole(folder))
        above, _, name = folder.rpartition("/")
        self._make_folder(above)
        self._folders[above].append(Entry(name, is_folder=True, is_file=False))
        self._folders[folder] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the git process; a later `read` starts another."""
        if self._end is not None:
            self._end()
        self._end = self._objects = None

    def list(self, folder: str) -> list[Entry]:
        return list(self._folders.get(folder, ()))

    def read(self, path: str, limit: int = MAX_FILE_BYTES) -> bytes:
        """Return a file's bytes as committed; raise FileNotFoundError, LeadsOut, TooLarge, or NoHistory where git lacks it."""
        if path in self._folders or not self._links.isdisjoint(_with_folders_above(path)):
            raise LeadsOut(path)
        if path not in self._files:
            raise FileNotFoundError(path)
        content = self._content(self._files[path], limit)
        if content is None:
            raise NoHistory("history/damaged", revision=self.revision, path=Whole(path))
        if len(content) > limit:
            raise TooLarge(path)
        return content

    def _content(self, file: str, limit: int) -> bytes | None:
        """Return an object's bytes, at least one more than `limit` where it is larger; None where git cannot give it whole."""
        process = self._objects or self._start()
        questions, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        content, size = b"", -1
        with cast("Watch", self._watch), suppress(OSError):
            questions.write(f"{file}\n".encode("ascii"))
            questions.flush()
            match answers.readline(1_000).split():
                case [name, b"blob", length] if name.decode("ascii") == file:
                    size = int(length)
                    content = answers.read(min(size, limit) + 1)
        if 0 <= size <= limit and len(content) == size + 1:
            return content[:-1]
        self.close()  # the process has died, or is in the middle of what is too large
        return content if size > limit else None

    def _start(self) -> Popen[bytes]:
        self._objects = self._git.start("cat-file", "--batch", stdin=PIPE)
        self._watch = Watch(self._objects)
        self._end = weakref.finalize(self, _stop, self._objects)
        return self._objects


def at_revision(folder: Path, revision: str) -> RevisionReader:
    """Return the workspace in `folder` as committed at `revision`; raise UsageError or NoHistory."""
    git = Git(folder)
    commit = _resolve(git, revision)
    listing = git.ask("ls-tree", "-r", "-z", commit)
    if not listing.is_fine:
        raise NoHistory("history/damaged", revision=revision, path=Whole(folder))
    reader = RevisionReader(git, revision, commit, listing.output)
    if not any(entry.name == _SETTINGS_FILE and not entry.is_folder for entry in reader.list("")):
        raise NoHistory("history/no-workspace", revision=revision, path=Whole(folder))
    return reader


def _resolve(git: Git, revision: str) -> str:
    """Return the id of the commit that a revision names."""
    if not revision or len(revision) > _MAX_REVISION or not revision.isprintable():
        raise UsageError("usage/no-such-revision", revision=revision)
    where = ("--is-bare-repository", "--is-inside-work-tree")
    answer = git.ask("rev-parse", *where, "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if _AMBIGUOUS.search(answer.complaint):
        raise UsageError("usage/ambiguous-revision", revision=revision)
    found = re.fullmatch(
        r"(?:true|false)\n(?:true|false)\n([0-9a-f]{40}|[0-9a-f]{64})\n", answer.output.decode("ascii", "replace")
    )
    if not answer.is_fine or found is None:
        raise _why_not(git, revision, answer)
    if answer.output.startswith(b"false\nfalse\n"):
        raise NoHistory("history/outside-work-tree", path=Whole(git.folder))
    return found[1]


def _why_not(git: Git, revision: str, answer: Answer) -> Exception:
    """Return what is to be said of a revision that git has not resolved."""
    if (closed := why_closed(git, answer.complaint)) is not None:
        return closed
    if not answer.output or re.search(
        r"corrupt|bad object|unable to (?:read|unpack)|could not (?:parse|fetch)", answer.complaint
    ):
        return refused(git, answer.complaint)
    if not git.ask("for-each-ref", "--count=1").output and not git.ask("rev-parse", "--verify", "HEAD^{commit}").is_fine:
        return NoHistory("history/no-commit", path=Whole(git.folder))
    if git.ask("rev-parse", "--is-shallow-repository").output == b"true\n":
        return NoHistory("history/shallow", revision=revision)
    return UsageError("usage/no-such-revision", revision=revision)


def _entries(listing: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield path, mode and object id of each line of `ls-tree`."""
    for line in listing.split(b"\0")[:-1]:
        described, _, path = line.partition(b"\t")
        mode, _, file = described.decode("ascii").split()
        yield path.decode("utf-8", errors="surrogateescape"), mode, file


def _with_folders_above(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def _stop(process: Popen[bytes]) -> None:
    """End a process that waits for input, and let go of its pipes."""
    with suppress(OSError, TimeoutExpired), process:
        process.kill()
