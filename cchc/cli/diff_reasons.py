"""Why something changed: what the commits say that changed it."""

from collections.abc import Iterator
from contextlib import suppress

from cchc import history
from cchc.cli.comparing import Sides
from cchc.cli.places import Place
from cchc.compare.changes import Change
from cchc.compare.difference import changes
from cchc.compare.plans import changes_between, partners
from cchc.compare.shared import shared_records
from cchc.errors import NoHistory, UsageError
from cchc.files import same_content
from cchc.model.plan import Plan
from cchc.source.load import load_plan, load_workspace
from cchc.views.changes import ChangeRow, Comparison, name_of

_Told = tuple[str | None, str, str]


def with_reasons(comparison: Comparison, place: Place, sides: Sides) -> Comparison:
    """Return the comparison with the first line of each commit's message beside the changes that it made."""
    head = sides.head_commit or history.at_revision(place.root, "HEAD").commit
    commits = history.commits_between(place.root, sides.base_commit, head)
    names = _FinalNames()
    reasons: dict[_Told, list[str]] = {}
    for commit in reversed(commits):
        subject = commit.message.partition("\n")[0].strip()
        with suppress(NoHistory, UsageError):  # a side without the workspace, or one that a shallow clone does not have
            for told in _told_by(place, commit, names):
                reasons.setdefault(told, []).append(subject)
        names.step_back()
    rows = tuple(row._replace(reasons=_oldest_first(reasons.get(_name(row), []))) for row in comparison.changes)
    return comparison._replace(changes=rows)


def _oldest_first(newest_first: list[str]) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys(reversed(newest_first))))


def _name(row: ChangeRow) -> _Told:
    return row.plan, row.family, row.title if row.family == "section" else row.id


class _FinalNames:
    """What plans and sections are called in the end, whatever they were called at a commit; commits come newest first."""

    def __init__(self) -> None:
        self._plans: dict[str, str] = {}
        self._sections: dict[tuple[str, str], str] = {}
        self._older: dict[tuple[str, str], str] = {}

    def plan(self, old: Plan | None, new: Plan) -> str:
        """Return the final id of the plan that one commit turned from `old` to `new`."""
        final = self._plans.get(new.id, new.id)
        if old is not None:
            self._plans[old.id] = final
        return final

    def of(self, plan: str, change: Change) -> str:
        """Return the id that a row has: a section's title, since its key means nothing beyond one comparison."""
        if change.key.family != "section":
            return change.key.id
        title = name_of(change.entry.fields)
        final = self._sections.get((plan, title), title)
        if change.before is not None:
            self._older[plan, name_of(change.before.fields)] = final
        return final

    def step_back(self) -> None:
        """Take up the names before the commit that was gone through: not sooner, since sections may change names."""
        self._sections |= self._older
        self._older = {}


def _told_by(place: Place, commit: history.Commit, names: _FinalNames) -> Iterator[_Told]:
    """Yield what a commit changed, as rows are named."""
    with (
        history.at_revision(place.root, commit.parent or "") as base_reader,
        history.at_revision(place.root, commit.commit) as head_reader,
    ):
        base, head = load_workspace(base_reader), load_workspace(head_reader)
        for change in changes(*shared_records(base.registry, head.registry)):
            yield None, change.key.family, change.key.id
        folders = [
            folder
            for folder in dict.fromkeys([*base.plan_folders, *head.plan_folders])
            if not same_content(base_reader, head_reader, folder)
        ]
        before = [load_plan(base_reader, folder) for folder in folders if folder in base.plan_folders]
        after = [load_plan(head_reader, folder) for folder in folders if folder in head.plan_folders]
        for old, new in partners(before, after):
            if old is None or new is None or old.plan is None or new.plan is None:
                plan = (new.plan if new else None) or (old.plan if old else None)
                yield names.plan(None, plan) if plan else None, "plan", ""
                continue
            plan_id = names.plan(old.plan, new.plan)
            for change in changes_between((old.plan, new.plan), (old.progress, new.progress)):
                yield plan_id, change.key.family, names.of(plan_id, change)
