"""WorkCalendar on a handful of invented days: September 2026 begins on a Tuesday."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date

import pytest

from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar

MONDAY_OFF = SpecialDay(date(2026, 8, 31), DayKind.EXCHANGED, "Nghỉ hoán đổi")
SATURDAY_WORKED = SpecialDay(date(2026, 8, 22), DayKind.WORKED, "Làm bù")
HOLIDAY = SpecialDay(date(2026, 9, 2), DayKind.HOLIDAY, "Quốc khánh")


def calendar(*days: SpecialDay) -> WorkCalendar:
    return WorkCalendar(days or (HOLIDAY, MONDAY_OFF, SATURDAY_WORKED), announced_through=2026)


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2026, 8, 21), True),
        (date(2026, 8, 22), True),  # the Saturday worked
        (date(2026, 8, 23), False),
        (date(2026, 8, 29), False),
        (date(2026, 8, 31), False),
        (date(2026, 9, 1), True),
        (date(2026, 9, 2), False),
    ],
)
def test_is_working_day(day: date, is_worked: bool) -> None:
    assert calendar().is_working_day(day) is is_worked


def test_special_day() -> None:
    assert calendar().special_day(date(2026, 9, 2)) is HOLIDAY
    assert calendar().special_day(date(2026, 9, 5)) is None  # a Saturday like any other


@pytest.mark.parametrize(
    ("day", "following", "preceding"),
    [
        (date(2026, 8, 29), date(2026, 9, 1), date(2026, 8, 28)),
        (date(2026, 9, 2), date(2026, 9, 3), date(2026, 9, 1)),
        (date(2026, 9, 3), date(2026, 9, 3), date(2026, 9, 3)),
        (date(2026, 8, 22), date(2026, 8, 22), date(2026, 8, 22)),
        (date(2022, 12, 31), date(2023, 1, 2), date(2022, 12, 30)),
        (date(2023, 1, 1), date(2023, 1, 2), date(2022, 12, 30)),
    ],
)
def test_nearest_working_days(day: date, following: date, preceding: date) -> None:
    assert calendar().next_working_day(day) == following
    assert calendar().last_working_day(day) == preceding


@pytest.mark.parametrize(
    ("day", "count", "later", "earlier"),
    [
        (date(2026, 8, 29), 0, date(2026, 8, 29), date(2026, 8, 29)),  # nothing is counted: not rolled either
        (date(2026, 8, 29), 1, date(2026, 9, 1), date(2026, 8, 28)),
        (date(2026, 9, 1), 1, date(2026, 9, 3), date(2026, 8, 28)),
        (date(2026, 9, 1), 7, date(2026, 9, 11), date(2026, 8, 21)),
        (date(2026, 12, 31), 1, date(2027, 1, 1), date(2026, 12, 30)),
        (date(2026, 1, 1), 1, date(2026, 1, 2), date(2025, 12, 31)),
        (date(2026, 1, 1), 1000, date(2029, 11, 2), date(2022, 3, 3)),
    ],
)
def test_adding_and_subtracting(day: date, count: int, later: date, earlier: date) -> None:
    assert calendar().add_working_days(day, count) == later
    assert calendar().subtract_working_days(day, count) == earlier


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="from 0 up, not -1"):
        calendar().add_working_days(date(2026, 9, 1), -1)
    with pytest.raises(ValueError, match="from 0 up, not -2"):
        calendar().subtract_working_days(date(2026, 9, 1), -2)


def test_the_first_and_last_years_of_dates() -> None:
    assert calendar().is_working_day(date.min)  # 0001-01-01, a Monday
    assert calendar().last_working_day(date.max) == date.max  # a Friday
    assert calendar().next_working_day(date.max) == date.max
    assert not calendar().is_provisional(date(2026, 1, 1), date(2026, 12, 31))
    assert calendar().is_provisional(date.min, date.max)
    with pytest.raises(ValueError, match="leaves the years 1 to 9999"):
        calendar().add_working_days(date.max, 1)
    with pytest.raises(ValueError, match="leaves the years 1 to 9999"):
        calendar().subtract_working_days(date.min, 1)


@pytest.mark.parametrize(
    ("first_day", "last_day", "count"),
    [
        (date(2026, 8, 22), date(2026, 9, 2), 7),
        (date(2026, 9, 1), date(2026, 9, 1), 1),
        (date(2026, 9, 2), date(2026, 9, 2), 0),
        (date(2026, 9, 3), date(2026, 9, 1), 0),
        (date(2025, 12, 31), date(2027, 1, 1), 1 + 260 + 1),
    ],
)
def test_working_days_between(first_day: date, last_day: date, count: int) -> None:
    assert calendar().working_days_between(first_day, last_day) == count


def test_days_off_between_come_in_order_with_the_saturday_worked() -> None:
    new_year = SpecialDay(date(2027, 1, 1), DayKind.HOLIDAY, "Tết Dương lịch")
    found = calendar(new_year, HOLIDAY, MONDAY_OFF, SATURDAY_WORKED)
    assert found.days_off_between(date(2026, 8, 22), date(2027, 1, 1)) == [
        SATURDAY_WORKED,
        MONDAY_OFF,
        HOLIDAY,
        new_year,
    ]
    assert found.days_off_between(date(2026, 8, 23), date(2026, 9, 1)) == [MONDAY_OFF]
    assert found.days_off_between(date(2026, 9, 2), date(2026, 8, 23)) == []


def test_the_later_of_two_lines_of_a_date_wins() -> None:
    cancelled = SpecialDay(HOLIDAY.day, DayKind.WORKED, "Không nghỉ")
    assert calendar(HOLIDAY, cancelled).special_day(HOLIDAY.day) is cancelled
    assert calendar(HOLIDAY, cancelled).is_working_day(HOLIDAY.day)


def test_unannounced_years_are_forecast_once_and_only_when_asked_for() -> None:
    years_asked = []

    def forecast(year: int) -> Iterable[SpecialDay]:
        years_asked.append(year)
        return (SpecialDay(date(year, 9, 2), DayKind.HOLIDAY, "Dự báo", is_provisional=True),)

    listed = SpecialDay(date(2027, 9, 2), DayKind.HOLIDAY, "Quốc khánh")
    found = WorkCalendar([HOLIDAY, listed], 2026, forecast)
    assert found.is_working_day(date(2026, 9, 3))
    assert found.is_provisional(date(2027, 1, 1), date(2027, 1, 2))
    assert years_asked == []
    assert found.special_day(date(2027, 9, 2)) is listed  # the line known wins
    assert found.special_day(date(2019, 9, 2)).is_provisional
    assert found.next_working_day(date(2019, 9, 2)) == date(2019, 9, 3)
    assert years_asked == [2027, 2019]


@pytest.mark.parametrize(
    ("first_day", "last_day", "is_provisional"),
    [
        (date(2020, 1, 1), date(2026, 12, 31), False),
        (date(2019, 12, 31), date(2020, 1, 1), True),
        (date(2026, 12, 31), date(2027, 1, 1), True),
    ],
)
def test_is_provisional(first_day: date, last_day: date, is_provisional: bool) -> None:
    assert calendar().is_provisional(first_day, last_day) is is_provisional


def test_the_listed_years_may_begin_elsewhere() -> None:
    found = WorkCalendar([], 2026, listed_from=2024)
    assert found.is_provisional(date(2023, 1, 1), date(2025, 1, 1))
    assert found.known_on(date(2026, 1, 1)).listed_from == 2024


def test_known_on_brings_back_the_line_that_a_later_one_replaced() -> None:
    cancelled = SpecialDay(HOLIDAY.day, DayKind.WORKED, "Không nghỉ", announced_on=date(2026, 8, 1))
    found = calendar(HOLIDAY, cancelled)
    assert found.known_on(date(2026, 7, 31)).special_day(HOLIDAY.day) is HOLIDAY
    assert found.known_on(date(2026, 8, 1)).special_day(HOLIDAY.day) is cancelled


def test_known_on_makes_a_year_provisional_until_its_tet_was_announced() -> None:
    tet = SpecialDay(date(2026, 2, 16), DayKind.HOLIDAY, "Tết", announced_on=date(2025, 10, 16))
    exchanged = SpecialDay(date(2026, 1, 2), DayKind.EXCHANGED, "Hoán đổi", announced_on=date(2025, 12, 25))
    autumn = SpecialDay(date(2026, 11, 24), DayKind.HOLIDAY, "24/11", announced_on=date(2026, 4, 24))
    guess = SpecialDay(date(2026, 2, 17), DayKind.HOLIDAY, "Dự báo", is_provisional=True)
    found = WorkCalendar([autumn, exchanged, tet], 2026, lambda year: [guess, autumn] if year == 2026 else [])

    before = found.known_on(date(2025, 10, 15))
    assert before.announced_through == 2025
    assert before.days_off_between(date(2026, 1, 1), date(2026, 12, 31)) == [guess]

    announced = found.known_on(date(2025, 10, 16))
    assert announced.announced_through == 2026
    assert announced.days_off_between(date(2026, 1, 1), date(2026, 12, 31)) == [tet]
    assert found.known_on(date(2026, 4, 24)).days_off_between(date(2026, 1, 1), date(2026, 12, 31)) == [
        exchanged,
        tet,
        autumn,
    ]


def test_importing_the_calendar_leaves_the_holidays_package_alone() -> None:
    program = "import sys, cchc.workdays.calendar, cchc.workdays.forecast; print('holidays' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
