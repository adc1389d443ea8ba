"""A wording as words and numbers in one spelling, each with its place in the text; and the cursor that reads along them."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from cchc.model.scalars import Text

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\s]")
_ONE_SPELLING = {
    "hằng": "hàng", "quí": "quý", "qúy": "quý", "qúi": "quý", "kì": "kỳ", "tuỳ": "tùy", "bẩy": "bảy",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "′": "'",
}  # fmt: skip
_BULLETS = ("- ", "+ ", "* ", "• ")
_FARTHEST_LOOK = 8
_EDGES = " .;,:…-•*+"
P = ParamSpec("P")
T = TypeVar("T")


class Token(NamedTuple):
    """One word, number or sign: `word` is its one spelling, `start` and `end` its place in the text."""

    word: str
    start: int
    end: int


class Cursor:
    """A place among the tokens of a wording, and the year that a date without one takes."""

    def __init__(self, text: str, year: int | None = None) -> None:
        self.text = _in_one_line(unicodedata.normalize("NFC", text))
        self.tokens = [_token(match) for match in _TOKEN.finditer(self.text)]
        self.words = [token.word for token in self.tokens] + [""] * _FARTHEST_LOOK
        self.year = year
        self.at = 0

    @property
    def is_done(self) -> bool:
        return self.at >= len(self.tokens)

    def word(self, ahead: int = 0) -> str:
        """Return the word at the cursor or so many after it, "" past either end."""
        return self.words[self.at + ahead]

    def sees(self, *phrases: str) -> str:
        """Return the first of the phrases that stands here, or ""."""
        words, after = self.words, self.at + 1
        for phrase, rest in _by_first_word(phrases).get(words[self.at], ()):
            if words[after : after + len(rest)] == rest:
                return phrase
        return ""

    def take(self, *phrases: str) -> str:
        """Return the first of the phrases that stands here and pass it, or stay and return ""."""
        phrase = self.sees(*phrases)
        if phrase:
            self.at += phrase.count(" ") + 1
        return phrase

    def is_joined(self, ahead: int) -> bool:
        """Return whether no space stands before the word so many after the cursor."""
        index = self.at + ahead
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def words_from(self, start: int) -> str:
        """Return what stands between a place and the cursor, as it was written."""
        if start >= self.at:
            return ""
        return self.text[self.tokens[start].start : self.tokens[self.at - 1].end].strip(_EDGES)


def attempt(parse: Callable[Concatenate[Cursor, P], T | None]) -> Callable[Concatenate[Cursor, P], T | None]:
    """Make a parser go back to where it began when it finds nothing."""

    def parse_or_return(cursor: Cursor, /, *args: P.args, **kwargs: P.kwargs) -> T | None:
        start = cursor.at
        found = parse(cursor, *args, **kwargs)
        if found is None:
            cursor.at = start
        return found

    return parse_or_return


def longest(cursor: Cursor, *parsers: Callable[[Cursor], list[T] | None]) -> list[T] | None:
    """Return what the parser finds that reads furthest; of several that read as far, everything they find."""
    start, end = cursor.at, cursor.at
    found: list[T] = []
    for parse in parsers:
        cursor.at = start
        results = parse(cursor)
        if results and cursor.at >= end:
            found = results if cursor.at > end else found + [result for result in results if result not in found]
            end = cursor.at
    cursor.at = end
    return found or None


def text_of(wording: Text) -> str:
    """Return a wording as one text; lines of a list are its parts."""
    return wording if isinstance(wording, str) else "; ".join(line.strip(" ;.,") for line in wording)


def _in_one_line(text: str) -> str:
    """Return a text with single spaces; a line that begins with a bullet is a part of its own."""
    lines: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if lines and line.startswith(_BULLETS):
            lines[-1] = f"{lines[-1].rstrip(_EDGES)};"
            line = line[2:]
        lines.append(line)
    return " ".join(" ".join(lines).split())


def _token(match: re.Match[str]) -> Token:
    word = match[0].lower()
    return Token(_ONE_SPELLING.get(word, word), match.start(), match.end())


def phrases(table: str) -> tuple[str, ...]:
    """Return the phrases of a table, with a comma between each two."""
    return tuple(" ".join(phrase.split()) for phrase in table.split(","))


@lru_cache(maxsize=1024)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, list[str]]]]:
    """Return the phrases under their first word, each with its further words."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        found.setdefault(first, []).append((phrase, rest))
    return found
