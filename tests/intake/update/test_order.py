"""The fewest moves: the longest run that already ascends stays."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cchc.intake.update.order import staying


def test_one_that_went_to_the_end_moves_alone():
    assert staying([1, 2, 3, 0]) == {0, 1, 2}


def test_nothing_moves_in_a_list_in_order():
    assert staying([0, 1, 5]) == {0, 1, 2}
    assert staying([]) == set()


@given(st.permutations(range(7)))
def test_what_stays_ascends_and_no_more_could(places):
    found = sorted(staying(places))
    assert [places[index] for index in found] == sorted(places[index] for index in found)
    longer = combinations(places, len(found) + 1)
    assert not any(list(run) == sorted(run) for run in longer)
