"""The numeric goal that a result states, where it states one and no more than one."""

import re

from cchc.source.tree import Data

_PERCENT = re.compile(r"(?<![0-9,])(?P<value>[0-9]{1,3}(?:,[0-9]{1,2})?) ?%(?P<after> trở (?:lên|xuống))?", re.IGNORECASE)
_WORDS_BEFORE = 4
_CHANGE = re.compile(r"\b(?:tăng|giảm|thêm|bớt|cao hơn|thấp hơn|hơn|kém)\b", re.IGNORECASE)
_BOUNDS = (
    (re.compile(r"\b(?:trên|vượt|cao hơn|lớn hơn|hơn)\s+$", re.IGNORECASE), "above"),
    (re.compile(r"\b(?:dưới|thấp hơn|nhỏ hơn)\s+$", re.IGNORECASE), "below"),
    (re.compile(r"\b(?:không quá|tối đa|không vượt quá|nhiều nhất)\s+$", re.IGNORECASE), "at_most"),
    (re.compile(r"\b(?:ít nhất|tối thiểu|không dưới|không thấp hơn)\s+$", re.IGNORECASE), "at_least"),
    (re.compile(r"\b(?:từ|đạt|tỷ lệ|tỉ lệ|là|đảm bảo|bảo đảm|phấn đấu)\s+$", re.IGNORECASE), "at_least"),
)  # fmt: skip
_RANGE = re.compile(r"[0-9] ?%? ?(?:[-–]|đến) ?[0-9]")


def target_of(results: str) -> dict[str, Data] | None:
    """Return the target of a result; None where it states no percentage, several, a change, or a range."""
    found = list(_PERCENT.finditer(results))
    if len(found) != 1 or _RANGE.search(results):
        return None
    match = found[0]
    before = " ".join([*results[max(0, match.start() - 100) : match.start()].split()[-_WORDS_BEFORE:], ""])
    key = "at_least" if (match["after"] or "").strip().endswith("lên") else None
    key = "at_most" if (match["after"] or "").strip().endswith("xuống") else key
    if key is None:
        key = next((bound for words, bound in _BOUNDS if words.search(before)), None)
    if key is None and match["value"] == "100":
        key = "at_least"
    if key is None or (_CHANGE.search(before) and key == "at_least"):
        return None
    return {"id": "ty-le", key: match["value"].replace(",", "."), "unit": "%"}


def states_more(results: str) -> bool:
    """Return whether a result states percentages that are no certain target."""
    return "%" in results and target_of(results) is None
