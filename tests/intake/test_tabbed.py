"""Text with tabs, as it is copied out of a table, and csv."""

import time
from pathlib import Path

import pytest

from cchc.intake import read_source
from cchc.intake.values import Notice, NoticeKind, Paragraph, Place, SourceDocument
from tests.intake.building import texts, told

SOURCE = Path(__file__).resolve().parents[2].parent / "shared" / "source" / "appendix-2025.txt"


def text(content: str, name: str = "a.txt") -> SourceDocument:
    return read_source(name, content.encode())


def cells(content: str, name: str = "a.txt") -> list[list[str]]:
    return texts(text(content, name).tables[0])


def test_lines_and_tables_that_blank_lines_end():
    document = text("\nPHỤ LỤC\n\nTT\tNội dung\n1\tRà soát\n\nTT\tNội dung\n2\tBáo cáo\nNơi nhận\n")
    first, one, two, last = document.blocks
    assert (first, last) == (Paragraph("PHỤ LỤC"), Paragraph("Nơi nhận"))
    assert texts(one) == [["TT", "Nội dung"], ["1", "Rà soát"]]
    assert texts(two) == [["TT", "Nội dung"], ["2", "Báo cáo"]]
    assert [(one.number, two.number), [row.number for row in two.rows]] == [(1, 2), [1, 2]]


def test_empty_cells_have_no_paragraphs():
    (row,) = text("\t\tx\t").tables[0].rows
    assert [(cell.column, cell.paragraphs) for cell in row.cells] == [(0, ()), (1, ()), (2, (Paragraph("x"),)), (3, ())]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines(end):
    assert cells(f"a\tb{end}c\td") == [["a", "b"], ["c", "d"]]


QUOTED = {
    "a line break": ('a\t"b\nc"\td', [["a", "b\nc", "d"]]),
    "a tab": ('"a\tb"\tc', [["a\tb", "c"]]),
    "quotes twice": ('"a ""b"" c"\td', [['a "b" c', "d"]]),
    "quotes that belong to the words": ('"Tiếp cận" dịch vụ\tb', [['"Tiếp cận" dịch vụ', "b"]]),
    "quotes that never end": ('"a\tb\nc\td', [['"a', "b"], ["c", "d"]]),
    "quotes inside": ('a "b" c\td', [['a "b" c', "d"]]),
    "nothing in quotes": ('""\ta', [["", "a"]]),
    "at the end": ('a\t"b"', [["a", "b"]]),
}


@pytest.mark.parametrize("name", QUOTED)
def test_quotes(name):
    content, expected = QUOTED[name]
    assert cells(content) == expected


def test_csv_by_comma_semicolon_or_as_it_says():
    assert cells('TT,Nội dung\n1,"Rà soát, báo cáo"', "a.csv") == [["TT", "Nội dung"], ["1", "Rà soát, báo cáo"]]
    assert cells("TT;Nội dung\n1;Rà soát, báo cáo", "a.csv") == [["TT", "Nội dung"], ["1", "Rà soát, báo cáo"]]
    assert cells("sep=|\na|b;c", "a.csv") == [["a", "b;c"]]
    assert cells("a\tb,c", "a.csv") == [["a", "b,c"]]


def test_commas_are_words_in_a_text_that_is_no_csv():
    assert text("một, hai").blocks == (Paragraph("một, hai"),)


def test_the_quote_that_keeps_a_spreadsheet_from_computing_is_no_letter():
    assert cells("'=1,'- a,'a,-1", "a.csv") == [["=1", "- a", "'a", "-1"]]
    assert cells("'=1\tb") == [["'=1", "b"]]


def test_a_list_on_one_line_is_split_and_said_so():
    document = text("1\t- Văn phòng Sở. - Các phòng thi đua - khen thưởng - 05 đơn vị -")
    (row,) = document.tables[0].rows
    assert row.cells[1].text == "- Văn phòng Sở.\n- Các phòng thi đua - khen thưởng\n- 05 đơn vị -"
    words = "- Văn phòng Sở. - Các phòng thi đua - khen thưởng - 05 đơn vị -"
    assert document.notices == (Notice(NoticeKind.ITEMS_SPLIT, Place(table=1, row=1, cell=2), words, is_kept=True),)


def test_dashes_in_a_sentence_split_nothing():
    assert cells("1\tThi đua - Khen thưởng") == [["1", "Thi đua - Khen thưởng"]]


HTML = {
    '<ul style="list-style-type: none"> - A. - B. ': "- A.\n- B.",
    "<ul><li>A</li><li>B</li></ul>": "A\nB",
    "a<br>b": "a\nb",
    "<p>a</p><p>b &amp; c</p>": "a\nb & c",
    "a < b và b > c": "a < b và b > c",
    "a &amp; b": "a &amp; b",
    "<table><tr><td>a<td>b</table>": "a\nb",
    "</div></td>a<b>b</b>": "ab",
}


@pytest.mark.parametrize("cell", HTML)
def test_cells_that_hold_marks_of_a_page(cell):
    assert cells(f"1\t{cell}\t2") == [["1", HTML[cell], "2"]]


def test_the_old_code_page_of_vietnamese_is_guessed_and_told():
    document = read_source("a.txt", "1\tnga\u0300y".encode("cp1258"))
    assert told(document) == [("encoding", "", False)]
    assert texts(document.tables[0]) == [["1", "nga\u0300y"]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_encodings_are_no_letters(encoding):
    assert texts(read_source("a.txt", "1\tngày".encode(encoding)).tables[0]) == [["1", "ngày"]]


ATTACKS = {
    "lines": "a\n" * 300_000,
    "tabs": "a" + "\t" * 300_000,
    "quotes": '"' * 300_001,
    "quotes and tabs": '"\t' * 150_000,
    "quotes that never end": '"a""\t' * 100_000,
    "dashes": "1\t- " + "A - " * 100_000,
    "tags": "1\t" + "<b>" * 200 + "<p " * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
def test_no_text_takes_more_time_than_its_length_asks_for(name):
    begin = time.process_time()
    text(ATTACKS[name])
    assert time.process_time() - begin < 5


def expected_cell(cell: str) -> list[str]:
    """Return the paragraphs of a cell of the source, worked out without any code of cchc."""
    words = cell.removeprefix('<ul style="list-style-type: none">').strip()
    if not words.startswith("- "):
        return [words] if words else []
    items = [""]
    for piece in words.split(" - "):
        items[-1:] = [f"{items[-1]} - {piece}"] if piece[:1].islower() else [items[-1], piece]
    return [item if item.startswith("- ") else f"- {item}" for item in items[1:]]


@pytest.mark.skipif(not SOURCE.exists(), reason="the text that the sample plan was typed from is not part of this repository")
def test_the_source_of_the_sample_plan_is_read_to_the_last_word():
    document = read_source(SOURCE.name, SOURCE.read_bytes())
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if "\t" in line]
    found = [row for table in document.tables for row in table.rows]
    assert [[[p.text for p in cell.paragraphs] for cell in row.cells] for row in found] == [
        [expected_cell(cell) for cell in row] for row in rows
    ]
    assert len(document.tables) == 9
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        line for line in lines if line.strip() and "\t" not in line
    ]
    assert {str(notice.kind) for notice in document.notices} == {"items-split"}
