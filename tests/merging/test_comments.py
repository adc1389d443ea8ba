"""A comment that a side wrote is there after the merge, or the merge is a conflict."""

from tests.merging.versions import HEAD, TASK, merged

TWO = HEAD + TASK + "- id: b\n  content: B\n  lead: [v]\n"


def test_a_comment_beside_a_value_that_both_changed_is_not_lost():
    ours, theirs = HEAD + TASK.replace("[u]", "[u, v]  # một"), HEAD + TASK.replace("[u]", "[u, w]  # hai")
    text, found = merged(HEAD + TASK, ours, theirs)
    assert (found, "# một" in text, "# hai" in text) == ([("comment", "a", "lead")], True, True)


def test_one_comment_beside_two_tasks_stands_beside_both():
    ours, theirs = TWO.replace("lead: [u]", "lead: [u]  # gấp"), TWO.replace("lead: [v]", "lead: [v]  # gấp")
    assert merged(TWO, ours, theirs) == (ours.replace("lead: [v]", "lead: [v]  # gấp"), [])


def test_a_comment_dropped_here_is_gone_though_the_other_side_has_it():
    base = TWO.replace("lead: [u]", "lead: [u]  # gấp")
    assert merged(base, TWO, base.replace("content: B", "content: Bê")) == (TWO.replace("content: B", "content: Bê"), [])


def test_one_comment_beside_two_tasks_that_each_side_dropped_from_one_is_gone():
    base = TWO.replace("lead: [u]", "lead: [u]  # gấp").replace("lead: [v]", "lead: [v]  # gấp")
    assert merged(base, base.replace("[u]  # gấp", "[u]"), base.replace("[v]  # gấp", "[v]")) == (TWO, [])


def test_a_comment_dropped_here_and_written_at_a_second_task_there_stands_at_the_second():
    base, there = TWO.replace("[u]", "[u]  # gấp"), TWO.replace("[v]", "[v]  # gấp")
    assert merged(base, TWO, base.replace("[v]", "[v]  # gấp")) == (there, [])


def test_a_comment_written_over_a_task_comes_with_what_the_other_side_wrote_in_it():
    theirs = TWO.replace("- id: b", "# việc phải xong sớm\n- id: b")
    assert merged(TWO, TWO.replace("content: B", "content: Bê"), theirs) == (theirs.replace("content: B", "content: Bê"), [])


def test_two_comments_over_one_task_are_a_conflict():
    ours, theirs = (TWO.replace("- id: b", f"# {word}\n- id: b") for word in ("gấp", "chờ"))
    text, found = merged(TWO, ours, theirs)
    assert (found, "# gấp\n" in text, "# chờ\n" in text) == ([("comment", "b", "")], True, True)


def test_a_comment_between_brackets_stays_where_the_units_are_written_below_each_other():
    base = HEAD + TASK.replace("[u]", "[u,  # chính\n    v]")
    ours, theirs = HEAD + TASK.replace(" [u]", "\n  - u  # chính\n  - v\n  - w"), base.replace("v]", "v, x]")
    assert merged(base, ours, theirs) == (
        HEAD + TASK.replace("lead: [u]", "lead:\n    - u  # chính\n    - v\n    - w\n    - x"),
        [],
    )


def test_two_comments_beside_one_key_are_a_conflict():
    ours, theirs = (TWO.replace("tasks:", f"tasks:  # {word}") for word in ("một", "hai"))
    text, found = merged(TWO, ours.replace("content: C", "content: D"), theirs)
    assert (found, "tasks:  # một" in text, "tasks:  # hai" in text) == ([("comment", "", "tasks")], True, True)


def test_a_comment_over_a_key_that_becomes_the_first_stands_over_the_task():
    base = HEAD + "tasks:\n- number: 1\n  id: a\n  content: C\n  lead: [u]\n"
    theirs = base.replace("  id: a", "  # mã không đổi\n  id: a")
    assert merged(base, HEAD + TASK, theirs) == (HEAD + TASK.replace("- id: a", "# mã không đổi\n- id: a"), [])


def test_a_comment_between_a_dash_and_brackets_leaves_two_changes_to_a_person():
    base = HEAD + "tasks:\n-  # làm-ngay\n  {id: a, content: C, lead: [u]}\n"
    text, found = merged(base, base.replace("content: C", "content: D"), base.replace("[u]", "[v]"))
    assert (found, "content: D" in text, "lead: [v]" in text) == ([("both", "a", "")], True, True)


def test_a_merge_that_would_lose_a_comment_is_a_conflict():
    """Theirs writes between brackets, with a comment, what ours drops; another task moves at the same time."""
    base = HEAD + (
        "sections:\n- number: A\n  title: Một\n  tasks:\n  - id: a\n    content: C\n"
        "- number: B\n  title: Hai\n  tasks:\n  - id: b\n    content: B\n"
        "- number: C\n  title: Ba\n  tasks: []\n"
    )
    held_a, held_b = "  tasks:\n  - id: a\n    content: C\n", "  tasks:\n  - id: b\n    content: B\n"
    ours = base.replace("  tasks: []\n", held_b).replace(held_b, "  tasks: []\n", 1).replace(held_a, "  tasks: []\n")
    theirs = base.replace(held_a, "  tasks: [{id: a, content: C}]  # chờ Sở Tài chính\n")
    text, found = merged(base, ours, theirs)
    assert (found, "# chờ Sở Tài chính" in text) == ([("unsure", "", "")], True)
