"""Diagnostics as JUnit XML, which Jenkins and GitLab show as tests: one a plan, and one a shared file with findings."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cchc.diagnostics import Diagnostic, Severity
from cchc.messages import screen
from cchc.outgoing import visible
from cchc.report import Report
from cchc.report.wording import sentence

_NOT_IN_XML = re.compile("[\ufffe\uffff]")  # beyond what `visible` shows already


def write(report: Report) -> str:
    cases = _cases(report)
    failures = sum(any(_fails(found, report) for found in case) for case in cases.values())
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    root = Element("testsuites", counts)
    suite = SubElement(root, "testsuite", {"name": "cchc validate", **counts})
    for name, found in cases.items():
        _write_case(suite, name, found, report)
    indent(root)
    text = tostring(root, encoding="unicode").replace("##[", "&#35;#[")  # GitHub's runner obeys `##[` in a log
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _cases(report: Report) -> dict[str, list[Diagnostic]]:
    """Return the diagnostics of each plan, and of each file that belongs to none."""
    cases: dict[str, list[Diagnostic]] = {plan: [] for plan in report.plans}
    for diagnostic in report.diagnostics:
        plan = next((plan for plan in report.plans if diagnostic.file.startswith(f"{plan}/")), diagnostic.file)
        cases.setdefault(plan, []).append(diagnostic)
    return cases


def _write_case(suite: Element, name: str, found: Sequence[Diagnostic], report: Report) -> None:
    case = SubElement(suite, "testcase", {"name": _shown(name), "classname": "cchc.validate"})
    failing = [one for one in found if _fails(one, report)]
    if failing:
        # One element for all of them: GitLab shows no more than one of a test.
        failure = SubElement(case, "failure", {"type": failing[0].code, "message": _summary(failing, report)})
        failure.text = _lines(failing, report)
    rest = [one for one in found if not _fails(one, report)]
    if rest:
        SubElement(case, "system-out").text = _lines(rest, report)


def _fails(diagnostic: Diagnostic, report: Report) -> bool:
    return report.is_strict or diagnostic.severity is Severity.ERROR


def _summary(found: Sequence[Diagnostic], report: Report) -> str:
    errors = sum(one.severity is Severity.ERROR for one in found)
    return screen(report.language, "validate/found", errors=errors, warnings=len(found) - errors)


def _lines(found: Sequence[Diagnostic], report: Report) -> str:
    return "\n".join(_line(one, report) for one in found)


def _line(one: Diagnostic, report: Report) -> str:
    severity = screen(report.language, f"severity/{one.severity.value}")
    # A line begins with the severity, so that none begins with what a runner takes for a command.
    return _shown(f"{severity}[{one.code}] {one.file}:{one.span.line}:{one.span.column}: {sentence(one, report)}")


def _shown(text: str) -> str:
    return _NOT_IN_XML.sub(lambda match: f"<U+{ord(match[0]):04X}>", visible(text))
