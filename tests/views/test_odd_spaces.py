"""What only spaces tell apart is shown as signs; all else is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.views.odd_spaces import with_spaces_shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b", "a b ", ("a b", "a b␣")),
        ("a b", "a  b", ("a b", "a ␣b")),
        ("a b", "a\u00a0b", ("a b", "a<U+00A0>b")),
        ("a b", "a\tb", ("a b", "a<U+0009>b")),
        ("a\nb", "a\n\nb", ("a↵\nb", "a↵\n↵\nb")),
        ("a\nb", "a b", ("a↵\nb", "a b")),
        ("a  b", "a  c", ("a  b", "a  c")),
        ("a ", "", ("a ", "")),
        ("Việt", "Vie\u0323\u0302t", ("Việt", "Vie<U+0323><U+0302>t")),
        ("Vie\u0302\u0323t", "Vie\u0323\u0302t", ("Vie<U+0302><U+0323>t", "Vie<U+0323><U+0302>t")),
    ],
)
def test_what_is_shown(before, after, shown):
    assert with_spaces_shown(before, after) == shown


@given(st.text("a \n\u00a0\t"), st.text("a \n\u00a0\t"))
def test_two_texts_that_differ_can_be_told_apart_by_a_reader(before, after):
    one, other = with_spaces_shown(before, after)
    assert (one.split() == other.split()) == (before == after)
