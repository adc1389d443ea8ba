"""Diagnostics as SARIF 2.1.0, the form that code scanning services and editors exchange (OASIS, errata 01)."""

from urllib.parse import quote

from cchc import __version__
from cchc.diagnostics import CODES, Diagnostic
from cchc.json_text import to_json
from cchc.messages import explanation
from cchc.report import Report
from cchc.report.fingerprints import fingerprints
from cchc.report.wording import sentence

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOP = "SRCROOT"


def write(report: Report) -> str:
    codes = sorted({diagnostic.code for diagnostic in report.diagnostics})
    marks = fingerprints(report.diagnostics, report.prefix)
    driver = {
        "name": "cchc",
        "version": __version__,
        "language": report.language,
        "rules": [_rule(code, report) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top of the git tree."}}},
        "results": [
            _result(diagnostic, codes.index(diagnostic.code), mark, report)
            for diagnostic, mark in zip(report.diagnostics, marks, strict=True)
        ],
    }
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, report: Report) -> dict[str, object]:
    """Return a code as a rule: the first sentence of its explanation, all of it as the help."""
    text = explanation(report.language, code).strip()
    meaning = " ".join(text.split("\n\n")[0].split())
    first, stop, _ = meaning.partition(". ")
    return {
        "id": code,
        "shortDescription": {"text": f"{first}." if stop else meaning},
        "fullDescription": {"text": meaning},
        "help": {"text": text},
        "defaultConfiguration": {"level": CODES[code].value},
    }


def _result(diagnostic: Diagnostic, rule: int, mark: str, report: Report) -> dict[str, object]:
    line, column, width = diagnostic.span
    # A name that is no UTF-8 goes out as the bytes that it has on disk.
    address = quote(report.prefix + diagnostic.file, errors="surrogateescape")
    region = {"startLine": line, "startColumn": column, "endColumn": column + max(1, width)}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": sentence(diagnostic, report)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address, "uriBaseId": _TOP}, "region": region}}],
        "partialFingerprints": {"cchcLine/v1": mark},
    }
