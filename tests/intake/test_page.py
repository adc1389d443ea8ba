"""Pages (HTML): as Word saves them, as people write them, in old encodings."""

import time

import pytest

from cchc.intake import read_source
from cchc.intake.values import Notice, NoticeKind, Paragraph, Place, SourceDocument
from tests.intake.building import texts, told


def page(body: str, tracked: str = "accept") -> SourceDocument:
    return read_source("a.html", f"<html><body>{body}</body></html>".encode(), tracked)  # type: ignore[arg-type]


def grid(body: str) -> list[list[tuple[int, int, bool, str]]]:
    rows = page(f"<table>{body}</table>").tables[0].rows
    return [[(one.column, one.span, one.is_continued_down, one.text) for one in row.cells] for row in rows]


def lines(body: str) -> list[tuple[str, str | None]]:
    return [(block.text, block.number) for block in page(body).blocks if isinstance(block, Paragraph)]


def test_paragraphs_and_a_table_in_their_order():
    document = page("<h1>PHỤ LỤC</h1><table><tr><th>TT<th>Nội dung<tr><td>1<td>Rà soát</table><p>Hết")
    first, table, last = document.blocks
    assert (first, last) == (Paragraph("PHỤ LỤC"), Paragraph("Hết"))
    assert texts(table) == [["TT", "Nội dung"], ["1", "Rà soát"]]
    assert [row.is_header for row in table.rows] == [True, False]
    assert document.notices == ()


def test_cells_across_and_down():
    assert grid("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td rowspan=0>d<tr><td>e<td>f") == [
        [(0, 1, False, "a"), (1, 2, False, "b")],
        [(0, 1, True, ""), (1, 1, False, "c"), (2, 1, False, "d")],
        [(0, 1, False, "e"), (1, 1, False, "f"), (2, 1, True, "")],
    ]


def test_a_cell_passes_over_one_that_reaches_down_in_the_middle():
    assert grid("<tr><td>a<td rowspan=3>b<td>c<tr><td>d<td>e<tr><td colspan=2>f") == [
        [(0, 1, False, "a"), (1, 1, False, "b"), (2, 1, False, "c")],
        [(0, 1, False, "d"), (1, 1, True, ""), (2, 1, False, "e")],
        [(1, 1, True, ""), (2, 2, False, "f")],
    ]


def test_spans_beyond_reason_are_bounded_and_cost_no_more():
    assert grid("<tr><td colspan=99999999>a<td colspan=-1>b<td rowspan=x>c") == [
        [(0, 1000, False, "a"), (1000, 1, False, "b"), (1001, 1, False, "c")]
    ]


def test_cells_that_a_few_letters_ask_for_without_end_are_refused(refusal):
    body = "<table><tr>" + "<td rowspan=65534>a" * 3_000 + "<tr><td>b" * 3_000
    assert refusal("a.html", f"<html>{body}".encode()) == ("intake/too-large", {"name": "a.html", "limit": "500,000"})


def test_header_rows_are_those_of_the_head_or_of_headings_only():
    rows = page("<table><thead><tr><td>TT</thead><tbody><tr><th>1<td>a</tbody><tfoot><tr><td>z</table>").tables[0].rows
    assert [row.is_header for row in rows] == [True, False, False]


LINES = {
    "blanks count as one": ("<p> a \n\t b <b> c</b> </p>", [("a b c", None)]),
    "spaces that do not break stay": ("<p>&nbsp;45&nbsp;ngày</p>", [("\u00a045\u00a0ngày", None)]),
    "a break is a soft line break": ("<p>a<br> b<br/>", [("a\nb", None)]),
    "as typed": ("<pre>a  b\n c</pre>", [("a  b\n c", None)]),
    "entities": ("<p>&lt;a&gt; &amp; &#273; &euro; &khong;", [("<a> & đ € &khong;", None)]),
    "words outside of paragraphs": ("a<div>b<p>c</p>d</div>e", [(letter, None) for letter in "abcde"]),
    "names of Word's own elements": ("<p><o:p>a</o:p><st1:place>b</st1:place><lạ>c</lạ>", [("abc", None)]),
    "dots": ("<ul><li>a<li>b</ul>", [("a", "•"), ("b", "•")]),
    "no dots": ('<ul style="list-style-type: none"><li>- a</ul>', [("- a", None)]),
    "numbers": ("<ol start=3><li>a<li value=7>b<li>c</ol>", [("a", "3."), ("b", "7."), ("c", "8.")]),
    "numbers that begin below zero": ("<ol start=-1><li>a<li>b</ol>", [("a", "-1."), ("b", "0.")]),
    "letters": ("<ol type=a><li>a<li style='list-style:upper-roman'>b</ol>", [("a", "a."), ("b", "II.")]),
    "a list without items": ('<ul style="list-style-type: none"> - a - b', [("- a - b", None)]),
    "lists in lists": ("<ol><li>a<ul><li>x</ul>b<li>c</ol>", [("a", "1."), ("x", "•"), ("b", None), ("c", "2.")]),
    "a mark that Word drew": (
        "<p><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span><![endif]>Rà soát",
        [("Rà soát", "a)")],
    ),
    "a table's own title": ("<table><caption>Bảng 1</caption><tr><td>a</table>", [("Bảng 1", None)]),
    "words between rows": ("<table>lạc<tr><td>a</table>", [("lạc", None)]),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_lines_are_those_that_a_browser_draws(name):
    body, expected = LINES[name]
    assert lines(body) == expected


def test_level_of_lists():
    assert [block.level for block in page("<ol><li>a<ul><li>b</ul></ol><p>c").blocks] == [0, 1, None]


TOLD = {
    "a picture": ('<p>a<img src=http://example.invalid/x alt="Dấu">', ("picture", "Dấu", False)),
    "a hidden word": ("<p>a<span style='display: none'>mật</span>", ("hidden", "mật", False)),
    "a word hidden by Word": ("<p>a<span style='mso-hide:all'>mật</span>", ("hidden", "mật", False)),
    "a hidden item": ("<p>a<ul><li hidden>mật</ul>", ("hidden", "mật", False)),
    "a frame": ("<p>a<iframe src=http://example.invalid/>x</iframe>", ("embedded", "x", False)),
    "a field": ("<p>a<input value='30/11'>", ("field", "30/11", False)),
    "a program": ("<p>a<script>alert(1)</script><script>x</script>", ("macro", "", False)),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_left_out_is_told(name):
    body, notice = TOLD[name]
    assert (lines(body), told(page(body))) == ([("a", None)], [notice])


def test_styles_titles_and_comments_are_no_words():
    data = b"<html><head><title>x</title><style>p{}</style></head><body><!-- y --><p>a<template>z</template>"
    document = read_source("a.html", data)
    assert (document.blocks, document.notices) == ((Paragraph("a"),), ())


def test_hidden_rows_cells_and_what_is_no_cell_are_told_with_their_place():
    document = page("<table><tr hidden><td>a<tr><td>b<td style='display:none'>c<tr><td>d</table>")
    assert texts(document.tables[0]) == [["b"], ["d"]]
    assert [row.number for row in document.tables[0].rows] == [2, 3]
    assert document.notices == (
        Notice(NoticeKind.HIDDEN_ROW, Place(table=1, row=1), "a"),
        Notice(NoticeKind.HIDDEN, Place(table=1, row=2, cell=2), "c"),
    )


def test_a_table_in_a_cell_is_read_into_that_cell():
    document = page("<table><tr><td>trước<table><caption>t</caption><tr><td>a<td>b</table>sau</table>")
    assert texts(document.tables[0]) == [["trước\nt\na\nb\nsau"]]
    assert document.notices == (Notice(NoticeKind.NESTED_TABLE, Place(table=1, row=1, cell=1), "tab", is_kept=True),)


@pytest.mark.parametrize(("tracked", "text"), [("accept", "ngày 30"), ("ignore", "ngày 15")])
def test_tracked_changes(tracked, text):
    document = page("<p>ngày <del>15</del><ins>30</ins></p>", tracked)
    assert document.blocks == (Paragraph(text),)
    assert told(document) == [("deleted", "15", tracked == "ignore"), ("inserted", "30", tracked == "accept")]


ENCODED = {
    "UTF-8": "Hạn: ngày 30".encode(),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + "Hạn: ngày 30".encode(),
    "UTF-16 with a mark": b"\xff\xfe" + "<html>Hạn: ngày 30".encode("utf-16-le"),
    "UTF-16 the other way round": b"\xfe\xff" + "<html>Hạn: ngày 30".encode("utf-16-be"),
    "UTF-16 without a mark": "<html><body><p>Hạn: ngày 30 ".encode("utf-16-le"),
    "windows-1258 that says so": b'<meta charset="windows-1258">' + "Ha\u0323n: ngày 30".encode("cp1258"),
    "windows-1252 that says so": b"<meta charset=windows-1252>ng\xe0y 30",
    "a name that nobody knows": b'<meta charset="x-unknown">' + "Hạn: ngày 30".encode(),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name):
    document = read_source("a.html", b"<p>" * (name[0] != "U") + ENCODED[name])
    (line,) = document.blocks
    assert isinstance(line, Paragraph)
    assert line.text.replace("a\u0323", "ạ").removeprefix("Hạn: ") == "ngày 30"
    assert document.notices == ()


def test_an_encoding_that_was_guessed_is_told():
    document = read_source("a.html", b"<html><p>" + "Ha\u0323n".encode("cp1258"))
    assert document.blocks == (Paragraph("Ha\u0323n"),)
    assert document.notices == (Notice(NoticeKind.ENCODING, Place(), "", "windows-1258"),)


def test_words_that_are_struck_out_are_read_and_told():
    document = page("<p>a <s>b</s> <strike>c</strike>")
    assert (document.blocks, told(document)) == ((Paragraph("a b c"),), [("struck", "bc", True)])


def test_a_page_without_an_element():
    assert read_source("a.html", b"<!-- x -->").blocks == ()


def test_the_work_of_a_page_grows_with_its_rows():
    def seconds(count: int) -> float:
        body = "<table>" + "<tr><td>1<td>Rà soát<td rowspan=2>x<tr><td>2<td>b" * count
        begin = time.process_time()
        page(body)
        return time.process_time() - begin

    few = min(seconds(400) for _ in range(3))
    assert min(seconds(4_000) for _ in range(3)) < 30 * few  # a hundred times, were it quadratic


def test_what_stands_in_a_row_but_in_no_cell_is_told():
    document = page("<table><tr><td>a</td>lạc<form>x</form></tr></table>")
    assert texts(document.tables[0]) == [["a"]]
    assert document.notices == (
        Notice(NoticeKind.UNKNOWN, Place(table=1, row=1, cell=1), "x", "form"),
        Notice(NoticeKind.UNKNOWN, Place(table=1, row=1), "lạc", "tr"),
    )


def test_words_in_a_list_but_in_no_item_are_read():
    assert lines("<ul><li>a</li>lạc</ul>") == [("a", "•"), ("lạc", None)]


def test_two_marks_before_one_paragraph_are_both_kept():
    mark = "<span style='mso-list:Ignore'>{}</span>"
    assert lines(f"<p>{mark.format('1.')}{mark.format('a)')}Rà soát") == [("Rà soát", "1. a)")]
    assert lines(f"<p>{mark.format('1.')}") == [("", "1.")]
