"""The canonical form of files: what moves, what stays, and that nothing changes its meaning."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from cchc.model.calendar import CalendarDay, CalendarFile
from cchc.model.deadlines import All, SimpleRule, WordingOnly
from cchc.model.events import Event, EventsFile, EventType
from cchc.model.plan import DocumentHead, OwnColumn, Part, Plan, PlanPeriod, Section, Target, Task, Withdrawn
from cchc.model.progress import Completion, Extension, Measurement, ProgressFile, Waiver
from cchc.model.settings import Conventions, Settings
from cchc.model.units import Unit, UnitAs, UnitCell, UnitsFile
from cchc.source.layout import SHAPES, canonical, shape_of
from cchc.source.scalar_text import prose
from cchc.source.tree import parse

ROOT = Path(__file__).parents[2]
MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "settings": (Settings,),
    "conventions": (Conventions,),
    "units-file": (UnitsFile,),
    "unit": (Unit,),
    "events-file": (EventsFile,),
    "type": (EventType,),
    "event": (Event,),
    "calendar-file": (CalendarFile,),
    "day": (CalendarDay,),
    "plan": (Plan,),
    "period": (PlanPeriod,),
    "document": (DocumentHead,),
    "column": (OwnColumn,),
    "section": (Section,),
    "task": (Task, Part),
    "rule": (All, WordingOnly, *get_args(SimpleRule)),
    "units": (UnitCell,),
    "unit-as": (UnitAs,),
    "target": (Target,),
    "withdrawn": (Withdrawn,),
    "progress-file": (ProgressFile,),
    "record": (Completion, Extension, Waiver, Measurement),
}


def formatted(text: str, shape: str = "plan") -> str:
    result = canonical(text, shape)
    assert not result.has_changed_meaning
    assert canonical(result.text, shape).text == result.text
    return result.text


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_has_every_key_that_its_records_may_hold(shape):
    fields = {field.alias or name for model in MODELS[shape] for name, field in model.model_fields.items()}
    assert set(SHAPES[shape]) == fields - {"sample", "allow"}


def test_the_plans_of_this_repository_are_canonical():
    files = [ROOT / "cchc.yaml", *sorted((ROOT / "plans").rglob("*.yaml"))]
    changed = {}
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        text = file.read_text(encoding="utf-8")
        if formatted(text, shape_of(name) or "") != text:
            changed[name] = text
    assert changed == {}


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("cchc.yaml", "settings"),
        ("plans/units.yaml", "units-file"),
        ("plans/events/2025.yaml", "events-file"),
        ("plans/calendar.yaml", "calendar-file"),
        ("plans/p/plan.yaml", "plan"),
        ("plans/p/progress.yaml", "progress-file"),
        ("plans/p/progress/a--b.yaml", "progress-file"),
        ("plans/p/sections/b.yaml", "section"),
        ("plans/p/a.yaml", "section"),
        ("plans/huyen/p/plan.yaml", "plan"),
        ("plans/huyen/p/progress.yaml", "progress-file"),
        ("plans/huyen/p/progress/a.yaml", "progress-file"),
        ("plans/huyen/p/sections/b.yaml", "section"),
        ("plans/other.yaml", None),
        ("other.yaml", None),
        ("plans/p/note.txt", None),
    ],
)
def test_a_path_tells_what_kind_of_file_it_is(path, shape):
    assert shape_of(path) == shape


def test_keys_come_in_one_order_and_unknown_ones_last():
    text = "tasks:\n- lead: [u]\n  odd: 1\n  content: Việc\n  sample: true\n  id: a\nyear: 2025\nid: p\n"
    assert formatted(text) == (
        'id: p\nyear: 2025\ntasks:\n  - id: a\n    sample: true\n    content: Việc\n    lead: [u]\n    odd: "1"\n'
    )


def test_records_of_a_list_stand_apart_and_flow_becomes_block():
    text = "tasks: [{id: a, content: Một, lead: [u]}, {id: b, content: Hai, lead: [u, v]}]\nsections: []\n"
    assert formatted(text) == (
        "tasks:\n  - id: a\n    content: Một\n    lead: [u]\n\n  - id: b\n    content: Hai\n    lead: [u, v]\nsections: []\n"
    )


def test_dates_are_written_in_iso_form():
    text = "tasks:\n- deadline: {before: 30/11/2025}\n  withdrawn: {on: 1/7/2025}\n  results: Ngày 30/11/2025\n"
    assert formatted(text) == (
        "tasks:\n  - deadline:\n      before: 2025-11-30\n    results: Ngày 30/11/2025\n    withdrawn:\n      on: 2025-07-01\n"
    )


def test_a_date_that_does_not_exist_is_left_for_validate():
    assert formatted("closed_on: 31/11/2025\n") == "closed_on: 31/11/2025\n"


def test_long_prose_is_folded_and_lines_stay_lines():
    sentence = "Rà soát, đánh giá việc thực hiện thủ tục hành chính thuộc phạm vi quản lý của Sở " * 2
    assert formatted(f'tasks:\n- content: "{sentence.strip()}"\n  results: "Một\\nHai"\n') == (
        "tasks:\n"
        "  - content: >-\n"
        "      Rà soát, đánh giá việc thực hiện thủ tục hành chính thuộc phạm vi quản lý của Sở Rà soát, đánh\n"
        "      giá việc thực hiện thủ tục hành chính thuộc phạm vi quản lý của Sở\n"
        "    results: |-\n"
        "      Một\n"
        "      Hai\n"
    )


def test_odd_characters_are_mended_and_text_is_nfc():
    text = "title: Ke\u0302\u0301 hoa\u0323ch\u00ad \u200bnăm\ntasks:\n- content: \uf0b7 Việc\n"
    assert formatted(text) == "title: Kế hoạch năm\ntasks:\n  - content: • Việc\n"


def test_comments_stay_with_what_they_are_about():
    text = (
        "# đầu tệp\n\nyear: 2025   # năm\n# về mã\nid: p\ntasks:\n- # việc đầu\n  content: >-   # chữ dài\n    Việc\n"
        "  # về mã nhiệm vụ\n  id: a\n  # cuối việc\n# việc sau\n- id: b # hai\n  lead:\n  - u # chủ trì\n  - v\n# hết\n"
    )
    assert formatted(text) == (
        "# về mã\nid: p\n# đầu tệp\n\nyear: 2025   # năm\ntasks:\n"
        "  # việc đầu\n  # về mã nhiệm vụ\n  - id: a\n    content: Việc  # chữ dài\n    # cuối việc\n\n"
        "  # việc sau\n  - id: b  # hai\n    lead:\n      - u  # chủ trì\n      - v\n# hết\n"
    )


def test_blank_lines_at_the_end_of_a_file_go():
    assert formatted("id: p\n# hết\n\n\n") == "id: p\n# hết\n"


def test_long_lines_of_several_are_folded_each():
    line = "Rà soát, đánh giá việc thực hiện thủ tục hành chính thuộc phạm vi quản lý của Sở Nội vụ tỉnh Khánh Hòa"
    assert prose(f"{line}\nHai", 2, 9) == [
        ">-",
        "  Rà soát, đánh giá việc thực hiện thủ tục hành chính thuộc phạm vi quản lý của Sở Nội vụ tỉnh Khánh",
        "  Hòa",
        "",
        "  Hai",
    ]


def test_a_comment_inside_a_flow_list_makes_it_a_block():
    assert formatted("tasks:\n- lead: [u, # một\n    v]\n") == "tasks:\n  - lead:\n      - u   # một\n      - v\n"


def test_a_file_of_comments_only_or_of_nothing():
    assert canonical("", "plan").text == ""
    assert canonical("\n# chưa có gì  \n\n", "plan").text == "# chưa có gì\n"


def test_a_file_that_is_a_single_value():
    assert formatted("# đầu\nmột   # ghi chú\n") == "một\n# đầu\n# ghi chú\n"
    assert formatted("# đầu\n[]\n") == "[]\n# đầu\n"
    assert formatted("days: [\n  # riêng dòng\n]\n", "calendar-file") == "# riêng dòng\ndays: []\n"
    assert formatted("days: [ # chưa có\n ]\n", "calendar-file") == "days: []  # chưa có\n"
    assert formatted("{}  # trống\n") == "{}\n# trống\n"


def test_two_comments_on_the_line_of_an_item():
    assert formatted("tasks:\n- {id: a, # một\n   content: Việc} # hai\n") == (
        "tasks:\n  # hai\n  - id: a  # một\n    content: Việc\n"
    )


def test_empty_collections_and_nulls():
    assert formatted("events: []   # chưa có\ntypes: {}\n", "events-file") == "types: {}\nevents: []   # chưa có\n"
    assert formatted("document:\n  number:\n  issued_on: ~\n") == "document:\n  number: null\n  issued_on: null\n"


@pytest.mark.parametrize(
    "word", ["no", "on", "1:30", "010", "1.10", "null", "2025-06-01", "=", "~", "0x1F", "", " a", "a: b", "a #b"]
)
def test_a_text_that_some_reader_takes_for_something_else_is_quoted(word):
    assert formatted(f'title: "{word}"\n') == f'title: "{word}"\n'


PIECES = [
    "\n",
    " ",
    "  ",
    "\t",
    "#",
    " #",
    ": ",
    ":",
    "-",
    "- ",
    "'",
    '"',
    "\\",
    "{",
    "]",
    "|",
    ">",
    "%",
    "@",
    "ộ",
    "chữ ",
    "no",
    "\u00a0",
    "1",
    "=",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\u202eb", '"a\\u202Eb"'), ("\x01", '"\\x01"'), ("\U0001fffe", '"\\U0001FFFE"'), ("tab\t", '"tab\\t"'), ("ộ\t", '"ộ\\t"'),
        ('nói "có"', 'nói "có"'), ('"có"', "'\"có\"'"), ("'", '"\'"'), ("a\\b: c", "'a\\b: c'"),
    ],
)  # fmt: skip
def test_quotes_are_chosen_by_what_stands_between_them(text, written):
    assert prose(text, 2, 0) == [written]


@settings(max_examples=300)
@given(TEXTS, st.integers(1, 8), st.integers(0, 60))
def test_any_text_is_read_as_it_was_written(text, depth, column):
    written = "\n".join(prose(text, 2 * depth, column))
    assert parse("f", f"k: {written}\nend: x\n").data == {"k": text, "end": "x"}


SCALARS = st.one_of(TEXTS, st.sampled_from(["a", "2025-06-01", "30/6/2025", "null"]))
KEYS = st.sampled_from(sorted({key for shape in SHAPES.values() for key in shape} | {"khác", "x y"}))
DATA = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)), max_leaves=12
)


def as_json_like(data, draw) -> str:
    """Return data as YAML in flow or block style with comments here and there, as `draw` has it."""
    lines = []
    _write(data, 0, lines, draw)
    return "\n".join(lines) + "\n"


def _write(data, indent, lines, draw, lead="") -> None:
    pad = " " * indent
    if draw(st.booleans()) and not lead:
        lines.append(f"{pad}# ghi chú {len(lines)}")
    if isinstance(data, str):
        text = data.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        lines.append(f'{pad}{lead}"{text}"' + ("  # bên cạnh" if draw(st.booleans()) else ""))
        return
    if not data:
        lines.append(f"{pad}{lead}{'[]' if isinstance(data, list) else '{}'}")
        return
    if lead:
        lines.append(f"{pad}{lead}".rstrip() + ("  # sau khóa" if draw(st.booleans()) else ""))
        indent += 2
    for entry in data.items() if isinstance(data, dict) else ((None, item) for item in data):
        if draw(st.booleans()):
            lines.append("")
        key, value = entry
        _write(value, indent, lines, draw, "- " if key is None else f'"{key}": ')


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(sorted(SHAPES)), st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
def test_any_file_keeps_its_meaning_and_its_comments(data, shape, content):
    text = as_json_like(content, data.draw)
    assert parse("f", text).data == content
    formatted(text, shape)
