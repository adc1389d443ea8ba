"""The year of `cchc calendar` for a terminal: three months a row in 80 columns, and the list of its special days."""

import io
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import zip_longest

from rich.console import Console as RichConsole
from rich.table import Table
from rich.text import Text

from cchc.diagnostics import Whole
from cchc.messages import Language, print_day, screen
from cchc.outgoing import visible
from cchc.views.calendar_year import SIGNS, CalendarYear, Week
from cchc.workdays.calendar import DayKind, SpecialDay

_COLOURS = {
    DayKind.HOLIDAY: "bold red",
    DayKind.SUBSTITUTE: "magenta",
    DayKind.EXCHANGED: "yellow",
    DayKind.WORKED: "bold green",
}
_MONTH_WIDTH, _GAP, _MOST_A_ROW = 21, 4, 3
_NARROW = 70
_SATURDAY = 5
_EMPTY_WEEK: Week = (None,) * 7


def write_calendar(shown: CalendarYear, language: Language, width: int, *, is_coloured: bool) -> str:
    """Return the year: the months, what the signs mean, the list, and how many days are worked."""
    stream = io.StringIO()
    console = RichConsole(
        file=stream,
        width=width,
        force_terminal=is_coloured,
        no_color=not is_coloured,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(Text(screen(language, "calendar/heading", year=shown.year), style="bold"))
    for line in _picture(shown, language, width):
        console.print(line)
    console.print(_legend(language, width))
    if shown.special_days:
        console.print()
        console.print(_list(shown, language, is_narrow=width < _NARROW))
    console.print()
    console.print(Text(screen(language, "calendar/working-days", year=shown.year, count=shown.working_days)))
    if shown.is_provisional:
        console.print(Text(screen(language, "calendar/provisional", year=shown.year)))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _picture(shown: CalendarYear, language: Language, width: int) -> Iterator[Text]:
    special_days = {special.day: special for special in shown.special_days}
    a_row = max(1, min(_MOST_A_ROW, (width + _GAP) // (_MONTH_WIDTH + _GAP)))
    weekdays = "".join(f"{screen(language, f'weekday/short/{day}')} " for day in range(7))
    for first in range(0, len(shown.months), a_row):
        months = shown.months[first : first + a_row]
        titles = [screen(language, f"month/{first + number}") for number in range(1, len(months) + 1)]
        yield Text()
        yield _beside([Text(f"{title:^{_MONTH_WIDTH - 1}} ", style="bold") for title in titles])
        yield _beside([Text(weekdays, style="dim") for _ in months])
        for weeks in zip_longest(*months, fillvalue=_EMPTY_WEEK):
            yield _beside([_week(week, special_days, shown.as_of) for week in weeks])
    yield Text()


def _beside(parts: list[Text]) -> Text:
    line = Text(" " * _GAP).join(parts)
    line.rstrip()
    return line


def _week(week: Week, special_days: Mapping[date, SpecialDay], today: date) -> Text:
    text = Text()
    for day in week:
        if day is None:
            text.append("   ")
            continue
        special = special_days.get(day)
        colour = _COLOURS[special.kind] if special else "dim" if day.weekday() >= _SATURDAY else ""
        text.append(f"{day.day:2}", f"{colour} underline".strip() if day == today else colour)
        text.append(SIGNS[special.kind] if special else " ", colour)
    return text


def _legend(language: Language, width: int) -> Text:
    kinds = [_kind(kind, language) for kind in DayKind]
    legend = Text("   ").join(kinds)
    return legend if legend.cell_len <= width else Text("\n").join(kinds)


def _kind(kind: DayKind, language: Language) -> Text:
    return Text(f"{SIGNS[kind]} {screen(language, f'calendar/kind/{kind.value}')}", style=_COLOURS[kind])


def _list(shown: CalendarYear, language: Language, *, is_narrow: bool) -> Table:
    """Return one row a day; where columns are few, weekdays are short and kinds are told by their signs."""
    table = Table(box=None, padding=(0, 1, 0, 0), show_header=False, pad_edge=False)
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    weekday_key = "weekday/short" if is_narrow else "weekday"
    for special in shown.special_days:
        sign = Text(SIGNS[special.kind], style=_COLOURS[special.kind])
        table.add_row(
            print_day(language, special.day),
            screen(language, f"{weekday_key}/{special.day.weekday()}"),
            sign if is_narrow else _kind(special.kind, language),
            Text(visible(_words(special, language))),
        )
    return table


def _words(special: SpecialDay, language: Language) -> str:
    """Return the name of a day and, on a line below, what it rests on."""
    name = f"{special.name} ({screen(language, 'due/provisional')})" if special.is_provisional else special.name
    key = "calendar/source-announced" if special.announced_on else "calendar/source"
    source = screen(language, key, source=Whole(special.source), day=special.announced_on)
    return f"{name}\n{source}" if special.source or special.announced_on else name
