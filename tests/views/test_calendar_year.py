"""A year as it is shown: the country's exchanged days of 2024 to 2027, and the weeks of a month."""

from datetime import date

import pytest

from cchc.cli.session import work_calendar
from cchc.model.registry import Registry
from cchc.views.calendar_year import CalendarYear, calendar_year
from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar


def kinds(year: int, first_day: date, last_day: date) -> dict[str, str]:
    """Return the special days of a span of the country's calendar, with their kinds."""
    shown = calendar_year(year, date(2026, 11, 24), work_calendar(Registry()), {})
    return {f"{day.day:%d/%m}": day.kind.value for day in shown.special_days if first_day <= day.day <= last_day}


def shown_year(*days: SpecialDay, announced_through: int = 2025, own_files: dict[date, str] | None = None) -> CalendarYear:
    return calendar_year(2025, date(2025, 6, 2), WorkCalendar(days, announced_through), own_files or {})


@pytest.mark.parametrize(
    ("worked", "off"),
    [
        (date(2024, 5, 4), date(2024, 4, 29)),
        (date(2025, 4, 26), date(2025, 5, 2)),
        (date(2026, 1, 10), date(2026, 1, 2)),
        (date(2026, 8, 22), date(2026, 8, 31)),
    ],
)
def test_a_saturday_is_worked_for_each_exchanged_day_off(worked: date, off: date) -> None:
    assert kinds(off.year, off, off) == {f"{off:%d/%m}": "exchanged"}
    assert kinds(worked.year, worked, worked) == {f"{worked:%d/%m}": "worked"}


def test_the_culture_day_is_off_from_2026_and_the_day_before_it_is_not() -> None:
    assert kinds(2026, date(2026, 11, 23), date(2026, 11, 24)) == {"24/11": "holiday"}
    assert kinds(2025, date(2025, 11, 1), date(2025, 11, 30)) == {}


@pytest.mark.parametrize(
    ("first_day", "last_day", "days"),
    [
        (date(2025, 1, 20), date(2025, 2, 5), ["27/01", "28/01", "29/01", "30/01", "31/01"]),
        (date(2026, 2, 9), date(2026, 2, 27), ["16/02", "17/02", "18/02", "19/02", "20/02"]),
        (date(2027, 2, 1), date(2027, 2, 19), ["04/02", "05/02", "06/02", "07/02", "08/02", "09/02", "10/02"]),
    ],
)
def test_tet(first_day: date, last_day: date, days: list[str]) -> None:
    assert list(kinds(first_day.year, first_day, last_day)) == days


def test_the_substitute_for_the_hung_kings_of_2026() -> None:
    assert kinds(2026, date(2026, 4, 25), date(2026, 4, 29)) == {"26/04": "holiday", "27/04": "substitute"}


def test_only_an_announced_year_is_not_provisional() -> None:
    calendar = work_calendar(Registry())
    years = [year for year in range(2019, 2029) if not calendar_year(year, date(2025, 6, 2), calendar, {}).is_provisional]
    assert years == [2020, 2021, 2022, 2023, 2024, 2025, 2026]


def test_a_month_is_whole_weeks_from_monday_on() -> None:
    february = shown_year().months[1]
    assert [[day.day if day else 0 for day in week] for week in february] == [
        [0, 0, 0, 0, 0, 1, 2],
        [3, 4, 5, 6, 7, 8, 9],
        [10, 11, 12, 13, 14, 15, 16],
        [17, 18, 19, 20, 21, 22, 23],
        [24, 25, 26, 27, 28, 0, 0],
    ]


def test_working_days_are_weekdays_less_those_off_and_saturdays_worked() -> None:
    off = SpecialDay(date(2025, 7, 1), DayKind.HOLIDAY, "Nghỉ")
    worked = SpecialDay(date(2025, 7, 5), DayKind.WORKED, "Làm bù")
    assert [shown_year(*days).working_days for days in ((), (off,), (off, worked))] == [261, 260, 261]


def test_a_day_without_a_source_is_from_the_file_that_lists_it() -> None:
    named = SpecialDay(date(2025, 7, 1), DayKind.HOLIDAY, "Nghỉ", "CV 1/UBND")
    unnamed = SpecialDay(date(2025, 7, 2), DayKind.HOLIDAY, "Nghỉ")
    files = {day.day: "plans/calendar/2025.yaml" for day in (named, unnamed)}
    shown = shown_year(named, unnamed, own_files=files)
    assert [day.source for day in shown.special_days] == ["CV 1/UBND", "plans/calendar/2025.yaml"]
