"""`cchc import --update`: what was edited in Word comes back into the YAML, and not a byte beside it changes."""

import copy
import json
import shutil
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cchc.cli.app import main
from tests.cli.word_edits import (
    FILES,
    FIRST,
    PARTED,
    PLAN,
    SECTION,
    edited,
    insert_copy,
    kinds,
    remarks,
    texts,
    without_marks,
    write,
    write_title,
)
from tests.libreoffice import converted, needs_office


def test_a_document_that_nobody_edited_changes_nothing(update, office):
    status, report = update()
    assert (status, report["changes"], report["conflicts"], report["remarks"], report["differences"]) == (0, [], [], [], [])
    assert texts(office) == FILES


def test_words_of_a_cell_come_back_alone(update, office):
    edited(lambda table: write(table, FIRST, 1, "Rà soát và công bố văn bản quy phạm pháp luật"))
    status, report = update()
    assert (status, kinds(report), report["conflicts"]) == (0, [("task-changed", "ra-soat", "content")], [])
    assert report["changes"][0]["certainty"] == "read"
    old = ">-\n    Rà soát văn bản quy phạm pháp luật"
    expected = SECTION.replace(old, "Rà soát và công bố văn bản quy phạm pháp luật")
    assert texts(office) == FILES | {"plans/p/sections/a.yaml": expected}


def test_units_come_back_as_ids_and_a_new_one_is_added_and_told(update, office):
    edited(lambda table: write(table, FIRST, 4, "Phòng Công nghệ"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-changed", "ra-soat", "coordinating")])
    assert [(remark["kind"], remark["lost"]) for remark in report["remarks"]] == [("unit-new", False)]
    assert texts(office) == FILES | {
        "plans/units.yaml": FILES["plans/units.yaml"] + "\n  phong-cong-nghe:\n    name: Phòng Công nghệ\n",
        "plans/p/sections/a.yaml": SECTION.replace("coordinating: [v]", "coordinating: [phong-cong-nghe]"),
    }


def test_the_rule_of_a_deadline_changes_with_its_words(update, office):
    edited(lambda table: write(table, FIRST, 2, "Trước ngày 15/7/2025"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-changed", "ra-soat", "deadline")])
    changed = texts(office)["plans/p/sections/a.yaml"]
    assert "before: 2025-07-15" in changed
    assert "note: theo quy chế" in changed
    assert report["differences"] == []


def test_words_beside_a_rule_that_cannot_be_read_are_told_and_left(update, office):
    edited(lambda table: write(table, FIRST, 2, "Khi nào thuận tiện"))
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert [(remark["kind"], remark["lost"]) for remark in report["remarks"]] == [("update-deadline", True)]
    assert texts(office) == FILES


def test_one_deadline_that_cannot_be_read_is_told_and_left_and_the_rest_is_written(update, office):
    def edit(table):
        write(table, FIRST + 1, 2, "Khi nào thuận tiện")
        write(table, FIRST + 1, 5, "Phóng sự")

    edited(edit)
    status, report = update()
    assert (status, report["written"], kinds(report)) == (1, True, [("task-changed", "tuyen-truyen", "results")])
    assert [(remark["kind"], remark["lost"]) for remark in report["remarks"]] == [("update-deadline", True)]
    assert texts(office) == FILES | {"plans/p/sections/a.yaml": SECTION.replace("Tin bài", "Phóng sự")}


def test_so_it_is_with_the_deadline_of_a_new_row(update, office):
    def edit(table):
        insert_copy(table, FIRST, "2", "Lập chuyên mục hỏi đáp", "Khi nào thuận tiện", "Văn phòng", "", "Chuyên mục")
        write(table, FIRST + 2, 5, "Phóng sự")

    edited(edit)
    status, report = update()
    changes = [("task-changed", "tuyen-truyen", "results"), ("task-added", "lap-chuyen-muc-hoi-dap", None)]
    assert (status, report["written"], kinds(report)) == (1, True, changes)
    assert [(remark["kind"], remark["lost"]) for remark in report["remarks"]] == [("update-no-deadline", True)]
    added = "\n- id: lap-chuyen-muc-hoi-dap\n  content: Lập chuyên mục hỏi đáp\n  lead: [u]\n  results: Chuyên mục\n"
    assert texts(office)["plans/p/sections/a.yaml"] == SECTION.replace("- id: tuyen", added + "- id: tuyen").replace(
        "Tin bài", "Phóng sự"
    )


def test_a_row_that_is_gone_leaves_the_draft(update, office):
    edited(lambda table: table._tbl.remove(table.rows[FIRST + 1]._tr))
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-removed", "tuyen-truyen", None)])
    start, end = SECTION.index("- id: tuyen"), SECTION.index("- id: bao-cao")
    assert texts(office) == FILES | {"plans/p/sections/a.yaml": SECTION[:start] + SECTION[end:]}


def test_a_task_that_has_progress_is_withdrawn_instead(update, office, monkeypatch):
    monkeypatch.setenv("CCHC_NOW", "2025-06-02T08:00Z")
    progress = "completions:\n- {task: bao-cao, occurrence: 2025-Q1, completed_on: 2025-03-01, evidence: x}\n"
    (office / "plans/p/progress.yaml").write_text(progress, encoding="utf-8")
    edited(lambda table: table._tbl.remove(table.rows[FIRST + 2]._tr))
    status, report = update()
    assert (status, [remark["kind"] for remark in report["remarks"]]) == (0, ["update-withdrawn"])
    expected = SECTION + "  withdrawn:\n    on: 2025-06-02\n"
    assert texts(office)["plans/p/sections/a.yaml"] == expected


EVENT = "events:\n- {id: e, type: hop, subject: Họp, issued_on: 2025-02-03, applies_to: [%s]}\n"
TYPES = "types:\n  hop: {name: Phiên họp}\n"


def an_event_names(office: Path, name: str) -> None:
    (office / "plans/events").mkdir()
    (office / "plans/events/e.yaml").write_text(EVENT % name, encoding="utf-8")
    (office / "plans/events.yaml").write_text(TYPES, encoding="utf-8")


def test_a_task_that_an_event_names_is_withdrawn_instead(update, office, monkeypatch):
    monkeypatch.setenv("CCHC_NOW", "2025-06-02T08:00Z")
    an_event_names(office, "p/bao-cao")
    edited(lambda table: table._tbl.remove(table.rows[FIRST + 2]._tr))
    status, report = update()
    assert (status, [remark["kind"] for remark in report["remarks"]]) == (0, ["update-withdrawn"])
    assert texts(office)["plans/p/sections/a.yaml"] == SECTION + "  withdrawn:\n    on: 2025-06-02\n"


def test_a_new_row_is_put_behind_the_one_that_it_follows(update, office):
    def edit(table):
        table.rows[FIRST]._tr.addnext(without_marks(table.rows[FIRST]))
        write(table, FIRST + 1, 1, "Xây dựng chuyên mục hỏi đáp cho doanh nghiệp")
        write(table, FIRST + 1, 2, "Quý III/2025")
        write(table, FIRST + 1, 5, "Chuyên mục hoạt động")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-added", "xay-dung-chuyen-muc-hoi-dap", None)])
    added = (
        "\n- id: xay-dung-chuyen-muc-hoi-dap\n  content: Xây dựng chuyên mục hỏi đáp cho doanh nghiệp\n"
        "  deadline: Quý III/2025\n  lead: [u]\n  coordinating: [v]\n  results: Chuyên mục hoạt động\n"
    )
    assert texts(office)["plans/p/sections/a.yaml"] == SECTION.replace("- id: tuyen", added + "- id: tuyen")


def test_a_row_copied_with_its_hidden_name_is_new_and_the_original_keeps_it(update, office):
    def edit(table):
        table.rows[FIRST]._tr.addprevious(copy.deepcopy(table.rows[FIRST]._tr))
        write(table, FIRST, 1, "Xây dựng chuyên mục hỏi đáp cho doanh nghiệp")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-added", "xay-dung-chuyen-muc-hoi-dap", None)])


def test_a_moved_row_takes_its_comments_along_also_to_another_file(update, office):
    edited(lambda table: table._tbl.append(table.rows[FIRST]._tr))
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-moved", "ra-soat", None)])
    now = texts(office)
    assert "ra-soat" not in now["plans/p/sections/a.yaml"]
    moved = now["plans/p/plan.yaml"].removeprefix(PLAN)
    assert moved.startswith("\n      # việc đầu\n      - id: ra-soat\n")
    assert "lead: [u]   # đơn vị" in moved


def test_one_row_moved_within_a_section_is_one_move(update, office):
    edited(lambda table: table.rows[FIRST + 2]._tr.addnext(table.rows[FIRST]._tr))
    assert kinds(update()[1]) == [("task-moved", "ra-soat", None)]
    now = texts(office)["plans/p/sections/a.yaml"]
    assert [now.index(name) for name in ("id: tuyen", "id: bao", "id: ra-soat")] == sorted(
        now.index(name) for name in ("id: tuyen", "id: bao", "id: ra-soat")
    )


def test_a_heading_comes_back(update, office):
    edited(lambda table: write(table, 1, 1, "Hoàn thiện thể chế"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("section-changed", "A Cải cách thể chế", "title")])
    assert texts(office)["plans/p/sections/a.yaml"] == SECTION.replace("title: Cải cách", "title: Hoàn thiện")


def test_what_the_plan_changed_meanwhile_stays_where_word_did_not_touch_it(update, office):
    path = office / "plans/p/sections/a.yaml"
    path.write_text(SECTION.replace("Tin bài", "Tin, bài, ảnh"), encoding="utf-8")
    assert update()[:1] == (0,)
    assert path.read_text(encoding="utf-8") == SECTION.replace("Tin bài", "Tin, bài, ảnh")


def test_what_both_changed_is_a_conflict_shown_and_left(update, office):
    path = office / "plans/p/sections/a.yaml"
    path.write_text(SECTION.replace("Tin bài", "Tin, bài, ảnh"), encoding="utf-8")
    edited(lambda table: write(table, FIRST + 1, 5, "Phóng sự"))
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert report["conflicts"] == [
        {"id": "tuyen-truyen", "column": "results", "document": "Phóng sự", "plan": "Tin, bài, ảnh", "table": 1, "row": 4}
    ]
    assert path.read_text(encoding="utf-8") == SECTION.replace("Tin bài", "Tin, bài, ảnh")


def test_the_same_change_on_both_sides_is_none(update, office):
    path = office / "plans/p/sections/a.yaml"
    path.write_text(SECTION.replace("Tin bài", "Phóng sự"), encoding="utf-8")
    edited(lambda table: write(table, FIRST + 1, 5, "Phóng sự"))
    status, report = update()
    assert (status, report["changes"], report["conflicts"]) == (0, [], [])


def test_a_task_that_only_the_plan_has_is_not_taken_for_removed(update, office):
    path = office / "plans/p/sections/a.yaml"
    more = SECTION + "- {id: moi, content: Việc mới của kế hoạch, lead: [u], deadline: Thường xuyên}\n"
    path.write_text(more, encoding="utf-8")
    assert (update()[0], path.read_text(encoding="utf-8")) == (0, more)


def test_a_document_of_another_plan_is_refused(office, capsys):
    assert main(["import", "a.docx", "--update", "q"]) == 2
    assert "a.docx was printed from the plan p, not q. Use --update plans/p." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--into", "q", "--update", "p"]])
def test_exactly_one_of_both_is_asked_for(arguments, office, capsys):
    assert main(["import", "a.docx", *arguments]) == 2
    assert "exactly one of --into" in capsys.readouterr().err


def test_a_dry_run_writes_nothing_and_shows_the_difference(office, capsys):
    edited(lambda table: write(table, FIRST + 1, 5, "Phóng sự"))
    assert main(["import", "a.docx", "--update", "p", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "  table 1, row 4: task tuyen-truyen: results changed\n    - Tin bài\n    + Phóng sự\n" in out
    assert out.startswith("NOT WRITTEN, would change (1)\n")
    assert "-  results: Tin bài\n+  results: Phóng sự\n" in out
    assert "PROOF: every cell but those of numbers prints as in the document.\n" in out
    assert texts(office) == FILES


def test_an_update_that_validate_would_refuse_is_shown_as_not_written(office, capsys):
    progress = "completions:\n- {task: bao-cao, occurrence: 2025-Q1, completed_on: 2025-03-01, evidence: x}\n"
    (office / "plans/p/progress.yaml").write_text(progress, encoding="utf-8")
    edited(lambda table: write(table, FIRST + 2, 2, "Hằng tháng"))
    assert main(["import", "a.docx", "--update", "p"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("NOT WRITTEN, would change (1)\n")
    assert "PROOF" not in captured.out
    assert "2025-Q1" in captured.err
    assert main(["import", "a.docx", "--update", "p", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["written"], report["differences"]) == (False, None)
    assert texts(office) == FILES


def test_a_plan_whose_records_are_not_all_read_is_left_alone(office, capsys):
    broken = SECTION.replace("lead: [u]   # đơn vị", "lead: {u: v}")
    (office / "plans/p/sections/a.yaml").write_text(broken, encoding="utf-8")
    assert main(["import", "a.docx", "--update", "p"]) == 1
    assert capsys.readouterr().err == ("Nothing was written: plans/p or a shared file has errors. See them with: cchc validate\n")
    assert texts(office) == FILES | {"plans/p/sections/a.yaml": broken}


def test_shared_files_with_errors_are_mended_first(office, capsys):
    (office / "plans/units.yaml").write_text("units:\n  u: {nam: Văn phòng}\n  v: {name: Phòng Tổ chức}\n", encoding="utf-8")
    edited(lambda table: write(table, FIRST, 4, "Phòng Công nghệ"))
    assert main(["import", "a.docx", "--update", "p"]) == 1
    assert capsys.readouterr().err.startswith("Nothing was written: plans/p or a shared file has errors.")
    assert texts(office)["plans/p/sections/a.yaml"] == SECTION


def test_a_year_means_nothing_to_a_plan_that_has_one(office, capsys):
    assert main(["import", "a.docx", "--update", "p", "--year", "2026"]) == 2
    assert "--year does not go with --update. Leave one of them out." in capsys.readouterr().err


def test_what_is_rendered_after_an_update_is_what_was_edited(update, office):
    def edit(table):
        write(table, FIRST, 5, "Báo cáo và kế hoạch xử lý")
        write(table, 1, 1, "Hoàn thiện thể chế")
        table._tbl.remove(table.rows[FIRST + 2]._tr)

    edited(edit)
    wanted = [[cell.text for cell in row.cells] for row in docx.Document("a.docx").tables[-1].rows]
    assert update()[0] == 0
    assert main(["render", "b.docx"]) == 0
    assert [[cell.text for cell in row.cells] for row in docx.Document("b.docx").tables[-1].rows] == wanted
    shutil.copy("b.docx", "a.docx")


def test_without_a_record_changes_are_guessed_and_it_is_said(update, office):
    (office / "a.csv").write_text(
        "TT,Nội dung công việc,Thời hạn thực hiện,Đơn vị chủ trì,Đơn vị phối hợp,Kết quả\nA,Cải cách thể chế,,,,\n"
        "1,Rà soát văn bản quy phạm pháp luật,Trước ngày 30/6/2025,Văn phòng,Phòng Tổ chức,Báo cáo rà soát năm\n",
        encoding="utf-8",
    )
    assert main(["import", "a.csv", "--update", "p", "--format", "json", "--dry-run", "--output", "out.json"]) == 0
    report = json.loads((office / "out.json").read_text(encoding="utf-8"))
    assert [(change["kind"], change["id"], change["certainty"]) for change in report["changes"]] == [
        ("task-changed", "ra-soat", "guessed"),
        ("task-removed", "tuyen-truyen", "guessed"),
        ("task-removed", "bao-cao", "guessed"),
        ("task-removed", "sap-xep", "guessed"),
    ]
    assert [remark["kind"] for remark in report["remarks"]] == ["update-no-record", "update-alike"]
    assert texts(office) == FILES


@pytest.mark.parametrize(("choice", "results"), [("accept", "Phóng sự"), ("ignore", "Tin bài")])
def test_tracked_changes_are_read_as_asked(choice, results, update, office):
    def edit(table):
        run = table.rows[FIRST + 1].cells[5].paragraphs[0].runs[0]._r
        deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
        new = copy.deepcopy(run)
        new.find(qn("w:t")).text = "Phóng sự"
        run.addprevious(deleted)
        deleted.append(run)
        run.find(qn("w:t")).tag = qn("w:delText")
        deleted.addnext(inserted)
        inserted.append(new)

    edited(edit)
    status, report = update("--tracked", choice)
    assert (status, [remark["kind"] for remark in report["remarks"]]) == (0, [f"update-tracked-{choice}"])
    assert texts(office)["plans/p/sections/a.yaml"] == SECTION.replace("Tin bài", results)


def test_a_row_removed_in_word_and_changed_in_the_plan_is_a_conflict(update, office):
    path = office / "plans/p/sections/a.yaml"
    path.write_text(SECTION.replace("Tin bài", "Tin, bài, ảnh"), encoding="utf-8")
    edited(lambda table: table._tbl.remove(table.rows[FIRST + 1]._tr))
    status, report = update()
    assert (status, report["changes"], [conflict["id"] for conflict in report["conflicts"]]) == (1, [], ["tuyen-truyen"])


def test_a_plan_that_was_reordered_keeps_its_order(update, office):
    path = office / "plans/p/sections/a.yaml"
    start, end = SECTION.index("- id: tuyen"), SECTION.index("- id: bao-cao")
    path.write_text(SECTION[:start] + SECTION[end:] + SECTION[start:end], encoding="utf-8")
    now = path.read_text(encoding="utf-8")
    assert (update()[0], path.read_text(encoding="utf-8")) == (0, now)
    edited(lambda table: table.rows[FIRST + 2]._tr.addnext(table.rows[FIRST]._tr))
    status, report = update()
    assert (status, report["changes"], report["conflicts"][0]["column"]) == (1, [], "order")


def test_a_new_section_with_its_rows_comes_where_it_stands(update, office):
    def edit(table):
        last = table.rows[len(table.rows) - 1]
        heading, row = copy.deepcopy(table.rows[1]._tr), without_marks(last)
        last._tr.addnext(heading)
        heading.addnext(row)
        write(table, len(table.rows) - 2, 0, "C")
        write(table, len(table.rows) - 2, 1, "Chuyển đổi số")
        write(table, len(table.rows) - 1, 1, "Ký số toàn bộ văn bản đi của cơ quan")
        write(table, len(table.rows) - 1, 5, "Văn bản ký số")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (
        0,
        [("section-added", "C Chuyển đổi số", None), ("task-added", "ky-so-toan-bo-van-ban", None)],
    )
    assert report["differences"] == []


def test_a_section_that_lost_all_its_rows_goes_too_and_one_with_a_file_is_told(update, office):
    def edit(table):
        for row in table.rows[1:5]:
            table._tbl.remove(row._tr)

    edited(edit)
    status, report = update()
    assert (status, [kind for kind, _, _ in kinds(report)]) == (1, ["task-removed"] * 3)
    assert [remark["kind"] for remark in report["remarks"]] == ["update-section-kept"]


def test_an_emptied_cell_takes_its_key_out_and_one_that_must_be_full_is_told(update, office):
    def edit(table):
        write(table, FIRST + 1, 5, "")
        write(table, FIRST + 2, 1, "")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (1, [("task-changed", "tuyen-truyen", "results")])
    assert [remark["kind"] for remark in report["remarks"]] == ["update-emptied"]
    assert texts(office)["plans/p/sections/a.yaml"] == SECTION.replace("  results: Tin bài\n", "")


def test_an_emptied_lead_is_told_and_left(update, office):
    edited(lambda table: write(table, FIRST, 3, ""))
    status, report = update()
    assert (status, report["changes"], remarks(report)) == (1, [], [("update-emptied", 3)])
    assert texts(office) == FILES


def test_a_number_that_was_typed_is_written_where_counting_on_gives_another(update, office):
    edited(lambda table: write(table, FIRST + 1, 0, "5"))
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-changed", "tuyen-truyen", "number")])
    assert "- id: tuyen-truyen\n  number: 5\n" in texts(office)["plans/p/sections/a.yaml"].replace('"5"', "5").replace("'5'", "5")


def test_numbers_that_were_counted_on_by_hand_are_not_written(update, office):
    def edit(table):
        table._tbl.remove(table.rows[FIRST]._tr)
        write(table, FIRST, 0, "1.")
        write(table, FIRST + 1, 0, "2")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-removed", "ra-soat", None)])
    assert "number: A" in texts(office)["plans/p/sections/a.yaml"]
    assert texts(office)["plans/p/sections/a.yaml"].count("number:") == 1


def test_one_number_that_was_typed_is_written_and_those_below_count_on_from_it(update, office):
    def edit(table):
        write(table, FIRST + 1, 0, "5")
        write(table, FIRST + 2, 0, "6")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (0, [("task-changed", "tuyen-truyen", "number")])


def test_the_proof_is_silent_of_numbers_that_only_the_plan_counts_anew(update, office):
    edited(lambda table: table._tbl.remove(table.rows[FIRST]._tr))
    status, report = update()
    assert (status, kinds(report), report["differences"]) == (0, [("task-removed", "ra-soat", None)], [])


def test_a_title_that_was_edited_comes_back(update, office):
    write_title("Kế hoạch cải cách hành chính và chuyển đổi số năm 2025")
    status, report = update()
    assert (status, kinds(report)) == (0, [("plan-changed", "p", "title")])
    assert texts(office)["plans/p/plan.yaml"] == PLAN.replace("hành chính năm", "hành chính và chuyển đổi số năm")


def test_a_title_that_both_changed_is_a_conflict_and_left(update, office):
    now = PLAN.replace("cải cách hành chính năm", "cải cách hành chính nhà nước năm")
    (office / "plans/p/plan.yaml").write_text(now, encoding="utf-8")
    write_title("Kế hoạch cải cách hành chính và chuyển đổi số năm 2025")
    status, report = update()
    assert (status, report["changes"], texts(office)["plans/p/plan.yaml"]) == (1, [], now)
    assert report["conflicts"] == [
        {
            "id": "p", "column": "title", "table": None, "row": None,
            "document": "Kế hoạch cải cách hành chính và chuyển đổi số năm 2025",
            "plan": "Kế hoạch cải cách hành chính nhà nước năm 2025",
        }
    ]  # fmt: skip


def test_a_title_that_only_the_plan_changed_stays(update, office):
    now = PLAN.replace("cải cách hành chính năm", "cải cách hành chính nhà nước năm")
    (office / "plans/p/plan.yaml").write_text(now, encoding="utf-8")
    status, report = update()
    assert (status, report["changes"], report["conflicts"], texts(office)["plans/p/plan.yaml"]) == (0, [], [], now)


def test_a_number_of_the_decision_typed_in_word_is_told(update, office):
    document = docx.Document("a.docx")
    line = next(found for found in document.paragraphs if "Kèm theo" in found.text)
    line.runs[0].text = "(Kèm theo Kế hoạch số 12/KH-VP ngày 05 tháng 01 năm 2025)"
    for run in line.runs[1:]:
        run.text = ""
    document.save("a.docx")
    status, report = update()
    assert (status, report["changes"], remarks(report)) == (0, [], [("update-issued", None)])
    assert "12/KH-VP" in report["remarks"][0]["message"]


@needs_office
def test_a_document_that_libreoffice_saved_is_as_it_was(update, office):
    shutil.copy(converted(office / "a.docx", "docx"), "a.docx")
    status, report = update()
    assert (status, report["changes"], report["remarks"]) == (0, [], [])


def test_cells_of_parts_and_what_they_share_come_back_each_to_its_place(parted, update, capsys):
    def edit(table):
        write(table, FIRST, 1, "Theo dõi tình hình thi hành pháp luật")
        write(table, FIRST + 1, 5, "Báo cáo tổng hợp")

    edited(edit)
    capsys.readouterr()
    status, report = update()
    assert (status, kinds(report)) == (
        0,
        [("task-changed", "theo-doi", "content"), ("part-changed", "theo-doi/bao-cao", "results")],
    )
    expected = PARTED.replace("Theo dõi thi", "Theo dõi tình hình thi").replace("Báo cáo theo dõi", "Báo cáo tổng hợp")
    assert texts(parted)["plans/p/sections/a.yaml"] == expected


def test_a_part_that_is_gone_and_one_that_is_new(parted, update, capsys):
    def edit(table):
        table.rows[FIRST + 1]._tr.addnext(without_marks(table.rows[FIRST + 1]))
        write(table, FIRST + 2, 2, "Quý II/2025")
        write(table, FIRST + 2, 5, "Tọa đàm, hội thảo chuyên đề")

    edited(edit)
    capsys.readouterr()
    status, report = update()
    assert (status, kinds(report)) == (0, [("part-added", "theo-doi/toa-dam-hoi-thao-chuyen-de", None)])
    assert report["differences"] == []


def test_a_part_whose_row_is_gone(parted, update, capsys):
    edited(lambda table: table._tbl.remove(table.rows[FIRST + 1]._tr))
    capsys.readouterr()
    status, report = update()
    assert (status, kinds(report)) == (0, [("part-removed", "theo-doi/bao-cao", None)])
    assert texts(parted)["plans/p/sections/a.yaml"] == PARTED.replace(
        "  - id: bao-cao\n    deadline: Quý IV/2025\n    results: Báo cáo theo dõi\n", ""
    )


def test_an_event_of_a_task_of_another_plan_keeps_nothing(update, office):
    an_event_names(office, "q/bao-cao")
    edited(lambda table: table._tbl.remove(table.rows[FIRST + 2]._tr))
    status, report = update()
    assert (status, kinds(report), report["remarks"]) == (0, [("task-removed", "bao-cao", None)], [])


def test_a_part_that_has_progress_is_kept_and_told_and_the_rest_is_written(parted, update):
    progress = "completions:\n- {task: theo-doi, part: bao-cao, completed_on: 2025-11-01, evidence: x}\n"
    (parted / "plans/p/progress.yaml").write_text(progress, encoding="utf-8")

    def edit(table):
        write(table, FIRST, 1, "Theo dõi tình hình thi hành pháp luật")
        table._tbl.remove(table.rows[FIRST + 1]._tr)

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (1, [("task-changed", "theo-doi", "content")])
    assert [(remark["kind"], remark["message"]) for remark in report["remarks"]] == [
        ("update-part-kept", "the part theo-doi/bao-cao has progress and is kept.")
    ]
    assert texts(parted)["plans/p/sections/a.yaml"] == PARTED.replace("Theo dõi thi", "Theo dõi tình hình thi")


def test_a_row_whose_task_the_plan_has_dropped_stays_dropped_unless_word_changed_it(update, office):
    path = office / "plans/p/sections/a.yaml"
    start, end = SECTION.index("- id: tuyen"), SECTION.index("- id: bao-cao")
    path.write_text(SECTION[:start] + SECTION[end:], encoding="utf-8")
    status, report = update()
    assert (status, report["changes"], report["conflicts"]) == (0, [], [])
    edited(lambda table: write(table, FIRST + 1, 5, "Phóng sự"))
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert [(conflict["id"], conflict["plan"]) for conflict in report["conflicts"]] == [("tuyen-truyen", "")]


def test_a_column_deleted_in_word_is_told_and_nothing_is_lost(update, office):
    def edit(table):
        for row in table.rows:
            *_, last = row._tr.tc_lst
            if last.grid_span > 1:
                last.grid_span -= 1
            else:
                row._tr.remove(last)

    edited(edit)
    status, report = update()
    assert (status, report["changes"]) == (0, [])
    assert [remark["kind"] for remark in report["remarks"]] == ["update-no-column"]


def test_headings_changed_on_both_sides_are_a_conflict(update, office):
    path = office / "plans/p/sections/a.yaml"
    path.write_text(SECTION.replace("title: Cải cách", "title: Xây dựng"), encoding="utf-8")
    edited(lambda table: write(table, 1, 1, "Hoàn thiện thể chế"))
    status, report = update()
    assert (status, report["changes"]) == (1, [])
    assert [(one["column"], one["document"], one["plan"]) for one in report["conflicts"]] == [
        ("title", "Hoàn thiện thể chế", "Xây dựng thể chế")
    ]


def test_a_heading_that_only_the_plan_changed_stays(update, office):
    now = SECTION.replace("title: Cải cách", "title: Xây dựng")
    (office / "plans/p/sections/a.yaml").write_text(now, encoding="utf-8")
    status, report = update()
    assert (status, report["changes"], report["conflicts"]) == (0, [], [])
    assert texts(office)["plans/p/sections/a.yaml"] == now


def test_a_section_that_kept_its_number_alone_is_still_the_one_of_its_place(update, office):
    def edit(table):
        write(table, 1, 1, "Chuyển đổi số")
        for row in table.rows[FIRST : FIRST + 3]:
            table._tbl.remove(row._tr)
        table.rows[1]._tr.addnext(without_marks(table.rows[3]))
        write(table, FIRST, 1, "Ký số toàn bộ văn bản đi của cơ quan")

    edited(edit)
    status, report = update()
    assert (status, kinds(report)) == (
        0,
        [
            ("section-changed", "A Cải cách thể chế", "title"),
            ("task-added", "ky-so-toan-bo-van-ban", None),
            *(("task-removed", task, None) for task in ("ra-soat", "tuyen-truyen", "bao-cao")),
        ],
    )


def test_sections_in_another_order_are_told_and_left(update, office):
    def edit(table):
        for row in table.rows[1 : FIRST + 3]:
            table._tbl.append(row._tr)

    edited(edit)
    status, report = update()
    assert (status, report["changes"], remarks(report)) == (1, [], [("update-sections-moved", None)])
    assert texts(office) == FILES


def test_the_same_document_once_more_changes_nothing(update, office):
    edited(lambda table: table._tbl.append(table.rows[FIRST]._tr))
    assert (update()[0], kinds(update()[1])) == (0, [])
    status, report = update()
    assert (status, report["changes"], report["conflicts"]) == (0, [], [])


def test_a_result_that_states_another_goal_is_told_beside_its_targets(update, office, capsys):
    targeted = SECTION.replace("  results: Tin bài\n", "  results: Đạt tỷ lệ 90%\n  targets: [{id: ty-le, at_least: 90}]\n")
    (office / "plans/p/sections/a.yaml").write_text(targeted, encoding="utf-8")
    assert main(["render", "a.docx"]) == 0
    capsys.readouterr()
    edited(lambda table: write(table, FIRST + 1, 5, "Đạt tỷ lệ 95%"))
    status, report = update()
    told = [(remark["kind"], remark["message"]) for remark in report["remarks"]]
    assert (status, kinds(report)) == (0, [("task-changed", "tuyen-truyen", "results")])
    assert told == [("update-target", "the result states another goal than targets, look at targets: “Đạt tỷ lệ 95%”")]
    assert "targets: [{id: ty-le, at_least: 90}]" in texts(office)["plans/p/sections/a.yaml"]


def test_the_report_names_columns_as_people_do(office, capsys):
    edited(lambda table: write(table, FIRST, 5, "Báo cáo rà soát năm"))
    assert main(["import", "a.docx", "--update", "p", "--lang", "vi", "--dry-run", "--output", "told.txt"]) == 0
    told = (office / "told.txt").read_text(encoding="utf-8")
    assert "nhiệm vụ ra-soat: sửa kết quả\n    - Báo cáo rà soát\n    + Báo cáo rà soát năm\n" in told


def test_figures_that_begin_anew_below_a_heading_with_a_figure_move_nothing(office, update, capsys):
    (office / "plans/p/sections/a.yaml").write_text(
        "number: A\ntitle: Thể chế\ntasks:\n- {id: mot, content: Rà soát văn bản, lead: [u], deadline: Thường xuyên}\n"
        "sections:\n- number: '1'\n  title: Tuyên truyền\n  tasks:\n"
        "  - {id: hai, content: Đăng tin bài, lead: [v], deadline: Thường xuyên}\n"
        "  - {id: ba, content: Phát thanh, lead: [v], deadline: Thường xuyên}\n",
        encoding="utf-8",
    )
    assert main(["render", "a.docx"]) == 0
    capsys.readouterr()
    status, report = update()
    assert (status, report["changes"], report["differences"]) == (0, [], [])
