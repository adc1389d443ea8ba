"""What recurs: how often, and the day of each period."""

from cchc.wording.calendar import AND_WORDS
from cchc.wording.dated import Choices, Part
from cchc.wording.numbers import count, digits, whole
from cchc.wording.ongoing import bounds
from cchc.wording.recurring_days import EACH, UNITS, day_after, day_first
from cchc.wording.tokens import Cursor, attempt, longest

_ONCE = ("một lần", "1 lần", "01 lần", "/ lần", "/ 1 lần", "/ 01 lần", "/ một lần")
_REPORTS = ("tuần", "tháng", "quý", "6 tháng", "06 tháng", "9 tháng", "09 tháng", "năm")
_OVERLAPPING = frozenset({"quarter", "half-year", "nine-months", "year"})


def recurring(cursor: Cursor) -> Choices | None:
    return longest(cursor, _each, _times, _day_then_bounds, _list_of_reports)


@attempt
def _unit(cursor: Cursor) -> str | None:
    """Return the period that recurs after `hàng`, `mỗi` or `định kỳ`."""
    is_regular = bool(cursor.take("định kỳ", "theo định kỳ"))
    if not cursor.take(*EACH) and not is_regular:
        return None
    name = cursor.take(*UNITS)
    return UNITS[name] if name and not cursor.sees("làm việc", *_ONCE) else None


@attempt
def _each(cursor: Cursor) -> Choices | None:
    """Return `định kỳ hàng quý`, and the day that may follow: `, trước ngày 15 của tháng cuối quý`."""
    unit = _unit(cursor)
    every: Part | None = {"every": unit} if unit else _interval(cursor)
    if every is None:
        return None
    refined = _refined(cursor, unit) if unit else None
    choices: Choices = refined or [[every]]
    return _bounded(cursor, choices)


def _bounded(cursor: Cursor, choices: Choices) -> Choices:
    span = bounds(cursor)
    return [[{**part, "in": span} for part in parts] for parts in choices] if span else choices


@attempt
def _interval(cursor: Cursor) -> Part | None:
    """Return `06 tháng một lần`, `2 năm/lần`."""
    cursor.take("định kỳ", "ít nhất", "tối thiểu")
    is_each = bool(cursor.take("cứ", "mỗi", "hàng"))
    number = whole(cursor) or int(is_each)
    name = cursor.take("ngày", "tuần", "tháng", "quý", "năm")
    if not number or not name or not cursor.take(*_ONCE):
        return None
    return _every(UNITS[name], number)


def _every(unit: str, number: int) -> Part:
    if unit == "month" and number in {3, 6, 12}:
        return {"every": {3: "quarter", 6: "half-year", 12: "year"}[number]}
    return {"every": unit, **({"interval": number} if number > 1 else {})}


@attempt
def _times(cursor: Cursor) -> Choices | None:
    """Return `02 lần/năm`, `mỗi năm ít nhất 02 lần`, `1 lần/6 tháng`."""
    cursor.take("định kỳ", "ít nhất", "tối thiểu")
    unit = cursor.take(*UNITS) if cursor.take("mỗi", "hàng", "một") else ""
    cursor.take(",")
    cursor.take("ít nhất", "tối thiểu")
    number = count(cursor)
    if not number or number > 366 or not cursor.take("lần"):
        return None
    every: Part | None = {"every": UNITS[unit]} if unit else _per(cursor)
    if every is None or ("interval" in every and number > 1):
        return None
    return _bounded(cursor, [[{**every, **({"times": number} if number > 1 else {})}]])


@attempt
def _per(cursor: Cursor) -> Part | None:
    if not cursor.take("/", "trong một", "trong", "mỗi", "một", "hàng", "trên"):
        return None
    number = digits(cursor) or 1
    name = cursor.take("ngày", "tuần", "tháng", "quý", "năm")
    return _every(UNITS[name], number) if name and cursor.word() != "làm" and not cursor.word().isdigit() else None


@attempt
def _refined(cursor: Cursor, unit: str) -> Choices | None:
    """Return a recurrence with the day that follows it, in brackets or behind a comma."""
    opening = cursor.take(",", "(", ":", "vào")
    cursor.take("gửi", "báo cáo", "nộp", "hoàn thành", "vào")
    choices = day_after(cursor, unit)
    if choices is None or (opening == "(" and not cursor.take(")")):
        return None
    return choices


def _day_then_bounds(cursor: Cursor) -> Choices | None:
    choices = day_first(cursor)
    return _bounded(cursor, choices) if choices else None


@attempt
def _list_of_reports(cursor: Cursor) -> Choices | None:
    """Return `định kỳ quý, 6 tháng, năm`: the longer reports may replace the last short ones, or come on top."""
    if not cursor.take("định kỳ hàng", "định kỳ", "hàng"):
        return None
    units: list[str] = []
    while (unit := _report(cursor, is_first=not units)) is not None:
        units.append(unit)
    if len(units) < 2:
        return None
    apart: list[Part] = [_report_part(unit) for unit in units]
    return [[apart[0]], apart] if set(units) & _OVERLAPPING else [apart]


@attempt
def _report(cursor: Cursor, *, is_first: bool) -> str | None:
    name = cursor.take(*_REPORTS) if is_first or cursor.take(*AND_WORDS) else ""
    if not name or cursor.word().isdigit() or cursor.sees(*_ONCE, "/"):
        return None
    return "nine-months" if "9" in name else UNITS[name]


def _report_part(unit: str) -> Part:
    return {"every": "year", "of_month": 9} if unit == "nine-months" else {"every": unit}
