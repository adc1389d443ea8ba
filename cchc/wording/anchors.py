"""The words that name an event, up to the end of what they belong to; words that state a time of their own are none."""

import re

from cchc.wording.tokens import Cursor, attempt, phrases

_NO_EVENT = frozenset(
    phrases(
        """
        ngày, tháng, quý, năm, tuần, giờ, đầu, giữa, cuối, hết, nay, hôm, tết, dịp, làm, trước, sau, đến, từ, đó, này, nào, thời,
        nhưng
        """
    )
)
_EVENTS_OF_TIME = frozenset({"hết hạn", "hết hiệu", "hết thời", "đến hạn", "làm thủ"})
_OWN_TIME = phrases(
    """
    chậm nhất, muộn nhất, không quá, ít nhất, tối thiểu, tối đa, thường xuyên, định kỳ, trong vòng, trước ngày, đến hết,
    trong quý, trong tháng, trong năm, trong giai đoạn, trước tháng, trước quý, trước năm, hoàn thành trước, hoàn thành trong,
    hoàn thành tháng, hoàn thành quý, hoàn thành năm, xong trước, kể từ, tính từ, so với, hàng tháng, hàng quý, hàng tuần,
    hàng ngày, mỗi tháng, mỗi quý, nhưng, trừ, riêng
    """
)
_YEARLY = ("hàng năm", "mỗi năm")
_JOINTS = frozenset({",", ".", "và", "hoặc"})
_NEXT_PART = phrases(
    """
    thường xuyên, định kỳ, đột xuất, chậm nhất, trước ngày, hàng tháng, hàng quý, hàng tuần, hàng năm
    """
)
_COUNTED = ("ngày", "tháng", "tuần", "giờ", "quý", "năm", "lần", "phút")
_RECEIPT = re.compile(
    r"(?<!chứng )(?<!xác )(?<!công )(?<!ghi )(?<!thừa )(?<!giao )\bnhận\b(?! thức| định| xét| dạng| diện| biết)"
)


@attempt
def anchor(cursor: Cursor, *stops: str, may_recur: bool = False) -> str | None:
    """Return the words of an event, as written; they end at ";", at a bracket that closes, at a stop or before another part."""
    start, depth = cursor.at, 0
    while not cursor.is_done:
        word = cursor.word()
        if word == ";" or (word == ")" and depth == 0) or (stops and depth == 0 and cursor.sees(*stops)):
            break
        if word in _JOINTS and depth == 0 and _starts_a_part(cursor):
            break
        if _states_a_time(cursor, start, may_recur=may_recur):
            return None
        depth += (word == "(") - (word == ")")
        cursor.at += 1
    words = cursor.words_from(start)
    first, second = cursor.words[start], cursor.words[start + 1]
    if depth or (first in _NO_EVENT and f"{first} {second}" not in _EVENTS_OF_TIME) or not first.isalpha() or not words:
        return None
    return words


def _starts_a_part(cursor: Cursor) -> bool:
    start = cursor.at
    cursor.take(", và", ". -", ",", ".", "và", "hoặc")
    found = bool(cursor.sees(*_NEXT_PART))
    cursor.at = start
    return found


def _states_a_time(cursor: Cursor, start: int, *, may_recur: bool) -> bool:
    """Return whether the word here opens a time of its own: a count, a day that no document bears, a limit."""
    if cursor.sees(*_OWN_TIME):
        return True
    if cursor.sees(*_YEARLY):
        return not may_recur and cursor.word(-1) in _JOINTS
    if not cursor.word()[:1].isdigit():
        return False
    if cursor.word(1) in _COUNTED:
        return True
    is_day = cursor.word(1) == "/" and cursor.word(2).isdigit() and len(cursor.word(2)) <= 2
    return is_day and not any(token.word == "số" for token in cursor.tokens[start : cursor.at])


def is_receipt(words: str) -> bool:
    """Return whether an event is that something is received."""
    return _RECEIPT.search(words.lower()) is not None
