"""The order of a list after both sides have added, dropped and moved."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from cchc.compare.moves import longest_rise
from cchc.merging.trio import Torn, Trio

Label = TypeVar("Label", bound=Hashable)


def merged_order(trio: Trio[Sequence[Label]], *, has_meaning: bool = True) -> list[Label]:
    """Return all that ours or theirs holds: ours in its order, what theirs added or moved behind what it follows there.

    Where both added in one place, ours comes first. Raises Torn where both moved the same, each to another place.
    """
    base, ours, theirs = trio
    moved = _moved_by_theirs(trio) if has_meaning else set()
    held, coming = set(ours), set(theirs)
    follow: dict[Label | None, list[Label]] = {None: []}
    anchor: Label | None = None
    for label in theirs:
        if label in moved or label not in held:
            follow.setdefault(anchor, []).append(label)
        else:
            anchor = label
    known = coming.union(base)
    result: list[Label] = []
    pending = follow[None]
    for label in ours:
        if label in moved:
            continue
        if label in known:  # what ours alone added stays with what it was added to
            result += pending
            pending = follow.get(label, [])
        result.append(label)
    return result + pending


def _moved_by_theirs(trio: Trio[Sequence[Label]]) -> set[Label]:
    common = set(trio.base).intersection(trio.ours, trio.theirs)
    base, ours, theirs = ([label for label in side if label in common] for side in trio)
    if theirs in (base, ours):
        return set()
    moved = _moved(base, theirs)
    if ours != base and moved & _moved(base, ours):
        raise Torn("order")
    return moved


def _moved(before: Sequence[Label], after: Sequence[Label]) -> set[Label]:
    """Return the fewest that have to move for one order to become the other."""
    place = {label: index for index, label in enumerate(before)}
    stays = longest_rise([place[label] for label in after])
    return {label for index, label in enumerate(after) if index not in stays}
