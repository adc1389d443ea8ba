"""A task that one side put into another section, while the other side changed the plan too."""

import pytest

from tests.merging.versions import HEAD, merged

A = "  - id: a\n    content: Việc a\n    lead: [u]\n"
B = "  - id: b\n    content: Việc b\n    lead: [u]\n"
C = "  - id: c\n    content: Việc c\n    lead: [u]\n"


def plan(first: str, second: str) -> str:
    """Return a plan of two sections that hold these tasks."""
    return f"{HEAD}sections:\n- number: A\n  title: Một\n  tasks:{first}- number: B\n  title: Hai\n  tasks:{second}"


BASE = plan(f"\n{A}{B}", f"\n{C}")
MOVED = plan(f"\n{B}", f"\n{C}{A}")
EMPTIED = plan(f"\n{A}{B}{C}", "\n").replace("- number: B\n  title: Hai\n  tasks:\n", "")


@pytest.mark.parametrize("is_moved_here", [True, False], ids=["moved here", "moved there"])
def test_a_task_moved_on_one_side_and_dropped_on_the_other_is_a_conflict_where_it_was_put(is_moved_here):
    dropped = plan(f"\n{B}", f"\n{C}")
    text, found = merged(BASE, *((MOVED, dropped) if is_moved_here else (dropped, MOVED)))
    assert found == [("both", "a", "")]
    assert text.startswith(dropped + "<<<<<<< ours (a)\n")
    assert text.count("id: a") == 2  # as base had it, and as the side that moved it


def test_a_section_that_lost_its_last_task_and_was_dropped_is_gone():
    theirs = BASE.replace("Việc b", "Việc b, sửa")
    assert merged(BASE, EMPTIED, theirs) == (EMPTIED.replace("Việc b", "Việc b, sửa"), [])


def test_a_section_dropped_here_and_renamed_there_is_a_conflict():
    text, found = merged(BASE, EMPTIED, BASE.replace("Hai", "Mục hai"))
    assert found == [("removed", "B Hai", "")]
    assert "title: Mục hai" in text.partition("=======\n")[2]


def test_what_is_changed_of_a_task_that_went_into_a_section_dropped_there_stands_between_the_markers():
    ours = plan(f"\n{A}{B}{C}", "\n")  # b stays, c comes here
    theirs = BASE.replace("Việc c", "Việc c, sửa").replace(f"- number: A\n  title: Một\n  tasks:\n{A}{B}", "")
    text, found = merged(BASE, ours, theirs)
    assert found == [("removed", "A Một", "")]
    assert "Việc c, sửa" in text
    assert ("Việc a" in text, "Việc b" in text) == (True, True)


def test_a_task_without_an_id_stays_where_it_is():
    nameless = "  - content: Việc không có mã\n    lead: [u]\n"
    base, ours = plan(f"\n{A}{B}", f"\n{nameless}"), plan(f"\n{B}", f"\n{nameless}{A}")
    text, found = merged(base, ours, base.replace("Việc b", "Việc b, sửa"))
    assert (found, text.count("Việc không có mã")) == ([("both", "B Hai", "tasks")], 3)


IN_BRACKETS = "[{id: a, content: C, lead: [u]}]"


def test_a_task_between_brackets_moved_to_two_sections_never_stands_in_both():
    base = plan(f" {IN_BRACKETS}\n", " []\n") + "- number: C\n  title: Ba\n  tasks: []\n"
    bare = base.replace(IN_BRACKETS, "[]")
    ours, theirs = (bare.replace(f"{title}\n  tasks: []", f"{title}\n  tasks: {IN_BRACKETS}") for title in ("Hai", "Ba"))
    text, found = merged(base, ours, theirs)
    assert (found, "<<<<<<< ours\n" in text) == ([("unsure", "", "")], True)


def test_a_task_moved_out_of_a_list_between_brackets_that_the_other_side_added_to_is_a_conflict():
    base = plan(f" {IN_BRACKETS}\n", " []\n")
    ours = plan(" []\n", f" {IN_BRACKETS}\n").replace("  title: Một\n  tasks: []\n", "  title: Một\n")
    theirs = base.replace("lead: [u]}]", "lead: [u]}, {id: b, content: B, lead: [u]}]")
    text, found = merged(base, ours, theirs)
    assert (found, "{id: b, content: B, lead: [u]}" in text) == ([("both", "A Một", "tasks")], True)


def test_a_task_moved_here_out_of_a_list_that_the_other_side_wrote_between_brackets_is_a_conflict_and_not_lost():
    in_brackets = "tasks: [{id: a, content: Việc a, lead: [u]}, {id: b, content: Việc b, lead: [u]}]\n"
    text, found = merged(BASE, MOVED, BASE.replace(f"tasks:\n{A}{B}", in_brackets))
    assert (found, A in text) == ([("unsure", "", "")], True)
