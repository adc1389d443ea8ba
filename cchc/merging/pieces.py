"""A block of a file as pieces: each entry with the comments above it, all lines accounted for."""

from dataclasses import dataclass
from itertools import pairwise

from cchc.merging.trio import Torn
from cchc.source.edit import dedented
from cchc.source.layout import block
from cchc.source.nodes import node_of
from cchc.source.splices import end_of
from cchc.source.tree import Data, parse
from cchc.source.written import Entry, Node, comments_of, read_written

Lines = tuple[str, ...]
_STEP = 2


@dataclass(slots=True, frozen=True)
class Piece:
    """An entry: `above` are the blank lines and comments over it, `body` its own lines, moved to column 0."""

    key: str | None
    above: Lines
    body: Lines
    data: Data
    comments: Lines

    def lines(self) -> Lines:
        return self.above + self.body

    def says(self) -> tuple[Data, Lines, Lines]:
        """Return what is lost with the piece: its data and its comments."""
        return self.data, remarks(self.above), self.comments


@dataclass(slots=True, frozen=True)
class Block:
    """The entries of a mapping or list, and the lines below the last."""

    pieces: tuple[Piece, ...] = ()
    tail: Lines = ()


@dataclass(slots=True, frozen=True)
class Inside:
    """What an entry holds in lines of its own, moved to column 0; `head` is the line of its key, None behind a dash.

    `kind` is "" for one that holds nothing yet, or no more.
    """

    kind: str
    head: str | None
    column: int
    lines: Lines


def remarks(lines: Lines) -> Lines:
    """Return the comments among blank lines and comments."""
    return tuple(line.strip() for line in lines if line.strip())


def block_of(lines: Lines) -> Block:
    """Return the pieces of a block that begins in column 0; raise Torn for one that is not laid out in lines."""
    text = "".join(f"{line}\n" for line in lines)
    tree = parse("", text)
    if tree.findings:  # lines of a file that can be read, which cannot be read by themselves: those under a `?` that stands alone
        raise Torn("both")
    root = read_written(text)
    if root is None:
        return Block((), lines)
    if root.kind == "text" or root.is_flow or root.column:
        raise Torn("both")
    ends = _ends(text, root)
    pieces: list[Piece] = []
    for entry, (start, end) in zip(root.entries, pairwise([0, *ends]), strict=True):
        pieces.append(_piece(entry, lines[start:end], _value(tree.data, entry, len(pieces))))
    return Block(tuple(pieces), lines[ends[-1] :])


def _ends(text: str, root: Node) -> list[int]:
    """Return the number of the line after each entry, counted in one way through the text."""
    ends, line, position = [], 0, 0
    for entry in root.entries:
        end = end_of(text, entry.value)
        line += text.count("\n", position, end)
        position = max(position, end)
        ends.append(line)
    return ends


def _value(data: Data, entry: Entry, place: int) -> Data:
    if isinstance(data, dict) and entry.key is not None:
        return data[entry.key]
    return data[place] if isinstance(data, list) else None


def _piece(entry: Entry, lines: Lines, value: Data) -> Piece:
    start = next((at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), len(lines))
    above, body = lines[:start], lines[start:]
    if not body or body[0][0] in " %" or body[0].startswith(("---", "? ")) or (entry.key is None) != body[0].startswith("-"):
        raise Torn("both")
    comments = comments_of("".join(f"{line}\n" for line in body)) if any("#" in line for line in body) else []
    return Piece(entry.key, above, body, value, tuple(comment for _, comment in comments))


def in_lines(piece: Piece, kind: str) -> Inside | None:
    """Return what an entry between brackets holds, as it stands in lines of its own; None where comments would be lost."""
    text = "".join(f"{line}\n" for line in piece.body)
    root = read_written(text)
    if root is None or piece.comments or not piece.data or isinstance(piece.data, str):
        return None
    lines = tuple(block(node_of(piece.data), kind, 0))
    head = None if piece.key is None else text[: root.entries[0].value.start].rstrip()
    return Inside("mapping" if isinstance(piece.data, dict) else "list", head, _STEP, lines)


def inside_of(piece: Piece) -> Inside | None:
    """Return what an entry holds, None where it holds no entries in lines of their own."""
    text = "".join(f"{line}\n" for line in piece.body)
    root = read_written(text)
    value = root.entries[0].value if root is not None and root.entries else None
    if value is not None and piece.data in (None, [], {}) and piece.key is not None and len(piece.body) == 1:
        return Inside("", f"{text[: value.start].rstrip()}{text[value.end :]}".rstrip(), _STEP, ())
    if value is None or value.kind == "text" or value.is_flow or not value.entries:
        return None
    first_line = text.index("\n")
    if value.start > first_line:
        return Inside(value.kind, piece.body[0], value.column, tuple(dedented(line, value.column) for line in piece.body[1:]))
    lines = (" " + piece.body[0][1:], *piece.body[1:])
    return Inside(value.kind, None, value.column, tuple(dedented(line, value.column) for line in lines))
