"""The loading door: a workspace's files to records, every fault a finding, no file hiding another's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from cchc.diagnostics import FileSpan, Finding, NodePath, Span
from cchc.files import Reader
from cchc.model.calendar import AnnouncedDays, CalendarDay, CalendarFile
from cchc.model.events import Event, EventsFile, EventType
from cchc.model.plan import Plan, Task
from cchc.model.progress import Completion, Extension, Measurement, ProgressFile, Waiver
from cchc.model.registry import LoadedPlan, Placed, Progress, Registry
from cchc.model.settings import Settings
from cchc.model.units import Unit, UnitsFile
from cchc.source.plan_tree import assemble
from cchc.source.reading import FileData, read_file
from cchc.source.shape import findings_of, misspells, salvage
from cchc.source.tree import Data

M = TypeVar("M", bound=BaseModel)
SETTINGS_FILE, PLANS_FOLDER, PLAN_FILE = "cchc.yaml", "plans", "plan.yaml"
_BY_ID = frozenset({"units", "types"})
_COLLECTIONS = frozenset({"units", "events", "calendar"})
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Workspace(NamedTuple):
    """What all plans of a workspace share, and the folders of its plans; plans are loaded one at a time."""

    reader: Reader
    registry: Registry
    findings: tuple[Finding, ...]
    plan_folders: tuple[str, ...]


@dataclass(slots=True)
class _Collection:
    """The records of one kind of file, gathered from the file and the folder of its name."""

    records: dict[str, list[Placed[Any]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    is_whole: bool = True
    has_allow: bool = False


def load_workspace(reader: Reader) -> Workspace:
    """Load settings, units, events and calendar, and find the plans."""
    settings, settings_findings, has_settings = _load_settings(reader)
    units = _load_collection(reader, PLANS_FOLDER, "units", UnitsFile, {"units": Unit})
    events = _load_collection(reader, PLANS_FOLDER, "events", EventsFile, {"types": EventType, "events": Event})
    calendar = _load_collection(reader, PLANS_FOLDER, "calendar", CalendarFile, {"days": CalendarDay})
    units_by_id, twice_units = _by_id(units.records["units"])
    types_by_id, twice_types = _by_id(events.records["types"])
    whole = {
        "settings": has_settings,
        "units": units.is_whole,
        "events": events.is_whole,
        "calendar": calendar.is_whole,
    }
    registry = Registry(
        settings,
        units_by_id,
        types_by_id,
        tuple(events.records["events"]),
        tuple(calendar.records["days"]),
        frozenset(name for name, is_whole in whole.items() if not is_whole),
        units.has_allow or events.has_allow or calendar.has_allow,
    )
    findings = [
        *settings_findings,
        *units.findings,
        *events.findings,
        *calendar.findings,
        *twice_units,
        *twice_types,
        *_linked_folders(reader),
    ]
    return Workspace(reader, registry, tuple(findings), tuple(_plan_folders(reader, PLANS_FOLDER)))


def load_plan(reader: Reader, folder: str) -> LoadedPlan:
    """Load a plan with its sections and progress; never raises, whatever the files hold."""
    progress = _load_collection(reader, folder, "progress", ProgressFile, _PROGRESS_RECORDS)
    records = Progress(*(tuple(progress.records[name]) for name in _PROGRESS_RECORDS))
    content = read_file(reader, f"{folder}/{PLAN_FILE}")
    if content is None or not content.is_whole:
        findings = content.findings if content else ()
        return LoadedPlan(folder, None, records, (*findings, *progress.findings))
    tree = assemble(reader, folder, content.data)
    findings = (*content.findings, *tree.findings, *progress.findings)
    at = NodePath(f"{folder}/{PLAN_FILE}")
    has_allow = content.has_allow or tree.has_allow or progress.has_allow
    data = {} if tree.data is None else tree.data
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        faults = tuple(findings_of(error, Plan, data, at))
        saved, broken = _salvage_plan(data)
        return LoadedPlan(folder, saved, records, (*findings, *faults), tree.mounts, frozenset(broken), has_allow)
    return LoadedPlan(folder, plan, records, findings, tree.mounts, frozenset(), has_allow)


_PROGRESS_RECORDS: Mapping[str, type[BaseModel]] = {
    "completions": Completion,
    "extensions": Extension,
    "waivers": Waiver,
    "measurements": Measurement,
}


def load_announced_days(reader: Reader, file: str) -> AnnouncedDays:
    """Return the tool's own table of days off; a fault in it is a bug, so it raises ValueError."""
    content = read_file(reader, file)
    if content is None or content.findings:
        raise ValueError(file)
    return AnnouncedDays.model_validate(content.data)


def _load_settings(reader: Reader) -> tuple[Settings, list[Finding], bool]:
    content = read_file(reader, SETTINGS_FILE)
    if content is None:
        return Settings(), [], True
    findings = list(content.findings)
    if not content.is_whole:
        return Settings(), findings, False
    data = {} if content.data is None else content.data
    try:
        return Settings.model_validate(data), findings, True
    except ValidationError as error:
        findings += findings_of(error, Settings, data, NodePath(SETTINGS_FILE))
        return salvage(Settings, data) or Settings(), findings, salvage(Settings, data) is not None


def _load_collection(
    reader: Reader, folder: str, name: str, model: type[BaseModel], kinds: Mapping[str, type[BaseModel]]
) -> _Collection:
    """Join NAME.yaml and NAME/*.yaml; `kinds` names the record of each top key."""
    collection = _Collection({kind: [] for kind in kinds})
    for content in _collection_files(reader, folder, name):
        collection.findings += content.findings
        collection.has_allow |= content.has_allow
        if content.is_whole:
            _gather(content, model, kinds, collection)
        else:
            collection.is_whole = False
    return collection


def _collection_files(reader: Reader, folder: str, name: str) -> Iterator[FileData]:
    paths = [f"{folder}/{name}.yaml"]
    for entry in reader.list(folder):
        if entry.name == name and not entry.is_file:
            inside = [inner.name for inner in reader.list(f"{folder}/{name}")] if entry.is_folder else [""]
            paths += [f"{folder}/{name}/{inner}".rstrip("/") for inner in inside if is_plan_text(inner) or not inner]
    for path in paths:
        content = read_file(reader, path)
        if content is not None:
            yield content


def is_plan_text(name: str) -> bool:
    """Return whether a file of this name is read: hidden files are leftovers of editors."""
    return name.endswith(".yaml") and not name.startswith(".")


def _gather(content: FileData, model: type[BaseModel], kinds: Mapping[str, type[BaseModel]], into: _Collection) -> None:
    data = {} if content.data is None else content.data
    at = NodePath(content.file)
    try:
        file = model.model_validate(data)
    except ValidationError as error:
        into.findings += findings_of(error, model, data, at)
        for kind, record_type in kinds.items():
            _gather_sound(data, kind, record_type, at, into)
            into.is_whole &= not misspells(model, data, kind)
        return
    for kind in kinds:
        records = getattr(file, kind)
        entries = records.items() if isinstance(records, dict) else enumerate(records)
        into.records[kind] += [Placed(record, at / kind / key) for key, record in entries]


def _gather_sound(data: Data, kind: str, record_type: type[BaseModel], at: NodePath, into: _Collection) -> None:
    """Take the records of a broken file that are sound in themselves; a unit or type keeps at least its id."""
    raw_records = data.get(kind) if isinstance(data, dict) else None
    is_by_id = kind in _BY_ID
    if is_by_id and isinstance(raw_records, dict):
        for key, raw in raw_records.items():
            record = salvage(record_type, raw) or _stand_in(record_type, key, raw)
            if record is not None:
                into.records[kind].append(Placed(record, at / kind / key))
    elif not is_by_id and isinstance(raw_records, list):
        for index, raw in enumerate(raw_records):
            record = salvage(record_type, raw)
            if record is None:
                into.is_whole = False
            else:
                into.records[kind].append(Placed(record, at / kind / index))
    elif not isinstance(data, dict) or kind in data:
        into.is_whole = False


def _stand_in(record_type: type[M], key: str, raw: Data) -> M | None:
    """Return what is sound of a broken unit or type, under its id where the name is not."""
    record: dict[str, Data] = {"name": key or "?"}
    for given, value in raw.items() if isinstance(raw, dict) else ():
        if salvage(record_type, {**record, given: value}) is not None:
            record[given] = value
    return salvage(record_type, record)


def _by_id(placed: list[Placed[M]]) -> tuple[dict[str, Placed[M]], list[Finding]]:
    """Return the records by the key they stand under, and a finding for each id that another file has taken."""
    by_id: dict[str, Placed[M]] = {}
    findings = []
    for entry in placed:
        record_id = str(entry.at.keys[-1])
        if record_id in by_id:
            findings.append(Finding("duplicate-id", entry.at.key(), {"id": record_id}))
        else:
            by_id[record_id] = entry
    return by_id, findings


def _plan_folders(reader: Reader, folder: str) -> Iterator[str]:
    """Yield the folders below `folder` that hold a plan, sorted; hidden folders and workspaces of their own are left out."""
    for entry in reader.list(folder):
        inner = f"{folder}/{entry.name}"
        if entry.name.startswith(".") or not entry.is_folder:
            continue
        names = {child.name for child in reader.list(inner)}
        if SETTINGS_FILE in names:
            continue
        if PLAN_FILE in names:
            yield inner
        yield from _plan_folders(reader, inner)


def _linked_folders(reader: Reader) -> Iterator[Finding]:
    """Yield a finding for each link that may lead to a plan: links are not followed, and none is left out unsaid."""
    for entry in reader.list(PLANS_FOLDER):
        is_link = not entry.is_folder and not entry.is_file
        if is_link and _ID.fullmatch(entry.name) and entry.name not in _COLLECTIONS:
            path = f"{PLANS_FOLDER}/{entry.name}"
            yield Finding("path-outside", FileSpan(path, Span(1, 1)), {"path": path}, "link")


def _salvage_plan(data: Data) -> tuple[Plan | None, set[str]]:
    """Return the plan with a stand-in for each broken task, and the ids of these; None where its head is broken."""
    broken: set[str] = set()
    for section in _sections(data):
        if misspells(Plan, section, "tasks") or misspells(Plan, section, "sections"):
            broken.add(f"broken-{len(broken)}")
        tasks = section.get("tasks")
        if isinstance(tasks, list):
            section["tasks"] = [_sound_task(raw, broken) for raw in tasks]
    return salvage(Plan, data), broken


def _sections(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the plan's data and every section in it."""
    if isinstance(data, dict):
        yield data
        for section in data.get("sections") or () if isinstance(data.get("sections"), list) else ():
            yield from _sections(section)


def _sound_task(raw: Data, broken: set[str]) -> Data:
    if salvage(Task, raw) is not None:
        return raw
    record = raw if isinstance(raw, dict) else {}
    given_id, number = record.get("id"), record.get("number")
    is_sound_id = isinstance(given_id, str) and _ID.fullmatch(given_id)
    task_id = str(given_id) if is_sound_id else f"broken-{len(broken)}"
    broken.add(task_id)
    return {"id": task_id, "content": "?", "lead": [], "number": number if isinstance(number, str) else None}
