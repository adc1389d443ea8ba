"""Where a file of a plan names a unit."""

from collections.abc import Iterator

from cchc.source.layout import kind_of, kind_of_item
from cchc.source.routes import Route
from cchc.source.tree import Data


def places_of(unit: str, data: Data, kind: str, route: Route = ()) -> Iterator[Route]:
    """Yield the route of each text that is the id of a unit in a file's data; `kind` is its shape."""
    if kind == "plan" and isinstance(data, dict) and data.get("issuer") == unit:
        yield ("issuer",)
    if kind == "units":
        yield from _in_cell(unit, data, route)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from places_of(unit, value, kind_of(key, kind), (*route, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from places_of(unit, item, kind_of_item(kind), (*route, index))


def _in_cell(unit: str, data: Data, route: Route) -> Iterator[Route]:
    if isinstance(data, dict):
        data, route = data.get("units"), (*route, "units")
    for index, entry in enumerate(data if isinstance(data, list) else ()):
        if entry == unit:
            yield (*route, index)
        elif isinstance(entry, dict) and entry.get("unit") == unit:
            yield (*route, index, "unit")
