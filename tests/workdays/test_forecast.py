"""The forecast: names in Vietnamese, no exchange of days, something for every year."""

from datetime import MAXYEAR, MINYEAR, date

import pytest

from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar
from cchc.workdays.forecast import forecast


def test_a_year_that_nobody_has_announced() -> None:
    days = {special.day: special for special in forecast(2028)}
    assert days[date(2028, 1, 1)].name == "Tết Dương lịch"
    assert days[date(2028, 1, 26)].name == "Tết Nguyên Đán"
    assert days[date(2028, 1, 3)].kind is DayKind.SUBSTITUTE
    assert days[date(2028, 4, 4)].kind is DayKind.HOLIDAY
    assert days[date(2028, 11, 24)].name == "Ngày Văn hóa Việt Nam"
    assert list(days) == sorted(days)
    assert all(special.is_provisional and special.source for special in days.values())


def test_culture_day_and_its_substitute_are_known_from_the_resolution_on() -> None:
    days = {special.day: special for special in forecast(2029)}  # 24/11 is a Saturday
    assert days[date(2029, 11, 24)].announced_on == date(2026, 4, 24)
    assert days[date(2029, 11, 26)].announced_on == date(2026, 4, 24)
    assert days[date(2029, 9, 2)].announced_on is None
    assert date(2025, 11, 24) not in [special.day for special in forecast(2025)]


@pytest.mark.parametrize("year", [2018, 2019, 2024, 2025, 2026])
def test_an_exchange_is_never_forecast(year: int) -> None:
    assert {special.kind for special in forecast(year)} <= {DayKind.HOLIDAY, DayKind.SUBSTITUTE}
    assert date(2026, 8, 31) not in [special.day for special in forecast(year)]
    assert date(2024, 4, 29) not in [special.day for special in forecast(year)]


@pytest.mark.parametrize("year", [MINYEAR, 1900, 2101, MAXYEAR])
def test_days_of_fixed_date_are_left_where_the_package_ends(year: int) -> None:
    days = [special.day for special in forecast(year)]
    fixed = [date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)]
    assert days == fixed + [date(year, 11, 24)] * (year > 2026)


def test_every_year_of_the_package_gives_days_of_that_year() -> None:
    for year in range(1901, 2101):
        assert all(special.day.year == year for special in forecast(year))
        assert len(forecast(year)) >= 8


def test_the_forecast_agrees_with_every_announced_year_but_for_exchanges(
    vietnam_days: list[SpecialDay],
) -> None:
    exchanges = {DayKind.EXCHANGED, DayKind.WORKED}
    announced = {line.day for line in vietnam_days if line.kind not in exchanges}
    foreseen = {special.day for year in range(2020, 2028) for special in forecast(year)}
    # Mùng bốn of Tết 2025 is a Saturday: the announcement put its day off before Tết, the package lists both.
    assert foreseen ^ announced == {date(2025, 2, 1)}


def test_a_calendar_of_forecasts_alone() -> None:
    calendar = WorkCalendar([], 2019, forecast)
    assert calendar.is_provisional(date(2030, 1, 1), date(2030, 1, 1))
    assert calendar.next_working_day(date(2030, 4, 30)) == date(2030, 5, 2)
