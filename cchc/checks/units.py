"""Units among themselves: groups without circles, members and successors that exist, no unit listed twice."""

import unicodedata
from collections.abc import Iterator

from cchc.checks.references import is_unknown, unknown_unit
from cchc.diagnostics import Finding
from cchc.model.registry import Registry

_CIRCLE_SHOWN = 20  # units; a message has no room for more


def check(registry: Registry) -> Iterator[Finding]:
    names: dict[str, str] = {}
    for unit_id, placed in registry.units.items():
        unit, at = placed.record, placed.at
        for key, refs in (("members", unit.members), ("succeeded_by", unit.succeeded_by)):
            for index, ref in enumerate(refs):
                if is_unknown(ref, registry):
                    yield unknown_unit(ref, at / key / index, registry)
        name = folded(unit.name)
        if name in names:
            yield Finding("duplicate-record", at / "name", {"name": unit.name, "first": names[name]}, "unit-name")
        names.setdefault(name, unit_id)
    for key in ("members", "succeeded_by"):
        yield from _circles(registry, key)


def folded(name: str) -> str:
    """Return a unit's name as names are compared: NFC, no letter case, no final stop, no leading dash."""
    return unicodedata.normalize("NFC", name).strip().removeprefix("- ").rstrip(". ").casefold()


def _circles(registry: Registry, key: str) -> Iterator[Finding]:
    """Yield a finding at each entry that closes a circle; iterative, since a chain may be long."""
    done: set[str] = set()
    for start in registry.units:
        path: list[str] = [start]
        on_path = {start}
        pending = [enumerate(getattr(registry.units[start].record, key))]
        while pending and start not in done:
            index, ref = next(pending[-1], (-1, ""))
            if index < 0:
                pending.pop()
                done.add(path[-1])
                on_path.discard(path.pop())
            elif ref in on_path:
                first = path.index(ref)
                circle = [*path[first : first + _CIRCLE_SHOWN], ref]
                yield Finding("unit-cycle", registry.units[path[-1]].at / key / index, {"circle": " → ".join(circle)})
            elif ref in registry.units and ref not in done:
                path.append(ref)
                on_path.add(ref)
                pending.append(enumerate(getattr(registry.units[ref].record, key)))
