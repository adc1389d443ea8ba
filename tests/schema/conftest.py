"""The schemas as validators of text, read as an editor reads it."""

import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft7Validator, ValidationError, validators

from cchc.schema import KINDS, schema_of


class _Core(yaml.SafeLoader):
    """YAML 1.2, core schema, as the language server of VS Code reads it: a date is a text, `no` and `12:30` as well."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
_Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
_Core.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
_Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def _as_editors_read(text: str) -> Any:
    return _with_text_keys(yaml.load(text, _Core))


def _with_text_keys(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _with_text_keys(value) for key, value in data.items()}
    return [_with_text_keys(item) for item in data] if isinstance(data, list) else data


def _pattern(_validator: Any, pattern: str, value: Any, _schema: Any) -> Iterator[ValidationError]:
    """Match as JavaScript does, where `$` is the very end."""
    if isinstance(value, str) and not re.search(re.sub(r"\$", r"\\Z", pattern), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


Faults = Callable[[str, str], list[ValidationError]]


@pytest.fixture(scope="session")
def faults() -> Faults:
    """Return what the schema of a kind finds wrong with a text."""
    strict = validators.extend(Draft7Validator, {"pattern": _pattern})
    by_kind = {kind: strict(schema_of(kind, "vi")) for kind in KINDS}
    return lambda kind, text: list(by_kind[kind].iter_errors(_as_editors_read(text)))
