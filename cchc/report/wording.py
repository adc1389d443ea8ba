"""A diagnostic on one line, as annotations and reports of CI services show it."""

from cchc.diagnostics import Diagnostic
from cchc.messages import diagnostic_words
from cchc.outgoing import visible
from cchc.report import Report


def sentence(diagnostic: Diagnostic, report: Report) -> str:
    """Return what is wrong and what to do about it, in the language of the report."""
    words = diagnostic_words(report.language, diagnostic.code, diagnostic.reason, diagnostic.params)
    return visible(f"{words.message} {words.hint}".strip())
