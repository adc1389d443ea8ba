"""Records without places to keys that both sides share: by id, and where several have one id, equal ones together."""

from collections.abc import Iterable, Mapping

from cchc.compare.changes import Entry, Key, Records

Named = tuple[str, Mapping[str, object]]


def keyed(family: str, base: Iterable[Named], head: Iterable[Named]) -> tuple[Records, Records]:
    """Return the records of both sides under their keys; order says nothing."""
    base_groups, head_groups = _grouped(base), _grouped(head)
    found: tuple[dict[Key, Entry], dict[Key, Entry]] = {}, {}
    for name in dict.fromkeys([*head_groups, *base_groups]):
        pairs = _paired(base_groups.get(name, []), head_groups.get(name, []))
        for place, pair in enumerate(pairs, start=1):
            key = Key(family, name if place == 1 else f"{name}#{place}")
            for side, fields in zip(found, pair, strict=True):
                if fields is not None:
                    side[key] = Entry(fields)
    return found


def _grouped(records: Iterable[Named]) -> dict[str, list[Mapping[str, object]]]:
    groups: dict[str, list[Mapping[str, object]]] = {}
    for name, fields in records:
        groups.setdefault(name, []).append(fields)
    return groups


_Pair = tuple[Mapping[str, object] | None, Mapping[str, object] | None]


def _paired(base: list[Mapping[str, object]], head: list[Mapping[str, object]]) -> list[_Pair]:
    """Pair equal records first, then what is left in its order; what has no partner stands alone."""
    base, pairs, rest = list(base), list[_Pair](), []
    for fields in head:
        if fields in base:
            base.remove(fields)
            pairs.append((fields, fields))
        else:
            rest.append(fields)
    shared = min(len(base), len(rest))
    pairs += zip(base[:shared], rest[:shared], strict=True)
    pairs += [(fields, None) for fields in base[shared:]]
    pairs += [(None, fields) for fields in rest[shared:]]
    return pairs
