"""A workspace with one plan, and edits of its Word document as Word would make them."""

import copy
from collections.abc import Callable
from pathlib import Path

import docx
from docx.oxml.ns import qn

PLAN = """\
# Kế hoạch của năm
id: p
title: Kế hoạch cải cách hành chính năm 2025
year: 2025
sections:
  - sections/a.yaml
  # mục thứ hai
  - number: B
    title: Tổ chức bộ máy
    tasks:
      - id: sap-xep
        content: Sắp xếp các phòng chuyên môn theo đề án
        lead: [v]
        deadline: Quý II/2025
        results: Quyết định sắp xếp
"""
SECTION = """\
number: A
title: Cải cách thể chế
tasks:
# việc đầu
- id: ra-soat
  content: >-
    Rà soát văn bản quy phạm pháp luật
  lead: [u]   # đơn vị
  coordinating: [v]
  deadline: {text: Trước ngày 30/6/2025, before: 2025-06-30, note: theo quy chế}
  results: Báo cáo rà soát
- id: tuyen-truyen
  content: Tuyên truyền cải cách hành chính trên trang tin
  lead: [v]
  deadline: Thường xuyên
  results: Tin bài
- id: bao-cao  # ba
  content: Báo cáo kết quả thực hiện hằng quý
  lead: [u]
  deadline: Hằng quý
  results: Báo cáo
"""
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n  v: {name: Phòng Tổ chức}\n",
    "plans/p/plan.yaml": PLAN,
    "plans/p/sections/a.yaml": SECTION,
}
PARTED = """\
number: A
title: Cải cách thể chế
tasks:
- id: theo-doi
  content: Theo dõi thi hành pháp luật
  lead: [u]
  parts:
  - id: ke-hoach   # một
    deadline: Quý I/2025
    results: Kế hoạch theo dõi
  - id: bao-cao
    deadline: Quý IV/2025
    results: Báo cáo theo dõi
- id: khac
  content: Việc khác hẳn của cơ quan
  lead: [v]
  deadline: Thường xuyên
"""
FIRST = 2  # the row of the table, counted from 0, of `ra-soat`: captions and heading stand above


def texts(office: Path) -> dict[str, str]:
    return {name: (office / name).read_text(encoding="utf-8") for name in FILES}


def edited(edit: Callable[[docx.table.Table], None]) -> None:
    """Open the document as Word would, edit its table and save it."""
    document = docx.Document("a.docx")
    edit(document.tables[-1])
    document.save("a.docx")


def write(table: docx.table.Table, row: int, column: int, text: str) -> None:
    paragraph = table.rows[row].cells[column].paragraphs[0]
    paragraph.runs[0].text = text
    for run in paragraph.runs[1:]:
        run.text = ""


def write_row(table: docx.table.Table, row: int, *words: str) -> None:
    """Write the cells of a row from the first on."""
    for column, text in enumerate(words):
        if text or table.rows[row].cells[column].text:
            write(table, row, column, text)


def insert_copy(table: docx.table.Table, row: int, *words: str) -> None:
    """Copy a row of the table below itself, and write into the copy."""
    table.rows[row]._tr.addnext(without_marks(table.rows[row]))
    write_row(table, row + 1, *words)


def lose_mark(table: docx.table.Table, row: int) -> None:
    """Put a copy without the hidden name in the place of a row, as other programs save it."""
    table.rows[row]._tr.addprevious(without_marks(table.rows[row]))
    table._tbl.remove(table.rows[row + 1]._tr)


def write_title(text: str) -> None:
    document = docx.Document("a.docx")
    next(found for found in document.paragraphs if "Kế hoạch cải cách" in found.text).runs[0].text = text
    document.save("a.docx")


def without_marks(row: object) -> object:
    """Return a copy of a row as Word makes it of one that is copied: the hidden name stays with the original."""
    made = copy.deepcopy(row._tr)
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in list(made.iter(qn(tag))):
            mark.getparent().remove(mark)
    return made


def remarks(report: dict) -> list[tuple[str, int | None]]:
    """Return what is told, each with the row where it stands."""
    return [(remark["kind"], remark["row"]) for remark in report["remarks"]]


def kinds(report: dict) -> list[tuple[str, str, str | None]]:
    return [(change["kind"], change["id"], change["column"]) for change in report["changes"]]
