"""The appendix of snv-2025 written as Word files in the ways that offices write: each gives the same plan again."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.table import Table
from pydantic import BaseModel

from cchc.cli.app import main
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.model.plan import Plan
from cchc.source.load import load_plan
from cchc.views import appendix as view

REPOSITORY = Path(__file__).parents[2]
TABLE_ROWS = view.SectionRow | view.TaskRow


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plans").mkdir()
    shutil.copy(REPOSITORY / "cchc.yaml", tmp_path)
    for name in ("units.yaml", "events.yaml", "calendar.yaml"):
        shutil.copy(REPOSITORY / "plans" / name, tmp_path / "plans")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "vi")
    return tmp_path


def plan_of(root: Path, folder: str) -> tuple[Plan, view.Appendix]:
    session = Session(only_place(root))
    loaded = load_plan(session.reader, folder)
    assert loaded.plan is not None
    return loaded.plan, view.build(loaded.plan, session.registry, session.counting)


@pytest.fixture(scope="module")
def original() -> tuple[Plan, view.Appendix]:
    return plan_of(REPOSITORY, "plans/snv-2025")


class Writer:
    """Writes rows as one way of writing has them; each method may be put off by a way of its own."""

    order = (0, 1, 2, 3, 4, 5)
    is_numbered_by_word = False

    def __init__(self, printed: view.Appendix) -> None:
        self.printed = printed
        self.document: Document = docx.Document()

    def write(self) -> bytes:
        for line in (self.printed.label, *self.printed.title, self.printed.issued_line):
            self.document.add_paragraph(line)
        self.table = self.new_table()
        for row in self.printed.rows:
            if isinstance(row, view.SectionRow):
                self.section(row)
            else:
                self.task([list(cell.paragraphs) for cell in row.cells])
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def new_table(self) -> Table:
        table = self.document.add_table(0, len(self.order))
        self.add([[self.printed.columns[index].title] for index in self.order], table)
        return table

    def add(self, cells: list[list[str]], table: Table | None = None) -> None:
        row = (self.table if table is None else table).add_row()
        for cell, lines in zip(row.cells, cells, strict=True):
            for index, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                self.line(paragraph, line)

    def line(self, paragraph: docx.text.paragraph.Paragraph, line: str) -> None:
        paragraph.add_run(line)

    def section(self, row: view.SectionRow) -> None:
        cells: list[list[str]] = [[], [], [], [], [], []]
        cells[0], cells[1] = [row.number], list(row.title)
        self.add([cells[index] for index in self.order])

    def task(self, cells: list[list[str]]) -> None:
        self.add([cells[index] for index in self.order])


class OtherOrder(Writer):
    order = (0, 1, 3, 4, 2, 5)


class WideSections(Writer):
    """The heading in one cell across the table, its number before the title."""

    def section(self, row: view.SectionRow) -> None:
        cells = self.table.add_row().cells
        cells[0].merge(cells[-1]).text = f"{row.number}. {' '.join(row.title)}"


class SectionsBesideNumber(Writer):
    def section(self, row: view.SectionRow) -> None:
        cells = self.table.add_row().cells
        cells[0].text = row.number
        cells[1].merge(cells[-1]).text = "\n".join(row.title)


class RepeatedHeader(Writer):
    """The captions once more before each third row, as a program that prints pages leaves them."""

    count = 0

    def task(self, cells: list[list[str]]) -> None:
        self.count += 1
        if self.count % 3 == 0:
            self.add([[column.title] for column in self.printed.columns])
        super().task(cells)


class BrokenPages(Writer):
    """Each row is cut after the first words of each cell, its rest in a table of its own below the captions."""

    def task(self, cells: list[list[str]]) -> None:
        first, rest = zip(*map(cut, cells), strict=True)
        self.add(list(first))
        if any(rest):
            self.table = self.new_table()
            self.add(list(rest))


def cut(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return a cell up to the middle of its last line, and the rest; a short cell is not cut."""
    words = lines[-1].split(" ") if lines else []
    if len(words) < 12:
        return lines, []
    return [*lines[:-1], " ".join(words[:7])], [" ".join(words[7:])]


class OtherBullets(Writer):
    def line(self, paragraph: docx.text.paragraph.Paragraph, line: str) -> None:
        paragraph.add_run(f"•\u00a0{line[2:]}" if line.startswith("- ") else line)


class WordLists(Writer):
    """Bullets made by Word: the sign is not in the text."""

    def line(self, paragraph: docx.text.paragraph.Paragraph, line: str) -> None:
        if line.startswith("- "):
            paragraph.style = "List Bullet"
            line = line[2:]
        paragraph.add_run(line)


class RepeatingHeader(Writer):
    """One table whose first row Word prints on each page; soft breaks, spaces that do not break."""

    def new_table(self) -> Table:
        table = super().new_table()
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table

    def line(self, paragraph: docx.text.paragraph.Paragraph, line: str) -> None:
        paragraph.add_run(line.replace(" ", "\u00a0", 1))


WAYS: list[Callable[[view.Appendix], Writer]] = [
    Writer, OtherOrder, WideSections, SectionsBesideNumber, RepeatedHeader, BrokenPages, OtherBullets, WordLists, RepeatingHeader,
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_the_source_appendix_gives_the_same_plan_however_it_is_written(way, office, original, capsys):
    plan, printed = original
    (office / "phu-luc.docx").write_bytes(way(printed).write())
    status = main(["import", "phu-luc.docx", "--into", "plans/snv-2025", "--year", "2025", "--prove"])
    out = capsys.readouterr().out
    assert status == 0, out
    assert "ĐỐI CHIẾU: mọi ô in ra đúng như tài liệu." in out
    again, print_again = plan_of(office, "plans/snv-2025")
    tasks, tasks_again = ([placed.task for placed in made.placed_tasks] for made in (plan, again))
    assert len(tasks_again) == 25
    for before, after in zip(tasks, tasks_again, strict=True):
        kept = {"id": before.id, "allow": before.allow, "number": before.number}
        assert after.model_copy(update=kept) == before
    by_key = [
        {column.key: cell for column, cell in zip(print_again.columns, cells(row), strict=True)} for row in print_again.rows
    ]
    assert [[keyed[column.key] for column in printed.columns] for keyed in by_key] == [cells(row) for row in printed.rows]


def cells(row: TABLE_ROWS) -> list[tuple[str, ...]]:
    if isinstance(row, view.SectionRow):
        return [(row.number.rstrip("."),), row.title, (), (), (), ()]
    return [cell.paragraphs for cell in row.cells]


SOURCE = REPOSITORY.parent / "shared" / "source" / "appendix-2025.txt"


def said(value: object) -> object:
    """Return all that a record says but for what no appendix holds: which warnings are accepted, and why."""
    if isinstance(value, BaseModel):
        return {name: said(getattr(value, name)) for name in type(value).model_fields if name != "allow"}
    if isinstance(value, tuple):
        return [said(inner) for inner in value]
    return value


@pytest.mark.skipif(not SOURCE.exists(), reason="the source text lies beside the checkout")
def test_the_source_text_itself_gives_the_plan_of_this_repository(office, original, capsys):
    shutil.copytree(REPOSITORY / "plans/snv-2025", office / "plans/snv-2025")  # a task keeps the id that it has
    assert main(["import", str(SOURCE), "--into", "plans/again", "--prove", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["differences"], report["errors"], report["counts"]["tasks"]) == ([], 0, 25)
    plan, printed = plan_of(office, "plans/again")
    assert [cells(row) for row in printed.rows] == [cells(row) for row in original[1].rows]
    assert said(plan) == {**said(original[0]), "id": "again"}
