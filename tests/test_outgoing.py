"""Texts of strangers made safe to show."""

import pytest

from cchc.outgoing import plain_log, visible, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sở Nội vụ\tA\n", "Sở Nội vụ\tA\n"),
        ("a\u202eb", "a<U+202E>b"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("a\u00adb\u200bc", "a<U+00AD>b<U+200B>c"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_what_a_terminal_would_obey_is_seen(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("ngày", 4), ("nga\u0300y", 4), ("計画", 4), ("Ａ", 2)])
def test_the_columns_of_a_text(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kế hoạch: tốt\n", "Kế hoạch: tốt\n"),
        ("::error::x", ": :error::x"),
        ("a\n  ::stop-commands::t\nb", "a\n  : :stop-commands::t\nb"),
        ("a ::error::x", "a ::error::x"),
        ("##[error]x", "# #[error]x"),
    ],
)
def test_no_line_of_a_log_is_a_command(text: str, shown: str) -> None:
    assert plain_log(text) == shown
