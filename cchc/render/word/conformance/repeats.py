"""Rows of a table that look alike are judged once: those that only repeat are left out before the document is parsed.

A row of ten thousand is told from the others by its text alone. What tells no rows apart here is what no rule looks at:
texts, bookmarks, marks of editing. Where the text does matter it counts: in a row that may break, since its height is
estimated, and where it may be the number of a section.
"""

import re
import unicodedata
from collections import Counter

PASSED, TIMES = "cchc-passed", "cchc-times"
"""Attributes of a row that stays: how many were left out just before it, and how often its kind stands in the table."""

_END = b"</w:tr>"
_STARTS = (b"<w:tr>", b"<w:tr ")
_TABLE = re.compile(rb"<w:tbl[ >]")
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>[ \t\r\n]*(?![A-Z]{1,6}\.?[ \t\r\n]*<)[^< \t\r\n][^<]*")
_BOOKMARK = re.compile(rb"<w:bookmark[^>]*>")
_EDITING = re.compile(rb' w(?:14)?:(?:rsid[A-Za-z]*|paraId|textId)="[^"]*"')

_Kind = tuple[int, bytes]


def without_repeats(document: bytes) -> bytes:
    """Return the document with one row of each kind in each table.

    It comes back as it is where it is not written in the usual way, or its letters have to be looked at one by one.
    """
    if b"<!" in document or not unicodedata.is_normalized("NFC", document.decode("utf-8", "replace")):
        return document
    *rows, rest = document.split(_END)
    kinds = _kinds(document)
    times = Counter(kinds)
    kept: list[bytes] = []
    seen: set[_Kind | None] = set()
    passed = 0
    for row, kind in zip(rows, kinds, strict=True):
        if kind is not None and kind in seen:
            passed += 1
            continue
        seen.add(kind)
        if row.startswith(_STARTS):
            count = 1 if kind is None else times[kind]
            kept += [row[:5], f' {PASSED}="{passed}" {TIMES}="{count}"'.encode(), row[5:], _END]
        else:
            kept += [row, _END]
        passed = 0
    return b"".join([*kept, rest])


def _kinds(document: bytes) -> list[_Kind | None]:
    """Return for each row its table and what it looks like; None for a row that has to stay."""
    look = _BOOKMARK.sub(b"", _TEXT.sub(b"<w:t>.", document))
    if b"rsid" in look or b"paraId" in look:
        look = _EDITING.sub(b"", look)
    may_repeat: dict[bytes, bool] = {}
    kinds: list[_Kind | None] = []
    table = 0
    for row in look.split(_END)[:-1]:
        if row not in may_repeat:
            may_repeat[row] = row.startswith(_STARTS) and _TABLE.search(row) is None
        if not may_repeat[row]:
            table += 1
        is_whole = may_repeat[row] and b"<w:cantSplit/>" in row
        kinds.append((table, row) if is_whole else None)
    return kinds
