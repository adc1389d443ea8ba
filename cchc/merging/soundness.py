"""Whether a file that was put together has the shape of its kind: a merge must not make one that does not load."""

from copy import deepcopy
from typing import Any

from pydantic import BaseModel, ValidationError

from cchc.model.calendar import CalendarFile
from cchc.model.events import EventsFile
from cchc.model.plan import Plan, Section
from cchc.model.progress import ProgressFile
from cchc.model.settings import Settings
from cchc.model.units import UnitsFile
from cchc.source.tree import Data

_MODELS: dict[str, type[BaseModel]] = {
    "settings": Settings,
    "units-file": UnitsFile,
    "events-file": EventsFile,
    "calendar-file": CalendarFile,
    "progress-file": ProgressFile,
    "plan": Plan,
    "section": Section,
}


def is_sound(data: Data, kind: str) -> bool:
    """Return whether data has the shape of a file of its kind; the names of section files stand for sections."""
    try:
        _MODELS[kind].model_validate(_without_names({} if data is None else deepcopy(data)))
    except ValidationError:
        return False
    return True


def _without_names(held: Any) -> Any:
    sections = held.get("sections") if isinstance(held, dict) else None
    if isinstance(sections, list):
        stand_in = {"number": "", "title": "?"}
        held["sections"] = [stand_in if isinstance(section, str) else _without_names(section) for section in sections]
    return held
