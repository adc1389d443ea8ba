"""What the parser complains of, told as the slip that it usually is, where it was made."""

import pytest
from yaml import YAMLError

from cchc.diagnostics import FileSpan, Span
from cchc.source.syntax import syntax_finding
from cchc.source.tree import parse


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("a: b: c\n", "colon", 1, 5),
        ("a: b\n c: d\n", "colon", 2, 3),
        ("a: 'x\nb: 1\n", "quote", 1, 4),
        ('a: "x\n', "quote", 1, 4),
        ("a: [x, y\n", "bracket", 1, 4),
        ("a: {b: 1,\n", "bracket", 1, 4),
        ("a: {b: [1], c: 2,\n", "bracket", 1, 4),
        ("a: [[1], [2,\n", "bracket", 1, 10),
        ("a: [b, {c: 1}, {d: [x\n", "bracket", 1, 20),
        ("a: [x\nb: 1\n", "bracket", 1, 4),
        ("a: [,]\n", "", 1, 5),
        ("a: @x\n", "start", 1, 4),
        ("a: %x\n", "start", 1, 4),
        ("a:\n\tb: 1\n", "start", 2, 1),
        ("a: x\n\ty\n", "tab", 2, 1),
        ("a:\n  - x\n b: 1\n", "indent", 3, 2),
        ("- a\nb: 1\n", "indent", 2, 1),
        ("a: ]\n", "", 1, 4),
        ("a: 'x' y\n", "", 1, 8),
        ('a: "C:\\q"\n', "", 1, 7),
    ],
)
def test_the_slip_and_its_place(text: str, reason: str, line: int, column: int) -> None:
    (finding,) = parse("f.yaml", text).findings
    assert isinstance(finding.at, FileSpan)
    assert (finding.code, finding.reason, finding.at.span) == ("yaml-syntax", reason, Span(line, column))
    assert finding.params["problem"]


def test_a_fault_without_a_place_stands_at_the_top() -> None:
    finding = syntax_finding("f.yaml", "", YAMLError("hỏng"))
    assert (finding.at, finding.params) == (FileSpan("f.yaml", Span(1, 1)), {"problem": "hỏng"})
