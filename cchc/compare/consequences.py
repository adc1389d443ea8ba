"""What changes mean for due days: which move, which occurrences come and go, what is overdue by it, as of one day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cchc.schedule.agenda import Item
from cchc.schedule.status import Status

KINDS = ("due-moved", "occurrence-added", "occurrence-removed", "becomes-overdue", "no-longer-overdue")


class Consequence(NamedTuple):
    """Of one occurrence; the days are those that count, with extensions; None where there is none."""

    kind: str
    item: Item
    before: date | None
    after: date | None


_Owed = tuple[str, str | None, str]


def consequences(base: Iterable[Item], head: Iterable[Item]) -> Iterator[Consequence]:
    """Yield what is different, in printed order; occurrences without a due day are none here."""
    before, after = _by_name(base), _by_name(head)
    partners = _under_other_names(before, after)
    for name, item in after.items():
        yield from _of_one(item, before.get(partners.get(name, name)), item)
    renamed = set(partners.values())
    for name, item in before.items():
        if name not in after and name not in renamed:
            yield from _of_one(item, item, None)


def _under_other_names(before: Mapping[_Owed, Item], after: Mapping[_Owed, Item]) -> dict[_Owed, _Owed]:
    """Return the names that days gave before: one of several rules is named by its day, so that a moved day renames it."""
    gone, new = _of_rules(before, after), _of_rules(after, before)
    return {new[rule][0]: gone[rule][0] for rule in new if len(new[rule]) == len(gone.get(rule, ())) == 1}


def _of_rules(side: Mapping[_Owed, Item], other: Mapping[_Owed, Item]) -> dict[_Owed, list[_Owed]]:
    """Return what only one side names, by task, part and the id of its rule."""
    found: dict[_Owed, list[_Owed]] = {}
    for name, item in side.items():
        if name not in other and item.occurrence.rule_id is not None:
            found.setdefault((*name[:2], item.occurrence.rule_id), []).append(name)
    return found


def _of_one(item: Item, before: Item | None, after: Item | None) -> Iterator[Consequence]:
    old = before.standing.counts_on if before else None
    new = after.standing.counts_on if after else None
    if old != new:
        kind = "occurrence-added" if old is None else "occurrence-removed" if new is None else "due-moved"
        yield Consequence(kind, item, old, new)
    was, is_now = (side is not None and side.standing.status is Status.OVERDUE for side in (before, after))
    if was != is_now and after is not None:
        yield Consequence("becomes-overdue" if is_now else "no-longer-overdue", item, old, new)


def _by_name(items: Iterable[Item]) -> dict[_Owed, Item]:
    """Return items that have a due day; in a plan without errors no two of them share task, part and occurrence."""
    return {
        (item.duty.placed.task.id, item.duty.part_id, item.occurrence.name): item
        for item in items
        if item.standing.counts_on is not None
    }
