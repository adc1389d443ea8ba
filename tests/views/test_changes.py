"""What is counted and called: one and many, what was withdrawn, and the numbers of what was recorded of a task."""

from datetime import date

import pytest

from cchc.compare.changes import FAMILIES, Change, Entry, Key
from cchc.compare.consequences import KINDS
from cchc.messages import Language, screen
from cchc.model.registry import Registry
from cchc.views.changes import (
    ChangeRow,
    Comparison,
    ConsequenceRow,
    FieldRow,
    Telling,
    consequence_summary,
    heading_of,
    sides_of,
    summary_of,
)


def row(kind: str, *fields: FieldRow, number: str = "1") -> ChangeRow:
    family, _, verb = kind.partition("-")
    return ChangeRow(verb, family, "p", "a", number, number, "Việc a", fields)


def field(name: str, before: str = "cũ", after: str = "mới") -> FieldRow:
    return FieldRow(name, name, before, after, (before, after))


def summary(language: Language, *rows: ChangeRow) -> str:
    return summary_of(Comparison(language, "HEAD", None, date(2025, 6, 2), rows))


DEADLINE, LEAD, CONTENT = (row("task-changed", field(name)) for name in ("deadline", "lead", "content"))


@pytest.mark.parametrize(
    ("rows", "vietnamese", "english"),
    [
        ([DEADLINE], "1 thời hạn thay đổi", "1 deadline changed"),
        ([DEADLINE] * 2, "2 thời hạn thay đổi", "2 deadlines changed"),
        ([LEAD], "1 phân công thay đổi", "1 assignment changed"),
        ([LEAD] * 3, "3 phân công thay đổi", "3 assignments changed"),
        ([CONTENT], "1 nhiệm vụ sửa nội dung khác", "1 task changed otherwise"),
        ([CONTENT] * 2, "2 nhiệm vụ sửa nội dung khác", "2 tasks changed otherwise"),
        ([row("task-added"), row("section-changed")], "1 nhiệm vụ mới, 1 mục sửa đổi", "1 task added, 1 section changed"),
        ([row("task-removed")] * 2 + [row("section-moved")] * 2, "2 nhiệm vụ bị bỏ, 2 mục chuyển chỗ", "2 tasks removed, 2 sections moved"),
        ([row("settings-changed"), row("unit-added")], "thiết lập sửa đổi, 1 đơn vị mới", "settings changed, 1 unit added"),
        ([row("calendar-added")], "1 ngày nghỉ, ngày hoán đổi mới", "1 day off or exchanged added"),
        ([row("calendar-added")] * 2, "2 ngày nghỉ, ngày hoán đổi mới", "2 days off or exchanged added"),
    ],
)  # fmt: skip
def test_one_and_many(rows: list[ChangeRow], vietnamese: str, english: str) -> None:
    assert summary("vi", *rows) == vietnamese
    assert summary("en", *rows) == english


@pytest.mark.parametrize(
    ("kind", "vietnamese", "english"),
    [
        ("due-moved", "{} hạn dời", ("1 due day moved", "2 due days moved")),
        ("occurrence-added", "{} kỳ có hạn mới", ("1 occurrence with a new due day", "2 occurrences with a new due day")),
        ("occurrence-removed", "{} kỳ không còn hạn",
         ("1 occurrence without a due day any more", "2 occurrences without a due day any more")),
        ("becomes-overdue", "{} việc thành quá hạn", ("1 becomes overdue", "2 become overdue")),
        ("no-longer-overdue", "{} việc hết quá hạn", ("1 no longer overdue", "2 no longer overdue")),
    ],
)  # fmt: skip
def test_one_consequence_and_many(kind: str, vietnamese: str, english: tuple[str, str]) -> None:
    owed = ConsequenceRow(kind, "p", "a", None, "", "1", "Việc a", None, None)
    for count in (1, 2):
        rows = (owed,) * count
        for language, words in (("vi", vietnamese.format(count)), ("en", english[count - 1])):
            assert consequence_summary(Comparison(language, "HEAD", None, date(2025, 6, 2), (), rows)) == words


def test_every_kind_can_be_counted() -> None:
    counted = [f"diff/counted/{family}" for family in FAMILIES] + [f"diff/consequences/{kind}" for kind in KINDS]
    assert all(screen("en", f"{key}{one}", count=1) for key in counted for one in ("", "/one"))


DAY, DOCUMENT = field("withdrawn/on", "", "01/07/2025"), field("withdrawn/document", "", "5/QĐ")
DAY_BACK = field("withdrawn/on", "01/07/2025", "")


@pytest.mark.parametrize(
    ("fields", "counts", "headings"),
    [
        ([DAY], ("1 nhiệm vụ được rút", "1 task withdrawn"), ("1: nhiệm vụ được rút", "1: task withdrawn")),
        ([DAY, DOCUMENT], ("1 nhiệm vụ được rút", "1 task withdrawn"), ("1: nhiệm vụ được rút", "1: task withdrawn")),
        ([DAY_BACK], ("1 nhiệm vụ được khôi phục", "1 task no longer withdrawn"),
         ("1: nhiệm vụ được khôi phục", "1: task no longer withdrawn")),
        ([DAY, field("deadline")], ("1 thời hạn thay đổi, 1 nhiệm vụ được rút", "1 deadline changed, 1 task withdrawn"),
         ("1: nhiệm vụ được rút, sửa đổi", "1: task withdrawn and changed")),
        ([DAY_BACK, field("content")],
         ("1 nhiệm vụ sửa nội dung khác, 1 nhiệm vụ được khôi phục", "1 task changed otherwise, 1 task no longer withdrawn"),
         ("1: nhiệm vụ được khôi phục, sửa đổi", "1: task no longer withdrawn, and changed")),
        ([field("withdrawn/on", "01/07/2025", "01/08/2025")], ("1 nhiệm vụ sửa nội dung khác", "1 task changed otherwise"),
         ("1: nhiệm vụ sửa đổi", "1: task changed")),
        ([DOCUMENT], ("1 nhiệm vụ sửa nội dung khác", "1 task changed otherwise"), ("1: nhiệm vụ sửa đổi", "1: task changed")),
    ],
)  # fmt: skip
def test_a_withdrawal_is_told_as_one(fields: list[FieldRow], counts: tuple[str, str], headings: tuple[str, str]) -> None:
    change = row("task-changed", *fields)
    assert change.kind == "task-changed"
    assert (summary("vi", change), summary("en", change)) == counts
    assert (heading_of(change, "vi"), heading_of(change, "en")) == headings
    assert sides_of(change, "vi") == ("1: nhiệm vụ", headings[0])


def test_withdrawals_are_counted_together() -> None:
    rows = [row("task-changed", DAY)] * 2 + [row("task-changed", DAY_BACK)] * 2
    assert summary("vi", *rows) == "2 nhiệm vụ được rút, 2 nhiệm vụ được khôi phục"
    assert summary("en", *rows) == "2 tasks withdrawn, 2 tasks no longer withdrawn"


def test_a_task_that_comes_withdrawn_is_new() -> None:
    assert summary("vi", row("task-added", DAY)) == "1 nhiệm vụ mới"
    assert heading_of(row("task-added", DAY), "vi") == "1: nhiệm vụ mới"
    assert sides_of(row("task-removed"), "vi") == ("1: nhiệm vụ bị bỏ", "1: nhiệm vụ bị bỏ")


def test_what_was_recorded_of_a_task_has_its_number_and_content() -> None:
    telling = Telling("p", Registry(), Registry(), "vi", {"a": ("B.II.3", "Báo cáo quý")})
    change = Change("added", Key("completion", "a@2025-Q1"), None, Entry({"completed_on": date(2025, 4, 1)}))
    (found,) = telling.rows([change])
    assert (found.before_number, found.after_number, found.title) == ("B.II.3", "B.II.3", "Báo cáo quý")
    assert heading_of(found, "vi") == "B.II.3 (2025-Q1): ghi nhận hoàn thành mới"
    (other,) = telling.rows([change._replace(key=Key("completion", "khong-con"))])
    assert (other.before_number, other.after_number, other.title) == ("", "", "")
