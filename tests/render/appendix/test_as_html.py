"""The page of an appendix: its exact text, read back by lxml, and printed by a real browser where there is one."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.render.appendix.as_html import anchor_of, render
from cchc.render.printable import printable
from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow
from tests.render.appendix.test_shapes import GOLDEN, view_of

AWKWARD = (
    "\"'`", "a & b < c > d &amp; &#65; &nbsp;", "{{ task.content }} {% raw %} {# #}", "]]> <![CDATA[ <!-- -->", "=1+1",
    "👩\u200d👩\u200d👧 🇻🇳", "עברית العربية \u202eabc", "Tie\u0302\u0301ng Vie\u0323\u0302t", "a\u00a0b\u202fc", "a\tb\t\tc", "  hai  dấu cách  ",
    "</td><script>alert(1)</script>", "</style></title></p>", '" onclick="alert(1)" x="', "a\nb\n\nc", "\n", " ", "\x7f\x85\u2028", "x" * 10_000,
)  # fmt: skip
LIVE = {"script", "link", "img", "iframe", "object", "embed", "form", "a", "base", "svg"}


def page_of(appendix: Appendix):
    return lxml.html.document_fromstring(render(appendix).decode())


def texts_of(element) -> list[str]:
    return [paragraph.text_content() for paragraph in element.iter("p")]


def cells_of(appendix: Appendix) -> list[list[tuple[str, str | None, list[str]]]]:
    """Return kind, rows covered and paragraphs of each cell below the captions."""
    rows = page_of(appendix).find(".//tbody").iter("tr")
    return [[(cell.tag, cell.get("rowspan"), texts_of(cell)) for cell in row] for row in rows]


def test_a_page_is_this(make_appendix):
    first = TaskRow("bao-cao/a", (Cell(("1",)), Cell(("Báo cáo <quý>", "")), Cell(("x",))))
    second = TaskRow("bao-cao/b", (Cell((), True), Cell(("Khác",)), Cell(())))
    columns = {"number": "TT", "content": "Nội dung", "ghi-chu": 'Ghi "chú"'}
    page = render(make_appendix((SectionRow("A", ("MỘT", "HAI"), 1), first, second), columns)).decode()
    assert re.sub("<style>.*</style>", "<style></style>", page, flags=re.DOTALL) == (
        "<!doctype html>\n"
        '<html lang="vi">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="author" content="Sở Nội vụ">\n'
        '<meta name="cchc-plan" content="snv-2025">\n'
        "<title>NỘI DUNG, NHIỆM VỤ NĂM 2025</title>\n"
        "<style></style>\n"
        "</head>\n"
        "<body>\n"
        "<h1><span>PHỤ LỤC</span><span>NỘI DUNG, NHIỆM VỤ</span><span>NĂM 2025</span></h1>\n"
        '<p class="issued">(Ban hành theo Kế hoạch số      /KH-SNV ngày    /    /2025 của Sở Nội vụ)</p>\n'
        "<hr>\n"
        "<table>\n"
        '<colgroup><col style="width: 9.04%"><col style="width: 55.77%"><col style="width: 35.18%"></colgroup>\n'
        '<thead><tr><th scope="col">TT</th><th scope="col">Nội dung</th><th scope="col">Ghi &quot;chú&quot;</th></tr></thead>\n'
        "<tbody>\n"
        '<tr class="section"><td class="number"><p>A</p></td><th scope="row" colspan="2"><p>MỘT</p><p>HAI</p></th></tr>\n'
        '<tr class="task" id="bao-cao.a"><td class="number" id="bao-cao" rowspan="2"><p>1</p></td>'
        '<td class="content" data-caption="Nội dung"><p>Báo cáo &lt;quý&gt;</p><p></p></td>'
        '<td data-caption="Ghi &quot;chú&quot;"><p>x</p></td></tr>\n'
        '<tr class="part" id="bao-cao.b"><td class="content" data-caption="Nội dung"><p>Khác</p></td>'
        '<td data-caption="Ghi &quot;chú&quot;"></td></tr>\n'
        "</tbody>\n"
        '<tfoot aria-hidden="true"><tr><td colspan="3"></td></tr></tfoot>\n'
        "</table>\n"
        "</body>\n"
        "</html>\n"
    )


def everywhere(text: str) -> Appendix:
    """Return an appendix that holds a text in each place there is."""
    rows = (SectionRow(text, (text, text), 1), TaskRow(text, (Cell((text,)), Cell((text, text)))))
    return Appendix(text, (text,), text, (Column("number", text), Column(text, text)), rows, text, text, None)


def read_back(page) -> list[str]:
    return [
        *(span.text_content() for span in page.find(".//h1")),
        page.find_class("issued")[0].text_content(),
        *(caption.text_content() for caption in page.find(".//thead/tr")),
        *texts_of(page.find(".//tbody")),
        *(cell.get("data-caption") for cell in page.iter("td") if cell.get("data-caption") is not None),
        *(meta.get("content") for meta in page.iter("meta") if meta.get("name") in {"author", "cchc-plan"}),
    ]


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: repr(text[:20]))
def test_text_is_text_in_every_place(text):
    page = page_of(everywhere(text))
    assert read_back(page) == [text] * 14
    assert {element.tag for element in page.iter()} & LIVE == set()
    assert {name for element in page.iter() for name in element.attrib} == {
        "lang", "charset", "http-equiv", "content", "name", "class", "style", "scope", "colspan", "id", "data-caption",
    }  # fmt: skip


@given(st.text())
def test_any_text_comes_back(text):
    assert read_back(page_of(everywhere(text))) == [printable(text)] * 14


def test_what_a_page_cannot_hold_is_made_visible(make_appendix):
    appendix = make_appendix((TaskRow("a", (Cell(("a\x00b\x0cc\ud800d\r\ne",)),)),), {"content": "C"})
    assert cells_of(appendix) == [[("td", None, ["a\ufffdb\ufffdc\ufffdd\ne"])]]


def test_the_page_asks_for_nothing_outside_and_runs_nothing():
    hostile = "url(http://x) @import <a href=http://x> <img src=//x>"
    page = page_of(everywhere(hostile))
    assert page.xpath("//@src | //@href | //@srcset | //@action | //@*[starts-with(name(), 'on')]") == []
    style = page.find(".//style").text
    assert [word for word in ("url(", "@import", "http", "image") if word in style] == []
    policies = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_cells_that_continue_are_merged_down_and_others_are_printed(make_appendix):
    columns = {"content": "C", "lead": "L"}
    orphan = TaskRow("a", (Cell(("a",)), Cell(("mồ côi",), True)))
    below = TaskRow("b", (Cell(("b",)), Cell((), True)))
    own = TaskRow("c", (Cell(("c",)), Cell(("riêng",))))
    assert cells_of(make_appendix((orphan, below, SectionRow("I", ("T",), 1), orphan, own), columns)) == [
        [("td", None, ["a"]), ("td", "2", ["mồ côi"])],
        [("td", None, ["b"])],
        [("td", None, ["I"]), ("th", None, ["T"])],
        [("td", None, ["a"]), ("td", None, ["mồ côi"])],
        [("td", None, ["c"]), ("td", None, ["riêng"])],
    ]


def test_three_levels_have_their_rows_in_order(make_appendix, make_task):
    sections = tuple(SectionRow(number, (title,), level) for level, (number, title) in enumerate(("A1", "I2", "13"), 1))
    appendix = make_appendix((*sections, make_task("a", "1")), {"number": "TT"})
    assert cells_of(appendix) == [
        [("th", None, ["A", "1"])], [("th", None, ["I", "2"])], [("th", None, ["1", "3"])], [("td", None, ["1"])],
    ]  # fmt: skip


def test_an_appendix_without_rows_has_its_captions(make_appendix):
    page = page_of(make_appendix())
    assert [caption.text for caption in page.find(".//thead/tr")] == [
        "TT", "Nội dung công việc", "Thời hạn thực hiện", "Đơn vị chủ trì", "Đơn vị phối hợp", "Kết quả",
    ]  # fmt: skip
    assert list(page.find(".//tbody")) == []


def test_columns_have_the_widths_of_the_paper(make_appendix):
    widths = [float(re.sub("[^0-9.]", "", column.get("style"))) for column in page_of(make_appendix()).iter("col")]
    assert widths == [round(100 * width / 14_003, 2) for width in (600, 3_700, 1_850, 2_050, 2_150, 3_653)]


@pytest.mark.parametrize(
    ("task_id", "anchor"),
    [("bao-cao", "bao-cao"), ("bao-cao/a", "bao-cao.a"), ("bao-cao.a", "bao-cao_2e_a"), ('a b_Ạ"<', "a_20_b_5f__1ea0__22__3c_")],
)
def test_a_task_is_linked_to_by_its_id(task_id, anchor):
    assert anchor_of(task_id) == anchor


def test_a_task_of_parts_is_found_at_its_first_part_and_each_part_by_itself(make_appendix, make_task):
    rows = (make_task("a", "1"), make_task("b/x", "2"), make_task("b/y", "3"), SectionRow("I", ("T",), 1), make_task("c/x", "4"))
    found = page_of(make_appendix(rows, {"content": "C"})).xpath("//*[@id]")
    assert [(element.get("id"), element.tag, element.text_content()) for element in found] == [
        ("a", "tr", "1"), ("b.x", "tr", "2"), ("b", "td", "2"), ("b.y", "tr", "3"), ("c.x", "tr", "4"), ("c", "td", "4"),
    ]  # fmt: skip


@given(st.lists(st.text(alphabet="ab2e_-./ Ạ"), unique=True))
def test_no_two_tasks_share_an_anchor(task_ids):
    anchors = [anchor_of(task_id) for task_id in task_ids]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[0-9a-z._-]*", anchor) for anchor in anchors)


def test_a_plan_with_parts_is_the_golden_page(tmp_path):
    found = render(view_of((GOLDEN / "parts.yaml").read_text(encoding="utf-8"), tmp_path)).decode()
    golden = GOLDEN / "parts.html"
    if os.environ.get("CCHC_REWRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8", newline="")
    assert found == golden.read_bytes().decode()


NEEDED = ("chromium", "pdfinfo", "pdftotext")
printed = pytest.mark.skipif(not all(shutil.which(name) for name in NEEDED), reason="needs Chromium and poppler")


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def print_out(appendix: Appendix, folder: Path) -> Path:
    """Return the page as Chromium prints it."""
    page, target = folder / "appendix.html", folder / "appendix.pdf"
    page.write_bytes(render(appendix))
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    options += ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={folder / 'profile'}"]
    run("chromium", *options, "--no-pdf-header-footer", f"--print-to-pdf={target}", page.as_uri())
    return target


def pages_of(pdf: Path) -> list[str]:
    return [" ".join(page.split()) for page in run("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]]


@pytest.fixture(scope="module")
def pdf(make_appendix, make_task, tmp_path_factory) -> Path:
    """Return a page of so many headings that some would stand at the end of a sheet."""
    rows: list[SectionRow | TaskRow] = []
    for number in range(1, 61):
        rows += [SectionRow(f"S{number}", (f"MỤC {number}",), 1)]
        rows += [
            make_task(f"t-{number}", f"{number}", f"Việc thứ {number}", "Thường xuyên", "Sở", "", ("- A", f"- Hết {number}"))
        ]
    return print_out(make_appendix(tuple(rows)), tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="module")
def pages(pdf) -> list[str]:
    return pages_of(pdf)


@printed
def test_paper_is_a4_across(pdf):
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", run("pdfinfo", str(pdf)))
    assert (round(float(size[1])), round(float(size[2]))) == (842, 595)


@printed
def test_captions_are_repeated_and_pages_numbered_from_the_second(pages):
    assert len(pages) >= 3
    assert pages[0].startswith("PHỤ LỤC NỘI DUNG, NHIỆM VỤ NĂM 2025 (Ban hành theo Kế hoạch số")
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    assert ["TT" in page.split() for page in pages] == [True] * len(pages)


@printed
def test_rows_are_whole_and_headings_stay_with_what_follows(pages):
    for number in range(1, 61):
        holding = [page for page in pages if re.search(rf"MỤC {number}(?!\d)", page)]
        assert len(holding) == 1
        assert re.search(rf"Việc thứ {number}(?!\d).*- Hết {number}(?!\d)", holding[0])


@printed
def test_parts_longer_than_a_sheet_begin_on_the_first_and_stay_whole(make_appendix, tmp_path):
    parts = [
        TaskRow(
            f"a/{number}", (Cell(() if number > 1 else ("1",), number > 1), Cell((f"Đầu {number}", "ở giữa", f"Cuối {number}")))
        )
        for number in range(1, 31)
    ]
    appendix = make_appendix((SectionRow("A", ("MỤC",), 1), *parts), {"number": "TT", "content": "Nội dung"})
    pages = pages_of(print_out(appendix, tmp_path))
    assert "A MỤC" in pages[0]
    begun, ended = ([re.findall(rf"{word} (\d+)", page) for page in pages] for word in ("Đầu", "Cuối"))
    assert begun == ended
    assert len(begun[0]) >= 5
    assert [number for page in begun for number in page] == [str(number) for number in range(1, 31)]
