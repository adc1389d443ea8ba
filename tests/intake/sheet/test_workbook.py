"""Workbooks: values as Excel shows them, merged, hidden, computed; each sheet is a table."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.comments import Comment

from cchc.intake import read_source
from cchc.intake.sheet.formats import shown
from cchc.intake.values import Notice, NoticeKind, Paragraph, Place, SourceDocument
from tests.intake.building import package, texts, told


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook(*rows: tuple[object, ...]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def read(book: openpyxl.Workbook) -> SourceDocument:
    return read_source("a.xlsx", saved(book))


def changed(book: openpyxl.Workbook, **parts: tuple[str, str]) -> bytes:
    """Return a workbook in whose parts a piece of XML was exchanged for another; the sheet is `sheet1`."""
    with zipfile.ZipFile(io.BytesIO(saved(book))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for stem, (old, new) in parts.items():
        (name,) = [one for one in files if one.endswith(f"/{stem}.xml")]
        assert old.encode() in files[name], files[name][:2000]
        files[name] = files[name].replace(old.encode(), new.encode())
    return package(files)


def grid(document: SourceDocument) -> list[list[tuple[int, int, bool, str]]]:
    return [[(c.column, c.span, c.is_continued_down, c.text) for c in row.cells] for row in document.tables[0].rows]


def test_each_sheet_is_a_table():
    book = workbook(("TT", "Nội dung"), (1, "Rà soát"))
    book.active.title = "Phụ lục I"
    book.create_sheet("Phụ lục II").append(("TT",))
    document = read(book)
    assert [(one.number, one.name) for one in document.tables] == [(1, "Phụ lục I"), (2, "Phụ lục II")]
    assert [texts(one) for one in document.tables] == [[["TT", "Nội dung"], ["1", "Rà soát"]], [["TT"]]]
    assert document.notices == ()


def test_rows_and_columns_that_are_empty_are_left_out_and_numbers_stay():
    book = openpyxl.Workbook()
    book.active["B3"] = "a"
    book.active["D5"] = "b"
    (table,) = read(book).tables
    assert [(row.number, row.cells[0].column, row.cells[0].text) for row in table.rows] == [(3, 1, "a"), (5, 3, "b")]


def test_lines_of_a_cell_are_paragraphs():
    (table,) = read(workbook(("- Văn phòng Sở.\n- Các phòng.",))).tables
    assert table.rows[0].cells[0].paragraphs == (Paragraph("- Văn phòng Sở."), Paragraph("- Các phòng."))


def test_merged_cells():
    book = workbook(("MỤC", None, "x"), ("1", "a", "b"), (None, "c", None))
    book.active.merge_cells("A1:C1")
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("C2:C3")
    assert grid(read(book)) == [
        [(0, 3, False, "MỤC")],
        [(0, 1, False, "1"), (1, 1, False, "a"), (2, 1, False, "b")],
        [(0, 1, True, ""), (1, 1, False, "c"), (2, 1, True, "")],
    ]


def test_words_that_a_merge_covers_are_told():
    data = changed(
        workbook(("a", "thừa")),
        sheet1=("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="?"/></mergeCells>'),
    )
    document = read_source("a.xlsx", data)
    assert grid(document) == [[(0, 2, False, "a")]]
    assert document.notices == (Notice(NoticeKind.COVERED, Place(table=1, row=1, cell=2), "thừa"),)


def test_a_merge_of_the_whole_sheet_costs_no_more():
    data = changed(
        workbook(("a",)), sheet1=("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    )
    assert grid(read_source("a.xlsx", data)) == [[(0, 16384, False, "a")]]


def test_merges_without_end_are_refused(refusal):
    merges = "".join(f'<mergeCell ref="A{row}:XFD1048576"/>' for row in range(1, 200))
    data = changed(workbook(*[("a",)] * 200), sheet1=("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>"))
    assert refusal("a.xlsx", data) == ("intake/too-large", {"name": "a.xlsx", "limit": "500,000"})


def test_what_is_hidden_is_told_with_its_words():
    book = workbook(("TT", "Ghi chú", "Việc"), ("1", "mật", "a"), ("2", "x", "b"))
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[3].hidden = True
    draft = book.create_sheet("Nháp")
    draft.append(("cũ", "bỏ"))
    draft.sheet_state = "hidden"
    document = read(book)
    assert [texts(one) for one in document.tables] == [[["TT", "Việc"], ["1", "a"]]]
    assert document.notices == (
        Notice(NoticeKind.HIDDEN_COLUMN, Place(table=1, row=1, cell=2), "Ghi chú"),
        Notice(NoticeKind.HIDDEN_COLUMN, Place(table=1, row=2, cell=2), "mật"),
        Notice(NoticeKind.HIDDEN_ROW, Place(table=1, row=3, cell=3), "2\tx\tb"),
        Notice(NoticeKind.HIDDEN_SHEET, Place(), "cũ\tbỏ", "Nháp"),
    )


def test_formulas_give_their_last_value_and_are_told():
    data = changed(workbook(("=1+1", "=A1")), sheet1=("<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>"))
    document = read_source("a.xlsx", data)
    assert grid(document) == [[(0, 1, False, "2"), (1, 1, False, "")]]
    assert told(document) == [("formula", "=1+1", True), ("formula", "=A1", False)]


def test_kinds_of_values():
    cells = (
        '<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2" t="str"><v>a_x000A_b</v></c>'
        '<c t="inlineStr"><is><r><t>c</t></r><r><t>d</t></r><rPh><t>đọc</t></rPh><phoneticPr fontId="1"/></is></c><c r="F2" t="s"><v>99</v></c><c r="G2"/>'
        '<c r="H2" t="inlineStr"/><c r="??"><v>7</v></c><c r="J2" s="99"><v>1e3</v></c>'
    )
    data = changed(workbook(("thay",)), sheet1=("</row>", f'</row><row r="2">{cells}</row>'))
    document = read_source("a.xlsx", data)
    assert texts(document.tables[0]) == [["thay"], ["TRUE", "FALSE", "#REF!", "a\nb", "cd", "", "", "", "7", "1000"]]
    assert told(document) == [("ruby", "đọc", False), ("unknown-element", "", False)]


def test_days_and_numbers_print_as_their_formats_say():
    book = workbook((date(2025, 11, 30), datetime.fromisoformat("2025-11-30T08:30"), 0.985, 5, 1.1, 1234567.891))
    formats = ("dd/mm/yyyy", "dd/mm/yyyy hh:mm", "0.0%", "00", "General", "#,##0.00")
    for cell, code in zip(book.active[1], formats, strict=True):
        cell.number_format = code
    document = read(book)
    assert texts(document.tables[0]) == [["30/11/2025", "30/11/2025 08:30", "98.5%", "05", "1.1", "1234567.89"]]
    assert document.notices == ()


def test_a_format_that_cannot_be_followed_is_told_once():
    book = workbook((0.5, 0.25))
    for cell in book.active[1]:
        cell.number_format = "0.0E+00"
    document = read(book)
    assert texts(document.tables[0]) == [["0.5", "0.25"]]
    assert [(str(notice.kind), notice.name) for notice in document.notices] == [("number-format", "0.0E+00")]


FORMATS = [
    ("45991", "dd/mm/yyyy", False, "30/11/2025"), ("45991", "d-mmm", False, "30/11"), ("45991", "mmm-yy", False, "11/2025"),
    ("45991", "mmmm", False, "11"), ("45991", "yyyy", False, "2025"), ("44529", "dd/mm/yyyy", True, "30/11/2025"),
    ("1", "d/m/yyyy", False, "01/01/1900"), ("59", "d/m/yyyy", False, "28/02/1900"), ("61", "d/m/yyyy", False, "01/03/1900"),
    ("0.999999", "h:mm", False, "00:00"), ("0.5", "h:mm:ss", False, "12:00"), ("0.50001", "h:mm:ss", False, "12:00:01"),
    ("-1", "d/m/yyyy", False, "-1"), ("9999999", "d/m/yyyy", False, "9999999"), ("45991", "[$-42A]dd/mm/yyyy;@", False, "30/11/2025"),
    ("45991", '"Ngày "dd/mm', False, "Ngày 30/11"), ("3", '0"."', False, "3."), ("3", '"TT "00', False, "TT 03"), ("3", "(0)", False, "(3)"),
    ("3", "\\A0", False, "A3"), ("-3", "00", False, "-03"), ("12", "@", False, "12"), ("0.1", "General", False, "0.1"),
    ("0.30000000000000004", "General", False, "0.3"), ("1e20", "General", False, "1e+20"), ("abc", "0", False, "abc"),
    ("5", "", False, "5"), ("5", '"chữ"', False, "chữ5"), ("2", "0_)", False, "2"), ("inf", "General", False, "inf"), ("nan", "0", False, "nan"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "code", "is_1904", "expected"), FORMATS)
def test_formats(value, code, is_1904, expected):
    assert shown(value, code, is_1904=is_1904).text == expected


def test_comments_and_what_is_drawn_are_told():
    book = workbook(("TT",), ("1",))
    book.active["A2"].comment = Comment("Sửa hạn", "A")
    assert read(book).notices == (Notice(NoticeKind.COMMENT, Place(table=1, row=2), "Sửa hạn", "A2"),)


DRAWING = (
    '<xdr:wsDr xmlns:xdr="x" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><a:t>trong khung</a:t>'
    "</xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:pic/></xdr:twoCellAnchor></xdr:wsDr>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def with_parts(data: bytes, **parts: str | bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return package({**{name: archive.read(name) for name in archive.namelist()}, **parts})


def test_text_boxes_and_pictures_over_the_sheet_are_told():
    related = RELATIONS.format(
        f'<Relationship Id="d" Type="{OFFICE}drawing" Target="../drawings/drawing1.xml"/>'
        f'<Relationship Id="h" Type="{OFFICE}hyperlink" Target="http://example.invalid" TargetMode="External"/>'
    )
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": related, "xl/drawings/drawing1.xml": DRAWING}
    document = read_source("a.xlsx", with_parts(saved(workbook(("a",))), **parts))
    assert told(document) == [("text-box", "trong khung", False), ("picture", "", False)]


def test_macros_and_other_workbooks_are_told_and_left_alone():
    data = with_parts(saved(workbook(("a",))), **{"xl/vbaProject.bin": b"\xd0\xcf"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        related = archive.read("xl/_rels/workbook.xml.rels").decode()
    link = f'<Relationship Id="x" Type="{OFFICE}externalLinkPath" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    data = with_parts(data, **{"xl/_rels/workbook.xml.rels": related.replace("</Relationships>", link)})
    document = read_source("a.xlsm", data)
    assert texts(document.tables[0]) == [["a"]]
    assert [(str(notice.kind), notice.text, notice.name) for notice in document.notices] == [
        ("macro", "", "xl/vbaProject.bin"),
        ("link", "file:///etc/passwd", "externalLinkPath"),
    ]


def test_a_sheet_that_is_no_table_or_missing_is_told():
    book = workbook(("a",))
    book.create_chartsheet("Biểu đồ")
    data = changed(
        book,
        workbook=(
            "</sheets>",
            '<sheet name="Mất" sheetId="9" r:id="rId99" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></sheets>',
        ),
    )
    notices = read_source("a.xlsx", data).notices
    assert [(str(one.kind), one.text, one.name) for one in notices] == [
        ("unknown-element", "Biểu đồ", "chartsheet"),
        ("unknown-element", "Mất", "sheet"),
    ]


def test_a_workbook_with_entities_is_refused(refusal):
    data = with_parts(saved(workbook(("a",))), **{"xl/worksheets/sheet1.xml": b'<!DOCTYPE x [<!ENTITY x "a">]><x/>'})
    assert refusal("a.xlsx", data) == ("intake/unsafe", {"name": "a.xlsx", "part": "xl/worksheets/sheet1.xml", "what": "DOCTYPE"})


def test_a_strict_workbook_is_read_like_any_other():
    with zipfile.ZipFile(io.BytesIO(saved(workbook(("TT", 1))))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for usual, strict in (
        (b"schemas.openxmlformats.org/spreadsheetml/2006/main", b"purl.oclc.org/ooxml/spreadsheetml/main"),
        (b"schemas.openxmlformats.org/officeDocument/2006/", b"purl.oclc.org/ooxml/officeDocument/"),
    ):
        parts = {name: content.replace(usual, strict) for name, content in parts.items()}
    assert texts(read_source("a.xlsx", package(parts)).tables[0]) == [["TT", "1"]]


def test_a_workbook_without_formats_prints_plain_numbers():
    data = saved(workbook((45991,)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "xl/styles.xml"}
    assert texts(read_source("a.xlsx", package(parts)).tables[0]) == [["45991"]]


def test_hidden_and_covered_cells_without_words_are_not_told():
    book = workbook(("a", None, "c"), (None, None, None), ("b", None, "d"))
    book.active["B1"].number_format = "0"
    book.active["A2"].number_format = "0"
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[2].hidden = True
    document = read(book)
    assert (texts(document.tables[0]), document.notices) == ([["a", "c"], ["b", "d"]], ())


def test_a_row_of_empty_cells_is_left_out():
    data = changed(workbook(("a",)), sheet1=("</row>", '</row><row r="2"><c r="A2"/></row>'))
    assert [row.number for row in read_source("a.xlsx", data).tables[0].rows] == [1]
