"""What `cchc render` prints is read back: the same paragraphs in the same cells, and the tasks they belong to."""

from pathlib import Path

import pytest

from cchc.cli.session import work_calendar
from cchc.files import FolderReader
from cchc.intake import read_source
from cchc.intake.values import Paragraph, SourceRow
from cchc.ooxml.task_marks import bookmark_name
from cchc.render.appendix.as_docx import render
from cchc.render.printable import printable
from cchc.schedule.counting import Counting
from cchc.source.load import load_plan, load_workspace
from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow, build
from tests.render.appendix.test_shapes import GOLDEN, SHAPES, view_of
from tests.render.awkward import AWKWARD

ROOT = Path(__file__).resolve().parents[3]
TEMPLATE = (ROOT / "templates" / "appendix.docx").read_bytes()


def sample() -> Appendix:
    reader = FolderReader(ROOT)
    registry = load_workspace(reader).registry
    plan = load_plan(reader, "plans/snv-2025").plan
    assert plan is not None
    return build(plan, registry, Counting(work_calendar(registry)))


def printed(row: SectionRow | TaskRow) -> list[tuple[str, ...]]:
    """Return the paragraphs of each cell of a row as it is printed; of one that goes on from above, none."""
    match row:
        case SectionRow():
            return [(row.number,), (" ".join(row.title),)]
        case TaskRow():
            return [() if cell.continues else cell.paragraphs or ("",) for cell in row.cells]


def found(row: SourceRow) -> list[tuple[str, ...]]:
    return [tuple(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells]


def marks(rows: tuple[SectionRow | TaskRow, ...]) -> list[tuple[str, ...]]:
    """Return the hidden name that each row carries: each task's in the first of its rows."""
    seen: set[str] = set()
    expected: list[tuple[str, ...]] = []
    for row in rows:
        is_new = isinstance(row, TaskRow) and row.task_id not in seen
        expected.append((bookmark_name(row.task_id),) if isinstance(row, TaskRow) and is_new else ())
        seen.update({row.task_id} if isinstance(row, TaskRow) else ())
    return expected


def check(view: Appendix) -> None:
    document = read_source("appendix.docx", render(view, TEMPLATE))
    (table,) = document.tables
    captions, *rows = table.rows
    assert found(captions) == [(column.title,) for column in view.columns]
    assert [row.is_header for row in table.rows] == [True] + [False] * len(view.rows)
    assert [found(row) for row in rows] == [printed(row) for row in view.rows]
    assert [row.task_marks for row in rows] == marks(view.rows)
    assert document.notices == ()


def test_the_sample_plan_is_read_back():
    view = sample()
    check(view)
    assert len(view.rows) == 32
    blocks = read_source("appendix.docx", render(view, TEMPLATE)).blocks
    lines = [block.text for block in blocks if isinstance(block, Paragraph) and block.text]
    assert lines == [view.label, *view.title, view.issued_line]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_of_this_shape_is_read_back(shape, tmp_path):
    check(view_of((GOLDEN / f"{shape}.yaml").read_text(encoding="utf-8"), tmp_path))


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_text_is_read_back_letter_for_letter(name, tmp_path):
    text = AWKWARD[name]
    row = TaskRow("viec", (Cell((text, "- hai")), Cell((text,))))
    view = Appendix("PHỤ LỤC", ("A",), "", (Column("number", "TT"), Column("content", "Việc")), (row,), "p", "Sở", None)
    (table,) = read_source("appendix.docx", render(view, TEMPLATE)).tables
    expected = printable(text)
    assert [found(row) for row in table.rows[1:]] == [[(expected, "- hai"), (expected,)]]
