"""Months, quarters, halves and years as plans name them: `2025-06`, `2025-Q1`, `2025-H1`, `2025`, `2025-Q1..2025-Q2`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from cchc.model.scalars import FIRST_YEAR, LAST_YEAR, Parsed, fault


class PeriodUnit(StrEnum):
    """The spans that recur; a day and a week recur as well but no deadline names them as a period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


MONTHS_IN = {PeriodUnit.MONTH: 1, PeriodUnit.QUARTER: 3, PeriodUnit.HALF_YEAR: 6, PeriodUnit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar period; `index` counts from 1 within its year.

    A quarter runs from the first day of its first month to the last of its third (NĐ 60/2018/NĐ-CP).
    """

    unit: PeriodUnit
    year: int
    index: int = 1

    @property
    def first_day(self) -> date:
        return date(self.year, (self.index - 1) * MONTHS_IN[self.unit] + 1, 1)

    @property
    def last_day(self) -> date:
        month = self.index * MONTHS_IN[self.unit]
        return date(self.year, month, monthrange(self.year, month)[1])

    def __str__(self) -> str:
        match self.unit:
            case PeriodUnit.MONTH:
                return f"{self.year}-{self.index:02}"
            case PeriodUnit.QUARTER:
                return f"{self.year}-Q{self.index}"
            case PeriodUnit.HALF_YEAR:
                return f"{self.year}-H{self.index}"
            case _:
                return str(self.year)


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """From the first day of one period to the last of another, often the same."""

    first: Period
    last: Period

    @property
    def first_day(self) -> date:
        return self.first.first_day

    @property
    def last_day(self) -> date:
        return self.last.last_day

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"


_PERIOD = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|Q([1-4])|H([12])))?")


def parse_period(text: str) -> Period | None:
    """Return the period that a name such as `2025-Q1` stands for, or None."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    year, month, quarter, half = match.groups()
    if not FIRST_YEAR <= int(year) <= LAST_YEAR or (month and not 1 <= int(month) <= 12):
        return None
    if month:
        return Period(PeriodUnit.MONTH, int(year), int(month))
    if quarter:
        return Period(PeriodUnit.QUARTER, int(year), int(quarter))
    if half:
        return Period(PeriodUnit.HALF_YEAR, int(year), int(half))
    return Period(PeriodUnit.YEAR, int(year))


def _parse_span(value: Any) -> PeriodSpan:
    if not isinstance(value, str):
        raise fault("wrong-type", expected="period")
    first_text, _, last_text = value.partition("..")
    first = parse_period(first_text)
    last = parse_period(last_text) if ".." in value else first
    if first is None or last is None:
        raise fault("invalid-value", "period", value=value)
    if last.last_day < first.first_day:
        raise fault("invalid-value", "order", value=value)
    return PeriodSpan(first, last)


Span = Annotated[PeriodSpan, Parsed(_parse_span, "period")]
