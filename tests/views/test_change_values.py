"""Values of keys as a reader of changes sees them, and as programs get them."""

from datetime import date

import pytest

from cchc.compare.changes import FieldChange
from cchc.diagnostics import NodePath
from cchc.model.events import EventType
from cchc.model.plan import OwnColumn
from cchc.model.registry import Placed, Registry
from cchc.model.units import Unit, UnitAs, UnitCell
from cchc.views.change_values import raw, said, written
from tests.compare.plans import plan, task

REGISTRY = Registry(
    units={
        name: Placed(Unit.model_validate({"name": text}), NodePath("plans/units.yaml"))
        for name, text in (("u", "Văn phòng"), ("v", "Phòng Tổ chức"), ("v-cu", "Phòng Tổ chức"))
    },
    event_types={
        name: Placed(EventType.model_validate({"name": text}), NodePath("plans/events.yaml"))
        for name, text in (("cong-bo", "Bộ công bố"), ("sua-doi", "Bộ sửa đổi"))
    },
)


def deadline(**keys: object) -> object:
    return plan(tasks=[task("a", deadline=keys)]).tasks[0].deadline


def told(name: str, before: object, after: object, language="vi") -> tuple[str, str]:
    return said(FieldChange(name, before, after), REGISTRY, REGISTRY, language)


def for_programs(name: str, before: object, after: object) -> tuple[str, str]:
    return written(FieldChange(name, before, after), REGISTRY, REGISTRY)


@pytest.mark.parametrize(
    ("name", "before", "after", "shown"),
    [
        ("completed_on", date(2025, 6, 1), None, ("2025-06-01", "")),
        ("lead", ("u",), ("u", "v"), ("Văn phòng", "- Văn phòng\n- Phòng Tổ chức")),
        ("members", ("u", "v"), ("v",), ("Văn phòng; Phòng Tổ chức", "Phòng Tổ chức")),
        ("issuer", "u", "v", ("Văn phòng", "Phòng Tổ chức")),
        ("results", ("một", "hai"), None, ("- một\n- hai", "")),
        ("extra/x", ("một",), "một", ("- một", "một")),
        ("aliases", ("a", "b"), None, ("[a, b]", "")),
        ("sample", True, None, ("true", "")),
        ("coordinating", None, (), ("", "[]")),
        ("value", 97.5, 98.0, ("97.5", "98")),
        ("columns", ("number", "content"), ("content",), ("[number, content]", "[content]")),
        ("kind", "holiday", "worked", ("holiday", "worked")),
        ("type", "cong-bo", None, ("cong-bo", "")),
    ],
)
def test_values_for_programs(name, before, after, shown):
    assert for_programs(name, before, after) == shown


@pytest.mark.parametrize(
    ("name", "value", "vietnamese", "english"),
    [
        ("completed_on", date(2025, 6, 1), "01/06/2025", "2025-06-01"),
        ("lead", ("u", "v"), "- Văn phòng\n- Phòng Tổ chức", "- Văn phòng\n- Phòng Tổ chức"),
        ("coordinating", (), "không có", "none"),
        ("number", "", "không có", "none"),
        ("results", "", "không có", "none"),
        ("extra/x", "", "không có", "none"),
        ("aliases", ("a", "b"), "a; b", "a; b"),
        ("sample", True, "có", "yes"),
        ("provisional", False, "không", "no"),
        ("value", 97.5, "97,5", "97.5"),
        ("targets/ty-le/at_least", 90.0, "90", "90"),
        ("type", "cong-bo", "Bộ công bố", "Bộ công bố"),
        ("type", "khong-co", "khong-co", "khong-co"),
        ("kind", "holiday", "nghỉ lễ", "holiday"),
        ("kind", "exchanged", "nghỉ hoán đổi", "exchanged (off)"),
        ("ongoing_check", "quarter", "mỗi quý", "each quarter"),
        ("numbering", "plan", "đếm suốt kế hoạch", "runs through the plan"),
        ("conventions/before", "inclusive", "tính cả ngày đó", "that day included"),
        ("conventions/roll", "none", "giữ nguyên", "not moved"),
        ("language", "en", "tiếng Anh", "English"),
        ("applies_to", ("p/a", "p/b"), "p/a; p/b", "p/a; p/b"),
        ("applies_to", (), "không nhiệm vụ nào", "no task"),
        ("columns", ("number", "lead", OwnColumn(key="note", title="Ghi chú"), OwnColumn(key="results", title="Sản phẩm")),
         "số thứ tự, chủ trì, Ghi chú (note), Sản phẩm (kết quả)", "number, lead, Ghi chú (note), Sản phẩm (results)"),
        ("extra/kind", "holiday", "holiday", "holiday"),
        ("parts/mot/extra/lead", ("u", "v"), "- u\n- v", "- u\n- v"),
    ],
)  # fmt: skip
def test_values_for_people(name, value, vietnamese, english):
    assert told(name, None, value) == ("", vietnamese)
    assert told(name, value, None, "en") == (english, "")


def test_units_that_print_the_same_are_told_by_their_ids() -> None:
    before, after = UnitAs.model_validate({"unit": "u", "as": "Văn phòng"}), "u"
    assert told("lead", (before,), (after,)) == ("u (ghi là Văn phòng)", "u")
    assert told("lead", (before,), (after,), "en") == ("u (as Văn phòng)", "u")
    assert for_programs("lead", (before,), (after,)) == ("[u (Văn phòng)]", "[u]")
    cell = UnitCell.model_validate({"units": ["u"], "text": "Văn phòng"})
    assert told("lead", cell, ("u",)) == ("các đơn vị: u; chữ in trong ô: Văn phòng", "u")
    assert for_programs("lead", cell, ("u",)) == ("units: [u]; text: Văn phòng", "[u]")
    assert told("members", ("v",), ("v-cu",)) == ("v", "v-cu")


def test_rules_behind_the_same_words() -> None:
    before = deadline(text="Trong 5 ngày", within="5 days", after="cong-bo")
    after = deadline(
        text="Trong 5 ngày", within="3..5 working days", after=["cong-bo", "x"], roll="none", counted_from="received"
    )
    assert told("deadline", before, after) == (
        "không quá: 05 ngày; kể từ khi: Bộ công bố",
        "không quá: 03-05 ngày làm việc; kể từ khi: Bộ công bố; x; tính từ: ngày nhận; khi hạn rơi vào ngày nghỉ: giữ nguyên",
    )
    assert told("deadline", before, after, "en") == (
        "within: 5 days; after: Bộ công bố",
        "within: 3 to 5 working days; after: Bộ công bố; x; counted from: day of receipt; when it ends on a day off: not moved",
    )
    assert for_programs("deadline", before, after) == (
        "within: 5 days; after: [cong-bo]",
        "roll: none; within: 3..5 working days; after: [cong-bo, x]; counted_from: received",
    )


def test_a_rule_beside_a_wording_alone() -> None:
    rule = deadline(text="Trong 5 ngày", within="5 days", after="x")
    assert told("deadline", "Trong 5 ngày", rule) == ("Trong 5 ngày", "không quá: 05 ngày; kể từ khi: x; chữ in: Trong 5 ngày")
    assert for_programs("deadline", "Trong 5 ngày", rule) == ("Trong 5 ngày", "text: Trong 5 ngày; within: 5 days; after: [x]")


def test_several_rules_are_told_on_a_line_each() -> None:
    before = deadline(
        text="Theo kế hoạch", all=[{"in": "2025-Q1..2025-Q2", "lead": ["v"]}, {"every": "month", "next_period": "true"}]
    )
    after = deadline(text="Theo kế hoạch", note="đã hỏi", all=[{"from": "2025-03-01", "to": "2025-04-30"}])
    assert told("deadline", before, after) == (
        "trong kỳ: quý I/2025 - quý II/2025; chủ trì: Phòng Tổ chức\nđịnh kỳ: mỗi tháng; thuộc kỳ liền sau: có",
        "ghi chú: đã hỏi\ntừ ngày: 01/03/2025; đến hết ngày: 30/04/2025",
    )
    assert told("deadline", before, after, "en") == (
        "within: 2025-Q1 to 2025-Q2; lead: Phòng Tổ chức\nrecurring: each month; in the period that follows: yes",
        "note: đã hỏi\nfrom: 2025-03-01; to: 2025-04-30",
    )


def test_what_has_the_same_words_is_told_as_files_write_it() -> None:
    assert told("aliases", ("a; b",), ("a", "b")) == ("[a; b]", "[a, b]")


def test_a_mapping() -> None:
    assert raw({"a": ("x",)}) == "a: [x]"
