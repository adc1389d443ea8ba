"""Fifty edits at random, made in the document of the sample plan, come back as exactly these and print what was edited."""

import copy
import json
import random
import shutil
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from cchc.cli.app import main
from cchc.ooxml.task_marks import bookmark_name

HERE = Path(__file__).parents[2]
COLUMNS = {"content": 1, "coordinating": 4, "results": 5}


class Script:
    """Edits a document and keeps account of what each edit means; rows of tasks with parts are left alone."""

    def __init__(self, document: docx.document.Document, ids: dict[str, str], chance: random.Random) -> None:
        self.table, self.chance = document.tables[-1], chance
        self.expected: set[tuple[str, str, str | None]] = set()
        self.headings = [row for row in self.table.rows[1:] if not marks_of(row)]
        marked = [(ids[marks_of(row)[0]], row) for row in self.table.rows if marks_of(row)]
        self.free = {name: row for name, row in marked if "/" not in name}
        self.home: dict[str, int] = {}
        section = 0
        for row in self.table.rows[1:]:
            section += not marks_of(row)
            if marks_of(row):
                self.home[ids[marks_of(row)[0]]] = section

    def run(self, count: int) -> None:
        edits = [self.words, self.words, self.words, self.units, self.heading, self.new, self.remove, self.move]
        for number in range(count):
            self.chance.choice(edits)(number)

    def words(self, number: int) -> None:
        name, column = self.chance.choice(sorted(self.free)), self.chance.choice(["content", "results"])
        if ("task-changed", name, column) not in self.expected and put(self.free[name], column, f" (bổ sung lần {number})"):
            self.expected.add(("task-changed", name, column))

    def units(self, number: int) -> None:
        name = self.chance.choice(sorted(self.free))
        cell = self.free[name].cells[COLUMNS["coordinating"]]
        unit = self.chance.choice(["Văn phòng Sở", "Phòng Cải cách hành chính và Văn thư lưu trữ"])
        if (
            len(cell.paragraphs) == 1
            and cell.text not in {"", unit}
            and ("task-changed", name, "coordinating") not in self.expected
        ):
            cell.paragraphs[0].runs[0].text = unit
            self.expected.add(("task-changed", name, "coordinating"))

    def heading(self, number: int) -> None:
        row = self.chance.choice(self.headings)
        run = row.cells[1].paragraphs[0].runs[0]
        if "lần sửa" not in run.text:
            name = f"{row.cells[0].text} {row.cells[1].text}".strip()
            run.text += f", lần sửa {number}"
            self.expected.add(("section-changed", name, "title"))

    def new(self, number: int) -> None:
        above = self.free[self.chance.choice(sorted(self.free))]
        made = copy.deepcopy(above._tr)
        for mark in [*made.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)
        above._tr.addnext(made)
        row = next(row for row in self.table.rows if row._tr is made)
        for column, words in (
            ("content", f"Kiểm tra đột xuất đợt {number} tại bộ phận một cửa"),
            ("results", f"Biên bản {number}"),
        ):
            put(row, column, words, is_whole=True)
        self.expected.add(("task-added", f"kiem-tra-dot-xuat-dot-{number}", None))

    def remove(self, number: int) -> None:
        name = self.chance.choice(sorted(self.free))
        if not any(known == name for _, known, _ in self.expected) and len(self.free) > 12:
            self.table._tbl.remove(self.free.pop(name)._tr)
            self.expected.add(("task-removed", name, None))

    def move(self, number: int) -> None:
        name, other = self.chance.sample(sorted(self.free), 2)
        if self.home[name] != self.home[other] and not any(("task-moved", one, None) in self.expected for one in (name, other)):
            self.free[other]._tr.addnext(self.free[name]._tr)
            self.expected.add(("task-moved", name, None))


def marks_of(row: docx.table._Row) -> list[str]:
    return [mark.get(qn("w:name")) for mark in row._tr.iter(qn("w:bookmarkStart")) if mark.get(qn("w:name")).startswith("_cchc_")]


def put(row: docx.table._Row, column: str, words: str, *, is_whole: bool = False) -> bool:
    """Add words to the first paragraph of a cell, or put them in its place; return whether there is one with words."""
    paragraphs = row.cells[COLUMNS[column]].paragraphs
    if not paragraphs[0].runs:
        return False
    paragraphs[0].runs[0].text = words if is_whole else paragraphs[0].runs[0].text + words
    for paragraph in paragraphs[1:] if is_whole else []:
        paragraph._p.getparent().remove(paragraph._p)
    return True


def words_of(path: str) -> list[list[str]]:
    """Return the cells of the table, the column of numbers left out: the plan counts, Word does not."""
    return [[cell.text for cell in row.cells[1:]] for row in docx.Document(path).tables[-1].rows]


@pytest.mark.parametrize("seed", range(6))
def test_fifty_edits_at_random_come_back_as_exactly_these(seed, tmp_path, monkeypatch, capsys):
    for name in ("plans", "templates"):
        shutil.copytree(HERE / name, tmp_path / name)
    shutil.copy(HERE / "cchc.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["render", "a.docx"]) == 0
    document = docx.Document("a.docx")
    main(["render", "a.json"])
    capsys.readouterr()
    rows = json.loads(Path("a.json").read_text(encoding="utf-8"))
    script = Script(document, {bookmark_name(name): name for name in ids_in(rows)}, random.Random(seed))  # noqa: S311  edits, not secrets
    script.run(50)
    document.save("a.docx")
    status = main(["import", "a.docx", "--update", "snv-2025", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    told = {(change["kind"], change["id"], change["column"]) for change in report["changes"]}
    assert (told - script.expected, script.expected - told) == (set(), set())
    assert (status, report["conflicts"], len(report["changes"])) == (0, [], len(script.expected))
    assert main(["render", "b.docx"]) == 0
    assert words_of("b.docx") == words_of("a.docx")


def ids_in(held: dict) -> set[str]:
    """Return the id of every row of the appendix as JSON, parts as `task/part`."""
    tasks = [row for row in held["rows"] if row["kind"] != "section"]
    return {row["task"] + (f"/{row['part']}" if row["part"] else "") for row in tasks}
