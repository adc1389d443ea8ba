"""Tables as people leave them: merged, nested, wrapped, without a grid."""

import pytest

from cchc.intake.values import Notice, NoticeKind, Paragraph, Place, SourceCell, SourceRow, SourceTable
from tests.intake.building import cell, paragraph, read, row, run, table, texts, told


def grid(body: str) -> list[list[tuple[int, int, bool, str]]]:
    """Return column, span, whether it goes on from above, and words of each cell of the first table."""
    lines = read(body).tables[0].rows
    return [[(one.column, one.span, one.is_continued_down, one.text) for one in line.cells] for line in lines]


def test_a_table_between_paragraphs():
    document = read(paragraph("PHỤ LỤC") + table(row("TT", "Nội dung"), row("1", "Rà soát")) + paragraph("Hết"))
    expected = SourceTable(
        1,
        (
            SourceRow(1, (SourceCell(0, (Paragraph("TT"),)), SourceCell(1, (Paragraph("Nội dung"),)))),
            SourceRow(2, (SourceCell(0, (Paragraph("1"),)), SourceCell(1, (Paragraph("Rà soát"),)))),
        ),
    )
    assert document.blocks == (Paragraph("PHỤ LỤC"), expected, Paragraph("Hết"))
    assert document.notices == ()


def test_no_table():
    assert read(paragraph("a")).tables == []


def test_nothing_at_all():
    assert read("").blocks == ()


def test_two_appendices_in_one_file_keep_their_order():
    body = paragraph("PHỤ LỤC I") + table(row("a")) + paragraph("PHỤ LỤC II") + table(row("b"))
    document = read(body)
    assert [block.text if isinstance(block, Paragraph) else block.number for block in document.blocks] == [
        "PHỤ LỤC I",
        1,
        "PHỤ LỤC II",
        2,
    ]


def test_two_tables_side_by_side_are_two():
    assert [texts(one) for one in read(table(row("a")) + table(row("b"))).tables] == [[["a"]], [["b"]]]


def test_a_cell_of_several_paragraphs_and_an_empty_one():
    two = cell(paragraph("- Văn phòng Sở.") + paragraph("- Các phòng."))
    (line,) = read(table(row(two, ""))).tables[0].rows
    assert [one.paragraphs for one in line.cells] == [
        (Paragraph("- Văn phòng Sở."), Paragraph("- Các phòng.")),
        (Paragraph(""),),
    ]


def test_cells_merged_across():
    assert grid(table(row("A", cell("MỤC", '<w:gridSpan w:val="5"/>')))) == [[(0, 1, False, "A"), (1, 5, False, "MỤC")]]


def test_cells_merged_across_the_old_way():
    body = table(row(cell("A", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "c"))
    assert grid(body) == [[(0, 2, False, "A"), (2, 1, False, "c")]]


def test_cells_merged_down():
    body = table(
        row("1", cell("Rà soát", '<w:vMerge w:val="restart"/>')),
        row("a", cell("", "<w:vMerge/>")),
        row("b", cell("", '<w:vMerge w:val="continue"/>')),
        row("2", "Khác"),
    )
    assert grid(body) == [
        [(0, 1, False, "1"), (1, 1, False, "Rà soát")],
        [(0, 1, False, "a"), (1, 1, True, "")],
        [(0, 1, False, "b"), (1, 1, True, "")],
        [(0, 1, False, "2"), (1, 1, False, "Khác")],
    ]


def test_cells_merged_across_and_down_at_once():
    both = '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'
    on = '<w:gridSpan w:val="2"/><w:vMerge/>'
    assert grid(table(row(cell("ab", both), "c"), row(cell("", on), "d"))) == [
        [(0, 2, False, "ab"), (2, 1, False, "c")],
        [(0, 2, True, ""), (2, 1, False, "d")],
    ]


def test_a_merge_with_nothing_above_it_is_no_merge():
    assert grid(table(row(cell("a", "<w:vMerge/>")), row("b"))) == [[(0, 1, False, "a")], [(0, 1, False, "b")]]


def test_words_that_a_merge_covers_are_told():
    covered = [row(cell("a", '<w:vMerge w:val="restart"/>')), row(cell("thừa", "<w:vMerge/>"))]
    document = read(table(*covered))
    assert texts(document.tables[0]) == [["a"], [""]]
    assert document.notices == (Notice(NoticeKind.COVERED, Place(table=1, row=2, cell=1), "thừa"),)


def test_a_row_that_begins_and_ends_beside_the_others():
    body = table(row("a", "b", "c"), row("chỉ một", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'))
    assert grid(body)[1] == [(1, 1, False, "chỉ một")]


@pytest.mark.parametrize("span", ["-1", "0", "x", "99999999999999999999", "٣"])
def test_a_span_that_is_none_is_one(span):
    assert grid(table(row(cell("a", f'<w:gridSpan w:val="{span}"/>'), "b"))) == [[(0, 1, False, "a"), (1, 1, False, "b")]]


def test_a_span_beyond_reason_is_bounded():
    assert grid(table(row(cell("a", '<w:gridSpan w:val="999999"/>'), "b")))[0][1] == (100, 1, False, "b")


def test_header_rows_are_the_first_ones_only():
    header = "<w:tblHeader/>"
    body = table(row("TT", properties=header), row("(1)", properties=header), row("1"), row("TT", properties=header))
    assert [line.is_header for line in read(body).tables[0].rows] == [True, True, False, False]


def test_a_header_that_is_switched_off_is_none():
    assert not read(table(row("TT", properties='<w:tblHeader w:val="false"/>'))).tables[0].rows[0].is_header


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_controls_around_tables_rows_cells_and_paragraphs():
    inside = cell(control(paragraph("trong")))
    body = control(table(row("a", control(cell("b"))), control(row("c", inside))))
    assert texts(read(body).tables[0]) == [["a", "b"], ["c", "trong"]]


def test_a_control_that_asks_to_be_filled_in_is_no_answer():
    asked = "<w:showingPlcHdr/>"
    body = table(row(cell(control(paragraph("Bấm để nhập"), asked)), control(cell("Chọn"), asked)))
    document = read(body)
    assert texts(document.tables[0]) == [["", "Chọn"]]
    assert told(document) == [("placeholder", "Bấm để nhập", False)]


def test_a_control_without_content_and_custom_xml_around_a_row():
    body = table(row(cell("<w:sdt><w:sdtPr/></w:sdt><w:p/>")), f"<w:customXml>{row('b')}</w:customXml>")
    assert texts(read(body).tables[0]) == [[""], ["b"]]


def test_a_table_in_a_cell_is_read_into_that_cell():
    inner = table(row("a", "b"), row("c"))
    document = read(table(row("1", cell(f"{paragraph('trước')}{inner}{paragraph('sau')}"))))
    assert texts(document.tables[0]) == [["1", "trước\na\nb\nc\nsau"]]
    assert document.notices == (Notice(NoticeKind.NESTED_TABLE, Place(table=1, row=1, cell=2), "a\nb\nc", is_kept=True),)


def test_what_happens_in_a_table_in_a_cell_is_told_of_that_cell():
    inner = table(row(cell(paragraph(run("x", "<w:vanish/>")))), row("y", properties="<w:del/>"))
    document = read(table(row("1"), row(cell(inner + paragraph("")))))
    assert {notice.place for notice in document.notices} == {Place(table=1, row=2, cell=1)}
    assert told(document) == [("nested-table", "x\ny", True), ("hidden", "x", False), ("row-deleted", "y", False)]


def test_words_of_cells_that_are_hidden_leave_the_row():
    document = read(table(row("1", cell(paragraph(run("mật", "<w:vanish/>"))), properties="<w:hidden/>")))
    assert texts(document.tables[0]) == [["1", ""]]
    assert document.notices == (Notice(NoticeKind.HIDDEN, Place(table=1, row=1, cell=2), "mật"),)


def test_elements_that_are_not_listed_are_told_with_their_words():
    body = f"<w:fold>{paragraph('gấp')}</w:fold>" + table(f"<w:ring>{row('vòng')}</w:ring>", row("a"))
    document = read(body)
    assert texts(document.tables[0]) == [["a"]]
    assert [(notice.name, notice.text) for notice in document.notices] == [("fold", "gấp"), ("ring", "vòng")]


def test_an_equation_of_its_own_is_a_paragraph():
    document = read("<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>")
    assert (document.blocks, told(document)) == ((Paragraph("a=b"),), [("equation", "a=b", True)])


def test_a_document_that_is_pasted_in_whole_is_told():
    document = read('<w:altChunk r:id="c1"/>' + paragraph("a"), links={"c1": ("aFChunk", "inner.html")})
    assert [(str(notice.kind), notice.name) for notice in document.notices] == [("embedded", "word/inner.html")]


def test_a_choice_of_blocks_is_read_once():
    choice = f'<mc:AlternateContent><mc:Choice Requires="w14">{paragraph("a")}</mc:Choice><mc:Fallback>{paragraph("a")}</mc:Fallback></mc:AlternateContent>'
    assert read(choice).blocks == (Paragraph("a"),)


MARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'


def test_hidden_names_of_tasks_come_with_their_rows():
    first = cell(paragraph(MARK.format(1, "_cchc_ra_soat") + run("1")))
    between = MARK.format(2, "_cchc_bao_cao") + MARK.format(3, "khac")
    body = paragraph(MARK.format(4, "_cchc_ngoai") + run("x")) + table(row("TT"), row(first), between, row("2"))
    assert [line.task_marks for line in read(body).tables[0].rows] == [
        (),
        ("_cchc_ra_soat",),
        ("_cchc_bao_cao",),
    ]


def test_rows_that_people_joined_keep_both_names():
    both = cell(paragraph(MARK.format(1, "_cchc_a") + run("1")) + paragraph(MARK.format(2, "_cchc_b") + run("2")))
    assert read(table(row(both))).tables[0].rows[0].task_marks == ("_cchc_a", "_cchc_b")


def test_a_table_of_a_thousand_rows():
    document = read(table(*[row(str(number), f"Nhiệm vụ {number}") for number in range(1, 1_001)]))
    (found,) = document.tables
    assert [line.number for line in found.rows] == list(range(1, 1_001))
    assert texts(found)[999] == ["1000", "Nhiệm vụ 1000"]
