"""Given a file in three versions, when they are merged, then this stands in it, and this is left to a person."""

import pytest

from tests.merging.versions import HEAD, SECTIONS, TASK, merged


def test_a_section_renamed_here_gets_the_task_added_there():
    renamed = SECTIONS.replace("Một", "Mục một").replace("number: A", "number: I")
    added = SECTIONS.replace("- number: B", "  - {id: b, content: C, lead: [u]}\n- number: B")
    expected = renamed.replace("- number: B", "  - {id: b, content: C, lead: [u]}\n- number: B")
    assert merged(HEAD + SECTIONS, HEAD + renamed, HEAD + added) == (HEAD + expected, [])


def test_an_empty_section_renamed_on_both_sides_is_a_conflict():
    one, other = (HEAD + SECTIONS.replace("Hai", title) for title in ("Mục hai", "Mục 2"))
    text, found = merged(HEAD + SECTIONS, one, other)
    assert (found, "<<<<<<< ours (B Hai, title)" in text) == ([("both", "B Hai", "title")], True)


def test_section_files_are_known_by_name():
    base, one, other = (f"{HEAD}sections:\n{names}" for names in ("- a.yaml\n", "- a.yaml\n- b.yaml\n", "- c.yaml\n- a.yaml\n"))
    assert merged(base, one, other) == (f"{HEAD}sections:\n- c.yaml\n- a.yaml\n- b.yaml\n", [])


def test_a_task_moved_to_two_sections_is_a_conflict():
    base = HEAD + SECTIONS + "- number: C\n  title: Ba\n"
    task = "  tasks:\n  - {id: a, content: C, lead: [u]}\n"
    bare = base.replace(task, "  tasks: []\n")
    text, found = merged(base, bare.replace("title: Hai\n", f"title: Hai\n{task}"), bare + task)
    assert found == [("both", "a", "")]
    assert "<<<<<<< ours (a)" in text


def test_an_id_given_twice_makes_the_list_one_value():
    twice = HEAD + TASK + TASK.removeprefix("tasks:\n")
    _, found = merged(twice, twice.replace("C\n", "D\n", 1), twice + "- id: b\n  content: C\n  lead: [u]\n")
    assert found == [("both", "", "tasks")]


def test_parts_that_both_gave_to_a_task_are_both_kept():
    one, other = (HEAD + TASK + f"  parts: [{{id: {name}, content: P}}]\n" for name in ("x", "y"))
    text, found = merged(HEAD + TASK, one, other)
    assert (found, "id: x" in text, "id: y" in text) == ([], True, True)


@pytest.mark.parametrize(
    "item", ["-\n", "- [b]\n", "- content: Việc không có mã\n  lead: [u]\n"], ids=["nothing", "a list", "no id"]
)
def test_a_task_that_nobody_can_name_makes_the_list_one_value(item):
    base = HEAD + TASK + item
    text, found = merged(base, base.replace("C\n", "D\n"), base.replace("[u]", "[v]", 1))
    assert (found, "<<<<<<< ours (tasks)" in text) == ([("both", "", "tasks")], True)


@pytest.mark.parametrize("results", [" [Báo cáo]", "\n  - Báo cáo"], ids=["between brackets", "below each other"])
def test_results_have_no_name_and_are_one_value(results):
    base = HEAD + TASK + f"  results:{results}\n"
    one, other = (base.replace("Báo cáo", f"Báo cáo {period}") for period in ("quý", "năm"))
    text, found = merged(base, one, other)
    assert (found, "<<<<<<< ours (a, results)" in text) == ([("both", "a", "results")], True)


def test_sections_within_sections_are_known_by_what_stands_in_them():
    inner = "  sections:\n  - a.yaml\n  - number: I\n    title: Trong\n    tasks:\n    - {content: Việc không có mã, lead: [u]}\n    - {id: a, content: C, lead: [u]}\n"
    base = HEAD + "sections:\n- number: A\n  title: Một\n" + inner
    ours = base.replace("number: A\n  title: Một", "number: B\n  title: Mục một")
    assert merged(base, ours, base.replace("- a.yaml", "- a.yaml\n  - b.yaml")) == (
        ours.replace("- a.yaml", "- a.yaml\n  - b.yaml"),
        [],
    )


def test_a_section_with_another_number_and_title_is_known_by_a_task_that_stayed():
    base = HEAD + SECTIONS.replace("- number: B", "  - {id: b, content: C, lead: [u]}\n- number: B")
    ours = base.replace("number: A\n  title: Một", "number: I\n  title: Mục một").replace("id: b", "id: moi")
    theirs = base.replace("{id: a, content: C", "{id: a, content: D")
    assert merged(base, ours, theirs) == (ours.replace("{id: a, content: C", "{id: a, content: D"), [])


def test_a_section_that_shares_nothing_with_another_is_a_new_one():
    ours = HEAD + SECTIONS.replace("number: B\n  title: Hai", "number: C\n  title: Ba")
    assert merged(HEAD + SECTIONS, ours, HEAD + SECTIONS.replace("content: C", "content: D")) == (
        ours.replace("content: C", "content: D"),
        [],
    )


def test_a_section_of_which_each_side_dropped_one_half_is_nothing():
    ours, theirs = HEAD + SECTIONS.replace("- number: B\n  title", "- title"), HEAD + SECTIONS.replace("  title: Hai\n", "")
    assert merged(HEAD + SECTIONS, ours, theirs) == (HEAD + SECTIONS.replace("- number: B\n  title: Hai", "- {}"), [])


@pytest.mark.parametrize("section", ["- null\n", "- a.yaml\n- a.yaml\n"], ids=["nothing", "a file twice"])
def test_sections_that_cannot_be_told_apart_are_one_value(section):
    base = HEAD + SECTIONS + section
    _, found = merged(base, base.replace("number: A", "number: I"), base.replace("content: C", "content: D"))
    assert found == [("both", "", "sections")]


def test_what_both_changed_in_the_first_line_of_a_task_is_a_conflict_of_the_task():
    base = HEAD + "tasks:\n- content: C\n  id: a\n  lead: [u]\n"
    text, found = merged(base, base.replace("C\n", "D\n"), base.replace("C\n", "E\n"))
    assert found == [("both", "a", "")]
    assert "<<<<<<< ours (a)\n- content: D\n  id: a\n  lead: [u]\n|||||||" in text


def test_two_changes_that_are_right_alone_and_wrong_together_are_a_conflict():
    bare = HEAD.replace("year: 2025\n", "")
    one, other = HEAD + TASK, bare + "period: {from: 2025-01-01, to: 2026-12-31}\n" + TASK
    text, found = merged(bare + TASK, one, other)
    assert (found, "<<<<<<< ours\n" in text) == ([("unsure", "", "")], True)


def test_a_year_here_and_a_period_there_are_a_conflict():
    one = HEAD.replace("year: 2025", "period: {from: 2025-01-01, to: 2026-12-31}") + TASK
    text, found = merged(HEAD + TASK, one, HEAD.replace("2025", "2026") + TASK)
    assert (found, "<<<<<<< ours (year)" in text) == ([("removed", "", "year")], True)


def test_layout_changed_here_and_value_there_are_both_kept():
    ours = HEAD + TASK.replace("content: C", 'content:   "C"')
    assert merged(HEAD + TASK, ours, HEAD + TASK.replace("content: C", "content: D")) == (
        HEAD + TASK.replace("content: C", "content: D"),
        [],
    )


def test_units_between_brackets_and_below_each_other_are_one_set():
    ours, theirs = HEAD + TASK.replace("[u]", "[u, v]"), HEAD + TASK.replace("lead: [u]", "lead:\n  - u\n  - unit: w\n    as: W")
    text, found = merged(HEAD + TASK, ours, theirs)
    assert (text, found) == (HEAD + TASK.replace("lead: [u]", "lead:\n    - u\n    - v\n    - unit: w\n      as: W"), [])


@pytest.mark.parametrize("start", ["---\n", "%YAML 1.1\n---\n"])
def test_a_file_that_begins_like_no_other_is_never_guessed(start):
    text, found = merged(start + HEAD + TASK, start + HEAD + TASK.replace("C", "D"), start + HEAD + TASK.replace("[u]", "[v]"))
    assert found
    assert "content: D" in text
    assert "lead: [v]" in text


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"), [("x: 1\n", "", "x: 1\n"), ("", "x: 1\n", "x: 1\n"), ("x: 1\n", "x: 1\n", "x: 1\n")]
)
def test_a_file_that_one_side_has_alone_is_taken_as_it_is(ours, theirs, expected):
    assert merged("", ours, theirs) == (expected, [])


def test_where_only_the_origin_cannot_be_read_that_is_said():
    origin = HEAD + "<<<<<<< a\ntasks: []\n>>>>>>> b\n"
    _, found = merged(origin, HEAD + TASK, HEAD + TASK.replace("C", "D"))
    assert found == [("unreadable-origin", "", "")]
    _, found = merged(origin, HEAD + "tasks: [\n", HEAD + TASK)
    assert found == [("unreadable", "", "")]


@pytest.mark.parametrize("other", ["{id: p, title: T, year: 2026}\n", HEAD.replace("2025", "2026")], ids=["also", "in lines"])
def test_a_file_between_brackets_is_one_value(other):
    base = "{id: p, title: T, year: 2025}\n"
    _, found = merged(base, base.replace("title: T", "title: Tên"), other)
    assert found == [("both", "", "")]


def test_a_key_behind_a_question_mark_is_never_guessed():
    base = HEAD + TASK.replace("tasks:", "?\n  tasks\n:")
    text, found = merged(base, base.replace("C\n", "D\n"), base.replace("[u]", "[v]"))
    assert (found, "content: D" in text, "lead: [v]" in text) == ([("both", "", "tasks")], True, True)


def test_measurements_of_one_target_on_two_days_are_two_records():
    base = "measurements:\n- {task: a, target: t, as_of: 2025-03-31, value: 70}\n"
    ours, theirs = (f"{base}- {{task: a, target: t, as_of: {day}, value: 80}}\n" for day in ("2025-06-30", "2025-09-30"))
    text, found = merged(base, ours, theirs, "progress-file")
    assert (found, text) == ([], ours + theirs.removeprefix(base))


@pytest.mark.parametrize(
    ("key", "base", "ours", "theirs"),
    [
        ("withdrawn", "{on: 2025-02-02}", "{on: 2025-03-03}", "{on: 2025-02-02, document: 1/QĐ}"),
        ("deadline", "{before: 2025-06-30}", "{before: 2025-07-31}", "{before: 2025-06-30, roll: backward}"),
    ],
)
def test_two_halves_of_what_says_something_only_as_a_whole_are_a_conflict(key, base, ours, theirs):
    versions = (f"{HEAD}{TASK}  {key}: {value}\n" for value in (base, ours, theirs))
    assert merged(*versions)[1] == [("both", "a", key)]


def test_two_halves_of_a_period_are_a_conflict():
    period = HEAD.replace("year: 2025", "period: {from: 2025-01-01, to: 2025-12-31}") + TASK
    _, found = merged(period, period.replace("2025-01-01", "2025-02-01"), period.replace("2025-12-31", "2026-01-31"))
    assert found == [("both", "", "period")]
