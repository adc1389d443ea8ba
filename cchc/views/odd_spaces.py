"""What a reader would not see of a difference: spaces, line ends, how letters are put together; written as signs."""

import re
from unicodedata import combining, normalize

_LINE_END = re.compile(r"\n")
_ODD = re.compile(r"^ +| +$|(?<= ) +|(?! )[^\S\n]", re.MULTILINE)


def with_spaces_shown(before: str, after: str) -> tuple[str, str]:
    """Return two texts as they are; where nothing that is seen tells them apart, with what does as signs.

    `␣` is a space at an edge or behind another, `↵` a line end, `<U+00A0>` any other space, `<U+0301>` a mark that is a
    letter of its own.
    """
    if before == after or normalize("NFC", before).split() != normalize("NFC", after).split():
        return before, after
    if before.split() == after.split():
        return _shown(before), _shown(after)
    return _apart(before), _apart(after)


def _shown(text: str) -> str:
    return _LINE_END.sub("↵\n", _ODD.sub(_sign, text))


def _apart(text: str) -> str:
    return "".join(f"<U+{ord(letter):04X}>" if combining(letter) else letter for letter in text)


def _sign(spaces: re.Match[str]) -> str:
    return "".join("␣" if space == " " else f"<U+{ord(space):04X}>" for space in spaces[0])
