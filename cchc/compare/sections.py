"""Which section of one side is which of the other: sections have no ids."""

from difflib import SequenceMatcher
from typing import NamedTuple

from cchc.model.plan import PlacedSection, PlacedTask, Plan, Section

_ENOUGH = 0.6


class SectionAt(NamedTuple):
    """A section, the route of the one that holds it, its printed path, and the ids of its own tasks."""

    section: Section
    route: tuple[str | int, ...]
    path: str
    tasks: frozenset[str]

    @property
    def holder(self) -> tuple[str | int, ...]:
        return self.route[:-2]


def sections_of(plan: Plan) -> list[SectionAt]:
    """Return every section of a plan in printed order."""
    found: list[SectionAt] = []
    numbers: list[str] = []
    for row in plan.rows:
        if isinstance(row, PlacedTask):
            continue
        numbers[row.level :] = [row.section.number.strip().rstrip(".")]
        found.append(_at(row, ".".join(filter(None, numbers))))
    return found


def _at(row: PlacedSection, path: str) -> SectionAt:
    return SectionAt(row.section, row.route, path, frozenset(task.id for task in row.section.tasks))


def matched(base: list[SectionAt], head: list[SectionAt]) -> dict[int, int]:
    """Return for places of `head` the places of `base` that are the same sections.

    Number and title decide, then likeness; a section whose tasks have all gone into another is not that one.
    """
    found: dict[int, int] = {}
    for is_same_path in (True, False):
        for place, section in enumerate(head):
            if place not in found:
                free = [other for other in range(len(base)) if other not in found.values()]
                same = [other for other in free if _is_named_alike(base[other], section, is_same_path=is_same_path)]
                if same:
                    found[place] = max(same, key=lambda other: _shared(base[other], section))
    scores = [
        (score, -place, -other)
        for place, section in enumerate(head)
        if place not in found
        for other, candidate in enumerate(base)
        if other not in found.values() and (score := _likeness(candidate, section)) >= _ENOUGH
    ]
    for _, place, other in sorted(scores, reverse=True):
        if -place not in found and -other not in found.values():
            found[-place] = -other
    return found


def _is_named_alike(base: SectionAt, head: SectionAt, *, is_same_path: bool) -> bool:
    if is_same_path and base.path != head.path:
        return False
    return (base.section.number, base.section.title) == (head.section.number, head.section.title)


def _shared(base: SectionAt, head: SectionAt) -> float:
    """Return how much of two sections' tasks is the same, from 0 to 1."""
    every = base.tasks | head.tasks
    return len(base.tasks & head.tasks) / len(every) if every else 0.0


def _likeness(base: SectionAt, head: SectionAt) -> float:
    if base.tasks and head.tasks:
        return _shared(base, head) * 2 if base.tasks & head.tasks else 0.0
    old, new = (str(at.section.title)[:500] for at in (base, head))
    return SequenceMatcher(None, old, new, autojunk=False).ratio()
