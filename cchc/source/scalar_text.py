"""A text as a YAML scalar: plain where every reader takes it for that text, else quoted; long or of several lines, a block."""

import re

from cchc.source.characters import UNSAFE

WIDTH = 100

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<|\.{3}.*|[-+]?[0-9.][0-9a-fox_,.:+-]*|[-+]?\.(?:inf|nan)|[0-9]{4}-[0-9-]+[Tt ].*",
    re.IGNORECASE,
)
"""What some reader of YAML 1.1 or 1.2 may take for no text: `no`, `010`, `1:30`, a date."""
_NULL = re.compile(r"~|null|Null|NULL|")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9]+:[0-9:]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_FOLD = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def word(text: str) -> str:
    """Return a number, a day, a flag or a name: plain, unless it would be read as nothing or as a count of seconds."""
    is_read_as_it_is = _is_plain(text) and not _NULL.fullmatch(text) and not _SEXAGESIMAL.fullmatch(text)
    return text if is_read_as_it_is else quoted(text)


def line(text: str) -> str:
    """Return a text on one line."""
    return text if _is_plain(text) and not _NO_TEXT.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """Return a text in quotes: double ones, single ones where the text holds double ones or a backslash."""
    if UNSAFE.search(text) or "\n" in text or "\t" in text:
        return f'"{"".join(_escaped(char) for char in text)}"'
    if '"' in text or "\\" in text:
        return f"""'{text.replace("'", "''")}'"""
    return f'"{text}"'


def prose(text: str, indent: int, column: int) -> list[str]:
    """Return a text as the lines of a scalar that begins in `column`; those of a block stand at `indent`."""
    lines = text.removesuffix("\n").split("\n")
    is_long = column + len(lines[0]) > WIDTH if len(lines) == 1 else any(indent + len(each) > WIDTH for each in lines)
    if len(lines) == 1 and (not is_long or text.endswith("\n")):
        return [line(text)]
    chomp = "" if text.endswith("\n") else "-"
    if is_long and _can_fold(lines):
        return [f">{chomp}", *_folded(lines, indent)]
    if len(lines) > 1 and _can_stand(lines):
        return [f"|{chomp}", *(f"{' ' * indent}{each}" if each else "" for each in lines)]
    return [line(text)]


def _is_plain(text: str) -> bool:
    return not (
        text == ""
        or text[0] in _INDICATORS
        or text.strip(" ") != text
        or text.endswith(":")
        or ": " in text
        or " #" in text
        or "\n" in text
        or "\t" in text
        or UNSAFE.search(text)
    )


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if not UNSAFE.match(char):
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _can_stand(lines: list[str]) -> bool:
    """Return whether a block gives these lines back: none at its edges is empty, none begins or ends with blanks only."""
    return bool(lines[0] and lines[-1]) and not any(each[:1].isspace() or each != each.rstrip(" \t") for each in lines)


def _can_fold(lines: list[str]) -> bool:
    return _can_stand(lines) and all(lines)


def _folded(lines: list[str], indent: int) -> list[str]:
    """Return each line broken at spaces to the width; an empty line stands for a line's end."""
    folded: list[str] = []
    for text in lines:
        if folded:
            folded.append("")
        piece = ""
        for part in _FOLD.split(text):
            if piece and indent + len(piece) + 1 + len(part) > WIDTH:
                folded.append(" " * indent + piece)
                piece = part
            else:
                piece = f"{piece} {part}" if piece else part
        folded.append(" " * indent + piece)
    return folded
