"""A record to the keys that it says, each with its value; what has ids inside a record keeps them in the key."""

from collections.abc import Iterator, Mapping
from functools import cache

from cchc.model.deadlines import WordingOnly
from cchc.model.plan import DocumentHead, Part, PlanPeriod, Target, Withdrawn
from cchc.model.record import Record
from cchc.model.settings import Conventions

_OPENED = (DocumentHead, PlanPeriod, Withdrawn, Conventions)
"""Records of which each key is told on its own."""


class Printed(str):
    """A number as it prints; `follows` where it is the one after the last, whatever that is."""

    __slots__ = ("follows",)
    follows: bool

    @classmethod
    def of(cls, text: str, *, follows: bool) -> "Printed":
        printed = cls(text)
        printed.follows = follows
        return printed


def is_same(before: object, after: object) -> bool:
    """Return whether two values say the same; numbers that both follow on have not changed when what is before them has."""
    if isinstance(before, Printed) and isinstance(after, Printed) and before.follows and after.follows:
        return before.strip("0123456789") == after.strip("0123456789")
    return before == after


def fields_of(record: Record, but: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return what a record says, by key; what only says the default is left out."""
    found: dict[str, object] = {}
    for name, key, default in _defaults_of(type(record)):
        value = getattr(record, name)
        if value is not default and name not in but and value != default:
            found.update(_opened(key, value))
    return found


@cache
def _defaults_of(record: type[Record]) -> list[tuple[str, str, object]]:
    """Return name, key in files and default of each field: pydantic works a default out anew each time that it is asked."""
    fields = record.model_fields.items()
    return [(name, info.alias or name, info.get_default(call_default_factory=True)) for name, info in fields]


def _opened(name: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((f"{name}/{key}", inner) for key, inner in value.items())
    elif isinstance(value, _OPENED):
        yield from ((f"{name}/{key}", inner) for key, inner in fields_of(value).items())
    elif isinstance(value, tuple) and value and all(isinstance(item, Part | Target) for item in value):
        ids = _distinct([item.id for item in value])
        yield name, ids
        for item_id, item in zip(ids, value, strict=True):
            yield from ((f"{name}/{item_id}/{key}", inner) for key, inner in fields_of(item, frozenset({"id"})).items())
    elif isinstance(value, WordingOnly) and fields_of(value).keys() == {"text"} and isinstance(value.text, str):
        yield name, value.text
    else:
        yield name, value


def _distinct(ids: list[str]) -> tuple[str, ...]:
    """Return ids of which none is there twice, also where a plan has the error."""
    return tuple(f"{name}#{ids[:place].count(name) + 1}" if name in ids[:place] else name for place, name in enumerate(ids))
