"""Periods as plans name them."""

from datetime import date

import pytest
from pydantic import ValidationError

from cchc.model.deadlines import InPeriod
from cchc.model.periods import parse_period


@pytest.mark.parametrize(
    ("name", "first_day", "last_day"),
    [
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-Q1", "2025-01-01", "2025-03-31"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_period(name: str, first_day: str, last_day: str) -> None:
    period = parse_period(name)
    assert period is not None
    assert (str(period), period.first_day, period.last_day) == (name, date.fromisoformat(first_day), date.fromisoformat(last_day))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "25",
        "1999",
        "2101",
        "2025-00",
        "2025-13",
        "2025-6",
        "2025-Q0",
        "2025-Q5",
        "2025-H3",
        "2025-q1",
        "2025-01-01",
        "２０２５",
    ],
)
def test_what_is_no_period(name: str) -> None:
    assert parse_period(name) is None


@pytest.mark.parametrize(
    ("text", "first_day", "last_day"),
    [
        ("2025-Q1..2025-Q2", "2025-01-01", "2025-06-30"),
        ("2026..2030", "2026-01-01", "2030-12-31"),
        ("2025-11..2026-Q1", "2025-11-01", "2026-03-31"),
        ("2025-06..2025-06", "2025-06-01", "2025-06-30"),
    ],
)
def test_a_span(text: str, first_day: str, last_day: str) -> None:
    span = InPeriod.model_validate({"in": text}).in_
    assert (span.first_day, span.last_day) == (date.fromisoformat(first_day), date.fromisoformat(last_day))
    assert str(span) == ("2025-06" if span.first == span.last else text)


@pytest.mark.parametrize(
    ("value", "code", "reason"),
    [
        ("2025-Q2..2025-Q1", "invalid-value", "order"),
        ("2025-Q1..", "invalid-value", "period"),
        ("..2025-Q1", "invalid-value", "period"),
        ("2025-Q1..2025-Q2..2025-Q3", "invalid-value", "period"),
        (["2025"], "wrong-type", ""),
    ],
)
def test_what_is_no_span(value: object, code: str, reason: str) -> None:
    with pytest.raises(ValidationError) as caught:
        InPeriod.model_validate({"in": value})
    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["reason"]) == (code, reason)
