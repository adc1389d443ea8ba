"""Diagnostics for people: place, message, the line with a caret under the spot, what to do."""

from cchc.diagnostics import Diagnostic, Severity
from cchc.messages import diagnostic_words, screen
from cchc.outgoing import visible, width
from cchc.report import Report

_BEFORE, _LONGEST = 40, 100
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}


def write(report: Report) -> str:
    """Return one block for each diagnostic and a summary."""
    blocks = [_block(diagnostic, report) for diagnostic in report.diagnostics]
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    key = "validate/found" if blocks else "validate/fine"
    return "\n".join([*blocks, screen(report.language, key, errors=errors, warnings=warnings)]) + "\n"


def _block(diagnostic: Diagnostic, report: Report) -> str:
    words = diagnostic_words(report.language, diagnostic.code, diagnostic.reason, diagnostic.params)
    span = diagnostic.span
    severity = screen(report.language, f"severity/{diagnostic.severity.value}")
    label = _paint(f"{severity}[{diagnostic.code}]", _COLOURS[diagnostic.severity], report)
    lines = [f"{visible(diagnostic.file)}:{span.line}:{span.column}: {label} {visible(words.message)}"]
    if diagnostic.source_line.strip():
        shown, caret = _excerpt(diagnostic)
        lines += [f"    {shown}", f"    {_paint(caret, _COLOURS[diagnostic.severity], report)}"]
    if words.hint:
        lines.append(f"    {screen(report.language, 'validate/hint')}: {visible(words.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return the part of the line around the spot, and the caret that goes under it."""
    line, start = diagnostic.source_line.replace("\t", " "), diagnostic.span.column - 1
    first = max(0, start - _BEFORE) if len(line) > _LONGEST else 0
    cut = line[first : first + _LONGEST]
    head = "…" if first else ""
    tail = "…" if first + _LONGEST < len(line) else ""
    spot = line[start : min(start + diagnostic.span.width, first + _LONGEST)]
    before = head + visible(line[first:start])
    carets = max(1, width(visible(spot)))
    return head + visible(cut) + tail, " " * width(before) + "^" * carets


def _paint(text: str, colour: str, report: Report) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if report.is_coloured else text
