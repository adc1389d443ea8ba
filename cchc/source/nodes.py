"""Nodes that nobody has written yet: made of data, with the comments of the ones in whose place they come."""

from collections.abc import Sequence

from cchc.source.layout import block
from cchc.source.tree import Data
from cchc.source.written import Entry, Node


def new_file(data: Data, kind: str, head: Sequence[str] = ()) -> str:
    """Return the canonical text of a new file; `head` are the comments on top of it."""
    lines = [*head, *block(node_of(data), kind, 0)]
    return "".join(f"{line}\n" for line in lines)


def node_of(data: Data) -> Node:
    """Return data as a node that nobody has written yet."""
    if isinstance(data, dict):
        return Node("mapping", 0, 0, 0, entries=[Entry(key, 0, node_of(value)) for key, value in data.items()])
    if isinstance(data, list):
        return list_of(*map(node_of, data))
    return Node("text", 0, 0, 0, data, '"' if data is not None else "")


def list_of(*nodes: Node) -> Node:
    return Node("list", 0, 0, 0, entries=[Entry(None, 0, node) for node in nodes])


def entry_at(node: Node | None, key: str | int) -> Entry | None:
    """Return the entry of a mapping or list at a key; None where there is none."""
    if node is None or node.kind == "text":
        return None
    if isinstance(key, int):
        return node.entries[key] if node.kind == "list" and key < len(node.entries) else None
    return node.entry(key)


def alike(new: Node, old: Node) -> Node:
    """Return a new node with the comments of the one in whose place it comes, each at the entry it belongs to."""
    if new.kind != old.kind or new.kind == "text":
        return new
    new.below = list(old.below)
    for index, entry in enumerate(new.entries):
        known = entry_at(old, index if entry.key is None else entry.key)
        if known is not None:
            entry.above, entry.beside, entry.beside_column = list(known.above), known.beside, known.beside_column
            alike(entry.value, known.value)
    return new
