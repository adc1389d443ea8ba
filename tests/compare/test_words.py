"""Texts word by word."""

from hypothesis import given
from hypothesis import strategies as st

from cchc.compare.words import Piece, word_changes


def test_words_that_differ() -> None:
    assert word_changes("Không quá 45 ngày kể từ ngày ký", "Không quá 30 ngày kể từ ngày nhận") == [
        Piece(" ", "Không quá "),
        Piece("-", "45"),
        Piece("+", "30"),
        Piece(" ", " ngày kể từ ngày "),
        Piece("-", "ký"),
        Piece("+", "nhận"),
    ]


def test_a_text_alone() -> None:
    assert word_changes("", "mới") == [Piece("+", "mới")]
    assert word_changes("cũ", "") == [Piece("-", "cũ")]
    assert word_changes("", "") == []


def test_texts_that_share_little_are_told_whole() -> None:
    assert word_changes("Văn phòng Sở", "Phòng Tổ chức phòng") == [Piece("-", "Văn phòng Sở"), Piece("+", "Phòng Tổ chức phòng")]


def test_long_texts_are_told_whole() -> None:
    before, after = "a " * 800, "b " * 800
    assert word_changes(before, after) == [Piece("-", before), Piece("+", after)]


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_the_pieces_make_up_both_texts(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert "".join(text for sign, text in pieces if sign != "+") == before
    assert "".join(text for sign, text in pieces if sign != "-") == after
