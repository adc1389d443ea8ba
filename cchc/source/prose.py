"""Texts that load but are not what their author sees: a second look, at the few files that may hold one."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from cchc.diagnostics import FileSpan, Finding, NodePath, Span
from cchc.source import characters
from cchc.source.locate import Keys, Node, read_nodes
from cchc.source.text import MAX_FAULTS_PER_FILE, span_at

PROSE_KEYS = frozenset(
    {
        "content", "results", "text", "title", "name", "as", "aliases", "subject", "evidence", "reason", "note",
        "label", "deadline", "extra", "allow",
    }
)  # fmt: skip
"""Keys whose values are texts for people."""
_MAYBE_CUT = re.compile(r"\S #")


def may_hide_something(text: str, *, is_plain: bool, has_flow_prose: bool) -> bool:
    """Return whether a file deserves the second look; cheap, and true of few files."""
    return has_flow_prose or not is_plain or _may_be_cut(text) or not characters.is_nfc(text)


def _may_be_cut(text: str) -> bool:
    """Return whether one space and a `#` follow a word somewhere: two spaces, or a line of its own, are a comment."""
    return " #" in text and _MAYBE_CUT.search(text) is not None


def prose_findings(file: str, text: str) -> Iterator[Finding]:
    """Yield the warnings `odd-character`, `not-nfc`, `flow-prose` and `text-cut-by-comment` of one file."""
    root = read_nodes(text)
    nodes = list(root.walk()) if root else []
    yield from _characters(file, text, nodes)
    yield from _flow_prose(file, text, nodes)
    if _may_be_cut(text):
        yield from _cut_texts(file, text, nodes)


def _characters(file: str, text: str, nodes: list[tuple[Keys, Node]]) -> Iterator[Finding]:
    """Yield one finding for each text with an odd character or out of NFC, one for each other place of such."""
    odd = list(characters.odd_offsets(text))
    is_nfc = characters.is_nfc(text)
    if not odd and is_nfc:
        return
    covered: set[int] = set()
    for route, node in nodes:
        if node.style in {"mapping", "list"}:
            continue
        start, end = node.start.index, node.end.index
        faults = odd[bisect_left(odd, start) : bisect_left(odd, end)]
        if faults:
            covered.update(faults)
            yield Finding("odd-character", NodePath(file, route), {"character": characters.describe(text[faults[0]])})
        if not is_nfc and not characters.is_nfc(text[start:end]):
            yield Finding("not-nfc", NodePath(file, route))
    outside = [offset for offset in odd if offset not in covered][:MAX_FAULTS_PER_FILE]
    for offset in outside:
        character = characters.describe(text[offset])
        yield Finding("odd-character", FileSpan(file, span_at(text, offset)), {"character": character})
    if not is_nfc:
        yield from _comments_not_nfc(file, text, nodes)


def _comments_not_nfc(file: str, text: str, nodes: list[tuple[Keys, Node]]) -> Iterator[Finding]:
    """Yield a finding for each comment line that is not NFC."""
    texts = [node for _, node in nodes if node.style not in {"mapping", "list"}]
    inside = {line for node in texts for line in range(node.start.line, node.end.line + 1)}
    outside = (n for n, line in enumerate(text.split("\n")) if n not in inside and not characters.is_nfc(line))
    for number in islice(outside, MAX_FAULTS_PER_FILE):
        yield Finding("not-nfc", FileSpan(file, Span(number + 1, 1)))


def _is_prose(route: Keys) -> bool:
    """Return whether a text at this route is for people: its own key says so, or the one that holds its list."""
    names = [key for key in route if isinstance(key, str)]
    return bool(names) and (names[-1] in PROSE_KEYS or (len(names) > 1 and names[-2] in {"extra", "allow"}))


def _flow_prose(file: str, text: str, nodes: list[tuple[Keys, Node]]) -> Iterator[Finding]:
    for route, node in nodes:
        if node.is_flow_list and _is_prose(route):
            items = [text[item.start.index : item.end.index] for item in node.children.values() if item.style == "plain"]
            if any(" " in item for item in items):
                yield Finding("flow-prose", NodePath(file, route), {"count": len(node.children)})


def _cut_texts(file: str, text: str, nodes: list[tuple[Keys, Node]]) -> Iterator[Finding]:
    """Yield a finding for each bare text that one space and a `#` end: two spaces are a comment that is meant."""
    for route, node in nodes:
        end = node.end.index
        if node.style == "plain" and text.startswith(" #", end) and _is_prose(route) and end > node.start.index:
            rest = text[end + 1 :].partition("\n")[0].rstrip("\r")
            yield Finding("text-cut-by-comment", NodePath(file, route), {"rest": rest})
