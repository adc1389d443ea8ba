"""Days, hours and periods as wordings name them; a day or period without a year takes its neighbour's or the plan's."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from cchc.model.periods import Period, PeriodSpan, PeriodUnit
from cchc.wording.numbers import digits, month_number, quarter_number, whole, year_number
from cchc.wording.tokens import Cursor, attempt

WEEKDAYS = {
    "thứ hai": "monday", "thứ 2": "monday", "thứ ba": "tuesday", "thứ 3": "tuesday", "thứ tư": "wednesday", "thứ 4": "wednesday",
    "thứ năm": "thursday", "thứ 5": "thursday", "thứ sáu": "friday", "thứ 6": "friday", "thứ bảy": "saturday",
    "thứ 7": "saturday", "chủ nhật": "sunday",
}  # fmt: skip
_NAMES = tuple(dict.fromkeys(WEEKDAYS.values()))
RANGE_WORDS = ("đến hết", "đến cuối", "đến", "tới hết", "tới", "- hết", "-")
AND_WORDS = (", và", "và", ",")
_YEAR_JOINTS = ("/ năm", "/", "-", "của năm", "năm")


class Named(NamedTuple):
    """A day, month, quarter, half or year as it is named; `day` is 0 for a period, `year` None where none is said."""

    unit: PeriodUnit
    number: int = 1
    year: int | None = None
    day: int = 0
    is_bare: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return self.number, self.day

    def as_date(self) -> date | None:
        try:
            return date(self.year or 0, self.number, self.day)
        except ValueError:
            return None

    def as_period(self) -> Period:
        return Period(self.unit, self.year or 0, self.number)


@attempt
def weekday(cursor: Cursor) -> str | None:
    name = cursor.take(*WEEKDAYS)
    return WEEKDAYS[name] if name else None


def is_that_weekday(day: date, name: str) -> bool:
    return _NAMES[day.weekday()] == name


@attempt
def hour(cursor: Cursor) -> str | None:
    """Return `17:00` for `17 giờ`, `17h00`, `17 giờ 00 phút`, `17:00`, `17g`."""
    cursor.take("lúc", "vào lúc")
    hours = digits(cursor, 24)
    sign = cursor.take("giờ", "h", "g", ":")
    if hours is None or not sign:
        return None
    minutes = digits(cursor, 59) if len(cursor.word()) == 2 else None
    if minutes is None and sign == ":":
        return None
    if minutes is not None:
        cursor.take("phút", "'", "p")
    if hours == 24 and minutes:
        return None
    return f"{hours:02}:{minutes or 0:02}"


def _year(cursor: Cursor, *joints: str) -> int | None:
    """Return the year that follows a day or period behind one of the joints."""
    start = cursor.at
    cursor.take(",")
    if cursor.take(*joints) and (year := year_number(cursor)) is not None and cursor.word() != "/":
        return year
    cursor.at = start
    return None


@attempt
def day(cursor: Cursor) -> Named | None:
    """Return `[ngày] 15/6[/2025]` or `[ngày] 15 tháng 6 [năm 2025]`."""
    is_named = bool(cursor.take("ngày"))
    number = whole(cursor, 31)
    sign = cursor.take("/", ".", "-", "tháng", "của tháng")
    is_plain = is_named or cursor.word().isdigit()  # `6 tháng năm` is no day
    month = month_number(cursor) if number and sign and is_plain else None
    if number is None or month is None:
        return None
    joints = (sign,) if sign in {".", "-"} else ("/", "năm", "/ năm", "của năm")
    year = _year(cursor, *joints)
    if year is None and (sign in {".", "-"} or (cursor.word() in {"/", "."} and cursor.word(1)[:1].isdigit())):
        return None
    if sign == "tháng" and year is None and not is_named:  # `12 tháng 3`
        return None
    return Named(PeriodUnit.DAY, month, year, number)


@attempt
def period(cursor: Cursor) -> Named | None:
    """Return a month, quarter, half-year or year; the plain word `năm` is the plan's year."""
    return _month(cursor) or _quarter(cursor) or _half(cursor) or _year_period(cursor)


@attempt
def _month(cursor: Cursor) -> Named | None:
    short = cursor.take("t", "t .")
    is_named = bool(short or cursor.take("tháng", "các tháng"))
    in_digits = cursor.word()[:1].isdigit()
    index = month_number(cursor) if is_named or in_digits else None
    if index is None:
        return None
    year = _year(cursor, *(_YEAR_JOINTS if is_named else ("/",)))
    return None if year is None and (short or not is_named) else Named(PeriodUnit.MONTH, index, year)


@attempt
def _quarter(cursor: Cursor) -> Named | None:
    index = quarter_number(cursor) if cursor.take("quý", "các quý", "q") else _glued_quarter(cursor)
    if index is None:
        return None
    return Named(PeriodUnit.QUARTER, index, _year(cursor, *_YEAR_JOINTS))


def _glued_quarter(cursor: Cursor) -> int | None:
    glued = cursor.take("qi", "qii", "qiii", "qiv")
    return ("qi", "qii", "qiii", "qiv").index(glued) + 1 if glued else None


@attempt
def _half(cursor: Cursor) -> Named | None:
    is_half = bool(cursor.take("nửa năm", "nửa")) or (whole(cursor) == 6 and bool(cursor.take("tháng")))
    which = cursor.take("đầu", "cuối") if is_half else ""
    if not which:
        return None
    year = year_number(cursor) if cursor.take("năm", "của năm") else _year(cursor, "/")
    return Named(PeriodUnit.HALF_YEAR, 1 if which == "đầu" else 2, year)


@attempt
def _year_period(cursor: Cursor) -> Named | None:
    is_named = bool(cursor.take("năm", "các năm"))
    year = year_number(cursor)
    if year is not None:
        return Named(PeriodUnit.YEAR, 1, year) if cursor.word() != "/" else None
    if is_named and not cursor.sees("học", "tài", "sau", "trước", "tới"):
        cursor.take("nay")
        return Named(PeriodUnit.YEAR, 1, None, is_bare=True)
    return None


@attempt
def months_of_year(cursor: Cursor) -> PeriodSpan | None:
    """Return the months that `9 tháng đầu năm` names."""
    months = whole(cursor, 11)
    which = cursor.take("tháng đầu năm", "tháng cuối năm", "tháng đầu của năm", "tháng cuối của năm")
    if not months or not which or months == 6:
        return None
    year = year_number(cursor) or cursor.year
    if year is None:
        return None
    first, last = (1, months) if "đầu" in which else (13 - months, 12)
    return span(Named(PeriodUnit.MONTH, first, year), Named(PeriodUnit.MONTH, last, year))


def span(first: Named, last: Named) -> PeriodSpan | None:
    """Return the periods from one to the other; None where they are out of order."""
    found = PeriodSpan(first.as_period(), last.as_period())
    return found if found.first_day <= found.last_day else None


def with_years(named: Sequence[Named], plan_year: int | None) -> list[Named] | None:
    """Fill in the years: from the next that names one if that comes later in its year, else from the plan.

    `Tháng 11, tháng 01/2026` has its November in 2025 only where the plan is of 2025; otherwise nothing is certain.
    """
    filled: list[Named] = []
    for one in reversed(named):
        year = one.year
        if year is None and filled:
            following = filled[-1]
            year = following.year if one.place <= following.place else _year_before(following.year, plan_year)
        elif year is None:
            said = next((other for other in reversed(named) if other.year is not None), None)
            year = plan_year if said is None else said.year if said.place <= one.place else None
        if year is None:
            return None
        filled.append(one._replace(year=year))
    return filled[::-1]


def _year_before(year: int | None, plan_year: int | None) -> int | None:
    return plan_year if plan_year is not None and year == plan_year + 1 else None


@attempt
def series(cursor: Cursor, one: Callable[[Cursor], Named | None]) -> list[Named] | None:
    """Return several days, or several periods of one unit, with "," and "và" between them; the years filled in."""
    first = one(cursor)
    if first is None:
        return None
    named = [first]
    while (following := _following(cursor, one, first)) is not None:
        named.append(following)
    return with_years(named, cursor.year)


@attempt
def _following(cursor: Cursor, one: Callable[[Cursor], Named | None], first: Named) -> Named | None:
    if not cursor.take(*AND_WORDS):
        return None
    found = short_period(cursor, first.unit) or one(cursor)
    return found if found is not None and found.unit is first.unit and not found.is_bare else None


@attempt
def short_period(cursor: Cursor, unit: PeriodUnit) -> Named | None:
    """Return `6` or `IV` of a list that began with `tháng 3` or `quý I`."""
    if unit is PeriodUnit.MONTH and cursor.word()[:1].isdigit():
        index = month_number(cursor)
    elif unit is PeriodUnit.QUARTER:
        index = quarter_number(cursor)
    else:
        index = None
    if index is None or cursor.sees("ngày", "tháng", "tuần", "giờ", "lần", "năm lần"):
        return None
    year = _year(cursor, *_YEAR_JOINTS)
    return None if year is None and cursor.sees("/") else Named(unit, index, year)
