"""What has to be written where for a value to come, change or go: texts in the place of others, each worked out from the file."""

from collections.abc import Sequence
from typing import NamedTuple

from cchc.errors import NotEditable
from cchc.source import scalar_text
from cchc.source.layout import block, order_of, value_lines
from cchc.source.tree import Data
from cchc.source.written import Entry, Node

_FLOW_SIGNS = frozenset(",[]{}")


class Splice(NamedTuple):
    """A text that takes the place of what stands from `start` to `end`; its lines end with LF."""

    start: int
    end: int
    text: str


def replaced(text: str, entry: Entry, value: Node, kind: str) -> Splice:
    """Return what writes the value of a key or of an item anew; the key and the comment beside it stay."""
    end = line_after(text, entry.value)
    if entry.key is None:
        dash = text.rindex("-", 0, entry.value.start)
        indent = dash - _line_start(text, dash)
        first, *rest = block(single(Entry(None, 0, value, beside=entry.beside)), kind, indent)
        return Splice(dash, end, _joined([first[indent:], *rest]))
    key_end = text.index(":", entry.key_end) + 1
    gap = text[key_end : entry.value.start]
    lead = gap if entry.value.text is not None and gap.isspace() and "\n" not in gap else " "
    start = _line_start(text, entry.key_start)
    first, *rest = value_lines(value, kind, entry.key_start - start, key_end + len(lead) - start)
    return Splice(key_end, end, _joined([_with_comment(text, entry, key_end, lead + first if first else ""), *rest]))


def filled(text: str, entry: Entry, lines: Sequence[str]) -> Splice:
    """Return what writes lines below a key that holds nothing yet."""
    key_end = text.index(":", entry.key_end) + 1
    return Splice(key_end, line_after(text, entry.value), _joined([_with_comment(text, entry, key_end, ""), *lines]))


def _with_comment(text: str, entry: Entry, key_end: int, written: str) -> str:
    """Return what is written behind a key with the comment that stands beside it, in its column where there is room."""
    room = entry.beside_column - 2 - (key_end - _line_start(text, key_end))
    return f"{written.ljust(room if written else 0)}  {entry.beside}" if entry.beside else written


def new_key(text: str, holder: Node, entry: Entry, kind: str, after: str | None) -> Splice:
    """Return what puts a key in its place among the others, right after the one named, or last."""
    order = {name: place for place, name in enumerate(order_of(kind))}
    place = order.get(entry.key or "", len(order))
    before = [known for known in holder.entries if order.get(known.key or "", len(order)) <= place]
    before = [known for known in before if known.key == after] or before
    lines = [*_gap(kind, holder), *block(single(entry), kind, holder.column)]
    first = holder.entries[0].key_start
    start = _line_start(text, first)
    if not before and not text[start:first].strip():
        return _inserted(text, start, lines)
    # The first key of an item stands behind its dash.
    return _inserted(text, end_of(text, (before or holder.entries)[-1].value), lines)


def new_item(text: str, holder: Node, index: int, lines: Sequence[str], kind: str) -> Splice:
    """Return what puts the lines of an item before the one at `index`, or behind the last."""
    gap = _gap(kind, holder)
    if index:
        return _inserted(text, end_of(text, holder.entries[index - 1].value), [*gap, *lines])
    return _inserted(text, extent(text, holder, holder.entries[0])[0], [*lines, *gap])


def cut(text: str, holder: Node, entry: Entry) -> Splice:
    """Return what takes an entry out, and with it one of the two blank lines around it."""
    start, end = extent(text, holder, entry)
    line_above = text[_line_start(text, max(start - 1, 0)) : start]
    if (entry is holder.entries[0] and len(holder.entries) > 1) or not line_above.strip():
        while text.startswith(("\n", "\r\n"), end):
            end = text.index("\n", end) + 1
    return Splice(start, end, "")


def extent(text: str, holder: Node, entry: Entry) -> tuple[int, int]:
    """Return where the lines of an entry begin and end, the comments right above it and in it among them.

    Raises NotEditable for one that stands behind the dash of another.
    """
    start = _line_start(text, entry.key_start)
    own = text[start : start + holder.column] if entry.key is None else text[start : entry.key_start]
    if own.strip():
        raise NotEditable("change/not-editable")
    for comment in reversed(entry.above):
        if not comment:
            break
        start = _line_start(text, start - 1)
    return start, end_of(text, entry.value)


def in_flow(value: Data, old: Node) -> str:
    """Return a value as it stands between brackets in the place of another; "" for one that needs lines of its own."""
    if value is None or value == []:
        return "null" if value is None else "[]"
    if not isinstance(value, str) or old.kind != "text":
        return ""
    return scalar_text.quoted(value) if _FLOW_SIGNS & set(value) else scalar_text.line(value)


def single(entry: Entry) -> Node:
    """Return a mapping or list of one entry."""
    return Node("list" if entry.key is None else "mapping", 0, 0, 0, entries=[entry])


def line_after(text: str, node: Node) -> int:
    """Return where the line after a node begins; blank lines below a block of text are none of it."""
    end = node.end
    while end > node.start and text[end - 1] in " \t\r\n":
        end -= 1
    return text.find("\n", end) + 1 or len(text)


def end_of(text: str, value: Node) -> int:
    """Return where the line after a value begins, and after the comments below it that are part of it."""
    end = position = line_after(text, value)
    is_open = value.kind != "text" and not value.is_flow
    while is_open and position < len(text):
        line_end = text.find("\n", position) + 1 or len(text)
        line = text[position:line_end]
        bare = line.strip()
        if bare and (bare[0] != "#" or len(line) - len(line.lstrip(" ")) < max(value.column, 1)):
            break
        position = line_end
        end = position if bare else end
    return end


def _inserted(text: str, position: int, lines: Sequence[str]) -> Splice:
    is_open = position > 0 and text[position - 1] != "\n"  # the last line of the file, without an end
    return Splice(position, position, ("\n" if is_open else "") + _joined(lines))


def _gap(kind: str, holder: Node) -> list[str]:
    """Return the blank line that stands between records of a kind, where there is one."""
    return [""] if kind.endswith("*") and holder.entries[-1].value.kind == "mapping" else []


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
