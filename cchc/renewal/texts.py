"""A text with the years moved that surely are the plan's; the others are told."""

import re
from typing import NamedTuple

from cchc.renewal.found import Doubt
from cchc.renewal.mentions import Mention, is_year, mentions
from cchc.renewal.move import Move, moved_year
from cchc.wording.tokens import Cursor

_DIGITS = re.compile(r"[0-9]+")
_YEAR = re.compile(r"(?<![0-9])(?:20[0-9]{2}|2100)(?![0-9])")
_BETWEEN = frozenset({"đến", "tới", "hết", "cuối", "-", "ngày", "tháng", "năm", "và", ","})
_REFERRING = frozenset({"đến", "tới", "từ", "với", "đoạn", "kỳ", "kể", "nhìn", "sau", "trước"})
_FARTHEST_JOINT = 3
_CONTEXT = 3
_NAME = 6


class Words(NamedTuple):
    """Words of a text that begin at `offset`, and what they become."""

    offset: int
    before: str
    after: str


class Doubtful(NamedTuple):
    offset: int
    doubt: Doubt
    words: str


class MovedText(NamedTuple):
    text: str
    moved: tuple[Words, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()


def names_year(text: str) -> bool:
    """Return whether a text holds four digits that may be a year."""
    return _YEAR.search(text) is not None


def names_year_of(move: Move, text: str) -> bool:
    """Return whether a text holds a year of the plan that moves."""
    return any(move.names(int(year)) for year in _YEAR.findall(text))


def moved_text(text: str, move: Move, *, is_deadline: bool = False) -> MovedText:
    """Return a text with its years moved. In the words of a deadline, whose days are checked besides, less is doubtful."""
    if not names_year(text):
        return MovedText(text)
    pieces, moved, doubtful, offset = list[str](), list[Words](), list[Doubtful](), 0
    for line in text.split("\n"):
        found = _Line(line, move).renewed(is_deadline=is_deadline) if names_year(line) else MovedText(line)
        pieces.append(found.text)
        moved += [words._replace(offset=words.offset + offset) for words in found.moved]
        doubtful += [words._replace(offset=words.offset + offset) for words in found.doubtful]
        offset += len(line) + 1
    return MovedText("\n".join(pieces), tuple(moved), tuple(doubtful))


class _Line:
    """One line at work: tokens in one spelling beside the digits as they stand."""

    def __init__(self, line: str, move: Move) -> None:
        self.line, self.move = line, move
        self.cursor = Cursor(line)
        # The words are read in one spelling and on one line; digits are the same there, one by one.
        self.digits = list(_DIGITS.finditer(line))
        places = [index for index, token in enumerate(self.cursor.tokens) if token.word.isascii() and token.word.isdigit()]
        self.digits_of = dict(zip(places, self.digits, strict=True))

    def renewed(self, *, is_deadline: bool) -> MovedText:
        found = list(mentions(self.cursor))
        for mention in found:
            mention.doubt = mention.doubt or self._doubt(mention, is_deadline=is_deadline)
        found = self._joined(found, is_deadline=is_deadline)
        moved, doubtful, text, written = list[Words](), list[Doubtful](), list[str](), 0
        for mention in found:
            edits = {} if mention.doubt else self._edits(mention)
            for token, digits in edits.items():
                match = self.digits_of[token]
                text += [self.line[written : match.start()], digits]
                written = match.end()
            if edits:
                moved.append(Words(self._offset(mention), self._words(mention.start, mention.end), self._after(mention, edits)))
            doubt = mention.doubt or (Doubt.LEAP_DAY if self._is_cut(mention) else None)
            if doubt:
                doubtful.append(Doubtful(self._offset(mention), doubt, self._around(mention)))
        return MovedText("".join([*text, self.line[written:]]), tuple(moved), tuple(doubtful))

    def _doubt(self, mention: Mention, *, is_deadline: bool) -> Doubt | None:
        """Return what makes the move of a mention doubtful, its neighbours left aside."""
        days = mention.days()
        if not days or (mention.is_bare and not is_deadline):
            return Doubt.BARE_NUMBER
        if not all(self.move.takes(*ends) for ends in days):
            return Doubt.SPAN if any(map(self.move.names, mention.years)) else Doubt.OTHER_YEAR
        word_before = self.cursor.words[mention.start - 1] if mention.start else ""
        if mention.is_of_years and not is_deadline and word_before in _REFERRING:
            return Doubt.REFERENCE
        return None

    def _joined(self, found: list[Mention], *, is_deadline: bool) -> list[Mention]:
        """Return the mentions, those that are the ends of one span or stand in one list made one: they move together or stay."""
        joined = found[:1]
        for last in found[1:]:
            first = joined[-1]
            between = self.cursor.words[first.end : last.start]
            is_joined = len(between) <= _FARTHEST_JOINT and set(between) <= _BETWEEN
            if not is_joined or not first.named or not last.named or Doubt.DOCUMENT in {first.doubt, last.doubt}:
                joined.append(last)
                continue
            doubt = Doubt.SPAN if first.doubt or last.doubt else None
            if first.is_of_years and last.is_of_years and not is_deadline:
                doubt = None if self._is_own_span(first, last) else Doubt.SPAN
            first.join(last)
            first.doubt = doubt
        return joined

    def _is_own_span(self, first: Mention, last: Mention) -> bool:
        """Return whether two years are those of the plan, or the school year that begins or ends in it."""
        years = first.named[0].year or 0, last.named[-1].year or 0
        words = self.cursor.words
        is_school = words[max(0, first.start - 2) : first.start] == ["năm", "học"] and years[1] == years[0] + 1
        if is_school:
            return any(map(self.move.names, years))
        return years[0] != years[1] and self.move.is_whole_period(*years)

    def _edits(self, mention: Mention) -> dict[int, str]:
        """Return the digits that change, by their token."""
        edits = {}
        for token in range(mention.start, mention.end):
            word = self.cursor.words[token]
            if is_year(word):
                edits[token] = moved_year(word, self.move.by)
            elif word == "29" and self._is_cut(mention):
                edits[token] = "28"
        return edits

    def _is_cut(self, mention: Mention) -> bool:
        return mention.doubt is None and any(
            self.move.cuts(first_day) for first_day, last_day in mention.days() if first_day == last_day
        )

    def _offset(self, mention: Mention) -> int:
        """Return where the first year of a mention stands in the line."""
        year = next(token for token in range(mention.start, mention.end) if is_year(self.cursor.words[token]))
        return self.digits_of[year].start()

    def _words(self, start: int, end: int) -> str:
        return self.cursor.text[self.cursor.tokens[start].start : self.cursor.tokens[end - 1].end]

    def _around(self, mention: Mention) -> str:
        """Return the words of a mention with a few before; of a document from the word on that its name begins with."""
        tokens, text = self.cursor.tokens, self.cursor.text
        names = range(mention.begin - 1, max(-1, mention.begin - _NAME), -1) if mention.doubt is Doubt.DOCUMENT else ()
        capital = next((token for token in names if text[tokens[token].start].isupper()), None)
        return self._words(max(0, mention.begin - _CONTEXT) if capital is None else capital, mention.end).lstrip(" ;,.:%)/-")

    def _after(self, mention: Mention, edits: dict[int, str]) -> str:
        """Return the words of a mention once they have moved."""
        tokens, text = self.cursor.tokens, ""
        for token in range(mention.start, mention.end):
            gap = self.cursor.text[tokens[token - 1].end : tokens[token].start] if token > mention.start else ""
            text += gap + edits.get(token, self.cursor.text[tokens[token].start : tokens[token].end])
        return text
