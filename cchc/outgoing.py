"""Text on its way out: what a terminal or a CI log would obey, or nobody would see, becomes visible or harmless."""

import re
import unicodedata

_OBEYED = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_UNSEEN = "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f"
_TO_SHOW = re.compile(f"[{_OBEYED}{_UNSEEN}]")


def visible(text: str) -> str:
    """Return the text with control, direction and unseen characters written as `<U+202E>`; tabs and line ends stay."""
    return _TO_SHOW.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1 for char in text
    )


def plain_log(text: str) -> str:
    """Return the text so that GitHub's runner takes no line of it for a command."""
    broken = text.replace("##[", "# #[")
    return "\n".join(line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line for line in broken.split("\n"))
