"""Rows that a page has cut in two, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc.intake.draft.values import Certainty, Line, Paragraphs, Remark
from cchc.wording.read import read

_ENDS = (".", ";", ":", "!", "?", "…")
_LISTED = ("- ", "+ ", "* ")
_OPEN_END = re.compile(r"(?:,|\b(?:và|của|các|với|theo|về|tại|hoặc|cho|từ|đến))$", re.IGNORECASE)
_ANY_YEAR = 2025  # whether words are a deadline does not hang on the year
_UNITS = ("lead", "coordinating")


def joined(lines: Sequence[Line]) -> tuple[list[Line], list[Remark]]:
    """Return the rows with each that goes on from the page before put to the row it belongs to, and a remark for each."""
    rows: list[Line] = []
    remarks: list[Remark] = []
    for line in lines:
        if rows and _goes_on(line, rows[-1]):
            rows[-1] = _together(rows[-1], line)
            begun = rows[-1].spot
            remarks.append(Remark("row-joined", Certainty.JOINED, line.spot, {"table": begun.table, "row": begun.row}))
        else:
            rows.append(line)
    return rows, remarks


def _goes_on(line: Line, above: Line) -> bool:
    """Return whether a row is the rest of the one above: it has no number, and says nothing that begins anew."""
    if line.text("number") or line.wide or above.wide or "number" in line.continued or line.task_marks:
        return False
    if "number" not in above.texts and "number" not in line.texts and not above.texts:
        return False
    if line.starts_page:
        return not (_is_complete(above) and _begins_anew(line))
    is_rest = all(_is_rest(key, texts, above.texts.get(key, ())) for key, texts in line.texts.items())
    return is_rest and bool(line.texts) and not line.continued


def _is_complete(line: Line) -> bool:
    return bool(line.text("deadline") and line.text("lead"))


def _begins_anew(line: Line) -> bool:
    """Return whether a row names a deadline of its own, and who does it."""
    deadline = line.text("deadline")
    return bool(deadline and line.text("lead") and read(deadline, _ANY_YEAR))


def _is_rest(key: str, texts: Paragraphs, above: Paragraphs) -> bool:
    """Return whether words go on from those above, which have not ended: a small letter, or a deadline that lacks its end."""
    if not above or above[-1].endswith(_ENDS):
        return False
    return texts[0][:1].islower() or bool(_OPEN_END.search(above[-1])) or (key == "deadline" and _was_cut(texts, above))


def _was_cut(texts: Paragraphs, above: Paragraphs) -> bool:
    return not read(above[-1], _ANY_YEAR) and bool(read(f"{above[-1]} {texts[0]}", _ANY_YEAR))


def _together(above: Line, line: Line) -> Line:
    texts = dict(above.texts)
    for key, lines in line.texts.items():
        texts[key] = _text_together(texts.get(key, ()), lines, is_list_of_names=key in _UNITS)
    return replace(above, texts=texts, more_rows=(*above.more_rows, line.spot))


def _text_together(above: Paragraphs, rest: Paragraphs, *, is_list_of_names: bool) -> Paragraphs:
    """Return the lines of a cell and the rest of them: words that were cut become one line again."""
    if not above or not rest:
        return above or rest
    first = rest[0]
    has_ended = above[-1].endswith(_ENDS) and not first[:1].islower()
    is_anew = (
        first.startswith(_LISTED) or has_ended or (is_list_of_names and first[:1].isupper() and above[-1].startswith(_LISTED))
    )
    if is_anew:
        return (*above, *rest)
    return (*above[:-1], f"{above[-1]} {first}", *rest[1:])
