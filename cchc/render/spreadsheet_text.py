"""Texts in a csv file that a spreadsheet opens."""

BYTE_ORDER_MARK = "\ufeff"  # without it Excel does not read UTF-8
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")


def no_formula(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: a quote stands before what would begin one."""
    return f"'{text}" if text.startswith(_FORMULA_BEGINS) else text
