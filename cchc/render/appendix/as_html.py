"""The appendix as one page of HTML without scripts: printed it looks like the Word file, on a telephone it reads as cards."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from cchc.render.appendix.merged import spans_of
from cchc.render.appendix.paper import WIDTHS, widths_of
from cchc.render.printable import printable
from cchc.views.appendix import Appendix, Column, SectionRow, TaskRow

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #eceff1; color: #000; font: 12pt/1.2 "Times New Roman", "Liberation Serif", Times, serif; }
body { max-width: 1280px; margin: 24px auto; padding: 32px; background: #fff; box-shadow: 0 1px 4px #0004; }
h1, .issued { font-size: 14pt; text-align: center; }
h1 > span { display: block; }
h1, p, th { white-space: pre-wrap; overflow-wrap: anywhere; }
p:empty { min-height: 1.2em; }
.issued { font-style: italic; margin-top: 2pt; }
hr { width: 40mm; margin: 4pt auto 12pt; border: 0; border-top: .75pt solid #000; }
table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; border-left: 1px solid #000; }
th, td { padding: 2pt 1.5mm; vertical-align: middle; border-right: 1px solid #000; border-bottom: 1px solid #000; }
thead th { position: sticky; top: 0; padding: 3pt 1.5mm; border-top: 1px solid #000; background: #f5f6f7; text-align: center; }
tfoot { display: none; }
.section { font-weight: bold; }
.section th { text-align: left; }
.content, .results { text-align: justify; }
.number, .deadline { text-align: center; }
tr, td { scroll-margin-top: 3em; }
tr:target > td, td:target { background: #fff6d6; }
@media screen and (max-width: 900px) {
  body { margin: 0; padding: 16px 12px; box-shadow: none; }
  table, tbody, tr, th, td { display: block; border: 0; }
  thead, td:empty { display: none; }
  tr { padding: 4px 0; border: 1px solid #000; }
  tr + tr { margin-top: 12px; }
  tr.part { margin-top: 0; border-top: 1px dashed #777; }
  tr:has(+ .part) { border-bottom: 0; }
  tr.section { display: flex; background: #f5f6f7; }
  th, td { padding: 3px 10px; }
  tr.section td { padding-right: 0; }
  td[class] { text-align: left; }
  td.number { font-weight: bold; }
  td[data-caption]::before { content: attr(data-caption); display: block; color: #555; font-size: 10pt; font-weight: normal; }
}
@media print {
  html, body { background: none; }
  body { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  table { width: calc(100% - 1pt); margin: 0 auto; border-collapse: collapse; border: 0; }
  th, td, thead th { border: .5pt solid #000; }
  thead { display: table-header-group; }
  thead th { position: static; background: none; }
  tfoot { display: table-footer-group; }
  tfoot td { height: 0; padding: 0; border-width: .5pt 0 0; }
  tr:not(:has([rowspan])), td:not([rowspan]) { break-inside: avoid; }
  .section { break-after: avoid; }
  tr:target > td, td:target { background: none; }
}
@page {
  size: A4 landscape;
  margin: 20mm 20mm 20mm 30mm;
  @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", Times, serif; }
}
@page :first { @top-center { content: none; } }
"""
_NOT_IN_ID = re.compile("[^0-9a-z-]")


def render(appendix: Appendix) -> bytes:
    """Return the page; equal appendices give equal bytes."""
    return "".join([f"{line}\n" for line in _lines(appendix)]).encode()


def anchor_of(task_id: str) -> str:
    """Return the `id` of a task's row, which no other has: a part stands after a dot, other characters as their numbers."""
    return _NOT_IN_ID.sub(lambda found: "." if found[0] == "/" else f"_{ord(found[0]):x}_", task_id)


def _lines(appendix: Appendix) -> Iterator[str]:
    heading = (appendix.label, *appendix.title)
    yield "<!doctype html>"
    yield '<html lang="vi">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="author" content="{_safe(appendix.issuer)}">'
    yield f'<meta name="cchc-plan" content="{_safe(appendix.plan_id)}">'
    yield f"<title>{_safe(' '.join(appendix.title))}</title>"
    yield f"<style>\n{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{''.join([f'<span>{_safe(line)}</span>' for line in heading])}</h1>"
    yield f'<p class="issued">{_safe(appendix.issued_line)}</p>'
    yield "<hr>"
    yield from _table(appendix)
    yield "</body>"
    yield "</html>"


def _table(appendix: Appendix) -> Iterator[str]:
    widths = widths_of(appendix.columns)
    yield "<table>"
    columns = [f'<col style="width: {100 * width / sum(widths):.2f}%">' for width in widths]
    captions = [f'<th scope="col">{_safe(column.title)}</th>' for column in appendix.columns]
    yield f"<colgroup>{''.join(columns)}</colgroup>"
    yield f"<thead><tr>{''.join(captions)}</tr></thead>"
    yield "<tbody>"
    openings = [_opening(column) for column in appendix.columns]
    owner = ""
    all_spans = spans_of(appendix.rows)
    for row, spans in zip(appendix.rows, all_spans, strict=True):
        if isinstance(row, SectionRow):
            yield _section(row, len(openings))
            continue
        above, owner = owner, row.task_id.partition("/")[0]
        yield _task(row, spans, openings, owner if owner not in (above, row.task_id) else "")
    yield "</tbody>"
    if any(0 in spans for spans in all_spans):
        # Repeated on each sheet of paper, it closes merged cells that go on overleaf.
        yield f'<tfoot aria-hidden="true"><tr><td colspan="{len(openings)}"></td></tr></tfoot>'
    yield "</table>"


def _opening(column: Column) -> str:
    """Return the start of a column's cells, up to what differs from row to row."""
    kind = f' class="{column.key}"' if column.key in WIDTHS else ""
    caption = "" if column.key == "number" else f' data-caption="{_safe(column.title)}"'
    return f"<td{kind}{caption}"


def _section(row: SectionRow, width: int) -> str:
    """Return the row of a heading: its number in the first cell, its title in all others; in a single column both."""
    if width == 1:
        return f'<tr class="section"><th scope="row">{_paragraphs((row.number, *row.title))}</th></tr>'
    number, title = _paragraphs((row.number,)), _paragraphs(row.title)
    return f'<tr class="section"><td class="number">{number}</td><th scope="row" colspan="{width - 1}">{title}</th></tr>'


def _task(row: TaskRow, spans: Sequence[int], openings: Sequence[str], owner: str) -> str:
    """Return the row of a task or a part; the first part's first cell is where links to its `owner` lead."""
    anchor = f' id="{anchor_of(owner)}"' if owner else ""
    cells = []
    for cell, span, opening in zip(row.cells, spans, openings, strict=True):
        if span:
            down = f' rowspan="{span}"' if span > 1 else ""
            cells.append(f"{opening}{anchor}{down}>{_paragraphs(cell.paragraphs)}</td>")
            anchor = ""
    kind = "part" if 0 in spans else "task"
    return f'<tr class="{kind}" id="{anchor_of(row.task_id)}">{"".join(cells)}</tr>'


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join([f"<p>{_safe(text)}</p>" for text in texts])


def _safe(text: str) -> str:
    return escape(printable(text))
