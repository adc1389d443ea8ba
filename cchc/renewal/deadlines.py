"""A deadline moved: its words and its rule together, or neither of them."""

from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from typing import Any, NamedTuple, cast

from pydantic import TypeAdapter, ValidationError

from cchc.model.deadlines import All, Deadline, WordingOnly, rule_keys
from cchc.model.periods import parse_period
from cchc.model.plan import Plan
from cchc.model.scalars import parse_date
from cchc.renewal.found import Doubt, Moved, Route, Undecided
from cchc.renewal.move import Move, moved_year
from cchc.renewal.texts import moved_text
from cchc.wording.agree import disagreement, rule_of
from cchc.wording.tokens import text_of

_DAYS = ("by", "before", "from", "to")
_TEXTS = ("note", "label")


class Renewing(NamedTuple):
    """What a deadline moves by, the plan that it is of, and the plan it is going to be of."""

    move: Move
    plan: Plan
    later: Plan


class MovedDeadline(NamedTuple):
    """Values by their routes below the deadline, and what there is to tell."""

    changes: dict[Route, str]
    moved: list[Moved]
    undecided: list[Undecided]


def moved_deadline(raw: Any, renewing: Renewing) -> MovedDeadline:
    """Return a deadline, as its file holds it, moved; where words and rule would part, it stays and is told."""
    found = MovedDeadline({}, [], [])
    for route, text in _words(raw):
        _move_text(route, text, renewing.move, found)
    for route, rule in rules_of(raw):
        _move_rule(route, rule, renewing.move, found)
    if found.changes and not _still_agrees(raw, found.changes, renewing):
        first = min(found.moved, key=lambda moved: moved.route[-1:] != ("text",))
        return MovedDeadline({}, [], [Undecided(first.route, first.offset, Doubt.DEADLINE, first.before)])
    return found


def _words(raw: Any) -> Iterator[tuple[Route, str]]:
    """Yield the wordings of a deadline, with their routes; notes and labels are moved as other texts are."""
    if isinstance(raw, str):
        yield (), raw
        return
    for above, rule in rules_of(raw):
        text = rule.get("text")
        lines = [((*above, "text"), text)] if isinstance(text, str) else []
        lines += [((*above, "text", index), line) for index, line in enumerate(text)] if isinstance(text, list) else []
        lines += [((*above, key), rule[key]) for key in _TEXTS if isinstance(rule.get(key), str)]
        yield from lines


def rules_of(raw: Any) -> Iterator[tuple[Route, dict[str, Any]]]:
    """Yield the rule of a deadline as its file holds it, and those under `all`, with their routes below the deadline."""
    if isinstance(raw, dict):
        yield (), raw
        for index, member in enumerate(raw.get("all") or ()):
            yield ("all", index), member


def _move_text(route: Route, text: str, move: Move, found: MovedDeadline) -> None:
    renewed = moved_text(text, move, is_deadline=route == () or "text" in route)
    if renewed.text != text:
        found.changes[route] = renewed.text
    found.moved.extend(Moved(route, *words) for words in renewed.moved)
    found.undecided.extend(Undecided(route, *words) for words in renewed.doubtful)


def _move_rule(route: Route, rule: dict[str, Any], move: Move, found: MovedDeadline) -> None:
    """Move the days and the period of one rule; all of them, or none."""
    days = {key: parse_date(rule[key]) for key in _DAYS if rule.get(key)}
    span = rule.get("in")
    ends = [(day, day) for day in days.values()] + _span_ends(span)
    if not ends:
        return
    if not all(move.takes(*both) for both in ends):
        key = "in" if span else next(iter(days))
        found.undecided.append(Undecided((*route, key), 0, Doubt.SPAN, f"{key}: {rule[key]}"))
        return
    moved = {key: moved_date(rule[key], move) for key in days}
    if span:
        moved["in"] = moved_span(span, move)
    for key, value in moved.items():
        found.changes[*route, key] = value
        found.moved.append(Moved((*route, key), 0, f"{key}: {rule[key]}", f"{key}: {value}"))
    for key, day in days.items():
        if move.cuts(day):
            found.undecided.append(Undecided((*route, key), 0, Doubt.LEAP_DAY, f"{key}: {rule[key]}"))


def _span_ends(span: str | None) -> list[tuple[Any, Any]]:
    periods = [parse_period(part) for part in span.split("..")] if span else []
    return [(period.first_day, period.last_day) for period in periods if period is not None]


def moved_date(text: str, move: Move) -> str:
    """Return a date in the form that it has, `2025-11-30` or `30/11/2025`."""
    day = move.day(parse_date(text))
    if "/" not in text:
        return day.isoformat()
    day_text, month_text, _ = text.split("/")
    return f"{day_text if int(day_text) == day.day else day.day}/{month_text}/{day.year}"


def moved_span(text: str, move: Move) -> str:
    """Return a span of periods, `2025-Q1..2025-Q2`."""
    return "..".join(moved_year(part[:4], move.by) + part[4:] for part in text.split(".."))


@lru_cache(maxsize=1)
def _reader() -> "TypeAdapter[Deadline]":
    return TypeAdapter(Deadline)


def _still_agrees(raw: Any, changes: dict[Route, str], renewing: Renewing) -> bool:
    """Return whether words and rules say the same after the move, and words alone the rule that they said before, moved."""
    try:
        old, new = _reader().validate_python(raw), _reader().validate_python(_with(raw, changes))
    except ValidationError:
        return False
    pairs = [(old, new)]
    if isinstance(old, All) and isinstance(new, All):
        pairs += zip(old.all, new.all, strict=True)
    return all(_says_the_same(one, other, renewing) for one, other in pairs)


def _says_the_same(old: Deadline, new: Deadline, renewing: Renewing) -> bool:
    if isinstance(new, str | WordingOnly):
        before, after = rule_of(old, renewing.plan), rule_of(new, renewing.later)
        keys = _moved_keys(rule_keys(before), renewing.move) if before is not None else None
        return keys is not None and after is not None and _without_leap_day(keys) == _without_leap_day(rule_keys(after))
    rule = rule_of(new, renewing.later)
    return new.text is None or (rule is not None and disagreement(rule, text_of(new.text), renewing.later) is None)


def _moved_keys(keys: dict[str, Any], move: Move) -> dict[str, Any]:
    """Return the keys of a rule with its days moved."""
    found = MovedDeadline({}, [], [])
    for route, rule in rules_of(keys):
        _move_rule(route, rule, move, found)
    return cast("dict[str, Any]", _with(keys, found.changes))


def _without_leap_day(keys: dict[str, Any]) -> str:
    """Return keys to compare: the end of February is one day, whichever it is in the year."""
    return str(sorted(keys.items())).replace("-02-29", "-02-28")


def _with(raw: Any, changes: dict[Route, str]) -> Any:
    copy = deepcopy(raw)
    for route, value in changes.items():
        if not route:
            return value
        holder = copy
        for key in route[:-1]:
            holder = holder[key]
        holder[route[-1]] = value
    return copy
