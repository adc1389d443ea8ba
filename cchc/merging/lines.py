"""Files that cannot be merged by what they mean: by their lines, as git does it."""

from difflib import SequenceMatcher
from typing import NamedTuple

from cchc.merging.trio import Trio

Lines = tuple[str, ...]
_MOST = 10_000
"""Comparing lines takes time that grows with the square of their number."""


class Clash(NamedTuple):
    """Lines of the three versions between which a person has to choose, and where they stand in the plan's own terms."""

    versions: Trio[Lines]
    where: str = ""


def by_lines(trio: Trio[Lines]) -> list[str | Clash]:
    """Return the lines on which both agree or which one side changed, and a clash where both changed the same.

    Of more than `_MOST` lines all that differs is one clash.
    """
    base, ours, theirs = trio
    if max(map(len, trio)) > _MOST:
        return as_a_whole(trio)
    matches = _both(_kept(base, ours), _kept(base, theirs))
    result: list[str | Clash] = []
    at = Trio(0, 0, 0)
    for here in [*matches, (Trio(len(base), len(ours), len(theirs)))]:
        part: Trio[Lines] = Trio(*(side[start:end] for side, start, end in zip(trio, at, here, strict=True)))
        if part.ours == part.theirs or part.theirs == part.base:
            result += part.ours
        elif part.ours == part.base:
            result += part.theirs
        else:
            result.append(Clash(part))
        if here.base < len(base):
            result.append(base[here.base])
        at = here.map(lambda place: place + 1)
    return result


def as_a_whole(trio: Trio[Lines]) -> list[str | Clash]:
    """Return one clash that holds all in which ours and theirs differ."""
    ours = trio.ours
    shortest = min(len(version) for version in trio)
    first = next((at for at in range(shortest) if len({version[at] for version in trio}) > 1), shortest)
    room = shortest - first
    last = next((at for at in range(room) if len({version[len(version) - 1 - at] for version in trio}) > 1), room)
    middle: Trio[Lines] = trio.map(lambda version: version[first : len(version) - last])
    return [*ours[:first], Clash(middle), *ours[len(ours) - last :]]


def _kept(base: Lines, side: Lines) -> dict[int, int]:
    """Return which lines of base stand where in a side."""
    pairs: dict[int, int] = {}
    for start, place, size in SequenceMatcher(None, base, side).get_matching_blocks():
        pairs.update(zip(range(start, start + size), range(place, place + size), strict=True))
    return pairs


def _both(ours: dict[int, int], theirs: dict[int, int]) -> list[Trio[int]]:
    return [Trio(line, place, theirs[line]) for line, place in sorted(ours.items()) if line in theirs]
