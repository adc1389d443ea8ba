"""vietnam.yaml: line by line against the facts gathered, and day by day against the holidays package."""

import csv
import re
import unicodedata
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import holidays
import pytest

from cchc.workdays.calendar import FIRST_LISTED_YEAR, DayKind, SpecialDay, WorkCalendar

FACTS_FILE = Path(__file__).parents[2].parent / "shared" / "data" / "holidays.csv"
KINDS = {
    "holiday": DayKind.HOLIDAY,
    "substitute": DayKind.SUBSTITUTE,
    "day_off_swap": DayKind.EXCHANGED,
    "working_swap": DayKind.WORKED,
}
LABOUR_CODE = "Bộ luật Lao động"
NUMBER = re.compile(r"\d+/[\w/-]+")


def days(first_day: date, last_day: date) -> list[date]:
    return [first_day + timedelta(days=n) for n in range((last_day - first_day).days + 1)]


@pytest.fixture(scope="module")
def facts() -> list[dict[str, str]]:
    if not FACTS_FILE.exists():
        pytest.skip(f"{FACTS_FILE} is not here")
    with FACTS_FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_fact_is_a_line_in_the_same_order(facts: list[dict], vietnam_days: list[SpecialDay]) -> None:
    expected = [(row["date"], KINDS[row["kind"]]) for row in facts]
    assert [(line.day.isoformat(), line.kind) for line in vietnam_days] == expected
    for row, line in zip(facts, vietnam_days, strict=True):
        assert row["name_vi"].startswith(line.name), line
        is_unannounced = row["verified"] == "no" and line.day.year > 2026
        assert line.is_provisional is is_unannounced, line


def test_each_document_is_one_that_the_facts_name(facts: list[dict], vietnam_days: list[SpecialDay]) -> None:
    for row, line in zip(facts, vietnam_days, strict=True):
        if LABOUR_CODE in line.source:
            assert line.announced_on is None, line
        else:
            cited = line.source if line.source.startswith("http") else NUMBER.search(line.source)[0]
            assert cited.replace("Đ", "D") in row["source"], line


def test_the_labour_code_is_cited_for_nothing_else_than_it_fixes(vietnam_days: list[SpecialDay]) -> None:
    fixed = {(1, 1), (4, 30), (5, 1), (9, 2)}
    for line in vietnam_days:
        is_fixed = (line.day.month, line.day.day) in fixed or line.name == "Giỗ Tổ Hùng Vương"
        if line.kind is DayKind.SUBSTITUTE:
            assert LABOUR_CODE not in line.source or line.source.endswith("Điều 111 khoản 3"), line
        else:
            assert (LABOUR_CODE in line.source) is is_fixed, line


def test_the_lines_are_in_order_nfc_and_sourced(vietnam_file: dict, vietnam_days: list[SpecialDay]) -> None:
    assert all(earlier.day < later.day for earlier, later in pairwise(vietnam_days))
    assert all(line.source and line.name for line in vietnam_days)
    assert all(unicodedata.is_normalized("NFC", text) for line in vietnam_file["days"] for text in line.values())
    assert vietnam_days[0].day == date(FIRST_LISTED_YEAR, 1, 1)
    assert vietnam_file["announced_through"] == "2026"


def test_exchanges_come_in_pairs(vietnam_days: list[SpecialDay]) -> None:
    days_off = [line.announced_on for line in vietnam_days if line.kind is DayKind.EXCHANGED]
    days_worked = [line.announced_on for line in vietnam_days if line.kind is DayKind.WORKED]
    assert sorted(days_off) == sorted(days_worked)


@pytest.mark.parametrize(
    ("worked", "off"),
    [
        (date(2024, 5, 4), date(2024, 4, 29)),
        (date(2025, 4, 26), date(2025, 5, 2)),
        (date(2026, 1, 10), date(2026, 1, 2)),
        (date(2026, 8, 22), date(2026, 8, 31)),
    ],
)
def test_saturdays_worked(vietnam: WorkCalendar, worked: date, off: date) -> None:
    assert worked.weekday() == 5
    assert vietnam.is_working_day(worked)
    assert vietnam.special_day(off).kind is DayKind.EXCHANGED
    assert not vietnam.is_working_day(off)


def test_no_other_saturday_is_worked(vietnam_days: list[SpecialDay]) -> None:
    assert len([line for line in vietnam_days if line.kind is DayKind.WORKED]) == 4


@pytest.mark.parametrize(
    ("first_day", "last_day"),
    [
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2027, 2, 4), date(2027, 2, 10)),
    ],
)
def test_tet(vietnam: WorkCalendar, first_day: date, last_day: date) -> None:
    assert not any(vietnam.is_working_day(day) for day in days(first_day, last_day))
    assert vietnam.is_working_day(first_day - timedelta(days=1))
    assert vietnam.is_working_day(last_day + timedelta(days=1))


def test_culture_day_is_off_from_2026(vietnam: WorkCalendar) -> None:
    assert vietnam.is_working_day(date(2025, 11, 24))
    assert vietnam.is_working_day(date(2026, 11, 23))
    assert not vietnam.is_working_day(date(2026, 11, 24))
    assert not vietnam.is_working_day(date(2027, 11, 24))


def test_gio_to_2026_has_a_substitute(vietnam: WorkCalendar) -> None:
    assert vietnam.special_day(date(2026, 4, 27)).kind is DayKind.SUBSTITUTE
    assert vietnam.is_working_day(date(2026, 4, 28))


def test_2027_is_provisional_even_at_tet(vietnam: WorkCalendar) -> None:
    assert not vietnam.special_day(date(2027, 2, 4)).is_provisional
    assert vietnam.is_provisional(date(2027, 2, 4), date(2027, 2, 10))
    assert vietnam.is_provisional(date(2026, 12, 1), date(2027, 1, 4))
    assert not vietnam.is_provisional(date(2020, 1, 1), date(2026, 12, 31))


def test_the_holidays_package_differs_on_two_days(vietnam: WorkCalendar) -> None:
    package = holidays.country_holidays("VN", years=range(2019, 2029))
    differing = [
        (day, vietnam.is_working_day(day))
        for day in days(date(2020, 1, 1), date(2027, 12, 31))
        if vietnam.is_working_day(day) != package.is_working_day(day)
    ]
    assert differing == [(date(2026, 1, 2), False), (date(2026, 1, 10), True)]


def test_an_exchange_is_not_known_before_it_was_decided(vietnam: WorkCalendar) -> None:
    before = vietnam.known_on(date(2025, 12, 24))
    assert before.is_working_day(date(2026, 1, 2))
    assert not before.is_working_day(date(2026, 1, 10))
    assert not before.is_provisional(date(2026, 1, 1), date(2026, 12, 31))
    assert not vietnam.known_on(date(2025, 12, 25)).is_working_day(date(2026, 1, 2))
    assert vietnam.known_on(date(2024, 4, 11)).is_working_day(date(2024, 4, 29))


@pytest.mark.parametrize(
    ("known_on", "announced_through"),
    [
        (date(2021, 12, 31), 2021),
        (date(2022, 11, 30), 2022),
        (date(2022, 12, 1), 2023),
        (date(2023, 11, 22), 2024),
        (date(2024, 11, 26), 2025),
        (date(2025, 10, 15), 2025),
        (date(2025, 10, 16), 2026),
        (date(2026, 11, 23), 2026),
    ],
)
def test_years_announced_as_of_a_day(vietnam: WorkCalendar, known_on: date, announced_through: int) -> None:
    assert vietnam.known_on(known_on).announced_through == announced_through


def test_before_the_announcement_the_forecast_gives_tet_but_no_later_decision(vietnam: WorkCalendar) -> None:
    before = vietnam.known_on(date(2025, 10, 15))
    assert before.special_day(date(2026, 2, 16)).is_provisional
    assert not before.special_day(date(2026, 9, 2)).is_provisional  # the Labour Code fixes it
    assert before.is_working_day(date(2026, 8, 31))
    assert not before.is_working_day(date(2026, 8, 22))
    assert before.is_working_day(date(2026, 11, 24))
    assert before.is_working_day(date(2028, 11, 24))


def test_all_that_is_listed_was_known_on_the_day_the_facts_were_read(vietnam: WorkCalendar) -> None:
    now = vietnam.known_on(date(2026, 11, 23))
    span = date(2020, 1, 1), date(2027, 12, 31)
    assert now.days_off_between(*span) == vietnam.days_off_between(*span)
