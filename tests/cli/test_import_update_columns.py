"""`cchc import --update`: columns of a plan's own, and columns that people add or rename in Word."""

import pytest

from cchc.cli.app import main
from tests.cli.word_edits import FIRST, PLAN, SECTION, edited, insert_copy, kinds, remarks, texts, write

A = "plans/p/sections/a.yaml"
COLUMNS = "columns:\n  - number\n  - content\n  - deadline\n  - lead\n  - {key: funding, title: Kinh phí}\n"  # the key is no slug of the title
FUNDED = SECTION.replace("  results: Báo cáo rà soát\n", "  extra: {funding: 10 triệu đồng}\n")
NEW = "\n- id: lap-chuyen-muc-hoi-dap\n  content: Lập chuyên mục hỏi đáp\n  deadline: Quý III/2025\n  lead: [u]\n"


@pytest.fixture
def funded(office, capsys):
    (office / "plans/p/plan.yaml").write_text(PLAN.replace("sections:\n", f"{COLUMNS}sections:\n", 1), encoding="utf-8")
    (office / A).write_text(FUNDED, encoding="utf-8")
    assert main(["render", "a.docx"]) == 0
    capsys.readouterr()
    return office


def test_a_cell_of_a_column_of_the_plans_own_comes_back(funded, update):
    edited(lambda table: write(table, FIRST, 4, "20 triệu đồng"))
    status, report = update()
    assert (status, kinds(report), report["differences"]) == (0, [("task-changed", "ra-soat", "funding")], [])
    assert texts(funded)[A] == FUNDED.replace("extra: {funding: 10 triệu đồng}", "extra:\n    funding: 20 triệu đồng")


@pytest.mark.parametrize("number", ["2", ""], ids=["with a number", "without one"])
def test_a_new_row_says_what_its_column_says_under_the_key_of_the_plan(number, funded, update):
    edited(lambda table: insert_copy(table, FIRST, number, "Lập chuyên mục hỏi đáp", "Quý III/2025", "Văn phòng", "5 triệu đồng"))
    status, report = update()
    assert (status, kinds(report), report["remarks"]) == (0, [("task-added", "lap-chuyen-muc-hoi-dap", None)], [])
    assert report["differences"] == []
    added = f"{NEW}  extra:\n    funding: 5 triệu đồng\n"
    assert texts(funded)[A] == FUNDED.replace("- id: tuyen", added + "- id: tuyen")


def test_a_caption_that_the_plan_does_not_know_leaves_all_below_it_to_a_person_row_by_row(update, office):
    def edit(table):
        write(table, 0, 5, "Kinh phí")
        insert_copy(table, FIRST, "", "Lập chuyên mục hỏi đáp", "Quý III/2025", "Văn phòng", "", "5 triệu đồng")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (1, [("task-added", "lap-chuyen-muc-hoi-dap", None)])
    assert remarks(report) == [("update-no-column", None), *(("column-unknown", row) for row in (3, 4, 5, 6, 8))]
    assert texts(office)[A] == SECTION.replace("- id: tuyen", NEW + "- id: tuyen")


def test_so_it_is_with_the_rows_of_parts(update, parted):
    edited(lambda table: write(table, 0, 5, "Kinh phí"))
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert [remark["message"].partition(": ")[2] for remark in report["remarks"] if remark["kind"] == "column-unknown"] == [
        "“Kế hoạch theo dõi”", "“Báo cáo theo dõi”", "“Quyết định sắp xếp”",
    ]  # fmt: skip


def test_of_two_columns_under_one_caption_the_first_is_it(update, office):
    edited(lambda table: write(table, 0, 4, "Đơn vị chủ trì"))
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert remarks(report) == [("update-no-column", None), ("column-unknown", 3)]
