"""Plain data at a route of keys: looked up, put in, taken out."""

from collections.abc import Collection
from copy import deepcopy
from typing import Any, cast

from cchc.source.tree import Data

Route = tuple[str | int, ...]


def value_at(data: Data, route: Route) -> Data:
    """Return what stands at a route; None where nothing does."""
    held: Any = data
    for key in route:
        try:
            held = held[key]
        except (KeyError, IndexError, TypeError):
            return None
    return cast("Data", held)


def with_value(data: Data, route: Route, value: Data) -> Data:
    """Return a copy of data with a value at a route; mappings on the way are made."""
    if not route:
        return value
    key, *rest = route
    if isinstance(key, int):
        items = list(data) if isinstance(data, list) else []
        items[key] = with_value(items[key], tuple(rest), value)
        return items
    held = dict(data) if isinstance(data, dict) else {}
    held[key] = with_value(held.get(key), tuple(rest), value)
    return held


def put_into(data: Any, route: Route, value: Data) -> None:
    """Put a value at a route of data itself; mappings on the way are made."""
    for key in route[:-1]:
        if isinstance(data, dict) and not isinstance(data.get(key), dict | list):
            data[key] = {}
        data = data[key]
    data[route[-1]] = value


def take_from(data: Any, route: Route, keys: Collection[str | int]) -> None:
    """Take entries out of the collection at a route of data itself."""
    held: Any = value_at(data, route)
    if isinstance(held, list):
        held[:] = [item for index, item in enumerate(held) if index not in keys]
        return
    for key in keys:
        del held[key]


def without(data: Data, route: Route) -> Data:
    """Return a copy of data that lacks what stands at a route."""
    copy = deepcopy(data)
    holder: Any = value_at(copy, route[:-1])
    del holder[route[-1]]
    return copy
