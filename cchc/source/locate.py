"""Where a node stands: a second reading, with marks, of only those files that have a finding."""

from collections.abc import Callable, Iterator, Mapping
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
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not re-export it

from cchc.diagnostics import CODES, Diagnostic, FileSpan, Finding, NodePath, Span, Spot

Keys = tuple[str | int, ...]


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
    next_event = CParser(text).get_event
    roots: list[Node] = []
    outer: list[Node] = []
    key: Any = None
    try:
        while True:
            event: Any = next_event()  # PyYAML's stubs leave every mark optional
            if event is None:
                return roots[0] if roots else None
            match event:
                case ScalarEvent() if key is None and outer and outer[-1].style == "mapping":
                    key = event
                case ScalarEvent() | MappingStartEvent() | SequenceStartEvent():
                    node = Node(event.start_mark, event.end_mark)
                    _attach(node, outer[-1] if outer else None, key, roots)
                    key = None
                    if isinstance(event, ScalarEvent):
                        node.style = event.style or "plain"
                    else:
                        node.style = "mapping" if isinstance(event, MappingStartEvent) else "list"
                        node.is_flow_list = node.style == "list" and bool(event.flow_style)
                        outer.append(node)
                case MappingEndEvent() | SequenceEndEvent():
                    outer.pop().end = event.end_mark
                case _:
                    pass
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


@dataclass(frozen=True, slots=True)
class Mounts:
    """Which routes of a plan lie in section files: route of the mount -> file."""

    files: Mapping[Keys, str] = field(default_factory=dict)

    def resolve(self, path: NodePath) -> NodePath:
        """Return the route within the file that really holds the node."""
        for length in range(len(path.keys), 0, -1):
            file = self.files.get(path.keys[:length])
            if file is not None:
                return NodePath(file, path.keys[length:], path.spot)
        return path


class Locator:
    """Turns findings of a workspace into diagnostics, reading each file concerned once more."""

    def __init__(self, text_of: Callable[[str], str | None]) -> None:
        self._text_of = text_of
        self._files: dict[str, tuple[list[str], Node | None]] = {}

    def place(self, finding: Finding, mounts: Mounts | None = None) -> Diagnostic:
        """Return the finding at its line and column, counted from 1."""
        if isinstance(finding.at, FileSpan):
            file, span = finding.at.file, finding.at.span
            lines = self._file(file)[0]
        else:
            path = mounts.resolve(finding.at) if mounts else finding.at
            file = path.file
            lines, root = self._file(file)
            span = span_of(root, path)
        source_line = lines[span.line - 1].rstrip("\r") if span.line <= len(lines) else ""
        return Diagnostic(finding.code, CODES[finding.code], file, span, source_line, finding.params, finding.reason)

    def _file(self, file: str) -> tuple[list[str], Node | None]:
        if file not in self._files:
            text = self._text_of(file)
            self._files[file] = ([], None) if text is None else (text.split("\n"), read_nodes(text))
        return self._files[file]


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
