"""One file in three versions to one: by records where they can be read, by lines where not, and proven either way."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from cchc.merging.lines import Clash, Lines, as_a_whole, by_lines
from cchc.merging.meaning import merged_data
from cchc.merging.moves import Held, Moves, moves_between
from cchc.merging.pieces import Piece, block_of, inside_of
from cchc.merging.records import Found, Records, Written
from cchc.merging.soundness import is_sound
from cchc.merging.trio import Absent, Torn, Trio, winner
from cchc.source.layout import data_meant
from cchc.source.text import read_text
from cchc.source.tree import Data, parse
from cchc.source.written import comments_of

_BOM = "\ufeff"


class Labels(NamedTuple):
    """What the markers of a conflict call the three versions, and how long they are."""

    base: str = "base"
    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7


class Merged(NamedTuple):
    """The bytes of the merged file, and what only a person can settle."""

    content: bytes
    found: tuple[Found, ...] = ()


def merge(versions: Trio[bytes], kind: str, labels: Labels) -> Merged:
    """Return the merged file; whatever is not surely right is a conflict."""
    side = winner(versions)
    if side is not None:
        return Merged(getattr(versions, side))
    texts = versions.map(lambda content: content.decode("utf-8", errors="surrogateescape"))
    style = _Style(texts.ours)
    lines: Trio[Lines] = texts.map(_lines)
    data = _data(versions)
    if data is None or not kind:
        is_origin_alone = bool(kind) and _data(versions._replace(base=b"")) is not None
        reason = "unreadable-origin" if is_origin_alone else "unreadable"
        return Merged(style.written(by_lines(lines), labels), (Found(reason, "", ""),))
    written, found = _by_records(lines, data, kind)
    if found or _is_proven(written, lines, data, kind):
        return Merged(style.written(written, labels), found)
    return Merged(style.written(as_a_whole(lines), labels), (Found("unsure", "", ""),))


def left_whole(versions: Trio[bytes], labels: Labels) -> bytes:
    """Return the file with all in which ours and theirs differ between markers, nothing of it understood."""
    texts = versions.map(lambda content: content.decode("utf-8", errors="surrogateescape"))
    return _Style(texts.ours).written(as_a_whole(texts.map(_lines)), labels)


def _by_records(lines: Trio[Lines], data: Trio[Data], kind: str) -> tuple[Written, tuple[Found, ...]]:
    moves = moves_between(data) if kind in {"plan", "section"} else Moves()
    pieces: Trio[Mapping[Hashable, Piece]] = lines.map(lambda own: dict(_tasks(own, moves)) if moves.moved else {})
    records = Records(moves, pieces)
    try:
        return records.block(lines, kind), tuple(records.found)
    except Torn as torn:
        return as_a_whole(lines), (records.found_whole or Found(torn.reason, "", ""),)


def _tasks(lines: Lines, moves: Moves) -> list[tuple[str, Piece]]:
    """Return the pieces of the tasks that moved, in any section."""
    found: list[tuple[str, Piece]] = []
    for piece in block_of(lines).pieces:
        inside = inside_of(piece) if piece.key in {"tasks", "sections"} else None
        for item in block_of(inside.lines).pieces if inside is not None else ():
            if piece.key == "tasks" and isinstance(item.data, dict) and item.data.get("id") in moves.moved:
                found.append((str(item.data["id"]), item))
            section = inside_of(item) if piece.key == "sections" else None
            found += _tasks(section.lines, moves) if section is not None else []
    return found


def _data(versions: Trio[bytes]) -> Trio[Data] | None:
    """Return what the versions hold; None where one of them cannot be read, or not without a fault."""
    read = versions.map(lambda content: read_text("", content))
    if any(source.text is None for source in read):
        return None
    trees = read.map(lambda source: parse("", source.text or ""))
    return None if any(tree.findings for tree in trees) else trees.map(lambda tree: tree.data)


def _is_proven(written: Written, lines: Trio[Lines], data: Trio[Data], kind: str) -> bool:
    """Return whether the merged lines mean what both sides meant, lose no comment and are a file that can be loaded."""
    text = _joined(written)
    tree = parse("", text)
    meant: Trio[Data] = data.map(lambda held: data_meant(held, kind))
    try:
        expected = merged_data(meant.map(_held), kind, moves_between(meant) if kind in {"plan", "section"} else Moves())
    except Torn:
        return False
    if tree.findings or isinstance(expected, Absent) or data_meant(tree.data, kind) != (expected or tree.data):
        return False
    if not _are_comments_kept(text, lines):
        return False
    return is_sound(tree.data, kind) or not all(is_sound(side, kind) for side in data[1:])


def _held(data: Data) -> Held:
    return data


def _are_comments_kept(text: str, lines: Trio[Lines]) -> bool:
    """Return whether each comment is there as often as two changes leave it that are one, or that are two in different places."""
    counts, found = lines.map(lambda own: _comments(_joined(list(own)))), _comments(text)
    for comment in {**counts.ours, **counts.theirs, **found}:
        base, ours, theirs = (count[comment] for count in counts)
        as_two = ours + theirs - base
        as_one = sorted((ours, theirs, as_two))[1]
        if not min(as_one, as_two) <= found[comment] <= max(as_one, as_two):
            return False
    return True


def _comments(text: str) -> Counter[str]:
    return Counter(comment for _, comment in comments_of(text)) if "#" in text else Counter()


def _lines(text: str) -> Lines:
    bare = text.removeprefix(_BOM).replace("\r\n", "\n")
    return tuple(bare.removesuffix("\n").split("\n")) if bare else ()


def _joined(written: Written) -> str:
    return "".join(f"{line}\n" for line in written if isinstance(line, str))


class _Style:
    """What is no line of a file: its first mark, how its lines end, whether the last one does; as ours has it."""

    def __init__(self, text: str) -> None:
        self._mark = _BOM if text.startswith(_BOM) else ""
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._is_closed = not text or text.endswith("\n")

    def written(self, lines: Written, labels: Labels) -> bytes:
        shown = [one for line in lines for one in (_with_markers(line, labels) if isinstance(line, Clash) else (line,))]
        text = self._mark + self._line_end.join(shown) + (self._line_end if shown and self._is_closed else "")
        return text.encode("utf-8", errors="surrogateescape")


def _with_markers(clash: Clash, labels: Labels) -> Lines:
    where = f" ({clash.where})" if clash.where else ""
    base, ours, theirs = clash.versions
    return (
        f"{'<' * labels.size} {labels.ours}{where}",
        *ours,
        f"{'|' * labels.size} {labels.base}{where}",
        *base,
        "=" * labels.size,
        *theirs,
        f"{'>' * labels.size} {labels.theirs}{where}",
    )
