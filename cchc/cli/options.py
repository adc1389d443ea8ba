"""Values of options to what they mean; a value that means nothing is a UsageError that says what would."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from cchc.errors import UsageError
from cchc.model.scalars import FIRST_YEAR, LAST_YEAR, parse_date

_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


def one_of(known: Sequence[str], value: str, option: str) -> str:
    """Return `value` where it is among the known ones; raise UsageError."""
    if value not in known:
        near = get_close_matches(value[:60], known, 1)
        raise UsageError("usage/choice", option=option, value=value, known=list(known), near=near[0] if near else "")
    return value


def refuse_beside(option: str, others: Mapping[str, bool]) -> None:
    """Raise UsageError where an option that means nothing beside `option` is given."""
    for other, is_given in others.items():
        if is_given:
            raise UsageError("usage/not-beside", option=option, other=other)


def whole_number(value: str, option: str, last: int) -> int:
    """Return the number from 0 to `last` that an option gives; raise UsageError."""
    if not _WHOLE_NUMBER.fullmatch(value) or int(value) > last:
        raise UsageError("usage/number", option=option, value=value, last=last)
    return int(value)


def year_of(text: str, option: str) -> int:
    """Return the year that an option names, one that a plan may speak of; raise UsageError."""
    if not _WHOLE_NUMBER.fullmatch(text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise UsageError("usage/year", option=option, value=text, first=FIRST_YEAR, last=LAST_YEAR)
    return int(text)


def day_of(text: str, option: str) -> date:
    """Return the day that an option names; raise UsageError."""
    try:
        return parse_date(text)
    except ValueError:
        raise UsageError("usage/date", option=option, value=text) from None
