"""The only writer of YAML: changes to one place of a file, every byte outside of it as it was."""

from collections.abc import Sequence
from typing import NamedTuple

from cchc.errors import NotEditable
from cchc.source.layout import block, data_meant, kind_of, kind_of_item, order_of, value_lines
from cchc.source.nodes import alike, entry_at, list_of, node_of
from cchc.source.routes import Route, value_at, with_value, without
from cchc.source.tree import Data, parse
from cchc.source.written import Entry, Node, read_written

_STEP = 2


class Taken(NamedTuple):
    """An item that was taken out of a list: what it means, and its lines as they stood, comments too, its dash in column 0.

    `entry` is there where the lines were canonical: then they are so wherever the item is put.
    """

    data: Data
    lines: tuple[str, ...]
    entry: Entry | None = None


class Editor:
    """A file being changed; `text` is what it holds so far. `kind` is its shape, as `layout.shape_of` names it.

    Each change is proven: the new text is read again and holds what was meant and nothing else. Raises NotEditable.
    """

    def __init__(self, text: str, kind: str) -> None:
        self.kind = kind
        self.text = text
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._refuse_unless(not parse("", text).findings)

    def put(self, route: Route, value: Data, after: str | None = None) -> None:
        """Give the key at the end of a route a value, in place of the one it has, or in its place among the others.

        A key that has no place by its kind comes last, or right after the key that is named.
        """
        meant = with_value(self._data(), route, value)
        holder, kind = self._find(route[:-1])
        key = route[-1]
        entry = entry_at(holder, key)
        if holder is None or not holder.entries or holder.is_flow:
            self._rewrite(route[:-1], with_value(value_at(self._data(), route[:-1]), (key,), value))
        elif entry is not None and entry.key is None:
            self._replace_item(entry, alike(node_of(value), entry.value), kind)
        elif entry is not None:
            self._replace(entry, alike(node_of(value), entry.value), _kind_below(kind, key, holder))
        else:
            self._insert_key(holder, str(key), node_of(value), kind, after)
        self._prove(meant)

    def append(self, route: Route, value: Data) -> None:
        """Add an item to the list at a route, which is made where there is none."""
        self.insert(route, len(self._items(route)), value)

    def insert(self, route: Route, index: int, item: "Data | Taken") -> None:
        """Put an item before the one at `index` of the list at a route, which is made where there is none."""
        data = item.data if isinstance(item, Taken) else item
        items = self._items(route)
        meant = with_value(self._data(), route, [*items[:index], data, *items[index:]])
        holder, _ = self._find(route)
        if not isinstance(item, Taken) and (holder is None or not holder.entries or holder.is_flow):
            self.put(route, [*items[:index], data, *items[index:]])
            return
        if holder is None or not holder.entries or holder.is_flow:
            self.put(route, list(items))  # in lines of its own, or as an empty list, ready to be filled
        holder, kind = self._find(route)
        if holder is None or not holder.entries:
            self._fill(route, item, kind)
        else:
            self._insert_item(holder, index, self._lines_of(item, kind, holder.column), kind)
        self._prove(meant)

    def take(self, route: Route) -> Taken:
        """Take an item out of a list and return it, with the comments right above it and in it."""
        holder, kind = self._find(route[:-1])
        entry = entry_at(holder, route[-1])
        if holder is None or entry is None or entry.key is not None:
            raise NotEditable("change/not-editable")
        data = value_at(self._data(), route)
        if holder.is_flow:
            taken = Taken(data, (), entry)
        else:
            start, end = self._extent(holder, entry)
            lines = self.text[start:end].splitlines()
            is_canonical = lines == list(block(_single(entry), kind, holder.column))
            taken = Taken(data, tuple(_dedented(line, holder.column) for line in lines), entry if is_canonical else None)
        self.remove(route)
        return taken

    def remove(self, route: Route) -> None:
        """Take out the entry at a route, with the comments that stand right above it."""
        holder, _ = self._find(route[:-1])
        entry = entry_at(holder, route[-1])
        if holder is None or entry is None:
            raise NotEditable("change/not-editable")
        meant = without(self._data(), route)
        if holder.is_flow or (len(holder.entries) == 1 and holder.kind == "mapping"):
            self._rewrite(route[:-1], value_at(meant, route[:-1]))
        else:
            self._cut(holder, entry)
            if len(holder.entries) == 1:
                self.put(route[:-1], [])
        self._prove(meant)

    def _data(self) -> Data:
        return parse("", self.text).data

    def _items(self, route: Route) -> list[Data]:
        held = value_at(self._data(), route)
        return held if isinstance(held, list) else []

    def _find(self, route: Route) -> tuple[Node | None, str]:
        """Return the node at a route, None where there is none, and its kind."""
        node, kind = read_written(self.text), self.kind
        for key in route:
            entry = entry_at(node, key)
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
        line = self._with_comment(entry, key_end, lead + first if first else "")
        self._splice(key_end, entry.value, [line, *rest])

    def _with_comment(self, entry: Entry, key_end: int, written: str) -> str:
        """Return what is written behind a key with the comment that stands beside it, in its column where there is room."""
        room = entry.beside_column - 2 - (key_end - self.text.rfind("\n", 0, key_end) - 1)
        return f"{written.ljust(room if written else 0)}  {entry.beside}" if entry.beside else written

    def _replace_item(self, entry: Entry, value: Node, kind: str) -> None:
        dash = self.text.rindex("-", 0, entry.value.start)
        indent = dash - self.text.rfind("\n", 0, dash) - 1
        first, *rest = block(_single(Entry(None, 0, value, beside=entry.beside)), kind, indent)
        self._splice(dash, entry.value, [first[indent:], *rest])

    def _splice(self, start: int, old: Node, lines: list[str]) -> None:
        """Put lines in the place of what stands from `start` to the end of the last line of a value."""
        end = _line_after(self.text, old)
        self.text = self.text[:start] + self._joined(lines) + self.text[end:]

    def _insert_key(self, holder: Node, key: str, value: Node, kind: str, after: str | None) -> None:
        order = {name: place for place, name in enumerate(order_of(kind))}
        place = order.get(key, len(order))
        before = [entry for entry in holder.entries if order.get(entry.key or "", len(order)) <= place]
        before = [entry for entry in before if entry.key == after] or before
        lines = [*_gap(kind, holder), *block(_single(Entry(key, 0, value)), kind, holder.column)]
        first = holder.entries[0].key_start
        line_start = self.text.rfind("\n", 0, first) + 1
        if not before and not self.text[line_start:first].strip():
            self._insert(line_start, lines)
        else:  # the first key of an item stands behind its dash
            self._insert(self._end_of((before or holder.entries)[-1].value), lines)

    def _insert_item(self, holder: Node, index: int, lines: list[str], kind: str) -> None:
        gap = _gap(kind, holder)
        if index:
            self._insert(self._end_of(holder.entries[index - 1].value), gap + lines)
        else:
            self._insert(self._extent(holder, holder.entries[0])[0], lines + gap)

    def _fill(self, route: Route, item: "Data | Taken", kind: str) -> None:
        """Write the first item of an empty list below its key."""
        holder, _ = self._find(route[:-1])
        entry = entry_at(holder, route[-1])
        if holder is None or entry is None or entry.key is None:
            raise NotEditable("change/not-editable")
        key_end = self.text.index(":", entry.key_end) + 1
        line = self._with_comment(entry, key_end, "")
        self._splice(key_end, entry.value, [line, *self._lines_of(item, kind, holder.column + _STEP)])

    @staticmethod
    def _lines_of(item: "Data | Taken", kind: str, column: int) -> list[str]:
        if isinstance(item, Taken):
            if item.entry is not None:
                return list(block(_single(item.entry), kind, column))
            return [" " * column + line if line else "" for line in item.lines]
        return list(block(list_of(node_of(item)), kind, column))

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

    def _extent(self, holder: Node, entry: Entry) -> tuple[int, int]:
        """Return where the lines of an entry begin and end, the comments right above it and in it among them."""
        start = self.text.rfind("\n", 0, entry.key_start) + 1
        if self.text[start : start + holder.column].strip():
            raise NotEditable("change/not-editable")  # it stands behind the dash of another
        for comment in reversed(entry.above):
            if not comment:
                break
            start = self.text.rfind("\n", 0, start - 1) + 1
        return start, self._end_of(entry.value)

    def _end_of(self, value: Node) -> int:
        """Return where the line after a value begins, and after the comments below it that are part of it."""
        end = position = _line_after(self.text, value)
        is_open = value.kind != "text" and not value.is_flow
        while is_open and position < len(self.text):
            line_end = self.text.find("\n", position) + 1 or len(self.text)
            line = self.text[position:line_end]
            bare = line.strip()
            if bare and (bare[0] != "#" or len(line) - len(line.lstrip(" ")) < max(value.column, 1)):
                break
            position = line_end
            end = position if bare else end
        return end

    def _cut(self, holder: Node, entry: Entry) -> None:
        start, end = self._extent(holder, entry)
        is_first = entry is holder.entries[0] and len(holder.entries) > 1
        if is_first or not self.text[:start].rpartition("\n")[0].rpartition("\n")[2].strip():
            while self.text[end:].startswith(("\n", "\r\n")):  # a blank line around it is one too many
                end = self.text.index("\n", end) + 1
        self.text = self.text[:start] + self.text[end:]

    def _joined(self, lines: Sequence[str]) -> str:
        return "".join(f"{line}{self._line_end}" for line in lines)

    def _prove(self, meant: Data) -> None:
        tree = parse("", self.text)
        is_meant = tree.data == meant or data_meant(tree.data, self.kind) == data_meant(meant, self.kind)
        self._refuse_unless(not tree.findings and is_meant)

    @staticmethod
    def _refuse_unless(is_fine: bool) -> None:
        if not is_fine:
            raise NotEditable("change/not-editable")


def _single(entry: Entry) -> Node:
    """Return a mapping or list of one entry."""
    return Node("list" if entry.key is None else "mapping", 0, 0, 0, entries=[entry])


def _gap(kind: str, holder: Node) -> list[str]:
    """Return the blank line that stands between records of a kind, where there is one."""
    return [""] if kind.endswith("*") and holder.entries[-1].value.kind == "mapping" else []


def _dedented(line: str, column: int) -> str:
    """Return a line moved to the left, as far as it has room."""
    return line[min(column, len(line) - len(line.lstrip(" "))) :]


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
