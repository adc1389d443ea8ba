"""A file's bytes to text that is safe to parse, or the faults that forbid it."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc.diagnostics import FileSpan, Finding, Span
from cchc.source import characters

MAX_FAULTS_PER_FILE = 50
_CONFLICT_WORDS = ("<<<<<<<", "=======", ">>>>>>>")
_CONFLICT_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)
_TAB_IN_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)


class SourceText(NamedTuple):
    """The text of a file, without a leading byte order mark; None where it may not be parsed.

    `is_plain` tells that it surely holds no odd character.
    """

    text: str | None
    findings: tuple[Finding, ...] = ()
    is_plain: bool = False


def span_at(text: str, offset: int, width: int = 1) -> Span:
    """Return the place of a code point; lines end with LF or CRLF."""
    return Span(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset), width)


def read_text(file: str, content: bytes) -> SourceText:
    """Return the text of a workspace file, or why it must not be parsed.

    Never raises: bytes that are not UTF-8, unsafe characters, conflict markers and tabs in the indentation are findings.
    """
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return SourceText(None, (_not_utf8(file, content, error),))
    is_plain = characters.is_plain(text)
    if not is_plain:
        unsafe = tuple(_unsafe_characters(file, text))
        if unsafe:
            return SourceText(None, unsafe)
    if any(word in text for word in _CONFLICT_WORDS):
        conflicts = tuple(_conflicts(file, text))
        if conflicts:
            return SourceText(None, conflicts)
    if "\t" in text and (tab := _TAB_IN_INDENT.search(text)):
        offset = text.index("\t", tab.start())
        return SourceText(None, (Finding("yaml-syntax", FileSpan(file, span_at(text, offset)), reason="tab"),))
    return SourceText(text, (), is_plain)


def _not_utf8(file: str, content: bytes, error: UnicodeDecodeError) -> Finding:
    before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    span = span_at(before, len(before))
    return Finding(
        "not-utf8",
        FileSpan(file, span),
        {"byte": f"0x{content[error.start]:02X}"},
        "utf-16" if is_utf16 else "",
    )


def _unsafe_characters(file: str, text: str) -> Iterator[Finding]:
    for count, offset in enumerate(characters.unsafe_offsets(text)):
        if count == MAX_FAULTS_PER_FILE:
            return
        yield Finding(
            "unsafe-character",
            FileSpan(file, span_at(text, offset)),
            {"character": characters.describe(text[offset])},
        )


def _conflicts(file: str, text: str) -> Iterator[Finding]:
    """Yield one finding for each conflict, at its first marker."""
    is_inside = False
    for count, marker in enumerate(_CONFLICT_MARKER.finditer(text)):
        sign = marker[1][0]
        if count < MAX_FAULTS_PER_FILE and (sign == "<" or not is_inside):
            yield Finding("conflict-marker", FileSpan(file, span_at(text, marker.start(), 7)), {"marker": marker[1]})
        is_inside = sign != ">"
