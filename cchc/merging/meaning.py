"""What the merged file has to mean: three versions of its data to one."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from cchc.merging.identity import labels_of
from cchc.merging.moves import Held, Moves, Path
from cchc.merging.order import merged_order
from cchc.merging.replacements import Replaced, with_replacements
from cchc.merging.trio import ABSENT, Absent, Torn, Trio, winner
from cchc.source.layout import SHAPES, kind_of, kind_of_item
from cchc.source.tree import Data

T = TypeVar("T")
_WHOLE = frozenset({"rule", "period", "withdrawn", "target", "units", "unit-as", "column"})
"""Records whose keys say something only together: a deadline of two rules' halves is nobody's deadline."""
_FILES = frozenset({"settings", "conventions", "units-file", "events-file", "calendar-file", "progress-file"})
NO_MOVES = Moves()


def merged_data(held: Trio[Held], kind: str, moves: Moves = NO_MOVES, path: Path = ()) -> Held:
    """Return the merged value; raise Torn where two changes do not go together."""
    side = None if may_hold_moves(held, kind, moves) else winner(held)
    if side is not None:
        return held.theirs if side == "theirs" else held.ours
    if is_gone(held):
        return ABSENT
    if not is_mergeable(held, kind, moves):
        raise Torn("removed" if ABSENT in held[1:] else "both")
    if any(isinstance(version, dict) for version in held[1:]):
        return _mapping(held, kind, moves, path)
    return _list(held, kind, moves, path)


def may_hold_moves(held: Trio[Held], kind: str, moves: Moves) -> bool:
    """Return whether a task that moved may be within: then no version stands as a whole."""
    return moves.concern(kind) and any(isinstance(version, dict | list) for version in held)


def is_gone(held: Trio[Held]) -> bool:
    """Return whether one side dropped what the other left as it was, or both dropped it."""
    base, ours, theirs = held
    return (ours is ABSENT and theirs in (ABSENT, base)) or (theirs is ABSENT and ours == base)


def is_mergeable(held: Trio[Held], kind: str, moves: Moves = NO_MOVES) -> bool:
    """Return whether versions that differ can be merged by what is in them."""
    base, ours, theirs = held
    is_new = base is ABSENT or base is None
    if ABSENT in (ours, theirs):
        return may_lack(kind, moves, is_new=is_new)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        is_collection = kind.startswith("{") or kind in _FILES or kind == "plan"
        return (isinstance(base, dict) or (is_new and is_collection)) and kind not in _WHOLE and (kind in SHAPES or is_collection)
    return isinstance(ours, list) and isinstance(theirs, list) and (is_new or isinstance(base, list))


def may_lack(kind: str, moves: Moves, *, is_new: bool) -> bool:
    """Return whether a side that lacks something has it as one that holds nothing: tasks of the others may have come from it."""
    return moves.concern(kind) and (is_new or kind == "[task]*")


def members(
    labels: Trio[list[Hashable]],
    result: Callable[[Hashable], T | Absent],
    *,
    has_order: bool,
) -> list[T]:
    """Return what each record becomes, in the merged order; those that are gone are left out."""
    results = {label: result(label) for label in {**dict.fromkeys(labels.ours), **dict.fromkeys(labels.theirs)}}
    kept: Trio[Sequence[Hashable]] = Trio(
        labels.base, *([one for one in side if results[one] is not ABSENT] for side in labels[1:])
    )
    found = (results[label] for label in merged_order(kept, has_meaning=has_order))
    return [one for one in found if not isinstance(one, Absent)]


def standing(labels: Trio[list[Hashable]], kind: str, moves: Moves, path: Path) -> Trio[list[Hashable]]:
    """Return the labels of a list without the tasks that stand elsewhere in the end."""
    if not moves.concern(kind) or kind != "[task]*":
        return labels
    return labels.map(lambda own: [task for task in own if task not in moves.moved or moves.stand_in(str(task), path)])


def _mapping(held: Trio[Held], kind: str, moves: Moves, path: Path) -> Data:
    versions = held.map(lambda version: version if isinstance(version, dict) else {})
    keys = keys_of(versions, kind)

    def result(key: Hashable) -> "tuple[str, Data] | Absent":
        if isinstance(key, Replaced):
            raise Torn("both")
        value = merged_data(versions.map(lambda version: version.get(str(key), ABSENT)), kind_of(str(key), kind), moves, path)
        return ABSENT if isinstance(value, Absent) else (str(key), value)

    return dict(members(keys, result, has_order=False))


def _list(held: Trio[Held], kind: str, moves: Moves, path: Path) -> list[Data]:
    lists = held.map(lambda version: version if isinstance(version, list) else [])
    labels = labels_to_merge(lists, kind)
    known = by_label(labels, lists)

    def result(label: Hashable) -> Held:
        if isinstance(label, Replaced):
            raise Torn("both")
        if label in moves.moved and kind == "[task]*":
            if moves.is_torn(str(label)):
                raise Torn("both")
            return merged_data(moves.data_of(str(label)), "task")
        return merged_data(known.map(lambda version: version.get(label, ABSENT)), kind_of_item(kind), moves, (*path, label))

    return members(standing(labels, kind, moves, path), result, has_order=True)


def keys_of(versions: Trio[dict[str, T]], kind: str) -> Trio[list[Hashable]]:
    """Return the keys of mappings, those of a collection as the ids that they are."""
    keys: Trio[list[Hashable]] = versions.map(list)
    return with_replacements(keys) if kind.startswith("{") else keys


def labels_to_merge(lists: Trio[list[Data]], kind: str) -> Trio[list[Hashable]]:
    """Return what the items of a list are known by; raise Torn where that is not clear."""
    labels = labels_of(lists, kind)
    if labels is None:
        raise Torn("both")
    return with_replacements(labels)


def by_label(labels: Trio[list[Hashable]], items: Trio[list[T]]) -> Trio[Mapping[Hashable, T]]:
    """Return the items of each version under their labels."""
    pairs: Sequence[Mapping[Hashable, T]] = [dict(zip(own, held, strict=True)) for own, held in zip(labels, items, strict=True)]
    return Trio(*pairs)
