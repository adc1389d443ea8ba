"""`cchc render`: which file is written, from which template, and whether a written one is still true."""

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from cchc.cli.app import main
from tests.cli.repository import lay_out

ROOT = Path(__file__).parents[2]
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/p/plan.yaml": "id: p\ntitle: KẾ HOẠCH\nyear: 2025\n"
    "tasks:\n- {id: a, content: Báo cáo, deadline: {by: 2025-06-30}, lead: [u]}\n",
}

Render = Callable[..., tuple[int, str]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with one plan of one task, which is also the current folder."""
    root = tmp_path / "office"
    lay_out(root, FILES)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def render(office: Path, capsys: pytest.CaptureFixture[str]) -> Render:
    """Return a function that runs `cchc render`; its answer is the exit status and what was said, in English."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["render", *arguments, "--lang", "en"])
        captured = capsys.readouterr()
        assert captured.out == ""
        return status, captured.err

    return run


def table(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[0].rows]


def paragraphs(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text]


def test_an_unknown_ending_lists_those_that_are_known(render, office):
    status, said = render("out.odt")
    assert (status, (office / "out.odt").exists()) == (2, False)
    assert "“.odt”" in said
    assert ".docx" in said


def test_a_fresh_file_is_what_the_plan_prints(render):
    assert render("out.docx") == (0, "Wrote out.docx.\n")
    assert render("out.docx", "--check") == (0, "out.docx is what the plan prints.\n")


def test_a_file_is_stale_once_the_plan_has_changed_and_is_left_alone(render, office):
    render("out.docx")
    before = (office / "out.docx").read_bytes()
    plan = office / "plans/p/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Báo cáo", "Báo cáo quý"), encoding="utf-8")
    expected = "out.docx differs from what the plan prints. Write it again with: cchc render out.docx\n"
    assert render("out.docx", "--check") == (1, expected)
    assert (office / "out.docx").read_bytes() == before


def test_a_file_that_is_not_there_is_not_written_by_a_check(render, office):
    assert render("out.docx", "--check") == (1, "There is no out.docx. Write it with: cchc render out.docx\n")
    assert not (office / "out.docx").exists()


def test_a_folder_in_the_place_of_the_file(render, office):
    (office / "out.docx").mkdir()
    assert render("out.docx", "--check")[0] == 3
    assert render("out.docx")[0] == 3


def test_progress_as_of_a_day(render, office):
    assert render("out.docx", "--template", "progress.docx", "--as-of", "2025-07-02")[0] == 0
    assert table(office / "out.docx") == [
        ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn thực hiện", "Ngày đến hạn", "Tình trạng", "Tài liệu kiểm chứng"],
        ["1", "Báo cáo", "Văn phòng", "Chậm nhất ngày 30/06/2025", "30/06/2025", "Quá hạn chưa hoàn thành", ""],
    ]
    assert paragraphs(office / "out.docx") == [
        "PHỤ LỤC",
        "TÌNH HÌNH THỰC HIỆN ĐẾN NGÀY 02/07/2025",
        "KẾ HOẠCH",
        "(Kèm theo Báo cáo số … ngày … tháng … năm …)",
        "Tổng số nhiệm vụ: 1; trong đó quá hạn chưa hoàn thành: 1.",
    ]


def test_progress_follows_the_clock_and_the_appendix_does_not(render, office, monkeypatch):
    written = {}
    for day in ("2025-06-01", "2025-07-02"):
        monkeypatch.setenv("CCHC_NOW", f"{day}T12:00:00Z")
        for name in ("appendix.docx", "progress.docx"):
            render("out.docx", "--template", name)
            written[day, name] = (office / "out.docx").read_bytes()
    assert written["2025-06-01", "appendix.docx"] == written["2025-07-02", "appendix.docx"]
    assert written["2025-06-01", "progress.docx"] != written["2025-07-02", "progress.docx"]


def test_columns_of_a_list_of_progress_are_those_of_its_template(render, office):
    plan = office / "plans/p/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "columns: [content, {key: note, title: Ghi chú}]\n", encoding="utf-8")
    render("out.docx", "--template", "progress.docx", "--as-of", "2025-06-02")
    assert [row[4:6] for row in table(office / "out.docx")] == [["Ngày đến hạn", "Tình trạng"], ["30/06/2025", "Đang thực hiện"]]


def test_a_template_of_the_workspace_comes_before_the_one_of_the_tool(render, office):
    (office / "templates").mkdir()
    own = office / "templates" / "appendix.docx"
    document = docx.Document(str(ROOT / "templates" / "appendix.docx"))
    document.paragraphs[0].runs[0].text = "PHỤ LỤC SỐ 01"
    document.save(str(own))
    render("out.docx")
    assert paragraphs(office / "out.docx")[0] == "PHỤ LỤC SỐ 01"
    shutil.copy(ROOT / "templates" / "appendix.docx", office / "other.docx")
    render("out.docx", "--template", "other.docx")
    assert paragraphs(office / "out.docx")[0] == "PHỤ LỤC"


def test_a_template_that_is_nowhere(render, office):
    status, said = render("out.docx", "--template", "no.docx")
    assert (status, (office / "out.docx").exists()) == (3, False)
    expected = "There is no template no.docx. Give the path of a file, or one of: appendix.docx, progress.docx."
    assert said == f"cchc: error: {expected}\n"
    assert render("out.docx", "--template", "far/no.docx")[0] == 3


def test_a_template_above_the_limit_is_refused(render, office):
    (office / "templates").mkdir()
    with (office / "templates" / "appendix.docx").open("wb") as stream:
        stream.truncate(20_000_001)
    status, said = render("out.docx")
    assert (status, "20 MB" in said) == (3, True)


def test_a_plan_that_needs_events_is_not_printed_without_them(render, office):
    (office / "plans/events.yaml").write_text("types: [\n", encoding="utf-8")
    plan = office / "plans/p/plan.yaml"
    assert render("out.docx")[0] == 0
    plan.write_text(plan.read_text(encoding="utf-8").replace("{by: 2025-06-30}", "{within: 5 days, after: e}"), encoding="utf-8")
    status, said = render("out.docx")
    assert (status, said) == (1, "plans/p is not printed: it has errors. See them with: cchc validate\n")
