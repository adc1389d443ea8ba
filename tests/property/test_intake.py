"""Whatever a Word file is made of: each text that is put in comes out in its cell, or is told with its place."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.intake import read_source
from cchc.intake.values import Paragraph, Place, SourceDocument, SourceRefused
from tests.intake.building import part, word

NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{}</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
RUN = "<w:r><w:t>{}</w:t></w:r>"
PIECES = {  # the XML, and for each text in it whether it is read: always, never, as changes are read, or as an instruction
    "plain": (RUN, ["always"]),
    "two runs": (RUN + RUN, ["always", "always"]),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>", ["never"]),
    "inserted": (f"<w:ins>{RUN}</w:ins>", ["accept"]),
    "deleted": ("<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>", ["ignore"]),
    "moved here": (f"<w:moveTo>{RUN}</w:moveTo>", ["accept"]),
    "moved away": (f"<w:moveFrom>{RUN}</w:moveFrom>", ["ignore"]),
    "inserted, then deleted": (f"<w:ins><w:del>{RUN}</w:del></w:ins>", ["never"]),
    "control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN}</w:sdtContent></w:sdt>", ["always"]),
    "placeholder": (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{RUN}</w:sdtContent></w:sdt>", ["never"]),
    "tag": (f"<w:smartTag><w:customXml>{RUN}</w:customXml></w:smartTag>", ["always"]),
    "link": (f'<w:hyperlink w:anchor="x">{RUN}</w:hyperlink>', ["always"]),
    "field": (FIELD, ["code", "always"]),
    "simple field": ('<w:fldSimple w:instr="{}">' + RUN + "</w:fldSimple>", ["code", "always"]),
    "open field": ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{}</w:instrText></w:r>', ["code"]),
    "box": (f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>", ["never"]),
    "choice": (f'<mc:AlternateContent><mc:Choice Requires="w14">{RUN}</mc:Choice></mc:AlternateContent>', ["always"]),
    "equation": ("<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>", ["always"]),
    "of the future": (f"<w:fold>{RUN}</w:fold>", ["never"]),
}  # fmt: skip

piece = st.sampled_from(sorted(PIECES))
line = st.tuples(st.lists(piece, max_size=3), st.booleans(), st.sampled_from(["", "del", "ins"]))
plain_cell = st.tuples(st.lists(line, min_size=1, max_size=3), st.integers(1, 3), st.sampled_from(["", "restart", "continue"]))
inner = st.lists(st.lists(plain_cell, min_size=1, max_size=2), min_size=1, max_size=2)
cell = st.tuples(plain_cell, st.none() | inner)
row = st.tuples(st.lists(cell, min_size=1, max_size=4), st.sampled_from(["", "ins", "del"]), st.integers(0, 2))
tables = st.lists(st.lists(row, min_size=1, max_size=4), min_size=1, max_size=2)


@dataclass
class Made:
    """A document as it is put together: its XML, where each text stands, and whether it is read."""

    tracked: str
    texts: dict[str, tuple[Place, bool]] = field(default_factory=dict)
    names: Iterator[int] = field(default_factory=count)

    def line(self, made: Any, place: Place, *, is_read: bool, is_last: bool) -> str:
        pieces, is_numbered, change = made
        xml = ""
        for kind in pieces:
            form, reads = PIECES[kind]
            names = [f"<{next(self.names)}>" for _ in reads]
            for name, when in zip(names, reads, strict=True):
                if when != "code" or place.cell:  # what a row that does not count would have computed is no text
                    self.texts[name] = (place, is_read and when in {"always", self.tracked})
            xml += form.format(*[name.replace("<", "&lt;").replace(">", "&gt;") for name in names])
            if kind == "open field":  # what follows in the paragraph belongs to its instruction
                is_read = False
        number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if is_numbered else ""
        mark = f"<w:rPr><w:{change}/></w:rPr>" if change and not is_last else ""
        return f"<w:p><w:pPr>{number}{mark}</w:pPr>{xml}</w:p>"

    def cell(self, made: Any, place: Place, nested: Any, *, is_read: bool, merge: str) -> str:
        lines, span, _ = made
        inside = "" if nested is None else self.nested(nested, place, is_read=is_read)
        xml = "".join(self.line(one, place, is_read=is_read, is_last=one is lines[-1]) for one in lines)
        down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{down}</w:tcPr>{inside}{xml}</w:tc>'

    def nested(self, rows: Any, place: Place, *, is_read: bool) -> str:
        lines = ["".join(self.cell(one, place, None, is_read=is_read, merge="") for one in cells) for cells in rows]
        return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"

    def table(self, rows: Any, number: int) -> tuple[str, list[tuple[int, list[tuple[int, int, bool]]]]]:
        """Return a table, and for each row that is read its number and the column, span and merge of its cells."""
        xml, shape = "", []
        above: set[int] = set()
        for at, (cells, change, before) in enumerate(rows, start=1):
            is_read = not change or (change == "ins") == (self.tracked == "accept")
            column, placed, below, inside = before, [], set(), ""
            for spot, (made, nested) in enumerate(cells, start=1):
                merge = made[2]
                goes_on = merge == "continue" and column in above
                place = Place(table=number, row=at, cell=spot if is_read else 0)
                inside += self.cell(made, place, nested, is_read=is_read and not goes_on, merge=merge)
                placed.append((column, made[1], goes_on))
                below |= {column} if merge else set()
                column += made[1]
            if is_read:
                above = below
                shape.append((at, placed))
            mark = f"<w:{change}/>" if change else ""
            xml += f'<w:tr><w:trPr><w:gridBefore w:val="{before}"/>{mark}</w:trPr>{inside}</w:tr>'
        return f"<w:tbl>{xml}</w:tbl>", shape


def read_made(made: Any, tracked: str) -> tuple[Made, SourceDocument, list[Any]]:
    document = Made(tracked)
    built = [document.table(rows, number) for number, rows in enumerate(made, start=1)]
    data = word("<w:p/>".join(xml for xml, _ in built), parts={"numbering.xml": NUMBERING})
    return document, read_source("a.docx", data, tracked), [shape for _, shape in built]  # type: ignore[arg-type]


@pytest.mark.parametrize("tracked", ["accept", "ignore"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=tables)
def test_each_text_comes_out_in_its_cell_or_is_told(tracked, made):
    document, found, shapes = read_made(made, tracked)
    cells = {
        Place(table=table.number, row=line.number, cell=spot): one.text
        for table in found.tables
        for line in table.rows
        for spot, one in enumerate(line.cells, start=1)
    }
    words = "".join(cells.values())
    for name, (place, is_read) in document.texts.items():
        if is_read:
            assert cells[place].count(name) == words.count(name) == 1
        else:
            assert name not in words
            assert any(name in notice.text and notice.place == place for notice in found.notices), (name, place)
    assert [
        [(line.number, [(one.column, one.span, one.is_continued_down) for one in line.cells]) for line in table.rows]
        for table in found.tables
    ] == shapes


@pytest.mark.parametrize("tracked", ["accept", "ignore"])
@settings(max_examples=40, deadline=None)
@given(lines=st.lists(st.tuples(st.booleans(), st.sampled_from(["", "ins", "del"])), min_size=1, max_size=12))
def test_numbers_are_those_of_the_paragraphs_that_are_left(tracked, lines):
    gone = "del" if tracked == "accept" else "ins"
    made = [([], is_numbered, change) for is_numbered, change in lines] + [([], True, "")]
    document = Made(tracked)
    xml = "".join(document.line(one, Place(), is_read=True, is_last=False) for one in made)
    number, expected = 0, []
    for _, is_numbered, change in made:
        if change != gone:
            number += is_numbered
            expected.append(f"{number})" if is_numbered else None)
    found = read_source("a.docx", word(xml, parts={"numbering.xml": NUMBERING}), tracked)  # type: ignore[arg-type]
    assert [block.number for block in found.blocks] == expected  # type: ignore[union-attr]


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=400) | st.text(alphabet='<>/="ab trdthpuloi\t\n,;"-&;', max_size=300).map(str.encode))
def test_no_bytes_make_reading_fail_otherwise_than_by_refusing(data):
    for name in ("a.docx", "a.html", "a.csv", "a.txt"):
        with suppress(SourceRefused):
            read_source(name, data)


# --- trees of elements that no program would write ---

NAMES = [
    "p", "r", "tbl", "tr", "tc", "ins", "del", "moveTo", "smartTag", "hyperlink", "fldSimple", "pict", "object", "ruby", "rubyBase", "fold",
    "bdo", "sdt", "sdtContent",
]  # fmt: skip
OUT_OF_PLACE = st.sampled_from(
    [
        *[(f"<w:{name}>", f"</w:{name}>") for name in NAMES],
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ('<mc:AlternateContent><mc:Choice Requires="w14">', "</mc:Choice></mc:AlternateContent>"),
        ("<w:r><w:rPr><w:vanish/></w:rPr>", "</w:r>"),
        ("<m:oMath>", "</m:oMath>"),
        ("<w:tr><w:trPr><w:del/></w:trPr>", "</w:tr>"),
        ("<w:tc><w:tcPr><w:vMerge/></w:tcPr>", "</w:tc>"),
        ('<w:tc><w:tcPr><w:hMerge w:val="continue"/><w:cellDel/></w:tcPr>', "</w:tc>"),
    ]
)  # fmt: skip


def wrap(content: tuple[tuple[str, str], list[str]]) -> str:
    (opening, closing), inner = content
    return f"{opening}{''.join(inner)}{closing}"


trees = st.recursive(
    st.just("<w:t>@</w:t>"),
    lambda inner: st.tuples(OUT_OF_PLACE, st.lists(inner, min_size=1, max_size=3)).map(wrap),
    max_leaves=12,
)


@pytest.mark.parametrize("tracked", ["accept", "ignore"])
@settings(max_examples=200, deadline=None)
@given(body=st.lists(trees, max_size=4).map("".join))
def test_no_words_vanish_wherever_their_elements_stand(tracked, body):
    body, total = labelled(body)
    found = read_source("a.docx", word(body), tracked)  # type: ignore[arg-type]
    assert missing(found, total) == []


def labelled(body: str) -> tuple[str, int]:
    """Return a body in which each text has a name of its own, and how many there are."""
    pieces = body.split("@")
    return "".join(f"{piece}({at})" for at, piece in enumerate(pieces[:-1])) + pieces[-1], len(pieces) - 1


def missing(found: SourceDocument, total: int) -> list[int]:
    """Return the texts that are neither read nor told."""
    read = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    read += [f"{one.text}" for table in found.tables for line in table.rows for one in line.cells]
    read += [f"{line.number}" for block in found.blocks if isinstance(block, Paragraph) for line in [block] if line.number]
    read += [
        line.number for table in found.tables for row in table.rows for one in row.cells for line in one.paragraphs if line.number
    ]
    words = "".join("".join([*read, *[notice.text for notice in found.notices]]).split())
    return [at for at in range(total) if f"({at})" not in words]


TAGS = st.sampled_from(
    [
        "p", "div", "span", "b", "table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "li", "br", "caption", "pre", "h1", "a", "del",
        "ins", "o:p", "iframe", "colgroup", "select",
        "span style='display:none'", "span style='mso-list:Ignore'", "td rowspan=2", "td colspan=3", "tr hidden",
    ]
)  # fmt: skip
pages = st.lists(
    st.one_of(TAGS.map(lambda tag: f"<{tag}>"), TAGS.map(lambda tag: f"</{tag.split(' ')[0]}>"), st.just(" @ ")), max_size=30
)


@settings(max_examples=400, deadline=None)
@given(body=pages.map("".join), name=st.sampled_from(["a.html", "a.txt"]))
def test_no_words_of_a_page_vanish(body, name):
    body, total = labelled(body)
    start = "<html><body>" if name == "a.html" else "1\t"
    assert missing(read_source(name, f"{start}{body}".encode()), total) == []
