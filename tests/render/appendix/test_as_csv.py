"""csv of an appendix: a row for each task that stands by itself, and nothing that a spreadsheet would calculate."""

from datetime import date

from cchc.render.appendix.as_csv import render
from cchc.views.appendix import Cell, SectionRow, TaskRow

COLUMNS = {"number": "TT", "content": "Nội dung"}


def task(*cells: Cell, **changes: object) -> TaskRow:
    return TaskRow("a", cells)._replace(**changes)


def test_a_whole_file(make_appendix):
    rows = (
        SectionRow("A", ("MỤC",), 1),
        task(
            Cell(("1",)),
            Cell(("Báo cáo, “quý”",)),
            section="A. MỤC",
            first_due_on=date(2025, 3, 31),
            last_due_on=date(2025, 12, 31),
        ),
        task(Cell((), continues=True), Cell(('"a"', "b")), section="A. MỤC"),
    )
    assert render(make_appendix(rows, COLUMNS)).decode() == (
        "\ufeffTT,Nội dung,Mục,Hạn đầu tiên,Hạn cuối cùng\r\n"
        '1,"Báo cáo, “quý”",A. MỤC,2025-03-31,2025-12-31\r\n'
        '1,"""a""\nb",A. MỤC,,\r\n'
    )


def test_a_caption_and_a_section_are_no_formulas_either(make_appendix):
    rows = (task(Cell(("+84",)), Cell(("- x",)), section="=1+1"),)
    written = render(make_appendix(rows, {"number": "@SUM(A1)", "content": "\tx"})).decode()
    assert written == "\ufeff'@SUM(A1),'\tx,Mục,Hạn đầu tiên,Hạn cuối cùng\r\n'+84,'- x,'=1+1,,\r\n"


def test_a_year_has_four_digits(make_appendix):
    rows = (task(Cell(("1",)), Cell(("x",)), first_due_on=date(1, 2, 3), last_due_on=date.max),)
    assert render(make_appendix(rows, COLUMNS)).decode().splitlines()[1] == "1,x,,0001-02-03,9999-12-31"
