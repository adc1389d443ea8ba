"""Which characters a plan may not hold, and which it should not."""

import re
import unicodedata
from collections.abc import Iterator

_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NON_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"

UNSAFE = re.compile(f"[{_CONTROLS}{_DIRECTION_MARKS}\ud800-\udfff{_NON_CHARACTERS}]|\r(?!\n)")
"""Characters that can show a reviewer other text than the tool reads."""

ODD = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010fffd]")
"""Characters that nobody sees, or that only an old Word font can draw."""


def is_plain(text: str) -> bool:
    """Return whether `text` surely holds no unsafe and no odd character; False means: look closer.

    Every unsafe or odd character is unprintable to Python; so are a tab and a non-breaking space.
    """
    return text.replace("\n", "").isprintable()


def is_nfc(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def unsafe_offsets(text: str) -> Iterator[int]:
    return (match.start() for match in UNSAFE.finditer(text))


def odd_offsets(text: str) -> Iterator[int]:
    return (match.start() for match in ODD.finditer(text))


def describe(character: str) -> str:
    """Return a character's code point and, where it has one, its Unicode name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


_OLD_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf0e0": "→"}
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f]")


def mended(text: str) -> str:
    """Return the text in NFC, without characters that nobody sees, bullets of old Word fonts as signs that all fonts have."""
    if text.isascii():
        return text
    if ODD.search(text):
        text = _UNSEEN.sub("", "".join(_OLD_BULLETS.get(char, char) for char in text))
    return text if is_nfc(text) else unicodedata.normalize("NFC", text)
