"""Tracked changes: read as accepted, or as the text was before them; both say so, with the words."""

import pytest

from cchc.intake.values import Notice, NoticeKind, Paragraph, Place
from tests.intake.building import cell, paragraph, part, read, row, run, table, texts, told


def change(tag: str, text: str) -> str:
    words = run(text) if tag in {"ins", "moveTo"} else f"<w:r><w:delText>{text}</w:delText></w:r>"
    return f'<w:{tag} w:id="1" w:author="A">{words}</w:{tag}>'


def mark(tag: str) -> str:
    return f'<w:rPr><w:{tag} w:id="1" w:author="A"/></w:rPr>'


BODY = paragraph(run("Trước ngày ") + change("del", "15") + change("ins", "30") + run("/11"))


def test_changes_are_read_as_accepted():
    document = read(BODY)
    assert document.blocks == (Paragraph("Trước ngày 30/11"),)
    assert document.notices == (
        Notice(NoticeKind.DELETED, Place(paragraph=1), "15"),
        Notice(NoticeKind.INSERTED, Place(paragraph=1), "30", is_kept=True),
    )


def test_the_text_before_the_changes_is_read_when_asked_for():
    document = read(BODY, "ignore")
    assert document.blocks == (Paragraph("Trước ngày 15/11"),)
    assert told(document) == [("deleted", "15", True), ("inserted", "30", False)]


def test_pieces_of_one_change_are_told_as_one():
    assert told(read(paragraph(change("ins", "ba ") + change("ins", "mươi")))) == [("inserted", "ba mươi", True)]


def test_words_that_were_moved_stand_in_one_place_only():
    body = paragraph(change("moveFrom", "Văn phòng Sở")) + paragraph(change("moveTo", "Văn phòng Sở"))
    accepted, before = read(body), read(body, "ignore")
    assert [block.text for block in accepted.blocks] == ["", "Văn phòng Sở"]
    assert told(accepted) == [("moved-from", "Văn phòng Sở", False), ("moved-to", "Văn phòng Sở", True)]
    assert [block.text for block in before.blocks] == ["Văn phòng Sở", ""]


def test_what_was_inserted_and_then_deleted_is_never_read():
    body = paragraph(f'<w:ins w:id="1">{change("del", "thừa")}</w:ins>{run("a")}')
    assert [block.text for block in read(body).blocks] == ["a"]
    assert [block.text for block in read(body, "ignore").blocks] == ["a"]
    assert ("deleted", "thừa", False) in told(read(body))


def test_deleted_words_without_their_change_are_told():
    assert told(read(paragraph("<w:r><w:delText>lạc</w:delText></w:r>"))) == [("deleted", "lạc", False)]


def test_a_deleted_paragraph_mark_joins_what_it_parted():
    body = paragraph("Văn phòng ", mark("del")) + paragraph("Sở")
    assert [block.text for block in read(body).blocks] == ["Văn phòng Sở"]
    assert [block.text for block in read(body, "ignore").blocks] == ["Văn phòng ", "Sở"]


def test_an_inserted_paragraph_mark_was_not_there_before():
    body = paragraph("Văn phòng ", mark("ins")) + paragraph("Sở")
    assert [block.text for block in read(body).blocks] == ["Văn phòng ", "Sở"]
    assert [block.text for block in read(body, "ignore").blocks] == ["Văn phòng Sở"]


def test_a_paragraph_that_was_deleted_whole_leaves_no_line():
    body = paragraph(change("del", "bỏ"), mark("del")) + paragraph("giữ")
    assert [block.text for block in read(body).blocks] == ["giữ"]


def test_words_before_a_table_or_an_end_stay_although_their_mark_was_deleted():
    inside = cell(paragraph("một", mark("del")))
    body = paragraph("a", mark("del")) + table(row(inside)) + paragraph("b", mark("del"))
    document = read(body)
    first, between, last = document.blocks
    assert (first, texts(between), last) == (Paragraph("a"), [["một"]], Paragraph("b"))


ROWS = table(row("1", "cũ", properties='<w:del w:id="1"/>'), row("1", "mới", properties='<w:ins w:id="2"/>'), row("2", "giữ"))


def test_rows_that_were_deleted_are_left_out_and_told():
    document = read(ROWS)
    (found,) = document.tables
    assert [(line.number, line.tracked) for line in found.rows] == [(2, "inserted"), (3, "")]
    assert texts(found) == [["1", "mới"], ["2", "giữ"]]
    assert document.notices == (
        Notice(NoticeKind.ROW_DELETED, Place(table=1, row=1), "1\ncũ"),
        Notice(NoticeKind.ROW_INSERTED, Place(table=1, row=2), "1\nmới", is_kept=True),
    )


def test_rows_that_were_inserted_are_left_out_when_changes_are_ignored():
    document = read(ROWS, "ignore")
    (found,) = document.tables
    assert [(line.number, line.tracked) for line in found.rows] == [(1, "deleted"), (3, "")]
    assert told(document) == [("row-deleted", "1\ncũ", True), ("row-inserted", "1\nmới", False)]


def test_cells_that_were_inserted_or_deleted_keep_the_others_in_their_columns():
    body = table(row("a", cell("bỏ", '<w:cellDel w:id="1"/>'), cell("thêm", '<w:cellIns w:id="2"/>'), "d"))
    for tracked, kept in (("accept", [(0, "a"), (2, "thêm"), (3, "d")]), ("ignore", [(0, "a"), (1, "bỏ"), (3, "d")])):
        document = read(body, tracked)
        assert [(one.column, one.text) for one in document.tables[0].rows[0].cells] == kept
        assert told(document) == [
            ("cell-deleted", "bỏ", tracked == "ignore"),
            ("cell-inserted", "thêm", tracked == "accept"),
        ]


def test_a_merge_that_is_tracked_counts_as_accepted_or_not_at_all():
    below = cell("", '<w:cellMerge w:vMerge="cont"/>')
    body = table(row(cell("a", '<w:cellMerge w:vMerge="rest"/>')), row(below))
    assert [line.cells[0].is_continued_down for line in read(body).tables[0].rows] == [False, True]
    assert [line.cells[0].is_continued_down for line in read(body, "ignore").tables[0].rows] == [False, False]


def test_properties_are_those_before_the_change_when_changes_are_ignored():
    new = '<w:vanish/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'
    body = paragraph(run("a") + run("b", new))
    assert [block.text for block in read(body).blocks] == ["a"]
    assert [block.text for block in read(body, "ignore").blocks] == ["ab"]


def test_a_number_that_was_given_by_a_tracked_change_was_not_there_before():
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = paragraph("a", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="3"/></w:numPr>')
    assert read(body, parts={"numbering.xml": numbering}).blocks == (Paragraph("a", "1.", "", 0),)
    assert read(body, "ignore", parts={"numbering.xml": numbering}).blocks == (Paragraph("a"),)


@pytest.mark.parametrize(("tracked", "kept"), [("accept", ["mới", "c"]), ("ignore", ["cũ", "c"])])
def test_whole_paragraphs_in_a_change_are_read_or_told(tracked, kept):
    body = f'<w:ins w:id="1">{paragraph("mới")}</w:ins><w:del w:id="2">{paragraph("cũ")}</w:del>{paragraph("c")}'
    document = read(body, tracked)
    assert [block.text for block in document.blocks] == kept
    assert told(document) == [("inserted", "mới", tracked == "accept"), ("deleted", "cũ", tracked == "ignore")]
