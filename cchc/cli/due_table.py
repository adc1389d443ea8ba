"""The list of `cchc due` for a terminal: groups, one row an item, readable in 80 columns."""

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from cchc.messages import Language, print_day, screen
from cchc.outgoing import visible
from cchc.views.due_list import GROUPS, DueList, DueRow, marks, state_lines

_COLOURS = {"overdue": "bold red", "window": "bold yellow", "closed": "green"}
_COLUMNS = ("number", "content", "due", "state", "lead")
_WIDEST = {0: 14, 2: 10, 3: 12}  # the column and its most characters
_NARROW = 70
_WORDS_SHOWN = 110


class Frame(NamedTuple):
    """What the list is drawn in."""

    language: Language
    width: int
    is_coloured: bool


def write_table(due_list: DueList, width: int, *, is_coloured: bool) -> str:
    """Return the list: a heading, the groups that have rows, and what is counted but not listed."""
    frame, rows = Frame(due_list.language, width, is_coloured), due_list.rows
    stream = io.StringIO()
    console = RichConsole(
        file=stream,
        width=frame.width,
        force_terminal=frame.is_coloured,
        no_color=not frame.is_coloured,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(Text(_heading(due_list), style="bold"))
    drawn = [_cells(row, frame) for row in rows]
    widths = _widths(drawn, frame)
    for name, statuses in GROUPS:
        group = [cells for row, cells in zip(rows, drawn, strict=True) if row.status in statuses]
        if group:
            title = screen(frame.language, f"due/group/{name}", count=len(group), **due_list.window._asdict())
            console.print()
            console.print(Text(title, style=_COLOURS.get(name, "bold")))
            console.print(_table(group, widths, frame))
    if not rows:
        console.print()
        console.print(Text(screen(frame.language, "due/nothing")))
    console.print()
    for line in _footer(due_list):
        console.print(Text(line, style="dim"))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _heading(due_list: DueList) -> str:
    day = print_day(due_list.language, due_list.as_of)
    weekday = screen(due_list.language, f"weekday/{due_list.as_of.weekday()}")
    return screen(due_list.language, "due/heading", day=day, weekday=weekday)


def _cells(row: DueRow, frame: Frame) -> tuple[str, ...]:
    """Return the texts of a row, a column each; what could move the cursor or turn the text around is made visible."""
    day = print_day(frame.language, row.counts_on) if row.counts_on else "—"
    lead = "; ".join(row.lead_names)
    content = _content(row, frame)
    cells = [row.number, content, _due(row, day), "\n".join(state_lines(row, frame.language)), lead]
    if _is_narrow(frame):
        cells[1:] = [f"{content}\n└ {lead}" if lead else content, *cells[2:4]]
    return tuple(map(visible, cells))


def _is_narrow(frame: Frame) -> bool:
    """Return whether units stand under the content, for want of a column of their own."""
    return frame.width < _NARROW


def _widths(drawn: Iterable[tuple[str, ...]], frame: Frame) -> tuple[int, ...]:
    """Return the widths of number, due day and state: the same in every group, so that the eye finds its column."""
    captions = [screen(frame.language, f"due/column/{name}") for name in _COLUMNS]
    lines = [[line for cells in (captions, *drawn) for line in cells[column].split("\n")] for column in _WIDEST]
    return tuple(min(max(map(cell_len, texts)), widest) for texts, widest in zip(lines, _WIDEST.values(), strict=True))


def _table(group: Iterable[tuple[str, ...]], widths: tuple[int, ...], frame: Frame) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), show_header=True, header_style="dim", expand=True, pad_edge=False)
    number, content, due, state, lead = (screen(frame.language, f"due/column/{name}") for name in _COLUMNS)
    table.add_column(number, width=widths[0], overflow="fold")
    table.add_column(content, ratio=5, overflow="fold")
    table.add_column(due, width=widths[1], no_wrap=True)
    table.add_column(state, width=widths[2])
    if not _is_narrow(frame):
        table.add_column(lead, ratio=3, overflow="fold")
    for cells in group:
        table.add_row(*map(Text, cells))
    return table


def _content(row: DueRow, frame: Frame) -> str:
    content = " ".join(row.content.split("\n"))
    text = content if len(content) <= _WORDS_SHOWN else _shortened(content)
    lines = [f"{row.label}: {text}" if row.label else text]
    if row.event:
        day = print_day(frame.language, row.event_day) if row.event_day else "—"
        lines.append(screen(frame.language, "due/event", document=row.event, day=day))
    elif row.occurrence:
        lines.append(screen(frame.language, "due/occurrence", occurrence=row.occurrence))
    if row.extended_to:
        lines.append(screen(frame.language, "due/extended", day=row.extended_to))
    warnings = marks(row, frame.language)
    if warnings:
        lines[-1] += f" ({', '.join(warnings)})"
    return "\n".join(lines)


def _shortened(text: str) -> str:
    return text[:_WORDS_SHOWN].rpartition(" ")[0].rstrip(" ,;:") + "…"


def _due(row: DueRow, day: str) -> str:
    return f"{day}\n{row.at}" if row.at else day


def _footer(due_list: DueList) -> Iterator[str]:
    yield screen(due_list.language, "due/counts", **due_list.counts)
    if any(row.is_sample for row in due_list.rows):
        yield screen(due_list.language, "due/has-samples")
    if any(row.is_provisional for row in due_list.rows):
        yield screen(due_list.language, "due/has-provisional")
