"""The workbook as LibreOffice Calc opens, prints and saves it."""

import csv
import io
import re
import shutil
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import openpyxl
import pytest

from cchc.cli.app import main
from cchc.render.appendix.as_xlsx import render
from cchc.views.appendix import SectionRow
from tests.libreoffice import MUST_RUN, converted

ROOT = Path(__file__).resolve().parents[3]
OFFICE = Path(shutil.which("soffice") or "soffice").resolve()
HAS_CALC = (OFFICE.parent / "libsclo.so").exists() and shutil.which("pdftotext") is not None
needs_calc = pytest.mark.skipif(not MUST_RUN and not HAS_CALC, reason="LibreOffice Calc is not installed")

AWKWARD = ("=1+1", "+1", "-1", "@SUM(A1)", "01", "1e5", "30/6/2025", "TRUE", "#N/A", '"a", b', "a\nb", "_x0041_", "Nghiễm")


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


Word = tuple[float, float, float, float, str]


def words_of(page: str) -> list[Word]:
    """Return the words of a page of `pdftotext -bbox` with left, top, right and bottom, in points."""
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', page)
    return [(*map(float, place), word) for *place, word in found]


def overlap(one: Word, other: Word) -> bool:
    """Return whether one word is printed over another, as where a row is too low for its text."""
    is_beside = min(one[2], other[2]) - max(one[0], other[0]) < 2
    return not is_beside and min(one[3], other[3]) - max(one[1], other[1]) > 4


@pytest.fixture
def workbook(make_appendix, make_task, tmp_path) -> Path:
    rows = [SectionRow("A", ("NÂNG CAO",), 1)]
    rows += [make_task(f"t-{number}", str(number), text, "", "", "", "") for number, text in enumerate(AWKWARD)]
    path = tmp_path / "appendix.xlsx"
    path.write_bytes(render(make_appendix(tuple(rows))))
    return path


@needs_calc
def test_calc_reads_every_text_as_it_was_written(workbook):
    utf8_with_commas = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    rows = list(csv.reader(io.StringIO(converted(workbook, utf8_with_commas).read_text(encoding="utf-8"))))
    assert [row[:2] for row in rows[6:]] == [[str(number), text] for number, text in enumerate(AWKWARD)]


@needs_calc
def test_filter_and_texts_survive_being_saved_by_calc(workbook):
    sheet = openpyxl.load_workbook(converted(workbook, "xlsx:Calc MS Excel 2007 XML")).active
    last = 6 + len(AWKWARD)
    assert (sheet.auto_filter.ref, sheet.print_title_rows) == (f"A5:I{last}", "$5:$5")
    assert [(sheet.cell(row, 2).value, sheet.cell(row, 2).data_type) for row in range(7, last + 1)] == [
        (text, "s") for text in AWKWARD
    ]


@needs_calc
def test_the_plan_of_2025_is_printed_at_full_size_with_no_word_cut_off(tmp_path):
    path = tmp_path / "plan.xlsx"
    assert main(["render", str(path), "--root", str(ROOT)]) == 0
    pdf = str(converted(path, "pdf"))
    width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", run("pdfinfo", pdf)).groups()
    assert (round(float(width)), round(float(height))) == (842, 595)
    pages = run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    assert [page.split()[0] for page in pages] == ["PHỤ", *(str(number) for number in range(2, len(pages) + 1))]
    assert [all(word in page.split() for word in ("TT", "Kết", "quả")) for page in pages] == [True] * len(pages)
    assert [page for page in pages if "Hạn đầu tiên" in page] == []
    words = [words_of(page) for page in run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]]
    assert [(one, other) for page in words for one, other in combinations(page, 2) if overlap(one, other)] == []
    sizes = [bottom - top for page in words for _, top, _, bottom, word in page if word == "Thường"]
    assert sizes
    assert min(sizes) > 15, "the box of type of 12 points that is not shrunk"


def test_ten_thousand_rows_need_less_than_300_megabytes():
    """In a process of its own, whose peak the system tells."""
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells the peak of a process itself, without that of its parent")
    code = """if True:
        import datetime
        from cchc.render.appendix.as_xlsx import render
        from cchc.views.appendix import Appendix, Cell, Column, TaskRow
        columns = tuple(Column(key, key) for key in ("number", "content", "deadline", "lead", "coordinating", "results"))
        day = datetime.date(2025, 3, 31)
        def row(number):
            texts = (str(number), f"Nhiệm vụ {number} " * 15, "Hàng quý", "Văn phòng Sở", "Các phòng", f"Kết quả {number} " * 15)
            return TaskRow(f"t-{number}", tuple(Cell((text,)) for text in texts), "A. MỤC", day, day)
        written = render(Appendix("P", ("T",), "I", columns, tuple(map(row, range(10_000))), "p", "S", None))
        with open("/proc/self/status") as lines:
            peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
        print(len(written) > 1_000_000, peak // 1000)
    """
    is_written, megabytes = run(sys.executable, "-c", code).split()
    assert is_written == "True"
    assert int(megabytes) < 300
