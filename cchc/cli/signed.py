"""Plans as they were signed: what a revision of git prints, and which issued plans print something else today."""

import shlex
from pathlib import Path
from typing import NamedTuple

from cchc import checks, history
from cchc.checks.acceptance import is_accepted
from cchc.cli.session import Session
from cchc.diagnostics import Finding, Whole
from cchc.errors import NoHistory, UsageError
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan
from cchc.source.load import load_plan, load_workspace
from cchc.views import appendix
from cchc.views.signed import SignedContent, signed_content

_NOTHING_SIGNED = frozenset({"history/no-git", "history/no-repository", "history/no-commit"})


class SignedPlan(NamedTuple):
    """What stands under a signature, and the documents that had amended the plan by then."""

    content: SignedContent
    amended_by: tuple[str, ...]


def keeps_no_revisions(error: NoHistory) -> bool:
    """Return whether there is just no git here, rather than a repository that cannot be read."""
    return error.key in _NOTHING_SIGNED


def printed(session: Session, plan: Plan) -> SignedContent:
    """Return what a plan prints in the session's state of the workspace, its number and date aside."""
    return signed_content(appendix.build(plan, session.registry, session.counting))


def plan_at(session: Session, revision: str, plan_id: str) -> SignedPlan | None:
    """Return a plan of the session's workspace as it stood at a revision; None where it was not there or cannot be read.

    Days are counted as the session does: none of them is printed. Raises NoHistory.
    """
    try:
        reader = history.at_revision(session.place.root, revision)
    except UsageError:  # a tag of something else than a commit
        return None
    except NoHistory as error:
        if error.key == "history/no-workspace":
            return None
        raise
    with reader:
        workspace = load_workspace(reader)
        folder = next((one for one in workspace.plan_folders if one.rpartition("/")[2] == plan_id), None)
        loaded = load_plan(reader, folder) if folder is not None else None
        if loaded is None or loaded.plan is None or checks.has_errors(loaded.findings) or workspace.registry.lost:
            return None
        content = signed_content(appendix.build(loaded.plan, workspace.registry, session.counting))
        return SignedPlan(content, loaded.plan.document.amended_by)


class SignedPlans:
    """The plans of a workspace that `cchc issue` has tagged; `problem` is why what they print cannot be compared."""

    def __init__(self, root: Path) -> None:
        self.problem: NoHistory | None = None
        self._tags: history.IssueTags | None = None
        try:
            self._tags = history.IssueTags(root)
        except NoHistory as error:
            self._note(error)

    def findings(self, session: Session, loaded: LoadedPlan, plan: Plan) -> list[Finding]:
        """Return a warning where an issued plan prints what was not signed, and no document that amends it is named."""
        if self._tags is None or not self._tags.has(plan.id):
            return []
        try:
            signed = plan_at(session, self._tags.revision_of(plan.id), plan.id)
        except NoHistory as error:
            self._note(error)
            return []
        if signed is None or set(plan.document.amended_by) - set(signed.amended_by) or printed(session, plan) == signed.content:
            return []
        at = loaded.at / "document" / "issued_on"
        if is_accepted(loaded, plan, "edited-after-issue", at):
            return []
        tag = Whole(self._tags.name_of(plan.id))
        return [Finding("edited-after-issue", at, {"tag": tag, "plan": plan.id, "rev": Whole(shlex.quote(tag))})]

    def _note(self, error: NoHistory) -> None:
        if not keeps_no_revisions(error):
            self.problem = self.problem or error
