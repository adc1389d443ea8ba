"""Cells that are merged down, as every format counts them."""

from cchc.render.appendix.merged import spans_of
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
