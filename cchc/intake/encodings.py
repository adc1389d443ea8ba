"""Bytes as text: by their mark, by what a page says of itself, as UTF-8, or by the old code page of Vietnamese."""

import codecs
import re

from cchc.intake.values import SourceRefused

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_HEAD = 2_000
_KNOWN = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "unicode": "utf-8",
    "utf-16": "utf-8",  # a page that says so and carries no mark was read as bytes of one: HTML takes it for UTF-8
    "windows-1258": "cp1258", "cp1258": "cp1258", "windows-1252": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "x-cp1258": "cp1258",
}  # fmt: skip
_GUESS = "cp1258"
_BINARY = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """Return the text, and its encoding where that was guessed. Raises SourceRefused."""
    encoding, mark, is_guess = _encoding(data)
    try:
        text = data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceRefused("intake/encoding", name=name) from error
    if _BINARY.search(text[:_HEAD]) is not None:
        raise SourceRefused("intake/unknown-kind", name=name)
    return text, "windows-1258" if is_guess else ""


def _encoding(data: bytes) -> tuple[str, int, bool]:
    """Return the codec, how many bytes its mark takes, and whether it was guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark), False
    if (plain := _unmarked_utf16(data[:_HEAD])) is not None:
        return plain, 0, False
    said = _CHARSET.search(data[:_HEAD])
    if said is not None and b"<" in data[: said.start()]:
        known = _KNOWN.get(said[1].decode("ascii").lower())
        if known is not None:
            return known, 0, False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _GUESS, 0, True
    return "utf-8", 0, False


def _unmarked_utf16(head: bytes) -> str | None:
    """Return which UTF-16 the bytes are if every other of the first ones is zero."""
    if len(head) < 8 or len(head) % 2:
        return None
    even, odd = head[0::2], head[1::2]
    if odd.count(0) * 2 > len(odd) and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) * 2 > len(even) and not odd.count(0) else None
