"""The years that a text names: in days, periods and numbers of documents, each with what makes its move doubtful."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from cchc.model.periods import PeriodUnit
from cchc.renewal.found import Doubt
from cchc.wording.calendar import AND_WORDS, Named, day, period, short_period, weekday, with_years
from cchc.wording.tokens import Cursor

_SIGN = re.compile(
    r"(?:[Ss]ố:?\s*)?[0-9]{1,6}[a-zđ]?(?:/[0-9]{4})?[/-][A-ZĐ][^\s,;()\[\]]*|[Ss]ố:?\s*[0-9]{1,6}[a-zđ]?(?:/[0-9/]+|(?=\s+ngày))"
)
"""The number and sign of a document: `45/KH-UBND`, `61/2025/NĐ-CP`, `18-NQ/TW`; `số 45` where a day follows."""
_MOST_IN_A_LIST = 12
_LAW_REACH = 140
_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\b[^;.()]{0,120}$")
_DOCUMENTS = ("quyết định", "kế hoạch", "công văn", "nghị quyết", "nghị định", "thông tư", "thông báo", "chỉ thị", "tờ trình",
              "báo cáo", "kết luận", "công điện", "ban hành", "ký", "văn bản")  # fmt: skip
_LIMITS = frozenset({"trước", "nhất", "là", "đến", "hết", "cuối", "đầu", "giữa", "trong", "từ", "tới", "vào", "xong"})
_BESIDE_WEEKDAY = frozenset({",", "(", "ngày"})
_YEAR = re.compile(r"20[0-9]{2}|2100")


@dataclass(slots=True)
class Mention:
    """Tokens `start` to `end` that name days or periods with a year; `begin` is where words that explain it begin."""

    start: int
    end: int
    begin: int
    named: list[Named]
    is_bare: bool
    doubt: Doubt | None = None
    is_of_years: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_of_years = all(one.unit is PeriodUnit.YEAR for one in self.named)

    @property
    def years(self) -> list[int]:
        return [one.year for one in self.named if one.year is not None]

    def join(self, last: "Mention") -> None:
        """Take in a mention that follows."""
        self.end = last.end
        self.named += last.named
        self.is_of_years = self.is_of_years and last.is_of_years

    def days(self) -> list[tuple[date, date]]:
        """Return the first and last day of each day or period; none where one does not exist."""
        found = []
        for one in self.named:
            if one.day:
                exact = one.as_date()
                ends = (exact, exact) if exact is not None else None
            else:
                ends = (one.as_period().first_day, one.as_period().last_day) if one.year is not None else None
            if ends is None:
                return []
            found.append(ends)
        return found


def mentions(cursor: Cursor) -> Iterator[Mention]:
    """Yield what names a year, in order; a doubt where the words around already raise one."""
    citation: _Citation | None = None
    weekday_end, depth = -1, 0
    while not cursor.is_done:
        start = cursor.at
        if (end := _sign_end(cursor)) is not None:
            has_year = any(map(is_year, cursor.words[start:end]))
            citation = _Citation(start, is_bracketed=depth > 0, has_day=has_year)
            if has_year:
                yield Mention(start, end, start, [], is_bare=False, doubt=Doubt.DOCUMENT)
            cursor.at = end
        elif (named := _named(cursor)) is not None:
            mention = Mention(start, cursor.at, start, named, is_bare=_is_bare(cursor, start, named))
            if any(map(is_year, cursor.words[start : cursor.at])):
                _settle(cursor, mention, citation, weekday_end)
                yield mention
        elif weekday(cursor) is not None:
            weekday_end = cursor.at
        else:
            cursor.at = start + 1
            depth += (cursor.words[start] == "(") - (cursor.words[start] == ")")
            if is_year(cursor.words[start]):
                yield Mention(start, cursor.at, start, [Named(PeriodUnit.YEAR, 1, int(cursor.words[start]))], is_bare=True)
            if citation is not None:
                citation = citation.after(cursor, start)


def is_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


@dataclass(slots=True)
class _Citation:
    """A document that a clause cites from token `start` on: the first day behind it is its own, unless its number has a year."""

    start: int
    is_bracketed: bool
    has_day: bool = False
    is_parted: bool = False

    def after(self, cursor: Cursor, at: int) -> "_Citation | None":
        """Return the citation past one more token, None where the clause ends."""
        word = cursor.words[at]
        self.is_parted = self.is_parted or (word == "," and self.has_day)
        is_stop = word == "." and (at + 1 >= len(cursor.tokens) or cursor.tokens[at].end < cursor.tokens[at + 1].start)
        return None if is_stop or word == ";" or (word == ")" and self.is_bracketed) else self

    def holds(self, cursor: Cursor, mention: Mention) -> bool:
        """Return whether days or a year behind the document are rather its own than the plan's."""
        is_limited = mention.start > 0 and cursor.words[mention.start - 1] in _LIMITS
        is_day = mention.named[0].day > 0
        if is_day and not self.has_day and not is_limited:
            self.has_day = True
            return True
        return not is_limited or not (is_day or self.is_parted)


def _settle(cursor: Cursor, mention: Mention, citation: _Citation | None, weekday_end: int) -> None:
    """Note what the words around say of a mention."""
    if citation is not None and citation.holds(cursor, mention):
        mention.begin, mention.doubt = citation.start, Doubt.DOCUMENT
    elif (law := _law(cursor, mention)) is not None:
        mention.begin, mention.doubt = law, Doubt.DOCUMENT
    elif _follows_document(cursor, mention):
        mention.doubt = Doubt.DOCUMENT
    elif _has_weekday(cursor, mention, weekday_end):
        mention.doubt = Doubt.WEEKDAY


def _sign_end(cursor: Cursor) -> int | None:
    """Return the token after a document's number that begins at the cursor; None where none does."""
    if cursor.at > 0 and cursor.is_joined(0) and cursor.word(-1) not in {"(", '"', "“", ":"}:
        return None
    match = _SIGN.match(cursor.text, cursor.tokens[cursor.at].start)
    if match is None:
        return None
    stop = match.start() + len(match[0].rstrip(".:/"))
    end = cursor.at
    while end < len(cursor.tokens) and cursor.tokens[end].start < stop:
        end += 1
    return end


def _named(cursor: Cursor) -> list[Named] | None:
    """Return the day or period that stands here; where it lacks its year, with those after it up to one that has it."""
    for one in (day, period):
        first = one(cursor)
        if first is not None:
            return [first] if first.year is not None else _with_following(cursor, one, first)
    return None


def _with_following(cursor: Cursor, one: Callable[[Cursor], Named | None], first: Named) -> list[Named]:
    """Return `Quý I, II/2025` as a whole; only a few are looked at, since what has no year would be read again and again."""
    start, named = cursor.at, [first]
    while named[-1].year is None and len(named) < _MOST_IN_A_LIST:
        following = (short_period(cursor, first.unit) or one(cursor)) if cursor.take(*AND_WORDS) else None
        if following is None or following.unit is not first.unit or following.is_bare:
            break
        named.append(following)
    if named[-1].year is None:
        cursor.at = start
        return [first]
    return with_years(named, None) or named[-1:]


def _is_bare(cursor: Cursor, start: int, named: list[Named]) -> bool:
    """Return whether nothing but digits names a period: `2025`, or `6/2025` behind another stroke."""
    is_digits = cursor.words[start][:1].isdigit()
    is_joined = (
        start > 0 and cursor.tokens[start - 1].end == cursor.tokens[start].start and cursor.words[start - 1] not in {"(", "-"}
    )
    return is_digits and not named[0].day and (named[0].unit is PeriodUnit.YEAR or is_joined)


def _law(cursor: Cursor, mention: Mention) -> int | None:
    """Return the token that the name of a law begins with whose year this is, `Luật Đất đai năm 2024`."""
    end = cursor.tokens[mention.start].start
    start = max(0, end - _LAW_REACH)
    match = _LAW.search(cursor.text[start:end]) if mention.is_of_years else None
    if match is None:
        return None
    place = start + match.start()
    return next(token for token in range(mention.start - 1, -1, -1) if cursor.tokens[token].start <= place)


def _follows_document(cursor: Cursor, mention: Mention) -> bool:
    """Return whether a day is that of a document named without a number, `Quyết định ngày 03/02/2025`."""
    if not mention.named[0].day or cursor.words[mention.start] != "ngày":
        return False
    before = cursor.words[max(0, mention.start - 2) : mention.start]
    return bool(before) and (" ".join(before) in _DOCUMENTS or before[-1] in _DOCUMENTS)


def _has_weekday(cursor: Cursor, mention: Mention, weekday_end: int) -> bool:
    if not mention.named[0].day:
        return False
    if (
        weekday_end >= 0
        and mention.start - weekday_end <= 2
        and set(cursor.words[weekday_end : mention.start]) <= _BESIDE_WEEKDAY
    ):
        return True
    cursor.at = mention.end
    is_beside = bool(cursor.take("(", ",")) and weekday(cursor) is not None
    cursor.at = mention.end
    return is_beside
