"""A comparison as a terminal shows it: headings, and lists whose lines are signed once."""

from datetime import date

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
