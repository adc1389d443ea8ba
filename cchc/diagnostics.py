"""What can be wrong with a plan: codes, findings as checks yield them, diagnostics with their place."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


CODES: Mapping[str, Severity] = dict.fromkeys(
    (
        # the text of a file
        "unreadable-file", "too-large", "not-utf8", "unsafe-character", "conflict-marker",
        "yaml-syntax", "too-deep", "yaml-tag", "yaml-alias", "multiple-documents",
        # the shape of a record
        "duplicate-key", "unknown-key", "missing-key", "wrong-type", "invalid-value", "invalid-date",
        "path-outside",
        # references between records
        "duplicate-id", "duplicate-record", "unknown-unit", "unknown-event-type", "unknown-task",
        "unknown-part", "unknown-target", "unknown-occurrence", "unit-cycle",
        # deadlines and progress
        "unreadable-wording", "ambiguous-wording", "wording-disagrees", "missing-event-type",
        "missing-event-date", "unnamed-rule", "completion-before-event", "calendar-conflict",
    ),
    Severity.ERROR,
) | dict.fromkeys(
    (
        "number-gap", "number-repeat", "lead-also-coordinating", "unused-unit", "unused-event-type",
        "outside-period", "missing-evidence", "missing-deadline", "document-number", "duplicate-duty", "not-nfc",
        "odd-character", "flow-prose", "text-cut-by-comment", "unused-allow", "edited-after-issue",
    ),
    Severity.WARNING,
)  # fmt: skip
"""Every code the tool can report; a code never changes its meaning."""


class Spot(StrEnum):
    """Which end of a node a finding points at."""

    VALUE = "value"
    KEY = "key"
    FIRST_KEY = "first-key"


class NodePath(NamedTuple):
    """The route to a node: a file of the workspace (`/` between folders), then keys and indexes."""

    file: str
    keys: tuple[str | int, ...] = ()
    spot: Spot = Spot.VALUE

    def __truediv__(self, key: str | int) -> "NodePath":
        return NodePath(self.file, (*self.keys, key))

    def key(self) -> "NodePath":
        """Return the same route, pointing at the key that leads to the node."""
        return NodePath(self.file, self.keys, Spot.KEY)

    def first_key(self) -> "NodePath":
        """Return the same route, pointing at the first key of the record."""
        return NodePath(self.file, self.keys, Spot.FIRST_KEY)


class Span(NamedTuple):
    """A place in a file; `line` and `column` count from 1, `width` in code points on that line."""

    line: int
    column: int
    width: int = 1


class Finding(NamedTuple):
    """Something wrong, told symbolically: `at` is a node, or a span where the text itself is at fault.

    `reason` picks a variant of the code's words (`unknown-key/rule`); `params` fill them in.
    """

    code: str
    at: "NodePath | FileSpan"
    params: Mapping[str, object] = MappingProxyType({})
    reason: str = ""


class Whole(str):
    """A parameter that is shown whole, however long: what a reader pastes into a plan, or counts by."""

    __slots__ = ()


class FileSpan(NamedTuple):
    file: str
    span: Span


class Diagnostic(NamedTuple):
    """A finding with its place; `source_line` is the line as it stands, "" where there is none."""

    code: str
    severity: Severity
    file: str
    span: Span
    source_line: str
    params: Mapping[str, object]
    reason: str = ""


MAX_ERRORS = 200


def first_errors(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    """Yield findings up to `MAX_ERRORS` errors, then one that says that more are not looked for.

    A file of 5 MB can hold half a million faults; nobody mends more than a few hundred at a time.
    """
    errors = 0
    for finding in findings:
        if CODES[finding.code] is Severity.ERROR:
            errors += 1
            if errors > MAX_ERRORS:
                yield Finding("too-large", FileSpan(file, Span(1, 1)), {"limit": MAX_ERRORS}, "errors")
                return
        yield finding
