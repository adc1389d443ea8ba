"""Lines of a text in a cell: never fewer than a reader sees."""

import pytest

from cchc.render.appendix.text_height import count_lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("một", 10, 1),
        ("một\nhai\n", 10, 3),
        ("aaaa aaaa aaaa", 4.5, 2),
        ("aaaa aaaa aaaa", 4.3, 3),
        ("AAAA AAAA", 5, 2),
        ("a" * 40, 5, 5),
        ("e\u0302\u0301" * 8, 4, 1),
        ("ệ" * 8, 4, 1),
        ("😀" * 8, 4, 3),
    ],
)
def test_lines(text, width, lines):
    assert count_lines(text, width) == lines


def test_bold_type_is_wider():
    assert (count_lines("aaaa aaaa", 4.4), count_lines("aaaa aaaa", 4.4, is_bold=True)) == (1, 2)
