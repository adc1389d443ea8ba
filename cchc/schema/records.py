"""A record of `cchc.model` as JSON Schema: its fields walked one by one, each with its words and examples."""

import types
import typing
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from cchc.diagnostics import CODES, Severity
from cchc.messages import Language, schema_text
from cchc.model.periods import PeriodUnit
from cchc.model.plan import Section
from cchc.model.record import name_of, word_keys
from cchc.model.scalars import Parsed, one_or_more
from cchc.schema.conditions import CONDITIONS
from cchc.schema.examples import EXAMPLES
from cchc.schema.forms import FILLED, ID, SECTION_FILE, TEXT, Schema, choices_of, form_of


class Records:
    """The definitions of a schema, gathered from the record of a file downwards."""

    def __init__(self, language: Language) -> None:
        self.definitions: dict[str, Schema] = {}
        self._language = language

    def of(self, model: type[BaseModel]) -> Schema:
        """Return a reference to a record, which is defined when it is first met."""
        name = name_of(model)
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name].update(self._define(model))
        return {"$ref": f"#/definitions/{name}"}

    def _define(self, model: type[BaseModel]) -> Schema:
        model.model_rebuild()
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        required = [key for key, field in fields.items() if field.is_required()]
        return {
            "type": "object",
            "description": schema_text(self._language, [f"[{name_of(model)}]"]),
            "additionalProperties": False,
            "properties": {key: self._property(model, key, field) for key, field in fields.items()},
            **({"required": required} if required else {}),
            **CONDITIONS.get(model, {}),
        }

    def _property(self, model: type[BaseModel], key: str, field: FieldInfo) -> Schema:
        value = self._allow() if key == "allow" else self._value(field.annotation, field.metadata)
        keys = word_keys(model, key)
        usual = field.default if type(field.default) in {str, int} and field.default else None
        return {
            **({"allOf": [value]} if "$ref" in value else value),
            "description": schema_text(self._language, keys),
            "examples": list(EXAMPLES[next(each for each in keys if each in EXAMPLES)]),
            **({"default": usual} if usual is not None else {}),
        }

    def _allow(self) -> Schema:
        """Return what may be accepted: each warning is offered, any other code is told by `validate`."""
        warnings = [code for code, severity in CODES.items() if severity is Severity.WARNING]
        self.definitions["allow"] = {
            "type": "object",
            "properties": dict.fromkeys(warnings, FILLED),
            "additionalProperties": FILLED,
        }
        return {"$ref": "#/definitions/allow"}

    def _value(self, annotation: Any, metadata: Sequence[Any] = ()) -> Schema:
        """Return the schema of a value of a type, as the metadata of `Annotated` narrow it."""
        for each in metadata:
            if isinstance(each, Parsed):
                return form_of(each)
        schema = self._of_type(annotation)
        for each in metadata:
            for limit in each.metadata if isinstance(each, FieldInfo) else [each]:
                if isinstance(limit, MinLen):
                    schema["minItems"] = limit.min_length
                elif isinstance(limit, MaxLen):
                    schema["maxItems"] = limit.max_length
        if any(isinstance(each, BeforeValidator) and each.func is one_or_more for each in metadata):
            return {"anyOf": [TEXT, schema]}
        return schema

    def _of_type(self, annotation: Any) -> Schema:
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is Annotated:
            return self._value(arguments[0], arguments[1:])
        if origin in (typing.Union, types.UnionType):
            return _any_of([self._of_type(argument) for argument in arguments])
        if origin is Literal:
            return choices_of(arguments)
        if origin is tuple:
            return {"type": "array", "items": self._item(arguments[0])}
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "propertyNames": {"pattern": ID}, "additionalProperties": self._of_type(arguments[1])}
        if annotation is types.NoneType:
            return {"type": "null"}
        if annotation is str:
            return dict(TEXT)
        if issubclass(annotation, PeriodUnit):
            return choices_of(annotation)
        if issubclass(annotation, BaseModel):
            return self.of(annotation)
        raise TypeError(annotation)

    def _item(self, annotation: Any) -> Schema:
        if annotation is Section:  # the loader puts the file in its place (`source.plan_tree`)
            return {"anyOf": [{"type": "string", "pattern": SECTION_FILE}, self.of(Section)]}
        return self._of_type(annotation)


def _any_of(schemas: list[Schema]) -> Schema:
    """Return a choice: of simple types it is one list of types, so that an editor says it in one line."""
    flat = [inner for schema in schemas for inner in (schema["anyOf"] if set(schema) == {"anyOf"} else [schema])]
    null, rest = {"type": "null"}, [schema for schema in flat if schema != {"type": "null"}]
    if len(rest) == 1 and null in flat and "enum" in rest[0]:
        return {**rest[0], "type": [rest[0]["type"], "null"], "enum": [*rest[0]["enum"], None]}
    if len(rest) == 1 and null in flat and "type" in rest[0]:
        own = rest[0]["type"]
        return {**rest[0], "type": [*(own if isinstance(own, list) else [own]), "null"]}
    return {"anyOf": flat}
