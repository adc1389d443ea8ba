"""The day of what recurs: of a month, a week, a year, the first or last month of a quarter, the period after."""

from cchc.model.periods import PeriodUnit
from cchc.wording.calendar import Named, day, hour, period, series, weekday
from cchc.wording.dated import Choices, Limit, Part, limit
from cchc.wording.numbers import month_number, quarter_number, whole
from cchc.wording.tokens import Cursor, attempt, longest

EACH = ("hàng", "mỗi", "từng")
UNITS = {"6 tháng": "half-year", "sáu tháng": "half-year", "06 tháng": "half-year", "nửa năm": "half-year"} | {
    "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year",
}  # fmt: skip
_NEXT = ("tiếp theo", "kế tiếp", "liền kề tiếp theo", "sau liền kề", "liền kề sau", "liền kề", "tiếp sau", "sau")
_AFTER_REPORT = (
    "ngay sau kỳ báo cáo", "sau kỳ báo cáo", "của kỳ báo cáo", "kỳ báo cáo", "sau tháng báo cáo",
    "sau quý báo cáo", "sau năm báo cáo",
)  # fmt: skip
_MONTHS_OF = {"quarter": 3, "half-year": 6, "year": 12}


def day_first(cursor: Cursor) -> Choices | None:
    """Return `trước ngày 15 hàng tháng`, `trước 15:00 thứ Sáu hàng tuần`, `ngày 10 của tháng đầu quý sau`."""
    cursor.take("định kỳ")
    return longest(cursor, _day_then_each, _date_then_each, _weekday_then_each, _day_of_named_month, _hour_then_each)


def day_after(cursor: Cursor, unit: str) -> Choices | None:
    """Return what recurs in a period already named, with the day that follows."""
    return longest(
        cursor,
        lambda cursor: _day_of_month(cursor, unit),
        lambda cursor: _day_of_year(cursor, unit),
        lambda cursor: _day_of_week(cursor, unit),
        lambda cursor: _hour(cursor, unit),
        lambda cursor: _same_unit(day_first(cursor), unit),
    )


def _same_unit(choices: Choices | None, unit: str) -> Choices | None:
    return choices if choices and all(part["every"] == unit for parts in choices for part in parts) else None


@attempt
def _day_then_each(cursor: Cursor) -> Choices | None:
    bound = limit(cursor)
    at = _hour_before_day(cursor)
    number = _number_of_day(cursor)
    if number is None:
        return None
    cursor.take("của", "trong", ",")
    unit = _unit_name(cursor)
    is_next = False
    if unit is None:
        unit, is_next = "month", bool(_next_period(cursor, "tháng"))
        if not is_next:
            return None
    if unit not in {"month", *_MONTHS_OF} or (unit != "month" and number != "last"):
        return None
    key = "by_day" if at else _day_key(bound)
    return [[{"every": unit, **_number_key(key, number), **_next_key(is_next), **_at(at)}]]


@attempt
def _unit_name(cursor: Cursor) -> str | None:
    cursor.take(*EACH)
    name = cursor.take("tháng", "quý", "năm", "kỳ 6 tháng")
    is_plain = not cursor.sees("cuối", "đầu", "thứ", *_NEXT) and not cursor.word().isdigit()
    return UNITS.get(name, "half-year") if name and is_plain else None


@attempt
def _next_period(cursor: Cursor, name: str) -> bool | None:
    """Return whether the period that follows is meant: `tháng sau`, `năm tiếp theo ngay sau kỳ báo cáo`."""
    cursor.take("của")
    return True if cursor.take(name) and _is_next(cursor) else None


def _is_next(cursor: Cursor) -> bool:
    is_next = bool(cursor.take(*_NEXT))
    if is_next:
        cursor.take(*_AFTER_REPORT)
    return is_next


def _next_key(is_next: bool) -> Part:
    return {"next_period": True} if is_next else {}


@attempt
def _date_then_each(cursor: Cursor) -> Choices | None:
    bound = limit(cursor)
    at = _hour_before_day(cursor)
    days = _days_of_year(cursor)
    if days is None:
        return None
    cursor.take("của", ",")
    is_next = bool(_next_period(cursor, "năm"))
    if not is_next and not cursor.take("hàng năm", "mỗi năm", "các năm"):
        return None
    return [[_yearly(bound, one, at, is_next=is_next) for one in days]]


@attempt
def _weekday_then_each(cursor: Cursor) -> Choices | None:
    bound = limit(cursor)
    at = hour(cursor)
    cursor.take(",", "của")
    cursor.take("sáng", "chiều")
    cursor.take("ngày")
    name = weekday(cursor)
    if name is None or not cursor.take("hàng tuần", "mỗi tuần", "của tuần", "trong tuần", "của mỗi tuần", "các tuần"):
        return None
    return _weekly(bound, name, at)


@attempt
def _hour_then_each(cursor: Cursor) -> Choices | None:
    limit(cursor)
    at = hour(cursor)
    return [[{"every": "day", "at": at}]] if at and cursor.take("hàng ngày", "mỗi ngày") else None


@attempt
def _day_of_named_month(cursor: Cursor) -> Choices | None:
    """Return a day in the first or last month of the period: `trước ngày 20 của tháng cuối quý`."""
    bound = limit(cursor)
    at = _hour_before_day(cursor)
    number = _number_of_day(cursor)
    cursor.take("của", "trong")
    if number is None and bound == "before":
        return None
    month = _month_in_period(cursor)
    cursor.take("của")
    is_each = bool(cursor.take(*EACH, "các"))
    unit = UNITS.get(cursor.take("quý", "6 tháng", "năm", "kỳ 6 tháng").removeprefix("kỳ "))
    is_next = _is_next(cursor)
    if month is None or unit is None or (unit == "year" and not (is_each or is_next)):
        return None
    month = month or _MONTHS_OF[unit]
    if month > _MONTHS_OF[unit] or cursor.word().isdigit() or quarter_number(cursor) is not None:
        return None
    of_month: Part = {"of_month": month} if is_next or month != _MONTHS_OF[unit] else {}
    key = "by_day" if at else _day_key(bound)
    return [[{"every": unit, **_number_key(key, number or "last"), **of_month, **_next_key(is_next), **_at(at)}]]


@attempt
def _month_in_period(cursor: Cursor) -> int | None:
    """Return which month of a period is meant, 0 for its last."""
    if cursor.take("tháng cuối cùng", "tháng cuối"):
        return 0
    if cursor.take("tháng đầu tiên", "tháng đầu"):
        return 1
    return month_number(cursor) if cursor.take("tháng thứ") else None


@attempt
def _day_of_month(cursor: Cursor, unit: str) -> Choices | None:
    """Return `trước ngày 20` after `hàng tháng`; after `hàng quý` it may be of its last month or of the next period."""
    bound = limit(cursor)
    at = _hour_before_day(cursor)
    number = _number_of_day(cursor)
    if number is None or unit not in {"month", "quarter"}:
        return None
    cursor.take("hàng tháng", "của tháng", "trong tháng") if unit == "month" else None
    key = "by_day" if at else _day_key(bound)
    part: Part = {"every": unit, **_number_key(key, number), **_at(at)}
    if unit == "month":
        is_next = bool(_next_period(cursor, "tháng"))
        return [[{**part, "next_period": True} if is_next else part]]
    return [[part], [{**part, "next_period": True}]]


@attempt
def _day_of_year(cursor: Cursor, unit: str) -> Choices | None:
    """Return `trước ngày 15/11` after `hàng năm`; after `6 tháng` it is one day of the year as well."""
    bound = limit(cursor)
    at = _hour_before_day(cursor)
    days = _days_of_year(cursor) if unit in {"year", "half-year"} else None
    if days is None:
        return None
    cursor.take("hàng năm", "trong năm", "mỗi năm", "của năm")
    is_next = bool(_next_period(cursor, "năm"))
    return [[_yearly(bound, one, at, is_next=is_next) for one in days]]


@attempt
def _days_of_year(cursor: Cursor) -> list[Named] | None:
    """Return days, months or quarters without a year; one that names a year does not recur."""
    start, year = cursor.at, cursor.year
    cursor.year = 2000  # a leap year: 29/02 recurs
    days = series(cursor, day) or series(cursor, period)
    cursor.year = year
    if days is None or any(token.word.isdigit() and len(token.word) == 4 for token in cursor.tokens[start : cursor.at]):
        return None
    if any(one.day and one.as_date() is None for one in days) or days[0].unit in {PeriodUnit.YEAR, PeriodUnit.HALF_YEAR}:
        return None
    return days


def _yearly(bound: Limit, named: Named, at: str | None, *, is_next: bool) -> Part:
    if named.unit is PeriodUnit.DAY:
        day_part: Part = {"by_day" if at else _day_key(bound): named.day, "of_month": named.number}
    elif bound == "before":
        day_part = {"before_day": 1, "of_month": named.as_period().first_day.month}
    else:
        day_part = {"of_month": named.as_period().last_day.month}
    return {"every": "year", **day_part, **_next_key(is_next), **_at(at)}


@attempt
def _day_of_week(cursor: Cursor, unit: str) -> Choices | None:
    bound = limit(cursor)
    at = hour(cursor)
    cursor.take("sáng", "chiều", "vào")
    cursor.take("ngày")
    name = weekday(cursor)
    if name is None or unit != "week":
        return None
    cursor.take("hàng tuần", "trong tuần")
    return _weekly(bound, name, at)


def _weekly(bound: Limit, name: str, at: str | None) -> Choices:
    """Return the weekday; `trước thứ Sáu` may be the Friday or the day before."""
    part: Part = {"every": "week", "weekday": name, **_at(at)}
    if bound != "before" or at:
        return [[part]]
    names = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    return [[{"every": "week", "weekday": names[names.index(name) - 1]}], [part]] if name != "monday" else [[part]]


@attempt
def _hour(cursor: Cursor, unit: str) -> Choices | None:
    limit(cursor)
    at = hour(cursor)
    return [[{"every": "day", "at": at}]] if at and unit == "day" else None


@attempt
def _number_of_day(cursor: Cursor) -> int | str | None:
    """Return the day of a month after `ngày`, `last` for `ngày cuối cùng`."""
    if not cursor.take("ngày"):
        return None
    if cursor.take("cuối cùng", "cuối"):
        return "last"
    number = whole(cursor, 31)
    return number if (number and not cursor.sees("/", "-", ".", "tháng")) or (number and _is_month_of(cursor)) else None


def _is_month_of(cursor: Cursor) -> bool:
    """Return whether a month follows that is not named by its number: `tháng cuối quý`, `tháng sau`."""
    return bool(cursor.sees("tháng cuối", "tháng đầu", "tháng thứ", "tháng sau", "tháng tiếp", "tháng kế", "tháng liền"))


def _hour_before_day(cursor: Cursor) -> str | None:
    at = hour(cursor)
    if at:
        cursor.take(",", "của")
    return at


def _day_key(bound: Limit) -> str:
    return "before_day" if bound == "before" else "by_day"


def _number_key(key: str, number: object) -> Part:
    """Return the key of a day; the last is what counts where none is named."""
    return {} if (key, number) == ("by_day", "last") else {key: number}


def _at(at: str | None) -> Part:
    return {"at": at} if at else {}
