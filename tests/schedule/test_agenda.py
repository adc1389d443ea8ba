"""What a plan owes on a day, and what a list of a window shows. 02/6/2025 is a Monday."""

from datetime import date

import pytest

from cchc.schedule.agenda import in_order
from cchc.schedule.status import Status, Window

JUNE = Window(date(2025, 6, 1), date(2025, 6, 30))


def test_a_list_of_the_week(office) -> None:
    office.owes("{by: 2025-05-20}", "{by: 2025-06-05}", "{by: 2025-06-20}", "{ongoing: true}", "{on_request: true}")
    assert office.lists("2025-06-04") == [("a", "", "overdue"), ("b", "", "due")]
    assert office.lists("2025-06-04", has_overdue=False) == [("b", "", "due")]
    assert office.lists("2025-06-04", JUNE) == [("a", "", "overdue"), ("b", "", "due"), ("c", "", "due")]
    assert office.lists("2025-06-04", is_everything=True) == [
        ("a", "", "overdue"), ("b", "", "due"), ("c", "", "open"), ("d", "", "ongoing"), ("e", "", "waiting"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("statuses", "listed"),
    [
        ({Status.OVERDUE}, ["a"]),
        ({Status.DUE}, ["b"]),
        ({Status.OPEN}, ["c"]),
        ({Status.ONGOING}, ["d"]),
        ({Status.WAITING}, ["e"]),
        ({Status.OPEN, Status.WAITING}, ["c", "e"]),
        ({Status.DONE}, []),
    ],
)
def test_a_list_of_some_statuses(statuses: set[Status], listed: list[str], office) -> None:
    office.owes("{by: 2025-05-20}", "{by: 2025-06-05}", "{by: 2025-06-20}", "{ongoing: true}", "{on_request: true}")
    assert [task for task, _, _ in office.lists("2025-06-04", statuses=frozenset(statuses))] == listed


def test_what_is_closed_is_listed_where_its_day_lies_in_the_window(office) -> None:
    office.owes(*["{by: 2025-06-03}"] * 3, *["{by: 2025-05-20}"] * 3)
    done = "task: [a, d], completed_on: 2025-05-19", "task: [b, e], completed_on: 2025-06-04"
    office.recorded("completions", *done)
    office.recorded("waivers", *(f"task: {task}, waived_on: 2025-06-04, reason: Không phát sinh" for task in "cf"))
    in_week = [("a", "", "done"), ("b", "", "done_late"), ("c", "", "waived")]
    assert office.lists("2025-06-04") == in_week
    assert office.lists("2025-06-04", statuses=frozenset({Status.DONE, Status.WAIVED})) == [in_week[0], in_week[2]]
    rest = [("d", "", "done"), ("e", "", "done_late"), ("f", "", "waived")]
    assert office.lists("2025-06-04", is_everything=True) == in_week + rest


def test_what_was_extended_is_listed_by_the_day_that_counts(office) -> None:
    office.owes("{by: 2025-05-20}")
    office.recorded("extensions", "task: a, extended_to: 2025-06-05, approved_on: 2025-05-19")
    office.recorded("completions", "task: a, completed_on: 2025-06-02")
    assert office.lists("2025-06-04") == [("a", "", "done")]


def test_a_check_of_an_ongoing_duty(office) -> None:
    office.owes("{ongoing: true, check: month}")
    assert office.lists("2025-06-23") == []
    assert office.lists("2025-06-30") == [("a", "2025-06", "ongoing")]  # the week that holds 30/6
    assert office.lists("2025-06-04", JUNE) == [("a", "2025-06", "ongoing")]
    assert len(office.lists("2025-06-04", statuses=frozenset({Status.ONGOING}))) == 12
    office.recorded("completions", "task: a, occurrence: 2025-06, completed_on: 2025-06-27")
    assert office.stands("2025-06-30")[5] == ("a", "2025-06", "done")
    assert ("a", "2025-06", "ongoing") not in office.lists("2025-06-30", is_everything=True)


def test_an_event_exists_from_its_receipt_else_from_its_issue(office) -> None:
    office.owes("{within: 2 days, after: e}", "{within: 2 days, after: f}")
    office.happened("id: x, type: e, issued_on: 2025-06-02, received_on: 2025-06-05", "id: y, type: f, issued_on: 2025-06-04")
    assert office.stands("2025-06-03") == [("a", "", "waiting"), ("b", "", "waiting")]
    assert office.stands("2025-06-04") == [("a", "", "waiting"), ("b", "y", "due")]
    assert office.stands("2025-06-05") == [("a", "x", "overdue"), ("b", "y", "due")]  # it counts from its issue all the same


def test_an_event_whose_date_is_missing_waits(office) -> None:
    office.owes("{within: 2 days, after: e, counted_from: effective}", "{within: 2 days, after: e}", "{when: e}")
    office.happened("id: x, type: e, document: 1/QĐ")
    assert office.stands("2025-06-03") == [("a", "x", "waiting"), ("b", "x", "waiting"), ("c", "x", "ongoing")]


def test_an_event_is_of_the_tasks_it_names(office) -> None:
    office.owes("{within: 2 days, after: e}", "{within: 2 days, after: e}")
    office.happened("id: x, type: e, issued_on: 2025-06-02, applies_to: [p/b]")
    assert office.stands("2025-06-03") == [("a", "", "waiting"), ("b", "x", "due")]


def test_each_event_is_closed_by_its_own_name(office) -> None:
    office.owes("{within: 2 days, after: e}")
    office.happened("id: x, type: e, issued_on: 2025-06-02", "id: y, type: e, issued_on: 2025-06-02")
    office.recorded("completions", "task: a, occurrence: y, completed_on: 2025-06-04")
    assert office.stands("2025-06-04") == [("a", "x", "due"), ("a", "y", "done")]


def test_a_record_without_an_occurrence(office) -> None:
    office.owes(
        "{in: 2025-06}",
        "{in: 2025-06}",
        "{every: year}",
        "{every: half-year}",
        "{within: 3 days, after: e}",
        "{all: [{by: 2025-06-05, id: x}]}",
    )
    office.happened("id: x, type: e, issued_on: 2025-06-02")
    office.recorded(
        "completions", "task: [b, c, d, e, f], completed_on: 2025-06-03", "task: a, occurrence: 2025-06, completed_on: 2025-06-03"
    )
    assert office.stands("2025-06-04") == [
        ("a", "", "done"),  # the period's own name is understood
        ("b", "", "done"),
        ("c", "2025", "done"),  # the only one there is
        ("d", "2025-H1", "open"),  # one of two
        ("d", "2025-H2", "open"),
        ("e", "x", "due"),  # an event's occurrence has to be named
        ("f", "2025-06-05", "due"),  # so has a rule with an id
    ]


def test_parts_are_owed_apart(office) -> None:
    office.owes("{by: 2025-06-03}\n    parts:\n      - id: x\n      - {id: y, deadline: {by: 2025-06-20}}\n      - id: z")
    office.recorded("completions", "task: a, part: x, completed_on: 2025-06-02")
    assert office.stands("2025-06-04") == [("a/x", "", "done"), ("a/y", "", "open"), ("a/z", "", "overdue")]
    office.recorded("completions", "task: a, completed_on: 2025-06-03")
    assert office.stands("2025-06-04") == [("a/x", "", "done"), ("a/y", "", "done"), ("a/z", "", "done")]


def test_a_task_without_a_deadline_or_with_one_that_cannot_be_read_is_not_listed(office) -> None:
    office.owes("Khi nào xong thì xong", "{by: 2025-06-04}")
    office.write(
        "plans/p/plan.yaml",
        (office.root / "plans/p/plan.yaml").read_text(encoding="utf-8") + "  - {id: z, content: C, lead: [u]}\n",
    )
    assert office.stands("2025-06-04") == [("b", "", "due")]


def test_a_withdrawn_task_keeps_what_was_done(office) -> None:
    withdrawn = "\n    withdrawn: {on: 2025-06-04, document: 45/QĐ-SNV}"
    office.owes("{every: month}" + withdrawn)
    office.recorded(
        "completions",
        "task: a, occurrence: 2025-02, completed_on: 2025-02-20",
        "task: a, occurrence: 2025-03, completed_on: 2025-04-02",
    )
    office.recorded("waivers", "task: a, occurrence: 2025-04, waived_on: 2025-05-05, reason: Không phát sinh")
    assert len(office.stands("2025-06-03")) == 12
    assert office.stands("2025-06-04") == [("a", "2025-02", "done"), ("a", "2025-03", "done_late"), ("a", "2025-04", "waived")]


def test_days_before_the_plan_is_tracked_are_not_followed(office) -> None:
    rules = (
        "{by: 2025-03-31}",
        "{by: 2025-04-01}",
        "{every: quarter}",
        "{ongoing: true, check: half-year}",
        "{every: year, times: 2}",
    )
    office.owes(*rules, head="year: 2025\ntracked_from: 2025-04-01")
    names = [(task, name) for task, name, _ in office.stands("2025-06-04")]
    assert names == [
        ("b", ""), ("c", "2025-Q2"), ("c", "2025-Q3"), ("c", "2025-Q4"), ("d", "2025-H1"), ("d", "2025-H2"), ("e", "2025/1"), ("e", "2025/2"),
    ]  # fmt: skip
    office.owes("{ongoing: true, check: quarter}", head="year: 2025\ntracked_from: 2025-04-01")
    assert [name for _, name, _ in office.stands("2025-06-04")] == ["2025-Q2", "2025-Q3", "2025-Q4"]


def test_by_default_a_plan_is_tracked_from_its_first_day(office) -> None:
    office.owes("{by: 2024-12-31}", "{by: 2025-01-01}", "{at_least: 10 days, ahead_of: e}")
    office.happened("id: x, type: e, issued_on: 2025-01-03")  # 10 days before are 24/12/2024
    assert office.stands("2025-01-06") == [("b", "", "overdue")]


def test_only_what_was_announced_by_a_day(office) -> None:
    office.owes("{within: 8 working days, after: e}")
    office.happened("id: x, type: e, issued_on: 2025-12-22")
    # 23, 24, 25, 26, 29, 30, 31/12 are seven; 02/01/2026 was made a day off on 25/12/2025, so the eighth is then Monday 05/01
    assert [item.standing.due_on for item in office.items("2025-12-24", known_on="2025-12-24")] == [date(2026, 1, 2)]
    assert [item.standing.due_on for item in office.items("2025-12-25", known_on="2025-12-25")] == [date(2026, 1, 5)]
    assert [item.standing.due_on for item in office.items("2025-12-24")] == [date(2026, 1, 5)]


def test_a_rule_has_a_lead_of_its_own(office) -> None:
    office.owes("{all: [{by: 2025-06-05, lead: [v], label: Báo cáo}, {by: 2025-06-06}]}")
    assert [(item.lead, item.occurrence.label) for item in office.items("2025-06-04")] == [(("v",), "Báo cáo"), (("u",), None)]


def test_the_hour_is_told_and_never_decides(office) -> None:
    office.owes(
        '{by: 2025-06-04, at: "08:00"}',
        '{before: 2025-06-05, at: "17:00"}',
        '{every: month, by_day: 4, at: "15:00", in: 2025-06}',
    )
    assert [(item.occurrence.at, item.standing.status.value) for item in office.items("2025-06-04")] == [
        ("08:00", "due"),
        ("17:00", "due"),
        ("15:00", "due"),
    ]


@pytest.mark.parametrize("invented", ["plan", "task", "part", "event", "completion", "extension", "waiver"])
def test_a_sample_shows_in_what_rests_on_it(invented: str, office) -> None:
    mark = {invented: ", sample: true"}
    head = "year: 2025\nsample: true" if invented == "plan" else "year: 2025"
    task = "\n    sample: true" if invented == "task" else ""
    office.owes(f"{{within: 5 days, after: e}}{task}\n    parts:\n      - {{id: x{mark.get('part', '')}}}", head=head)
    office.happened(f"id: x, type: e, issued_on: 2025-06-02{mark.get('event', '')}")
    if invented == "completion":
        office.recorded("completions", "task: a, occurrence: x, completed_on: 2025-06-03, sample: true")
    if invented == "extension":
        office.recorded("extensions", "task: a, occurrence: x, extended_to: 2025-06-10, approved_on: 2025-06-03, sample: true")
    if invented == "waiver":
        office.recorded("waivers", "task: a, occurrence: x, waived_on: 2025-06-03, reason: R, sample: true")
    assert [item.is_sample for item in office.items("2025-06-04")] == [True]


def test_real_records_are_no_samples(office) -> None:
    office.owes("{within: 5 days, after: e}\n    parts:\n      - {id: x}")
    office.happened("id: x, type: e, issued_on: 2025-06-02")
    office.recorded("completions", "task: a, occurrence: x, completed_on: 2025-06-03")
    office.recorded("extensions", "task: a, occurrence: x, extended_to: 2025-06-10, approved_on: 2025-06-03")
    office.recorded("waivers", "task: a, occurrence: x, waived_on: 2025-06-03, reason: R")
    assert [item.is_sample for item in office.items("2025-06-04")] == [False]


def test_the_order_of_a_list(office) -> None:
    office.owes(
        "{by: 2025-06-20}", "{ongoing: true}", "{by: 2025-06-15}", "{by: 2025-06-13}", "{by: 2025-06-02}", "{by: 2025-05-20}", "{within: 5 days, after: e}"
    )  # fmt: skip
    office.happened("id: y, type: e, issued_on: 2025-06-08", "id: x, type: e, issued_on: 2025-06-08")
    ordered = in_order(office.items("2025-06-09", JUNE))
    assert [(item.duty.placed.task.id, item.occurrence.name) for item in ordered] == [
        ("f", ""),  # overdue first, by the day to act by
        ("e", ""),
        ("c", ""),  # Sunday 15/6, to act by Friday 13/6; then printed order
        ("d", ""),
        ("g", "x"),  # Friday 13/6 too; occurrences sort as text
        ("g", "y"),
        ("a", ""),
        ("b", ""),  # without a day last
    ]
