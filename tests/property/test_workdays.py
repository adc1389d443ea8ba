"""What holds of counting in working days, whatever the days off."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar

DAY = timedelta(days=1)
days = st.dates(date(2023, 12, 1), date(2028, 1, 31))
counts = st.integers(0, 400)
special_days = st.builds(
    SpecialDay,
    day=days,
    kind=st.sampled_from(DayKind),
    name=st.just("ngày"),
    announced_on=st.none() | days,
)
calendars = st.builds(WorkCalendar, st.lists(special_days, max_size=60), announced_through=st.integers(2024, 2027))


@given(calendars, days, st.integers(1, 400))
def test_adding_lands_on_a_working_day_and_counting_back_gives_the_number(calendar: WorkCalendar, day: date, count: int) -> None:
    later = calendar.add_working_days(day, count)
    assert calendar.is_working_day(later)
    assert calendar.working_days_between(day + DAY, later) == count
    earlier = calendar.subtract_working_days(day, count)
    assert calendar.is_working_day(earlier)
    assert calendar.working_days_between(earlier, day - DAY) == count


@given(calendars, days, counts)
def test_subtracting_undoes_adding_from_a_working_day(calendar: WorkCalendar, day: date, count: int) -> None:
    start = calendar.next_working_day(day)
    assert calendar.subtract_working_days(calendar.add_working_days(start, count), count) == start


@given(calendars, days, counts, counts)
def test_counts_add_up(calendar: WorkCalendar, day: date, first: int, second: int) -> None:
    in_two_steps = calendar.add_working_days(calendar.add_working_days(day, first), second)
    assert in_two_steps == calendar.add_working_days(day, first + second)


@given(calendars, days, days, counts)
def test_a_later_start_never_ends_earlier(calendar: WorkCalendar, one: date, other: date, count: int) -> None:
    start, later_start = sorted([one, other])
    assert calendar.add_working_days(start, count) <= calendar.add_working_days(later_start, count)
    assert calendar.subtract_working_days(start, count) <= calendar.subtract_working_days(later_start, count)
    assert calendar.next_working_day(start) <= calendar.next_working_day(later_start)
    assert calendar.last_working_day(start) <= calendar.last_working_day(later_start)


@given(calendars, days)
def test_the_nearest_working_days_have_none_between(calendar: WorkCalendar, day: date) -> None:
    following, preceding = calendar.next_working_day(day), calendar.last_working_day(day)
    assert preceding <= day <= following
    assert calendar.is_working_day(following)
    assert calendar.is_working_day(preceding)
    assert calendar.working_days_between(preceding + DAY, following - DAY) == 0
    assert (following == preceding == day) is calendar.is_working_day(day)


@given(calendars, days, days)
def test_a_count_is_the_sum_of_its_days(calendar: WorkCalendar, first_day: date, last_day: date) -> None:
    span = range((last_day - first_day).days + 1)
    worked = [calendar.is_working_day(first_day + n * DAY) for n in span]
    assert calendar.working_days_between(first_day, last_day) == sum(worked)
    explained = calendar.days_off_between(first_day, last_day)
    assert [s.day for s in explained] == [first_day + n * DAY for n in span if calendar.special_day(first_day + n * DAY)]


@given(calendars, days, days)
def test_what_is_known_only_grows(calendar: WorkCalendar, one: date, other: date) -> None:
    earlier, later = sorted([one, other])
    assert calendar.known_on(earlier).announced_through <= calendar.known_on(later).announced_through
    known = calendar.known_on(earlier).days_off_between(date(2023, 1, 1), date(2028, 12, 31))
    assert all(special.was_known_on(earlier) for special in known)
    again = calendar.known_on(later).known_on(earlier).days_off_between(date(2023, 1, 1), date(2028, 12, 31))
    assert again == known
