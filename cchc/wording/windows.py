"""Windows: from a day or period to another, from now on, until an event."""

from datetime import timedelta

from cchc.model.periods import PeriodSpan, PeriodUnit
from cchc.wording.anchors import anchor
from cchc.wording.calendar import RANGE_WORDS, Named, day, period, short_period, with_years
from cchc.wording.dated import Choices, limit
from cchc.wording.numbers import whole
from cchc.wording.tokens import Cursor, attempt, longest

_FROM = ("trong từ", "kể từ", "tính từ", "từ")
_ENDS = ("cho đến hết", "cho đến", "đến hết", "đến", "tới hết", "tới", "-")
_SPANS = ("giai đoạn", "thời kỳ", "nhiệm kỳ")


def windows(cursor: Cursor) -> Choices | None:
    return longest(cursor, _from, _after, _until, _span)


@attempt
def _from(cursor: Cursor) -> Choices | None:
    if not cursor.take(*_FROM):
        return None
    cursor.take("giai đoạn")
    return longest(cursor, _from_to, _from_until, _from_on)


@attempt
def _from_to(cursor: Cursor) -> Choices | None:
    ends = _ends(cursor, *_ENDS)
    return _between(*ends) if ends else None


@attempt
def _span(cursor: Cursor) -> Choices | None:
    """Return `Quý IV/2025 - Quý II/2026`, `Giai đoạn 2026-2030`, `01/3 - 30/4/2025`."""
    is_limited = limit(cursor) in {"before", "by"}
    cursor.take(*_SPANS)
    ends = None if is_limited else _ends(cursor, *RANGE_WORDS)
    return _between(*ends) if ends else None


@attempt
def _ends(cursor: Cursor, *joints: str) -> tuple[Named, Named] | None:
    """Return both ends, their years filled in; `15 - 20/6` and `tháng 3 - 5` say the rest once."""
    first = day(cursor) or period(cursor) or _day_number(cursor)
    if first is None or not cursor.take(*joints):
        return None
    is_edge = bool(cursor.take("cuối"))
    last = short_period(cursor, first.unit) or day(cursor) or period(cursor)
    if last is None or (last.is_bare and not is_edge and cursor.word(-2) != "hết"):
        return None
    if first.number == 0:
        first = first._replace(number=last.number if last.day else 0)
    if 0 in {first.number, last.number} or first.is_bare:
        return None
    ends = with_years([first, last], cursor.year)
    return (ends[0], ends[1]) if ends else None


@attempt
def _day_number(cursor: Cursor) -> Named | None:
    """Return the bare day of `từ ngày 15 đến ngày 20 tháng 6`."""
    cursor.take("ngày")
    number = whole(cursor, 31)
    return Named(PeriodUnit.DAY, 0, None, number) if number else None


def _between(first: Named, last: Named) -> Choices | None:
    if not first.day and not last.day:
        span = PeriodSpan(first.as_period(), last.as_period())
        is_in_order = first.place < last.place or first.year != last.year or first.unit is not last.unit
        return [[{"in": str(span)}]] if is_in_order and span.first_day <= span.last_day else None
    opening = first.as_date() if first.day else first.as_period().first_day
    closing = last.as_date() if last.day else last.as_period().last_day
    if opening is None or closing is None or opening > closing:
        return None
    return [[{"from": opening.isoformat(), "to": closing.isoformat()}]]


@attempt
def _from_until(cursor: Cursor) -> Choices | None:
    opening = _first_day(cursor)
    event = anchor(cursor) if opening and cursor.take("cho đến khi", "đến khi", "tới khi", "cho tới khi") else None
    return [[{"from": opening, "anchor": event}]] if event else None


@attempt
def _from_on(cursor: Cursor) -> Choices | None:
    opening = _first_day(cursor)
    if opening is None or cursor.sees(*_ENDS):
        return None
    cursor.take("trở đi", "và các năm tiếp theo", "và những năm tiếp theo")
    return [[{"from": opening}]]


def _first_day(cursor: Cursor) -> str | None:
    cursor.take("đầu")
    named = with_years([found], cursor.year) if (found := day(cursor) or period(cursor)) and not found.is_bare else None
    opening = (named[0].as_date() if named[0].day else named[0].as_period().first_day) if named else None
    return opening.isoformat() if opening else None


@attempt
def _until(cursor: Cursor) -> Choices | None:
    """Return the last day of a window that opens now or on an event: no rule can open on one."""
    if not cursor.take("từ nay", "kể từ nay", "từ bây giờ") and not _opening_event(cursor):
        return None
    if not cursor.take(*_ENDS):
        return None
    is_edge = bool(cursor.take("cuối"))
    found = day(cursor) or period(cursor)
    if found is None or (found.is_bare and not is_edge and cursor.word(-2) != "hết"):
        return None
    named = with_years([found], cursor.year)
    closing = (named[0].as_date() if named[0].day else named[0].as_period().last_day) if named else None
    return [[{"to": closing.isoformat()}]] if closing else None


def _opening_event(cursor: Cursor) -> bool:
    if not cursor.take("kể từ ngày", "kể từ khi", "từ ngày", "từ khi"):
        return False
    event = anchor(cursor, "cho đến", "đến hết", "đến ngày", "đến cuối", "đến tháng", "đến năm", "đến quý")
    return event is not None and not any(sign.isdigit() for sign in event.split("số")[0])


@attempt
def _after(cursor: Cursor) -> Choices | None:
    """Return the day after a day or period: `sau năm 2028`."""
    if not cursor.take("sau"):
        return None
    named = with_years([found], cursor.year) if (found := day(cursor) or period(cursor)) and not found.is_bare else None
    last = (named[0].as_date() if named[0].day else named[0].as_period().last_day) if named else None
    return [[{"from": (last + timedelta(days=1)).isoformat()}]] if last else None
