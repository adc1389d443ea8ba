"""Diagnostics as a Code Quality report of GitLab, which shows them beside the lines of a merge request."""

from cchc.diagnostics import Severity
from cchc.json_text import to_json
from cchc.outgoing import visible
from cchc.report import Report
from cchc.report.fingerprints import fingerprints
from cchc.report.wording import sentence

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def write(report: Report) -> str:
    marks = fingerprints(report.diagnostics, report.prefix)
    return to_json(
        [
            {
                "description": sentence(diagnostic, report),
                "check_name": diagnostic.code,
                "fingerprint": mark,
                "severity": _SEVERITIES[diagnostic.severity],
                "location": {
                    "path": visible(report.prefix + diagnostic.file),
                    "lines": {"begin": diagnostic.span.line},
                },
            }
            for diagnostic, mark in zip(report.diagnostics, marks, strict=True)
        ]
    )
