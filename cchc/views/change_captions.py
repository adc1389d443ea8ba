"""What a key of a record is called, in the language of the reader."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc.messages import Language, caption_text
from cchc.model.calendar import CalendarDay
from cchc.model.events import Event, EventType
from cchc.model.plan import DocumentHead, Part, Plan, PlanPeriod, Section, Target, Task, Withdrawn
from cchc.model.progress import Completion, Extension, Measurement, Waiver
from cchc.model.record import Record, word_keys
from cchc.model.settings import Conventions, Settings
from cchc.model.units import Unit

RECORDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "settings": Settings,
        "unit": Unit,
        "type": EventType,
        "event": Event,
        "calendar": CalendarDay,
        "plan": Plan,
        "section": Section,
        "task": Task,
        "completion": Completion,
        "extension": Extension,
        "waiver": Waiver,
        "measurement": Measurement,
    }
)
"""The record of each family of changes."""
_OPENED: Mapping[str, type[Record]] = MappingProxyType(
    {"conventions": Conventions, "document": DocumentHead, "period": PlanPeriod, "withdrawn": Withdrawn}
)
_WITH_IDS: Mapping[str, tuple[str, type[Record]]] = MappingProxyType({"parts": ("[part]", Part), "targets": ("[target]", Target)})


def caption_of(name: str, language: Language, family: str) -> str:
    """Return what a key is called, beginning with a capital: `Chỉ tiêu ty-le, ít nhất` for `targets/ty-le/at_least`."""
    text = caption_within(RECORDS[family], name, language)
    return text[:1].upper() + text[1:]


def caption_within(record: type[Record], name: str, language: Language) -> str:
    """Return what a key of a record is called; one inside of a part or a target is told with that."""
    key, _, inner = name.partition("/")
    own = caption_text(language, word_keys(record, key))
    if not inner:
        return own
    if key in _WITH_IDS:
        holder, holder_record = _WITH_IDS[key]
        item, _, inner = inner.partition("/")
        return f"{caption_text(language, [holder])} {item}, {caption_within(holder_record, inner, language)}"
    if key not in _OPENED:
        return f"{own} {inner}"
    caption = caption_within(_OPENED[key], inner, language)
    return f"{own}, {caption}" if inner.partition("/")[0] in Record.model_fields else caption
