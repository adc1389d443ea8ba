"""Diagnostics for people: place, words, the line with a caret under the spot, what to do."""

from cchc.diagnostics import Diagnostic, Severity, Span
from cchc.report import Report
from cchc.report.text import write


def block(code: str, line: str, column: int, width: int = 1, **params: object) -> list[str]:
    diagnostic = Diagnostic(code, Severity.ERROR, "f.yaml", Span(3, column, width), line, params)
    return write(Report([diagnostic], "vi")).split("\n\n")[0].split("\n")


def test_a_block_with_its_line_and_its_hint() -> None:
    found = block("not-nfc", "    name: Sở", 11, 2)
    assert found[0].startswith("f.yaml:3:11: lỗi[not-nfc] ")
    assert found[1:3] == ["        name: Sở", "              ^^"]
    assert found[3].startswith("    gợi ý: ")
    assert len(found) == 4


def test_what_has_no_hint_and_no_line() -> None:
    assert block("invalid-value", "  ", 1, value="x") == ["f.yaml:3:1: lỗi[invalid-value] Giá trị “x” không hợp lệ."]


def test_a_long_line_is_cut_around_the_spot() -> None:
    found = block("not-nfc", "a" * 200 + "B" + "c" * 200, 201)
    assert found[1] == "    …" + "a" * 40 + "B" + "c" * 59 + "…"
    assert found[2].index("^") == found[1].index("B")
