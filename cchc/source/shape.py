"""Data that does not fit its record: pydantic's errors as findings, and what can be saved from a broken file."""

import copy
import types
import typing
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cchc.diagnostics import CODES, MAX_ERRORS, Finding, NodePath, first_errors
from cchc.model.deadlines import RULE_KEYS, RuleRecord
from cchc.source.tree import Data

M = TypeVar("M", bound=BaseModel)
Keys = tuple[str | int, ...]
_EXPECTED = {
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "record",
    "mapping_type": "record",
}
_NO_RULE = "<wording>"  # the tag of a mapping without any rule's key
_COMPARED = 100  # characters: comparing long texts takes time without end
_TOLD_WHEN_MISSING = frozenset(
    {"deadline", "parts", "targets", "issued_on", "received_on", "effective_on", "applies_to", "evidence", "occurrence", "part"}
)
_LISTS = frozenset({"lead", "coordinating"})  # a list, or a record with a text of its own
_NO_MATCH = ("model_type", "model_attributes_type", "union_tag_not_found")


def findings_of(error: ValidationError, model: type[BaseModel], data: Data, at: NodePath) -> Iterator[Finding]:
    """Return a finding for each fault; `at` is the route of `data` in its file."""
    faults = error.errors(include_url=False)[: 2 * MAX_ERRORS]
    told = [(details, _finding(details, model, data, at)) for details in faults]
    unknown: dict[Keys, list[Finding]] = {}
    for _, finding in told:
        if finding.code == "unknown-key":
            unknown.setdefault(_keys_of(finding)[:-1], []).append(finding)
    own = (finding for details, finding in told if not _is_consequence(details, finding, unknown))
    return first_errors(own, at.file)


def _keys_of(finding: Finding) -> Keys:
    return finding.at.keys if isinstance(finding.at, NodePath) else ()


def _is_consequence(details: ErrorDetails, finding: Finding, unknown: Mapping[Keys, list[Finding]]) -> bool:
    """Return whether another finding tells the cause: a misspelt key is not missing too, a rule without its key is no wording."""
    if details["type"] == "too_short":  # pydantic counts only the items that are sound
        return bool(details["input"])
    if finding.code == "missing-key":
        misspelt = unknown.get(_keys_of(finding), ())
        return any(_NO_RULE in details["loc"] or one.params.get("near") == finding.params["key"] for one in misspelt)
    if finding.reason == "other-rule" and _NO_RULE in details["loc"]:
        beside = unknown[_keys_of(finding)[:-1]]
        return finding is not beside[0] or any(not one.reason for one in beside)
    return False


def route_of(details: ErrorDetails, data: Data) -> tuple[Keys, str]:
    """Return the keys that lead to the fault in `data`, and the name of the key that is missing there, or ""."""
    node: Any = data
    route: list[str | int] = []
    for part in details["loc"]:
        if isinstance(node, dict):
            if part not in node:
                if isinstance(part, str) and not part.startswith(("<", "[")):
                    return tuple(route), part
                continue
        elif not (isinstance(node, list) and isinstance(part, int) and part < len(node)):
            continue
        node = node[part]
        route.append(part)
    return tuple(route), ""


def _finding(details: ErrorDetails, model: type[BaseModel], data: Data, at: NodePath) -> Finding:
    route, missing = route_of(details, data)
    here = NodePath(at.file, at.keys + route)
    kind, context = details["type"], dict(details.get("ctx", {}))
    if "[key]" in details["loc"]:
        here = here.key()
    if kind == "missing" or (missing and kind not in CODES):
        return Finding("missing-key", here.first_key(), {"key": missing})
    if kind == "extra_forbidden":
        return _unknown_key(model, route, here)
    if kind in CODES:
        return _own_finding(kind, context, here)
    value = details.get("input")
    is_choice = kind in {"literal_error", "enum"}
    if kind in _EXPECTED or kind in _NO_MATCH or not isinstance(value, str if is_choice else str | list | tuple):
        expected = "list" if route and route[-1] in _LISTS else _EXPECTED.get(kind, "text" if is_choice else "record")
        return Finding("wrong-type", here, {}, expected)
    if is_choice:
        choices = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        near = get_close_matches(str(value)[:_COMPARED], choices, 1)
        return Finding(
            "invalid-value",
            here,
            {"value": value, "choices": choices, "near": near[0] if near else ""},
            "choice",
        )
    return Finding("invalid-value", here, {"value": value}, {"too_short": "blank", "too_long": "too-many"}.get(kind, ""))


def _own_finding(code: str, context: dict[str, Any], here: NodePath) -> Finding:
    """Return the finding for an error that the model raised with `scalars.fault`."""
    reason = context.pop("reason", "")
    if code == "missing-key":
        return Finding(code, here.first_key(), context)
    reason = context.pop("expected", reason)
    for deeper in ("index", "key"):
        if deeper in context:
            here = here / context[deeper]
    return Finding(code, here, context, reason)


def _unknown_key(model: type[BaseModel], route: tuple[str | int, ...], here: NodePath) -> Finding:
    key = str(route[-1])
    records = _records_at(model, route[:-1])
    known = _known_keys(records)
    if (key in known and key in RULE_KEYS) or key == "all":
        return Finding("unknown-key", here.key(), {"key": key}, "second-rule")
    if any(issubclass(record, RuleRecord) for record in records) and key in known:
        return Finding("unknown-key", here.key(), {"key": key}, "other-rule")
    return Finding("unknown-key", here.key(), {"key": key, "near": _nearest(key, known), "known": known})


def _known_keys(records: set[type[BaseModel]]) -> list[str]:
    return sorted({field.alias or name for record in records for name, field in record.model_fields.items()})


def _nearest(key: str, known: list[str]) -> str:
    return next(iter(get_close_matches(key[:_COMPARED], known, 1, 0.6)), "")


def _records_at(model: type[BaseModel], route: tuple[str | int, ...]) -> set[type[BaseModel]]:
    """Return the record types that may stand at a route: several where a union leaves the choice."""
    annotations: list[Any] = [model]
    for key in route:
        inner: list[Any] = []
        for annotation in annotations:
            if isinstance(annotation, type) and issubclass(annotation, BaseModel):
                inner += [field.annotation for name, field in annotation.model_fields.items() if (field.alias or name) == key]
            else:
                inner += [argument for argument in typing.get_args(annotation) if argument is not Ellipsis]
        annotations = [member for annotation in inner for member in _members(annotation)]
    return {annotation for annotation in annotations if isinstance(annotation, type) and issubclass(annotation, BaseModel)}


def _members(annotation: Any) -> Iterator[Any]:
    """Yield the alternatives of a union, without the dressing of `Annotated`."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _members(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for argument in typing.get_args(annotation):
            yield from _members(argument)
    else:
        yield annotation


def salvage(model: type[M], data: Data) -> M | None:
    """Return the record without the keys that it may not have; None where more is wrong, or where what it lacks would be told."""
    while True:  # a key taken away can show another fault; each round takes one away at least
        try:
            return model.model_validate(data)
        except ValidationError as error:
            if error.error_count() > MAX_ERRORS:
                return None
            routes = []
            for details in error.errors(include_url=False):
                if details["type"] != "extra_forbidden" or _NO_RULE in details["loc"]:  # what was meant as a rule is lost
                    return None
                route, _ = route_of(details, data)
                if _nearest(str(route[-1]), _known_keys(_records_at(model, route[:-1]))) in _TOLD_WHEN_MISSING:
                    return None
                routes.append(route)
            data = copy.deepcopy(data)
            for route in routes:
                _remove(data, route)


def misspells(model: type[BaseModel], data: Data, key: str) -> bool:
    """Return whether a record lacks `key` and has an unknown one that looks like it."""
    if not isinstance(data, dict) or key in data:
        return False
    known = _known_keys({model})
    return any(_nearest(other, known) == key for other in islice(data, MAX_ERRORS) if other not in known)


def _remove(data: Any, route: tuple[str | int, ...]) -> None:
    for key in route[:-1]:
        data = data[key]
    data.pop(route[-1], None)
