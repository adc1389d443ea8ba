"""md: tables on GitHub, whatever the texts of a plan hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cchc.render.due_list.as_md import prose, write
from cchc.schedule.status import Status

LIVE = re.compile(r"[@#$]|:/|www\.|mailto:|:[a-z+_0-9-]+:|\bGH-[0-9]|\b[0-9a-f]{7,}\b", re.IGNORECASE)
SIGNS = list("\\`|*_~[]()<>!&#@:;-+=.'\"$ \n\t")
LURES = ["abc", "@an", "#1", "##[error]", "https://evil.example", "www.evil.example", "a@b.vn", "<img src=x>", "![x](y)"]
LURES += ["[x](y)", "&#64;", "</td>", "<!--", "```", "GH-12", "deadbee1", "mailto:a", "ế"]
HOSTILE = st.lists(st.sampled_from(SIGNS + LURES)).map("".join)


def tokens(text: str) -> list[Token]:
    """Return the inline tokens of a Markdown text, read as GitHub reads tables, HTML and struck-out words."""
    read = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    return [child for token in read for child in token.children or [token]]


def test_a_whole_list(row, due_list) -> None:
    late = row(status=Status.OVERDUE, days_left=-46, number="A.2", event="123/QĐ-BNV", is_sample=True, occurrence="x")
    assert write(due_list(late, row(), language="en")) == (
        "## What is due, as of Monday 2025-06-02\n\n"
        "### OVERDUE (1)\n\n"
        "| No. | Task | Due | State | Lead |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| A.2 | Xây dựng báo cáo └ 123/QĐ-BNV, counted from — (sample) | 2025-06-07 | 46 days late | Văn phòng Sở |\n\n"
        "### DUE 2025-06-02 to 2025-06-08 (1)\n\n"
        "| No. | Task | Due | State | Lead |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| A.1 | Xây dựng báo cáo └ for 2025-05 | 2025-06-07 | 5 days left; act by 2025-06-06 | Văn phòng Sở |\n\n"
        "Overdue 1, due 1, later 0, done 0, done late 0, nothing owed 0; waiting 0, ongoing 0.\n"
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Kế hoạch số 12/KH-UBND, trước 8/6; (đợt 1): 50%", "Kế hoạch số 12/KH-UBND, trước 8/6; (đợt 1): 50%"),
        ("gọi @an", "gọi `@an`"),
        ("hộp thư a@b.vn.", "hộp thư `a@b.vn.`"),
        ("xem https://x.vn/a", "xem `https://x.vn/a`"),
        ("xem WWW.x.vn", "xem `WWW.x.vn`"),
        ("việc #12", "việc `#12`"),
        ("##[error]x", "`##`&#91;`error]x`"),
        ("<b>a|b</b>", "&lt;b&gt;a&#124;b&lt;/b&gt;"),
        ("*a*\n_b_", "&#42;a&#42; &#95;b&#95;"),
        ("\u202e\x1b", "&lt;U+202E&gt;&lt;U+001B&gt;"),
    ],
)
def test_a_text_in_a_table(text, markdown) -> None:
    assert prose(text) == markdown


@given(HOSTILE)
def test_a_hostile_text_is_words_in_its_cell_and_nothing_else(row, due_list, text) -> None:
    written = write(due_list(row(content=text, lead_names=(text,), number="1", label=text, event=text), language="en"))
    found = tokens(written)
    kinds = {token.type for token in found}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "em_open", "strong_open", "s_open", "fence"}
    assert sum(token.type == "td_open" for token in found) == 5
    assert [token.content for token in found if token.type in {"text", "text_special"} and LIVE.search(token.content)] == []
    assert "##[" not in written


@given(HOSTILE)
def test_every_word_comes_back(text) -> None:
    read = "".join(token.content for token in tokens(f"| x |\n| - |\n| x {prose(text)} x |")[6:] if not token.nesting)
    assert "".join(read.split()) == "".join(f"x{text}x".split()), read
