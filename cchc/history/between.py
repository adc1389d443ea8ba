"""What lies between two revisions: where they parted, and what commits say of themselves."""

from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Whole
from cchc.errors import NoHistory
from cchc.history.git import Git, refused

_MOST_COMMITS = 200


class Commit(NamedTuple):
    """A commit and the first of those that it was made on; `message` is all it says."""

    commit: str
    parent: str | None
    message: str


def is_sparse(folder: Path) -> bool:
    """Return whether the work tree may hold only a part of the files that its commit has."""
    return Git(folder).ask("config", "--type=bool", "--get", "core.sparseCheckout").output == b"true\n"


def merge_base(folder: Path, first: str, second: str) -> str:
    """Return the commit at which two others, named by their ids, parted; raise NoHistory where they have none in common."""
    git = Git(folder)
    answer = git.ask("merge-base", first, second)
    if not answer.is_fine:
        raise NoHistory("history/no-common", path=Whole(folder))
    return answer.output.decode("ascii", errors="replace").strip()


def commits_between(folder: Path, base: str, head: str) -> list[Commit]:
    """Return the commits that led from `base` to `head`, both named by their ids, the oldest first, merges left out."""
    git = Git(folder)
    options = ("--no-merges", "--topo-order", f"--max-count={_MOST_COMMITS}", "--encoding=UTF-8")
    answer = git.ask("rev-list", *options, "--format=%H %P%n%B%x00", head, f"^{base}", "--")
    if not answer.is_fine:
        raise refused(git, answer.complaint)
    told = answer.output.decode("utf-8", errors="replace").split("\0\n")[:-1]
    return [_commit(text) for text in reversed(told)]


def _commit(text: str) -> Commit:
    """Return a commit of what `rev-list` prints: a line of its own, then what was asked for."""
    _, ids, *message = text.split("\n")
    commit, *parents = ids.split()
    return Commit(commit, parents[0] if parents else None, "\n".join(message).strip())
