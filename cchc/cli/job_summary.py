"""The summary of a GitHub job: every diagnostic in a table, since GitHub shows only the first annotations of a kind."""

import os
from pathlib import Path

from cchc.cli.console import Console
from cchc.diagnostics import Diagnostic, Severity, Whole
from cchc.errors import SystemReason
from cchc.messages import screen
from cchc.outgoing import visible
from cchc.render.markdown_text import every_character
from cchc.report import Report
from cchc.report.wording import sentence

MOST = 500
"""Rows of the table: GitHub drops a summary of more than 1 MiB as a whole."""


def add_to_summary(report: Report, console: Console) -> None:
    """Append the diagnostics to the file that `GITHUB_STEP_SUMMARY` names; say so where it cannot be written."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path or not report.diagnostics:
        return
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(summary_of(report))
    except OSError as error:
        console.note(screen(report.language, "file/unwritable", path=Whole(path), why=SystemReason(error)))


def summary_of(report: Report) -> str:
    """Return the table as Markdown in which no text of a plan is anything but text."""
    language = report.language
    errors, warnings = (report.count(severity) for severity in (Severity.ERROR, Severity.WARNING))
    columns = [screen(language, f"validate/column/{name}") for name in ("place", "code", "message")]
    lines = [
        f"### cchc validate: {screen(language, 'validate/found', errors=errors, warnings=warnings)}",
        "",
        f"| {' | '.join(columns)} |",
        "| --- | --- | --- |",
        *(_row(diagnostic, report) for diagnostic in report.diagnostics[:MOST]),
    ]
    left_out = len(report.diagnostics) - MOST
    if left_out > 0:
        lines += ["", screen(language, "validate/not-listed", count=left_out)]
    return "\n".join(lines) + "\n\n"


def _row(diagnostic: Diagnostic, report: Report) -> str:
    place = f"{report.prefix}{diagnostic.file}:{diagnostic.span.line}:{diagnostic.span.column}"
    label = f"{screen(report.language, f'severity/{diagnostic.severity.value}')} {diagnostic.code}"
    cells = (every_character(visible(text)) for text in (place, label, sentence(diagnostic, report)))
    return f"| {' | '.join(cells)} |"
