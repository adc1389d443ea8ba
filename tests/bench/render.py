"""Times `cchc render` against docxtpl alone filling the same table, and its growth from 1,000 to 10,000 rows, in one run.

Usage: python tests/bench/render.py
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parent))
from run import SCRIPTS, say, seconds

KEYS = ("number", "content", "deadline", "lead", "coordinating", "results")
UNITS = "units:\n  so: {name: Sở Nội vụ}\n  van-phong: {name: Văn phòng Sở}\n"
TASK = """- id: t-{n}
  content: Rà soát, đánh giá việc thực hiện thủ tục hành chính thứ {n} thuộc phạm vi quản lý của Sở
  deadline: Trước ngày 30/11/2025
  lead: [van-phong]
  coordinating: [so]
  results: Báo cáo kết quả rà soát thứ {n} trình Ủy ban nhân dân tỉnh
"""
BY_DOCXTPL = """
import sys
from docxtpl import DocxTemplate
rows = [dict(number=str(n + 1),
    content=f"Rà soát, đánh giá việc thực hiện thủ tục hành chính thứ {n} thuộc phạm vi quản lý của Sở",
    deadline="Trước ngày 30/11/2025", lead="Văn phòng Sở", coordinating="Sở Nội vụ",
    results=f"Báo cáo kết quả rà soát thứ {n} trình Ủy ban nhân dân tỉnh") for n in range(int(sys.argv[1]))]
template = DocxTemplate("table.docx")
template.render({"rows": rows}, autoescape=True)
template.save("out.docx")
"""
BY_US = """
import sys
from pathlib import Path
from cchc.render.appendix.as_docx import render
from cchc.views.appendix import Appendix, Cell, Column, TaskRow
keys = ("number", "content", "deadline", "lead", "coordinating", "results")
rows = tuple(TaskRow(f"t-{n}", tuple(Cell((text,)) for text in (str(n + 1),
    f"Rà soát, đánh giá việc thực hiện thủ tục hành chính thứ {n} thuộc phạm vi quản lý của Sở",
    "Trước ngày 30/11/2025", "Văn phòng Sở", "Sở Nội vụ",
    f"Báo cáo kết quả rà soát thứ {n} trình Ủy ban nhân dân tỉnh"))) for n in range(int(sys.argv[1])))
view = Appendix("PHỤ LỤC", ("KẾ HOẠCH",), "", tuple(Column(key, key) for key in keys), rows, "p", "", None)
Path("out.docx").write_bytes(render(view, Path(sys.argv[2]).read_bytes()))
"""
TEMPLATE = Path(__file__).parents[2] / "templates" / "appendix.docx"


def make_table(path: Path) -> None:
    """Write the template of docxtpl: a table of six columns with a loop over rows."""
    document = docx.Document()
    table = document.add_table(rows=4, cols=6)
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    for cell, caption, key in zip(table.rows[0].cells, KEYS, KEYS, strict=True):
        cell.text = caption
        table.rows[2].cells[KEYS.index(key)].text = f"{{{{ row.{key} }}}}"
    document.save(str(path))


def make_plan(root: Path, rows: int) -> Path:
    """Write a workspace with one plan of so many rows."""
    plan = root / "plans" / "p"
    plan.mkdir(parents=True)
    (root / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    (root / "plans" / "units.yaml").write_text(UNITS, encoding="utf-8")
    tasks = "".join(TASK.format(n=n) for n in range(rows))
    (plan / "plan.yaml").write_text(f"id: p\ntitle: KẾ HOẠCH\nyear: 2025\ntasks:\n{tasks}", encoding="utf-8")
    return root


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_table(folder / "table.docx")
        few, many = make_plan(folder / "few", 1_000), make_plan(folder / "many", 10_000)
        render = [str(SCRIPTS / "cchc"), "render", "out.docx"]
        subprocess.run(render, cwd=few, check=True, capture_output=True)
        print("1,000 and 10,000 rows")
        ours = seconds([sys.executable, "-c", BY_US, "1000", str(TEMPLATE)], 5, folder)
        theirs = seconds([sys.executable, "-c", BY_DOCXTPL, "1000"], 5, folder)
        whole = seconds(render, 5, few)
        say("rendering 1,000 rows / docxtpl alone", ours / theirs, 1.5)
        say("cchc render of 1,000 rows, YAML and checks too / docxtpl alone", whole / theirs, 1.5)
        ours_many = seconds([sys.executable, "-c", BY_US, "10000", str(TEMPLATE)], 3, folder)
        say("rendering 10,000 rows / 1,000 rows", ours_many / ours, 11)
        whole_many = seconds(render, 3, many)
        say("cchc render of 10,000 rows / of 1,000 rows", whole_many / whole, 11)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        say("peak memory in MB", peak, 300)


if __name__ == "__main__":
    main()
