"""A rule, put into words and read again, is the same rule; no text makes reading raise."""

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from cchc.model.deadlines import (
    All,
    AtLeast,
    Before,
    By,
    Every,
    InPeriod,
    Ongoing,
    OnRequest,
    SimpleRule,
    Window,
    Within,
)
from cchc.model.periods import MONTHS_IN, PeriodUnit
from cchc.model.plan import Plan
from cchc.model.terms import parse_term
from cchc.wording.agree import disagreement
from cchc.wording.read import read
from cchc.wording.write import wording_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PLAN = Plan.model_construct(year=2025)
NAMES = {"cong-bo": "Bộ Nội vụ công bố danh mục TTHC", "ky-ket": "hai bên ký kết Quy chế số 12/QC-BNV", "hop": "họp Hội đồng"}

dates = st.dates(date(2000, 1, 1), date(2100, 12, 31)).map(date.isoformat)
# midnight that opens a day is said of the day before as well: `00:00` is not read back
hours = st.sampled_from(["8:00", "08:30", "17:00", "23:59", "24:00", "00:01"])
years = st.integers(2000, 2099)
months = st.builds(lambda year, month: f"{year}-{month:02}", years, st.integers(1, 12))
quarters = st.builds(lambda year, quarter: f"{year}-Q{quarter}", years, st.integers(1, 4))
halves = st.builds(lambda year, half: f"{year}-H{half}", years, st.integers(1, 2))
periods = months | quarters | halves | years.map(str)
types = st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=3, unique=True)


@st.composite
def spans(draw: st.DrawFn) -> str:
    first = draw(periods)
    last = draw(st.just(first) | periods)
    found = InPeriod.model_validate({"in": first}), InPeriod.model_validate({"in": last})
    assume(found[0].in_.first_day <= found[1].in_.first_day and found[0].in_.last_day <= found[1].in_.last_day)
    return first if first == last else f"{first}..{last}"


@st.composite
def terms(draw: st.DrawFn) -> str:
    steps = []
    for _ in range(draw(st.integers(1, 3))):
        unit = draw(st.sampled_from(["hours", "working hours", "days", "working days", "weeks", "months", "years"]))
        amount = str(draw(st.integers(0, 100)))
        if unit.endswith(("hours", "days")) and draw(st.booleans()):
            amount += draw(st.sampled_from([".5", ".25", ".75"]))
        first = f"{draw(st.integers(0, int(float(amount))))}.." if draw(st.booleans()) else ""
        steps.append(f"{first}{amount} {unit}")
    return " + ".join(steps)


def fields_of(rule: SimpleRule) -> dict[str, Any]:
    """Return what a rule says, its defaults written out, hours with two digits."""
    fields = {key: value for key, value in rule.model_dump(by_alias=True).items() if value is not None}
    if isinstance(fields.get("at"), str):
        fields["at"] = fields["at"].zfill(5)
    if isinstance(rule, Every):
        fields["of_month"] = rule.of_month or (1 if rule.next_period else MONTHS_IN.get(rule.every, 0))
        fields["times"] = rule.times or 1
    return fields


def assert_read_back(rule: SimpleRule) -> None:
    text = wording_of(rule, NAMES)
    readings = read(text, 2025)
    assert len(readings) == 1, text
    (found,) = readings
    assert found.rule is not None, text
    assert fields_of(found.rule) == fields_of(rule), text


@given(dates, st.none() | hours)
def test_a_day_is_read_back(day: str, at: str | None) -> None:
    assert_read_back(By.model_validate({"by": day, **({"at": at} if at else {})}))


@given(dates)
def test_a_day_excluded_is_read_back(day: str) -> None:
    # with `at` it is read as `by`: an hour always goes with the day it falls on
    assert_read_back(Before.model_validate({"before": day}))


@given(spans())
def test_a_period_is_read_back(span: str) -> None:
    assert_read_back(InPeriod.model_validate({"in": span}))


@given(dates, dates)
def test_a_window_is_read_back(first: str, last: str) -> None:
    assume(first <= last)
    assert_read_back(Window.model_validate({"from": first}))
    assert_read_back(Window.model_validate({"to": last}))
    assert_read_back(Window.model_validate({"from": first, "to": last}))


@given(st.none() | spans())
def test_what_goes_on_is_read_back(span: str | None) -> None:
    # `check` tells when to look at it and is not printed
    assert_read_back(Ongoing.model_validate({"ongoing": "true", **({"in": span} if span else {})}))


@st.composite
def recurrences(draw: st.DrawFn) -> Every:
    unit = draw(st.sampled_from(list(PeriodUnit)))
    fields: dict[str, str] = {"every": unit.value}
    kind = draw(st.sampled_from(["plain", "interval", "times", "day"]))
    if kind == "interval":
        interval = draw(st.integers(2, 40))
        # 3, 6 and 12 months are a quarter, a half and a year; several half-years are said in months
        assume(unit is not PeriodUnit.HALF_YEAR and (unit is not PeriodUnit.MONTH or interval not in {3, 6, 12}))
        fields["interval"] = str(interval)
    elif kind == "times":
        fields["times"] = str(draw(st.integers(1, 366)))
    elif kind == "day" and unit is PeriodUnit.DAY:
        fields["at"] = draw(hours)
    elif kind == "day" and unit is PeriodUnit.WEEK:
        fields["weekday"] = draw(st.sampled_from(WEEKDAYS))
        fields |= {"at": draw(hours)} if draw(st.booleans()) else {}
    elif kind == "day":
        fields |= draw(days_of(unit))
    if draw(st.booleans()):
        fields["in"] = draw(spans())
    return Every.model_validate(fields)


@st.composite
def days_of(draw: st.DrawFn, unit: PeriodUnit) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = draw(st.sampled_from(["by_day", "before_day", ""]))
    # a day that some month lacks is named where it exists only
    if key:
        fields[key] = str(draw(st.integers(1, 28 if unit is PeriodUnit.YEAR else 31)))
    if unit is not PeriodUnit.MONTH and draw(st.booleans()):
        fields["of_month"] = str(draw(st.integers(1, MONTHS_IN[unit])))
    if draw(st.booleans()):
        fields["next_period"] = "true"
    # an hour makes the day one that is included, and needs a day in a month of the year
    if key != "before_day" and (key or unit is not PeriodUnit.YEAR) and draw(st.booleans()):
        fields["at"] = draw(hours)
    return fields


@given(recurrences())
def test_what_recurs_is_read_back(rule: Every) -> None:
    assert_read_back(rule)


@given(terms() | st.just("immediately"), types, st.sampled_from(["issued", "received", "effective"]))
def test_a_term_gives_back_its_count_and_its_event(term: str, names: list[str], counted_from: str) -> None:
    rule = Within.model_validate({"within": term, "after": names, "counted_from": counted_from})
    (reading,) = read(wording_of(rule, NAMES), 2025)
    event = " hoặc ".join(NAMES[name] for name in names)
    # receipt and effect stand in the words that name the event; only receipt is a key of a reading
    anchor = {"issued": event, "received": f"nhận được văn bản {event}", "effective": f"văn bản {event} có hiệu lực"}[
        counted_from
    ]
    assert parse_term(str(reading.keys["within"])) == rule.within
    assert reading.anchor == anchor
    assert reading.keys.get("counted_from", "issued") == ("received" if counted_from == "received" else "issued")


@given(terms(), types)
def test_a_term_counted_back_gives_back_its_count_and_its_event(term: str, names: list[str]) -> None:
    # `counted_from` is no key of a reading here: no wording on record counts back from a receipt
    rule = AtLeast.model_validate({"at_least": term, "ahead_of": names})
    (reading,) = read(wording_of(rule, NAMES), 2025)
    assert parse_term(str(reading.keys["at_least"])) == rule.at_least
    assert reading.anchor == " hoặc ".join(NAMES[name] for name in names)


@given(dates, types)
def test_an_event_that_ends_or_calls_for_work_is_given_back(day: str, names: list[str]) -> None:
    event = " hoặc ".join(NAMES[name] for name in names)
    # `until` beside `to`, or alone, is more than the words of a window say
    (reading,) = read(wording_of(Window.model_validate({"from": day, "until": names}), NAMES), 2025)
    assert reading.keys == {"from": day, "anchor": event}
    (reading,) = read(wording_of(OnRequest.model_validate({"on_request": "true", "when": names}), NAMES), 2025)
    assert reading.keys == {"on_request": True, "anchor": event}
    assert_read_back(OnRequest())


simple_rules = (
    dates.map(lambda day: By.model_validate({"by": day}))
    | dates.map(lambda day: Before.model_validate({"before": day}))
    | periods.map(lambda period: InPeriod.model_validate({"in": period}))
    | recurrences()
    | st.just(Ongoing.model_validate({"ongoing": "true"}))
    | st.just(OnRequest())
)


@given(st.lists(simple_rules, min_size=2, max_size=5))
def test_several_rules_are_read_back_in_their_order(rules: list[SimpleRule]) -> None:
    text = wording_of(All.model_construct(all=tuple(rules)), NAMES)
    readings = read(text, 2025)
    assert len(readings) == 1, text
    assert isinstance(readings[0].rule, All)
    found = [member for member in readings[0].rule.all if not isinstance(member, All)]
    assert [fields_of(member) for member in found] == [fields_of(rule) for rule in rules], text


@given(st.lists(simple_rules, min_size=1, max_size=4))
def test_a_rule_agrees_with_the_wording_made_from_it(rules: list[SimpleRule]) -> None:
    rule = All.model_construct(all=tuple(rules)) if len(rules) > 1 else rules[0]
    assert disagreement(rule, wording_of(rule, NAMES), PLAN) is None


WORDS = (Path(__file__).parents[1] / "wording" / "wordings.yaml").read_text(encoding="utf-8").split()
"""Pieces of wordings, to be put together at random."""


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_no_text_makes_reading_raise(text: str) -> None:
    for reading in read(text, 2025):
        assert reading.parts
        assert reading.is_counted or reading.rule is not None
