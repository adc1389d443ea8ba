"""Plans that the tool prints are read again as they were; tables of any words never raise but what is told."""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.cli.app import main
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.source.load import load_plan
from cchc.source.nodes import new_file
from cchc.views import appendix as view
from tests.intake.papers import WRITERS

FEW = settings(
    derandomize=True, deadline=None, max_examples=25, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MANY = settings(FEW, max_examples=150)
UNITS = "units:\n  a: {name: Văn phòng Sở}\n  b: {name: 'Phòng Tổ chức, Biên chế'}\n  c: {name: Sở Nội vụ}\n"
WORDS = [
    "Rà soát",
    "thủ tục",
    "hành chính",
    "báo cáo",
    "số 12/KH",
    "“Một cửa”",
    "A & B",
    "cấp xã;",
    "đợt 1.",
    "(nếu có)",
    "95",
    "i < 2",
]
words = st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(" ".join)
prose = st.one_of(words.map(lambda text: f"Việc {text}"), st.lists(words.map(lambda text: f"Mục {text}"), min_size=1, max_size=3))
deadlines = st.sampled_from(["Thường xuyên", "Trước ngày 30/11/2025", "Quý I/2025", "Định kỳ hàng tháng", "Theo chỉ đạo chung"])
units = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)
cells = st.fixed_dictionaries(
    {"content": prose, "deadline": deadlines, "lead": units}, optional={"coordinating": units, "results": prose}
)
sections = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=3)


def office_at(folder: Path, plan: str | None = None) -> Path:
    (folder / "plans/p").mkdir(parents=True)
    (folder / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    (folder / "plans/units.yaml").write_text(UNITS, encoding="utf-8")
    if plan is None:
        (folder / "plans/p").rmdir()
    else:
        (folder / "plans/p/plan.yaml").write_text(plan, encoding="utf-8")
    return folder


def called(*arguments: str) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        status = main(list(arguments))
    return status, out.getvalue()


def printed(root: Path) -> list[object]:
    """Return the rows with the usual columns; a workbook prints more of them, and they come back as the office's own."""
    session = Session(only_place(root))
    plan = load_plan(session.reader, "plans/p").plan
    assert plan is not None
    rows = view.build(plan, session.registry, session.counting).rows
    return [
        (row.number, row.title) if isinstance(row, view.SectionRow) else [cell.paragraphs for cell in row.cells[:6]]
        for row in rows
    ]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html"])
@FEW
@given(made=sections)
def test_a_plan_that_was_printed_is_read_as_it_was(ending, made, tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("offices")
    tasks = [[{"id": f"t-{number}-{index}", **cell} for index, cell in enumerate(rows)] for number, rows in enumerate(made)]
    plan = {
        "id": "p", "title": "NHIỆM VỤ NĂM 2025", "year": "2025", "issuer": "c",
        "sections": [{"number": "ABC"[number], "title": "CẢI CÁCH", "tasks": rows} for number, rows in enumerate(tasks)],
    }  # fmt: skip
    first = office_at(folder / "one", new_file(plan, "plan", ""))
    second = office_at(folder / "two")
    paper = folder / f"phu-luc.{ending}"
    assert called("render", str(paper), "--root", str(first))[0] == 0
    status, told = called("import", str(paper), "--into", "p", "--year", "2025", "--prove", "--root", str(second))
    assert (status, "mọi ô in ra đúng như tài liệu" in told) == (0, True), told
    assert printed(second) == printed(first)


texts = st.one_of(
    st.sampled_from(["", "", "^", "<", "1", "I", "a)", "-", "nt", '"', "Tổng cộng", "THỂ CHẾ", "Quý I", *WORDS]), words
)
rows = st.lists(st.lists(texts, min_size=6, max_size=6), max_size=8)


@pytest.mark.parametrize("form", ["html", "csv", "txt"])
@MANY
@given(table=rows)
def test_a_table_of_any_words_gives_a_plan_or_says_what_is_wrong(form, table, tmp_path_factory) -> None:
    root = office_at(tmp_path_factory.mktemp("office"))
    captions = "| TT | Nội dung | Thời hạn | Chủ trì | Phối hợp | Kết quả |"
    lines = ["NĂM 2025", captions, *(f"| {' | '.join(row)} |" for row in table)]
    (root / f"file.{form}").write_bytes(WRITERS[form](lines))
    status, told = called("import", str(root / f"file.{form}"), "--into", "p", "--dry-run", "--root", str(root))
    assert status in {0, 1, 3}, told
    assert "Traceback" not in told
