"""What is written is read again as it was meant: texts that break formats, and every text of the plan of this repository."""

import re
from pathlib import Path

import pytest

from cchc.errors import NotEditable
from cchc.source.characters import UNSAFE, mended
from cchc.source.edit import Editor
from cchc.source.layout import canonical
from cchc.source.nodes import new_file
from cchc.source.routes import value_at
from cchc.source.tree import parse
from tests.render.awkward import AWKWARD

REPOSITORY = Path(__file__).parents[2]
ODD = """\
# đầu tệp
id: p   #liền
title:   'Kế hoạch'  # tên
tasks:
      # trên

      - id: a          # việc đầu
        # giữa
        content: >+    # khối
          Chữ

          dài

        results: [ một,  # trong
          'hai' ]   # sau
        # dưới
      - {id: b, content: Việc, extra: {x: y}}   # gọn
# hết"""


def texts_in(data):
    if isinstance(data, dict):
        data = [*data, *data.values()]
    if isinstance(data, list):
        for item in data:
            yield from texts_in(item)
    elif data is not None:
        yield data


COMMENTS = re.findall(r"#.*", ODD)
REAL = sorted({
    text for path in REPOSITORY.glob("plans/**/*.yaml") for text in texts_in(parse("", path.read_text(encoding="utf-8")).data)
})  # fmt: skip
TEXTS = [
    *AWKWARD.values(),
    *REAL,
    "no",
    "on",
    "null",
    "~",
    "1:30",
    "0o7",
    "1_000",
    "2025-01-01",
    "a: b",
    "a #b",
    "- a",
    "? a",
    "\r\na",
]


def write(editor: Editor, text: str) -> list[tuple[str | int, ...]]:
    """Write a text everywhere; return the routes at which it is to be found."""
    editor.put(("title",), text)
    editor.put(("tasks", 0, "content"), text)
    editor.put(("tasks", 0, "results", 1), text)
    editor.put(("tasks", 1, "extra", "x"), text)
    editor.append(("tasks", 0, "results"), text)
    editor.insert(("tasks",), 1, {"id": "c", "content": text, "results": [text, text]})
    return [
        ("title",), ("tasks", 0, "content"), ("tasks", 0, "results", 1), ("tasks", 0, "results", 2), ("tasks", 1, "content"),
        ("tasks", 1, "results", 1), ("tasks", 2, "extra", "x"),
    ]  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", [text for text in TEXTS if not UNSAFE.search(text)])
def test_a_text_is_read_as_it_was_written_and_every_comment_stays(text, line_end):
    before = ODD.replace("\n", line_end)
    editor = Editor(before, "plan")
    routes = write(editor, text)
    tree = parse("", editor.text)
    assert (tree.findings, {value_at(tree.data, route) for route in routes}) == ([], {mended(text)})
    assert [comment for comment in COMMENTS if comment not in editor.text] == []
    assert editor.text.count("\r") == (editor.text.count("\n") if "\r" in line_end else 0)
    made = new_file({"tasks": [{"id": "a", "content": text, "results": [text]}]}, "plan")
    assert parse("", made).data == {"tasks": [{"id": "a", "content": mended(text), "results": [mended(text)]}]}


@pytest.mark.parametrize("text", REAL)
def test_a_text_of_the_real_plan_is_canonical_at_once(text):
    made = new_file({"tasks": [{"id": "a", "content": text, "results": [text]}]}, "plan")
    assert canonical(made, "plan").text == made


@pytest.mark.parametrize("text", [text for text in TEXTS if UNSAFE.search(text)])
def test_a_text_that_shows_other_than_it_is_is_never_written(text):
    editor = Editor(ODD, "plan")
    with pytest.raises(NotEditable):
        editor.put(("title",), text)
