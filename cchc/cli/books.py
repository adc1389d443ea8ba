"""The units and event types of a workspace as an import reads them, and those that it adds."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc.cli.changing import Edits, FileChange, head_of
from cchc.cli.session import Session
from cchc.files import content_of
from cchc.intake.draft.data import Office
from cchc.intake.draft.events import EventBook
from cchc.intake.draft.units import UnitBook
from cchc.source.load import PLANS_FOLDER
from cchc.source.nodes import new_file
from cchc.source.tree import Data

_NO_IDS: Mapping[str, str] = MappingProxyType({})


def office_of(session: Session, year: int | None, task_ids: Mapping[str, str] = _NO_IDS) -> Office:
    """Return what the workspace knows; `task_ids` are those of its tasks by content."""
    registry = session.registry
    units = UnitBook({unit: placed.record for unit, placed in registry.units.items()})
    events = EventBook({name: placed.record.name for name, placed in registry.event_types.items()})
    return Office(units, events, year, task_ids)


def add_new(session: Session, office: Office, edits: Edits) -> list[FileChange]:
    """Add the units and event types that were new to their files; return those that are new files."""
    created = []
    for collection, key, new in (("units", "units", office.units.new), ("events", "types", office.events.new)):
        path = f"{PLANS_FOLDER}/{collection}.yaml"
        records: dict[str, Data] = {record_id: {"name": name} for record_id, name in new.items()}
        if records and content_of(session.reader, path) is None:
            created.append(FileChange(path, None, new_file({key: records}, f"{collection}-file", head_of(session, path))))
            continue
        for record_id, record in records.items():
            edits.of(path).put((key, record_id), record)
    return created
