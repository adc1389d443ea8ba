"""The due list for an issue or a comment of a pull request on GitHub: a table for each group."""

from collections.abc import Iterable

from cchc.messages import Language, print_day, screen
from cchc.outgoing import visible
from cchc.render.markdown_text import word
from cchc.views.due_list import GROUPS, DueList, DueRow, marks, state_lines

_COLUMNS = ("number", "content", "due", "state", "lead")


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
    return " ".join(map(word, visible(text).split()))


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
