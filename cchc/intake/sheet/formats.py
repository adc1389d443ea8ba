"""A number of a workbook as its format prints it: days, parts of a hundred, and plain numbers."""

import re
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

_BUILT_IN = MappingProxyType(
    {
        0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy",
        16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0",
        38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 49: "@",
    }
)  # fmt: skip
_PIECE = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|([0#?][0#?,]*(?:\.[0#?]+)?)|(General|@)|(.)', re.IGNORECASE | re.DOTALL)
_FORMAT_LIMIT = 255  # Excel allows no longer one
_LAST_DAY = 2_958_466  # the year 9999
_SECONDS = 86_400
_AFTER_FEBRUARY = 60
_DIGITS = 11  # what Excel shows of a number without a format


class Shown(NamedTuple):
    """A number as text, and its format where that could not be followed."""

    text: str
    unknown: str = ""


def shown(value: str, code: str, *, is_1904: bool) -> Shown:
    """Return a number, as it is written in the file, in the words of its format."""
    try:
        number = float(value)
    except ValueError:
        return Shown(value)
    first = code[:_FORMAT_LIMIT].partition(";")[0]
    before, core, after, signs = _parts(first)
    if signs & {"d", "m", "y", "h", "s"}:
        return Shown(before + _day(number, signs, is_1904=is_1904) + after) if 0 <= number < _LAST_DAY else Shown(value)
    if core is None or core == "General":
        return Shown(before + _general(number) + after, code if core is None and code else "")
    if signs - {"%"}:
        return Shown(_general(number), code)
    if "%" in signs:
        return Shown(f"{before}{_fixed(number * 100, core)}%{after}")
    return Shown(before + _fixed(number, core) + after)


def built_in(number: int) -> str:
    """Return the code of a format that Excel knows by its number."""
    return _BUILT_IN.get(number, "General")


def _parts(code: str) -> tuple[str, str | None, str, set[str]]:
    """Return the words before the number, the form of its digits, the words after it, and other signs."""
    before, after = "", ""
    core: str | None = None
    signs: set[str] = set()
    for match in _PIECE.finditer(code):
        quoted, escaped, digits, general, sign = match.groups()
        words = quoted if quoted is not None else escaped
        if words is not None:
            before, after = (before + words, after) if core is None and not signs else (before, after + words)
        elif digits or general:
            core = core or digits or "General"
        elif sign is not None and sign.lower() in "dmyhs%e":
            signs.add(sign.lower())
        elif sign is not None and core is None:
            before += sign if not signs else ""
        elif sign is not None:
            after += sign
    return before, core, after, signs


def _general(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 10**_DIGITS else f"{number:.{_DIGITS}g}"


def _fixed(number: float, form: str) -> str:
    whole, _, decimals = form.partition(".")
    width = whole.count("0")
    text = f"{number:.{len(decimals)}f}"
    sign = "-" if text.startswith("-") else ""
    head, dot, tail = text.removeprefix("-").partition(".")
    return f"{sign}{head.zfill(width)}{dot}{tail}"


def _day(number: float, signs: set[str], *, is_1904: bool) -> str:
    """Return a day, or an hour of it; Excel counts a 29/02/1900 that never was."""
    days, seconds = divmod(round(number * _SECONDS), _SECONDS)
    day = (date(1904, 1, 1) if is_1904 else date(1899, 12, 30 if number >= _AFTER_FEBRUARY else 31)) + timedelta(days=days)
    is_month = "m" in signs and (bool(signs & {"d", "y"}) or not signs & {"h", "s"})
    parts = [f"{day.day:02}"] if "d" in signs else []
    parts += [f"{day.month:02}"] if is_month else []
    parts += [str(day.year)] if "y" in signs else []
    hour = f"{seconds // 3600:02}:{seconds // 60 % 60:02}" if signs & {"h", "s"} else ""
    if hour and seconds % 60:
        hour += f":{seconds % 60:02}"
    return " ".join(part for part in ("/".join(parts), hour) if part)
