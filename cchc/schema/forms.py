"""What an editor sees of a scalar: `2025` is a number to it and `true` a truth value, where the loader reads text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from cchc.model.periods import PeriodUnit
from cchc.model.scalars import FIRST_YEAR, LAST_YEAR, Parsed

Schema = dict[str, Any]

_YEAR = "(?:20[0-9]{2}|2100)"
_LEAP_YEAR = "20(?:[02468][048]|[13579][26])"
_MONTH = "(?:0[1-9]|1[0-2])"
_DATE = (
    f"{_YEAR}-(?:{_MONTH}-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    f"|{_LEAP_YEAR}-02-29"
    f"|(?:(?:0?[1-9]|1[0-9]|2[0-8])/(?:0?[1-9]|1[0-2])|(?:29|30)/(?:0?[13-9]|1[0-2])|31/(?:0?[13578]|1[02]))/{_YEAR}"
    f"|29/0?2/{_LEAP_YEAR}"
)
_PERIOD = f"{_YEAR}(?:-(?:{_MONTH}|Q[1-4]|H[12]))?"
_STEP = (
    r"(?:[0-9]{1,6}\.\.)?"
    r"(?:[0-9]{1,6}(?:\.[0-9]{1,3})? (?:working )?(?:hour|day)s?|[0-9]{1,6} (?:week|month|year)s?)"
)
_DEVICE = "(?:con|prn|aux|nul|(?:com|lpt)[0-9])"
ID = f"^(?!{_DEVICE}$)[a-z0-9][a-z0-9-]{{0,63}}$"
_SEGMENT = r"[^/\\:]*[^/\\:. ]"
SECTION_FILE = rf"^(?:{_SEGMENT}/)*[^/\\:]*\.yaml$"
_DIGITS = "^[0-9]{1,9}$"

TEXT: Schema = {"type": ["string", "number"]}
"""A text: an editor takes some for a number. Were truth values allowed too, it would offer them wherever a text is due."""
FILLED: Schema = {**TEXT, "pattern": r"\S"}


def _pattern(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _number(parsed: Parsed) -> Schema:
    return {"type": ["integer", "string"], "minimum": parsed.first, "maximum": parsed.last, "pattern": _DIGITS}


_FORMS: Mapping[str, Schema | Callable[[Parsed], Schema]] = MappingProxyType(
    {
        "date": _pattern(_DATE),
        "flag": {"type": "boolean"},
        "only-true": {"type": "boolean", "enum": [True]},
        "number": _number,
        "decimal": {"type": ["number", "string"], "pattern": r"^-?[0-9]{1,12}(?:\.[0-9]{1,9})?$"},
        "id": {"type": ["string", "integer"], "pattern": ID, "minimum": 0},
        "hour": _pattern("(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00"),
        "line": FILLED,
        "email": _pattern(r"[^@\s]+@[^@\s]+"),
        "prose": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
        "filled-prose": {"anyOf": [FILLED, {"type": "array", "items": TEXT, "contains": FILLED}]},
        "term": _pattern(rf"immediately|{_STEP}(?: \+ {_STEP}){{0,7}}"),
        "period": {
            "type": ["string", "integer"],
            "pattern": rf"^{_PERIOD}(?:\.\.{_PERIOD})?$",
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
        },
        "day-of-month": {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 31},
                {"type": "string", "pattern": "^(?:last|0*(?:[1-9]|[12][0-9]|3[01]))$"},
            ]
        },
    }
)


def form_of(parsed: Parsed) -> Schema:
    """Return the schema of what a parser takes; a new parser needs its form here (KeyError)."""
    form = _FORMS[parsed.form]
    return dict(form(parsed) if callable(form) else form)


def choices_of(values: tuple[Any, ...] | type[PeriodUnit]) -> Schema:
    return {"type": "string", "enum": [str(value) for value in values]}
