"""The workbook of an appendix, read back by openpyxl."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from cchc.errors import Unwritable
from cchc.render.appendix.as_xlsx import render
from cchc.views.appendix import Cell, SectionRow, TaskRow

ROOT = Path(__file__).resolve().parents[3]
SECTION = "A. NÂNG CAO"
AWKWARD = (
    "=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "1", "01", "1e5", "30/6/2025", "TRUE", "#N/A", "http://example.com", "mailto:a@b.c",
    "<r>x</r>", "<r><t>x</t></r>", "_x000D_", "_x0041_", "a & <b> “c”", "{{ x }}", " đầu và cuối ", "a\u00a0b",
    "e\u0302\u0301", "😀", "internal:Sheet!A1", "a\nb", "'x", "x" * 32_767,
)  # fmt: skip


@pytest.fixture(scope="module")
def example(make_appendix):
    first = TaskRow(
        "danh-gia/a",
        (*(Cell((text,)) for text in ("1", "Đánh giá", "Hàng tháng", "Văn phòng Sở")), Cell(("- A", "- B")), Cell(())),
        SECTION,
        date(2025, 1, 31),
        date(2025, 12, 31),
    )
    second = TaskRow(
        "danh-gia/b",
        (Cell((), True), Cell(("Báo cáo",)), Cell((), True), Cell((), True), Cell((), True), Cell(("C",))),
        SECTION,
    )
    return make_appendix((SectionRow("A", ("NÂNG CAO",), 1), first, second))


@pytest.fixture(scope="module")
def sheet(example):
    return openpyxl.load_workbook(io.BytesIO(render(example))).active


def midnight(year: int, month: int, day: int) -> datetime:
    return datetime.combine(date(year, month, day), time())


def test_heading_stands_over_what_is_printed(sheet, example):
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [
        "PHỤ LỤC", "NỘI DUNG, NHIỆM VỤ", "NĂM 2025", example.issued_line,
    ]  # fmt: skip
    assert sorted(str(found) for found in sheet.merged_cells.ranges) == ["A1:F1", "A2:F2", "A3:F3", "A4:F4"]


def test_rows_repeat_what_is_merged_down_on_paper(sheet):
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)] == [
        ["TT", "Nội dung công việc", "Thời hạn thực hiện", "Đơn vị chủ trì", "Đơn vị phối hợp", "Kết quả", "Mục", "Hạn đầu tiên", "Hạn cuối cùng"],
        ["A", "NÂNG CAO", None, None, None, None, None, None, None],
        ["1", "Đánh giá", "Hàng tháng", "Văn phòng Sở", "- A\n- B", None, SECTION, midnight(2025, 1, 31), midnight(2025, 12, 31)],
        ["1", "Báo cáo", "Hàng tháng", "Văn phòng Sở", "- A\n- B", "C", SECTION, None, None],
    ]  # fmt: skip
    assert (sheet["H7"].number_format, sheet["H7"].data_type, sheet["A7"].data_type) == ("dd/mm/yyyy", "d", "s")


def test_it_is_made_for_filtering_and_for_paper(sheet):
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("Phụ lục", "A6", "A5:I8", "$5:$5")
    assert sheet.print_area == "'Phụ lục'!$A$1:$F$8", "the added columns would make the type too small to read"
    page, margins = sheet.page_setup, sheet.page_margins
    assert (page.orientation, page.paperSize, page.fitToWidth or 1, page.fitToHeight) == (
        "landscape",
        9,
        1,
        0,
    )  # 1 is the default, left out
    sides = [round(side * 25.4) for side in (margins.left, margins.right, margins.top, margins.bottom)]
    assert sides == [30, 20, 20, 20]
    assert (sheet.oddHeader.center.text, sheet.HeaderFooter.differentFirst) == ("&P", True)


def test_columns_have_the_widths_of_the_paper(sheet):
    """A width counts digits of the usual font, here 12 point: half of that, 120 twips."""
    twips = (600, 3700, 1850, 2050, 2150, 3653, 3700, 1350)
    for letter, expected in zip("ABCDEFGH", twips, strict=True):
        assert sheet.column_dimensions[letter].width * 120 == pytest.approx(expected, abs=10), letter
    assert sheet.column_dimensions["H"].max == 9, "the two columns of days are written as one"
    assert (sheet.parent._fonts[0].name, sheet.parent._fonts[0].size) == ("Times New Roman", 12)


def test_rows_are_as_high_as_their_text_and_follow_it(make_appendix, make_task):
    texts = ("1", "Báo cáo " * 20, "Hàng tháng", "Văn phòng", ("- A", "- B", "- C"), "C")
    rows = (SectionRow("A", ("MỤC",), 1), make_task("a", *texts), make_task("b", "2", *texts[2:], "D"))
    written = zipfile.ZipFile(io.BytesIO(render(make_appendix(rows)))).read("xl/worksheets/sheet1.xml").decode()
    heights = re.findall(r'<row r="(\d+)"[^>]*? ht="([\d.]+)"( customHeight="1")?', written)
    assert [(row, float(height) / 15.75) for row, height, _ in heights[4:]] == [("5", 2), ("6", 1), ("7", 6), ("8", 3)]
    assert [bool(own) for *_, own in heights] == [True] * 4 + [False] * 4


def test_no_row_is_higher_than_excel_allows(make_appendix, make_task):
    written = render(make_appendix((make_task("a", "1", "x " * 16_000, "", "", "", ""),), title=("T " * 16_000,)))
    sheet = openpyxl.load_workbook(io.BytesIO(written)).active
    assert (sheet.row_dimensions[2].height, sheet.row_dimensions[5].height) == (409.5, 409.5)


def test_type_is_times_new_roman_12_wrapped_at_the_top(sheet):
    cell = sheet["B7"]
    assert (cell.font.name, cell.font.size, cell.font.bold, cell.alignment.wrap_text, cell.alignment.vertical) == (
        "Times New Roman", 12, False, True, "top",
    )  # fmt: skip
    assert (cell.border.left.style, sheet["B6"].font.bold, sheet["B5"].alignment.horizontal) == ("thin", True, "center")


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: text[:20])
def test_text_is_text(make_appendix, text):
    row = TaskRow("a", (Cell((text,)),), text[:100])
    appendix = make_appendix((row,), {"content": text[:100]}, label=text[:100], title=(text[:100],))
    sheet = openpyxl.load_workbook(io.BytesIO(render(appendix))).active
    assert [sheet[spot].value for spot in ("A1", "A2", "A4", "A5", "B5")] == [text[:100]] * 3 + [text, text[:100]]
    assert {cell.data_type for cells in sheet.iter_rows(max_col=2) for cell in cells if cell.value is not None} == {"s"}
    assert [cell.hyperlink for cells in sheet.iter_rows() for cell in cells if cell.hyperlink] == []


@pytest.mark.parametrize("text", ["_x005F_x0041_", "_x0041_x0042_x0043_", "_x0041_x005F_x0042_"])
def test_escapes_that_overlap_are_read_as_they_were(make_appendix, text):
    """By the rule of the format; openpyxl drops every `x005F_` instead of reading from left to right."""
    appendix = make_appendix((TaskRow("a", (Cell((text,)),)),), {"content": "C"})
    with zipfile.ZipFile(io.BytesIO(render(appendix))) as archive:
        written = re.findall("<t[^>]*>([^<]*)</t>", archive.read("xl/sharedStrings.xml").decode())
    assert text in [re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), one) for one in written]


def test_what_xml_cannot_hold_is_made_visible(make_appendix):
    appendix = make_appendix((TaskRow("a", (Cell(("a\x00b\x0bc\ufffed\r\ne",)),)),), {"content": "C"})
    assert openpyxl.load_workbook(io.BytesIO(render(appendix))).active["A6"].value == "a\ufffdb\ufffdc\ufffdd\ne"


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384])
def test_a_text_that_no_cell_holds_is_refused(make_appendix, text):
    appendix = make_appendix((TaskRow("a", (Cell((text,)),)),), {"content": "Nội dung"})
    with pytest.raises(Unwritable) as refused:
        render(appendix)
    assert (refused.value.key, refused.value.params["column"], refused.value.params["limit"]) == (
        "xlsx/text-too-long", "Nội dung", 32_767,
    )  # fmt: skip


def test_a_day_that_excel_cannot_count_is_text(make_appendix):
    row = TaskRow("a", (Cell(("a",)),), "", date(1900, 2, 28), date(1900, 3, 1))
    sheet = openpyxl.load_workbook(io.BytesIO(render(make_appendix((row,), {"content": "C"})))).active
    assert (sheet["C6"].value, sheet["D6"].value) == ("28/02/1900", midnight(1900, 3, 1))


def test_a_plan_without_tasks_has_captions_and_a_filter(make_appendix):
    sheet = openpyxl.load_workbook(io.BytesIO(render(make_appendix()))).active
    assert (sheet.max_row, sheet.auto_filter.ref) == (5, "A5:I5")


def test_properties_come_from_the_plan(example):
    book = openpyxl.load_workbook(io.BytesIO(render(example)))
    told = book.properties
    assert (told.title, told.creator) == ("NỘI DUNG, NHIỆM VỤ NĂM 2025", "Sở Nội vụ")
    assert (told.created, told.modified) == (midnight(2025, 3, 3), midnight(2025, 3, 3))
    assert book.custom_doc_props["cchc-plan"].value == "snv-2025"
    without_day = openpyxl.load_workbook(io.BytesIO(render(example._replace(created_on=None))))
    assert without_day.properties.created == midnight(2000, 1, 1)


def test_entries_are_stored_with_a_fixed_time(example):
    with zipfile.ZipFile(io.BytesIO(render(example))) as archive:
        assert {(entry.date_time, entry.compress_type) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_same_bytes_in_another_process_zone_and_year():
    code = """if True:
        import hashlib, datetime, sys
        from cchc.render.appendix.as_xlsx import render
        from cchc.views.appendix import Appendix, Cell, Column, TaskRow
        row = TaskRow("a", (Cell(("b",)),), "A", datetime.date(2025, 3, 31), datetime.date(2025, 6, 30))
        print(hashlib.sha256(render(Appendix("P", ("T",), "I", (Column("content", "C"),), (row,), "p", "S", None))).hexdigest())
    """
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    }  # fmt: skip
    assert len(seen) == 1
