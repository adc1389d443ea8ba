"""Numbers of files, and counts in the forms of Word."""

import pytest

from cchc.intake.counting import counted, whole

COUNTS = [
    (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (0, "upperRoman", "0"), (4000, "lowerRoman", "4000"),
    (1, "upperLetter", "A"), (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (53, "lowerLetter", "aaa"),
    (0, "lowerLetter", "0"), (10**8, "upperLetter", "100000000"), (7, "decimalZero", "07"), (12, "decimalZero", "12"),
    (1, "ordinal", "1st"), (2, "ordinal", "2nd"), (3, "ordinal", "3rd"), (11, "ordinal", "11th"), (24, "ordinal", "24th"),
    (5, "numberInDash", "- 5 -"), (5, "none", ""), (5, "thaiCounting", None), (5, "custom", None),
]  # fmt: skip


@pytest.mark.parametrize(("count", "form", "expected"), COUNTS)
def test_counts_in_the_forms_of_word(count, form, expected):
    assert counted(count, form) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("7", 7), (" 7 ", 7), ("-2", -2), (None, 1), ("", 1), ("x", 1), ("--2", 1), ("٣", 1), ("9" * 10, 1)]
)
def test_whole_numbers_are_bounded(text, expected):
    assert whole(text, 1) == expected
