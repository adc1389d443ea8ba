"""The files of a plan made those of the next: data moved, text edited in its places, each thing told with its line."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cchc.cli.session import Session
from cchc.files import content_of
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan
from cchc.renewal.deadlines import Renewing
from cchc.renewal.found import Doubt
from cchc.renewal.move import Move
from cchc.renewal.plan import later_plan, left_behind, renewed, renewed_head
from cchc.renewal.texts import names_year_of
from cchc.renewal.units import lapsed_units
from cchc.source.edit import Editor
from cchc.source.layout import shape_of
from cchc.source.tree import parse
from cchc.source.within import place_of
from cchc.source.written import comments_of, read_written


class Told(NamedTuple):
    """Something to tell, at its file and line; `kind` is the same in every language."""

    file: str
    line: int
    kind: str
    before: str
    after: str = ""


class RenewedFile(NamedTuple):
    path: str
    text: str


@dataclass(slots=True)
class RenewedPlan:
    """The files of the new plan, `plan.yaml` first, and what there is to tell of them."""

    old: str
    plan: Plan
    files: list[RenewedFile] = field(default_factory=list)
    moved: list[Told] = field(default_factory=list)
    left: list[Told] = field(default_factory=list)
    undecided: list[Told] = field(default_factory=list)


def renew(session: Session, loaded: LoadedPlan, plan: Plan, folder: str, move: Move) -> RenewedPlan:
    """Return a plan moved to another year, in a folder of its own; raise NotEditable."""
    new_id = folder.rpartition("/")[2]
    later = later_plan(plan, new_id, move)
    found = RenewedPlan(plan.id, later)
    renewing = Renewing(move, plan, later)
    lapsed = lapsed_units(session.registry.units, later.first_day)
    for old_path in [loaded.at.file, *sorted(set(loaded.mounts.values()))]:
        text = (content_of(session.reader, old_path) or b"").decode().removeprefix("\ufeff")
        path = folder + old_path.removeprefix(loaded.folder)
        _renew_file(_File(old_path, path, text), found, renewing, lapsed, new_id)
    return found


class _File(NamedTuple):
    old_path: str
    path: str
    text: str


def _renew_file(file: _File, found: RenewedPlan, renewing: Renewing, lapsed: dict[str, str], new_id: str) -> None:
    editor = Editor(file.text, shape_of(file.path) or "")
    left = left_behind(parse("", file.text).data)
    lines = _Lines(file.text)
    found.left += [Told(file.old_path, lines.of(one.route), one.kind, one.words) for one in left]
    if left:
        editor.remove_all([one.route for one in left])
    data = parse("", editor.text).data
    changes = renewed(data, renewing, lapsed)
    head = renewed_head(data, new_id, renewing.move) if file.path.endswith("/plan.yaml") and isinstance(data, dict) else None
    editor.put_all({**(head.changes if head else {}), **changes.changes})
    lines = _Lines(editor.text)
    moved = [("head", one) for one in (head.moved if head else ())]
    moved += [("deadline" if "deadline" in one.route else "text", one) for one in changes.moved]
    told = [Told(file.path, lines.of(one.route, one.offset), kind, one.before, one.after) for kind, one in moved]
    found.moved += sorted(told, key=lambda one: one.line)
    undecided = [Told(file.path, lines.of(one.route, one.offset), one.doubt, one.words, one.also) for one in changes.undecided]
    for place, comment in comments_of(editor.text):
        if names_year_of(renewing.move, comment):
            undecided.append(Told(file.path, lines.at(place), Doubt.COMMENT, comment))
    found.undecided += sorted(undecided, key=lambda one: one.line)
    found.files.append(RenewedFile(file.path, editor.text))


class _Lines:
    """The lines of a text, found by route or by place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root = read_written(text)
        self._ends = [place for place, char in enumerate(text) if char == "\n"]

    def of(self, route: Sequence[str | int], offset: int = 0) -> int:
        return self.at(place_of(self._text, self._root, route, offset))

    def at(self, place: int) -> int:
        return bisect_right(self._ends, place - 1) + 1
