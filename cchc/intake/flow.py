"""Words of a page as paragraphs: blanks run together, lines broken where the page breaks them."""

import re
from collections.abc import Iterator

from cchc.intake.values import Paragraph

_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Flow:
    """The paragraphs of a page or of one cell, as they are gathered."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._number: str | None = None
        self._mark = ""
        self._level: int | None = None
        self._is_at_blank = True

    def add(self, text: str, *, is_as_typed: bool = False) -> None:
        """Add words; unless they stand as they were typed, blanks count as one, and none at the beginning of a line."""
        if not is_as_typed:
            text = _BLANKS.sub(" ", text)
            if self._is_at_blank:
                text = text.removeprefix(" ")
        if text:
            self._pieces.append(text)
            self._is_at_blank = not is_as_typed and text.endswith(" ")

    def break_line(self) -> None:
        self._pieces.append("\n")
        self._is_at_blank = True

    def begin_item(self, number: str | None, level: int) -> None:
        self._number, self._level = number, level

    def mark(self, number: str) -> None:
        """Keep what a program drew before the paragraph of its own accord."""
        self._mark = f"{self._mark} {number}".strip(" ")

    def end(self) -> Iterator[Paragraph]:
        """Yield the paragraph so far, if there is one, and begin another."""
        lines = "".join(self._pieces).split("\n")
        text = "\n".join([line.rstrip(" ") for line in lines]).strip("\n")
        self._pieces.clear()
        self._is_at_blank = True
        if text or self._mark:
            yield Paragraph(text, self._mark or self._number, "", self._level)
            self._mark, self._number, self._level = "", None, None
