"""JSON Schema of each kind of file, for editors: built from the records of `cchc.model`, with words and examples."""

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel

from cchc.messages import Language
from cchc.model.calendar import CalendarFile
from cchc.model.events import EventsFile
from cchc.model.plan import Plan, Section
from cchc.model.progress import ProgressFile
from cchc.model.record import name_of
from cchc.model.settings import Settings
from cchc.model.units import UnitsFile
from cchc.schema.forms import Schema
from cchc.schema.records import Records
from cchc.source.layout import shape_of

KINDS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "settings": Settings,
        "units": UnitsFile,
        "events": EventsFile,
        "calendar": CalendarFile,
        "plan": Plan,
        "section": Section,
        "progress": ProgressFile,
    }
)
FOLDER = "schema"
"""Where a workspace keeps its schemas, one `KIND.json` each."""
PATTERNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "settings": ("cchc.yaml",),
        "units": ("plans/units.yaml", "plans/units/*.yaml"),
        "events": ("plans/events.yaml", "plans/events/*.yaml"),
        "calendar": ("plans/calendar.yaml", "plans/calendar/*.yaml"),
        "plan": ("plans/**/plan.yaml",),
        "section": ("plans/**/sections/**/*.yaml",),
        "progress": ("plans/**/progress.yaml", "plans/**/progress/*.yaml"),
    }
)
"""Which files of a workspace are of a kind, as editors write it."""


def schema_of(kind: str, language: Language) -> Schema:
    """Return the schema of a kind of file, in draft 7: the one that editors of YAML know best."""
    records = Records(language)
    records.of(KINDS[kind])
    own = records.definitions[name_of(KINDS[kind])]
    type_of_file = "object" if "required" in own else ["object", "null"]  # an empty file is one without records
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **own,
        "type": type_of_file,
        "definitions": {name: schema for name, schema in records.definitions.items() if schema is not own or name == "section"},
    }


def modeline(path: str) -> str:
    """Return the comment that tells an editor the schema of a file, "" for one of no kind; a file begins with it."""
    shape = shape_of(path)
    if shape is None:
        return ""
    upwards = "../" * path.count("/")
    return f"# yaml-language-server: $schema={upwards}{FOLDER}/{shape.removesuffix('-file')}.json"
