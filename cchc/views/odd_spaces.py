"""Spaces and line ends that a reader would not see, written as signs."""

import re

_LINE_END = re.compile(r"\n")
_ODD = re.compile(r"^ +| +$|(?<= ) +|(?! )[^\S\n]", re.MULTILINE)


def with_spaces_shown(before: str, after: str) -> tuple[str, str]:
    """Return two texts as they are; where only spaces and line ends tell them apart, with these as signs.

    `␣` is a space at an edge or behind another, `↵` a line end, `<U+00A0>` any other space.
    """
    if before == after or before.split() != after.split():
        return before, after
    return _shown(before), _shown(after)


def _shown(text: str) -> str:
    return _LINE_END.sub("↵\n", _ODD.sub(_sign, text))


def _sign(spaces: re.Match[str]) -> str:
    return "".join("␣" if space == " " else f"<U+{ord(space):04X}>" for space in spaces[0])
