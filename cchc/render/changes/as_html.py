"""What changed, as one page of HTML without scripts or anything from outside."""

from collections.abc import Iterator
from html import escape

from cchc.compare.words import word_changes
from cchc.messages import screen
from cchc.outgoing import visible
from cchc.render.changes.groups import groups_of, tells_title, told_fields
from cchc.render.printable import printable
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

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
body { max-width: 60em; margin: 2em auto; padding: 0 1em; color: #111;
  font: 12pt/1.4 "Times New Roman", "Liberation Serif", serif; }
h1 { font-size: 16pt; } h2 { font-size: 13pt; margin-top: 1.6em; }
p, li, td { white-space: pre-wrap; overflow-wrap: anywhere; }
del { background: #fde2e0; color: #7a0c0c; } ins { background: #dff3e3; color: #0b4f1a; text-decoration: none; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 3pt 5pt; border: 1px solid #999; text-align: left; }
td:nth-child(2) { min-width: 14em; } td:not(:nth-child(2)) { overflow-wrap: normal; } td:nth-child(n+4) { white-space: nowrap; }
.summary { font-weight: bold; } .unread { color: #7a0c0c; }
"""
_TAGS = {"-": "del", "+": "ins"}


def write(comparison: Comparison) -> str:
    return "".join(f"{line}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    language = comparison.language
    title = _safe(heading_text(comparison))
    yield f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    yield f'<p class="summary">{_safe(summary_of(comparison))}.</p>'
    for unread in comparison.unread:
        yield f'<p class="unread">{_safe(unread_text(unread, language))}</p>'
    for heading, rows in groups_of(comparison):
        yield f"<h2>{_safe(heading)}</h2>\n<ul>"
        for row in rows:
            yield from _change(row, comparison)
        yield "</ul>"
    if comparison.consequences:
        yield f"<h2>{_safe(screen(language, 'diff/consequences', day=comparison.as_of))}</h2>"
        yield f"<p>{_safe(consequence_summary(comparison))}.</p>"
        yield from _table(comparison)
    yield "</body>\n</html>"


def _change(row: ChangeRow, comparison: Comparison) -> Iterator[str]:
    told = [f"<li>{_safe(caption)}: {_differing(before, after)}</li>" for caption, before, after in told_fields(row)]
    inner = f"<ul>{''.join(told)}</ul>" if told else ""
    title = "" if tells_title(row) else f" {_safe(row.title)}"
    mark = mark_of(row)
    name = f" <code>{_safe(mark)}</code>" if mark else ""
    yield f"<li><b>{_safe(heading_of(row, comparison.language))}</b>{name}{title}{inner}</li>"


def _differing(before: str, after: str) -> str:
    pieces = [(piece.sign, _safe(piece.text)) for piece in word_changes(before, after)]
    return "".join(f"<{_TAGS[sign]}>{text}</{_TAGS[sign]}>" if sign in _TAGS else text for sign, text in pieces)


def _table(comparison: Comparison) -> Iterator[str]:
    language = comparison.language
    names = ("number", "task", "occurrence", "before", "after", "what")
    captions = [f"<th>{_safe(screen(language, f'diff/column/{name}'))}</th>" for name in names]
    yield f"<table>\n<tr>{''.join(captions)}</tr>"
    for place, row in zip(places_of(comparison), comparison.consequences, strict=True):
        cells = [place, row.title, row.about, *row.days(language), screen(language, f"diff/what/{row.kind}")]
        yield f"<tr>{''.join(f'<td>{_safe(cell)}</td>' for cell in cells)}</tr>"
    yield "</table>"


def _safe(text: str) -> str:
    return escape(printable(visible(text)))
