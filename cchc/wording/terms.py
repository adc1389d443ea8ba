"""Terms counted from an event, or back from one: the amount, and the words that name the event."""

from decimal import Decimal

from cchc.model.terms import parse_term
from cchc.wording.anchors import anchor, is_receipt
from cchc.wording.dated import Choices, Part
from cchc.wording.numbers import amount
from cchc.wording.tokens import Cursor, attempt, longest, phrases

_UNITS = {
    "ngày làm việc": "working day", "giờ làm việc": "working hour", "giờ hành chính": "working hour",
    "ngày": "day", "giờ": "hour", "tuần": "week", "tháng": "month", "năm": "year",
}  # fmt: skip
_AT_MOST = phrases(
    """
    chậm nhất là không quá, không quá, trong vòng, trong thời hạn không quá, trong thời hạn, trong thời gian không quá,
    trong thời gian, thời hạn không quá, thời hạn, thời gian không quá, thời gian, tối đa không quá, tối đa là, tối đa,
    chậm nhất là, chậm nhất sau, chậm nhất trong vòng, chậm nhất trong, chậm nhất, muộn nhất là, muộn nhất, không chậm quá,
    không vượt quá, trong
    """
)
_SINCE = ("kể từ sau", "kể từ", "tính từ", "sau", "từ")
_AT_LEAST = phrases(
    """
    chậm nhất ít nhất, ít nhất là, ít nhất, tối thiểu là, tối thiểu, chậm nhất là, chậm nhất, không ít hơn
    """
)
_OTHER_DAYS = ("làm", "việc", "hành chính", "công", "nghỉ", "lễ")
_NEEDS_SINCE = frozenset({"hour", "month", "year", "week"})


def terms(cursor: Cursor) -> Choices | None:
    return longest(cursor, _within, _same_day, _at_once, _at_least, _at_least_after_event)


def term(cursor: Cursor) -> str | None:
    """Return a term as plans write it: `15 days + 8 working days`, `6..8 working days`."""
    step = _step(cursor)
    steps = []
    while step is not None:
        steps.append(step)
        step = _next_step(cursor)
    text = " + ".join(steps)
    return text if steps and parse_term(text) else None


@attempt
def _next_step(cursor: Cursor) -> str | None:
    return _step(cursor) if cursor.take("+", "và", "cộng") else None


@attempt
def _step(cursor: Cursor) -> str | None:
    at_first = amount(cursor)
    last = amount(cursor) if at_first is not None and cursor.take("-", "đến") else None
    unit = cursor.take(*_UNITS)
    if at_first is None or not unit or cursor.sees(*_OTHER_DAYS) or (last is None and cursor.word(-1) in {"-", "đến"}):
        return None
    if last is None:
        return f"{_plain(at_first)} {_UNITS[unit]}{'' if at_first == 1 else 's'}"
    return f"{_plain(at_first)}..{_plain(last)} {_UNITS[unit]}s"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _counted(term_text: str | None, event: str | None) -> Part:
    received = {"counted_from": "received"} if event and is_receipt(event) else {}
    return {"within": term_text, **received, "anchor": event}


@attempt
def _within(cursor: Cursor) -> Choices | None:
    lead = cursor.take(*_AT_MOST)
    is_after = not lead and bool(cursor.take("sau"))
    found = term(cursor)
    if found is None:
        return None
    other = term(cursor) if cursor.take("hoặc") else None
    event = _since(cursor)
    if event is None and (is_after or cursor.word(-1) == "hoặc"):
        return None
    if event is None and not lead and found.split()[-1].rstrip("s") in _NEEDS_SINCE and "working" not in found:
        return None
    if event is None and cursor.sees("("):
        found = _in_detail(cursor, found) or found
    return [[_counted(one, event)] for one in (found, other) if one is not None]


@attempt
def _since(cursor: Cursor) -> str | None:
    cursor.take(",")
    is_bracketed = bool(cursor.take("("))
    if not cursor.take(*_SINCE):
        return None
    cursor.take("ngày", "khi", "thời điểm", "lúc")
    event = anchor(cursor)
    if event is None or (is_bracketed and not cursor.take(")")):
        return None
    return event


@attempt
def _in_detail(cursor: Cursor, total: str) -> str | None:
    """Return the stretches of `23 ngày (15 ngày và 08 ngày làm việc)` where they add up."""
    detail = term(cursor) if cursor.take("(") else None
    if detail is None or not cursor.take(")"):
        return None
    whole, parts = parse_term(total), parse_term(detail)
    if whole is None or parts is None or sum(step.amount for step in parts.steps) != whole.steps[-1].amount:
        return None
    return detail


@attempt
def _same_day(cursor: Cursor) -> Choices | None:
    """Return `trong ngày nhận được …`: no day is added to that of the event."""
    opening = cursor.take("ngay trong ngày", "trong ngày")
    event = anchor(cursor) if opening else None
    return [[_counted("0 days", event)]] if event and (opening.startswith("ngay") or is_receipt(event)) else None


@attempt
def _at_once(cursor: Cursor) -> Choices | None:
    if cursor.take("ngay sau khi", "ngay khi", "ngay từ khi", "ngay sau"):
        cursor.take("ngày")
        event = anchor(cursor)
        return [[_counted("immediately", event)]] if event else None
    return [[_counted("immediately", None)]] if cursor.take("thực hiện ngay", "triển khai ngay", "ngay") else None


@attempt
def _at_least(cursor: Cursor) -> Choices | None:
    """Return `ít nhất 03 ngày làm việc trước …`, `trước 20 ngày so với …`."""
    cursor.take(*_AT_LEAST)
    if cursor.take("trước"):
        cursor.take("ít nhất", "tối thiểu")
        found = term(cursor)
        is_back = bool(cursor.take("so với", "tính đến", "trước"))
    else:
        found = term(cursor)
        is_back = bool(cursor.take("trước"))
    if found is None or not is_back:
        return None
    cursor.take("ngày", "khi", "thời điểm")
    event = anchor(cursor)
    return [[{"at_least": found, "anchor": event}]] if event else None


@attempt
def _at_least_after_event(cursor: Cursor) -> Choices | None:
    """Return `trước khi tổ chức họp tối thiểu 07 ngày làm việc`."""
    if not cursor.take("trước khi", "trước ngày", "trước thời điểm"):
        return None
    leads = ("ít nhất", "tối thiểu", "chậm nhất", "muộn nhất")
    event = anchor(cursor, *leads)
    found = term(cursor) if event and cursor.take(*leads) else None
    return [[{"at_least": found, "anchor": event}]] if found else None
