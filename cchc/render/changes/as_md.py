"""What changed, for a comment of a pull request: the summary first, details folded, texts word by word."""

from collections.abc import Iterator

from cchc.compare.words import word_changes
from cchc.messages import screen
from cchc.render.changes.groups import groups_of, tells_title, told_fields
from cchc.render.due_list.as_md import prose
from cchc.views.changes import (
    ChangeRow,
    Comparison,
    consequence_summary,
    heading_of,
    heading_text,
    mark_of,
    places_of,
    summary_of,
    unread_text,
)

_TAGS = {"-": "del", "+": "ins"}


def write(comparison: Comparison) -> str:
    return "\n\n".join(_blocks(comparison)) + "\n"


def _blocks(comparison: Comparison) -> Iterator[str]:
    language = comparison.language
    yield f"## {screen(language, 'diff/heading-md')}"
    yield f"**{summary_of(comparison)}.**"
    if comparison.consequences:
        yield f"**{screen(language, 'diff/consequences', day=comparison.as_of)}:** {consequence_summary(comparison)}."
    for unread in comparison.unread:
        yield f"⚠️ {prose(unread_text(unread, language))}"
    for title, rows in groups_of(comparison):
        changes = "\n".join(line for row in rows for line in _change(row, comparison))
        yield f"<details>\n<summary>{prose(title)} ({len(rows)})</summary>\n\n{changes}\n\n</details>"
    if comparison.consequences:
        title = screen(language, "diff/consequences", day=comparison.as_of)
        yield f"<details>\n<summary>{title} ({len(comparison.consequences)})</summary>\n\n{_table(comparison)}\n\n</details>"
    yield prose(heading_text(comparison))


def _change(row: ChangeRow, comparison: Comparison) -> Iterator[str]:
    title = "" if tells_title(row) else f" {prose(row.title)}"
    mark = mark_of(row)
    name = f" <code>{prose(mark)}</code>" if mark else ""
    yield f"- **{prose(heading_of(row, comparison.language))}**{name}{title}"
    for caption, before, after in told_fields(row):
        yield f"  - {prose(caption)}: {_differing(before, after)}"


def _differing(before: str, after: str) -> str:
    pieces = [(piece.sign, prose(piece.text)) for piece in word_changes(before, after)]
    return " ".join(f"<{_TAGS[sign]}>{text}</{_TAGS[sign]}>" if sign in _TAGS else text for sign, text in pieces if text)


def _table(comparison: Comparison) -> str:
    language = comparison.language
    names = ("number", "task", "occurrence", "before", "after", "what")
    lines = [[screen(language, f"diff/column/{name}") for name in names], ["---"] * len(names)]
    for place, row in zip(places_of(comparison), comparison.consequences, strict=True):
        what = screen(language, f"diff/what/{row.kind}")
        lines.append([prose(place), prose(row.title), prose(row.about), *row.days(language), what])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
