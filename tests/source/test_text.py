"""Of faults without end the first ones are told."""

import pytest

from cchc.diagnostics import MAX_ERRORS, FileSpan, Finding, Span, first_errors
from cchc.source.text import MAX_FAULTS_PER_FILE, read_text
from cchc.source.tree import parse


def test_the_first_unsafe_characters_of_a_file() -> None:
    found = read_text("f.yaml", "a: \u202e\n".encode() * (MAX_FAULTS_PER_FILE + 5)).findings
    assert {one.code for one in found} == {"unsafe-character"}
    assert len(found) == MAX_FAULTS_PER_FILE
    assert found[-1].at == FileSpan("f.yaml", Span(MAX_FAULTS_PER_FILE, 4))


def test_the_first_errors_and_every_warning_before_them() -> None:
    at = FileSpan("f.yaml", Span(3, 1))
    many = [Finding("number-gap", at), *[Finding("duplicate-id", at)] * (MAX_ERRORS + 1), Finding("number-gap", at)]
    found = list(first_errors(many, "f.yaml"))
    assert [one.code for one in found] == ["number-gap", *["duplicate-id"] * MAX_ERRORS, "too-large"]
    assert (found[-1].at, found[-1].reason) == (FileSpan("f.yaml", Span(1, 1)), "errors")
    assert list(first_errors(many[:-2], "f.yaml")) == many[:-2]


def test_the_first_repeated_keys_of_a_file() -> None:
    parsed = parse("f.yaml", "a: 1\n" * (MAX_ERRORS + 5))
    assert [one.code for one in parsed.findings] == ["duplicate-key"] * MAX_ERRORS + ["too-large"]
    assert not parsed.is_whole


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("a: 010\nb: no\nc: 12:30\nd: 1.10\n", {"a": "010", "b": "no", "c": "12:30", "d": "1.10"}),
        ("a: null\nb: ~\nc:\nd: ''\n", {"a": None, "b": None, "c": None, "d": ""}),
        ("- [a, {b: c}]\n- |\n  x\n  y\n", [["a", {"b": "c"}], "x\ny\n"]),
        ("--- x\n", "x"),
    ],
)
def test_scalars_stay_text(text: str, data: object) -> None:
    parsed = parse("f.yaml", text)
    assert (parsed.data, parsed.findings, parsed.is_whole) == (data, [], True)
