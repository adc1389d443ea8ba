"""The due list for an issue or a comment of a pull request on GitHub: a table for each group.

Escapes and entities alone do not make a text harmless there: mentions, references and links of bare addresses are found in
the text after Markdown was read, so `&#64;name` still calls somebody. A word that holds what they are made of stands in a code
span; all other words stay prose with Markdown's own signs escaped, so that Vietnamese reads as it was written.
"""

import re
from collections.abc import Iterable

from cchc.messages import Language, print_day, screen
from cchc.outgoing import visible
from cchc.views.due_list import GROUPS, DueList, DueRow, marks, state_lines

_COLUMNS = ("number", "content", "due", "state", "lead")
_ESCAPES = {char: f"&#{ord(char)};" for char in "\\`|[]*_~!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_OUTSIDE_CODE = re.compile(r"([\\`|\[])")  # what would end a code span or a cell, and what the runner's `##[` ends with
_LIVE = re.compile(
    r"[@#$]"  # mentions, references, formulas
    r"|:(?!$)"  # addresses, emoji
    r"|www\.|gh-[0-9]"
    r"|(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])",  # commits
    re.IGNORECASE,
)


def write(due_list: DueList) -> str:
    language = due_list.language
    day = print_day(language, due_list.as_of)
    weekday = screen(language, f"weekday/{due_list.as_of.weekday()}")
    blocks = [f"## {screen(language, 'due/heading', day=day, weekday=weekday)}"]
    for name, statuses in GROUPS:
        rows = [row for row in due_list.rows if row.status in statuses]
        if rows:
            title = screen(language, f"due/group/{name}", count=len(rows), **due_list.window._asdict())
            blocks += [f"### {title}", _table(rows, language)]
    if not due_list.rows:
        blocks.append(screen(language, "due/nothing"))
    blocks.append(screen(language, "due/counts", **due_list.counts))
    return "\n\n".join(blocks) + "\n"


def prose(text: str) -> str:
    """Return a text as Markdown of one line that gives back its words and makes nothing else of them."""
    return " ".join(_in_code(word) if _LIVE.search(word) else _escaped(word) for word in visible(text).split())


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(char, char) for char in text)


def _in_code(word: str) -> str:
    pieces = _OUTSIDE_CODE.split(word)
    return "".join(_escaped(piece) if index % 2 else f"`{piece}`" for index, piece in enumerate(pieces) if piece)


def _table(rows: Iterable[DueRow], language: Language) -> str:
    captions = [screen(language, f"due/column/{name}") for name in _COLUMNS]
    lines = [captions, ["---"] * len(captions), *(list(map(prose, _cells(row, language))) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cells(row: DueRow, language: Language) -> tuple[str, ...]:
    day = print_day(language, row.counts_on) if row.counts_on else "—"
    due = f"{day} {row.at}" if row.at else day
    return (row.number, _content(row, language), due, "; ".join(state_lines(row, language)), "; ".join(row.lead_names))


def _content(row: DueRow, language: Language) -> str:
    text = f"{row.label}: {row.content}" if row.label else row.content
    if row.event:
        day = print_day(language, row.event_day) if row.event_day else "—"
        text += f" {screen(language, 'due/event', document=row.event, day=day)}"
    elif row.occurrence:
        text += f" {screen(language, 'due/occurrence', occurrence=row.occurrence)}"
    if row.extended_to:
        text += f" {screen(language, 'due/extended', day=row.extended_to)}"
    warnings = marks(row, language)
    return f"{text} ({', '.join(warnings)})" if warnings else text
