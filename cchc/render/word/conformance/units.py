"""Lengths as Word writes them, to millimetres."""

import re

TWIPS_PER_MM = 1440 / 25.4

_WHOLE = re.compile(r"-?[0-9]{1,9}")
_UNIVERSAL = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc|pi)")
_TWIPS = {"mm": TWIPS_PER_MM, "cm": 10 * TWIPS_PER_MM, "in": 1440, "pt": 20, "pc": 240, "pi": 240}
_OFF = {"0", "false", "off"}


def whole(text: str | None) -> int | None:
    """Return a whole number; None where the text is none."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else None


def twips(text: str | None) -> float | None:
    """Return a length in twips, written as such or with its unit (`2cm`); None where the text is none."""
    if text is None:
        return None
    if _WHOLE.fullmatch(text):
        return int(text)
    universal = _UNIVERSAL.fullmatch(text)
    return float(universal[1]) * _TWIPS[universal[2]] if universal else None


def half_points(text: str | None) -> int | None:
    """Return a size of type in half points, written as such or with its unit (`13pt`)."""
    if text is None or _WHOLE.fullmatch(text):
        return whole(text)
    length = twips(text)
    return None if length is None else round(length / 10)


def millimetres(length: float) -> float:
    """Return twips as millimetres, to a tenth."""
    return round(length / TWIPS_PER_MM, 1)


def is_on(value: str | None) -> bool:
    """Say whether a switch such as `w:b` is on, by its value; it is where there is none."""
    return value not in _OFF
