"""Text to the values that fields ask for. YAML scalars arrive as text; each kind has one parser here."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, LiteralString

from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

FIRST_YEAR, LAST_YEAR = 2000, 2100
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_VIETNAMESE_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,9})?")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_HOUR = re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)})
Text = str | tuple[str, ...]


def fault(code: LiteralString, reason: str = "", **params: Any) -> PydanticCustomError:
    """Return the error that `source.shape` turns into the finding `code/reason`."""
    # The template is never shown: the words live in `cchc.messages`.
    return PydanticCustomError(code, "fault", {**params, "reason": reason})


class Parsed:
    """What a field's value is made by: `parse` gets it as the file has it, and pydantic looks no further.

    `form` names what it takes, for those who describe it (`cchc.schema`); a number lies between `first` and `last`.

    pydantic's own PlainValidator inspects the function and the type behind it at each of 150 fields, which took a
    tenth of the time of a run on one plan.
    """

    def __init__(self, parse: Callable[[Any], Any], form: str, first: int = 0, last: int = 0) -> None:
        self.parse = parse
        self.form, self.first, self.last = form, first, last

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return no_info_plain_validator_function(self.parse)


def _text_of(value: Any, expected: str) -> str:
    if not isinstance(value, str):
        raise fault("wrong-type", expected=expected)
    return value


def parse_date(value: Any) -> date:
    """Return the day that `2025-11-30` or `30/11/2025` names; nothing else is a date."""
    text = _text_of(value, "date")
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _VIETNAMESE_DATE.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        raise fault("invalid-date", "form", value=text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise fault("invalid-date", "range", value=text, first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise fault("invalid-date", value=text) from None


def _parse_flag(value: Any) -> bool:
    text = _text_of(value, "flag")
    if text in {"true", "True", "TRUE"}:
        return True
    if text in {"false", "False", "FALSE"}:
        return False
    raise fault("wrong-type", expected="flag")


def _parse_true(value: Any) -> bool:
    if not _parse_flag(value):
        raise fault("invalid-value", "only-true", value=value)
    return True


def number_parser(first: int, last: int) -> Callable[[Any], int]:
    """Return the parser of a whole number between `first` and `last`, both allowed."""

    def parse(value: Any) -> int:
        text = _text_of(value, "number")
        if not _WHOLE_NUMBER.fullmatch(text):
            raise fault("wrong-type", expected="number")
        if not first <= int(text) <= last:
            raise fault("invalid-value", "range", value=text, first=first, last=last)
        return int(text)

    return parse


def whole_number(first: int, last: int) -> Parsed:
    return Parsed(number_parser(first, last), "number", first, last)


def _parse_decimal(value: Any) -> float:
    text = _text_of(value, "number")
    if not _DECIMAL.fullmatch(text):
        raise fault("wrong-type", expected="number")
    return float(text)


def parse_id(value: Any) -> str:
    """Return an id: small letters, digits and hyphens, no name that Windows keeps for a device."""
    text = _text_of(value, "id")
    if not _ID.fullmatch(text) or text in _DEVICES:
        raise fault("invalid-value", "device" if text in _DEVICES else "id", value=text)
    return text


def _parse_hour(value: Any) -> str:
    text = _text_of(value, "hour")
    if not _HOUR.fullmatch(text):
        raise fault("invalid-value", "hour", value=text)
    return text


def _refuse_blank(text: str) -> str:
    if not text.strip():
        raise fault("invalid-value", "blank")
    return text


def _parse_line(value: Any) -> str:
    return _refuse_blank(_text_of(value, "text"))


def _parse_email(value: Any) -> str:
    text = _text_of(value, "text")
    if not _EMAIL.fullmatch(text):
        raise fault("invalid-value", "email", value=text)
    return text


def _parse_text(value: Any) -> Text:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        for index, item in enumerate(value):
            if not isinstance(item, str):
                raise fault("wrong-type", expected="text", index=index)
        return tuple(value)
    raise fault("wrong-type", expected="text")


def _parse_filled_text(value: Any) -> Text:
    text = _parse_text(value)
    if isinstance(text, str):
        _refuse_blank(text)
    elif not any(item.strip() for item in text):
        raise fault("invalid-value", "blank")
    return text


Date = Annotated[date, Parsed(parse_date, "date")]
Flag = Annotated[bool, Parsed(_parse_flag, "flag")]
OnlyTrue = Annotated[bool, Parsed(_parse_true, "only-true")]
Decimal = Annotated[float, Parsed(_parse_decimal, "decimal")]
Id = Annotated[str, Parsed(parse_id, "id")]
Hour = Annotated[str, Parsed(_parse_hour, "hour")]
Line = Annotated[str, Parsed(_parse_line, "line")]
"""Text that says something."""
Email = Annotated[str, Parsed(_parse_email, "email")]
Prose = Annotated[Text, Parsed(_parse_text, "prose")]
"""Text as it prints: a string as written, or a list of lines that print with "- "."""
FilledProse = Annotated[Text, Parsed(_parse_filled_text, "filled-prose")]
"""Prose that says something."""
Year = Annotated[int, whole_number(FIRST_YEAR, LAST_YEAR)]


def one_or_more(value: Any) -> Any:
    """Return a list for a single text, so that `after: x` and `after: [x]` are one thing."""
    return [value] if isinstance(value, str) else value
