"""Plain data at a route of keys: looked up, put in, left out."""

from copy import deepcopy
from typing import Any

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
    return held  # type: ignore[no-any-return]  # the way in was through Any


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


def without(data: Data, route: Route) -> Data:
    """Return a copy of data that lacks what stands at a route."""
    copy = deepcopy(data)
    holder: Any = value_at(copy, route[:-1])
    del holder[route[-1]]
    return copy
