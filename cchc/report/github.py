"""Diagnostics as annotations of a GitHub workflow."""

from collections import Counter
from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, Severity
from cchc.messages import screen
from cchc.outgoing import visible
from cchc.report import Report
from cchc.report.wording import sentence

MOST = 10
"""How many annotations of a kind GitHub shows of a step; what comes after them is dropped without a word."""


def write(report: Report) -> str:
    """Return one command for each of the first diagnostics of a kind, a count of the rest, and a summary."""
    lines = [_annotation(one, report) for one in _first_of_each_kind(report)]
    errors, warnings = (report.count(severity) for severity in (Severity.ERROR, Severity.WARNING))
    if max(errors, warnings) > MOST:
        rest = {"errors": max(0, errors - MOST), "warnings": max(0, warnings - MOST)}
        lines.append(screen(report.language, "validate/not-annotated", most=MOST, **rest))
    key = "validate/found" if lines else "validate/fine"
    return "\n".join([*lines, screen(report.language, key, errors=errors, warnings=warnings)]) + "\n"


def _first_of_each_kind(report: Report) -> Iterator[Diagnostic]:
    seen: Counter[Severity] = Counter()
    for diagnostic in report.diagnostics:
        seen[diagnostic.severity] += 1
        if seen[diagnostic.severity] <= MOST:
            yield diagnostic


def _annotation(diagnostic: Diagnostic, report: Report) -> str:
    place = {
        "file": report.prefix + diagnostic.file,
        "line": str(diagnostic.span.line),
        "col": str(diagnostic.span.column),
        "title": diagnostic.code,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{diagnostic.severity.value} {properties}::{_data(sentence(diagnostic, report))}"


def _data(text: str) -> str:
    """Return text that the runner cannot take for the end of a command or the start of another."""
    escaped = visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace("##[", "# #[")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
