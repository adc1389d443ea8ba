"""What a record asks of several keys at once: the validators of `cchc.model` in the words of JSON Schema."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from cchc.model.deadlines import Every, OnRequest, Window
from cchc.model.plan import Plan, Target, Task
from cchc.schema.forms import Schema


def _is_there(key: str, more: Schema | None = None) -> Schema:
    """Return what holds where a key has a value: `null` is none."""
    return {"required": [key], "properties": {key: more or {"not": {"type": "null"}}}}


def _at_least_one(*keys: str) -> Schema:
    return {"anyOf": [{"required": [key]} for key in keys]}


def _one_of(*keys: str) -> Schema:
    return {"oneOf": [_is_there(key) for key in keys]}


_LEAD = _is_there("lead")
CONDITIONS: Mapping[type[BaseModel], Mapping[str, Any]] = MappingProxyType(
    {
        Plan: _one_of("year", "period"),
        Task: {"anyOf": [_LEAD, _is_there("parts", {"minItems": 1, "items": _LEAD})]},
        Target: _one_of("at_least", "above", "at_most", "below"),
        Window: _at_least_one("from", "to", "until"),
        OnRequest: _at_least_one("on_request", "when"),
        Every: {
            "allOf": [
                {"not": {"required": ["by_day", "before_day"]}},
                {"not": {"required": ["by_day", "weekday"]}},
                {"not": {"required": ["before_day", "weekday"]}},
            ]
        },
    }
)
