"""The dates, counts and days that a text names and a rule holds: what is left to compare where the text is not read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from cchc.model.deadlines import AtLeast, Before, By, Every, SimpleRule, Window, Within
from cchc.model.terms import Term, parse_term
from cchc.wording.calendar import day
from cchc.wording.numbers import whole
from cchc.wording.terms import term
from cchc.wording.tokens import Cursor
from cchc.wording.write import print_date, print_term

_ONE_DAY = timedelta(days=1)
_NEAR_DOCUMENT = 10


@dataclass(slots=True)
class Figures:
    """What rules hold, as texts print it; `is_whole` tells that each of them holds something."""

    shown: list[str] = field(default_factory=list)
    dates: set[date] = field(default_factory=set)
    steps: set[str] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    is_whole: bool = True


def ruled_figures(rules: Sequence[SimpleRule]) -> Figures:
    figures = Figures()
    for rule in rules:
        match rule:
            case By():
                _add_dates(figures, rule.by, also=rule.by + _ONE_DAY)
            case Before():
                _add_dates(figures, rule.before, also=rule.before - _ONE_DAY)
            case Window() if rule.from_ or rule.to:
                _add_dates(figures, *(end for end in (rule.from_, rule.to) if end is not None))
            case Within() if not rule.within.is_immediate:
                _add_term(figures, rule.within)
            case AtLeast() if not rule.at_least.is_immediate:
                _add_term(figures, rule.at_least)
            case Every() if (number := rule.before_day or rule.by_day) is not None:
                figures.days.add(number)
                figures.shown.append(f"ngày {number:02}")
            case _:
                figures.is_whole = False
    return figures


def _add_dates(figures: Figures, *ends: date, also: date | None = None) -> None:
    """Add days that are printed, and the one beside: `trước 30/11` and `by: 2025-11-29` are the same."""
    figures.dates.update(ends, (also,) if also else ())
    figures.shown += [print_date(end) for end in ends[-1:]]


def _add_term(figures: Figures, found: Term) -> None:
    figures.steps.update(str(step) for step in found.steps)
    figures.shown.append(print_term(found))


def contradicted(text: str, plan_year: int | None, ruled: Figures) -> list[str]:
    """Return the figures of a text where none of them is the rule's; only those of a kind that the rule holds count."""
    named = dict(_named(Cursor(text, plan_year), ruled))
    return [] if not ruled.is_whole or any(named.values()) else list(named)


def _named(cursor: Cursor, ruled: Figures) -> Iterator[tuple[str, bool]]:
    while not cursor.is_done:
        start = cursor.at
        if (found := day(cursor)) is not None:
            named = date_of(found.year or cursor.year, found.number, found.day)
            if ruled.dates and named is not None and not _is_of_document(cursor, start):
                yield print_date(named), named in ruled.dates
            if ruled.days:
                yield f"ngày {found.day:02}", found.day in ruled.days
        elif (counted := term(cursor)) is not None:
            steps = parse_term(counted)
            if ruled.steps and steps is not None:
                yield print_term(steps), any(str(step) in ruled.steps for step in steps.steps)
        elif cursor.take("ngày") and (number := whole(cursor, 31)) is not None:
            if ruled.days:
                yield f"ngày {number:02}", number in ruled.days
        else:
            cursor.at = start + 1


def date_of(year: int | None, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month) if year is not None else None
    except ValueError:
        return None


def _is_of_document(cursor: Cursor, start: int) -> bool:
    """Return whether a date is that of a document: `Kế hoạch số 12/KH-UBND ngày 15/3/2025`."""
    return any(token.word == "số" for token in cursor.tokens[max(0, start - _NEAR_DOCUMENT) : start])
