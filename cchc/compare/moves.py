"""What was moved: into another section, or within one, the fewest that account for the new order."""

from bisect import bisect_left
from collections.abc import Sequence

from cchc.compare.changes import Key, Records


def moved(base: Records, head: Records) -> set[Key]:
    """Return the keys of what both sides have and what was moved."""
    found: set[Key] = set()
    stayed: dict[tuple[str, str], list[tuple[int, int, Key]]] = {}
    for key, entry in head.items():
        before = base[key].place if key in base else None
        if before is None or entry.place is None:
            continue
        if before.holder != entry.place.holder:
            found.add(key)
        else:
            stayed.setdefault((key.family, before.holder), []).append((entry.place.turn, before.turn, key))
    for places in stayed.values():
        places.sort()
        kept = longest_rise([before for _, before, _ in places])
        found.update(key for turn, (_, _, key) in enumerate(places) if turn not in kept)
    return found


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """Return the places of a longest rising run of different numbers, which need not stand side by side."""
    ends: list[int] = []
    last_places: list[int] = []
    above: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        above.append(last_places[length - 1] if length else None)
        ends[length:] = [number, *ends[length + 1 :]]
        last_places[length:] = [place, *last_places[length + 1 :]]
    found: set[int] = set()
    at = last_places[-1] if last_places else None
    while at is not None:
        found.add(at)
        at = above[at]
    return found
