"""What the YAML parser complains of, in the words of the person who typed it."""

from yaml import MarkedYAMLError, YAMLError

from cchc.diagnostics import FileSpan, Finding, Span


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
    elif "quoted scalar" in context and error.context_mark is not None:
        reason, mark = "quote", error.context_mark
    elif "flow" in context and error.context_mark is not None:
        reason, mark = "bracket", error.context_mark
    elif "cannot start any token" in problem:
        reason = "start"
    elif "block" in context or "did not find expected" in problem:
        reason = "indent"
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1)
    column = min(mark.column, len(lines[line].rstrip("\r")))
    return Finding("yaml-syntax", FileSpan(file, Span(line + 1, column + 1)), {"problem": problem}, reason)
