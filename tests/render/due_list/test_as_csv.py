"""csv: what a spreadsheet reads, and what it must not take for a formula."""

import csv
import io
from datetime import date

import pytest

from cchc.render.due_list.as_csv import write
from cchc.schedule.status import Status

HEADER = (
    "No.,Task,Deadline,Label,Lead,Coordinating,Occurrence,Status,Due on,At,Act by,Extended to,Days left,Completed on,Event,"
    "Counted from,Provisional,Sample,Status code,Workspace,Plan id,Task id,Part id\r\n"
)


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_whole_file(row, due_list) -> None:
    assert write(due_list(row(), language="en")) == (
        "\ufeff"
        + HEADER
        + "A.1,Xây dựng báo cáo,Trước ngày 08/6/2025,,Văn phòng Sở,Trung tâm Dịch vụ Việc làm; Thanh tra,2025-05,"
        "due,2025-06-07,,2025-06-06,,5,,,,no,no,due,.,snv-2025,bao-cao,\r\n"
    )


def test_captions_and_status_speak_the_language_and_the_code_stays_english(row, due_list) -> None:
    [shown] = cells(write(due_list(row(status=Status.DONE_LATE, completed_on=date(2025, 6, 9), is_sample=True))))
    assert (shown["Tình trạng"], shown["Mã tình trạng"]) == ("xong muộn", "done_late")
    assert (shown["Ngày hoàn thành"], shown["Ví dụ"], shown["Tạm tính"]) == ("2025-06-09", "có", "không")


def test_days_late_are_a_number_and_no_text(row, due_list) -> None:
    [shown] = cells(write(due_list(row(status=Status.OVERDUE, days_left=-46), language="en")))
    assert shown["Days left"] == "-46"


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(begins, row, due_list) -> None:
    hostile = f"{begins}cmd|' /C calc'!A0"
    written = write(due_list(row(content=hostile, event=hostile, lead_names=(hostile,), occurrence=hostile), language="en"))
    [shown] = cells(written)
    assert [shown[name] for name in ("Task", "Event", "Lead", "Occurrence")] == [f"'{hostile}"] * 4


def test_a_carriage_return_and_other_controls_are_made_visible(row, due_list) -> None:
    [shown] = cells(write(due_list(row(content="\r=1+1\x00\x1b[31m"), language="en")))
    assert shown["Task"] == "<U+000D>=1+1<U+0000><U+001B>[31m"


def test_quotes_commas_and_lines_stay_in_their_cell(row, due_list) -> None:
    [shown] = cells(write(due_list(row(content='Một, "hai"\nba'), language="en")))
    assert shown["Task"] == 'Một, "hai"\nba'


def test_an_empty_list_is_its_captions(due_list) -> None:
    assert write(due_list(language="en")) == "\ufeff" + HEADER
