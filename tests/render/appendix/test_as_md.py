"""Markdown of an appendix, as the file has it."""

import pytest

from cchc.render.appendix.as_md import render
from cchc.render.markdown_text import every_character
from cchc.views.appendix import Cell, SectionRow, TaskRow


def test_a_whole_file(make_appendix):
    rows = (
        SectionRow("A", ("MỤC", "LỚN"), 1),
        TaskRow("a/a", (Cell(("1",)), Cell(("a", "b")), Cell(("c",)))),
        TaskRow("a/b", (Cell((), True), Cell((), True), Cell(("d",)))),
    )
    columns = {"number": "TT", "content": "Việc", "lead": "Chủ trì"}
    assert render(make_appendix(rows, columns, issued_line="(Kèm theo)")).decode() == (
        "# PHỤ LỤC\n\n"
        "## NỘI DUNG, NHIỆM VỤ<br>NĂM 2025\n\n"
        "*(Kèm theo)*\n\n"
        "| TT | Việc | Chủ trì |\n"
        "| --- | --- | --- |\n"
        "| **A** | **MỤC<br>LỚN** |  |\n"
        "| 1 | a<br>b | c |\n"
        "|  |  | d |\n"
    )


def test_a_cell_that_continues_nothing_is_printed(make_appendix):
    rows = (SectionRow("A", ("x",), 1), TaskRow("a", (Cell(("1",), True),)))
    assert render(make_appendix(rows, {"number": "TT"})).decode().splitlines()[-1] == "| 1 |"


@pytest.mark.parametrize(("number", "markdown"), [("A", "| **A<br>x** |"), ("", "| **x** |")])
def test_number_and_title_of_a_section_share_a_single_column(number, markdown, make_appendix):
    written = render(make_appendix((SectionRow(number, ("x",), 1),), {"content": "Việc"})).decode()
    assert written.splitlines()[-1] == markdown


def test_the_title_of_a_section_stands_under_the_contents(make_appendix):
    columns = {"number": "TT", "results": "Sản phẩm", "content": "Việc"}
    written = render(make_appendix((SectionRow("I", ("MỤC",), 1),), columns)).decode()
    assert written.splitlines()[-1] == "| **I** |  | **MỤC** |"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Kế hoạch số 12/KH-UBND, trước 8/6; (đợt 1): 50%", "Kế hoạch số 12/KH-UBND, trước 8/6; (đợt 1): 50%"),
        (" a  b ", "&#32;a&#32;&#32;b&#32;"),
        ("a\u00a0b\tc", "a&#160;b&#9;c"),
        ("a\n b", "a<br>&#32;b"),
        ("a | @b", "a &#124; `@b`"),
        ("&nbsp;", "&amp;nbsp;"),
        ("a\u200db", "a\u200db"),
        ("\x85\x85", "`\x85\x85`"),
        (" ", "&#32;"),
        ("", ""),
    ],
)
def test_a_text_gives_back_every_character(text, markdown):
    assert every_character(text) == markdown
