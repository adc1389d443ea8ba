"""Numbers in digits and in words, and the amounts that terms count."""

from decimal import Decimal

from cchc.wording.tokens import Cursor, attempt

_ONES = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = {word: number for word, number in _ONES.items() if word not in {"tư", "năm"}} | {"lăm": 5}
_AFTER_TENS = _AFTER_TEN | {"mốt": 1, "tư": 4, "nhăm": 5}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MOST_DIGITS = 6


@attempt
def digits(cursor: Cursor, most: int = 999_999) -> int | None:
    word = cursor.word()
    if not (word.isascii() and word.isdigit()) or len(word) > _MOST_DIGITS or int(word) > most:
        return None
    cursor.at += 1
    return int(word)


@attempt
def spelled(cursor: Cursor) -> int | None:
    """Return a number in words, up to 999: `mười lăm`, `hai mươi mốt`, `một trăm linh năm`."""
    hundreds = _hundreds(cursor) or 0
    if hundreds and cursor.take("linh", "lẻ"):
        rest = _of(cursor, _ONES)
        return None if rest is None else hundreds + rest
    rest = _below_hundred(cursor)
    if rest is None:
        return hundreds or None
    return hundreds + rest


@attempt
def _hundreds(cursor: Cursor) -> int | None:
    count = _of(cursor, _ONES)
    return count * 100 if count is not None and cursor.take("trăm") else None


@attempt
def _below_hundred(cursor: Cursor) -> int | None:
    if cursor.take("mười"):
        return 10 + (_of(cursor, _AFTER_TEN) or 0)
    tens = _of(cursor, _ONES)
    if tens is not None and cursor.take("mươi"):
        return tens * 10 + (_of(cursor, _AFTER_TENS) or 0)
    return tens


def _of(cursor: Cursor, table: dict[str, int]) -> int | None:
    number = table.get(cursor.word())
    if number is not None:
        cursor.at += 1
    return number


def whole(cursor: Cursor, most: int = 999_999) -> int | None:
    number = digits(cursor, most)
    return number if number is not None else spelled(cursor)


@attempt
def count(cursor: Cursor) -> int | None:
    """Return a number that may be said twice, `15 (mười lăm)`: both must be the same."""
    number = whole(cursor)
    if number is not None and not _agrees(cursor, number):
        return None
    return number


def _agrees(cursor: Cursor, number: int) -> bool:
    start = cursor.at
    if cursor.take("("):
        again = whole(cursor)
        if again is not None and cursor.take(")"):
            return again == number
        cursor.at = start
    return True


@attempt
def amount(cursor: Cursor) -> Decimal | None:
    """Return what a term counts: `15`, `mười (10)`, `3,5`, `1/4`, `nửa`."""
    if cursor.take("nửa"):
        return Decimal("0.5")
    if cursor.word(1) in {",", "."} and cursor.is_joined(1) and cursor.is_joined(2):
        return _decimal(cursor)
    if cursor.word(1) == "/":
        return _fraction(cursor)
    number = count(cursor)
    return Decimal(number) if number is not None else None


def _decimal(cursor: Cursor) -> Decimal | None:
    first = digits(cursor)
    cursor.at += 1
    decimals = cursor.word()
    if first is None or len(decimals) > (2 if first else 3) or digits(cursor) is None:  # `15.000` are thousands
        return None
    return Decimal(f"{first}.{decimals}")


def _fraction(cursor: Cursor) -> Decimal | None:
    over = digits(cursor)
    cursor.at += 1
    under = digits(cursor)
    if over is None or under not in {2, 4, 5, 8, 10} or over >= under:
        return None
    return Decimal(over) / Decimal(under)


@attempt
def quarter_number(cursor: Cursor) -> int | None:
    number = _of(cursor, _ROMAN)
    number = number if number is not None else whole(cursor)
    return number if number is not None and 1 <= number <= 4 else None


@attempt
def month_number(cursor: Cursor) -> int | None:
    number = whole(cursor, 12)
    return number if number is not None and 1 <= number <= 12 else None


@attempt
def year_number(cursor: Cursor) -> int | None:
    number = digits(cursor) if len(cursor.word()) == 4 else None
    return number if number is not None and 2000 <= number <= 2100 else None
