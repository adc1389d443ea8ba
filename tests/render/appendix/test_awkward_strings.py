"""Every text of a plan comes back from every format, in each place where it is printed."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from itertools import pairwise

import docx
import lxml.html
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cchc.render.appendix import FORMATS, FROM_TEMPLATE, as_docx, renderer_for
from cchc.views.appendix import Appendix, Cell, SectionRow, TaskRow
from tests.render.awkward import AWKWARD

KEYS = ("number", "content", "deadline", "lead", "coordinating", "results")
READ_BACK = [ending for ending in FORMATS if ending != ".pdf"]  # the Word file, laid out
Printed = Mapping[str, list[str]]
"""What a file holds: its head (label, title, issued line), captions, section (number, title), cells, path of the section."""
COUNTS = {"head": 3, "captions": 6, "section": 2, "cells": 6, "path": 1}
LIVE_ON_GITHUB = re.compile(r"[@#$]|:/|www\.|mailto:|:[a-z+_0-9-]+:|\bGH-[0-9]|\b[0-9a-f]{7,}\b", re.IGNORECASE)


def in_docx(data: bytes) -> Printed:
    document = docx.Document(io.BytesIO(data))
    captions, section, cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    return {
        "head": [paragraph.text for paragraph in document.paragraphs[:3]],
        "captions": captions,
        "section": section[:2],
        "cells": cells,
    }


def in_xlsx(data: bytes) -> Printed:
    rows = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    label, title, issued, captions, section, cells = [[value or "" for value in row] for row in rows]
    return {
        "head": [label[0], title[0], issued[0]],
        "captions": captions[:6],
        "section": section[:2],
        "cells": cells[:6],
        "path": cells[6:7],
    }


def in_html(data: bytes) -> Printed:
    page = lxml.html.document_fromstring(data)
    assert {element.tag for element in page.iter()} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "span", "p", "hr",
        "table", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
    }  # fmt: skip
    captions, section, cells = [
        [cell.text_content() for cell in row] for row in page.iter("tr") if row.getparent().tag != "tfoot"
    ]
    return {
        "head": [*(line.text_content() for line in page.iter("span")), page.find_class("issued")[0].text_content()],
        "captions": captions,
        "section": section,
        "cells": cells,
    }


def in_md(data: bytes) -> Printed:
    """Read as GitHub reads tables, HTML and struck-out words; assert that nothing but the layout is more than text."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(data.decode())
    texts: dict[str, list[str]] = {"h1": [], "h2": [], "p": [], "th": [], "td": []}
    for before, token in pairwise(tokens):
        if token.type == "inline":
            texts[before.tag].append("".join(map(shown, token.children or [])))
    assert {token.tag for token in tokens} <= {*texts, "", "table", "thead", "tbody", "tr"}
    return {
        "head": [*texts["h1"], *texts["h2"], *(texts["p"] or [""])],
        "captions": texts["th"],
        "section": texts["td"][:2],
        "cells": texts["td"][6:],
    }


def shown(token: Token) -> str:
    if token.type == "html_inline":
        assert token.content == "<br>"
        return "\n"
    assert token.type in {"text", "text_special", "code_inline", "em_open", "em_close", "strong_open", "strong_close"}
    assert token.type == "code_inline" or LIVE_ON_GITHUB.search(token.content) is None
    return token.content


def in_csv(data: bytes) -> Printed:
    assert data.startswith(b"\xef\xbb\xbf")
    captions, cells = csv.reader(io.StringIO(data[3:].decode(), newline=""), strict=True)
    return {"captions": captions[:6], "cells": cells[:6], "path": cells[6:7]}


def in_json(data: bytes) -> Printed:
    read = json.loads(data)
    section, task = read["rows"]
    return {
        "head": [read["label"], *read["title"], read["issued_line"]],
        "captions": [column["title"] for column in read["columns"]],
        "section": [section["number"], *section["title"]],
        "cells": ["\n".join(task["cells"][key]) for key in KEYS],
        "path": [task["section"]],
    }


READERS: Mapping[str, Callable[[bytes], Printed]] = {
    ".docx": in_docx, ".xlsx": in_xlsx, ".html": in_html, ".md": in_md, ".csv": in_csv, ".json": in_json,
}  # fmt: skip


def printed(ending: str, appendix: Appendix, template: bytes) -> Printed:
    data = as_docx.render(appendix, template) if ending in FROM_TEMPLATE else renderer_for(ending)(appendix)
    return READERS[ending](data)


def as_written(ending: str, text: str) -> str:
    """Return what a file should hold of a text: the text, but in csv nothing that a spreadsheet would calculate."""
    return f"'{text}" if ending == ".csv" and text[:1] and text[0] in "=+-@\t\r" else text


@pytest.fixture(scope="session")
def everywhere(make_appendix, make_task) -> Callable[[str], Appendix]:
    """Return a function that makes an appendix with a text in all its places."""

    def make(text: str) -> Appendix:
        row = make_task("a", *[text] * 6)._replace(section=text)
        return make_appendix(
            (SectionRow(text, (text,), 1), row),
            columns=dict.fromkeys(KEYS, text),
            label=text,
            title=(text,),
            issued_line=text,
            issuer=text,
        )

    return make


def test_each_format_is_read_back():
    assert sorted(READERS) == sorted(READ_BACK)


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("ending", READ_BACK)
def test_an_awkward_text_comes_back_from_each_place(ending, name, everywhere, template):
    found = printed(ending, everywhere(AWKWARD[name]), template)
    assert found == {part: [as_written(ending, AWKWARD[name])] * COUNTS[part] for part in found}


CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t", exclude_characters="\ufffe\uffff")
SIGNS = [*"\\`|*_~[]()<>!&#@:;-+=.'\"$% \n\t\u00a0\x85", "abc", "ế", "&#64;", "</td>", "<br>", "<!--", "www.", "deadbee1", "\r\n"]
TEXTS = st.text(CHARACTERS, max_size=60) | st.lists(st.sampled_from(SIGNS), max_size=20).map("".join)


@pytest.mark.parametrize("ending", READ_BACK)
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_any_text_comes_back(ending, everywhere, template, text):
    found = printed(ending, everywhere(text), template)
    assert found == {part: [as_written(ending, text.replace("\r\n", "\n"))] * COUNTS[part] for part in found}


@pytest.mark.parametrize("ending", READ_BACK)
def test_a_character_that_no_format_can_hold_is_made_visible(ending, everywhere, template):
    found = printed(ending, everywhere("a\x00b\x07c\ud800d\uffffe\x0cf"), template)
    assert found == {part: ["a�b�c�d�e�f"] * COUNTS[part] for part in found}


@pytest.mark.parametrize("ending", READ_BACK)
def test_paragraphs_of_a_cell_stand_under_each_other(ending, make_appendix, template):
    row = TaskRow("a", tuple(Cell(texts) for texts in (("1",), ("a", "b"), (), ("", ""), ("- c", "", "- d"), (" ", "e "))))
    found = printed(ending, make_appendix((SectionRow("A", ("x",), 1), row), title=("x",)), template)
    between = "" if ending == ".html" else "\n"  # there each is an element
    texts = ["1", f"a{between}b", "", between, f"- c{between}{between}- d", f" {between}e "]
    assert found["cells"] == [as_written(ending, text) for text in texts]
