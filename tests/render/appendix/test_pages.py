"""The pages as LibreOffice lays them out: what an official sees on paper."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from cchc.ooxml.task_marks import bookmark_name
from cchc.render.appendix.as_docx import render
from cchc.views.appendix import SectionRow
from tests.libreoffice import converted, needs_office_and_pages

pytestmark = needs_office_and_pages

CAPTIONS = ("TT", "Nội", "dung", "công", "việc", "Đơn", "vị", "chủ", "trì", "phối", "hợp", "Kết", "quả")
ROWS = 30
LONG = tuple(f"- Kết quả dài thứ {number}: trình Ủy ban nhân dân tỉnh phê duyệt." for number in range(1, 31))


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.fixture(scope="module")
def word_file(make_appendix, make_task, template, tmp_path_factory) -> Path:
    rows = [SectionRow("A", ("NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH",), 1)]
    for number in range(1, ROWS + 1):
        results = LONG if number == 12 else f"Mốc kết quả số {number} hoàn thành đúng thời gian quy định."
        content = f"Nhiệm vụ số {number} & <việc> {{{{ x }}}}"
        rows.append(make_task(f"t-{number}", str(number), content, "Thường xuyên", "Sở", ("- A", "- B"), results))
    path = tmp_path_factory.mktemp("pages") / "appendix.docx"
    path.write_bytes(render(make_appendix(tuple(rows)), template))
    return path


@pytest.fixture(scope="module")
def pdf(word_file) -> Path:
    return converted(word_file, "pdf")


@pytest.fixture(scope="module")
def pages(pdf) -> list[str]:
    """Return the text of each page, its white space made single."""
    return [" ".join(page.split()) for page in run("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]]


def test_paper_is_a4_across(pdf):
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", run("pdfinfo", str(pdf)))
    assert (round(float(size[1])), round(float(size[2]))) == (842, 595)


def test_first_page_has_the_head_and_no_number(pages):
    assert pages[0].startswith("PHỤ LỤC NỘI DUNG, NHIỆM VỤ NĂM 2025 (Ban hành theo Kế hoạch số")


def test_number_stands_on_top_of_every_other_page(pages):
    assert len(pages) >= 3
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_header_row_is_repeated_on_every_page(pages):
    assert [all(word in page.split() for word in CAPTIONS) for page in pages] == [True] * len(pages)


def test_every_text_is_on_paper_once(pages):
    whole = " ".join(pages)
    assert [whole.count(f"Mốc kết quả số {number} ") for number in range(1, ROWS + 1) if number != 12] == [1] * 29
    assert [whole.count(f"dài thứ {number}:") for number in range(1, 31)] == [1] * 30
    assert whole.count("& <việc> {{ x }}") == ROWS


def test_only_the_row_taller_than_half_a_page_breaks(pages):
    whole = [number for number in range(1, ROWS + 1) if number != 12]
    assert [sum(f"quả số {number} " in page for page in pages) for number in whole] == [1] * len(whole)
    assert [sum(f"vụ số {number} " in page for page in pages) for number in whole] == [1] * len(whole)
    assert sum("dài thứ" in page for page in pages) == 3


def test_type_is_one_family(pdf):
    names = {line.split()[0].partition("+")[2] or line.split()[0] for line in run("pdffonts", str(pdf)).splitlines()[2:]}
    assert {name.partition("-")[0].replace("PSMT", "").replace("PS", "") for name in names} <= {
        "LiberationSerif",
        "TimesNewRoman",
    }


def test_tasks_and_plan_survive_being_saved_by_another_program(word_file):
    again = converted(word_file, "docx:MS Word 2007 XML")
    with zipfile.ZipFile(again) as archive:
        text = archive.read("word/document.xml").decode()
        assert "snv-2025" in archive.read("docProps/custom.xml").decode()
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="(_cchc_[^"]*)"', text)
    assert names == [bookmark_name(f"t-{number}") for number in range(1, ROWS + 1)]
