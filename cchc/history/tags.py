"""The tags that mark what was signed: `issued/PLAN`, or `issued/FOLDER/PLAN` for a workspace below the top of the tree."""

import re
from pathlib import Path

from cchc.diagnostics import Whole
from cchc.errors import NoHistory
from cchc.history.git import Git, refused, why_closed

_SPACE = "issued"
# What git refuses in the name of a ref, and the sign that stands for it.
_REFUSED = re.compile(r"[\x00-\x20\x7f~^:?*\[\\%]|^\.|\.(?=\.|$|lock$)|@(?=\{)")
_TAGGER = re.compile(rb"[^<>\n]+ <[^<>\n]*> [0-9]+ [+-][0-9]{4}\n")


class IssueTags:
    """The tags of issued plans that a repository holds for the workspace in `folder`; raise NoHistory where there is none."""

    def __init__(self, folder: Path) -> None:
        self._git = Git(folder)
        answer = self._git.ask("rev-parse", "--show-prefix")
        if not answer.is_fine:
            raise why_closed(self._git, answer.complaint) or refused(self._git, answer.complaint)
        self._inside = answer.output.removesuffix(b"\n").decode("utf-8", errors="surrogateescape")
        listed = self._git.ask("for-each-ref", "--format=%(refname)", f"refs/tags/{_SPACE}").output
        self._refs = frozenset(listed.decode("utf-8", errors="surrogateescape").splitlines())

    def name_of(self, plan_id: str) -> str:
        """Return the name of a plan's tag; what git refuses in a folder's name stands as `%` and two digits."""
        steps = [*filter(None, self._inside.split("/")), plan_id]
        return "/".join([_SPACE, *(_REFUSED.sub(lambda found: f"%{ord(found[0]):02X}", step) for step in steps)])

    def has(self, plan_id: str) -> bool:
        return f"refs/tags/{self.name_of(plan_id)}" in self._refs

    def revision_of(self, plan_id: str) -> str:
        """Return how to name a plan's tag so that no branch is meant."""
        return f"refs/tags/{self.name_of(plan_id)}"

    def make(self, plan_id: str, commit: str, message: str) -> None:
        """Tag a commit as the one that was signed; raise NoHistory where git does not, or somebody else was quicker."""
        name, tagger = self.name_of(plan_id), self._tagger()
        lines = [f"object {commit}", "type commit", f"tag {name}", f"tagger {tagger}", "", message, ""]
        made = self._git.ask("mktag", given="\n".join(lines).encode("utf-8", errors="surrogateescape"))
        tag = made.output.decode("ascii", errors="replace").strip()
        if not made.is_fine or not re.fullmatch(rf"[0-9a-f]{{{len(commit)}}}", tag):
            raise refused(self._git, made.complaint)
        self._disable_hooks()
        done = self._git.ask("update-ref", "--no-deref", f"refs/tags/{name}", tag, "0" * len(commit))
        if not done.is_fine:
            raise refused(self._git, done.complaint)

    def _tagger(self) -> str:
        """Return who makes the tag, and when, as git keeps it."""
        answer = self._git.ask("var", "GIT_COMMITTER_IDENT")
        if not answer.is_fine or not _TAGGER.fullmatch(answer.output):
            raise NoHistory("history/nobody", path=Whole(self._git.folder))
        return answer.output.decode("utf-8", errors="surrogateescape").strip()

    def _disable_hooks(self) -> None:
        """Switch off the hooks that the configuration names itself (git 2.54); those of a folder are switched off for good."""
        named = self._git.ask("config", "--null", "--name-only", "--get-regexp", r"^hook\.").output
        keys = named.decode("utf-8", errors="surrogateescape").split("\0")
        hooks = sorted({key.rpartition(".")[0] for key in keys if key.count(".") > 1})
        self._git.configure([(f"{hook}.enabled", "false") for hook in hooks])
