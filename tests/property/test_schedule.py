"""What holds of every rule: due days against a count day by day, one name and one status for each occurrence."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cchc.diagnostics import NodePath
from cchc.model.deadlines import All, Every
from cchc.model.events import Event
from cchc.model.plan import Plan
from cchc.model.progress import ProgressFile
from cchc.model.registry import Placed, Progress
from cchc.model.settings import Conventions
from cchc.model.terms import Term, parse_term
from cchc.schedule.agenda import Selection, items, scope_of
from cchc.schedule.counting import Counting
from cchc.schedule.duties import duties
from cchc.schedule.occurrences import occurrences, unnamed_rules
from cchc.schedule.reasons import DueOn
from cchc.schedule.recurrence import due_day, turns
from cchc.schedule.status import Status, Window
from cchc.wording.agree import rule_of
from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar

DAY = timedelta(days=1)
bounded = settings(
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
special_days = st.builds(SpecialDay, day=days, kind=st.sampled_from(DayKind), name=st.just("ngày"))
calendars = st.lists(special_days, max_size=40).map(lambda lines: WorkCalendar(lines, 2026))
rolls = st.sampled_from([None, "forward", "backward", "none"])
amounts = st.one_of(st.integers(0, 60).map(str), st.integers(1, 6000).map(lambda n: f"{n / 100:.2f}"))
steps = st.one_of(
    st.builds(
        lambda amount, unit: f"{amount} {unit}", amounts, st.sampled_from(["days", "working days", "hours", "working hours"])
    ),
    st.builds(lambda amount, unit: f"{amount} {unit}", st.integers(0, 30), st.sampled_from(["weeks", "months", "years"])),
)
term_texts = st.one_of(st.just("immediately"), st.lists(steps, min_size=1, max_size=3).map(" + ".join))


def parsed(text: str) -> Term:
    term = parse_term(text)
    assert term is not None
    return term


# The reference: one day after another, with nothing but a set of days off and a set of days worked.


def is_worked(calendar: WorkCalendar, day: date) -> bool:
    line = calendar.special_day(day)
    return line.kind is DayKind.WORKED if line else day.isoweekday() <= 5


def walk(day: date, step: timedelta, count: int, calendar: WorkCalendar | None) -> date:
    """Go `count` days on; with a calendar only those worked are counted."""
    while count:
        day += step
        if calendar is None or is_worked(calendar, day):
            count -= 1
    return day


def month_after(day: date, months: int) -> date:
    """Go month by month to the first of the wanted one, then day by day as far as it has days."""
    first = day.replace(day=1)
    for _ in range(abs(months)):
        first = (first + 31 * DAY).replace(day=1) if months > 0 else (first - DAY).replace(day=1)
    found = first
    while found.day < day.day and (found + DAY).month == first.month:
        found += DAY
    return found


def rolled(day: date, roll: str, calendar: WorkCalendar) -> date:
    while roll != "none" and not is_worked(calendar, day):
        day += DAY if roll == "forward" else -DAY
    return day


def whole(amount: str, share: int) -> int:
    """Return how many days an amount fills, the last of them perhaps in part."""
    exact = Fraction(amount) / share
    return int(exact) + (exact != int(exact))


def slow_end(start: date, text: str, step: timedelta, calendar: WorkCalendar) -> date:
    sign = 1 if step == DAY else -1
    day = start
    for stretch in text.split(" + ") if text != "immediately" else ():
        amount, _, unit = stretch.partition(" ")
        match unit:
            case "days":
                day = walk(day, step, whole(amount, 1), None)
            case "hours":
                day = walk(day, step, whole(amount, 24), None)
            case "working days":
                day = walk(day, step, whole(amount, 1), calendar)
            case "working hours":
                day = walk(day, step, whole(amount, 8), calendar)
            case "weeks":
                day = walk(day, step, 7 * int(amount), None)
            case "months":
                day = month_after(day, sign * int(amount))
            case _:
                day = month_after(day, sign * 12 * int(amount))
    return day


def default_roll(text: str, in_calendar_units: str) -> str:
    return "none" if text == "immediately" or "working" in text.split(" + ")[-1] else in_calendar_units


@bounded
@given(calendars, days, term_texts, rolls, st.sampled_from(["forward", "none"]))
def test_a_term_is_what_a_count_day_by_day_gives(
    calendar: WorkCalendar, start: date, text: str, roll: str | None, convention: str
) -> None:
    counting = Counting(calendar, Conventions.model_validate({"roll": convention}))
    due = counting.forward(start, parsed(text), roll)
    end = slow_end(start, text, DAY, calendar)
    assert due.day == rolled(end, roll or default_roll(text, convention), calendar)
    assert due.act_by == rolled(due.day, "backward", calendar)
    touched = [start, end, due.day, due.act_by]
    assert due.is_provisional is (max(touched) > date(2026, 12, 31) or min(touched) < date(2020, 1, 1))


@bounded
@given(calendars, days, term_texts, rolls)
def test_a_notice_is_what_a_count_back_day_by_day_gives(
    calendar: WorkCalendar, event_day: date, text: str, roll: str | None
) -> None:
    due = Counting(calendar).back(event_day, parsed(text), roll)
    end = slow_end(event_day, text, -DAY, calendar)
    assert due.day == rolled(end, roll or default_roll(text, "backward"), calendar)
    assert due.act_by == rolled(due.day, "backward", calendar)


@bounded
@given(calendars, days, days, term_texts, rolls)
def test_a_later_start_never_gives_an_earlier_due_day(
    calendar: WorkCalendar, one: date, other: date, text: str, roll: str | None
) -> None:
    earlier, later = sorted([one, other])
    counting = Counting(calendar)
    assert counting.forward(earlier, parsed(text), roll).day <= counting.forward(later, parsed(text), roll).day
    assert counting.back(earlier, parsed(text), roll).day <= counting.back(later, parsed(text), roll).day


@bounded
@given(calendars, days, term_texts)
def test_the_notice_asked_for_is_kept(calendar: WorkCalendar, event_day: date, text: str) -> None:
    """Who gives notice on the last day gives it as long before as the term says, or longer."""
    due = Counting(calendar).back(event_day, parsed(text), None)
    assert due.day <= slow_end(event_day, text, -DAY, calendar) <= event_day


# Whole rules


ids = st.sampled_from(["a", "b", "c"])
plan_days = st.dates(date(2025, 1, 1), date(2026, 12, 31)).map(date.isoformat)
spans = st.sampled_from(["2025", "2026", "2025-Q1", "2025-H2..2026-H1", "2025-06", "2025-11..2026-02"])
event_names = st.lists(st.sampled_from(["e", "f"]), min_size=1, max_size=2, unique=True)
fixed = st.one_of(
    st.fixed_dictionaries({"by": plan_days}, optional={"roll": rolls.filter(bool)}),
    st.fixed_dictionaries({"before": plan_days}),
    st.fixed_dictionaries({"in": spans}),
    st.fixed_dictionaries({"from": plan_days}, optional={"until": event_names}),
    st.fixed_dictionaries({"to": plan_days}, optional={"until": event_names}),
)
counted = st.one_of(
    st.fixed_dictionaries(
        {"within": term_texts, "after": event_names},
        optional={"counted_from": st.sampled_from(["issued", "received", "effective"])},
    ),
    st.fixed_dictionaries({"at_least": term_texts, "ahead_of": event_names}),
    st.fixed_dictionaries({"when": event_names}),
    st.just({"on_request": "true"}),
)
named_day = st.one_of(  # a rule names its day once
    st.just({}),
    st.fixed_dictionaries({"by_day": st.sampled_from(["1", "15", "31", "last"])}),
    st.fixed_dictionaries({"before_day": st.sampled_from(["2", "20", "last"])}),
    st.fixed_dictionaries({"weekday": st.sampled_from(["monday", "friday"])}),
)
recurring_span = st.fixed_dictionaries(
    {"every": st.sampled_from(["week", "month", "quarter", "half-year", "year"])},
    optional={
        "interval": st.sampled_from(["2", "3"]),
        "next_period": st.sampled_from(["true", "false"]),
        "times": st.sampled_from(["1", "2", "3"]),
        "in": spans,
    },
)
recurring = st.builds(lambda span, day: {**span, **day}, recurring_span, named_day)
ongoing = st.fixed_dictionaries(
    {"ongoing": st.just("true")}, optional={"check": st.sampled_from(["month", "quarter"]), "in": spans}
)
simple_rules = st.one_of(fixed, counted, recurring, ongoing)
several = st.lists(simple_rules, min_size=1, max_size=3).map(
    lambda rules: {"all": [{**rule, "id": f"r{index}"} for index, rule in enumerate(rules)]}
)
deadlines = st.one_of(simple_rules, several)
events = st.lists(
    st.builds(
        lambda kind, issued, wait, applies: {
            "type": kind, "issued_on": issued.isoformat(), "received_on": (issued + wait * DAY).isoformat(),
            **({"applies_to": applies} if applies is not None else {}),
        },
        st.sampled_from(["e", "f"]), st.dates(date(2024, 11, 1), date(2027, 1, 31)), st.integers(0, 9),
        st.sampled_from([None, None, None, [], ["p/t"], ["p/u"]]),
    ),
    max_size=5,
).map(lambda listed: [Event.model_validate({"id": f"x{number}", **event}) for number, event in enumerate(listed)])  # fmt: skip


def plan_with(deadline: object) -> Plan:
    period = {"from": "2025-01-01", "to": "2026-12-31"}
    tasks = [{"id": "t", "content": "Việc", "lead": ["u"], "deadline": deadline}]
    return Plan.model_validate({"id": "p", "title": "T", "period": period, "tasks": tasks})


def standing_items(deadline: object, happened: list[Event], today: date, progress: dict[str, list[dict]] | None = None) -> list:
    plan = plan_with(deadline)
    records = ProgressFile.model_validate(progress or {})
    at = NodePath("plans/p/progress.yaml")
    placed = Progress(
        *(tuple(Placed(record, at) for record in kind) for kind in (records.completions, records.extensions, records.waivers))
    )
    week = Window(today - today.weekday() * DAY, today + (6 - today.weekday()) * DAY)
    return list(items(plan, placed, happened, Counting(WEEKENDS), rule_of, today, week))


WEEKENDS = WorkCalendar([], 2026)


@bounded
@given(deadlines, events, days)
def test_each_occurrence_has_one_name_and_one_status(deadline: object, happened: list[Event], today: date) -> None:
    listed = standing_items(deadline, happened, today)
    names = [item.occurrence.name for item in listed if item.occurrence.name]
    assert len(set(names)) == len(names)
    week = Window(today - today.weekday() * DAY, today + (6 - today.weekday()) * DAY)
    for item in listed:
        stands, outcome = item.standing, item.occurrence.outcome
        if not isinstance(outcome, DueOn):
            assert stands.status in {Status.WAITING, Status.ONGOING}
            continue
        is_overdue = today > outcome.day
        meets_week = outcome.act_by <= week.last_day and outcome.day >= week.first_day
        assert stands.status is (Status.OVERDUE if is_overdue else Status.DUE if meets_week else Status.OPEN)
        assert stands.act_by <= stands.due_on == stands.counts_on
    shown = {status: [item for item in listed if Selection(week, frozenset({status})).shows(item)] for status in Status}
    assert all(item.standing.status is status for status, found in shown.items() for item in found)
    assert [item for item in listed if Selection(week, is_everything=True).shows(item)] == listed


@bounded
@given(deadlines, events, days, st.integers(0, 30))
def test_what_is_not_done_never_becomes_less_urgent(deadline: object, happened: list[Event], today: date, wait: int) -> None:
    before = {item.occurrence.name: item for item in standing_items(deadline, happened, today)}
    after = {item.occurrence.name: item for item in standing_items(deadline, happened, today + wait * DAY)}
    for name, item in before.items():
        if item.standing.due_on is not None and name in after and not after[name].occurrence.event:
            assert after[name].standing.due_on == item.standing.due_on
            assert item.standing.status is not Status.OVERDUE or after[name].standing.status is Status.OVERDUE


@bounded
@given(st.one_of(recurring, several), events, days, st.data())
def test_a_record_closes_what_it_names_and_nothing_else(
    deadline: object, happened: list[Event], today: date, data: st.DataObject
) -> None:
    open_items = standing_items(deadline, happened, today)
    named = [item for item in open_items if item.occurrence.name]
    assume(named)
    closed = data.draw(st.sampled_from(named))
    record = {"task": "t", "occurrence": closed.occurrence.name}
    done = standing_items(deadline, happened, today, {"completions": [{**record, "completed_on": today.isoformat()}]})
    waived = standing_items(deadline, happened, today, {"waivers": [{**record, "waived_on": today.isoformat(), "reason": "R"}]})
    for was, is_done, is_waived in zip(open_items, done, waived, strict=True):
        if was is closed:
            is_late = was.standing.due_on is not None and today > was.standing.due_on
            assert is_done.standing.status is (Status.DONE_LATE if is_late else Status.DONE)
            assert is_waived.standing.status is Status.WAIVED
        else:
            assert was.standing == is_done.standing == is_waived.standing


@bounded
@given(recurring, days, days, days)
def test_the_last_extension_counts(deadline: object, today: date, one: date, other: date) -> None:
    assume(one != other)
    first, last = sorted([one, other])
    named = [item for item in standing_items(deadline, [], today) if item.occurrence.name and item.standing.due_on]
    assume(named)
    name, due_on = named[0].occurrence.name, named[0].standing.due_on
    extensions = [
        {"task": "t", "occurrence": name, "extended_to": last.isoformat(), "approved_on": first.isoformat()},
        {"task": "t", "occurrence": name, "extended_to": first.isoformat(), "approved_on": last.isoformat()},
    ]
    expected = first if last <= today else last if first <= today else None
    for listed in (extensions, extensions[::-1]):
        found = {item.occurrence.name: item.standing for item in standing_items(deadline, [], today, {"extensions": listed})}
        if name in found:  # an extension to a day before the plan is tracked takes it out of the list
            assert (found[name].due_on, found[name].extended_to, found[name].counts_on) == (due_on, expected, expected or due_on)


@bounded
@given(
    st.lists(st.tuples(simple_rules, ids | st.none()), min_size=1, max_size=3, unique_by=lambda pair: pair[1] or object()), events
)
def test_names_are_unique_where_no_rule_lacks_an_id(rules: list[tuple[dict, str | None]], happened: list[Event]) -> None:
    plan = plan_with({"all": [{**rule, "id": rule_id} if rule_id else rule for rule, rule_id in rules]})
    rule = plan.tasks[0].deadline
    assert isinstance(rule, All)
    scope = scope_of(plan, next(duties(plan)), happened, Counting(WEEKENDS))
    assume(not unnamed_rules(rule, scope))
    names = [occurrence.name for occurrence in occurrences(rule, scope) if occurrence.name]
    assert len(set(names)) == len(names)


@bounded
@given(recurring.filter(lambda rule: not {"times", "roll"} & set(rule)), st.sampled_from(["exclusive", "inclusive"]))
def test_periods_follow_each_other_and_so_do_their_due_days(keys: dict, before: str) -> None:
    rule = Every.model_validate(keys)
    found = list(turns(rule.every, date(2025, 1, 1), date(2026, 12, 31), rule.interval))
    for turn, following in pairwise(found):
        assert turn.last_day + DAY == following.first_day
        assert due_day(rule, turn, before) < due_day(rule, following, before)
    assert all(date(2025, 1, 1) <= turn.last_day <= date(2026, 12, 31) for turn in found)
    assert len({turn.name for turn in found}) == len(found)
