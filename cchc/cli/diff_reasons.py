"""Why something changed: what the commits say that changed it."""

from collections.abc import Iterator
from contextlib import suppress

from cchc import history
from cchc.cli.comparing import Sides
from cchc.cli.places import Place
from cchc.compare.changes import Change
from cchc.compare.difference import changes
from cchc.compare.plans import partners
from cchc.compare.records import progress_of, records_of
from cchc.compare.shared import shared_records
from cchc.errors import NoHistory, UsageError
from cchc.files import same_content
from cchc.source.load import load_plan, load_workspace
from cchc.views.changes import ChangeRow, Comparison, name_of

_Told = tuple[str | None, str, str]


def with_reasons(comparison: Comparison, place: Place, sides: Sides) -> Comparison:
    """Return the comparison with the first line of each commit's message beside the changes that it made."""
    head = sides.head_commit or history.at_revision(place.root, "HEAD").commit
    reasons: dict[_Told, list[str]] = {}
    for commit in history.commits_between(place.root, sides.base_commit, head):
        subject = commit.message.partition("\n")[0].strip()
        with suppress(NoHistory, UsageError):  # a side without the workspace, or one that a shallow clone does not have
            for told in _told_by(place, commit):
                reasons.setdefault(told, []).append(subject)
    rows = tuple(
        row._replace(reasons=tuple(filter(None, dict.fromkeys(reasons.get(_name(row), ()))))) for row in comparison.changes
    )
    return comparison._replace(changes=rows)


def _name(row: ChangeRow) -> _Told:
    return row.plan, row.family, row.title if row.family == "section" else row.id


def _told_by(place: Place, commit: history.Commit) -> Iterator[_Told]:
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
            plan = (new.plan if new else None) or (old.plan if old else None)
            if old is None or new is None or old.plan is None or new.plan is None:
                yield plan.id if plan else None, "plan", ""
                continue
            plans, progress = records_of(old.plan, new.plan), progress_of(old.progress, new.progress)
            for change in changes({**plans[0], **progress[0]}, {**plans[1], **progress[1]}):
                yield new.plan.id, change.key.family, _id_of(change)


def _id_of(change: Change) -> str:
    """Return the id that a row has: a section's title, since its key means nothing beyond one comparison."""
    return name_of(change.entry.fields) if change.key.family == "section" else change.key.id
