"""Two plans to records under keys that both share: head, sections, tasks, and what was recorded of them."""

from collections.abc import Iterator, Sequence

from cchc.compare.changes import Entry, Key, Place, Records
from cchc.compare.fields import Printed, fields_of
from cchc.compare.keyed import Named, keyed
from cchc.compare.sections import SectionAt, matched, sections_of
from cchc.model.plan import PlacedSection, PlacedTask, Plan
from cchc.model.progress import Completion, Extension, Measurement, Waiver
from cchc.model.record import Record
from cchc.model.registry import Placed, Progress

_INSIDE = frozenset({"tasks", "sections"})
_NAMED_BY = frozenset({"task", "part", "occurrence", "target", "as_of"})
_HEAD = Key("plan", "")


def plan_fields(plan: Plan) -> dict[str, object]:
    """Return what the head of a plan says."""
    return fields_of(plan, _INSIDE)


def records_of(base: Plan, head: Plan) -> tuple[Records, Records]:
    """Return both plans as records."""
    base_sections, head_sections = sections_of(base), sections_of(head)
    same = matched(base_sections, head_sections)
    base_names = [str(place) for place in range(len(base_sections))]
    head_names = [str(same[place]) if place in same else f"+{place}" for place in range(len(head_sections))]
    return _records(base, base_sections, base_names), _records(head, head_sections, head_names)


def _records(plan: Plan, sections: Sequence[SectionAt], names: Sequence[str]) -> Records:
    holders: dict[tuple[str | int, ...], str] = {(): "", **dict(zip([at.route for at in sections], names, strict=True))}
    found = {_HEAD: Entry(plan_fields(plan))}
    for at, name in zip(sections, names, strict=True):
        place = Place(holders[at.holder], int(at.route[-1]))
        found[Key("section", name)] = Entry(fields_of(at.section, _INSIDE), at.path, place)
    for placed, number in _numbered(plan):
        key = _free(found, placed.task.id)
        fields = fields_of(placed.task, frozenset({"id", "number"})) | {"number": number}
        place = Place(holders[placed.route[:-2]], int(placed.route[-1]))
        found[key] = Entry(fields, placed.path, place)
    return found


def _free(found: Records, task_id: str) -> Key:
    """Return a key that no other task has, also where a plan has the error of an id twice."""
    key, turn = Key("task", task_id), 1
    while key in found:
        turn += 1
        key = Key("task", f"{task_id}#{turn}")
    return key


def _numbered(plan: Plan) -> Iterator[tuple[PlacedTask, Printed]]:
    """Yield each task with its own number, and whether that is the one after the last."""
    last = 0
    for row in plan.rows:
        if isinstance(row, PlacedSection):
            last = last if plan.numbering == "plan" else 0
            continue
        bare = row.number.strip().rstrip(".")
        yield row, Printed.of(row.number, follows=bare == str(last + 1))
        if bare.isascii() and bare.isdigit() and len(bare) < 10:
            last = int(bare)


def progress_of(base: Progress, head: Progress) -> tuple[Records, Records]:
    """Return what was recorded on both sides; a record of several tasks is one for each."""
    found: tuple[dict[Key, Entry], dict[Key, Entry]] = {}, {}
    for family in ("completion", "extension", "waiver", "measurement"):
        sides = keyed(family, _named(getattr(base, f"{family}s")), _named(getattr(head, f"{family}s")))
        for side, records in zip(found, sides, strict=True):
            side.update(records)
    return found


def _named(records: Sequence[Placed[Completion | Extension | Waiver | Measurement]]) -> Iterator[Named]:
    for record, _ in records:
        for task in record.task if isinstance(record, Completion) else (record.task,):
            yield _name(record, str(task)), fields_of(record, _NAMED_BY)


def _name(record: Record, task: str) -> str:
    """Return what a record is about: `task/part@occurrence`, of a measurement `task/part@day:target`."""
    part = getattr(record, "part", None)
    name = f"{task}/{part}" if part else task
    if isinstance(record, Measurement):
        return f"{name}@{record.as_of}:{record.target}"
    occurrence = getattr(record, "occurrence", None)
    return f"{name}@{occurrence}" if occurrence else name
