"""Times `cchc import --dry-run` against python-docx reading the same cells, and its growth from 1,000 to 10,000 rows, in one run.

Usage: python tests/bench/importing.py
"""

import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path

import docx
from docx.table import Table

sys.path.insert(0, str(Path(__file__).parent))
from run import say

CAPTIONS = ("TT", "Nội dung công việc", "Thời hạn thực hiện", "Đơn vị chủ trì", "Đơn vị phối hợp", "Kết quả")
BY_PYTHON_DOCX = """
import sys, time, docx
started = time.perf_counter()
table = docx.Document(sys.argv[1]).tables[0]
read = [[cell.text for cell in row.cells] for row in table.rows]
print(time.perf_counter() - started)
"""
BY_US = """
import sys, time
from pathlib import Path
from cchc.cli.app import main
from cchc.cli import importing
started = time.perf_counter()
main(["import", sys.argv[1], "--into", "plans/p", "--dry-run", "--format", "json", "--output", "report.json"])
print(time.perf_counter() - started)
"""


def make_paper(path: Path, rows: int) -> None:
    """Write an appendix of so many tasks, a row of XML each, since python-docx is slow to write."""
    paper = docx.Document()
    paper.add_paragraph("NHIỆM VỤ NĂM 2025")
    table = paper.add_table(rows=2, cols=len(CAPTIONS))
    for cell, caption in zip(table.rows[0].cells, CAPTIONS, strict=True):
        cell.text = caption
    _fill(table, rows)
    paper.save(str(path))


def _fill(table: Table, rows: int) -> None:
    for cell, _ in zip(table.rows[1].cells, CAPTIONS, strict=True):
        cell.text = "?"
    pattern = table.rows[1]._tr
    for number in range(rows):
        row = deepcopy(pattern)
        texts = (
            str(number + 1),
            f"Rà soát, đánh giá việc thực hiện thủ tục hành chính thứ {number} thuộc phạm vi quản lý của Sở",
            "Trước ngày 30/11/2025",
            "Văn phòng Sở",
            "Sở Nội vụ",
            f"Báo cáo kết quả rà soát thứ {number} trình Ủy ban nhân dân tỉnh",
        )
        for text, said in zip(row.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"), texts, strict=True):
            text.text = said
        pattern.addprevious(row)
    pattern.getparent().remove(pattern)


def best(program: str, folder: Path, paper: str) -> float:
    """Return the best of three runs, each in a process of its own."""
    runs = [
        subprocess.run([sys.executable, "-c", program, paper], cwd=folder, check=True, capture_output=True, text=True).stdout
        for _ in range(3)
    ]
    return min(map(float, runs))


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "plans").mkdir()
        (folder / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
        for rows in (1_000, 10_000):
            make_paper(folder / f"{rows}.docx", rows)
        theirs = best(BY_PYTHON_DOCX, folder, "1000.docx")
        ours = best(BY_US, folder, "1000.docx")
        many = best(BY_US, folder, "10000.docx")
        print(f"  python-docx {theirs:.2f} s; cchc import --dry-run {ours:.2f} s, for ten times the rows {many:.2f} s")
        say("cchc import / python-docx reading the same 1,000 rows", ours / theirs, 3)
        say("growth from 1,000 to 10,000 rows, for each row", many / ours / 10, 1.2)


if __name__ == "__main__":
    main()
