"""Whether a wording and the rule beside it say the same: nobody may be shown one date while another is computed."""

import re
from collections.abc import Mapping
from typing import Any

from cchc.model.deadlines import (
    All,
    AtLeast,
    Before,
    By,
    Deadline,
    Rule,
    SimpleRule,
    Window,
    Within,
    WordingOnly,
)
from cchc.model.plan import Plan
from cchc.wording.read import Reading, normalised, read, text_of
from cchc.wording.write import print_date, print_term

_COUNT = re.compile(r"\b([0-9]{1,4}) (ngày làm việc|giờ làm việc|ngày|giờ|tuần|tháng|năm)\b")
_FULL_DATE = re.compile(r"\b([0-9]{1,2})(?:/| tháng )([0-9]{1,2})(?:/| năm )([0-9]{4})\b")
_DRESSING = {
    "text",
    "note",
    "id",
    "label",
    "lead",
    "roll",
    "after",
    "ahead_of",
    "when",
    "until",
    "sample",
    "allow",
}


def rule_of(deadline: Deadline, plan: Plan) -> Rule | None:
    """Return the rule of a deadline; of a wording alone where it has just one reading that needs no event type."""
    if isinstance(deadline, str | WordingOnly):
        readings = readings_of(deadline, plan)
        return readings[0].rule if len(readings) == 1 else None
    return deadline


def readings_of(wording: str | WordingOnly, plan: Plan) -> tuple[Reading, ...]:
    return read(wording if isinstance(wording, str) else text_of(wording.text), plan.year)


def disagreement(rule: Rule, text: str, plan: Plan) -> tuple[str, str] | None:
    """Return what the text says and what the rule says where they differ, both as an official prints them.

    A text that is read must give the rule; of one that is not, the dates and counts that it names must be the rule's.
    """
    readings = read(text, plan.year)
    if readings and not isinstance(rule, All):
        if any(_same(rule, reading) for reading in readings):
            return None
        return text, _numbers_of(rule) or _plain(rule)
    named = _named_numbers(text)
    ruled = [_numbers_of(member) for member in (rule.all if isinstance(rule, All) else (rule,))]
    known = [number for number in ruled if number]
    if not named or len(known) < len(ruled) or set(named) & set(known):
        return None
    return "; ".join(named), "; ".join(known)


def _same(rule: SimpleRule, reading: Reading) -> bool:
    if isinstance(rule, Within):
        said_received = reading.keys.get("counted_from") == "received"
        return reading.keys.get("within") == str(rule.within) and (not said_received or rule.counted_from == "received")
    read_rule = reading.rule
    return read_rule is not None and type(read_rule) is type(rule) and _core(read_rule) == _core(rule)


def _core(rule: SimpleRule) -> Mapping[str, Any]:
    return rule.model_dump(exclude=_DRESSING)


def _numbers_of(rule: object) -> str:
    """Return the date or the term of a rule as a text names it, "" where it has none."""
    match rule:
        case By():
            return print_date(rule.by)
        case Before():
            return print_date(rule.before)
        case Window(to=last_day) if last_day is not None:
            return print_date(last_day)
        case Within():
            return print_term(rule.within)
        case AtLeast():
            return print_term(rule.at_least)
        case _:
            return ""


def _plain(rule: SimpleRule) -> str:
    core = {key: value for key, value in _core(rule).items() if value is not None}
    return ", ".join(f"{key.rstrip('_')}: {value}" for key, value in core.items())


def _named_numbers(text: str) -> list[str]:
    """Return the full dates of a text, else its counts, spelled as `_numbers_of` spells a rule's."""
    wording = normalised(text)
    dates = [f"{int(day):02}/{int(month):02}/{year}" for day, month, year in _FULL_DATE.findall(wording)]
    return dates or [f"{int(count):02} {unit}" for count, unit in _COUNT.findall(wording)]
