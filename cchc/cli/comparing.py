"""Both sides of a comparison gone through plan by plan; what is the same file for file is not read twice."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, cast

from cchc import checks, history
from cchc.cli.session import Session
from cchc.compare.changes import Change, Entry, FieldChange, Key
from cchc.compare.consequences import consequences
from cchc.compare.difference import changes
from cchc.compare.plans import changes_between, partners
from cchc.compare.records import plan_fields
from cchc.compare.shared import shared_records
from cchc.files import same_content
from cchc.messages import Language
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.agenda import Item, items
from cchc.schedule.status import Window
from cchc.source.layout import shape_of
from cchc.source.load import load_plan
from cchc.views.changes import ChangeRow, Comparison, ConsequenceRow, Telling, Unread, consequence_rows
from cchc.views.names import on_one_line
from cchc.wording.agree import rule_of


class Sides(NamedTuple):
    """Two states of a workspace; `head_commit` is None where it is the folder as it stands."""

    base: Session
    head: Session
    labels: tuple[str, str | None]
    base_commit: str
    head_commit: str | None


class Languages(NamedTuple):
    """That of the words, and that of days among the values: JSON has these in one form whatever is spoken."""

    words: Language
    days: Language


class _Pair(NamedTuple):
    """A plan on both sides, None where it is not."""

    base: LoadedPlan | None
    head: LoadedPlan | None


class Comparing:
    """A comparison at work; `aside` names keys of the plan's head that are not told."""

    def __init__(self, sides: Sides, plan: str | None, day: date, languages: Languages, aside: frozenset[str]) -> None:
        self._sides, self._plan, self._day, self._languages, self._aside = sides, plan, day, languages, aside
        self.plan_names: set[str] = set()
        self._unread: list[Unread] = []
        self._rows: list[ChangeRow] = []
        self._consequences: list[ConsequenceRow] = []
        self._has_shared = True

    def compare(self) -> Comparison:
        """Return all that changed; what cannot be read on a side is named, the rest is told."""
        unsure = self._note_unread_files()
        shared = changes(*shared_records(*self._registries, unsure))
        self._has_shared = bool(shared) or bool(unsure)
        self._rows += Telling(None, *self._registries, self._languages.days).rows(shared)
        for pair in self._pairs():
            self._tell(pair)
        return Comparison(
            self._languages.words,
            *self._sides.labels,
            self._day,
            tuple(self._rows),
            tuple(self._consequences),
            tuple(dict.fromkeys(self._unread)),
        )

    @property
    def _registries(self) -> tuple[Registry, Registry]:
        return self._sides.base.registry, self._sides.head.registry

    def _note_unread_files(self) -> frozenset[str]:
        """Note the shared files with errors; return the collections that they are of."""
        files = [
            (label, finding.at.file)
            for label, session in zip(self._sides.labels, (self._sides.base, self._sides.head), strict=True)
            for finding in session.workspace.findings
            if checks.has_errors([finding])
        ]
        self._unread += [Unread("changes", label, file) for label, file in files]
        return frozenset((shape_of(file) or "").removesuffix("-file") for _, file in files)

    def _pairs(self) -> Iterator[_Pair]:
        """Yield the plans that may have changed, or whose days may: all of them where a shared file has."""
        base, head = self._sides.base, self._sides.head
        folders = dict.fromkeys([*head.workspace.plan_folders, *base.workspace.plan_folders])
        changed = []
        for folder in folders:
            name = folder.rpartition("/")[2]
            self.plan_names.add(name)
            if folder not in head.workspace.plan_folders and self._is_partial:
                if self._plan in (None, name):
                    self._unread.append(Unread("left-out", None, folder))
                continue
            is_both = folder in base.workspace.plan_folders and folder in head.workspace.plan_folders
            if is_both and self._plan not in (None, name):
                continue  # one that only a side has may be the plan asked for under its other name
            if is_both and same_content(base.reader, head.reader, folder):
                if self._has_shared:
                    loaded = load_plan(head.reader, folder)
                    yield _Pair(loaded, loaded)
                continue
            changed.append(folder)
        yield from self._changed(changed)

    @cached_property
    def _is_partial(self) -> bool:
        """Whether the folder may lack plans that nobody has removed: git leaves them out of it (`sparse-checkout`)."""
        return self._sides.head_commit is None and history.is_sparse(self._sides.head.place.root)

    def _changed(self, folders: Sequence[str]) -> Iterator[_Pair]:
        base = [self._load(self._sides.base, folder) for folder in folders if folder in self._sides.base.workspace.plan_folders]
        head = [self._load(self._sides.head, folder) for folder in folders if folder in self._sides.head.workspace.plan_folders]
        for before, after in partners(base, head):
            names = {loaded.folder.rpartition("/")[2] for loaded in (before, after) if loaded is not None}
            if self._plan is None or self._plan in names:
                yield _Pair(before, after)

    def _load(self, session: Session, folder: str) -> LoadedPlan:
        return load_plan(session.reader, folder)

    def _tell(self, pair: _Pair) -> None:
        is_read = [self._is_read(label, loaded) for label, loaded in zip(self._sides.labels, pair, strict=True)]
        if not all(is_read):
            return
        before = pair.base.plan if pair.base else None
        after = pair.head.plan if pair.head else None
        plan = cast("Plan", after or before)
        telling = Telling(plan.id, *self._registries, self._languages.days, _tasks(before) | _tasks(after))
        found = self._changes(pair, before, after)
        self._rows += telling.rows(found)
        owed = self._owed(pair, None if self._has_shared else _touched(found))
        if owed is not None:
            self._consequences += consequence_rows(plan.id, consequences(*owed))

    def _is_read(self, label: str | None, loaded: LoadedPlan | None) -> bool:
        is_read = loaded is None or (loaded.plan is not None and not checks.has_errors(loaded.findings))
        if loaded is not None and not is_read:
            self._unread.append(Unread("changes", label, loaded.folder))
        return is_read

    def _changes(self, pair: _Pair, before: Plan | None, after: Plan | None) -> list[Change]:
        if before is None or after is None or pair.base is None or pair.head is None:
            return [_whole(cast("Plan", after or before), is_new=after is not None)]
        if pair.base is pair.head:
            return []
        found = changes_between((before, after), (pair.base.progress, pair.head.progress))
        return [told for change in found if (told := self._without_aside(change)) is not None]

    def _without_aside(self, change: Change) -> Change | None:
        if change.kind != "plan-changed" or not self._aside:
            return change
        fields = tuple(field for field in change.fields if field.name not in self._aside)
        return change._replace(fields=fields) if fields else None

    def _owed(self, pair: _Pair, only: frozenset[str] | None) -> tuple[list[Item], list[Item]] | None:
        """Return what is owed on both sides, of all tasks or of these `only`.

        None, and a note, where a side has errors that leave its days untold.
        """
        found: list[list[Item]] = []
        for label, session, loaded in zip(self._sides.labels, (self._sides.base, self._sides.head), pair, strict=True):
            if loaded is None or loaded.plan is None:
                found.append([])
                continue
            if not session.can_answer_for(loaded, checks.errors(loaded, session.registry, session.counting)):
                self._unread.append(Unread("days", label, loaded.folder))
                return None
            events = [placed.record for placed in session.registry.events]
            window = Window(self._day, self._day)
            owed = items(loaded.plan, loaded.progress, events, session.counting, rule_of, self._day, window, only=only)
            found.append(list(owed))
        return found[0], found[1]


def _touched(found: Sequence[Change]) -> frozenset[str] | None:
    """Return the ids of the tasks whose days may differ; None where something changed that all days may hang on."""
    if any(change.key.family not in {"task", "section"} for change in found):
        return None
    return frozenset(change.key.id.partition("#")[0] for change in found if change.key.family == "task")


def _whole(plan: Plan, *, is_new: bool) -> Change:
    """Return that a plan came or went, told by its head and how many tasks it has."""
    entry = Entry(plan_fields(plan) | {"tasks": len(plan.placed_tasks)})
    key, told = Key("plan", ""), entry.fields.items()
    if is_new:
        return Change("added", key, None, entry, tuple(FieldChange(name, None, value) for name, value in told))
    return Change("removed", key, entry, None, tuple(FieldChange(name, value, None) for name, value in told))


def _tasks(plan: Plan | None) -> dict[str, tuple[str, str]]:
    """Return number and content of each task."""
    if plan is None:
        return {}
    return {placed.task.id: (placed.path, on_one_line(placed.task.content)) for placed in plan.placed_tasks}
