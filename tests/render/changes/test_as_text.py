"""A comparison as a terminal shows it: headings, and lists whose lines are signed once."""

from datetime import date

import pytest

from cchc.messages import Language
from cchc.render.changes.as_text import write
from cchc.views.changes import ChangeRow, Comparison, FieldRow


def row(*fields: tuple[str, str, str], plan: str | None = "snv-2026") -> ChangeRow:
    told = tuple(FieldRow("results", caption, before, after, (before, after)) for caption, before, after in fields)
    return ChangeRow("changed", "task", plan, "a", "1", "1", "Việc a", told)


def printed(*rows: ChangeRow, language: Language = "vi") -> str:
    return write(Comparison(language, "HEAD", None, date(2025, 6, 2), rows))


def test_headings_stand_in_capitals_and_ids_as_they_are_written() -> None:
    rows = row(("Kết quả", "", "mới"), plan=None), row(("Kết quả", "", "mới"))
    headings = [line for line in printed(*rows).split("\n") if line[:1].isupper()]
    assert headings[1:] == ["DÙNG CHUNG", "KẾ HOẠCH snv-2026"]
    headings = [line for line in printed(*rows, language="en").split("\n") if line[:1].isupper()]
    assert headings[1:] == ["SHARED BY ALL PLANS", "PLAN snv-2026"]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("", "Báo cáo", ["    + Kết quả: Báo cáo"]),
        ("Báo cáo", "", ["    - Kết quả: Báo cáo"]),
        ("", "- Báo cáo", ["    + Kết quả: Báo cáo"]),
        ("", "- Báo cáo một\n- Báo cáo hai", ["    Kết quả:", "    + Báo cáo một", "    + Báo cáo hai"]),
        ("- Báo cáo một\n- Báo cáo hai", "", ["    Kết quả:", "    - Báo cáo một", "    - Báo cáo hai"]),
        ("Văn phòng", "- Phòng B\n- Phòng C", ["    Kết quả:", "    - Văn phòng", "    + Phòng B", "    + Phòng C"]),
        ("- một\nhai", "- ba", ["    Kết quả:", "    - một", "      hai", "    + ba"]),
        ("", "Đoạn một\nĐoạn hai", ["    + Kết quả: Đoạn một", "      Đoạn hai"]),
        ("", "Gồm:\n- một\n+ hai", ["    Kết quả:", "    + Gồm:", "    + một", "    + hai"]),
        ("Báo cáo", "- Báo cáo", ["    Kết quả:", "    - “Báo cáo”", "    + “- Báo cáo”"]),
        ("- một", "- một\n- ", ["    Kết quả:", "    - một", "    + một", "    +"]),
        ("-5", "5 - 6", ["    Kết quả:", "    - -5", "    + 5 - 6"]),
    ],
)
def test_no_bullet_stands_behind_a_sign(before: str, after: str, lines: list[str]) -> None:
    assert printed(row(("Kết quả", before, after))).split("\n")[5:-1] == ["    Việc a", *lines]


def test_a_long_item_goes_on_below_itself() -> None:
    text = "- Báo cáo kết quả thực hiện công tác cải cách hành chính của cơ quan trong quý\n- Báo cáo"
    assert printed(row(("Kết quả", "", text))).split("\n")[6:-1] == [
        "    Kết quả:",
        "    + Báo cáo kết quả thực hiện công tác cải cách hành chính của cơ quan trong",
        "      quý",
        "    + Báo cáo",
    ]
