"""`cchc import --update`: rows that people add, copy and clear in Word, and rows of parts."""

from cchc.cli.app import main
from tests.cli.word_edits import FIRST, PARTED, SECTION, edited, insert_copy, kinds, lose_mark, remarks, texts, write

A = "plans/p/sections/a.yaml"
LAST = "  - id: bao-cao\n    deadline: Quý IV/2025\n    results: Báo cáo theo dõi\n"


def test_a_row_below_a_task_without_parts_is_told_and_not_taken(update, office):
    edited(lambda table: insert_copy(table, FIRST, "", "", "Quý IV/2025", "Văn phòng", "", "Báo cáo bổ sung"))
    status, report = update()
    assert (status, report["changes"], remarks(report)) == (1, [], [("update-row-apart", 4)])
    assert "“Quý IV/2025 Văn phòng Báo cáo bổ sung”" in report["remarks"][0]["message"]
    assert texts(office)[A] == SECTION


def test_so_it_is_below_one_that_lost_its_hidden_name(update, office):
    def edit(table):
        lose_mark(table, FIRST)
        insert_copy(table, FIRST, "", "", "Quý IV/2025", "", "", "Báo cáo bổ sung")

    edited(edit)
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert remarks(report) == [("update-alike", 3), ("update-row-apart", 4)]


def test_an_empty_row_is_told_and_nothing_is_lost(update, office):
    edited(lambda table: insert_copy(table, FIRST, "2", "", "", "", "", ""))
    status, report = update()
    assert (status, report["changes"]) == (0, [])
    assert [(remark["kind"], remark["lost"]) for remark in report["remarks"]] == [("update-row-empty", False)]


def test_a_row_that_says_everything_but_what_is_to_be_done_is_told_as_lost(update, office):
    edited(lambda table: insert_copy(table, FIRST, "2", "", "Quý IV/2025", "Văn phòng", "", "Sổ tay"))
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert [(remark["kind"], remark["lost"]) for remark in report["remarks"]] == [("update-row-empty", True)]


def test_a_row_without_a_number_that_says_what_is_to_be_done_is_a_task_and_it_is_said_that_this_is_a_guess(update, office):
    edited(lambda table: insert_copy(table, FIRST, "", "Lập chuyên mục hỏi đáp", "Quý III/2025", "Văn phòng", "", "Chuyên mục"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-added", "lap-chuyen-muc-hoi-dap", None)])
    assert report["changes"][0]["certainty"] == "guessed"
    added = (
        "\n- id: lap-chuyen-muc-hoi-dap\n  content: Lập chuyên mục hỏi đáp\n  deadline: Quý III/2025\n"
        "  lead: [u]\n  results: Chuyên mục\n"
    )
    assert texts(office)[A] == SECTION.replace("- id: tuyen", added + "- id: tuyen")


def test_the_rows_below_a_new_row_are_its_parts(update, office):
    def edit(table):
        insert_copy(table, FIRST, "2", "Lập chuyên mục hỏi đáp", "Quý III/2025", "Văn phòng", "", "Chuyên mục")
        insert_copy(table, FIRST + 1, "", "", "Quý IV/2025", "", "", "Báo cáo")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-added", "lap-chuyen-muc-hoi-dap", None)])
    added = (
        "\n- id: lap-chuyen-muc-hoi-dap\n  content: Lập chuyên mục hỏi đáp\n  lead: [u]\n  parts:\n"
        "    - id: chuyen-muc\n      deadline: Quý III/2025\n      results: Chuyên mục\n"
        "    - id: bao-cao\n      deadline: Quý IV/2025\n      results: Báo cáo\n"
    )
    assert texts(office)[A] == SECTION.replace("- id: tuyen", added + "- id: tuyen")


def test_a_row_below_a_new_one_without_a_number_is_not_lost(update, office):
    def edit(table):
        insert_copy(table, FIRST, "", "Lập chuyên mục hỏi đáp", "Quý III/2025", "Văn phòng", "", "Chuyên mục")
        insert_copy(table, FIRST + 1, "", "", "Quý IV/2025", "", "", "Báo cáo")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-added", "lap-chuyen-muc-hoi-dap", None)])
    assert "deadline: Quý III/2025\n      results: Chuyên mục\n" in texts(office)[A]
    assert "deadline: Quý IV/2025\n      results: Báo cáo\n" in texts(office)[A]


def test_a_task_that_lost_its_number_below_a_new_one_stays_what_it_is(update, office):
    def edit(table):
        insert_copy(table, FIRST, "2", "Lập chuyên mục hỏi đáp", "Quý III/2025", "Văn phòng", "", "Chuyên mục")
        insert_copy(table, FIRST + 1, "", "", "Quý IV/2025", "", "", "Báo cáo")
        write(table, FIRST + 3, 0, "")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (
        0,
        [("task-added", "lap-chuyen-muc-hoi-dap", None), ("task-changed", "tuyen-truyen", "number")],
    )
    assert texts(office)[A].count("Tuyên truyền cải cách hành chính trên trang tin") == 1


def test_a_part_whose_row_lost_its_hidden_name_is_known_by_its_words(parted, update):
    def edit(table):
        lose_mark(table, FIRST + 1)
        insert_copy(table, FIRST + 1)
        write(table, FIRST + 2, 2, "Quý III/2025")
        write(table, FIRST + 2, 5, "Tọa đàm")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (0, [("part-added", "theo-doi/toa-dam", None)])
    assert texts(parted)[A].startswith(PARTED[: PARTED.index(LAST)] + LAST)


def test_the_deadline_of_a_part_comes_back_to_the_part(parted, update):
    edited(lambda table: write(table, FIRST + 1, 2, "Quý III/2025"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("part-changed", "theo-doi/bao-cao", "deadline")])
    assert texts(parted)[A] == PARTED.replace("Quý IV/2025", "Quý III/2025")


def test_what_the_rule_of_a_part_says_beside_its_words_stays(parted, update, capsys):
    rule = "{text: Trước ngày 30/6/2025, before: 2025-06-30, note: theo quy chế}"
    (parted / A).write_text(PARTED.replace("deadline: Quý IV/2025", f"deadline: {rule}"), encoding="utf-8")
    assert main(["render", "a.docx"]) == 0
    capsys.readouterr()
    edited(lambda table: write(table, FIRST + 1, 2, "Trước ngày 15/7/2025"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("part-changed", "theo-doi/bao-cao", "deadline")])
    now = texts(parted)[A]
    assert ("before: 2025-07-15" in now, "note: theo quy chế" in now) == (True, True)


def test_what_is_typed_into_an_empty_cell_of_a_part_is_its_own(parted, update, capsys):
    bare = PARTED.replace("    results: Báo cáo theo dõi\n", "")
    (parted / A).write_text(bare, encoding="utf-8")
    assert main(["render", "a.docx"]) == 0
    capsys.readouterr()
    edited(lambda table: write(table, FIRST + 1, 5, "Báo cáo theo dõi"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("part-changed", "theo-doi/bao-cao", "results")])
    assert texts(parted)[A] == PARTED


def test_what_is_typed_into_an_empty_cell_beside_all_parts_holds_for_all(parted, update):
    edited(lambda table: write(table, FIRST, 4, "Phòng Tổ chức"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-changed", "theo-doi", "coordinating")])
    assert texts(parted)[A] == PARTED.replace("  lead: [u]\n", "  lead: [u]\n  coordinating: [v]\n")


def test_an_emptied_cell_that_is_a_parts_own_is_told_and_left(parted, update):
    edited(lambda table: write(table, FIRST + 1, 5, ""))
    status, report = update()
    assert (status, report["changes"], remarks(report)) == (1, [], [("update-emptied", 4)])
    assert texts(parted)[A] == PARTED


def test_a_part_that_the_plan_got_meanwhile_is_not_taken_for_removed(parted, update):
    now = PARTED.replace(LAST, LAST + "  - id: toa-dam\n    deadline: Quý III/2025\n    results: Tọa đàm\n")
    (parted / A).write_text(now, encoding="utf-8")
    status, report = update()
    assert (status, report["changes"], report["conflicts"], texts(parted)[A]) == (0, [], [], now)
