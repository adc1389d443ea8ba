"""Named days and periods: before one, by one, within one; `Choices` are what a wording may mean."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from cchc.model.periods import PeriodSpan, PeriodUnit
from cchc.wording.calendar import day, hour, is_that_weekday, months_of_year, period, series, span, weekday, with_years
from cchc.wording.tokens import Cursor, attempt, longest

Part = Mapping[str, object]
Choices = list[list[Part]]
"""Readings to choose from; each is one rule, or the rules that stand under `all`."""
Limit = Literal["before", "by", "in", "bare"]

_LATEST = ("chậm nhất", "muộn nhất", "trễ nhất", "hạn cuối cùng", "hạn cuối", "hạn chót", "thời hạn cuối cùng", "thời hạn cuối")
_REACHING = ("cho đến hết", "cho đến", "cho tới", "đến hết", "tới hết", "đến", "tới", "hết")
_YEAR_MARKS = frozenset({"trong", "hết", "cuối", "giữa", "đầu"})
_AND_AFTER = ("và các năm tiếp theo", "và những năm tiếp theo", "và các năm sau", "và những năm sau", "và các năm sau đó")
_ONE_DAY = timedelta(days=1)


def limit(cursor: Cursor) -> Limit:
    """Return how what follows bounds the work: `trước` excludes it, `chậm nhất` and `đến hết` include it."""
    is_latest = bool(cursor.take(*_LATEST))
    cursor.take("là", ":")
    if cursor.take("trước hoặc trong", "trước và trong", "không muộn hơn", "không chậm hơn", "không trễ hơn"):
        return "by"
    if cursor.take("đến trước", "vào trước", "trước"):
        cursor.take("thời điểm")
        return "before"
    if is_latest:
        cursor.take("vào", "trong")
    if cursor.take(*_REACHING) or is_latest:
        return "by"
    return "in" if cursor.take("trong cả", "trong", "vào", "ngay trong") else "bare"


def dated(cursor: Cursor) -> Choices | None:
    return longest(cursor, _by_day, _by_period, _edge_of_period, _year_before_plan)


@attempt
def _by_day(cursor: Cursor) -> Choices | None:
    bound = limit(cursor)
    at = hour(cursor)
    if at is not None:
        cursor.take(",", "của")
    elif bound in {"in", "bare"}:
        cursor.take("sáng", "chiều", "cuối")
    name = weekday(cursor)
    is_bracketed = name is not None and cursor.take(",", "(") == "("
    cursor.take("các")
    days = series(cursor, day)
    others = series(cursor, day) if days and cursor.take("hoặc") else None
    if days is None or cursor.word(-1) == "hoặc" or (is_bracketed and not cursor.take(")")):
        return None
    found = [one.as_date() for one in days + (others or [])]
    dates = [one for one in found if one is not None]
    at = at or _hour_after(cursor)
    name = name or _weekday_after(cursor)
    if len(dates) < len(found) or (name and not all(is_that_weekday(one, name) for one in dates)):
        return None
    if at == "00:00":  # the day that it opens, or the day before
        return None
    parts = [_day_part(bound, one, at) for one in dates]
    return [parts[: len(days)], parts[len(days) :]] if others else [parts]


def _hour_after(cursor: Cursor) -> str | None:
    start = cursor.at
    cursor.take(",")
    if cursor.take("lúc", "vào lúc") and (at := hour(cursor)) is not None:
        return at
    cursor.at = start
    return None


def _weekday_after(cursor: Cursor) -> str | None:
    start = cursor.at
    if cursor.take("(") and (name := weekday(cursor)) is not None and cursor.take(")"):
        return name
    cursor.at = start
    return None


def _day_part(bound: Limit, day: date, at: str | None = None) -> Part:
    if at is not None:
        return {"by": day.isoformat(), "at": at}
    return {"before" if bound == "before" else "by": day.isoformat()}


@attempt
def _by_period(cursor: Cursor) -> Choices | None:
    bound = limit(cursor)
    if bound == "before" and cursor.sees("cuối", "giữa", "đầu"):
        return None
    is_marked = cursor.word(-1) in _YEAR_MARKS
    months = months_of_year(cursor)
    if months is not None:
        return [[_period_part(bound, months)]]
    start = cursor.at
    named = series(cursor, period)
    if named is None or (named[0].is_bare and not is_marked):
        return None
    if bound in {"in", "bare"} and cursor.take(*_AND_AFTER):
        return [[{"from": named[0].as_period().first_day.isoformat()}]] if len(named) == 1 else None
    spans = [one for one in (span(one, one) for one in named) if one is not None]
    if bound in {"before", "by"} or len(spans) == 1:
        return [[_period_part(bound, one) for one in spans]]
    nouns = sum(token.word in {"quý", "tháng"} for token in cursor.tokens[start : cursor.at])
    return _several(spans, nouns)


def _several(spans: list[PeriodSpan], nouns: int) -> Choices | None:
    """Return periods side by side: `Quý I, II` is their span, `Quý II, IV` each of them, `Quý I, quý II` either."""
    apart: list[Part] = [{"in": str(one)} for one in spans]
    if any(second.last_day <= first.last_day for first, second in pairwise(spans)):
        return None
    is_run = all(second.first_day == first.last_day + _ONE_DAY for first, second in pairwise(spans))
    if not is_run:
        return [apart]
    together: list[Part] = [{"in": str(PeriodSpan(spans[0].first, spans[-1].last))}]
    return [together] if nouns == 1 and len(spans) == 2 else [together, apart]


def _period_part(bound: Limit, found: PeriodSpan) -> Part:
    match bound:
        case "before":
            return {"before": found.first_day.isoformat()}
        case "by":
            return {"by": found.last_day.isoformat()}
        case _:
            return {"in": str(found)}


@attempt
def _edge_of_period(cursor: Cursor) -> Choices | None:
    """Return the day of `đầu`, `giữa`, `cuối` of a month or year (BLDS 2015 Đ146); a quarter has no defined start."""
    bound = limit(cursor)
    edge = cursor.take("đầu", "giữa", "cuối")
    found = period(cursor) if edge and bound != "before" else None
    filled = with_years([found], cursor.year) if found is not None else None
    if not filled:
        return None
    named = filled[0].as_period()
    if edge == "cuối":
        return [[{"by": named.last_day.isoformat()}]]
    if named.unit in {PeriodUnit.MONTH, PeriodUnit.YEAR}:
        return [[{"by": _edge(named.unit, edge, named.first_day).isoformat()}]]
    if edge == "giữa" or named.unit is not PeriodUnit.QUARTER:
        return None
    first_month = f"{named.year}-{named.first_day.month:02}"
    return [[{"by": named.first_day.isoformat()}], [{"in": first_month}]]


def _edge(unit: PeriodUnit, edge: str, first_day: date) -> date:
    if edge == "đầu":
        return first_day
    return first_day.replace(day=15) if unit is PeriodUnit.MONTH else first_day.replace(month=6, day=30)


@attempt
def _year_before_plan(cursor: Cursor) -> Choices | None:
    """Return the day of `ngày 30 tháng 11 năm trước của năm kế hoạch`."""
    bound = limit(cursor)
    found = day(cursor)
    if found is None or found.year is not None or cursor.year is None:
        return None
    if not cursor.take("năm trước của năm kế hoạch", "năm trước năm kế hoạch", "của năm trước năm kế hoạch"):
        return None
    filled = with_years([found], cursor.year - 1)
    named = filled[0].as_date() if filled else None
    return [[_day_part(bound, named)]] if named is not None else None
