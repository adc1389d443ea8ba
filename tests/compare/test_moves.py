"""The fewest moves that account for a new order."""

from itertools import permutations

import pytest

from cchc.compare.changes import Entry, Key, Place
from cchc.compare.moves import longest_rise, moved


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [([], set()), ([5], {0}), ([0, 1, 2], {0, 1, 2}), ([2, 0, 1], {1, 2}), ([1, 2, 0], {0, 1}), ([3, 4, 0, 1, 2], {2, 3, 4})],
)
def test_the_longest_rise(numbers, kept):
    assert longest_rise(numbers) == kept


def test_no_rise_is_longer() -> None:
    for numbers in permutations(range(6)):
        kept = [numbers[place] for place in sorted(longest_rise(numbers))]
        assert kept == sorted(kept)
        longest = max(
            mask.bit_count()
            for mask in range(64)
            if (chosen := [numbers[place] for place in range(6) if mask >> place & 1]) == sorted(chosen)
        )
        assert len(kept) == longest


def records(*places: tuple[str, str]) -> dict[Key, Entry]:
    """Return tasks, each with the section that holds it, in their order."""
    found: dict[Key, Entry] = {}
    turns: dict[str, int] = {}
    for name, holder in places:
        turns[holder] = turns.get(holder, -1) + 1
        found[Key("task", name)] = Entry({}, place=Place(holder, turns[holder]))
    return found


def test_what_is_put_before_moves_nothing() -> None:
    assert moved(records(("a", ""), ("b", "")), records(("new", ""), ("a", ""), ("b", ""))) == set()


def test_one_that_jumps_is_the_one_that_moved() -> None:
    before = records(("a", ""), ("b", ""), ("c", ""), ("d", ""))
    assert moved(before, records(("d", ""), ("a", ""), ("b", ""), ("c", ""))) == {Key("task", "d")}


def test_another_section_is_a_move() -> None:
    assert moved(records(("a", "0"), ("b", "0")), records(("a", "0"), ("b", "1"))) == {Key("task", "b")}
