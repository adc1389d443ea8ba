"""Diagnostics as annotations of a GitHub workflow."""

from cchc.diagnostics import Diagnostic, Severity
from cchc.messages import diagnostic_words, screen
from cchc.outgoing import visible
from cchc.report import Report


def write(report: Report) -> str:
    """Return one command a diagnostic, and a summary, since the runner shows only ten annotations of a kind."""
    lines = [_annotation(diagnostic, report) for diagnostic in report.diagnostics]
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    key = "validate/found" if lines else "validate/fine"
    return "\n".join([*lines, screen(report.language, key, errors=errors, warnings=warnings)]) + "\n"


def _annotation(diagnostic: Diagnostic, report: Report) -> str:
    words = diagnostic_words(report.language, diagnostic.code, diagnostic.reason, diagnostic.params)
    message = f"{words.message} {words.hint}".strip()
    place = {
        "file": report.prefix + diagnostic.file,
        "line": str(diagnostic.span.line),
        "col": str(diagnostic.span.column),
        "title": diagnostic.code,
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{diagnostic.severity.value} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """Return text that the runner cannot take for the end of a command or the start of another."""
    escaped = visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace("##[", "# #[")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
