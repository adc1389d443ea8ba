"""The only writer of YAML: changes to one place of a file, every byte outside of it as it was."""

from collections.abc import Collection, Mapping
from copy import deepcopy
from typing import NamedTuple

from cchc.errors import NotEditable
from cchc.source.layout import block, data_meant, kind_of, kind_of_item
from cchc.source.nodes import alike, list_of, node_of
from cchc.source.routes import Route, put_into, take_from, value_at, with_value, without
from cchc.source.splices import Splice, cut, extent, filled, in_flow, new_item, new_key, replaced, single
from cchc.source.tree import Data, parse
from cchc.source.within import changed_digits
from cchc.source.written import Entry, Node, entry_under, read_written

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
        entry = entry_under(holder, key)
        if holder is None or not holder.entries or holder.is_flow:
            self._rewrite(route[:-1], with_value(value_at(self._data(), route[:-1]), (key,), value))
        elif entry is not None:
            self._splice([self._replaced(holder, entry, value, kind)])
        else:
            self._splice([new_key(self.text, holder, Entry(str(key), 0, node_of(value)), kind, after)])
        self._prove(meant)

    def put_all(self, changes: Mapping[Route, Data]) -> None:
        """Give many values at once, in one reading; none may lie within another.

        Where a text changes in digits only, as with a year, just these are written.
        """
        meant = deepcopy(self._data())
        root, splices, apart = read_written(self.text), list[Splice](), list[Route]()
        for route, value in changes.items():
            put_into(meant, route, value)
            found = self._splices(root, route, value)
            splices += found or []
            apart += [route] if found is None else []
        self._splice(splices)
        for route in apart:
            self.put(route, changes[route])
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
        has_no_lines = holder is None or not holder.entries or holder.is_flow
        if not isinstance(item, Taken) and has_no_lines:
            self.put(route, [*items[:index], data, *items[index:]])
            return
        if has_no_lines:
            self.put(route, list(items))  # in lines of its own, or as an empty list, ready to be filled
        holder, kind = self._find(route)
        if holder is None or not holder.entries:
            self._fill(route, item, kind)
        else:
            self._splice([new_item(self.text, holder, index, _lines_of(item, kind, holder.column), kind)])
        self._prove(meant)

    def take(self, route: Route) -> Taken:
        """Take an item out of a list and return it, with the comments right above it and in it."""
        holder, kind = self._find(route[:-1])
        entry = entry_under(holder, route[-1])
        if holder is None or entry is None or entry.key is not None:
            raise NotEditable("change/not-editable")
        data = value_at(self._data(), route)
        if holder.is_flow:
            taken = Taken(data, (), entry)
        else:
            start, end = extent(self.text, holder, entry)
            lines = self.text[start:end].splitlines()
            is_canonical = lines == list(block(single(entry), kind, holder.column))
            taken = Taken(data, tuple(dedented(line, holder.column) for line in lines), entry if is_canonical else None)
        self.remove(route)
        return taken

    def remove(self, route: Route) -> None:
        """Take out the entry at a route, with the comments that stand right above it and in it."""
        holder, _ = self._find(route[:-1])
        entry = entry_under(holder, route[-1])
        if holder is None or entry is None:
            raise NotEditable("change/not-editable")
        meant = without(self._data(), route)
        if holder.is_flow or (len(holder.entries) == 1 and holder.kind == "mapping"):
            self._rewrite(route[:-1], value_at(meant, route[:-1]))
        else:
            self._splice([cut(self.text, holder, entry)])
            if len(holder.entries) == 1:
                self.put(route[:-1], [])
        self._prove(meant)

    def remove_all(self, routes: Collection[Route]) -> None:
        """Take out many entries at once, in one reading; a list that loses all it has stays, empty.

        None may lie within another. Raises NotEditable where a mapping would lose its first key behind a dash.
        """
        meant, gone = deepcopy(self._data()), dict[Route, set[str | int]]()
        for route in routes:
            gone.setdefault(route[:-1], set()).add(route[-1])
        root, splices, rewritten = read_written(self.text), list[Splice](), dict[Route, Data]()
        for above, keys in gone.items():
            holder, _ = _found(root, above, self.kind)
            entries = [entry for key in keys if (entry := entry_under(holder, key)) is not None]
            if holder is None or len(entries) < len(keys):
                raise NotEditable("change/not-editable")
            take_from(meant, above, keys)
            if holder.is_flow or len(keys) == len(holder.entries):
                rewritten[above] = value_at(meant, above)
            else:
                splices += [cut(self.text, holder, entry) for entry in entries]
        self._splice(splices)
        self.put_all(rewritten)
        self._prove(meant)

    def _data(self) -> Data:
        return parse("", self.text).data

    def _items(self, route: Route) -> list[Data]:
        held = value_at(self._data(), route)
        return held if isinstance(held, list) else []

    def _find(self, route: Route) -> tuple[Node | None, str]:
        return _found(read_written(self.text), route, self.kind)

    def _splices(self, root: Node | None, route: Route, value: Data) -> list[Splice] | None:
        """Return what has to be written for the value at a route to become another; None where there is no room for it."""
        holder, kind = _found(root, route[:-1], self.kind)
        entry = entry_under(holder, route[-1]) if route else None
        if holder is None or entry is None:
            return None
        old = entry.value
        if isinstance(value, str) and (changed := changed_digits(self.text, old, value)) is not None:
            return [Splice(place, place + 1, char) for place, char in changed]
        if not holder.is_flow:
            return [self._replaced(holder, entry, value, kind)]
        written = in_flow(value, old)
        return [Splice(old.start, old.end, written)] if written and old.end > old.start else None

    def _replaced(self, holder: Node, entry: Entry, value: Data, kind: str) -> Splice:
        own = kind if entry.key is None else _kind_below(kind, entry.key, holder)
        return replaced(self.text, entry, alike(node_of(value), entry.value), own)

    def _fill(self, route: Route, item: "Data | Taken", kind: str) -> None:
        """Write the first item of an empty list below its key."""
        holder, _ = self._find(route[:-1])
        entry = entry_under(holder, route[-1])
        if holder is None or entry is None or entry.key is None:
            raise NotEditable("change/not-editable")
        self._splice([filled(self.text, entry, _lines_of(item, kind, holder.column + _STEP))])

    def _rewrite(self, route: Route, value: Data) -> None:
        """Write a whole node anew, where there is no room to change a part of it."""
        if route:
            self.put(route, value)
            return
        root = read_written(self.text)
        kept = "" if root is not None and root.entries else self.text
        lines = list(block(node_of(value), self.kind, 0)) if value else ["{}"]
        above = kept + ("" if not kept or kept.endswith("\n") else "\n")
        self.text = above + "".join(f"{line}{self._line_end}" for line in lines)

    def _splice(self, splices: Collection[Splice]) -> None:
        """Write all the splices; they keep out of each other's way."""
        pieces, written = list[str](), 0
        for splice in sorted(splices):
            self._refuse_unless(splice.start >= written)
            pieces += [self.text[written : splice.start], splice.text.replace("\n", self._line_end)]
            written = splice.end
        self.text = "".join([*pieces, self.text[written:]])

    def _prove(self, meant: Data) -> None:
        tree = parse("", self.text)
        is_meant = tree.data == meant or data_meant(tree.data, self.kind) == data_meant(meant, self.kind)
        self._refuse_unless(not tree.findings and is_meant)

    @staticmethod
    def _refuse_unless(is_fine: bool) -> None:
        if not is_fine:
            raise NotEditable("change/not-editable")


def _lines_of(item: "Data | Taken", kind: str, column: int) -> list[str]:
    """Return the lines of an item as they stand with its dash in a column."""
    if not isinstance(item, Taken):
        return list(block(list_of(node_of(item)), kind, column))
    if item.entry is not None:
        return list(block(single(item.entry), kind, column))
    return [" " * column + line if line else "" for line in item.lines]


def dedented(line: str, column: int) -> str:
    """Return a line moved to the left, as far as it has room."""
    return line[min(column, len(line) - len(line.lstrip(" "))) :]


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
