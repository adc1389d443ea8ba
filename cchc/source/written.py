"""A file as it is written: its nodes in order, with their comments and blank lines, for those who write it again.

`source.tree` reads what a file means; this reads what it looks like. Only files that `source.tree` has read to their
end come here.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from cchc.source.tree import NULLS
from cchc.source.yaml_events import event_reader

_REMARK = re.compile(r"(?:^|(?<=[ \t\n]))#[^\n]*|\n(?=[ \t]*\n)")
_ENDS_BLANK = re.compile(r"\n[ \t]*\n[ \t]*\Z")
Kind = Literal["text", "mapping", "list"]


@dataclass(slots=True)
class Node:
    """A value: a text, None where it is null, or entries. `start` and `end` count characters of the file.

    `below` are the comments under its last entry, each a line; "" is a blank line.
    """

    kind: Kind
    start: int
    end: int
    column: int
    text: str | None = None
    style: str = ""
    entries: "list[Entry]" = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    @property
    def is_flow(self) -> bool:
        return self.style == "flow"

    def entry(self, key: str) -> "Entry | None":
        """Return the entry of a mapping under a key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass(slots=True)
class Entry:
    """A key of a mapping with its value, or an item of a list (`key` is None), and the comments that belong to it."""

    key: str | None
    key_start: int
    value: Node
    above: list[str] = field(default_factory=list)
    beside: str = ""
    beside_column: int = 0
    key_end: int = 0

    def has_comments(self) -> bool:
        """Return whether a comment belongs to the entry or to anything in it."""
        return bool(any(self.above) or self.beside or any(self.value.below)) or any(
            entry.has_comments() for entry in self.value.entries
        )


def entry_under(node: Node | None, key: str | int) -> Entry | None:
    """Return the entry of a node under a key, or the item at an index; None where there is none."""
    if node is None or node.kind == "text":
        return None
    if isinstance(key, int):
        return node.entries[key] if node.kind == "list" and key < len(node.entries) else None
    return node.entry(key)


def read_written(text: str) -> Node | None:
    """Return the outermost node of a file, its comments attached; None for a file that holds no value."""
    return _Reader(text).read()


def comments_of(text: str) -> list[tuple[int, str]]:
    """Return the comments of a file in order, each with its place."""
    reader = _Reader(text)
    reader.read()
    return reader.comments


class _Reader:
    """Goes through the events of a file and, between two of them, through what YAML leaves out of its events."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: Node | None = None
        self._open: list[tuple[Node, Entry | None]] = []  # the collections that are open, each with the entry that holds it
        self._keyed: Entry | None = None  # an entry whose key was read and whose value was not
        self._last: Entry | None = None  # the entry of the last token: a comment on its line is beside it
        self.comments: list[tuple[int, str]] = []
        self._pending: list[tuple[int, str]] = []  # comments and blank lines that nobody has yet, with their columns

    def read(self) -> Node | None:
        next_event = event_reader(self._text)
        read_to = 0
        while True:
            event: Any = next_event()  # PyYAML's stubs leave every mark optional
            if event is None:
                break
            start, end = event.start_mark.index, event.end_mark.index
            if start > read_to:
                self._gather(read_to, start)
            read_to = max(read_to, end)
            match event:
                case ScalarEvent() if self._keyed is None and self._open and self._open[-1][0].kind == "mapping":
                    self._begin_entry(event)
                case ScalarEvent():
                    self._add_text(event)
                case MappingStartEvent() | SequenceStartEvent():
                    self._open_collection(event)
                case MappingEndEvent() | SequenceEndEvent():
                    self._close_collection(event)
                case _:
                    pass
        if self._root is not None:
            self._root.below += self._take_pending()
        return self._root

    def _gather(self, start: int, end: int) -> None:
        for found in _REMARK.finditer(self._text, start, end):
            line_start = self._text.rfind("\n", 0, found.start()) + 1
            if found[0] != "\n":
                self.comments.append((found.start(), found[0].rstrip()))
            if found[0] == "\n":
                self._add_blank()
            elif self._last is not None and line_start < start:
                self._put_beside(self._last, found[0], found.start() - line_start)
            else:
                self._pending.append((found.start() - line_start, found[0].rstrip()))

    @staticmethod
    def _put_beside(entry: Entry, comment: str, column: int) -> None:
        entry.beside = f"{entry.beside} {comment.rstrip()}".strip()
        entry.beside_column = entry.beside_column or column

    def _add_blank(self) -> None:
        if not self._pending or self._pending[-1][1]:
            self._pending.append((0, ""))

    def _take_pending(self) -> list[str]:
        taken = [comment for _, comment in self._pending]
        self._pending = []
        return taken

    def _begin_entry(self, event: Any) -> None:
        end = event.end_mark
        entry = Entry(event.value, event.start_mark.index, Node("text", end.index, end.index, end.column), self._take_pending())
        entry.key_end = end.index
        self._open[-1][0].entries.append(entry)
        self._keyed = self._last = entry

    def _place(self, node: Node) -> Entry | None:
        """Put a node where it belongs; return its entry, None for the outermost node."""
        if not self._open:
            self._root = node
            return None
        if self._keyed is not None:
            entry, self._keyed = self._keyed, None
            entry.value = node
            return entry
        entry = Entry(None, node.start, node, self._take_pending())
        self._open[-1][0].entries.append(entry)
        return entry

    def _add_text(self, event: Any) -> None:
        style = event.style or ""
        start, end = event.start_mark, event.end_mark
        text = None if not style and event.value in NULLS else event.value
        entry = self._last = self._place(Node("text", start.index, end.index, start.column, text, style))
        if style not in {"|", ">"}:
            return
        head, _, rest = self._text[start.index : end.index].partition("\n")
        if entry is not None and "#" in head:
            self.comments.append((start.index + head.index("#"), head[head.index("#") :].rstrip()))
            self._put_beside(entry, head[head.index("#") :], start.column + head.index("#"))
        if "+" not in head.partition("#")[0] and _ENDS_BLANK.search(rest):
            self._add_blank()

    def _open_collection(self, event: Any) -> None:
        kind: Kind = "mapping" if isinstance(event, MappingStartEvent) else "list"
        start = event.start_mark
        node = Node(kind, start.index, event.end_mark.index, start.column, style="flow" if event.flow_style else "")
        entry = self._place(node)
        self._open.append((node, entry))
        # The start of a block is no token of its own: what stands behind a dash belongs to the first entry.
        self._last = entry if node.is_flow else None

    def _close_collection(self, event: Any) -> None:
        node, owner = self._open.pop()
        node.end = event.end_mark.index
        if node.is_flow:
            node.below += self._take_pending()
            self._last = owner
            return
        node.end = node.entries[-1].value.end
        parent = self._open[-1][0] if self._open else None
        if node.kind == "list" and parent is not None and node.column <= parent.column:
            return  # a list at the indent of its key: what stands below it belongs to the next key
        held = 0
        while held < len(self._pending) and (self._pending[held][0] >= max(node.column, 1) or not self._pending[held][1]):
            held += 1
        while held and not self._pending[held - 1][1]:
            held -= 1  # a blank line belongs to what follows it
        node.below += [comment for _, comment in self._pending[:held]]
        self._pending = self._pending[held:]
