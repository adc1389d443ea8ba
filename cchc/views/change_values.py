"""A value of a record as a reader of changes sees it: as it prints where that differs, else what it says in words."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from cchc.compare.changes import FieldChange
from cchc.compare.fields import fields_of
from cchc.messages import Language, caption_text, print_day, value_text
from cchc.model.deadlines import All, Deadline, RuleRecord
from cchc.model.periods import PeriodSpan
from cchc.model.plan import COLUMNS, OwnColumn, Task
from cchc.model.record import Record, word_keys
from cchc.model.registry import Registry
from cchc.model.terms import Term
from cchc.model.units import UnitAs, UnitCell
from cchc.views.appendix import deadline_paragraphs
from cchc.views.change_captions import caption_within
from cchc.views.names import paragraphs, unit_cell, unit_name, unit_names
from cchc.wording.write import print_span, print_term

_CELLS = frozenset({"lead", "coordinating"})
_UNITS = frozenset({"members", "succeeded_by"})
_PROSE = frozenset({"content", "title", "results"})
_TYPES = frozenset({"type", "after", "ahead_of", "until", "when"})
CHOICES = frozenset(
    {"before", "check", "counted_from", "every", "kind", "language", "numbering", "ongoing_check", "roll", "weekday"}
)
"""Keys whose values are one of a few; a day under `before` is none."""
_Sides = tuple[str, str]


def said(field: FieldChange, base: Registry, head: Registry, language: Language) -> _Sides:
    """Return what a key said and says in the reader's words; where both print the same, the rule or the ids that differ."""
    sides = (field.before, base), (field.after, head)
    before, after = (_printed(field.name, value, registry, language) for value, registry in sides)
    if before == after:
        before, after = (_in_words(field, value, registry, language) for value, registry in sides)
    return _differing(field.before, field.after) if before == after else (before, after)


def written(field: FieldChange, base: Registry, head: Registry) -> _Sides:
    """Return what a key said and says for programs, the same in each language: what does not print as files write it."""
    before, after = _printed(field.name, field.before, base), _printed(field.name, field.after, head)
    return _differing(field.before, field.after) if before == after else (before, after)


def _differing(before: object, after: object) -> _Sides:
    """Return two values that print the same as files write them; of two rules without the words that they share."""
    if isinstance(before, RuleRecord) and isinstance(after, RuleRecord) and before.text == after.text:
        return _without_text(before), _without_text(after)
    return raw(before), raw(after)


def _without_text(rule: RuleRecord) -> str:
    return "; ".join(f"{name}: {raw(inner)}" for name, inner in fields_of(rule, frozenset({"text"})).items())


def _printed(name: str, value: object, registry: Registry, language: Language | None = None) -> str:
    """Return a value as it prints; what does not is told in words, or, without a language, as files write it."""
    key = name.rpartition("/")[2]
    if value is None:
        return ""
    if isinstance(value, date):
        return print_day(language or "en", value)
    if language is not None and _is_text_of_its_own(name) and isinstance(value, str | tuple):
        return "\n".join(paragraphs(value))
    if key == "deadline" and isinstance(value, str | Record):
        return "\n".join(deadline_paragraphs(cast("Deadline", value), registry))
    if key in _CELLS and isinstance(value, tuple | UnitCell):
        return "\n".join(unit_cell(value, registry)) if value or language is None else value_text(language, "nothing")
    if key in _UNITS and isinstance(value, tuple):
        return "; ".join(unit_name(str(unit), registry) for unit in value)
    if key == "issuer":
        return unit_name(str(value), registry)
    if (key in _PROSE or name.startswith("extra/")) and isinstance(value, tuple):
        return "\n".join(paragraphs(value))
    return raw(value) if language is None else in_words(key, value, registry, language)


def _is_text_of_its_own(name: str) -> bool:
    """Return whether a key is a column of the plan's own: whatever it is called, it holds text."""
    keys = name.split("/")
    return keys[0] == "extra" or (keys[0] == "parts" and keys[2:3] == ["extra"])


def _in_words(field: FieldChange, value: object, registry: Registry, language: Language) -> str:
    """Return what a value says where both sides print the same; of two rules without the words that they share."""
    both = (field.before, field.after)
    texts = [side.text for side in both if isinstance(side, RuleRecord)]
    but = frozenset({"text"}) if len(texts) == 2 and texts[0] == texts[1] else frozenset[str]()
    if isinstance(value, RuleRecord):
        return _record_in_words(value, registry, language, but)
    return in_words(field.name.rpartition("/")[2], value, registry, language)


def in_words(key: str, value: object, registry: Registry, language: Language) -> str:
    """Return a value in the reader's words: a choice by its name, an event type by its name, a rule key by key."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return value_text(language, "true" if value else "false")
    if isinstance(value, date):
        return print_day(language, value)
    if isinstance(value, float):
        return raw(value).replace(".", ",") if language == "vi" else raw(value)
    if isinstance(value, Term):
        return print_term(value) if language == "vi" else str(value).replace("..", " to ")
    if isinstance(value, PeriodSpan):
        return print_span(value, small=True) if language == "vi" else str(value).replace("..", " to ")
    if isinstance(value, UnitAs):
        return f"{value.unit} ({caption_text(language, word_keys(UnitAs, 'as'))} {value.as_})"
    if isinstance(value, OwnColumn):
        return f"{value.title} ({_column(value.key, language)})"
    if isinstance(value, Record):
        return _record_in_words(value, registry, language)
    if isinstance(value, tuple):
        joined = "\n" if key == "all" else ", " if key == "columns" else "; "
        nothing = "no-task" if key == "applies_to" else "nothing"
        return joined.join(in_words(key, item, registry, language) for item in value) or value_text(language, nothing)
    return _name_in_words(key, str(value), registry, language) or value_text(language, "nothing")


def _name_in_words(key: str, name: str, registry: Registry, language: Language) -> str:
    if key in CHOICES:
        return value_text(language, name)
    if key in _TYPES:
        placed = registry.event_types.get(name)
        return placed.record.name if placed else name
    return _column(name, language) if key == "columns" else name


def _column(key: str, language: Language) -> str:
    return caption_within(Task, key, language) if key in COLUMNS else key


def _record_in_words(value: Record, registry: Registry, language: Language, but: frozenset[str] = frozenset()) -> str:
    told = [
        f"{caption_within(type(value), name, language)}: {_inner_in_words(name, inner, registry, language)}"
        for name, inner in sorted(fields_of(value, but | {"all"}).items(), key=lambda told: told[0] in RuleRecord.model_fields)
    ]
    rules = [in_words("all", value.all, registry, language)] if isinstance(value, All) else []
    return "\n".join(filter(None, ["; ".join(told), *rules]))


def _inner_in_words(name: str, value: object, registry: Registry, language: Language) -> str:
    if name == "lead" and isinstance(value, tuple):
        return "; ".join(unit_names(value, registry))
    return in_words(name, value, registry, language)


def raw(value: object) -> str:
    """Return a value much as a file writes it; values that differ never look the same."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, UnitAs):
        return f"{value.unit} ({value.as_})"
    if isinstance(value, Record):
        return "; ".join(f"{name}: {raw(inner)}" for name, inner in fields_of(value).items())
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {raw(inner)}" for name, inner in value.items())
    if isinstance(value, tuple) and not isinstance(value, Term):
        return f"[{', '.join(map(raw, value))}]"
    return str(value)
