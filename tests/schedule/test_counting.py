"""Terms: the steps of a count, each with the article it rests on, as an official would check them by hand."""

from datetime import date

import pytest

from cchc.cli.session import work_calendar
from cchc.model.registry import Registry
from cchc.model.settings import Conventions
from cchc.model.terms import Term, parse_term
from cchc.schedule.counting import Counting, add_months
from cchc.schedule.reasons import DueOn


@pytest.fixture(scope="module")
def counting() -> Counting:
    return Counting(work_calendar(Registry()))


def term(text: str) -> Term:
    parsed = parse_term(text)
    assert parsed is not None
    return parsed


def steps(due: DueOn) -> list[tuple[str, str]]:
    return [(reason.step, reason.article) for reason in due.because]


def test_the_steps_of_a_count(counting: Counting) -> None:
    due = counting.forward(date(2025, 5, 27), term("5 days"), None)
    assert steps(due) == [
        ("day-of-event", "BLDS 2015 Đ147"),
        ("count", "BLDS 2015 Đ148.1"),
        ("roll-forward", "BLDS 2015 Đ148.5"),
    ]
    assert [dict(reason.params) for reason in due.because] == [
        {"day": date(2025, 5, 27)},
        {"from": date(2025, 5, 27), "to": date(2025, 6, 1), "step": "5 days"},
        {"from": date(2025, 6, 1), "to": date(2025, 6, 2)},
    ]


def test_the_steps_of_a_sequence(counting: Counting) -> None:
    due = counting.forward(date(2025, 3, 3), term("15 days + 8 working days"), None)
    assert steps(due) == [
        ("day-of-event", "BLDS 2015 Đ147"),
        ("count", "BLDS 2015 Đ148.1"),
        ("count", "usage: working days"),
    ]
    assert [reason.params.get("to") for reason in due.because] == [None, date(2025, 3, 18), date(2025, 3, 28)]


def test_the_steps_of_a_count_back(counting: Counting) -> None:
    due = counting.back(date(2025, 6, 18), term("10 days"), None)
    assert steps(due) == [
        ("day-of-event", "BLDS 2015 Đ147"),
        ("count-back", "BLDS 2015 Đ148.1"),
        ("roll-backward", "convention: roll"),
    ]
    assert due.because[-1].params == {"from": date(2025, 6, 8), "to": date(2025, 6, 6)}


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("5 days", "BLDS 2015 Đ148.1"),
        ("2 weeks", "BLDS 2015 Đ148.2"),
        ("2 months", "BLDS 2015 Đ148.3"),
        ("1 year", "BLDS 2015 Đ148.4"),
        ("24 hours", "convention: hours"),
        ("8 working hours", "convention: hours"),
        ("5 working days", "usage: working days"),
        ("immediately", "convention: immediately"),
    ],
)
def test_each_unit_rests_on_its_article(text: str, article: str, counting: Counting) -> None:
    due = counting.forward(date(2025, 6, 2), term(text), "none")
    assert [reason.article for reason in due.because] == ["BLDS 2015 Đ147", article]


def test_a_convention_of_the_workspace_is_not_the_law(counting: Counting) -> None:
    here = Counting(counting.calendar, Conventions.model_validate({"roll": "none"}))
    assert here.forward(date(2025, 5, 27), term("5 days"), None).day == date(2025, 6, 1)
    assert counting.forward(date(2025, 5, 27), term("5 days"), None).day == date(2025, 6, 2)


@pytest.mark.parametrize(
    ("day", "months", "other"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2025, 1, 15), 0, date(2025, 1, 15)),
    ],
)
def test_months_from_a_day(day: date, months: int, other: date) -> None:
    assert add_months(day, months) == other
