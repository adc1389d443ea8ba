"""Git at work in one folder: asked for objects and refs only, so that nothing of what a repository configures is run.

A repository may come from a stranger. Only commands that look at no file of the work tree are used, so that no program
that it names (monitor, hook, filter, transport, pager) is ever started.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryFile
from threading import Event, Thread, Timer
from time import monotonic, sleep
from typing import IO, NamedTuple, cast

from cchc.diagnostics import Whole
from cchc.errors import NoHistory, SystemReason

_SETTINGS_FILE = "cchc.yaml"
_MAX_COMPLAINT = 10_000
_MAX_ANSWER = 64 * 2**20  # half a million files
_PATIENCE = 60.0
_CONFIGURED = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.warnAmbiguousRefs=true",
    "protocol.allow=never",
    "user.useConfigOnly=true",  # a name made of the account and the computer is nobody's
)
_SURROUNDINGS = {
    "GIT_ALLOW_PROTOCOL": "none",  # with GIT_NO_LAZY_FETCH, for a git that does not know that one
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",  # what a partial clone lacks would be fetched by a program that the repository names
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_WHO = frozenset({"GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE"})
_REASONS = (
    ("not a git repository", "history/no-repository"),
    ("dubious ownership", "history/not-yours"),
    ("unsafe repository", "history/not-yours"),
)


class Answer(NamedTuple):
    """What git printed, what it complained about, and whether it did what it was asked."""

    output: bytes
    complaint: str
    is_fine: bool


class Git:
    """Git at work in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        bare = "all" if _is_bare_repository(folder) else "explicit"
        configured = (f"safe.bareRepository={bare}", *_CONFIGURED)
        options = [word for setting in configured for word in ("-c", setting)]
        self._command = [_find_git(), "--no-pager", *options]
        self._surroundings = {
            name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_") or name in _WHO
        } | _SURROUNDINGS

    def configure(self, settings: Sequence[tuple[str, str]]) -> None:
        """Give keys a value over what the configuration says, whatever characters are in their names (git 2.31 or newer)."""
        self._surroundings |= {"GIT_CONFIG_COUNT": str(len(settings))}
        for place, (key, value) in enumerate(settings):
            self._surroundings |= {f"GIT_CONFIG_KEY_{place}": key, f"GIT_CONFIG_VALUE_{place}": value}

    def start(self, *arguments: str, stdin: int = DEVNULL, complaints: int = DEVNULL) -> Popen[bytes]:
        """Start git; raise NoHistory where that fails."""
        try:
            return Popen(  # noqa: S603  an absolute path, and words that begin with no dash unless they stand here
                [*self._command, *arguments],
                stdin=stdin,
                stdout=PIPE,
                stderr=complaints,
                cwd=self.folder,
                env=self._surroundings,
            )
        except OSError as error:
            raise self._not_started(error) from error

    def ask(self, *arguments: str, given: bytes = b"") -> Answer:
        """Return the answer of a command that ends by itself, `given` its input, which is short.

        Raise NoHistory where it says too much or takes too long.
        """
        with (
            self._temporary_file() as complaints,
            self.start(*arguments, stdin=PIPE if given else DEVNULL, complaints=complaints.fileno()) as process,
        ):
            with patience(process):
                if given:
                    with suppress(OSError), cast("IO[bytes]", process.stdin) as questions:
                        questions.write(given)
                output = cast("IO[bytes]", process.stdout).read(_MAX_ANSWER + 1)
                if len(output) > _MAX_ANSWER:
                    process.kill()
                    raise NoHistory("history/too-much", path=Whole(self.folder))
                process.wait()
            complaints.seek(0)
            complaint = complaints.read(_MAX_COMPLAINT).decode("utf-8", errors="replace")
        return Answer(output, complaint, process.returncode == 0)

    def _temporary_file(self) -> IO[bytes]:
        try:
            return TemporaryFile()
        except OSError as error:  # a full disk
            raise self._not_started(error) from error

    def _not_started(self, error: OSError) -> NoHistory:
        return NoHistory("history/refused", path=Whole(self.folder), why=SystemReason(error))


def why_closed(git: Git, complaint: str) -> NoHistory | None:
    """Return why git does not open the repository; None where it complains of something else."""
    key = next((key for sign, key in _REASONS if sign in complaint), None)
    return NoHistory(key, path=Whole(git.folder)) if key is not None else None


def refused(git: Git, complaint: str) -> NoHistory:
    """Return that git did not do what it was asked, in its own words."""
    why = next(iter(complaint.splitlines()), "").partition(": ")[2]
    return NoHistory("history/refused", path=Whole(git.folder), why=why)


def _find_git() -> str:
    """Return where git is; the current folder is not looked in, whatever PATH and Windows say."""
    name = "git.exe" if sys.platform == "win32" else "git"
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        program = Path(folder, name)
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return os.fspath(program)
    raise NoHistory("history/no-git")


def _is_bare_repository(folder: Path) -> bool:
    """Return whether the folder that the caller names is itself a repository; one with a workspace on top of it is a trap."""
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir() and not os.path.lexists(folder / _SETTINGS_FILE)


@contextmanager
def patience(process: Popen[bytes]) -> Iterator[None]:
    """End a process that takes too long, and raise NoHistory."""
    has_run_out = Event()

    def end() -> None:
        has_run_out.set()
        process.kill()

    timer = Timer(_PATIENCE, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
    if has_run_out.is_set():
        raise NoHistory("history/slow", limit=int(_PATIENCE))


class Watch:
    """Ends a process that takes too long over one of many questions; a single thread watches, however many there are."""

    def __init__(self, process: Popen[bytes]) -> None:
        self._process = process
        self._until: float | None = None
        self._has_run_out = False
        Thread(target=self._watch, daemon=True).start()

    def __enter__(self) -> None:
        self._until = monotonic() + _PATIENCE

    def __exit__(self, *_: object) -> None:
        self._until = None
        if self._has_run_out:
            raise NoHistory("history/slow", limit=int(_PATIENCE))

    def _watch(self) -> None:
        while self._process.poll() is None:
            until = self._until
            if until is not None and monotonic() > until:
                self._has_run_out = True
                self._process.kill()
            sleep(min(_PATIENCE / 4, 0.5))
