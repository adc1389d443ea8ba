"""Plans of many shapes in the formats that people read as text, and what stands in each row and cell of their Word files.

`CCHC_REWRITE_GOLDEN=1` writes the files anew.
"""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from cchc.cli.session import work_calendar
from cchc.files import FolderReader
from cchc.render.appendix import renderer_for
from cchc.render.appendix.as_docx import render
from cchc.render.word.conformance.check import check
from cchc.schedule.counting import Counting
from cchc.source.load import load_plan, load_workspace
from cchc.views.appendix import Appendix, build

GOLDEN = Path(__file__).parents[2] / "golden" / "appendix"
TEXTS = (".md", ".csv", ".json")
SHAPES = sorted(path.stem for path in GOLDEN.glob("*.yaml"))
UNITS = "units:\n  so: {name: Sở Nội vụ}\n  van-phong: {name: Văn phòng Sở}\n  phong-tcbc: {name: Phòng Tổ chức}\n"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def view_of(plan: str, folder: Path) -> Appendix:
    for name, text in {"cchc.yaml": "format: 1\n", "plans/units.yaml": UNITS, "plans/p/plan.yaml": plan}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reader = FolderReader(folder)
    registry = load_workspace(reader).registry
    loaded = load_plan(reader, "plans/p")
    assert loaded.plan is not None
    assert loaded.findings == ()
    return build(loaded.plan, registry, Counting(work_calendar(registry)))


def written(data: bytes) -> Iterator[str]:
    """Yield the document as text: a line for each paragraph above the table, a block for each of its rows."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    table = body.find(f"{W}tbl")
    for paragraph in body[: body.index(table)]:
        yield text_of(paragraph)
    yield "widths " + " ".join(column.get(f"{W}w") for column in table.iter(f"{W}gridCol"))
    for row in table.iter(f"{W}tr"):
        marks = [name for name in ("tblHeader", "cantSplit") if row.find(f"{W}trPr/{W}{name}") is not None]
        yield f"row {' '.join(marks)}"
        for cell in row.iter(f"{W}tc"):
            span, merge = (cell.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge"))
            marks = [f"across {span.get(f'{W}val')}"] if span is not None else []
            marks += [f"down {merge.get(f'{W}val')}"] if merge is not None else []
            yield f"  {' '.join(['cell', *marks])}: " + " ¶ ".join(text_of(paragraph) for paragraph in cell.iter(f"{W}p"))


def text_of(paragraph) -> str:
    pieces = {f"{W}tab": "\t", f"{W}br": "⏎"}
    return "".join(pieces.get(node.tag, node.text or "") for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_of_this_shape_prints_as_the_golden_file_has_it(shape, template, tmp_path):
    plan = (GOLDEN / f"{shape}.yaml").read_text(encoding="utf-8")
    found = "\n".join(written(render(view_of(plan, tmp_path), template))) + "\n"
    golden = GOLDEN / f"{shape}.txt"
    if os.environ.get("CCHC_REWRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_of_this_shape_prints_as_the_decree_asks(shape, template, tmp_path):
    plan = (GOLDEN / f"{shape}.yaml").read_text(encoding="utf-8")
    found = [deviation.code for deviation in check(render(view_of(plan, tmp_path), template)).deviations]
    assert found == (["docx-title-capitals"] if shape == "awkward-text" else [])  # its title has a small letter


def test_a_cell_of_ten_thousand_characters_prints_as_the_decree_asks(template, tmp_path):
    plan = (GOLDEN / "one-row.yaml").read_text(encoding="utf-8").replace("Việc duy nhất", "nghị quyết số 1; " * 600)
    assert check(render(view_of(plan, tmp_path), template)).deviations == ()


@pytest.mark.parametrize("ending", TEXTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_of_this_shape_is_the_golden_file(shape, ending, tmp_path):
    plan = (GOLDEN / f"{shape}.yaml").read_text(encoding="utf-8")
    found = renderer_for(ending)(view_of(plan, tmp_path))
    golden = GOLDEN / f"{shape}{ending}"
    if os.environ.get("CCHC_REWRITE_GOLDEN"):
        golden.write_bytes(found)
    assert found == golden.read_bytes()


@pytest.mark.parametrize("ending", TEXTS)
def test_a_thousand_rows_take_ten_times_what_a_hundred_take(ending, make_appendix, make_task):
    def size(count: int) -> int:
        rows = (make_task(f"t-{number:04}", f"{number:04}", *["việc\t "] * 5) for number in range(1, count + 1))
        return len(renderer_for(ending)(make_appendix(tuple(rows))))

    assert size(1_001) - size(1) == 10 * (size(101) - size(1))


@pytest.mark.parametrize("ending", [".txt", *TEXTS])
def test_there_is_a_golden_file_for_each_shape_and_no_other(ending):
    assert sorted(path.stem for path in GOLDEN.glob(f"*{ending}")) == SHAPES
