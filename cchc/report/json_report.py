"""Diagnostics for programs, as `command-line.md` fixes them."""

from cchc.diagnostics import Severity
from cchc.json_text import to_json
from cchc.messages import diagnostic_words
from cchc.report import Report


def write(report: Report) -> str:
    diagnostics = []
    for diagnostic in report.diagnostics:
        words = diagnostic_words(report.language, diagnostic.code, diagnostic.reason, diagnostic.params)
        diagnostics.append(
            {
                "code": diagnostic.code,
                "severity": diagnostic.severity.value,
                "file": diagnostic.file,
                "line": diagnostic.span.line,
                "column": diagnostic.span.column,
                "message": words.message,
                "hint": words.hint,
            }
        )
    counts = {severity.value: report.count(severity) for severity in Severity}
    return to_json({"version": 1, "diagnostics": diagnostics, "counts": counts})
