"""The tag of an issued plan: whether git has it, whether HEAD is what was signed, and the making of it."""

import shlex
from typing import NamedTuple

from cchc import history
from cchc.cli.choosing import choose_plan
from cchc.cli.session import Session
from cchc.cli.signed import keeps_no_revisions, plan_at, printed
from cchc.diagnostics import Whole
from cchc.errors import NoHistory, UsageError
from cchc.model.plan import Plan
from cchc.views.signed import SignedContent


class Tagging(NamedTuple):
    """What is to become of the tag of a plan: `commit` is tagged, or git has the tag, or can have none and this is `why`."""

    plan_id: str
    tags: history.IssueTags | None = None
    commit: str | None = None
    why: NoHistory | None = None

    @property
    def name(self) -> str:
        return self.tags.name_of(self.plan_id) if self.tags is not None else ""

    @property
    def outcome(self) -> str:
        """Return the end of the key of the message that tells it."""
        if self.why is not None:
            return f"untagged/{self.why.key.partition('/')[2]}"
        return "has-tag" if self.commit is None else "tagged"

    def make(self, message: str) -> None:
        """Make the tag where there is one to make; raise NoHistory."""
        if self.tags is not None and self.commit is not None:
            self.tags.make(self.plan_id, self.commit, message)


def tagging_of(session: Session, plan: Plan, *, is_recorded: bool) -> Tagging:
    """Return what is to become of a plan's tag; raise NoHistory where git holds something else than what was signed.

    A plan whose number and date are recorded already, `is_recorded`, may have been amended since: its tag stays.
    """
    try:
        tags = history.IssueTags(session.place.root)
        content = printed(session, plan)
        if not tags.has(plan.id):
            return Tagging(plan.id, tags, _head(session, plan.id, content))
    except NoHistory as error:
        if keeps_no_revisions(error):
            return Tagging(plan.id, why=error)
        raise
    signed = plan_at(session, tags.revision_of(plan.id), plan.id)
    if not is_recorded and (signed is None or signed.content != content):
        name = tags.name_of(plan.id)
        raise NoHistory("history/other-tag", tag=Whole(name), plan=plan.id, rev=Whole(shlex.quote(name)))
    return Tagging(plan.id, tags)


def _head(session: Session, plan_id: str, content: SignedContent) -> str:
    """Return the commit under HEAD, which prints just what is going to be recorded as signed; raise NoHistory."""
    try:
        reader = history.at_revision(session.place.root, "HEAD")
    except NoHistory as error:
        raise NoHistory("history/not-committed", plan=plan_id) if error.key == "history/no-workspace" else error from error
    with reader:
        head = Session(session.place, reader=reader)
        try:
            loaded, is_sound = choose_plan(head, plan_id)
        except UsageError:  # the plan is not there yet
            is_sound = False
        if not is_sound or loaded.plan is None or printed(head, loaded.plan) != content:
            raise NoHistory("history/not-committed", plan=plan_id)
    return reader.commit
