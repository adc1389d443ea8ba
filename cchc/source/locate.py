"""Where a node stands: a second reading, with marks, of only those files that have a finding."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    Mark,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)

from cchc.diagnostics import CODES, Diagnostic, FileSpan, Finding, NodePath, Span, Spot
from cchc.source.yaml_events import event_reader

Keys = tuple[str | int, ...]
_STARTS = {ScalarEvent: "", MappingStartEvent: "mapping", SequenceStartEvent: "list"}


@dataclass(slots=True)
class Node:
    """A node of a file: where it starts and ends, where its key stands, what it contains."""

    start: Mark
    end: Mark
    key_start: Mark | None = None
    key_end: Mark | None = None
    style: str = ""
    is_flow_list: bool = False
    children: "dict[str | int, Node]" = field(default_factory=dict)

    def walk(self, keys: Keys = ()) -> "Iterator[tuple[Keys, Node]]":
        """Yield the node and everything in it, each with its route."""
        pending = [(keys, self)]
        while pending:
            route, node = pending.pop()
            yield route, node
            pending.extend(((*route, key), child) for key, child in reversed(node.children.items()))


def read_nodes(text: str) -> Node | None:
    """Return the tree of a file that `source.tree` has read to its end; None for an empty one."""
    next_event = event_reader(text)
    roots: list[Node] = []
    outer: list[Node] = []
    key: Any = None
    try:
        while True:
            event: Any = next_event()  # PyYAML's stubs leave every mark optional
            if event is None:
                return roots[0] if roots else None
            kind = type(event)
            if kind is ScalarEvent and key is None and outer and outer[-1].style == "mapping":
                key = event
            elif kind in _STARTS:
                node = Node(event.start_mark, event.end_mark)
                _attach(node, outer[-1] if outer else None, key, roots)
                key = None
                node.style = _STARTS[kind] or event.style or "plain"
                node.is_flow_list = kind is SequenceStartEvent and bool(event.flow_style)
                if kind is not ScalarEvent:
                    outer.append(node)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                outer.pop().end = event.end_mark
    except YAMLError:  # the first reading reported it; what came before still has a place
        return roots[0] if roots else None


def _attach(node: Node, parent: Node | None, key: Any, roots: list[Node]) -> None:
    if parent is None:
        roots.append(node)
    elif key is None:
        parent.children[len(parent.children)] = node
    else:
        node.key_start, node.key_end = key.start_mark, key.end_mark
        parent.children.setdefault(key.value, node)


class Locator:
    """Turns findings of a workspace into diagnostics, reading each file concerned once more."""

    def __init__(self, text_of: Callable[[str], str | None]) -> None:
        self._text_of = text_of
        self._texts: dict[str, list[str]] = {}
        self._roots: dict[str, Node | None] = {}

    def place(self, finding: Finding, resolve: Callable[[NodePath], NodePath]) -> Diagnostic:
        """Return the finding at its line and column, counted from 1; `resolve` finds the file that holds a node."""
        if isinstance(finding.at, FileSpan):
            file, span = finding.at.file, finding.at.span
        else:
            path = resolve(finding.at)
            file = path.file
            span = span_of(self._root(file), path)
        lines = self._lines(file)
        source_line = lines[span.line - 1].rstrip("\r") if span.line <= len(lines) else ""
        return Diagnostic(finding.code, CODES[finding.code], file, span, source_line, finding.params, finding.reason)

    def _lines(self, file: str) -> list[str]:
        if file not in self._texts:
            self._texts[file] = (self._text_of(file) or "").split("\n")
        return self._texts[file]

    def _root(self, file: str) -> Node | None:
        if file not in self._roots:
            self._roots[file] = read_nodes("\n".join(self._lines(file)))
        return self._roots[file]


def span_of(root: Node | None, path: NodePath) -> Span:
    """Return the place of a node; of the nearest one above it where the route leads nowhere."""
    if root is None:
        return Span(1, 1)
    node = root
    for key in path.keys:
        child = node.children.get(key)
        if child is None:
            return _span(node.start, node.end)
        node = child
    if path.spot is Spot.KEY and node.key_start is not None and node.key_end is not None:
        return _span(node.key_start, node.key_end)
    if path.spot is Spot.FIRST_KEY and node.children:
        first = next(iter(node.children.values()))
        if first.key_start is not None and first.key_end is not None:
            return _span(first.key_start, first.key_end)
    return _span(node.start, node.end)


def _span(start: Mark, end: Mark) -> Span:
    width = end.column - start.column if end.line == start.line else 1
    return Span(start.line + 1, start.column + 1, max(width, 1))
