"""Diagnostics to text, JSON, annotations and the reports that CI services read; one module a format, imported when asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from cchc.diagnostics import Diagnostic, Severity
from cchc.messages import Language


class Report(NamedTuple):
    """What a check found, and how it is to be told; `prefix` leads from the top of the git tree to the workspace.

    `plans` are the folders of the plans that were checked; with `is_strict` a warning fails too.
    """

    diagnostics: Sequence[Diagnostic]
    language: Language
    is_coloured: bool = False
    prefix: str = ""
    plans: Sequence[str] = ()
    is_strict: bool = False

    def count(self, severity: Severity) -> int:
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)


FORMATS = MappingProxyType(
    {
        "text": "cchc.report.text",
        "json": "cchc.report.json_report",
        "github": "cchc.report.github",
        "gitlab": "cchc.report.gitlab",
        "sarif": "cchc.report.sarif",
        "junit": "cchc.report.junit",
    }
)
FROM_GIT_TOP = frozenset({"github", "gitlab", "sarif"})
"""Formats that name files from the top of the git tree, where the service that reads them looks."""


def writer_for(name: str) -> Callable[[Report], str]:
    """Return `write(report) -> str` of a format; KeyError where there is none."""
    return cast("Callable[[Report], str]", import_module(FORMATS[name]).write)
