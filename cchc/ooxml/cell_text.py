"""The words of a cell in the one form in which what was printed and what is read again are compared."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

_SPACES = re.compile(r"[\s\u00a0]+")
_BULLET = re.compile(r"(?:[-–—−•●○▪■◦*·‣▸➢✓✔→]|o(?=\s\s?[A-ZĐÀ-Ỹ]))\s*(?=\S)")
_DIGEST = 8


def single_spaced(text: str) -> str:
    """Return a text with single spaces between its words and none around it."""
    return _SPACES.sub(" ", text).strip()


def with_dash(line: str) -> str:
    """Return a line whose bullet, whatever its sign, is "- "; a number below zero has none."""
    found = _BULLET.match(line)
    if found is None or (line[found.end() :][:1].isdigit() and line[0] in "-–—−" and found.end() == 1):
        return line
    return f"- {line[found.end() :]}"


def digest_of(paragraphs: Iterable[str]) -> str:
    """Return a short digest of a cell; equal for what is printed and for what is read of it unchanged."""
    lines = (single_spaced(line) for paragraph in paragraphs for line in paragraph.split("\n"))
    text = "\n".join(with_dash(line) for line in lines if line)
    return sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
