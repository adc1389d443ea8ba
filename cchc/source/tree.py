"""Safe YAML text to plain data: dictionaries, lists and text, guarded on the way.

PyYAML's own composer ends the process on deep nesting and resolves `010` to 8; here libyaml's events are turned into
data directly. Every scalar stays text; only a plain `null`, `~` or nothing is None.
"""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from cchc.diagnostics import MAX_ERRORS, FileSpan, Finding, Span, first_errors
from cchc.source import characters
from cchc.source.syntax import syntax_finding
from cchc.source.yaml_events import event_reader

MAX_DEPTH = 32
MAX_VALUES = 250_000
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"


@dataclass(slots=True)
class Tree:
    """What a file holds. `is_whole` is False where the text cannot be read to its end: then `data` is None.

    `has_flow_prose` tells that a flow list holds a bare text with a space: worth a second look.
    """

    data: Data = None
    findings: list[Finding] = field(default_factory=list)
    is_whole: bool = True
    has_flow_prose: bool = False


class _Refused(Exception):
    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def parse(file: str, text: str) -> Tree:
    """Return the data of one YAML document; what may not be there is a finding, never an exception."""
    builder = _Builder(file)
    try:
        builder.build(text)
    except _Refused as refusal:
        return Tree(None, [*builder.tree.findings, refusal.finding], is_whole=False)
    except YAMLError as error:
        return Tree(None, [*builder.tree.findings, syntax_finding(file, text, error)], is_whole=False)
    if any(finding.code == "unsafe-character" for finding in builder.tree.findings):  # no use is made of it, as of a plain one
        return Tree(None, builder.tree.findings, is_whole=False)
    return builder.tree


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.tree = Tree()

    def build(self, text: str) -> None:
        # One loop and no calls on the ordinary path: a tree of thousands of plans is read through here.
        next_event = event_reader(text)
        root: list[Data] = []
        container: Any = root
        key: str | None = None
        is_flow_list = False
        outer: list[tuple[Any, bool]] = []
        values = 0
        value: Any
        while True:
            event: Any = next_event()  # PyYAML's stubs know no event's own fields
            kind = type(event)
            if kind is ScalarEvent:
                if event.tag is not None or event.anchor is not None:
                    self._refuse_tag_or_anchor(event)
                value = event.value
                style = event.style
                if not style:
                    if value in NULLS:
                        value = None
                    elif is_flow_list and " " in value:
                        self.tree.has_flow_prose = True
                elif style == '"' and not characters.is_plain(value):
                    self._look_at_escapes(event)
                if key is None and type(container) is dict:
                    key = self._key(event, container)
                    continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.tag is not None or event.anchor is not None:
                    self._refuse_tag_or_anchor(event)
                if len(outer) >= MAX_DEPTH:
                    raise _Refused(self._finding("too-deep", event.start_mark, limit=MAX_DEPTH))
                if key is None and type(container) is dict:
                    raise _Refused(self._finding("yaml-syntax", event.start_mark, reason="complex-key"))
                value = {} if kind is MappingStartEvent else []
                if type(container) is dict:
                    container[key] = value
                    key = None
                else:
                    container.append(value)
                outer.append((container, is_flow_list))
                container = value
                is_flow_list = kind is SequenceStartEvent and bool(event.flow_style)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if self.tree.findings and kind is MappingEndEvent:
                    container.pop(_DROPPED, None)
                values += len(container)
                if values > MAX_VALUES:
                    raise _Refused(self._finding("too-large", event.start_mark, "values", limit=MAX_VALUES))
                container, is_flow_list = outer.pop()
                continue
            elif kind is StreamEndEvent:
                self.tree.data = root[0] if root else None
                return
            else:
                self._look_at_document(event, bool(root))
                continue
            if key is not None:
                container[key] = value
                key = None
            else:
                container.append(value)

    def _note(self, finding: Finding) -> None:
        self.tree.findings.append(finding)
        if len(self.tree.findings) > MAX_ERRORS:
            *listed, beyond = first_errors(self.tree.findings, self.file)
            self.tree.findings = listed
            raise _Refused(beyond)

    def _finding(self, code: str, mark: Any, reason: str = "", **params: object) -> Finding:
        return Finding(code, FileSpan(self.file, Span(mark.line + 1, mark.column + 1)), params, reason)

    def _refuse_tag_or_anchor(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor is not None:
            raise _Refused(self._finding("yaml-alias", event.start_mark, "anchor", name=event.anchor))
        raise _Refused(self._finding("yaml-tag", event.start_mark, tag=event.tag))

    def _look_at_document(self, event: object, has_document: bool) -> None:
        if isinstance(event, AliasEvent):
            raise _Refused(self._finding("yaml-alias", event.start_mark, "alias", name=event.anchor))
        if isinstance(event, DocumentStartEvent):
            if has_document:
                raise _Refused(self._finding("multiple-documents", event.start_mark))
            if event.tags:
                raise _Refused(self._finding("yaml-tag", event.start_mark, "directive"))
            if event.version:
                raise _Refused(self._finding("yaml-syntax", event.start_mark, "directive"))

    def _look_at_escapes(self, event: ScalarEvent) -> None:
        """Report an unsafe character that an escape such as `"\\u202e"` smuggles past the reading of the text."""
        for offset in characters.unsafe_offsets(event.value):
            character = characters.describe(event.value[offset])
            self._note(self._finding("unsafe-character", event.start_mark, "escaped", character=character))
            return

    def _key(self, event: ScalarEvent, mapping: dict[str, Data]) -> str:
        key: str = event.value
        if key == "<<" and not event.style:
            raise _Refused(self._finding("yaml-alias", event.start_mark, "merge"))
        if key in mapping:
            self._note(self._finding("duplicate-key", event.start_mark, key=key))
            # The first value stands; the second is read on, under a key that no file can hold, and dropped below.
            return _DROPPED
        return key


_DROPPED = "\x00"
