"""Where an occurrence stands on a day. 02/6/2025 is a Monday, and the window is the week of the day asked about."""

from datetime import date

import pytest

from cchc.schedule.status import Window


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("due_on", "today", "status"),
    [
        ("2025-06-03", "2025-06-04", "overdue"),  # the day after
        ("2025-06-04", "2025-06-04", "due"),  # never on the day itself: it ends at 24:00 (Đ148.6)
        ("2025-06-05", "2025-06-04", "due"),
        ("2025-06-02", "2025-06-02", "due"),  # the first day of the window
        ("2025-06-08", "2025-06-04", "due"),  # a Sunday, the last day of the window
        ("2025-06-09", "2025-06-04", "open"),
        ("2025-06-15", "2025-06-09", "due"),
        ("2025-09-02", "2025-08-28", "due"),  # a Tuesday off, but the last working day is Friday 29/8
        ("2025-09-02", "2025-08-22", "open"),
        ("2025-09-02", "2025-09-02", "due"),
        ("2025-09-02", "2025-09-03", "overdue"),
    ],
)
def test_not_done(due_on: str, today: str, status: str, office) -> None:
    office.owes(f"{{by: {due_on}}}")
    assert office.statuses(today) == status


def test_a_window_between_the_day_to_act_by_and_the_due_day(office) -> None:
    office.owes("{by: 2025-09-02}")  # act by Friday 29/8
    assert office.statuses("2025-08-25", Window(day("2025-08-30"), day("2025-08-31"))) == "due"
    assert office.statuses("2025-08-25", Window(day("2025-08-25"), day("2025-08-28"))) == "open"
    assert office.statuses("2025-08-25", Window(day("2025-09-03"), day("2025-09-30"))) == "open"


def test_what_is_told_of_a_day(office) -> None:
    office.owes("{by: 2025-06-15}")
    (item,) = office.items("2025-06-04")
    stands = item.standing
    assert (stands.due_on, stands.counts_on, stands.act_by) == (day("2025-06-15"), day("2025-06-15"), day("2025-06-13"))
    assert stands.extended_to is None
    assert not stands.is_provisional


@pytest.mark.parametrize(
    ("completed_on", "today", "status"),
    [
        ("2025-06-03", "2025-06-04", "done"),
        ("2025-06-04", "2025-06-04", "done_late"),
        ("2025-06-04", "2025-06-03", "due"),  # a record of tomorrow does not count yet
        ("2025-06-05", "2025-06-04", "overdue"),
    ],
)
def test_done(completed_on: str, today: str, status: str, office) -> None:
    office.owes("{by: 2025-06-03}")
    office.recorded("completions", f"task: a, completed_on: {completed_on}, evidence: Báo cáo 1")
    assert office.statuses(today) == status


def test_the_first_of_two_completions_closes_an_occurrence(office) -> None:
    office.owes("{by: 2025-06-03}\n    parts:\n      - id: x")
    office.recorded("completions", "task: a, completed_on: 2025-06-05", "task: a, part: x, completed_on: 2025-06-03")
    (item,) = office.items("2025-06-06")
    assert (item.standing.status.value, item.completion.completed_on) == ("done", day("2025-06-03"))


def test_one_document_closes_several_tasks(office) -> None:
    office.owes("{by: 2025-06-03}", "{by: 2025-06-10}", "{by: 2025-06-04}")
    office.recorded("completions", "task: [a, b], completed_on: 2025-06-04")
    assert office.statuses("2025-06-04") == "done_late done due"


@pytest.mark.parametrize(
    ("today", "counts_on", "status"),
    [
        ("2025-05-20", "2025-05-30", "open"),  # before the first was approved
        ("2025-05-26", "2025-06-08", "open"),
        ("2025-06-05", "2025-06-06", "due"),  # the later decision holds, though it names the earlier day
        ("2025-06-06", "2025-06-06", "due"),
        ("2025-06-07", "2025-06-06", "overdue"),
    ],
)
def test_extensions_follow_each_other(today: str, counts_on: str, status: str, office) -> None:
    office.owes("{by: 2025-05-30}")
    office.recorded(
        "extensions",
        "task: a, extended_to: 2025-06-06, approved_on: 2025-06-02",
        "task: a, extended_to: 2025-06-08, approved_on: 2025-05-26",
    )
    (item,) = office.items(today)
    assert item.standing.due_on == day("2025-05-30")
    assert item.standing.counts_on == day(counts_on)
    assert item.standing.extended_to == (None if counts_on == "2025-05-30" else day(counts_on))
    assert item.standing.status.value == status


def test_the_day_to_act_by_follows_an_extension(office) -> None:
    office.owes("{by: 2025-05-30}")
    office.recorded("extensions", "task: a, extended_to: 2025-06-15, approved_on: 2025-05-28")
    (item,) = office.items("2025-06-04")
    assert (item.standing.act_by, item.standing.status.value) == (day("2025-06-13"), "open")
    assert office.statuses("2025-06-09") == "due"


@pytest.mark.parametrize(("completed_on", "status"), [("2025-06-06", "done"), ("2025-06-07", "done_late")])
def test_done_within_an_extension(completed_on: str, status: str, office) -> None:
    office.owes("{by: 2025-05-30}")
    office.recorded("extensions", "task: a, extended_to: 2025-06-06, approved_on: 2025-05-28")
    office.recorded("completions", f"task: a, completed_on: {completed_on}")
    assert office.statuses("2025-06-30") == status


def test_an_extension_into_a_year_that_is_not_announced(office) -> None:
    office.owes("{by: 2026-12-30}", "{by: 2026-12-30}", head="year: 2026")
    office.recorded("extensions", "task: a, extended_to: 2027-01-15, approved_on: 2026-12-01")
    assert [item.standing.is_provisional for item in office.items("2026-12-02")] == [True, False]


def test_waived(office) -> None:
    office.owes("{by: 2025-06-03}", "{by: 2025-06-03}", "{by: 2025-06-03}")
    office.recorded(
        "waivers",
        "task: a, waived_on: 2025-06-05, reason: Không phát sinh",
        "task: b, waived_on: 2025-06-05, reason: Không phát sinh",
    )
    office.recorded("completions", "task: b, completed_on: 2025-06-03")
    assert office.statuses("2025-06-04") == "overdue done overdue"
    assert office.statuses("2025-06-05") == "waived done overdue"  # a completion beats a waiver


@pytest.mark.parametrize(
    ("deadline", "today", "status"),
    [
        ("{within: 5 days, after: e}", "2025-06-04", "waiting"),
        ("{on_request: true}", "2025-06-04", "waiting"),
        ("{when: e}", "2025-06-04", "waiting"),
        ("{ongoing: true}", "2025-06-04", "ongoing"),
        ("{ongoing: true, in: 2025-07..2025-09}", "2025-06-30", "waiting"),  # a bounded rule not begun
        ("{ongoing: true, in: 2025-07..2025-09}", "2025-07-01", "ongoing"),
        ("{from: 2025-07-01}", "2025-06-30", "waiting"),
        ("{from: 2025-07-01}", "2025-07-01", "ongoing"),
        ("{until: e}", "2025-06-04", "ongoing"),
        ("{from: 2025-07-01, to: 2025-07-31}", "2025-06-04", "open"),  # it has a due day, begun or not
    ],
)
def test_without_a_due_day(deadline: str, today: str, status: str, office) -> None:
    office.owes(deadline)
    office.happened()
    (item,) = office.items(today)
    assert item.standing.status.value == status
    if status != "open":
        assert (item.standing.due_on, item.standing.counts_on, item.standing.act_by) == (None, None, None)


def test_a_count_without_days_is_ongoing_until_done(office) -> None:
    office.owes("{every: half-year, times: 2}")
    assert office.stands("2025-03-04") == [
        ("a", "2025-H1/1", "ongoing"),
        ("a", "2025-H1/2", "open"),
        ("a", "2025-H2/1", "waiting"),
        ("a", "2025-H2/2", "open"),
    ]
    office.recorded("completions", "task: a, occurrence: 2025-H1/1, completed_on: 2025-08-01")
    assert office.stands("2025-08-04")[:3] == [
        ("a", "2025-H1/1", "done"),
        ("a", "2025-H1/2", "overdue"),
        ("a", "2025-H2/1", "ongoing"),
    ]


def test_what_has_no_day_is_done_or_waived_all_the_same(office) -> None:
    office.owes("{ongoing: true}", "{when: e}", "{from: 2025-03-01}")
    office.happened("id: x, type: e, issued_on: 2025-05-05")
    assert office.stands("2025-06-04") == [("a", "", "ongoing"), ("b", "x", "ongoing"), ("c", "", "ongoing")]
    office.recorded("completions", "task: b, occurrence: x, completed_on: 2025-06-02")
    office.recorded("waivers", "task: c, waived_on: 2025-06-02, reason: Không phát sinh")
    assert office.stands("2025-06-04") == [("a", "", "ongoing"), ("b", "x", "done"), ("c", "", "waived")]
