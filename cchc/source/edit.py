"""The only writer of YAML: changes to one place of a file, every byte outside of it as it was."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from cchc.errors import NotEditable
from cchc.source.layout import block, kind_of, kind_of_item, order_of, value_lines
from cchc.source.tree import Data, parse
from cchc.source.written import Entry, Node, read_written

Route = tuple[str | int, ...]


class Editor:
    """A file being changed; `text` is what it holds so far. `kind` is its shape, as `layout.shape_of` names it.

    Each change is proven: the new text is read again and holds what was meant and nothing else. Raises NotEditable.
    """

    def __init__(self, text: str, kind: str) -> None:
        self.kind = kind
        self.text = text
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._refuse_unless(not parse("", text).findings)

    def put(self, route: Route, value: Data) -> None:
        """Give the key at the end of a route a value, in place of the one it has, or in its place among the others."""
        meant = _with(self._data(), route, value)
        holder, kind = self._find(route[:-1])
        key = route[-1]
        entry = _entry(holder, key)
        if holder is None or not holder.entries or holder.is_flow:
            self._rewrite(route[:-1], _with(_at(self._data(), route[:-1]), (key,), value))
        elif entry is not None and entry.key is None:
            self._replace_item(entry, node_of(value), kind)
        elif entry is not None:
            self._replace(entry, node_of(value), _kind_below(kind, key, holder))
        else:
            self._insert_key(holder, str(key), node_of(value), kind)
        self._prove(meant)

    def append(self, route: Route, value: Data) -> None:
        """Add an item to the list at a route, which is made where there is none."""
        data = self._data()
        held = _at(data, route)
        items = held if isinstance(held, list) else []
        meant = _with(data, route, [*items, value])
        holder, kind = self._find(route)
        if holder is None or not holder.entries or holder.is_flow:
            self.put(route, [*items, value])
            return
        lines = list(block(_list_of(node_of(value)), kind, holder.column))
        is_apart = kind.endswith("*") and holder.entries[-1].value.kind == "mapping"
        self._insert(_line_after(self.text, holder.entries[-1].value), ([""] if is_apart else []) + lines)
        self._prove(meant)

    def remove(self, route: Route) -> None:
        """Take out the entry at a route, with the comments that stand right above it."""
        holder, _ = self._find(route[:-1])
        entry = _entry(holder, route[-1])
        if holder is None or entry is None:
            raise NotEditable("change/not-editable")
        meant = _without(self._data(), route)
        if len(holder.entries) == 1 or holder.is_flow:
            self._rewrite(route[:-1], _at(meant, route[:-1]))
        else:
            self._cut(holder, entry)
        self._prove(meant)

    def _data(self) -> Data:
        return parse("", self.text).data

    def _find(self, route: Route) -> tuple[Node | None, str]:
        """Return the node at a route, None where there is none, and its kind."""
        node, kind = read_written(self.text), self.kind
        for key in route:
            entry = _entry(node, key)
            kind = _kind_below(kind, key, node)
            node = entry.value if entry is not None else None
        return node, kind

    def _replace(self, entry: Entry, value: Node, kind: str) -> None:
        """Write the value of a key anew; the key and the comment beside it stay."""
        line_start = self.text.rfind("\n", 0, entry.key_start) + 1
        key_end = self.text.index(":", entry.key_end) + 1
        gap = self.text[key_end : entry.value.start]
        lead = gap if entry.value.text is not None and gap.isspace() and "\n" not in gap else " "
        first, *rest = value_lines(value, kind, entry.key_start - line_start, key_end + len(lead) - line_start)
        beside = f"  {entry.beside}" if entry.beside else ""
        self._splice(key_end, entry.value, [(lead + first if first else "") + beside, *rest])

    def _replace_item(self, entry: Entry, value: Node, kind: str) -> None:
        dash = self.text.rindex("-", 0, entry.value.start)
        indent = dash - self.text.rfind("\n", 0, dash) - 1
        single = Node("list", 0, 0, 0, entries=[Entry(None, 0, value, beside=entry.beside)])
        first, *rest = block(single, kind, indent)
        self._splice(dash, entry.value, [first[indent:], *rest])

    def _splice(self, start: int, old: Node, lines: list[str]) -> None:
        """Put lines in the place of what stands from `start` to the end of the last line of a value."""
        end = _line_after(self.text, old)
        self.text = self.text[:start] + self._joined(lines) + self.text[end:]

    def _insert_key(self, holder: Node, key: str, value: Node, kind: str) -> None:
        order = {name: place for place, name in enumerate(order_of(kind))}
        place = order.get(key, len(order))
        before = [entry for entry in holder.entries if order.get(entry.key or "", len(order)) <= place]
        single = Node("mapping", 0, 0, 0, entries=[Entry(key, 0, value)])
        lines = list(block(single, kind, holder.column))
        first = holder.entries[0].key_start
        line_start = self.text.rfind("\n", 0, first) + 1
        if not before and not self.text[line_start:first].strip():
            self._insert(line_start, lines)
        else:  # the first key of an item stands behind its dash
            self._insert(_line_after(self.text, (before or holder.entries)[-1].value), lines)

    def _rewrite(self, route: Route, value: Data) -> None:
        """Write a whole node anew, where there is no room to change a part of it."""
        if not route:
            comments = read_written(self.text)
            kept = "" if comments is not None and comments.entries else self.text
            lines = list(block(node_of(value), self.kind, 0)) if value else ["{}"]
            self.text = kept + ("" if not kept or kept.endswith("\n") else "\n") + self._joined(lines)
            return
        self.put(route, value)

    def _insert(self, position: int, lines: list[str]) -> None:
        before = self.text[:position]
        if before and not before.endswith("\n"):
            before += self._line_end
        self.text = before + self._joined(lines) + self.text[position:]

    def _cut(self, holder: Node, entry: Entry) -> None:
        start = self.text.rfind("\n", 0, entry.key_start) + 1
        if holder.entries[0] is entry and self.text[start : entry.key_start].strip():
            raise NotEditable("change/not-editable")  # the first key of an item stands behind its dash
        for comment in reversed(entry.above):
            if not comment:
                break
            start = self.text.rfind("\n", 0, start - 1) + 1
        end = _line_after(self.text, entry.value)
        if not self.text[:start].rpartition("\n")[0].rpartition("\n")[2].strip():  # one of the two blank lines around it
            while self.text[end:].startswith(("\n", "\r\n")):
                end = self.text.index("\n", end) + 1
        self.text = self.text[:start] + self.text[end:]

    def _joined(self, lines: Sequence[str]) -> str:
        return "".join(f"{line}{self._line_end}" for line in lines)

    def _prove(self, meant: Data) -> None:
        tree = parse("", self.text)
        self._refuse_unless(not tree.findings and tree.data == meant)

    @staticmethod
    def _refuse_unless(is_fine: bool) -> None:
        if not is_fine:
            raise NotEditable("change/not-editable")


def new_file(data: Data, kind: str, head: Sequence[str] = ()) -> str:
    """Return the canonical text of a new file; `head` are the comments on top of it."""
    lines = [*head, *block(node_of(data), kind, 0)]
    return "".join(f"{line}\n" for line in lines)


def node_of(data: Data) -> Node:
    """Return data as a node that nobody has written yet."""
    if isinstance(data, dict):
        return Node("mapping", 0, 0, 0, entries=[Entry(key, 0, node_of(value)) for key, value in data.items()])
    if isinstance(data, list):
        return _list_of(*map(node_of, data))
    return Node("text", 0, 0, 0, data, '"' if data is not None else "")


def _list_of(*nodes: Node) -> Node:
    return Node("list", 0, 0, 0, entries=[Entry(None, 0, node) for node in nodes])


def _entry(node: Node | None, key: str | int) -> Entry | None:
    if node is None or node.kind == "text":
        return None
    if isinstance(key, int):
        return node.entries[key] if node.kind == "list" and key < len(node.entries) else None
    return node.entry(key)


def _kind_below(kind: str, key: str | int, node: Node | None) -> str:
    if isinstance(key, int) or (node is not None and node.kind == "list"):
        return kind_of_item(kind)
    return kind_of(key, kind)


def _line_after(text: str, node: Node) -> int:
    """Return where the line after a node begins; blank lines below a block of text are none of it."""
    end = node.end
    while end > node.start and text[end - 1] in " \t\r\n":
        end -= 1
    line_end = text.find("\n", end)
    return len(text) if line_end < 0 else line_end + 1


def _at(data: Data, route: Route) -> Data:
    held: Any = data
    for key in route:
        try:
            held = held[key]
        except (KeyError, IndexError, TypeError):
            return None
    return held  # type: ignore[no-any-return]  # the way in was through Any


def _with(data: Data, route: Route, value: Data) -> Data:
    """Return a copy of data with a value at a route; mappings on the way are made."""
    if not route:
        return value
    key, *rest = route
    if isinstance(key, int):
        items = list(data) if isinstance(data, list) else []
        items[key] = _with(items[key], tuple(rest), value)
        return items
    held = dict(data) if isinstance(data, dict) else {}
    held[key] = _with(held.get(key), tuple(rest), value)
    return held


def _without(data: Data, route: Route) -> Data:
    copy = deepcopy(data)
    holder: Any = _at(copy, route[:-1])
    del holder[route[-1]]
    return copy
