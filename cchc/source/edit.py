"""The only writer of YAML: changes to one place of a file, every byte outside of it as it was."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from typing import NamedTuple

from cchc.errors import NotEditable
from cchc.source import scalar_text
from cchc.source.layout import block, kind_of, kind_of_item, order_of, value_lines
from cchc.source.routes import Route, put_into, take_from, value_at, with_value, without
from cchc.source.tree import Data, parse
from cchc.source.within import changed_digits
from cchc.source.written import Entry, Node, entry_under, read_written

_FLOW_SIGNS = frozenset(",[]{}")


class _Splice(NamedTuple):
    """A text that takes the place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


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
        meant = with_value(self._data(), route, value)
        holder, kind = _found(read_written(self.text), route[:-1], self.kind)
        key = route[-1]
        entry = entry_under(holder, key)
        if holder is None or not holder.entries or holder.is_flow:
            self._rewrite(route[:-1], with_value(value_at(self._data(), route[:-1]), (key,), value))
        elif entry is not None:
            self._splice([self._replaced(entry, node_of(value), kind if entry.key is None else _kind_below(kind, key, holder))])
        else:
            self._insert_key(holder, str(key), node_of(value), kind)
        self._prove(meant)

    def put_all(self, changes: Mapping[Route, Data]) -> None:
        """Give many values at once, in one reading; none may lie within another.

        Where a text changes in digits only, as with a year, just these are written.
        """
        meant = deepcopy(self._data())
        root, splices, apart = read_written(self.text), list[_Splice](), list[Route]()
        for route, value in changes.items():
            put_into(meant, route, value)
            found = self._splices(root, route, value)
            splices += found or []
            apart += [route] if found is None else []
        self._splice(splices)
        for route in apart:
            self.put(route, changes[route])
        self._prove(meant)

    def remove_all(self, routes: Collection[Route]) -> None:
        """Take out many entries at once, in one reading; a list that loses all it has stays, empty.

        None may lie within another. Raises NotEditable where a mapping would lose its first key behind a dash.
        """
        meant, gone = deepcopy(self._data()), dict[Route, set[str | int]]()
        for route in routes:
            gone.setdefault(route[:-1], set()).add(route[-1])
        root, splices, rewritten = read_written(self.text), list[_Splice](), dict[Route, Data]()
        for above, keys in gone.items():
            holder, _ = _found(root, above, self.kind)
            entries = [entry for key in keys if (entry := entry_under(holder, key)) is not None]
            if holder is None or len(entries) < len(keys):
                raise NotEditable("change/not-editable")
            take_from(meant, above, keys)
            if holder.is_flow or len(keys) == len(holder.entries):
                rewritten[above] = value_at(meant, above)
            else:
                splices += [self._cut(holder, entry) for entry in entries]
        self._splice(splices)
        self.put_all(rewritten)
        self._prove(meant)

    def append(self, route: Route, value: Data) -> None:
        """Add an item to the list at a route, which is made where there is none."""
        data = self._data()
        held = value_at(data, route)
        items = held if isinstance(held, list) else []
        meant = with_value(data, route, [*items, value])
        holder, kind = _found(read_written(self.text), route, self.kind)
        if holder is None or not holder.entries or holder.is_flow:
            self.put(route, [*items, value])
            return
        lines = list(block(_list_of(node_of(value)), kind, holder.column))
        is_apart = kind.endswith("*") and holder.entries[-1].value.kind == "mapping"
        self._insert(_line_after(self.text, holder.entries[-1].value), ([""] if is_apart else []) + lines)
        self._prove(meant)

    def remove(self, route: Route) -> None:
        """Take out the entry at a route, with the comments that stand right above it."""
        holder, _ = _found(read_written(self.text), route[:-1], self.kind)
        entry = entry_under(holder, route[-1])
        if holder is None or entry is None:
            raise NotEditable("change/not-editable")
        meant = without(self._data(), route)
        if len(holder.entries) == 1 or holder.is_flow:
            self._rewrite(route[:-1], value_at(meant, route[:-1]))
        else:
            self._splice([self._cut(holder, entry)])
        self._prove(meant)

    def _data(self) -> Data:
        return parse("", self.text).data

    def _splices(self, root: Node | None, route: Route, value: Data) -> "list[_Splice] | None":
        """Return what has to be written for the value at a route to become another; None where there is no room for it."""
        holder, kind = _found(root, route[:-1], self.kind)
        entry = entry_under(holder, route[-1]) if route else None
        if holder is None or entry is None:
            return None
        old = entry.value
        if isinstance(value, str) and (changed := changed_digits(self.text, old, value)) is not None:
            return [_Splice(place, place + 1, char) for place, char in changed]
        if not holder.is_flow:
            return [self._replaced(entry, node_of(value), kind if entry.key is None else _kind_below(kind, entry.key, holder))]
        written = _in_flow(value, old)
        return [_Splice(old.start, old.end, written)] if written and old.end > old.start else None

    def _replaced(self, entry: Entry, value: Node, kind: str) -> "_Splice":
        """Return what writes the value of a key or of an item anew; the key and the comment beside it stay."""
        if entry.key is None:
            dash = self.text.rindex("-", 0, entry.value.start)
            indent = dash - self.text.rfind("\n", 0, dash) - 1
            single = Node("list", 0, 0, 0, entries=[Entry(None, 0, value, beside=entry.beside)])
            first, *rest = block(single, kind, indent)
            return _Splice(dash, _line_after(self.text, entry.value), self._joined([first[indent:], *rest]))
        line_start = self.text.rfind("\n", 0, entry.key_start) + 1
        key_end = self.text.index(":", entry.key_end) + 1
        gap = self.text[key_end : entry.value.start]
        lead = gap if entry.value.text is not None and gap.isspace() and "\n" not in gap else " "
        first, *rest = value_lines(value, kind, entry.key_start - line_start, key_end + len(lead) - line_start)
        beside = f"  {entry.beside}" if entry.beside else ""
        lines = [(lead + first if first else "") + beside, *rest]
        return _Splice(key_end, _line_after(self.text, entry.value), self._joined(lines))

    def _splice(self, splices: "Collection[_Splice]") -> None:
        """Write all the splices; they keep out of each other's way."""
        pieces, written = list[str](), 0
        for splice in sorted(splices):
            self._refuse_unless(splice.start >= written)
            pieces += [self.text[written : splice.start], splice.text]
            written = splice.end
        self.text = "".join([*pieces, self.text[written:]])

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

    def _cut(self, holder: Node, entry: Entry) -> "_Splice":
        start = self.text.rfind("\n", 0, entry.key_start) + 1
        if self.text[start : entry.key_start].strip() != ("-" if entry.key is None else ""):
            raise NotEditable("change/not-editable")  # the first key of an item stands behind its dash
        for comment in reversed(entry.above):
            if not comment:
                break
            start = self.text.rfind("\n", 0, start - 1) + 1
        end = _line_after(self.text, entry.value)
        line_above = self.text[self.text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
        if entry is holder.entries[0] or not line_above.strip():  # one of the two blank lines around it
            while self.text.startswith(("\n", "\r\n"), end):
                end = self.text.index("\n", end) + 1
        return _Splice(start, end, "")

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


def _in_flow(value: Data, old: Node) -> str:
    """Return a value as it stands between brackets in the place of another; "" for one that needs lines of its own."""
    if value is None or value == []:
        return "null" if value is None else "[]"
    if not isinstance(value, str) or old.kind != "text":
        return ""
    return scalar_text.quoted(value) if _FLOW_SIGNS & set(value) else scalar_text.line(value)


def node_of(data: Data) -> Node:
    """Return data as a node that nobody has written yet."""
    if isinstance(data, dict):
        return Node("mapping", 0, 0, 0, entries=[Entry(key, 0, node_of(value)) for key, value in data.items()])
    if isinstance(data, list):
        return _list_of(*map(node_of, data))
    return Node("text", 0, 0, 0, data, '"' if data is not None else "")


def _list_of(*nodes: Node) -> Node:
    return Node("list", 0, 0, 0, entries=[Entry(None, 0, node) for node in nodes])


def _found(root: Node | None, route: Route, kind: str) -> tuple[Node | None, str]:
    """Return the node at a route, None where there is none, and its kind; `kind` is that of the outermost."""
    node = root
    for key in route:
        entry = entry_under(node, key)
        kind = _kind_below(kind, key, node)
        node = entry.value if entry is not None else None
    return node, kind


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
