"""Files that cannot be merged by what they mean are merged by their lines."""

from cchc.merging.lines import Clash, as_a_whole, by_lines
from cchc.merging.trio import Trio


def test_changes_that_lie_apart_are_both_taken():
    assert by_lines(Trio(("a", "b", "c"), ("x", "b", "c"), ("a", "b", "y"))) == ["x", "b", "y"]


def test_changes_of_one_line_clash():
    assert by_lines(Trio(("a", "b", "c"), ("a", "x", "c"), ("a", "y", "c"))) == ["a", Clash(Trio(("b",), ("x",), ("y",))), "c"]


def test_all_that_differs_is_one_clash():
    assert as_a_whole(Trio(("a", "b", "c"), ("a", "x", "b", "c"), ("a", "y", "c"))) == [
        "a",
        Clash(Trio(("b",), ("x", "b"), ("y",))),
        "c",
    ]


def test_of_too_many_lines_all_that_differs_is_one_clash():
    many = tuple(f"- {number}" for number in range(10_001))
    one, other = ("x", *many[1:]), (*many[:-1], "y")
    assert by_lines(Trio(many, one, other)) == [Clash(Trio(many, one, other))]
