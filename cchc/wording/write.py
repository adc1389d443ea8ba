"""A rule to the wording that an official would print for it."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from cchc.model.deadlines import (
    All,
    AtLeast,
    Before,
    By,
    Every,
    InPeriod,
    Ongoing,
    OnRequest,
    Rule,
    SimpleRule,
    Window,
    Within,
    WordingOnly,
)
from cchc.model.periods import MONTHS_IN, Period, PeriodSpan, PeriodUnit
from cchc.model.terms import Step, Term, TermUnit
from cchc.wording.tokens import text_of

_UNITS = {
    TermUnit.HOURS: "giờ",
    TermUnit.WORKING_HOURS: "giờ làm việc",
    TermUnit.DAYS: "ngày",
    TermUnit.WORKING_DAYS: "ngày làm việc",
    TermUnit.WEEKS: "tuần",
    TermUnit.MONTHS: "tháng",
    TermUnit.YEARS: "năm",
}
_RECURRENCES = {
    PeriodUnit.DAY: "ngày",
    PeriodUnit.WEEK: "tuần",
    PeriodUnit.MONTH: "tháng",
    PeriodUnit.QUARTER: "quý",
    PeriodUnit.HALF_YEAR: "6 tháng",
    PeriodUnit.YEAR: "năm",
}
_WEEKDAYS = {
    "monday": "thứ Hai",
    "tuesday": "thứ Ba",
    "wednesday": "thứ Tư",
    "thursday": "thứ Năm",
    "friday": "thứ Sáu",
    "saturday": "thứ Bảy",
    "sunday": "Chủ nhật",
}
_DOCUMENTS = (
    "văn bản",
    "quyết định",
    "công văn",
    "nghị quyết",
    "thông báo",
    "kế hoạch",
    "hồ sơ",
    "đề nghị",
    "yêu cầu",
    "phản ánh",
)
_ROMAN = ("I", "II", "III", "IV")


def wording_of(rule: Rule | WordingOnly, event_names: Mapping[str, str]) -> str:
    """Return the wording of a rule, beginning with a capital; `event_names` are the names of event types.

    `read` gives the rule back, except where Vietnamese has no words of its own for it:
    - `before` with `at`: an hour always goes with the day it falls on, so it is read as `by`;
    - `until` beside `to` or alone, `check`, `label`, `counted_from` under `at_least` or of effect: not told by the words alone;
    - a recurrence with `interval` or `times` and a day, with `before_day` and `at`, with `at` but no day in a week or a month
      of the year, on a day that its month lacks; 3, 6 and 12 months are read as quarter, half-year and year.
    """
    text = "; ".join(_words(member, event_names) for member in (rule.all if isinstance(rule, All) else (rule,)))
    return text[:1].upper() + text[1:]


def _words(rule: SimpleRule | WordingOnly, event_names: Mapping[str, str]) -> str:
    match rule:
        case By():
            return f"chậm nhất {_hour(rule.at)}ngày {print_date(rule.by)}"
        case Before():
            return f"trước {_hour(rule.at)}ngày {print_date(rule.before)}"
        case InPeriod():
            return print_span(rule.in_, small=True)
        case Window():
            return _window(rule, event_names)
        case Every():
            return _every(rule)
        case Within():
            return _within(rule, _events(rule.after, event_names))
        case AtLeast():
            event = _of_document(rule.counted_from, _events(rule.ahead_of, event_names))
            return f"ít nhất {print_term(rule.at_least)} trước khi {event}"
        case Ongoing():
            return f"thường xuyên trong {print_span(rule.in_, small=True)}" if rule.in_ else "thường xuyên"
        case OnRequest():
            return f"khi {_events(rule.when, event_names)}" if rule.when else "theo yêu cầu"
        case WordingOnly():
            return text_of(rule.text)
        case _:
            assert_never(rule)


def _hour(at: str | None) -> str:
    return f"{at} " if at else ""


def _within(rule: Within, event: str) -> str:
    named = _of_document(rule.counted_from, event)
    if rule.within.is_immediate:
        return f"ngay sau khi {named}"
    if str(rule.within) == "0 days":
        return f"ngay trong ngày {named}"
    return f"không quá {print_term(rule.within)} kể từ {'khi' if rule.counted_from == 'issued' else 'ngày'} {named}"


def _of_document(counted_from: str, event: str) -> str:
    """Return the words for the day of an event that counts: its own, of receipt, of effect; the latter are of a document."""
    if counted_from == "issued":
        return event
    document = event if event.lower().startswith(_DOCUMENTS) else f"văn bản {event}"
    return f"nhận được {document}" if counted_from == "received" else f"{document} có hiệu lực"


def _window(rule: Window, event_names: Mapping[str, str]) -> str:
    ends = [f"từ ngày {print_date(rule.from_)}"] if rule.from_ else []
    if rule.to:
        ends = [*(ends or ["từ nay"]), f"đến hết ngày {print_date(rule.to)}"]
    if rule.until:
        ends += ["hoặc"] if rule.to else []
        ends.append(f"đến khi {_events(rule.until, event_names)}")
    return " ".join(ends)


def _every(rule: Every) -> str:
    day = _weekday(rule) or _day(rule)
    if rule.times is not None or rule.interval > 1:
        text = ", ".join(filter(None, (_turns(rule), day)))
    else:
        text = day or f"định kỳ hàng {_RECURRENCES[rule.every]}"
    return f"{text} ({print_span(rule.in_)})" if rule.in_ else text


def _turns(rule: Every) -> str:
    interval, period = rule.interval, _RECURRENCES[rule.every]
    if rule.every is PeriodUnit.HALF_YEAR and interval > 1:
        interval, period = interval * 6, "tháng"
    if rule.times is None:
        return f"định kỳ {interval:02} {period} một lần"
    return f"{rule.times:02} lần/{f'{interval:02} ' if interval > 1 else ''}{period}"


def _weekday(rule: Every) -> str:
    if rule.weekday:
        return f"{f'trước {rule.at} ' if rule.at else ''}{_WEEKDAYS[rule.weekday]} hàng tuần"
    if rule.at and rule.every in {PeriodUnit.DAY, PeriodUnit.WEEK}:
        return f"trước {rule.at} hàng {_RECURRENCES[rule.every]}"
    return ""


def _day(rule: Every) -> str:
    """Return the day of a month, quarter, half or year with the period that it belongs to; "" where none is named."""
    number = rule.before_day or rule.by_day
    is_named = number is not None or rule.at or rule.next_period
    if rule.every in {PeriodUnit.DAY, PeriodUnit.WEEK} or not (is_named or rule.of_month):
        return ""
    bound = f"trước {_hour(rule.at)}" if rule.at or rule.before_day else "chậm nhất "
    named = f"{bound}ngày {f'{number:02}' if number else 'cuối cùng'}" if is_named else ""
    match rule.every:
        case PeriodUnit.MONTH:
            return f"{named} {'của tháng sau' if rule.next_period else 'hàng tháng'}"
        case PeriodUnit.YEAR:
            return _day_of_year(rule, named, number)
        case _:
            of = " của " if named else ""
            return f"{named}{of}{_month_of(rule)} {'kỳ 6 tháng' if rule.every is PeriodUnit.HALF_YEAR else 'quý'}{_next(rule)}"


def _next(rule: Every) -> str:
    return " sau" if rule.next_period else ""


def _month_of(rule: Every) -> str:
    last = MONTHS_IN[rule.every]
    month = rule.of_month or (1 if rule.next_period else last)
    return {1: "tháng đầu", last: "tháng cuối"}.get(month, f"tháng thứ {month} của")


def _day_of_year(rule: Every, named: str, number: int | None) -> str:
    month = rule.of_month or (1 if rule.next_period else 12)
    year = "năm sau" if rule.next_period else "hàng năm"
    if number is not None:
        return f"{named}/{month:02} {year}"
    return f"{named} của tháng {month} {year}" if rule.at else f"tháng {month} {year}"


def _events(types: tuple[str, ...] | None, event_names: Mapping[str, str]) -> str:
    return " hoặc ".join(event_names.get(name, name) for name in types or ())


def print_date(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


def print_term(term: Term) -> str:
    return " và ".join(_print_step(step) for step in term.steps) or "ngay"


def _print_step(step: Step) -> str:
    amount = f"{step.amount.normalize():f}".replace(".", ",")
    amount = amount if "," in amount else amount.zfill(2)
    first = f"{step.at_first.normalize():f}".zfill(2) + "-" if step.at_first is not None else ""
    return f"{first}{amount} {_UNITS[step.unit]}"


def print_span(span: PeriodSpan, *, small: bool = False) -> str:
    """Return `Tháng 6/2025`, `Quý I/2025`, `Giai đoạn 2026-2030`, or the two ends of another span."""
    if span.first == span.last:
        text = _print_period(span.first)
    elif span.first.unit is span.last.unit is PeriodUnit.YEAR:
        text = f"Giai đoạn {span.first.year}-{span.last.year}"
    else:
        last = _print_period(span.last)
        text = f"{_print_period(span.first)} - {last[:1].lower() + last[1:]}"
    return text[:1].lower() + text[1:] if small else text


def _print_period(period: Period) -> str:
    match period.unit:
        case PeriodUnit.MONTH:
            return f"Tháng {period.index}/{period.year}"
        case PeriodUnit.QUARTER:
            return f"Quý {_ROMAN[period.index - 1]}/{period.year}"
        case PeriodUnit.HALF_YEAR:
            return f"6 tháng {'đầu' if period.index == 1 else 'cuối'} năm {period.year}"
        case _:
            return f"Năm {period.year}"
