"""Terms as plans write them: `45 days`, `3.5 days`, `15 days + 8 working days`, `6..16 working days`, `immediately`."""

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from cchc.model.scalars import Parsed, fault


class TermUnit(StrEnum):
    HOURS = "hours"
    WORKING_HOURS = "working hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_LONGEST = {  # a hundred years: every day counted from an event of 2000..2100 is a date
    TermUnit.HOURS: 876_000,
    TermUnit.WORKING_HOURS: 200_000,
    TermUnit.DAYS: 36_500,
    TermUnit.WORKING_DAYS: 25_000,
    TermUnit.WEEKS: 5_200,
    TermUnit.MONTHS: 1_200,
    TermUnit.YEARS: 100,
}
_IN_PARTS = frozenset({TermUnit.HOURS, TermUnit.WORKING_HOURS, TermUnit.DAYS, TermUnit.WORKING_DAYS})
_STEP = re.compile(r"(?:([0-9]{1,6})\.\.)?([0-9]{1,6}(?:\.[0-9]{1,3})?) (working )?(hour|day|week|month|year)s?")


class Step(NamedTuple):
    """One stretch of a term; `at_first` is the lower end where a range is given."""

    amount: Decimal
    unit: TermUnit
    at_first: Decimal | None = None

    def __str__(self) -> str:
        unit = self.unit.value[:-1] if self.amount == 1 and self.at_first is None else self.unit.value
        return f"{self.at_first}..{self.amount} {unit}" if self.at_first is not None else f"{self.amount} {unit}"


class Term(NamedTuple):
    """Stretches that follow each other; none at all means `immediately`."""

    steps: tuple[Step, ...]

    @property
    def is_immediate(self) -> bool:
        return not self.steps

    def __str__(self) -> str:
        return " + ".join(map(str, self.steps)) or "immediately"


@lru_cache(maxsize=1_024)
def parse_term(text: str) -> Term | None:
    """Return the term that a text such as `45 days` stands for, or None."""
    if text == "immediately":
        return Term(())
    if len(text) > 200:
        return None
    steps = [_parse_step(part) for part in text.split(" + ")]
    sound = [step for step in steps if step is not None]
    return Term(tuple(sound)) if len(sound) == len(steps) <= 8 else None


def _parse_step(text: str) -> Step | None:
    match = _STEP.fullmatch(text)
    if match is None:
        return None
    at_first, amount, working, unit_name = match.groups()
    unit = {f"{unit}": unit for unit in TermUnit}.get(f"{working or ''}{unit_name}s")
    if unit is None or Decimal(amount) > _LONGEST[unit] or ("." in amount and unit not in _IN_PARTS):
        return None
    if at_first is not None and Decimal(at_first) > Decimal(amount):
        return None
    return Step(Decimal(amount), unit, Decimal(at_first) if at_first is not None else None)


def _parse(value: Any) -> Term:
    if not isinstance(value, str):
        raise fault("wrong-type", expected="term")
    term = parse_term(value)
    if term is None:
        raise fault("invalid-value", "term", value=value)
    return term


TermText = Annotated[Term, Parsed(_parse, "term")]
