"""What the YAML parser complains of, in the words of the person who typed it."""

from typing import Any

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    Mark,
    MarkedYAMLError,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)

from cchc.diagnostics import FileSpan, Finding, Span
from cchc.source.yaml_events import event_reader


def syntax_finding(file: str, text: str, error: YAMLError) -> Finding:
    """Return the finding for a parser error: where it stands, and which of the usual slips it is."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Finding("yaml-syntax", FileSpan(file, Span(1, 1)), {"problem": str(error)})
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark
    reason = ""
    if "tab character" in problem:
        reason = "tab"
    elif "mapping values are not allowed" in problem:
        reason = "colon"
    elif "quoted scalar" in context and "escape" not in problem and error.context_mark is not None:
        reason, mark = "quote", error.context_mark
    elif "flow node" in context:
        bracket = None if text[mark.index :].strip() else _open_bracket(text)
        reason, mark = ("bracket", bracket) if bracket is not None else ("", mark)
    elif "flow" in context and error.context_mark is not None:
        reason, mark = "bracket", error.context_mark
    elif "cannot start any token" in problem:
        reason = "start"
    elif ("block" in context or "did not find expected" in problem) and _is_first_of_line(text, mark):
        reason = "indent"
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1)
    column = min(mark.column, len(lines[line].rstrip("\r")))
    return Finding("yaml-syntax", FileSpan(file, Span(line + 1, column + 1)), {"problem": problem}, reason)


def _is_first_of_line(text: str, mark: Mark) -> bool:
    return not text[: mark.index].rpartition("\n")[2].strip(" -")


def _open_bracket(text: str) -> Mark | None:
    """Return where the innermost bracket that is still open at the fault was opened."""
    next_event = event_reader(text)
    opened: list[Any] = []
    try:
        while True:
            event = next_event()
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                opened.append(event)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                opened.pop()
    except YAMLError:  # the fault itself
        return next((event.start_mark for event in reversed(opened) if event.flow_style), None)
