"""What the schemas say of each key, and that they know the same keys as the layout and the models."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from cchc.messages import LANGUAGES
from cchc.messages.en.schema import DESCRIPTIONS as ENGLISH
from cchc.messages.vi.schema import DESCRIPTIONS as VIETNAMESE
from cchc.model import calendar, deadlines, events, plan, progress, settings, units
from cchc.model.record import name_of, word_keys
from cchc.schema import KINDS, modeline, schema_of
from cchc.schema.examples import EXAMPLES
from cchc.source.layout import SHAPES

ROOM = (calendar, deadlines, events, plan, progress, settings, units)
MODELS = {
    name_of(model): model
    for module in ROOM
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel)
}


def properties() -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Yield each property of each schema: its record, its key, what is said of it, and the schema that it stands in."""
    for kind, model in KINDS.items():
        schema = schema_of(kind, "vi")
        for record, definition in {name_of(model): schema, **schema["definitions"]}.items():
            if record != "allow":
                for key, own in definition["properties"].items():
                    yield record, key, own, schema


def test_both_languages_tell_of_the_same_keys() -> None:
    assert sorted(VIETNAMESE) == sorted(ENGLISH)


def test_every_key_has_words_and_examples_and_none_is_left_over() -> None:
    told, shown = set(), set()
    for record, key, own, _ in properties():
        assert own["description"], f"{record}/{key}"
        assert own["examples"], f"{record}/{key}"
        names = word_keys(MODELS[record], key)
        told |= {f"[{record}]", next(name for name in names if name in VIETNAMESE)}
        shown.add(next(name for name in names if name in EXAMPLES))
    assert sorted(told) == sorted(VIETNAMESE)
    assert sorted(shown) == sorted(EXAMPLES)


def test_every_example_is_right() -> None:
    for record, key, own, schema in properties():
        validator = Draft7Validator({**own, "definitions": schema["definitions"]})
        for example in own["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], f"{record}/{key}: {example}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str, language: str) -> None:
    Draft7Validator.check_schema(schema_of(kind, language))


def test_the_schemas_know_the_keys_of_the_layout() -> None:
    layout = {key for keys in SHAPES.values() for key in keys} | {"sample", "allow"}
    assert {key for _, key, _, _ in properties()} == layout


def test_a_key_tells_its_choices() -> None:
    kind = schema_of("calendar", "vi")["definitions"]["calendar-day"]["properties"]["kind"]
    assert kind["enum"] == ["holiday", "substitute", "exchanged", "worked"]
    assert kind["description"] == "holiday: nghỉ lễ; substitute: nghỉ bù; exchanged: nghỉ hoán đổi; worked: đi làm bù."


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("cchc.yaml", "# yaml-language-server: $schema=schema/settings.json"),
        ("plans/units.yaml", "# yaml-language-server: $schema=../schema/units.json"),
        ("plans/events/hop.yaml", "# yaml-language-server: $schema=../../schema/events.json"),
        ("plans/p/plan.yaml", "# yaml-language-server: $schema=../../schema/plan.json"),
        ("plans/p/sections/a.yaml", "# yaml-language-server: $schema=../../../schema/section.json"),
        ("plans/p/progress/a--2025-06.yaml", "# yaml-language-server: $schema=../../../schema/progress.json"),
        ("README.md", ""),
    ],
)
def test_a_file_names_its_schema_from_where_it_stands(path: str, expected: str) -> None:
    assert modeline(path) == expected
