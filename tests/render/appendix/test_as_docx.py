"""The Word file of an appendix: the rules of NĐ 30, every character of the plan, the same bytes each time."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cchc.ooxml.task_marks import bookmark_name
from cchc.render.appendix.as_docx import render
from cchc.render.word.problems import Refused
from cchc.views.appendix import Appendix, Cell, SectionRow, TaskRow
from tests.render.awkward import AWKWARD

ROOT = Path(__file__).resolve().parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TIMES = dict.fromkeys((f"{W}ascii", f"{W}hAnsi", f"{W}cs", f"{W}eastAsia"), "Times New Roman")
KEYS = ("number", "content", "deadline", "lead", "coordinating", "results")


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read(name))


def body(data: bytes):
    return part(data, "word/document.xml")


def lines(cell) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in cell.paragraphs)


@pytest.fixture(scope="session")
def example(make_appendix, make_task) -> Appendix:
    return make_appendix(
        (
            SectionRow("A", ("NÂNG CAO CHỈ SỐ",), 1),
            make_task("danh-gia", "1", "Sử dụng kết quả", "Định kỳ hàng tháng", "Văn phòng Sở", ("- A", "- B"), "C"),
            SectionRow("I", ("TIÊU CHÍ", "“TIẾP CẬN”"), 2),
            make_task("quy-trinh", "2", "Quy trình", "Thường xuyên", ("- D",), (), ""),
        )
    )


@pytest.fixture(scope="session")
def document(example, template):
    return body(render(example, template))


def style_of(data: bytes, name: str) -> dict[str, str]:
    """Return what a paragraph style says itself, in short."""
    style = next(found for found in part(data, "word/styles.xml").iter(f"{W}style") if found.get(f"{W}styleId") == name)
    size = style.find(f"{W}rPr/{W}sz")
    return {
        "size": "" if size is None else size.get(f"{W}val"),
        "bold": str(style.find(f"{W}rPr/{W}b") is not None),
        "italic": str(style.find(f"{W}rPr/{W}i") is not None),
        "align": getattr(style.find(f"{W}pPr/{W}jc"), "attrib", {}).get(f"{W}val", ""),
    }


def test_paper_is_a4_across_with_margins_of_the_decree(document):
    size, margin = document.find(f".//{W}pgSz"), document.find(f".//{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")
    sides = {side: round(int(margin.get(f"{W}{side}")) / 56.69) for side in ("top", "bottom", "left", "right")}
    assert sides == {"top": 20, "bottom": 20, "left": 30, "right": 20}


def test_page_number_is_centred_in_the_header_and_not_on_the_first_page(document, example, template):
    data = render(example, template)
    assert document.find(f".//{W}titlePg") is not None
    assert document.find(f".//{W}pgNumType").get(f"{W}start") == "1"
    references = document.findall(f".//{W}headerReference")
    assert [reference.get(f"{W}type") for reference in references] == ["default"]
    header = part(data, "word/header1.xml")
    assert [text.text for text in header.iter(f"{W}instrText")] == [" PAGE "]
    assert [style.get(f"{W}val") for style in header.iter(f"{W}pStyle")] == ["Header"]
    assert style_of(data, "Header") == {"size": "26", "bold": "False", "italic": "False", "align": "center"}


def test_type_is_times_new_roman_black_vietnamese(example, template):
    defaults = part(render(example, template), "word/styles.xml").find(f".//{W}rPrDefault/{W}rPr")
    assert dict(defaults.find(f"{W}rFonts").attrib) == TIMES
    assert defaults.find(f"{W}color").get(f"{W}val") == "000000"
    assert defaults.find(f"{W}lang").get(f"{W}val") == "vi-VN"


def test_label_title_and_issued_line_as_the_decree_has_them(example, template, document):
    data = render(example, template)
    heads = [
        (paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(paragraph.itertext()))
        for paragraph in document.find(f"{W}body").findall(f"{W}p")[:4]
    ]
    assert heads == [
        ("PhuLucNhan", "PHỤ LỤC"),
        ("PhuLucTen", "NỘI DUNG, NHIỆM VỤ"),
        ("PhuLucTen", "NĂM 2025"),
        ("PhuLucCanCu", example.issued_line),
    ]
    bold = {"size": "28", "bold": "True", "italic": "False", "align": "center"}
    assert style_of(data, "PhuLucNhan") == bold
    assert style_of(data, "PhuLucTen") == bold
    assert style_of(data, "PhuLucCanCu") == {**bold, "bold": "False", "italic": "True"}


def test_header_row_repeats_and_is_centred_and_bold(example, template, document):
    rows = list(document.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert {style.get(f"{W}val") for style in rows[0].iter(f"{W}pStyle")} == {"BangTieuDe"}
    expected = {"size": "24", "bold": "True", "italic": "False", "align": "center"}
    assert style_of(render(example, template), "BangTieuDe") == expected


def test_section_row_has_its_number_first_and_its_title_across_the_rest_in_bold(example, template, document):
    row = list(document.iter(f"{W}tr"))[3]
    cells = row.findall(f"{W}tc")
    assert [["".join(p.itertext()) for p in cell.iter(f"{W}p")] for cell in cells] == [
        ["I"],
        ["TIÊU CHÍ", "“TIẾP CẬN”"],
    ]
    assert [span.get(f"{W}val") for span in row.iter(f"{W}gridSpan")] == ["5"]
    assert {style.get(f"{W}val") for style in row.iter(f"{W}pStyle")} == {"BangMuc"}
    assert style_of(render(example, template), "BangMuc")["bold"] == "True"


def test_table_has_a_fixed_layout_and_text_of_12(example, template, document):
    assert document.find(f".//{W}tblLayout").get(f"{W}type") == "fixed"
    widths = [int(column.get(f"{W}w")) for column in document.iter(f"{W}gridCol")]
    assert widths == [600, 3700, 1850, 2050, 2150, 3653]
    assert style_of(render(example, template), "BangNoiDung")["size"] == "24"


def test_row_is_kept_whole_unless_taller_than_half_a_page(make_appendix, make_task, template):
    rows = (
        make_task("ngan", "1", "ngắn", "", "", "", ""),
        make_task("vua", "2", "", "", "", "", "chữ " * 127),
        make_task("dai", "3", "", "", "", "", "chữ " * 128),
        make_task("nhieu", "4", ("- dòng",) * 18, "", "", "", ""),
    )
    found = body(render(make_appendix(rows), template)).iter(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in found] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("name", AWKWARD)
def test_text_survives_in_each_cell_and_in_the_head(name, make_appendix, make_task, template):
    text = AWKWARD[name]
    row = make_task("a", *[f"{text}"] * 6)
    appendix = make_appendix(
        (SectionRow(text, (text,), 1), row),
        columns=dict.fromkeys(KEYS, text),
        label=text,
        title=(text, text),
        issued_line=text,
    )
    read = docx.Document(io.BytesIO(render(appendix, template)))
    assert [[lines(cell) for cell in row.cells] for row in read.tables[0].rows] == [[(text,)] * 6] * 3
    assert [paragraph.text for paragraph in read.paragraphs[:4]] == [text] * 4


def test_long_text_is_ten_thousand_characters():
    assert len(AWKWARD["long"]) == 10_000


WRITABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.lists(WRITABLE, min_size=1, max_size=3), min_size=6, max_size=6), head=WRITABLE)
def test_any_text_comes_back(texts, head, make_appendix, template):
    row = TaskRow("a", tuple(Cell(tuple(paragraphs)) for paragraphs in texts))
    appendix = make_appendix((SectionRow("A", (head,), 1), row), label=head, title=(head,), issued_line=head)
    read = docx.Document(io.BytesIO(render(appendix, template)))
    found = read.tables[0].rows
    assert [lines(cell) for cell in found[2].cells] == [tuple(paragraphs) for paragraphs in texts]
    assert lines(found[1].cells[1]) == (head,)
    assert [paragraph.text for paragraph in read.paragraphs[:3]] == [head] * 3


def test_character_that_xml_cannot_hold_is_made_visible(make_appendix, make_task, template):
    text = "a\x00b\x07c\ud800d\uffffe\x0cf"
    appendix = make_appendix((make_task("a", *[text] * 6),), label=text, issuer=text)
    read = docx.Document(io.BytesIO(render(appendix, template)))
    assert read.tables[0].rows[1].cells[1].text == "a�b�c�d�e�f"
    assert read.paragraphs[0].text == "a�b�c�d�e�f"
    assert read.core_properties.author == "a�b�c�d�e�f"


def test_python_docx_reads_every_cell_as_the_plan_has_it(example, template):
    table = docx.Document(io.BytesIO(render(example, template))).tables[0]
    assert [[lines(cell) for cell in row.cells] for row in table.rows] == [
        [(column.title,) for column in example.columns],
        [("A",), *[("NÂNG CAO CHỈ SỐ",)] * 5],
        [("1",), ("Sử dụng kết quả",), ("Định kỳ hàng tháng",), ("Văn phòng Sở",), ("- A", "- B"), ("C",)],
        [("I",), *[("TIÊU CHÍ", "“TIẾP CẬN”")] * 5],
        [("2",), ("Quy trình",), ("Thường xuyên",), ("- D",), ("",), ("",)],
    ]  # fmt: skip


def test_parts_of_a_task_are_merged_down(make_appendix, make_task, template):
    again = Cell((), continues=True)
    rows = (
        make_task("a", "1", "việc", "x", "y", "z", "k"),
        TaskRow("a.b", (again, again, Cell(("x2",)), again, Cell(("z2",)), Cell(("k2",)))),
        TaskRow("a.c", (again, again, Cell(("x3",)), Cell(("y3",)), Cell(("z3",)), Cell(("k3",)))),
    )
    found = list(body(render(make_appendix(rows), template)).iter(f"{W}tr"))[1:]
    merges = [
        [getattr(cell.find(f"{W}tcPr/{W}vMerge"), "attrib", {}).get(f"{W}val", "") for cell in row.iter(f"{W}tc")]
        for row in found
    ]
    assert merges == [
        ["restart", "restart", "", "restart", "", ""],
        ["continue", "continue", "", "continue", "", ""],
        ["continue", "continue", "", "", "", ""],
    ]
    read = docx.Document(io.BytesIO(render(make_appendix(rows), template))).tables[0]
    assert [cell.text for cell in read.rows[2].cells] == ["1", "việc", "x2", "y", "z2", "k2"]


def test_cell_that_continues_nothing_is_printed(make_appendix, template):
    row = TaskRow("a", tuple(Cell((key,), continues=True) for key in KEYS))
    found = render(make_appendix((SectionRow("A", ("a",), 1), row)), template)
    assert list(body(found).iter(f"{W}vMerge")) == []
    assert [cell.text for cell in docx.Document(io.BytesIO(found)).tables[0].rows[2].cells] == list(KEYS)


def test_columns_follow_the_plan(make_appendix, make_task, template):
    columns = {"number": "TT", "results": "Sản phẩm", "content": "Nhiệm vụ", "ghi-chu": "Ghi {{ chú }}"}
    rows = (SectionRow("I", ("MỤC",), 1), make_task("a", "1", "kết quả", "nội dung", ("- x", "- y")))
    data = render(make_appendix(rows, columns=columns), template)
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert [[lines(cell) for cell in row.cells] for row in table.rows] == [
        [("TT",), ("Sản phẩm",), ("Nhiệm vụ",), ("Ghi {{ chú }}",)],
        [("I",), ("MỤC",), ("MỤC",), ("MỤC",)],
        [("1",), ("kết quả",), ("nội dung",), ("- x", "- y")],
    ]
    widths = [int(column.get(f"{W}w")) for column in body(data).iter(f"{W}gridCol")]
    assert (widths, sum(widths)) == ([816, 4973, 5037, 3177], 14003)
    cells = list(body(data).iter(f"{W}tr"))[2].iter(f"{W}tcW")
    assert [int(cell.get(f"{W}w")) for cell in cells] == widths


def test_one_column_has_number_and_title_of_a_section_in_one_cell(make_appendix, make_task, template):
    rows = (SectionRow("I", ("MỤC",), 1), make_task("a", "việc"))
    data = render(make_appendix(rows, columns={"content": "Việc"}), template)
    found = [[lines(cell) for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[0].rows]
    assert found == [[("Việc",)], [("I", "MỤC")], [("việc",)]]


def test_row_may_have_fixed_text_and_two_values_in_one_cell(make_appendix, make_task, edit_template):
    changed = edit_template(
        "word/document.xml", "{{ task.lead }}", "Chủ trì: {{ task.lead }}; phối hợp: {{ task.coordinating }}."
    )
    row = make_task("a", "1", "b", "c", "d", ("- e", "- f"), "g")
    read = docx.Document(io.BytesIO(render(make_appendix((row,)), changed))).tables[0]
    assert [cell.text for cell in read.rows[1].cells][3] == "Chủ trì: d; phối hợp: - e\n- f."


def test_each_level_of_sections_may_have_a_model_row(make_appendix, edit_template, template):
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        text = archive.read("word/document.xml").decode()
    at = text.rindex("<w:tr>", 0, text.index("{{ section.number }}"))
    row = text[at : text.index("</w:tr>", at) + len("</w:tr>")]
    changed = edit_template("word/document.xml", row, row + row.replace("{{ section.title }}", "Mục {{ section.title }}"))
    rows = tuple(SectionRow(str(level), ("x",), level) for level in (1, 2, 3))
    read = docx.Document(io.BytesIO(render(make_appendix(rows), changed))).tables[0]
    assert [row.cells[1].text for row in read.rows[1:]] == ["x", "Mục x", "Mục x"]


def test_tag_that_word_split_over_runs_is_mended(make_appendix, edit_template):
    pieces = (
        "{</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>{ appendix.</w:t></w:r><w:proofErr w:type='spellStart'/>"
        "<w:r><w:t>label }</w:t></w:r><w:r><w:t>} (ví dụ)"
    )
    changed = edit_template("word/document.xml", "{{ appendix.label }}", pieces)
    assert docx.Document(io.BytesIO(render(make_appendix(), changed))).paragraphs[0].text == "PHỤ LỤC (ví dụ)"


def test_row_carries_the_task_in_a_hidden_bookmark_of_at_most_40_characters(make_appendix, make_task, template):
    long = "x" * 64
    rows = tuple(make_task(task_id, *"123456") for task_id in ("danh-gia", long, "danh-gia", "a/b"))
    found = list(body(render(make_appendix(rows), template)).iter(f"{W}tr"))[1:]
    names = [[mark.get(f"{W}name") for mark in row.iter(f"{W}bookmarkStart")] for row in found]
    assert names == [["_cchc_danh_gia"], [bookmark_name(long)], [], [bookmark_name("a/b")]]
    assert bookmark_name(long) == "_cchc_xxxxxxxxxxxxxxxxxxxxxxx_7ce100971f"
    assert len(bookmark_name(long)) == 40
    assert bookmark_name("x" * 63) != bookmark_name(long)
    assert bookmark_name("a/b") != bookmark_name("a-b")


def test_properties_come_from_the_plan(make_appendix, template):
    data = render(make_appendix(title=("A & B", "C")), template)
    read = docx.Document(io.BytesIO(data)).core_properties
    assert (read.title, read.author, read.last_modified_by) == ("A & B C", "Sở Nội vụ", "Sở Nội vụ")
    assert (read.created.date(), read.modified.date(), read.language) == (
        date(2025, 3, 3),
        date(2025, 3, 3),
        "vi-VN",
    )
    custom = part(data, "docProps/custom.xml")
    assert [(child.get("name"), "".join(child.itertext())) for child in custom] == [("cchc-plan", "snv-2025")]
    undated = docx.Document(io.BytesIO(render(make_appendix(created_on=None), template))).core_properties
    assert undated.created.date() == date(2000, 1, 1)


def test_tags_of_the_properties_are_filled_in_without_escapes(make_appendix, edit_template):
    subject = "<dc:subject>{{ appendix.issuer }}: {{ appendix.created_on }}</dc:subject>"
    changed = edit_template("docProps/core.xml", "<dc:language>", f"{subject}<dc:language>")
    data = render(make_appendix(issuer="A & B_<c>"), changed)
    assert docx.Document(io.BytesIO(data)).core_properties.subject == "A & B_<c>: 03/03/2025"


SCRIPT = """
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from cchc.render.appendix.as_docx import render
from cchc.views.appendix import *
keys = "number content deadline lead coordinating results ghi-chu".split()
columns = tuple(Column(key, key) for key in keys)
tasks = [TaskRow(f"t-{n}", tuple(Cell((str(n), "é")) for _ in columns)) for n in range(9)]
rows = (SectionRow("A", ("x",), 1), *tasks)
made = Appendix("PL", ("A", "B"), "(…)", columns, rows, "snv", "Sở", None)
print(sha256(render(made, Path(sys.argv[1]).read_bytes())).hexdigest())
"""


def test_same_plan_gives_the_same_bytes():
    found = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Ho_Chi_Minh"), ("4242", "America/Los_Angeles")):
        found.add(
            subprocess.run(
                [sys.executable, "-c", SCRIPT, str(ROOT / "templates" / "appendix.docx")],
                env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
    assert len(found) == 1
    assert re.fullmatch(r"[0-9a-f]{64}\n", found.pop())


def test_template_without_rows_is_refused(make_appendix, edit_template):
    changed = edit_template("word/document.xml", "{%tr for row in rows %}", "")
    with pytest.raises(Refused) as caught:
        render(make_appendix(), changed)
    assert (caught.value.problem.code, caught.value.problem.name) == ("no-rows", "{%tr for row in rows %}")


def test_shipped_template_passes_its_own_check(template):
    from cchc.render.appendix.as_docx import check

    assert check(template) == []


def test_a_thousand_rows_take_little(make_appendix, make_task, template):
    rows = tuple(make_task(f"t-{n}", str(n), "việc " * 30, "x", "y", "z", "k " * 50) for n in range(1_000))
    data = render(make_appendix(rows), template)
    assert len(list(body(data).iter(f"{W}tr"))) == 1_001
    assert len(data) < 4 * 2**20
