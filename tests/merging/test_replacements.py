"""Both sides put another record in place of the same one: nobody can tell which was meant, so a person is asked."""

import pytest

from cchc.merging.merge import Labels, merge
from cchc.merging.replacements import Replaced, with_replacements
from cchc.merging.trio import Trio

HEAD = "id: p\ntitle: T\nyear: 2025\n"
PLAN = HEAD + "tasks:\n- id: t\n  content: C\n  lead: [a]\n"
BLOCK = HEAD + "tasks:\n- id: t\n  content: C\n  lead:\n  - a\n  - d\n"
UNITS = "units:\n  a: {name: A}\n  nhom: {name: N, members: [a, b]}\n"
CALENDAR = "days:\n- {date: 2026-08-31, kind: holiday, name: Q, source: S}\n"
PROGRESS = "completions:\n- {task: t, occurrence: 2026-01, completed_on: 2026-02-02, evidence: E}\n"
EXTENSIONS = "extensions:\n- {task: t, extended_to: 2026-03-02, approved_on: 2026-02-02}\n"


@pytest.mark.parametrize(
    ("base", "changed", "others", "kind", "where"),
    [
        (PLAN, "[a]", ("[b]", "[c]"), "plan", ("both", "t", "lead")),
        (BLOCK, "- a\n", ("- b\n", "- c\n"), "plan", ("both", "t", "a")),
        (PLAN, "[a]", ("[b, x]", "[c]"), "plan", ("both", "t", "lead")),
        (PLAN, "id: t\n", ("id: u\n", "id: v\n"), "plan", ("both", "t", "")),
        (UNITS, "members: [a, b]", ("members: [a, c]", "members: [a, d]"), "units-file", ("both", "nhom", "")),
        (UNITS, "  a: {", ("  x: {", "  y: {"), "units-file", ("both", "a", "")),
        ("units: {a: {name: A}, b: {name: B}}  # hai\n", "{a: {", ("{x: {", "{y: {"), "units-file", ("both", "", "units")),
        (CALENDAR, "2026-08-31", ("2026-09-01", "2026-09-03"), "calendar-file", ("both", "2026-08-31", "")),
        (PROGRESS, "2026-01", ("2026-02", "2026-03"), "progress-file", ("both", "t 2026-01", "")),
        (EXTENSIONS, "2026-03-02", ("2026-03-09", "2026-03-16"), "progress-file", ("both", "t 2026-03-02", "")),
    ],
)
def test_two_replacements_of_one_record_are_a_conflict_that_shows_all_three(base, changed, others, kind, where):
    one, other = (base.replace(changed, changed_to) for changed_to in others)
    result = merge(Trio(base.encode(), one.encode(), other.encode()), kind, Labels())
    text = result.content.decode()
    assert [tuple(found) for found in result.found] == [where]
    ours, theirs = text.partition("=======\n")[::2]
    assert others[0].strip() in ours.partition("||||||| ")[0]
    assert changed.strip() in ours.partition("||||||| ")[2]
    assert others[1].strip() in theirs
    assert text.count("<<<<<<<") == 1


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("[b]", "[b]", "[b]"),  # the same on both sides
        ("[a, b]", "[a, c]", "[a, b, c]"),  # two additions
        ("[b]", "[a, c]", "[b, c]"),  # one replacement, one addition
        ("[a, b]", "[]", "[b]"),
    ],
)
def test_what_only_one_side_replaced_is_merged(ours, theirs, expected):
    result = merge(Trio(*(PLAN.replace("[a]", units).encode() for units in ("[a]", ours, theirs))), "plan", Labels())
    assert (result.content.decode(), result.found) == (PLAN.replace("[a]", expected), ())


def test_a_replacement_is_known_by_what_it_replaces_between_the_same_neighbours():
    labels = Trio(["a", "x", "b", "y"], ["a", "p", "b"], ["a", "q", "b", "r"])
    assert with_replacements(labels) == Trio(
        ["a", Replaced("x"), "b", "y"], ["a", Replaced("x"), "b"], ["a", Replaced("x"), "b", "r"]
    )


def test_of_several_in_one_place_the_first_stands_for_the_first_and_the_rest_was_added():
    labels = Trio(["x", "y"], ["p", "r"], ["q"])
    assert with_replacements(labels) == Trio([Replaced("x"), "y"], [Replaced("x"), "r"], [Replaced("x")])


def test_a_section_replaced_by_two_here_and_by_one_there_is_a_conflict_of_its_own():
    base = f"{HEAD}sections:\n- {{number: A, title: Một, tasks: []}}\n- {{number: B, title: Hai, tasks: []}}\n"
    ours = base.replace("- {number: B, title: Hai, tasks: []}\n", "- {number: C, title: Ba}\n- {number: D, title: Tư}\n")
    theirs = base.replace("number: B, title: Hai", "number: E, title: Năm")
    result = merge(Trio(base.encode(), ours.encode(), theirs.encode()), "plan", Labels())
    assert [tuple(found) for found in result.found] == [("both", "B Hai", "")]
    text = result.content.decode()
    assert all(title in text for title in ("Một", "Hai", "Ba", "Tư", "Năm"))


def test_a_unit_that_both_replaced_clashes_alone():
    many = "units:\n" + "".join(f"  {name}: {{name: Đơn vị {name}}}\n" for name in "abcdef")
    ours, theirs = (many.replace("  f: {name: Đơn vị f}", f"  {name}: {{name: Đơn vị {name}}}") for name in "nm")
    text = merge(Trio(many.encode(), ours.encode(), theirs.encode()), "units-file", Labels()).content.decode()
    assert text.startswith(many.partition("  f:")[0] + "<<<<<<< ours (f)\n  n: ")
