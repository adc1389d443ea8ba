"""Records that both sides have put in place of the same one, each another: nobody can tell which was meant."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from cchc.merging.trio import Trio


class Replaced(NamedTuple):
    """The label of a record that both sides dropped; on each side that of the record that stands there now."""

    label: Hashable


def with_replacements(labels: Trio[list[Hashable]]) -> Trio[list[Hashable]]:
    """Return labels in which what both sides put in place of a record is known by that record.

    Of several between the same neighbours the first was put in place of the first, and so on; what is left over was added.
    """
    base, ours, theirs = map(set, labels)
    survivors = base & ours & theirs
    gone, mine, other = (
        _between(survivors, side, wanted)
        for side, wanted in zip(labels, (base - ours - theirs, ours - theirs - base, theirs - ours - base), strict=True)
    )
    names: dict[Hashable, Hashable] = {}
    for anchor in gone.keys() & mine.keys() & other.keys():
        for alike in zip(gone[anchor], mine[anchor], other[anchor], strict=False):
            names |= dict.fromkeys(alike, Replaced(alike[0]))
    return labels.map(lambda side: [names.get(label, label) for label in side])


def _between(survivors: set[Hashable], side: Sequence[Hashable], wanted: set[Hashable]) -> dict[Hashable, list[Hashable]]:
    """Return the wanted labels of a side under the survivor that stands before them."""
    found: dict[Hashable, list[Hashable]] = {}
    anchor: Hashable = None
    for label in side:
        if label in survivors:
            anchor = label
        elif label in wanted:
            found.setdefault(anchor, []).append(label)
    return found
