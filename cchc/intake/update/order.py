"""The fewest moves that bring a list into an order."""

from bisect import bisect_left
from collections.abc import Sequence


def staying(places: Sequence[int]) -> set[int]:
    """Return the indexes of a longest run of places that already ascend: all others have to move."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        spot = bisect_left(ends, place)
        ends[spot : spot + 1] = [place]
        tails[spot : spot + 1] = [index]
        before.append(tails[spot - 1] if spot else -1)
    found: set[int] = set()
    index = tails[-1] if tails else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found
