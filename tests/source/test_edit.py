"""Changes to one place of a file: what is asked for changes, and not a byte beside it."""

import re
import time
from difflib import ndiff

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.errors import NotEditable
from cchc.source.edit import Editor
from cchc.source.layout import canonical
from cchc.source.nodes import new_file
from cchc.source.tree import parse

PLAN = """\
# Kế hoạch   của Sở
id: p
title:   'Kế hoạch'      # tên
year: 2025

tasks:
- id: a          # việc đầu
  content: >
    Chữ dài
    hai dòng

  # đơn vị
  lead: [u,   v]

- {id: b, content: Việc b, lead: [u]}   # gọn
# hết
"""


def changes(before: str, after: str) -> list[str]:
    """Return the lines that went and the lines that came."""
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def edited(text: str, kind: str = "plan") -> Editor:
    return Editor(text, kind)


def test_a_value_is_replaced_where_it_stands():
    editor = edited(PLAN)
    editor.put(("title",), "Kế hoạch mới")
    assert changes(PLAN, editor.text) == ["- title:   'Kế hoạch'      # tên", "+ title:   Kế hoạch mới    # tên"]


def test_a_block_of_text_gives_way_to_a_line_and_back():
    editor = edited(PLAN)
    editor.put(("tasks", 0, "content"), "Ngắn")
    assert changes(PLAN, editor.text) == ["-   content: >", "+   content: Ngắn", "-     Chữ dài", "-     hai dòng"]
    editor.put(("tasks", 0, "content"), "Một\nHai")
    assert "  content: |-\n    Một\n    Hai\n\n  # đơn vị\n" in editor.text


def test_a_new_key_comes_in_its_place():
    editor = edited(PLAN)
    editor.put(("issuer",), "so")
    editor.put(("tasks", 0, "deadline"), {"by": "2025-06-30"})
    editor.put(("tasks", 0, "withdrawn", "on"), "2025-07-01")
    assert changes(PLAN, editor.text) == [
        "+ issuer: so", "+   deadline:", "+     by: 2025-06-30", "+   withdrawn:", "+     on: 2025-07-01",
    ]  # fmt: skip


def test_a_record_in_one_line_is_written_anew_and_nothing_else():
    editor = edited(PLAN)
    editor.put(("tasks", 1, "number"), "7a")
    assert changes(PLAN, editor.text) == [
        "- - {id: b, content: Việc b, lead: [u]}   # gọn",
        "+ - id: b  # gọn",
        "+   number: 7a",
        "+   content: Việc b",
        "+   lead: [u]",
    ]


def test_an_item_is_added_at_the_end_of_its_list():
    editor = edited(PLAN)
    editor.append(("tasks",), {"id": "c", "content": "Việc c", "lead": ["u"]})
    assert editor.text.endswith("# gọn\n\n- id: c\n  content: Việc c\n  lead: [u]\n# hết\n")
    editor.append(("tasks", 0, "lead"), "w")
    assert changes(PLAN, editor.text)[:2] == ["-   lead: [u,   v]", "+   lead: [u, v, w]"]


def test_a_list_is_made_where_there_is_none():
    editor = edited("# tiến độ\n", "progress-file")
    editor.append(("completions",), {"task": "a", "completed_on": "2025-06-01"})
    assert editor.text == "# tiến độ\ncompletions:\n  - task: a\n    completed_on: 2025-06-01\n"
    editor.append(("completions",), {"task": "b", "completed_on": "2025-06-02"})
    assert editor.text.endswith("2025-06-01\n\n  - task: b\n    completed_on: 2025-06-02\n")


@pytest.mark.parametrize("empty", ["days: []  # chưa có\n", "days:   # chưa có\n", "days: null # chưa có\n"])
def test_an_empty_list_is_filled(empty):
    editor = edited(empty, "calendar-file")
    editor.append(("days",), {"date": "2026-01-01", "kind": "holiday", "name": "Tết"})
    assert editor.text == "days:  # chưa có\n  - date: 2026-01-01\n    kind: holiday\n    name: Tết\n"


def test_an_entry_is_taken_out_with_the_comment_right_above_it():
    editor = edited(PLAN)
    editor.remove(("tasks", 0, "lead"))
    assert changes(PLAN, editor.text) == ["-   # đơn vị", "-   lead: [u,   v]", "- "]
    editor.remove(("tasks", 1))
    assert editor.text.endswith("    hai dòng\n\n# hết\n")


def test_lines_keep_their_ends():
    editor = edited("id: p\r\nyear: 2025\r\n")
    editor.put(("title",), "Tên")
    assert editor.text == "id: p\r\ntitle: Tên\r\nyear: 2025\r\n"


def test_a_file_without_a_last_line_end():
    editor = edited("id: p\ntasks:\n  - id: a")
    editor.append(("tasks",), {"id": "b"})
    assert editor.text == "id: p\ntasks:\n  - id: a\n\n  - id: b\n"


def test_what_is_not_there_cannot_be_taken_out():
    with pytest.raises(NotEditable):
        edited(PLAN).remove(("none",))


def test_the_only_entry_leaves_an_empty_list_and_the_first_key_of_an_item_stays():
    editor = edited("days:\n  - date: 2026-01-01\n    name: Tết\n", "calendar-file")
    with pytest.raises(NotEditable):
        editor.remove(("days", 0, "date"))
    editor.remove(("days", 0))
    assert editor.text == "days: []\n"


def test_a_key_between_comments_goes_with_its_own():
    editor = edited("id: p\n# một\n# hai\nissuer: so\n# ba\nyear: 2025\n")
    editor.remove(("issuer",))
    assert editor.text == "id: p\n# ba\nyear: 2025\n"


@pytest.mark.parametrize("text", ["id: p\nid: q\n", "id: [\n"])
def test_a_file_that_cannot_be_changed_safely_is_refused(text):
    with pytest.raises(NotEditable):
        edited(text).put(("id",), "r")


def test_a_new_file_is_canonical():
    assert new_file({"events": [{"issued_on": "2025-01-02", "id": "e", "type": "t"}]}, "events-file", ["# đầu"]) == (
        "# đầu\nevents:\n  - id: e\n    type: t\n    issued_on: 2025-01-02\n"
    )


WORDS = st.text(st.sampled_from("aộ :#-'\"\n{}[],\t1no\u00a0"), max_size=30)
VALUES = st.one_of(
    WORDS, st.none(), st.lists(WORDS, max_size=3), st.dictionaries(st.sampled_from(["id", "note", "text"]), WORDS, max_size=3)
)
ROUTES = st.sampled_from(
    [("title",), ("issuer",), ("tasks", 0, "content"), ("tasks", 0, "number"), ("tasks", 0, "lead"), ("tasks", 1, "content"),
     ("tasks", 1, "results"), ("document", "symbol"), ("year",), ("tasks", 1, "extra")]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(ROUTES, VALUES), min_size=1, max_size=4))
def test_any_value_is_read_as_it_was_put_and_no_comment_is_lost(puts):
    editor = edited(PLAN)
    for route, value in puts:
        editor.put(route, value)
        held = parse("", editor.text).data
        for key in route:
            held = held[key]
        assert held == value
    for comment in ("# Kế hoạch   của Sở\n", "# tên\n", "# việc đầu\n", "  # đơn vị\n", "# gọn\n", "\n# hết\n"):
        assert comment in editor.text


def test_an_item_comes_before_another_with_its_comments_left_where_they_belong():
    editor = edited(PLAN)
    editor.insert(("tasks",), 1, {"id": "c", "content": "Việc c", "lead": ["u"]})
    assert changes(PLAN, editor.text) == ["+ - id: c", "+   content: Việc c", "+   lead: [u]", "+ "]
    editor.insert(("tasks",), 0, {"id": "d"})
    assert "tasks:\n- id: d\n\n- id: a          # việc đầu\n" in editor.text
    assert [task["id"] for task in parse("", editor.text).data["tasks"]] == ["d", "a", "c", "b"]


NESTED = """\
sections:
  - number: A
    tasks:
      # việc a
      - id: a   # tên
        lead: [u,   # một
               v]
        # dưới a

      # việc b
      - {id: b, lead: [u]} # gọn
  - number: B
    tasks: []   # chưa có
  - number: C
"""


def test_an_item_moves_with_the_comments_above_in_and_below_it():
    editor = edited(NESTED)
    taken = editor.take(("sections", 0, "tasks", 0))
    editor.insert(("sections", 1, "tasks"), 0, taken)
    assert editor.text == (
        "sections:\n  - number: A\n    tasks:\n      # việc b\n      - {id: b, lead: [u]} # gọn\n"
        "  - number: B\n    tasks:  # chưa có\n      # việc a\n      - id: a   # tên\n"
        "        lead: [u,   # một\n               v]\n        # dưới a\n  - number: C\n"
    )
    editor.insert(("sections", 2, "tasks"), 0, editor.take(("sections", 0, "tasks", 0)))
    assert editor.text.endswith("  - number: C\n    tasks:\n      # việc b\n      - {id: b, lead: [u]} # gọn\n")
    assert "  - number: A\n    tasks: []\n" in editor.text


def test_an_item_of_another_depth_is_moved_to_the_right_or_to_the_left():
    deep = edited(NESTED)
    top = edited("id: p\ntasks:\n- id: z\n")
    top.insert(("tasks",), 0, deep.take(("sections", 0, "tasks", 0)))
    assert top.text.startswith(
        "id: p\ntasks:\n# việc a\n- id: a   # tên\n  lead: [u,   # một\n         v]\n  # dưới a\n\n- id: z\n"
    )
    deep.append(("sections", 0, "tasks"), "rest")
    deep.insert(("sections", 0, "tasks"), 0, top.take(("tasks", 0)))
    assert "    tasks:\n      # việc a\n      - id: a   # tên\n        lead: [u,   # một\n               v]\n" in deep.text


def test_a_canonical_item_is_canonical_wherever_it_goes():
    words = "Rà soát danh mục thủ tục hành chính " * 4
    before = new_file({"tasks": [{"id": "a", "content": words, "lead": ["u"]}]}, "plan")
    editor = edited(before + "sections:\n  - number: A\n    title: Mục\n    tasks: []\n")
    editor.insert(("sections", 0, "tasks"), 0, editor.take(("tasks", 0)))
    assert canonical(editor.text, "plan").text == editor.text


def test_an_item_of_a_list_in_one_line_is_taken_and_put():
    editor = edited("tasks: [{id: a}, {id: b}]\nsections: [{number: A}]\n")
    editor.insert(("sections", 0, "tasks"), 0, editor.take(("tasks", 0)))
    assert parse("", editor.text).data == {"tasks": [{"id": "b"}], "sections": [{"number": "A", "tasks": [{"id": "a"}]}]}


@pytest.mark.parametrize("route", [("id",), ("tasks", 5), ("none", 0), ("lists", 0, 0)])
def test_only_an_item_on_lines_of_its_own_can_be_taken(route):
    with pytest.raises(NotEditable):
        edited("id: p\ntasks:\n- id: a\nlists:\n- - x\n  - y\n").take(route)


def test_a_list_that_stands_behind_a_dash_cannot_be_filled():
    taken = edited(NESTED).take(("sections", 0, "tasks", 0))
    with pytest.raises(NotEditable):
        edited("lists:\n- []\n").insert(("lists", 0), 0, taken)


def test_a_key_without_a_place_of_its_own_comes_right_after_the_one_named():
    units = "units:\n  a:\n    name: Một   # tên\n    # cuối a\n\n  b: {name: Hai}\n"
    editor = edited(units, "units-file")
    editor.put(("units", "c"), {"name": "Ba"}, after="a")
    assert editor.text == "units:\n  a:\n    name: Một   # tên\n    # cuối a\n\n  c:\n    name: Ba\n\n  b: {name: Hai}\n"
    editor.put(("units", "d"), {"name": "Bốn"})
    assert editor.text.endswith("  b: {name: Hai}\n\n  d:\n    name: Bốn\n")


def test_comments_in_a_list_on_one_line_stay_when_it_is_written_anew():
    editor = edited("tasks:\n- id: a\n  lead: [u,   # một\n         v]   # hai\n")
    editor.append(("tasks", 0, "lead"), "w")
    assert editor.text == "tasks:\n- id: a\n  lead:  # hai\n    - u       # một\n    - v\n    - w\n"


TASKS = st.lists(st.sampled_from(["- id: {}", "# trên\n- id: {}   # bên\n  lead: [u,  # trong\n    v]", "- {{id: {}}}  # gọn",
                                  "- id: {}\n  content: >\n    Chữ\n    dài\n  # dưới"]), min_size=1, max_size=4)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(TASKS, TASKS, st.integers(0, 3), st.integers(0, 3), st.sampled_from(["\n", "\n\n"]), st.integers(0, 6))
def test_moving_keeps_every_comment_and_every_item(first, second, source, target, gap, indent):
    lists = [
        gap.join(text.format(f"{name}{index}") for index, text in enumerate(texts))
        for name, texts in (("a", first), ("b", second))
    ]
    shifted = "\n".join(" " * indent + line if line else "" for line in lists[1].split("\n"))
    text = f"tasks:\n{lists[0]}\nother:\n{shifted}\n"
    source, target = source % len(first), target % (len(second) + 1)
    editor = edited(text)
    before = parse("", text).data
    editor.insert(("other",), target, editor.take(("tasks", source)))
    after = parse("", editor.text).data
    moved = before["tasks"].pop(source)
    before["other"].insert(target, moved)
    assert after == before
    assert sorted(re.findall(r"#.*", editor.text)) == sorted(re.findall(r"#.*", text))


YEARLY = """\
# Kế hoạch năm 2025
id: p-2025
year: 2025
document: {number: 45, symbol: KH, issued_on: 2025-02-03, amended_by: [50/QĐ]}   # số
tasks:
- id: a
  content: >-   # dài
    Việc trước ngày 30/11/2025, chia
    hai   dòng 2025
  deadline: {text: "Trước 30/11/2025", before: 2025-11-30}  # gọn

# việc b
- id: b
  withdrawn: {on: 2025-03-01}

- {id: c, content: 'Năm 2025', lead: [u]}
"""


def test_many_texts_change_in_their_digits_and_nothing_else():
    editor = edited(YEARLY)
    editor.put_all(
        {
            ("year",): "2026",
            ("tasks", 0, "content"): "Việc trước ngày 30/11/2026, chia hai   dòng 2026",
            ("tasks", 0, "deadline", "text"): "Trước 30/11/2026",
            ("tasks", 0, "deadline", "before"): "2026-11-30",
            ("tasks", 2, "content"): "Năm 2026",
        }
    )
    head, rest = YEARLY.split("id: p-2025\n")
    kept = "issued_on: 2025-02-03"
    meant = rest.replace(kept, "KEPT").replace("on: 2025-03", "ON").replace("2025", "2026")
    assert editor.text == f"{head}id: p-2025\n{meant.replace('KEPT', kept).replace('ON', 'on: 2025-03')}"


def test_many_values_of_any_kind_at_once():
    editor = edited(YEARLY)
    editor.put_all(
        {
            ("id",): "p-moi",
            ("document", "number"): None,
            ("document", "issued_on"): None,
            ("document", "amended_by"): [],
            ("tasks", 1, "content"): "Việc b",
            ("tasks", 2, "content"): "Khác, hẳn",
            ("tasks", 2, "lead"): ["v", "w"],
            ("issuer",): "so",
        }
    )
    assert changes(YEARLY, editor.text) == [
        "- id: p-2025",
        "+ id: p-moi",
        "+ issuer: so",
        "- document: {number: 45, symbol: KH, issued_on: 2025-02-03, amended_by: [50/QĐ]}   # số",
        "+ document: {number: null, symbol: KH, issued_on: null, amended_by: []}   # số",
        "+   content: Việc b",
        "- - {id: c, content: 'Năm 2025', lead: [u]}",
        "+ - id: c",
        "+   content: Khác, hẳn",
        "+   lead: [v, w]",
    ]


def test_a_text_with_escapes_is_written_anew():
    editor = edited('id: p\ntitle: "N\\u0103m 2025"\nissuer: so\n')
    editor.put_all({("title",): "Năm 2026", ("issuer",): "sở"})
    assert editor.text == "id: p\ntitle: Năm 2026\nissuer: sở\n"


def test_many_entries_are_taken_out_at_once():
    editor = edited(YEARLY)
    editor.remove_all([("tasks", 0), ("tasks", 1), ("year",)])
    assert editor.text == YEARLY.split("tasks:\n")[0].replace("year: 2025\n", "") + (
        "tasks:\n- {id: c, content: 'Năm 2025', lead: [u]}\n"
    )
    editor.remove_all([("tasks", 0)])
    assert editor.text.endswith("# số\ntasks: []\n")
    editor.remove_all([("document", "number")])
    assert "  symbol: KH\n" in editor.text


@pytest.mark.parametrize("routes", [[("none",)], [("tasks", 7)], [("tasks", 0, "id")], [("title", "x")], [("id", "x")]])
def test_entries_that_cannot_be_taken_out_are_refused(routes):
    with pytest.raises(NotEditable):
        edited(YEARLY).remove_all(routes)


def test_changes_that_overlap_are_refused():
    with pytest.raises(NotEditable):
        edited(PLAN).put_all({("tasks", 0): {"id": "x"}, ("tasks", 0, "id"): "b"})


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(ROUTES, VALUES, min_size=1, max_size=5))
def test_many_values_are_read_as_they_were_put_and_no_comment_is_lost(puts):
    editor = edited(PLAN)
    editor.put_all(puts)
    for route, value in puts.items():
        held = parse("", editor.text).data
        for key in route:
            held = held[key]
        assert held == value
    for comment in ("# Kế hoạch   của Sở\n", "# tên\n", "# việc đầu\n", "  # đơn vị\n", "# gọn\n", "\n# hết\n"):
        assert comment in editor.text


def test_the_work_of_many_changes_grows_with_their_number():
    def text_of(count):
        tasks = "".join(f"- {{id: a-{number}, content: Năm 2025, lead: [u]}}\n" for number in range(count))
        return f"id: p\ntasks:\n{tasks}"

    def fastest(count):
        times = []
        for _ in range(3):
            editor = edited(text_of(count))
            start = time.process_time()
            editor.put_all({("tasks", number, "content"): "Năm 2026" for number in range(count)})
            times.append(time.process_time() - start)
            assert "2025" not in editor.text
        return min(times)

    assert fastest(1_600) < 8 * 3 * fastest(200)


def test_a_key_that_comes_before_all_others_is_put_on_top_of_them():
    editor = edited("# đầu\ntitle: T\nyear: 2025\n")
    editor.put(("id",), "p")
    assert editor.text == "# đầu\nid: p\ntitle: T\nyear: 2025\n"
