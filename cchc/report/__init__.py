"""Diagnostics to text, JSON and annotations; one module a format, imported when asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, cast

from cchc.diagnostics import Diagnostic, Severity
from cchc.messages import Language


class Report(NamedTuple):
    """What a check found, and how it is to be told; `prefix` leads from the top of the git tree to the workspace."""

    diagnostics: Sequence[Diagnostic]
    language: Language
    is_coloured: bool = False
    prefix: str = ""

    def count(self, severity: Severity) -> int:
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)


FORMATS = MappingProxyType({"text": "cchc.report.text", "json": "cchc.report.json_report", "github": "cchc.report.github"})


def writer_for(name: str) -> Callable[[Report], str]:
    """Return `write(report) -> str` of a format; KeyError where there is none."""
    return cast("Callable[[Report], str]", import_module(FORMATS[name]).write)
