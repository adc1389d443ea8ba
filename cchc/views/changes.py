"""What `cchc diff` shows: one row a change, one a consequence, with final strings, whatever the format."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from cchc.compare.changes import FAMILIES, VERBS, Change, FieldChange, Key
from cchc.compare.consequences import KINDS, Consequence
from cchc.diagnostics import Whole
from cchc.messages import Language, print_day, screen
from cchc.model.registry import Registry
from cchc.views.change_captions import caption_of
from cchc.views.change_values import raw, said, written
from cchc.views.names import on_one_line
from cchc.views.odd_spaces import with_spaces_shown

OF_TASKS = frozenset({"completion", "extension", "waiver", "measurement"})
"""Families whose records are about a task, which their id begins with."""


class FieldRow(NamedTuple):
    """A key with what it said and says, in the reader's words; `written` is the same for programs."""

    name: str
    caption: str
    before: str
    after: str
    written: tuple[str, str]


class ChangeRow(NamedTuple):
    """One change. `id` is that of the record, `title` what the record is called; `reasons` are told by commits.

    `about` says what a record beside the plan speaks of: part, period, target, day.
    """

    verb: str
    family: str
    plan: str | None
    id: str
    before_number: str
    after_number: str
    title: str
    fields: tuple[FieldRow, ...]
    reasons: tuple[str, ...] = ()
    about: str = ""

    @property
    def kind(self) -> str:
        return f"{self.family}-{self.verb}"

    @property
    def task(self) -> str | None:
        """The id of the task that the record is, or is about."""
        if self.family == "task":
            return self.id
        return self.id.partition("@")[0].partition("/")[0].partition("#")[0] if self.family in OF_TASKS else None


class ConsequenceRow(NamedTuple):
    kind: str
    plan: str
    task: str
    part: str | None
    occurrence: str
    number: str
    title: str
    before: date | None
    after: date | None

    @property
    def about(self) -> str:
        """The part and the period that are meant, "" where the task has neither."""
        return ", ".join(filter(None, (self.part, self.occurrence)))

    def days(self, language: Language) -> list[str]:
        """Return the day before and after as they are printed."""
        return [print_day(language, day) if day else "—" for day in (self.before, self.after)]


class Unread(NamedTuple):
    """What could not be told of a plan or a shared file for its errors at a revision: its `changes` or its `days`.

    A plan that is `left-out` is not in the folder, since git was told to leave it out.
    """

    what: str
    side: str | None
    path: str


class Comparison(NamedTuple):
    language: Language
    base: str
    head: str | None
    """None is the folder as it stands."""
    as_of: date
    changes: tuple[ChangeRow, ...] = ()
    consequences: tuple[ConsequenceRow, ...] = ()
    unread: tuple[Unread, ...] = ()


class Telling(NamedTuple):
    """What rows of one plan, or of the shared files, need: both registries, and number and content of each task."""

    plan: str | None
    base: Registry
    head: Registry
    language: Language
    tasks: Mapping[str, tuple[str, str]] = {}

    def rows(self, changes: Iterable[Change]) -> Iterator[ChangeRow]:
        for change in changes:
            yield self._row(change)

    def _row(self, change: Change) -> ChangeRow:
        key, entry = change.key, change.entry
        row = ChangeRow(
            change.verb,
            key.family,
            self.plan,
            key.id,
            change.before.number if change.before else "",
            change.after.number if change.after else "",
            name_of(entry.fields),
            tuple(self._field(field, key.family) for field in change.fields),
        )
        if key.family in OF_TASKS:
            number, content = self.tasks.get(row.task or "", ("", ""))
            about = _spoken_of(key, row.task or "", self.language)
            return row._replace(before_number=number, after_number=number, title=content, about=about)
        if key.family == "calendar":
            return row._replace(about=print_day(self.language, date.fromisoformat(key.id.partition("#")[0])))
        return row._replace(id=entry.number or row.title) if key.family == "section" else row

    def _field(self, field: FieldChange, family: str) -> FieldRow:
        before, after = with_spaces_shown(*said(field, self.base, self.head, self.language))
        caption = caption_of(field.name, self.language, family)
        return FieldRow(field.name, caption, before, after, written(field, self.base, self.head))


def _spoken_of(key: Key, task: str, language: Language) -> str:
    """Return part and period of a record of progress; of a measurement its target and day."""
    part, _, rest = key.id.partition("#")[0].removeprefix(task).partition("@")
    if key.family != "measurement":
        return ", ".join(filter(None, (part.removeprefix("/"), rest)))
    day, _, target = rest.partition(":")
    with suppress(ValueError):  # an id of no task, which may hold anything
        day = print_day(language, date.fromisoformat(day))
    return ", ".join(filter(None, (part.removeprefix("/"), target, day)))


def name_of(fields: Mapping[str, object]) -> str:
    """Return what a record is called: its content, title, name or subject."""
    value = next((fields[name] for name in ("content", "title", "name", "subject", "document") if name in fields), "")
    return on_one_line(value if isinstance(value, str | tuple) else raw(value))


def consequence_rows(plan: str, found: Iterable[Consequence]) -> Iterator[ConsequenceRow]:
    for kind, item, before, after in found:
        duty = item.duty
        content = on_one_line(duty.content)
        task = duty.placed.task.id
        yield ConsequenceRow(kind, plan, task, duty.part_id, item.occurrence.name, duty.placed.path, content, before, after)


def places_of(comparison: Comparison) -> list[str]:
    """Return the number of each consequence's task, with the plan before it where several plans are concerned."""
    rows = comparison.consequences
    is_one_plan = len({row.plan for row in rows}) == 1
    return [row.number if is_one_plan else " ".join(filter(None, (row.plan, row.number))) for row in rows]


def heading_text(comparison: Comparison) -> str:
    return screen(comparison.language, "diff/heading", base=comparison.base, head=side_name(comparison.head, comparison.language))


def side_name(side: str | None, language: Language) -> str:
    return screen(language, "diff/folder") if side is None else side


def unread_text(unread: Unread, language: Language) -> str:
    where = "here" if unread.side is None else "then"
    return screen(language, f"diff/unread/{unread.what}/{where}", side=unread.side or "", path=Whole(unread.path))


def summary_of(comparison: Comparison) -> str:
    """Return one line of how much changed: deadlines and assignments first, then what was withdrawn, came, went, moved."""
    language = comparison.language
    counts = Counter(row.kind for row in comparison.changes)
    rest = [
        screen(
            language,
            "diff/count",
            counted=_counted(f"diff/counted/{family}", counts[kind], language),
            verb=_verb(verb, language),
        )
        for family in ("task", *(name for name in FAMILIES if name != "task"))
        for verb in VERBS
        if counts[kind := f"{family}-{verb}"] and kind != "task-changed"
    ]
    is_partial = any(unread.what in {"changes", "left-out"} for unread in comparison.unread)
    nothing = "diff/nothing-read" if is_partial else "diff/nothing"
    return ", ".join([*_changed_tasks(comparison), *rest]) or screen(language, nothing)


def _changed_tasks(comparison: Comparison) -> Iterator[str]:
    """Yield how many tasks have another deadline, others in charge, other contents, were withdrawn or taken back."""
    told = [row for row in comparison.changes if row.kind == "task-changed"]
    keys = [{name.rpartition("/")[2] for name in _beside_withdrawal(row)} for row in told]
    withdrawals = [withdrawal_of(row) for row in told]
    counts = {
        "deadlines": sum("deadline" in names for names in keys),
        "assignments": sum(bool(names & {"lead", "coordinating"}) for names in keys),
        "contents": sum(bool(names - {"deadline", "lead", "coordinating"}) for names in keys),
        "withdrawn": withdrawals.count("withdrawn"),
        "restored": withdrawals.count("restored"),
    }
    yield from (_counted(f"diff/count/{name}", count, comparison.language) for name, count in counts.items() if count)


def consequence_summary(comparison: Comparison) -> str:
    counts = Counter(row.kind for row in comparison.consequences)
    language = comparison.language
    return ", ".join(_counted(f"diff/consequences/{kind}", counts[kind], language) for kind in KINDS if counts[kind])


def _counted(key: str, count: int, language: Language) -> str:
    """Return how many there are of something, in the words for one or for several."""
    return screen(language, f"{key}/one" if count == 1 else key, count=count)


def _verb(verb: str, language: Language) -> str:
    return screen(language, f"diff/verb/{verb}")


def mark_of(row: ChangeRow) -> str:
    """Return the id by which a record is known in the files, of what is recorded that of its task; "" where it has none."""
    return "" if row.family in {"section", "calendar"} else row.task or row.id


def withdrawal_of(row: ChangeRow) -> str | None:
    """Return whether a change is that a task was `withdrawn`, or `restored`: taken back into the plan."""
    day = next((field for field in row.fields if field.name == "withdrawn/on"), None)
    if row.verb != "changed" or day is None or (day.before and day.after):
        return None
    return "withdrawn" if day.after else "restored"


def _beside_withdrawal(row: ChangeRow) -> list[str]:
    """Return the names of the keys that changed, without those that tell of a withdrawal or that one was taken back."""
    is_withdrawal = withdrawal_of(row) is not None
    return [field.name for field in row.fields if not (is_withdrawal and field.name.startswith("withdrawn/"))]


def _kind_of(row: ChangeRow, language: Language) -> str:
    """Return what a change is: `nhiệm vụ chuyển chỗ`, `nhiệm vụ được rút`."""
    withdrawal = withdrawal_of(row)
    verb = row.verb if withdrawal is None else f"{withdrawal}-changed" if _beside_withdrawal(row) else withdrawal
    return f"{screen(language, f'diff/family/{row.family}')} {_verb(verb, language)}"


def heading_of(row: ChangeRow, language: Language) -> str:
    """Return number and kind of a change: `A.2 → A.3: nhiệm vụ chuyển chỗ`, `A.3 (2026-02): gia hạn mới`."""
    kind = _kind_of(row, language)
    before, after = row.before_number, row.after_number
    number = f"{before} → {after}" if before and after and before != after else after or before
    return _headed(number, row.about, kind)


def _headed(number: str, about: str, kind: str) -> str:
    place = f"{number} ({about})" if number and about else number or about
    return f"{place}: {kind}" if place else kind[:1].upper() + kind[1:]


def sides_of(row: ChangeRow, language: Language) -> tuple[str, str]:
    """Return what the two columns of a table say of a change: `B.II.3: nhiệm vụ`, `A.1: nhiệm vụ chuyển chỗ`."""
    kind = _kind_of(row, language)
    kinds = (kind if row.verb == "removed" else screen(language, f"diff/family/{row.family}"), kind)
    before, after = (
        _headed(number, row.about, kind) for number, kind in zip((row.before_number, row.after_number), kinds, strict=True)
    )
    return before, after
