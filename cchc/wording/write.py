"""A rule to the wording that an official would print for it."""

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
from cchc.model.periods import Period, PeriodSpan, PeriodUnit
from cchc.model.terms import Step, Term, TermUnit

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
_ROMAN = ("I", "II", "III", "IV")


def wording_of(rule: Rule | WordingOnly, event_names: dict[str, str]) -> str:
    """Return the wording of a rule, beginning with a capital; `event_names` are the names of event types."""
    text = "; ".join(_words(member, event_names) for member in (rule.all if isinstance(rule, All) else (rule,)))
    return text[:1].upper() + text[1:]


def _words(rule: SimpleRule | WordingOnly, event_names: dict[str, str]) -> str:
    match rule:
        case By():
            return f"chậm nhất {_hour(rule.at)}ngày {print_date(rule.by)}"
        case Before():
            return f"trước {_hour(rule.at)}ngày {print_date(rule.before)}"
        case InPeriod():
            return print_span(rule.in_)
        case Window():
            return _window(rule, event_names)
        case Every():
            return _every(rule)
        case Within():
            anchor = _events(rule.after, event_names)
            if rule.within.is_immediate:
                return f"ngay sau khi {anchor}"
            since = {
                "issued": "kể từ khi",
                "received": "kể từ ngày nhận được",
                "effective": "kể từ ngày có hiệu lực của",
            }
            return f"không quá {print_term(rule.within)} {since[rule.counted_from]} {anchor}"
        case AtLeast():
            return f"ít nhất {print_term(rule.at_least)} trước {_events(rule.ahead_of, event_names)}"
        case Ongoing():
            return f"thường xuyên trong {print_span(rule.in_, small=True)}" if rule.in_ else "thường xuyên"
        case OnRequest():
            return f"khi có {_events(rule.when, event_names)}" if rule.when else "theo yêu cầu"
        case WordingOnly():
            return rule.text if isinstance(rule.text, str) else "; ".join(rule.text)
        case _:
            assert_never(rule)


def _hour(at: str | None) -> str:
    return f"{at} " if at else ""


def _window(rule: Window, event_names: dict[str, str]) -> str:
    ends = [f"từ ngày {print_date(rule.from_)}"] if rule.from_ else []
    if rule.to:
        ends.append(f"đến hết ngày {print_date(rule.to)}")
    if rule.until:
        ends.append(f"đến khi {_events(rule.until, event_names)}")
    return " ".join(ends)


def _every(rule: Every) -> str:
    period = _RECURRENCES[rule.every]
    if rule.times is not None:
        text = f"{rule.times:02} lần/{period}"
    elif rule.interval > 1:
        text = f"định kỳ {rule.interval:02} {period} một lần"
    else:
        text = f"định kỳ hàng {period}"
    day = _day_of(rule)
    text = f"{text}, {_hour(rule.at) and 'trước ' + _hour(rule.at)}{day}".rstrip(", ") if day or rule.at else text
    return f"{text} ({print_span(rule.in_)})" if rule.in_ else text


def _day_of(rule: Every) -> str:
    if rule.weekday:
        return _WEEKDAYS[rule.weekday]
    if rule.before_day is None and rule.by_day is None and not rule.next_period and rule.of_month is None:
        return ""
    if rule.before_day is not None:
        day = f"trước ngày {rule.before_day}"
    else:
        day = f"chậm nhất ngày {rule.by_day}" if rule.by_day else "chậm nhất ngày cuối cùng"
    month = f" tháng thứ {rule.of_month}" if rule.of_month else ""
    after = f" của {_RECURRENCES[rule.every]} sau" if rule.next_period else ""
    if not month and not after:
        after = " hàng tháng" if rule.every is PeriodUnit.MONTH else f" tháng cuối {_RECURRENCES[rule.every]}"
    return f"{day}{month}{after}"


def _events(types: tuple[str, ...] | None, event_names: dict[str, str]) -> str:
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
    """Return `Tháng 6/2025`, `Quý I/2025`, or the two ends of a longer span."""
    text = _print_period(span.first) if span.first == span.last else f"{_print_period(span.first)} - {_print_period(span.last)}"
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
