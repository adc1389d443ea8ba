"""What changes mean for due days: which move, which occurrences come and go, what is overdue by it, as of one day."""

from collections.abc import Iterable, Iterator
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


_Owed = tuple[str, str | None, str, int]


def consequences(base: Iterable[Item], head: Iterable[Item]) -> Iterator[Consequence]:
    """Yield what is different, in printed order; occurrences without a due day are none here."""
    before, after = _by_name(base), _by_name(head)
    for name in [*after, *(name for name in before if name not in after)]:
        yield from _of_one(after[name] if name in after else before[name], before.get(name), after.get(name))


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
    found: dict[_Owed, Item] = {}
    for item in items:
        if item.standing.counts_on is None:
            continue
        turn = 0
        while (name := (item.duty.placed.task.id, item.duty.part_id, item.occurrence.name, turn)) in found:
            turn += 1
        found[name] = item
    return found
