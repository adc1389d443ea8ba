"""A wording to the rules that it can mean. What is not read without doubt, to its last word, is not read."""

from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from cchc.wording.dated import Choices, Part, dated
from cchc.wording.ongoing import ongoing
from cchc.wording.reading import Reading, reading_of
from cchc.wording.recurring import recurring
from cchc.wording.terms import terms
from cchc.wording.tokens import Cursor, attempt, longest
from cchc.wording.windows import windows
from cchc.wording.work import Work, bracketed_label, condition, label, may_follow, work

MAX_LENGTH = 2_000
_MOST_READINGS = 8
_DATED = frozenset({"by", "before", "in", "from", "to"})
_SIDE_BY_SIDE = frozenset({"ongoing", "every", "on_request"})


class Item(NamedTuple):
    """One part of a wording with its choices; `years` are those it names, `has_words` tells of words beside the time."""

    choices: Choices
    years: frozenset[int]
    has_words: bool

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(next(iter(part)) for parts in self.choices for part in parts)


@lru_cache(maxsize=4096)
def read(text: str, plan_year: int | None) -> tuple[Reading, ...]:
    """Return the readings of a wording: none where it is not understood, several where it is ambiguous.

    A date without a year takes the plan's; without a plan's year, the only year that the wording names.
    """
    if len(text) > MAX_LENGTH:
        return ()
    cursor = Cursor(text)
    years = _years(cursor, 0)
    cursor.year = plan_year if plan_year is not None else next(iter(years)) if len(years) == 1 else None
    choices = _sentence(cursor) or []
    with suppress(ValueError):  # a day or period that the format does not know
        return tuple(reading_of(list(parts)) for parts in choices)
    return ()


def _years(cursor: Cursor, start: int, end: int | None = None) -> frozenset[int]:
    """Return the years named among the tokens; not those of document numbers, `255/2025/NĐ-CP`."""
    tokens = cursor.tokens[start:end]
    return frozenset(
        int(token.word)
        for index, token in enumerate(tokens)
        if len(token.word) == 4
        and token.word.isdigit()
        and 2000 <= int(token.word) <= 2100
        and [after.word for after in tokens[index + 1 : index + 2]] != ["/"]
    )


def _sentence(cursor: Cursor) -> Choices | None:
    """Return the choices of a whole wording, its parts joined by signs, `và` and `hoặc`."""
    _pass_signs(cursor, "-", "+", "*", "•")
    first = _item(cursor)
    if first is None:
        return None
    items, choices = [first], first.choices
    while not _is_at_end(cursor):
        joint = _joint(cursor)
        item = _item(cursor) if joint else None
        if item is None or not _may_stand_beside(items[-1], item, joint):
            return None
        items.append(item)
        choices = _joined(choices, item.choices, joint)
        if len(choices) > _MOST_READINGS:
            return None
    return choices if _years_agree(items, cursor.year) else None


def _pass_signs(cursor: Cursor, *signs: str) -> None:
    while cursor.take(*signs):
        pass


def _is_at_end(cursor: Cursor) -> bool:
    start = cursor.at
    _pass_signs(cursor, ".", ";", ",", "/", "…")
    if cursor.is_done:
        return True
    cursor.at = start
    return False


def _joint(cursor: Cursor) -> str:
    """Return how the next part is joined: "," or ";" (also a full stop), "và", "hoặc", "/"."""
    sign = cursor.take(";", ".", ",", "/")
    if sign == "." and cursor.is_joined(0) and cursor.word() != "-":  # `Quý III.2025`
        return ""
    if sign in {";", "."}:
        _pass_signs(cursor, "-", "+", "*", "•")
    word = cursor.take("và", "hoặc", "đồng thời", "trong đó")
    if word in {"đồng thời", "trong đó"}:
        cursor.take("có", ":")
    return word or sign


def _joined(choices: Choices, following: Choices, joint: str) -> Choices:
    """Return every choice of the one beside every choice of the other; `hoặc` offers them instead."""
    if joint == "hoặc" and not (_wait(choices) or _wait(following)):
        return choices + following
    return [first + second for first in choices for second in following]


def _wait(choices: Choices) -> bool:
    """Return whether all there is waits for a request or an event: beside it, `hoặc` means as well."""
    return all("on_request" in part for parts in choices for part in parts)


def _may_stand_beside(left: Item, right: Item, joint: str) -> bool:
    """Return whether a mere comma joins two parts: `Tháng 6, trước ngày 15/6` is rather one time said closer."""
    kinds = left.kinds | right.kinds
    if joint == "/":
        return kinds == {"every"}
    return joint != "," or right.has_words or len(kinds) == 1 or kinds <= _SIDE_BY_SIDE


def _years_agree(items: list[Item], year: int | None) -> bool:
    """Return whether no part takes the plan's year while a later part names another."""
    named: frozenset[int] = frozenset()
    for item in reversed(items):
        if not item.years and item.kinds & _DATED and named - {year}:
            return False
        named |= item.years
    return True


@attempt
def _item(cursor: Cursor) -> Item | None:
    """Return one part: its name or verb, its time, and what may follow."""
    start = cursor.at
    name = label(cursor)
    choices = longest(cursor, _time, _time_of_work, _occasion)
    if choices is None:
        return None
    time_end = cursor.at
    if work(cursor, is_trailing=True) is Work.START:
        return None
    end, cursor.at = cursor.at, start
    has_words = name is not None or work(cursor) is not Work.NONE
    cursor.at = end
    name = name or bracketed_label(cursor)
    named: Part = {"label": name} if name else {}
    found: Choices = [[{**part, **named} for part in parts] for parts in choices]
    return Item(found, _years(cursor, start, time_end), has_words or name is not None)


def _time(cursor: Cursor) -> Choices | None:
    return longest(cursor, dated, windows, recurring, ongoing, terms)


@attempt
def _time_of_work(cursor: Cursor) -> Choices | None:
    start, kind = cursor.at, work(cursor)
    return _time(cursor) if cursor.at > start and may_follow(cursor, kind) else None


@attempt
def _occasion(cursor: Cursor) -> Choices | None:
    """Return work without a time of its own: `rà soát, điều chỉnh (nếu có)`."""
    return [[{"on_request": True}]] if work(cursor) is not Work.NONE and condition(cursor) else None
