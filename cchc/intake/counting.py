"""Numbers as files write them, and counts in the forms in which Word prints them."""

import re

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3_999
_LONGEST = 30  # letters repeat: a, aa, aaa
_DIGITS = re.compile(r"0*1")


def whole(text: str | None, default: int) -> int:
    """Return a number of the file; the default where it is none, or one beyond reason."""
    if text is None:
        return default
    digits = text.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        return default
    return int(text)


def counted(count: int, form: str, sample: str = "") -> str | None:
    """Return a count in a form of Word (`numFmt`); `sample` is the first of a form of the author's own; None if unknown."""
    match form:
        case "decimal":
            return str(count)
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{count:02}"
        case "lowerRoman" | "upperRoman":
            return _cased(_roman(count), form)
        case "lowerLetter" | "upperLetter":
            return _cased(_letters(count), form)
        case "ordinal":
            return f"{count}{_ordinal_end(count)}"
        case "numberInDash":
            return f"- {count} -"
        case "custom" if _DIGITS.fullmatch(sample[:10]):
            return str(count).zfill(len(sample[:10]))
    return None


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(count: int) -> str:
    if not 0 < count <= _LARGEST_ROMAN:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        text += letters * times
    return text


def _letters(count: int) -> str:
    times, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (times + 1) if 0 <= times < _LONGEST else str(count)


def _ordinal_end(count: int) -> str:
    if count % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
