"""Numbers of sections and tasks: what kind each is, and which of two stands deeper."""

import re
from typing import NamedTuple

_ROMAN = re.compile(r"(?=[IVXLC])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_SPLIT = re.compile(
    r"(?P<number>(?:(?:phần|mục|chương|nhóm)\s+(?:thứ\s+)?)?(?:[0-9]+(?:\.[0-9]+)*|[IVXLC]+|[A-ZĐ]|[a-zđ](?=[.)])))"
    r"(?P<mark>[.)/:]\s*|\s*[-–]\s+|\s+(?=[A-ZĐÀ-Ỹ“\"]))(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


_NAMED = re.compile(r"(?P<word>phần|mục|chương|nhóm)\s+(?:thứ\s+)?(?P<number>\S.*)", re.IGNORECASE | re.DOTALL)
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}


class Number(NamedTuple):
    """A number as it stands; `kind` tells letters from Roman and Arabic figures, `depth` counts the dots in `1.2`."""

    text: str
    kind: str
    depth: int = 0
    value: int = 0


def number_of(text: str, before: "tuple[Number, ...]" = ()) -> Number | None:
    """Return what a cell of numbers says; `before` are the open numbers above, which tell a letter C from a Roman one."""
    named = _NAMED.match(text.strip())
    if named is not None:
        read = number_of(named["number"])
        value = read.value if read is not None else _ORDINALS.get(named["number"].strip(".:- ").casefold(), 0)
        return Number(text, named["word"].casefold(), 0, value) if value else None
    bare = text.strip().strip("().:/- ")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)*", bare):
        pieces = bare.split(".")
        return Number(text, "figure", len(pieces) - 1, int(pieces[-1][:9]))
    if re.fullmatch(r"[A-ZĐ]", bare):
        letter = Number(text, "letter", 0, ord(bare))
        if _ROMAN.fullmatch(bare) and not any(known.kind == "letter" and known.value == letter.value - 1 for known in before):
            return Number(text, "roman", 0, _value(bare))
        return letter
    if _ROMAN.fullmatch(bare):
        return Number(text, "roman", 0, _value(bare))
    if re.fullmatch(r"[IVXLC]+(?:\.[0-9]+)+|[A-ZĐ](?:\.[0-9IVX]+)+", bare):
        pieces = bare.split(".")
        return Number(text, "mixed", len(pieces) - 1, int(pieces[-1]) if pieces[-1].isdigit() else 0)
    if re.fullmatch(r"[a-zđ]", bare):
        return Number(text, "small", 0, ord(bare))
    return None


def split_number(title: str) -> tuple[str, str]:
    """Return the number that a heading begins with, with its mark, and the rest; "" where it has none."""
    found = _SPLIT.fullmatch(title)
    if found is None or (found["mark"].isspace() and number_of(found["number"]) is None):
        return "", title
    return found["number"] + found["mark"].strip(" -–"), found["title"]


def _value(roman: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    values = [worth[letter] for letter in roman]
    return sum(-value if value < max(values[index + 1 :], default=0) else value for index, value in enumerate(values))
