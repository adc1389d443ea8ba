"""The customary "bảng so sánh" as a Word file of three columns: what is in force, what it becomes, and why."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from cchc.compare.words import word_changes
from cchc.messages import screen
from cchc.outgoing import visible
from cchc.render.changes.groups import TITLES, groups_of
from cchc.render.office_file import write_package
from cchc.render.printable import printable
from cchc.views.changes import ChangeRow, Comparison, heading_text, sides_of, unread_text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)
_WIDTHS = (5400, 5400, 3200)
"""Of the columns, in twentieths of a point: an A4 sheet on its side less its margins."""
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_LOOKS = {" ": "", "-": "<w:strike/>", "+": "<w:b/>", "heading": "<w:b/>", "note": "<w:i/>"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_Runs = Sequence[tuple[str, str]]


def render(comparison: Comparison) -> bytes:
    """Return the file; equal comparisons give equal bytes."""
    body = "".join(_body(comparison))
    document = f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}{_PAGE}</w:body></w:document>'
    parts = {"[Content_Types].xml": _HEAD + _TYPES, "_rels/.rels": _HEAD + _RELATIONS, "word/document.xml": document}
    return write_package({name: text.encode() for name, text in parts.items()})


def _body(comparison: Comparison) -> Iterator[str]:
    language = comparison.language
    yield _paragraph([("heading", screen(language, "diff/table/title"))], is_centred=True)
    yield _paragraph([("note", heading_text(comparison))], is_centred=True)
    yield '<w:tbl><w:tblPr><w:tblW w:w="14000" w:type="dxa"/><w:tblBorders>'
    yield "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    yield '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    yield "</w:tblGrid>"
    captions = [screen(language, f"diff/table/{name}") for name in ("before", "after", "reason")]
    yield _row([_paragraph([("heading", caption)], is_centred=True) for caption in captions], "<w:tblHeader/>")
    for title, rows in groups_of(comparison):
        yield _wide(_paragraph([("heading", title)]))
        for row in rows:
            yield from _change(row, comparison)
    yield "</w:tbl>"
    for unread in comparison.unread:
        yield _paragraph([("note", unread_text(unread, language))])


def _change(row: ChangeRow, comparison: Comparison) -> Iterator[str]:
    title = _paragraph([(" ", row.title)]) if row.title and not any(field.name in TITLES for field in row.fields) else ""
    fields = [field for field in row.fields if row.verb == "changed" or field.name != "number"]
    before = [_told(field.caption, field.before, field.after, "-") for field in fields if field.before]
    after = [_told(field.caption, field.before, field.after, "+") for field in fields if field.after]
    reasons = [_paragraph([(" ", line)]) for reason in row.reasons for line in reason.split("\n")]
    sides = sides_of(row, comparison.language)
    cells = (
        _paragraph([("heading", sides[0])]) + title + "".join(before) if row.verb != "added" else "",
        _paragraph([("heading", sides[1])]) + title + "".join(after) if row.verb != "removed" else "",
        "".join(reasons),
    )
    yield _row([cell or _paragraph([]) for cell in cells])


def _told(caption: str, before: str, after: str, sign: str) -> str:
    """Return one side of a field, what the other side lacks marked; what stands alone is marked nowhere."""
    runs: list[tuple[str, str]] = [("note", f"{caption}: ")]
    if before and after:
        runs += [(piece.sign, piece.text) for piece in word_changes(before, after) if piece.sign in (" ", sign)]
    else:
        runs.append((" ", before or after))
    return _paragraph(runs)


def _paragraph(runs: _Runs, *, is_centred: bool = False) -> str:
    alignment = '<w:jc w:val="center"/>' if is_centred else ""
    return f'<w:p><w:pPr><w:spacing w:before="40" w:after="40"/>{alignment}</w:pPr>{"".join(_run(*run) for run in runs)}</w:p>'


def _run(look: str, text: str) -> str:
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in printable(visible(text)).split("\n")]
    return f'<w:r><w:rPr>{_FONT}{_LOOKS[look]}<w:sz w:val="24"/></w:rPr>{"<w:br/>".join(lines)}</w:r>'


def _row(cells: Sequence[str], properties: str = "") -> str:
    inner = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    ]
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(inner)}</w:tr>"


def _wide(cell: str) -> str:
    width = sum(_WIDTHS)
    return f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr>{cell}</w:tc></w:tr>'
