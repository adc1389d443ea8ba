"""Where the characters of a text stand in its file, however it is written there."""

import pytest

from cchc.source.within import changed_digits, place_of
from cchc.source.written import comments_of, entry_under, read_written

STYLES = {
    "plain": "a: năm 2025,\n   hết\n",
    "quoted": 'a: "năm 2025,\n   hết"\n',
    "single": "a: 'năm 2025,\n   hết'\n",
    "folded": "a: >-   # lời\n  năm 2025,\n  hết\n\n",
    "flow": "{a: năm 2025}\n",
}


def value_of(text):
    return entry_under(read_written(text), "a").value


@pytest.mark.parametrize("style", STYLES)
def test_a_digit_is_found_and_changed_where_it_stands(style):
    text = STYLES[style]
    node = value_of(text)
    assert changed_digits(text, node, node.text.replace("2025", "2026")) == [(text.index("2025") + 3, "6")]
    assert place_of(text, read_written(text), ("a",), 4) == text.index("2025")


def test_a_literal_block_keeps_its_lines():
    text = "a: |\n  một\n\n  năm 2025\n"
    assert changed_digits(text, value_of(text), "một\n\nnăm 2036\n") == [
        (text.index("2025") + 2, "3"),
        (text.index("2025") + 3, "6"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: năm 2025\n", "năm"),
        ("a: một hai\n", "mộtahai"),
        ("a: mộtahai\n", "một hai"),
        ('a: "n\\u0103m 1"\n', "năm 2"),
        ("a: 'x''1'\n", "x'2"),
    ],
)
def test_other_changes_are_none_of_single_digits(text, value):
    assert changed_digits(text, value_of(text), value) is None


def test_a_place_that_is_not_there_is_that_of_the_node_above():
    text = "x: 1\na: {b: chữ}\n"
    root = read_written(text)
    assert [place_of(text, root, route) for route in (("a", "c"), ("a", "b"), ("none",))] == [8, 12, 0]
    assert place_of(text, root, ("a", "b"), 99) == 12
    assert place_of("", None, ("a",)) == 0


def test_comments_are_found_with_their_places():
    text = "# đầu\na: >  # bên\n  chữ # không\nb: 1 # hai\n# cuối\n"
    assert [comment for _, comment in comments_of(text)] == ["# đầu", "# bên", "# hai", "# cuối"]
    assert all(text.startswith(comment, place) for place, comment in comments_of(text))
