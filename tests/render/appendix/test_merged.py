"""Cells that are merged down, as every format counts them."""

from cchc.render.appendix.merged import WholeRow, spans_of, whole_rows
from cchc.views.appendix import Cell, SectionRow, TaskRow

SECTION = SectionRow("A", ("a",), 1)


def task(pattern: str) -> TaskRow:
    """Return a row with a cell for each sign, `^` for one that continues the cell above."""
    return TaskRow("a", tuple(Cell(("x",), sign == "^") for sign in pattern))


def test_a_cell_covers_all_rows_that_continue_it():
    assert spans_of([task("..."), task("^.^"), task("^..")]) == [(3, 1, 2), (0, 1, 0), (0, 1, 1)]


def test_a_merge_begins_anew_after_a_cell_of_its_own():
    assert spans_of([task("."), task("^"), task("."), task("^"), task("^")]) == [(2,), (0,), (3,), (0,), (0,)]


def test_nothing_is_continued_on_top_or_right_below_a_heading():
    assert spans_of([task("^."), SECTION, task("^."), task("^.")]) == [(1, 1), (), (2, 1), (0, 1)]


def test_an_appendix_without_rows_has_no_spans():
    assert spans_of([]) == []
    assert spans_of([SECTION, SECTION]) == [(), ()]


def test_a_merged_cell_says_what_it_continues():
    top = TaskRow("a/a", (Cell(("1",)), Cell(("x", "y"))))
    middle = TaskRow("a/b", (Cell((), True), Cell((), True)))
    last = TaskRow("a/c", (Cell((), True), Cell(("z",))))
    assert list(whole_rows((SECTION, top, middle, last))) == [
        SECTION,
        WholeRow(top, (("1",), ("x", "y")), (False, False)),
        WholeRow(middle, (("1",), ("x", "y")), (True, True)),
        WholeRow(last, (("1",), ("z",)), (True, False)),
    ]


def test_a_cell_that_continues_nothing_keeps_its_own_words():
    top, below = TaskRow("a", (Cell(("1",), True),)), TaskRow("b", (Cell(("2",), True),))
    assert list(whole_rows((top, SECTION, below))) == [
        WholeRow(top, (("1",),), (False,)),
        SECTION,
        WholeRow(below, (("2",),), (False,)),
    ]
