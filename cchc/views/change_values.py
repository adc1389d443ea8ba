"""A value of a record as a reader of changes sees it: as it prints where that differs, else as the file says it."""

from collections.abc import Mapping
from datetime import date

from cchc.compare.changes import FieldChange
from cchc.compare.fields import fields_of
from cchc.messages import Language, print_day
from cchc.model.deadlines import RuleRecord
from cchc.model.record import Record
from cchc.model.registry import Registry
from cchc.model.terms import Term
from cchc.model.units import UnitAs, UnitCell
from cchc.views.appendix import deadline_paragraphs
from cchc.views.names import paragraphs, unit_cell, unit_name

_CELLS = frozenset({"lead", "coordinating"})
_UNITS = frozenset({"members", "succeeded_by"})


def said(field: FieldChange, base: Registry, head: Registry, language: Language) -> tuple[str, str]:
    """Return what a key said and says; where both print the same, the rule or the ids that differ."""
    before = _printed(field.name, field.before, base, language)
    after = _printed(field.name, field.after, head, language)
    return _differing(field.before, field.after) if before == after else (before, after)


def _differing(before: object, after: object) -> tuple[str, str]:
    """Return two values that print the same as files write them; of two rules without the words that they share."""
    if isinstance(before, RuleRecord) and isinstance(after, RuleRecord) and before.text == after.text:
        return _without_text(before), _without_text(after)
    return raw(before), raw(after)


def _without_text(rule: RuleRecord) -> str:
    return "; ".join(f"{name}: {raw(inner)}" for name, inner in fields_of(rule, frozenset({"text"})).items())


def _printed(name: str, value: object, registry: Registry, language: Language) -> str:
    key = name.rpartition("/")[2]
    if value is None:
        return ""
    if isinstance(value, date):
        return print_day(language, value)
    if key == "deadline" and isinstance(value, str | Record):
        return "\n".join(deadline_paragraphs(value, registry))  # type: ignore[arg-type]  # a record under this key is a deadline
    if key in _CELLS and isinstance(value, tuple | UnitCell):
        return "\n".join(unit_cell(value, registry))
    if key in _UNITS and isinstance(value, tuple):
        return "; ".join(unit_name(str(unit), registry) for unit in value)
    if key == "issuer":
        return unit_name(str(value), registry)
    if isinstance(value, tuple) and not isinstance(value, Term) and all(isinstance(item, str) for item in value):
        return "\n".join(paragraphs(value)) if key in {"content", "title", "results"} or name.startswith("extra/") else raw(value)
    return raw(value)


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
