"""Terms as plans write them."""

from decimal import Decimal

import pytest

from cchc.model.terms import Step, Term, TermUnit, parse_term


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("45 days", [Step(Decimal(45), TermUnit.DAYS)]),
        ("1 day", [Step(Decimal(1), TermUnit.DAYS)]),
        ("0 days", [Step(Decimal(0), TermUnit.DAYS)]),
        ("3.5 days", [Step(Decimal("3.5"), TermUnit.DAYS)]),
        ("8 working hours", [Step(Decimal(8), TermUnit.WORKING_HOURS)]),
        ("1 working day", [Step(Decimal(1), TermUnit.WORKING_DAYS)]),
        ("6..16 working days", [Step(Decimal(16), TermUnit.WORKING_DAYS, Decimal(6))]),
        ("15 days + 8 working days", [Step(Decimal(15), TermUnit.DAYS), Step(Decimal(8), TermUnit.WORKING_DAYS)]),
        ("2 weeks", [Step(Decimal(2), TermUnit.WEEKS)]),
        ("1200 months", [Step(Decimal(1200), TermUnit.MONTHS)]),
        ("immediately", []),
    ],
)
def test_a_term(text: str, steps: list[Step]) -> None:
    term = parse_term(text)
    assert term == Term(tuple(steps))
    assert term is not None
    assert term.is_immediate is (not steps)
    assert parse_term(str(term)) == term


@pytest.mark.parametrize(
    "text",
    [
        "",
        "45",
        "days",
        "45 ngày",
        "-1 days",
        "45  days",
        " 45 days",
        "45 days ",
        "45 days\n",
        "４５ days",
        "1,5 days",
        "1.5 weeks",  # a part of a week is no number of days that the law names
        "1.5 months",
        "36501 days",  # more than a hundred years
        "101 years",
        "2 working weeks",
        "16..6 working days",  # the lower end comes first
        "1.5..3 days",
        "5 days and 3 days",
        "5 days+3 days",
        "immediately + 3 days",
        " + ".join(["1 day"] * 9),  # more stretches than anybody writes
        "1" * 201 + " days",
    ],
)
def test_what_is_no_term(text: str) -> None:
    assert parse_term(text) is None
