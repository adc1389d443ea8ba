"""The merged lines: each piece from the side that changed it, comments with it, a clash where both did."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from cchc.errors import NotEditable
from cchc.merging.identity import NAMED_BY_TEXT, name_of
from cchc.merging.lines import Clash, Lines
from cchc.merging.meaning import (
    by_label,
    is_mergeable,
    keys_of,
    labels_to_merge,
    may_hold_moves,
    may_lack,
    members,
    merged_data,
    standing,
)
from cchc.merging.moves import Moves, Path
from cchc.merging.pieces import Block, Inside, Piece, block_of, in_lines, inside_of, remarks
from cchc.merging.replacements import Replaced
from cchc.merging.trio import ABSENT, Absent, Torn, Trio, winner
from cchc.source.edit import Editor
from cchc.source.layout import data_meant, kind_of, kind_of_item
from cchc.source.tree import Data

Written = list[str | Clash]


class Found(NamedTuple):
    """Something that only a person can settle: why, in which record, under which key."""

    reason: str
    record: str
    key: str


class Records:
    """Merges blocks of lines; `found` gathers what clashes. `pieces` are the tasks that moved, wherever they stand.

    `found_whole` is what clashes in such a way that the whole file has to be shown.
    """

    def __init__(self, moves: Moves, pieces: Trio[Mapping[Hashable, Piece]]) -> None:
        self.found: list[Found] = []
        self.found_whole: Found | None = None
        self._moves = moves
        self._pieces = pieces
        self._record = ""

    def block(self, texts: Trio[Lines], kind: str, path: Path = ()) -> Written:
        """Return the merged lines of a block; raise Torn where its order or its layout lets it not be merged."""
        blocks = texts.map(block_of)
        is_list = any(piece.key is None for block in blocks for piece in block.pieces)
        results = self._items(blocks, kind, path) if is_list else self._keys(blocks, kind, path)
        result: Written = [line for lines in results for line in lines]
        return result + list(_remarks_of(blocks.map(lambda block: block.tail)))

    def _keys(self, blocks: Trio[Block], kind: str, path: Path) -> list[Written]:
        named: Trio[dict[str, Piece]] = blocks.map(lambda block: {str(piece.key): piece for piece in block.pieces})
        keys = keys_of(named, kind)
        known = by_label(keys, named.map(lambda version: list(version.values())))

        def result(label: Hashable) -> Written | Absent:
            versions: Trio[Piece | None] = known.map(lambda version: version.get(label))
            record, key = self._record, name_of(label, [])
            if kind in {"{unit}*", "{type}"}:
                self._record = key
            if isinstance(label, Replaced):
                merged: Written | Absent = self._clash(versions, "both", key)
            else:
                merged = self._piece(versions, kind, kind_of(key, kind), path, key)
            self._record = record
            return merged

        return members(keys, result, has_order=False)

    def _items(self, blocks: Trio[Block], kind: str, path: Path) -> list[Written]:
        pieces: Trio[list[Piece]] = blocks.map(lambda block: list(block.pieces))
        labels = labels_to_merge(pieces.map(lambda own: [piece.data for piece in own]), kind)
        known = by_label(labels, pieces)
        own = kind_of_item(kind)

        def result(label: Hashable) -> Written | Absent:
            is_moved = kind == "[task]*" and label in self._moves.moved
            of = self._pieces if is_moved else known
            versions: Trio[Piece | None] = of.map(lambda version: version.get(label))
            record, key = self._record, ""
            name = name_of(label, [piece.data for piece in versions if piece is not None])
            if own in NAMED_BY_TEXT:
                key = name  # a unit or a line of text, told beside the record that it stands in
            else:
                self._record = name
            if isinstance(label, Replaced) or (is_moved and self._moves.is_torn(str(label))):
                merged: Written | Absent = self._clash(versions, "both", key)
            else:
                merged = self._piece(versions, kind, own, (*path, label), key)
            self._record = record
            return merged

        return members(standing(labels, kind, self._moves, path), result, has_order=True)

    def _piece(self, versions: Trio[Piece | None], kind: str, own: str, path: Path, key: str) -> Written | Absent:
        """Return the merged lines of an entry; `kind` is that of the collection it stands in, `own` that of its value."""
        held = versions.map(lambda piece: ABSENT if piece is None else piece.data)
        has_moves = may_hold_moves(held, own, self._moves)
        if not has_moves:
            gone = _one_sided(versions)
            if gone is not None:
                return gone
        elif _is_dropped(versions):
            return ABSENT
        try:
            if None in versions[1:] and not may_lack(own, self._moves, is_new=versions.base is None):
                raise Torn("removed")
            return [*self._above(versions), *self._body(versions, kind, own, path, is_shortcut=not has_moves)]
        except Torn as torn:
            if not has_moves:
                return self._clash(versions, torn.reason, key)
            # a task that left here or came here may be changed elsewhere: only the whole file shows all of it
            self.found_whole = self.found_whole or Found(torn.reason, self._record, key)
            raise

    def _clash(self, versions: Trio[Piece | None], reason: str, key: str) -> Written:
        key = "" if key == self._record else key
        self.found.append(Found(reason, self._record, key))
        where = " ".join(", ".join(word for word in (self._record, key) if word).split())
        return [Clash(versions.map(lambda piece: () if piece is None else piece.lines()), where)]

    @staticmethod
    def _above(versions: Trio[Piece | None]) -> Lines:
        return _remarks_of(versions.map(lambda piece: () if piece is None else piece.above))

    def _body(self, versions: Trio[Piece | None], kind: str, own: str, path: Path, *, is_shortcut: bool) -> Written:
        bodies = versions.map(lambda piece: () if piece is None else piece.body)
        side = winner(bodies) if is_shortcut else None
        if side is not None:
            return list(getattr(bodies, side))
        held = versions.map(lambda piece: ABSENT if piece is None else data_meant(piece.data, own))
        if is_mergeable(held, own, self._moves):
            insides = _insides(versions, own)
            merged = self._inside(insides, own, path)
            if merged is not None:
                return merged
        return list(_leaf(versions, kind, own))

    def _inside(self, insides: Trio[Inside | None], own: str, path: Path) -> Written | None:
        """Return an entry merged by what it holds; None where that does not stand in lines of its own, or alike in both."""
        base, ours, theirs = insides
        there = [inside for inside in (ours, theirs, base) if inside is not None and inside.kind]
        if not there or len({(inside.kind, inside.head is None) for inside in there}) > 1:
            return None
        if (ours is None or theirs is None) and not self._moves.concern(own):
            return None
        head = _head([None if inside is None else inside.head for inside in insides], there[0])
        known = len(self.found)
        lines = self.block(insides.map(lambda inside: () if inside is None else inside.lines), own, path)
        inner = _indented(lines, there[0].column)
        if there[0].head is not None:
            return [*head, *inner] if lines else [head[0].replace(":", ": {}" if there[0].kind == "mapping" else ": []", 1)]
        dashed = _with_dash(inner)
        if dashed is None:
            del self.found[known:]
        return dashed


def _insides(versions: Trio[Piece | None], own: str) -> Trio[Inside | None]:
    """Return what each version holds; one between brackets in lines of its own, where a side has it so."""
    insides = versions.map(lambda piece: None if piece is None else inside_of(piece))
    if not any(inside is not None and inside.kind for inside in insides[1:]):
        return insides
    pairs = zip(insides, versions, strict=True)
    return Trio(*(in_lines(piece, own) if inside is None and piece is not None else inside for inside, piece in pairs))


def _head(heads: Sequence[str | None], first: Inside) -> list[str]:
    """Return the merged line of a key; raise Torn where both changed it."""
    if first.head is None:
        return []
    base, ours, theirs = heads
    if ours is None or theirs is None:
        return [ours or theirs or ""]
    side = winner(Trio(ours if base is None else base, ours, theirs))
    if side is None:
        raise Torn("comment")
    return [theirs if side == "theirs" else ours]


def _one_sided(versions: Trio[Piece | None]) -> Written | Absent | None:
    """Return the version that stands as a whole, ABSENT where the piece is gone; None where both have to be looked at."""
    if _is_dropped(versions):
        return ABSENT
    if versions.base is None and None in versions[1:]:
        stands = versions.ours or versions.theirs
        return list(stands.lines()) if stands is not None else ABSENT
    side = winner(versions.map(lambda piece: None if piece is None else piece.lines()))
    stands = None if side is None else getattr(versions, side)
    return list(stands.lines()) if stands is not None else None


def _is_dropped(versions: Trio[Piece | None]) -> bool:
    said = versions.map(lambda piece: None if piece is None else piece.says())
    return (said.ours is None and said.theirs in (None, said.base)) or (said.theirs is None and said.ours == said.base)


def _remarks_of(versions: Trio[Lines]) -> Lines:
    """Return merged blank lines and comments; raise Torn where both changed the comments."""
    side = winner(versions) or winner(versions.map(remarks))
    if side is None:
        raise Torn("comment")
    return versions.theirs if side == "theirs" else versions.ours


def _leaf(versions: Trio[Piece | None], kind: str, own: str) -> Lines:
    """Return an entry whose value is merged as a whole, written in the lines of the side whose comments stand."""
    ours, theirs = versions[1:]
    if ours is None or theirs is None:
        raise Torn("both")
    held = versions.map(lambda piece: ABSENT if piece is None else data_meant(piece.data, own))
    value = merged_data(held, own)
    side = winner(versions.map(lambda piece: () if piece is None else piece.comments))
    if side is None or isinstance(value, Absent):
        raise Torn("comment")
    carrier = theirs if side == "theirs" else ours
    other = ours if side == "theirs" else theirs
    if data_meant(carrier.data, own) == value:
        return carrier.body
    if data_meant(other.data, own) == value and other.comments == carrier.comments:
        return other.body
    return _rewritten(carrier, kind, value)


def _rewritten(piece: Piece, kind: str, value: Data) -> Lines:
    try:
        editor = Editor("".join(f"{line}\n" for line in piece.body), kind)
        editor.put((0 if piece.key is None else piece.key,), value)
    except NotEditable:
        raise Torn("both") from None
    return tuple(editor.text.split("\n")[:-1])


def _indented(lines: Written, column: int) -> Written:
    return [
        Clash(line.versions.map(lambda own: tuple(_moved(one, column) for one in own)), line.where)
        if isinstance(line, Clash)
        else _moved(line, column)
        for line in lines
    ]


def _moved(line: str, column: int) -> str:
    return " " * column + line if line else ""


def _with_dash(lines: Written) -> Written | None:
    """Return the lines of a mapping as an item; None where its first key is a clash."""
    for at, line in enumerate(lines):
        if isinstance(line, Clash):
            return None
        bare = line.lstrip()
        if bare and not bare.startswith("#"):
            above: Written = [one.lstrip() for one in lines[:at] if isinstance(one, str)]
            return [*above, "-" + line[1:], *lines[at + 1 :]]
    return None
