"""Tables that an office has changed in Word: more rows around the plan's, other columns, and mistakes."""

import io
import re
import zipfile

import docx
import pytest

from cchc.render.appendix.as_docx import render
from cchc.render.word.layout import Place, lay_out
from cchc.render.word.problems import Refused
from cchc.views.appendix import SectionRow

MAIN = "word/document.xml"
LOOP = "{%tr for row in rows %}"
FOUR = {"number": "TT", "content": "Việc", "lead": "Chủ trì", "note": "Ghi chú"}


@pytest.fixture
def row_xml(template):
    """Return a function that gives the XML of the template's row that holds a text."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        document = archive.read(MAIN).decode()
    rows = re.findall(r"<w:tr>.*?</w:tr>", document)
    return lambda text: next(row for row in rows if text in row)


def wide_row(text: str) -> str:
    return (
        '<w:tr><w:tc><w:tcPr><w:tcW w:w="14003" w:type="dxa"/><w:gridSpan w:val="6"/></w:tcPr>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
    )


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(data)).tables[0].rows]


def test_wide_row_under_the_table_spans_the_columns_of_the_plan(make_appendix, make_task, edit_template, row_xml):
    end = row_xml("{%tr endfor %}")
    changed = edit_template(MAIN, end, end + wide_row("Cộng: {{ appendix.label }}"))
    appendix = make_appendix((make_task("a", "1", "b", "c", "d"),), columns=FOUR)
    assert texts(render(appendix, changed)) == [
        ["TT", "Việc", "Chủ trì", "Ghi chú"],
        ["1", "b", "c", "d"],
        ["Cộng: PHỤ LỤC"] * 4,
    ]


def test_row_with_merged_cells_cannot_follow_other_columns(make_appendix, edit_template, row_xml):
    head = row_xml("{{ columns.number }}")
    two = wide_row("a").replace("</w:tr>", "<w:tc><w:tcPr/><w:p/></w:tc></w:tr>")
    changed = edit_template(MAIN, head, two + head)
    with pytest.raises(Refused) as caught:
        render(make_appendix(columns=FOUR), changed)
    assert (caught.value.problem.code, caught.value.problem.tag) == ("not-allowed", "a")


def test_fixed_caption_of_the_office_stays(make_appendix, edit_template):
    changed = edit_template(MAIN, "{{ columns.lead }}", "Đơn vị tham mưu")
    assert texts(render(make_appendix(), changed))[0][3] == "Đơn vị tham mưu"
    assert texts(render(make_appendix(columns=FOUR), changed))[0] == [
        "TT",
        "Việc",
        "Đơn vị tham mưu",
        "Ghi chú",
    ]


def test_column_filled_in_by_hand_stays(make_appendix, make_task, edit_template):
    changed = edit_template(MAIN, "{{ task.results }}", "……")
    columns = {key: key for key in ("number", "content", "deadline", "lead", "coordinating")}
    appendix = make_appendix((make_task("a", *"12345"),), columns={**columns})
    with pytest.raises(Refused) as caught:
        render(appendix, changed)
    assert caught.value.problem.name == "columns.results"
    fixed = zip_replace(changed, "{{ columns.results }}", "Ghi chú")
    assert texts(render(appendix, fixed)) == [[*columns, "Ghi chú"], ["1", "2", "3", "4", "5", "……"]]


def zip_replace(data: bytes, old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(old.encode(), new.encode()))
    return target.getvalue()


def test_places_of_columns():
    assert lay_out(["a", "b", None], [10, 20, 30], set(), ["a", "b"]) == [
        Place(0, "a", 10),
        Place(1, "b", 20),
        Place(2, None, 30),
    ]
    assert lay_out(["a", "b", None], [10, 20, 30], set(), ["b", "x"]) == [
        Place(1, "b", 17),
        Place(1, "x", 17, "_1"),
        Place(2, None, 26),
    ]
    assert lay_out(["a", "b"], [10, 30], {"c"}, ["c", "b", "a"]) == [Place(1, "b", 30), Place(0, "a", 10)]


def test_table_without_grid_and_widths_gets_them(make_appendix, make_task, template):
    bare = zip_replace(template, "<w:tcPr>", "<w:tcPr >")
    with zipfile.ZipFile(io.BytesIO(bare)) as archive:
        document = archive.read(MAIN).decode()
    grid = re.search(r"<w:tblGrid>.*?</w:tblGrid>", document)[0]
    bare = zip_replace(bare, grid, "")
    for width in set(re.findall(r'<w:tcW w:w="\d+" w:type="dxa"/>', document)):
        bare = zip_replace(bare, width, "")
    data = render(make_appendix((make_task("a", *"1234"),), columns=FOUR), bare)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = re.findall(r'<w:gridCol w:w="(\d+)"/>', archive.read(MAIN).decode())
    assert found == ["2250"] * 4


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("{%tr endfor %}", "x", "unclosed-block", LOOP),
        ("{{ task.content }}", "x</w:t></w:r></w:p><w:p><w:r><w:t>{{ section.title }}", "not-allowed", None),
        ("{{ section.title }}", "{{ section.name }}", "unknown-name", "{{ section.name }}"),
        ("{{ columns.lead }}", "{{ columns.leed }}", "unknown-name", "{{ columns.leed }}"),
    ],
)
def test_mistake_in_the_table_is_named(old, new, key, said, make_appendix, edit_template):
    with pytest.raises(Refused) as caught:
        render(make_appendix(), edit_template(MAIN, old, new))
    assert caught.value.problem.code == key
    assert said in {None, caught.value.problem.tag}


@pytest.mark.parametrize("text", ["{{ task.content }}", "{{ section.title }}"])
def test_loop_needs_a_row_for_tasks_and_one_for_sections(text, make_appendix, edit_template, row_xml):
    with pytest.raises(Refused) as caught:
        render(make_appendix(), edit_template(MAIN, row_xml(text), ""))
    assert (caught.value.problem.code, caught.value.problem.name) == (
        "no-rows",
        "{{ task.content }} {{ section.title }}",
    )


def test_row_of_a_section_has_at_most_two_cells(make_appendix, edit_template, row_xml):
    row = row_xml("{{ section.title }}")
    three = row.replace("</w:tr>", "<w:tc><w:tcPr/><w:p/></w:tc></w:tr>")
    with pytest.raises(Refused) as caught:
        render(make_appendix((SectionRow("A", ("a",), 1),)), edit_template(MAIN, row, three))
    assert (caught.value.problem.code, caught.value.problem.name) == ("not-allowed", "section")


def test_table_inside_a_condition_or_a_loop_is_printed_once_or_refused(make_appendix, edit_template):
    looped = edit_template(MAIN, "<w:tbl>", paragraph("{%p for t in appendix.title %}") + "<w:tbl>")
    looped = zip_replace(looped, "</w:tbl>", "</w:tbl>" + paragraph("{%p endfor %}"))
    with pytest.raises(Refused) as caught:
        render(make_appendix(), looped)
    assert (caught.value.problem.code, caught.value.problem.tag) == ("not-allowed", LOOP)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
