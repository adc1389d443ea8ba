"""Tasks that a side has put into another section: they are looked up wherever they stand, and stand in one place after."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from cchc.merging.identity import labels_of
from cchc.merging.trio import ABSENT, Absent, Trio, winner
from cchc.source.tree import Data

Held: TypeAlias = "Data | Absent"
Path = tuple[Hashable, ...]
_TREES = frozenset({"plan", "section", "[section]*", "[task]*"})


@dataclass(slots=True)
class Moves:
    """The tasks of three versions that do not stand in the same section in all that have them."""

    moved: dict[str, Trio["tuple[Path, Data] | None"]] = field(default_factory=dict)

    def concern(self, kind: str) -> bool:
        """Return whether something of this kind may hold a task that moved: then no side's version stands as a whole."""
        return bool(self.moved) and kind in _TREES

    def data_of(self, task: str) -> Trio[Held]:
        """Return the three versions of a task that moved."""
        return self.moved[task].map(lambda found: ABSENT if found is None else found[1])

    def is_torn(self, task: str) -> bool:
        """Return whether both sides moved a task, each to another section."""
        return winner(self._places(task)) is None

    def stand_in(self, task: str, path: Path) -> bool:
        """Return whether a task that moved stands in this section in the end; a torn one stands where ours has it."""
        places = self._places(task)
        side = winner(places)
        place = places.theirs if side == "theirs" else places.ours
        if place is None:  # dropped by one side: where it is a conflict, it is told where the other side has it
            place = places.theirs or places.ours
        return place == path

    def _places(self, task: str) -> Trio[Path | None]:
        return self.moved[task].map(lambda found: None if found is None else found[0])


def moves_between(data: Trio[Data]) -> Moves:
    """Return which tasks moved between the sections of a plan or of a section's file."""
    found: Trio[dict[str, tuple[Path, Data]]] = Trio({}, {}, {})
    for version, task, path, record in _placed(data, ()):
        found[version].setdefault(task, (path, record))
    moves = Moves()
    for task in {**found.base, **found.ours, **found.theirs}:
        versions = _versions_of(task, found)
        if len({version[0] for version in versions if version is not None}) > 1:
            moves.moved[task] = versions
    return moves


def _versions_of(task: str, found: Trio[dict[str, tuple[Path, Data]]]) -> Trio[tuple[Path, Data] | None]:
    return found.map(lambda tasks: tasks.get(task))


def _placed(data: Trio[Data], path: Path) -> Iterator[tuple[int, str, Path, Data]]:
    """Yield each task: its version, its id, the labels of the sections above it, its record."""
    for version, held in enumerate(data):
        for task in _items(held, "tasks"):
            if isinstance(task, dict) and isinstance(task.get("id"), str):
                yield version, str(task["id"]), path, task
    sections = data.map(lambda held: _items(held, "sections"))
    labels = labels_of(sections, "[section]*")
    if labels is None:
        return
    known = [dict(zip(own, items, strict=True)) for own, items in zip(labels, sections, strict=True)]
    for label in {**known[0], **known[1], **known[2]}:
        yield from _placed(Trio(*(version.get(label) for version in known)), (*path, label))


def _items(held: Data, key: str) -> list[Data]:
    items = held.get(key) if isinstance(held, dict) else None
    return items if isinstance(items, list) else []
