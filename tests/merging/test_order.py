"""The order of a list after both sides have changed it."""

import pytest

from cchc.merging.order import merged_order
from cchc.merging.trio import Torn, Trio


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "axbc", "aybc", "axybc"),
        ("abc", "xabc", "yabc", "xyabc"),
        ("abc", "abcx", "abcy", "abcxy"),
        ("abc", "ac", "ayc", "ayc"),
        ("abcd", "bcda", "abcxd", "bcxda"),
        ("abcd", "abcd", "dabc", "dabc"),
        ("abcd", "bcda", "bcda", "bcda"),
        ("", "xz", "yz", "xyz"),
    ],
)
def test_both_orders_become_one(base, ours, theirs, expected):
    assert "".join(merged_order(Trio(base, ours, theirs))) == expected


def test_one_record_moved_to_two_places_is_torn():
    with pytest.raises(Torn) as caught:
        merged_order(Trio("abcd", "bcda", "bcad"))
    assert caught.value.reason == "order"


def test_keys_have_no_order_that_could_be_torn():
    assert merged_order(Trio("abcd", "bcda", "bcad"), has_meaning=False) == list("bcda")
