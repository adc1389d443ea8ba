"""ics: the file read again by `icalendar`, and byte by byte where calendar programs are strict."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from cchc.render.due_list.as_ics import uid_of, write
from cchc.schedule.status import Status


def events(text: str) -> list[Event]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_an_event_of_one_whole_day(row, due_list) -> None:
    [event] = events(write(due_list(row(), language="en")))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2025, 6, 7), date(2025, 6, 8))
    assert event["dtstamp"].dt == datetime(2025, 6, 2, tzinfo=UTC)
    assert event["summary"] == "A.1 Xây dựng báo cáo"
    assert event["description"] == (
        "Xây dựng báo cáo\nDeadline: Trước ngày 08/6/2025\nLead: Văn phòng Sở\n"
        "Coordinating: Trung tâm Dịch vụ Việc làm; Thanh tra\nAct by: 2025-06-06"
    )
    assert (event["categories"].to_ical(), event["transp"]) == (b"due", "TRANSPARENT")


def test_alarms_on_the_last_working_morning_and_a_week_before(row, due_list) -> None:
    [event] = events(write(due_list(row())))
    # Counted from midnight of 7 June: 08:00 on 30 May and 08:00 on 6 June.
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-8, hours=8), timedelta(days=-1, hours=8)]
    assert [alarm["action"] for alarm in event.walk("VALARM")] == ["DISPLAY", "DISPLAY"]


def test_the_calendar_has_a_name_and_the_timezone_of_the_workspace(row, due_list) -> None:
    calendar = Calendar.from_ical(write(due_list(row(), timezone="Asia/Bangkok", language="en")))
    assert (calendar["x-wr-timezone"], calendar["x-wr-calname"]) == ("Asia/Bangkok", "CCHC plans: what is due")
    assert calendar["version"] == "2.0"


def test_the_uid_outlives_a_move_of_the_day_and_a_new_wording(row) -> None:
    moved = row(counts_on=date(2025, 7, 1), extended_to=date(2025, 7, 1), content="Khác", status=Status.OVERDUE, number="B.9")
    assert uid_of(moved) == uid_of(row()) == "632ebfad30a15823e7f2f74fd93e5436@cchc"


@pytest.mark.parametrize("name", ["workspace", "plan_id", "task_id", "part_id", "occurrence"])
def test_another_duty_has_another_uid(name, row) -> None:
    assert uid_of(row(**{name: "khac"})) != uid_of(row())


def test_names_run_together_do_not_make_two_duties_one(row) -> None:
    assert uid_of(row(plan_id="a", task_id="b-c")) != uid_of(row(plan_id="a-b", task_id="c"))


def test_the_same_list_gives_the_same_bytes(row, due_list) -> None:
    assert write(due_list(row(), row(task_id="b"))) == write(due_list(row(), row(task_id="b")))


def test_what_is_done_waived_or_has_no_day_is_no_event(row, due_list) -> None:
    closed = [row(status=status) for status in (Status.DONE, Status.DONE_LATE, Status.WAIVED)]
    dayless = [row(status=status, counts_on=None, act_by=None) for status in (Status.WAITING, Status.ONGOING)]
    assert events(write(due_list(*closed, *dayless))) == []


def test_an_overdue_event_says_so(row, due_list) -> None:
    [event] = events(write(due_list(row(status=Status.OVERDUE, days_left=-3))))
    assert event["summary"] == "QUÁ HẠN: A.1 Xây dựng báo cáo"


def test_the_last_day_of_the_calendar_has_no_day_after_it(row, due_list) -> None:
    [event] = events(write(due_list(row(counts_on=date.max, act_by=date.max))))
    assert (event["dtstart"].dt, "dtend" in event) == (date.max, False)


def test_long_lines_are_folded_at_75_octets_between_letters(row, due_list) -> None:
    content = "Tham mưu cấp có thẩm quyền phê duyệt các quy trình nội bộ; " * 5
    written = write(due_list(row(content=content)))
    lines = written.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]  # each line is UTF-8 by itself
    assert events(written)[0]["description"].startswith(content)


def test_commas_semicolons_backslashes_and_lines_are_escaped(row, due_list) -> None:
    written = write(due_list(row(content="a,b;c\\d\ne", deadline=None, lead_names=(), coordinating_names=(), act_by=None)))
    assert "DESCRIPTION:a\\,b\\;c\\\\d\\ne\r\n" in written
    assert events(written)[0]["description"] == "a,b;c\\d\ne"


@pytest.mark.parametrize("control", ["\r\nEND:VEVENT\r\n", "\rX:1", "\x00", "\x1b[0m", "\x85", "\u2028", "\u202e"])
def test_controls_do_not_break_the_file(control, row, due_list) -> None:
    hostile = f"a{control}b"
    written = write(due_list(row(content=hostile, number=hostile, lead_names=(hostile,)), timezone=hostile))
    assert [event["dtstart"].dt for event in events(written)] == [date(2025, 6, 7)]
    assert written.count("END:VEVENT\r\n") == 1
    assert all(char in "\r\n" or char.isprintable() for char in written)
    assert written.count("\r") == written.count("\n") == written.count("\r\n")
