"""What changed, for a terminal of 80 columns."""

import re
from collections.abc import Iterator, Sequence

from cchc.messages import screen
from cchc.outgoing import visible
from cchc.render.changes.groups import groups_of, tells_title, told_fields
from cchc.views.changes import (
    OF_TASKS,
    ChangeRow,
    Comparison,
    ConsequenceRow,
    consequence_summary,
    heading_of,
    heading_text,
    mark_of,
    places_of,
    summary_of,
    unread_text,
)

_WIDTH = 80
_BULLET = re.compile(r"[-+*•–] ")


def write(comparison: Comparison) -> str:
    return "".join(f"{visible(line).rstrip()}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    language = comparison.language
    yield from _wrapped(heading_text(comparison))
    yield from _wrapped(summary_of(comparison) + ".")
    for title, rows in groups_of(comparison, in_capitals=True):
        yield ""
        yield title
        for row in rows:
            yield from _change(row, comparison)
    if comparison.consequences:
        yield ""
        yield screen(language, "diff/consequences", day=comparison.as_of).upper()
        yield from _wrapped(consequence_summary(comparison) + ".")
        for place, owed in zip(places_of(comparison), comparison.consequences, strict=True):
            yield from _consequence(place, owed, comparison)
    for unread in comparison.unread:
        yield from ["", *_wrapped(unread_text(unread, language))]


def _change(row: ChangeRow, comparison: Comparison) -> Iterator[str]:
    heading = heading_of(row, comparison.language)
    mark = mark_of(row)
    yield from _wrapped(f"{heading} [{mark}]" if mark else heading, "  ")
    if not tells_title(row):
        is_told_elsewhere = row.verb in {"changed", "moved"} or row.family in OF_TASKS
        yield from _wrapped(_shortened(row.title, 200) if is_told_elsewhere else row.title, "    ")
    for caption, before, after in told_fields(row):
        yield from _field(caption, before, after)


def _field(caption: str, before: str, after: str) -> Iterator[str]:
    """Yield what a key said and says; the lines of a list are signed one by one, in place of their bullets."""
    old, new = _items(before), _items(after)
    if len(old) + len(new) == 1:
        yield from _signed("+" if after else "-", [f"{caption}: {text}" for text in (*old, *new)])
        return
    if old == new:
        old, new = [f"“{before}”"], [f"“{after}”"]
    yield from _wrapped(f"{caption}:", "    ")
    yield from _signed("-", old)
    yield from _signed("+", new)


def _items(text: str) -> list[str]:
    """Return the items of a list without their bullets, each with the lines that go on with it; other text is one item."""
    found: list[str] = []
    for line in text.split("\n") if text else []:
        bullet = _BULLET.match(line)
        if bullet or not found:
            found.append(line[bullet.end() :] if bullet else line)
        else:
            found[-1] += f"\n{line}"
    return found


def _signed(sign: str, items: Sequence[str]) -> Iterator[str]:
    for item in items:
        for turn, line in enumerate(item.split("\n")):
            yield from _wrapped(line, f"    {sign} " if turn == 0 else "      ", "      ") or [f"    {sign}"] * (turn == 0)


def _consequence(place: str, row: ConsequenceRow, comparison: Comparison) -> Iterator[str]:
    language = comparison.language
    before, after = row.days(language)
    what = screen(language, f"diff/consequence/{row.kind}", before=before, after=after)
    title = _shortened(row.title, 70)
    yield from _wrapped(f"{place}{f' ({row.about})' if row.about else ''}: {what}. {title}", "  ", "    ")


def _shortened(text: str, width: int) -> str:
    """Return a text on one line, cut behind a word where it is longer than that."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1].rpartition(' ')[0]} …".lstrip()


def _wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    if text and len(first) + len(text) <= _WIDTH and text.isprintable() and text == text.strip():
        return [first + text]
    lines, line, indent = [], "", first
    for word in filter(None, text.expandtabs(1).split(" ")):  # textwrap takes ten times as long
        if line and len(indent) + len(line) + 1 + len(word) > _WIDTH:
            lines.append(indent + line)
            line, indent = word, first if rest is None else rest
        else:
            line = f"{line} {word}" if line else word
    return [*lines, indent + line] if line else lines
