"""The words of cells: kept once for the whole workbook, or in the cell itself."""

import re
from typing import Any

from cchc.intake.notices import Notices
from cchc.intake.values import NoticeKind

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def words_of(element: Any, notices: Notices | None = None) -> str:
    """Return the words of a text or of its runs, without readings printed above them, which are told."""
    pieces = []
    for child in element:
        if child.tag == S + "t":
            pieces.append(child.text or "")
        elif child.tag == S + "r":
            pieces += [text.text or "" for text in child.iterfind(S + "t")]
        elif child.tag == S + "rPh" and notices is not None:
            notices.tell(NoticeKind.RUBY, "".join(child.itertext()))
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold, which workbooks write as `_x000D_`."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code < 0xE000 else chr(code)
