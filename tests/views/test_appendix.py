"""The appendix as its reader sees it, row by row."""

from cchc.diagnostics import NodePath
from cchc.model.events import EventType
from cchc.model.plan import Plan
from cchc.model.registry import Placed, Registry
from cchc.model.units import Unit
from cchc.schedule.counting import Counting
from cchc.views.appendix import Appendix, Cell, SectionRow, TaskRow, build
from cchc.workdays.calendar import WorkCalendar

AT = NodePath("plans/units.yaml")
COUNTING = Counting(WorkCalendar([], 2100))
REGISTRY = Registry(
    units={
        "u": Placed(Unit.model_validate({"name": "Văn phòng"}), AT),
        "v": Placed(Unit.model_validate({"name": "Sở Nội vụ"}), AT),
    },
    event_types={"e": Placed(EventType.model_validate({"name": "Bộ công bố"}), AT)},
)


def appendix(**plan: object) -> Appendix:
    return build(Plan.model_validate({"id": "p", "title": "Kế hoạch", "year": "2025", **plan}), REGISTRY, COUNTING)


def task(task_id: str, **keys: object) -> dict[str, object]:
    return {"id": task_id, "content": f"Việc {task_id}", "lead": ["u"], **keys}


def cells(row: SectionRow | TaskRow) -> list[tuple[str, ...] | None]:
    """Return what the cells of a row print; None for one merged with the cell above."""
    assert isinstance(row, TaskRow)
    return [None if cell.continues else cell.paragraphs for cell in row.cells]


def test_a_row_in_the_order_of_the_columns() -> None:
    full = task("a", deadline="Thường xuyên", coordinating=["u", "v"], results=["Báo cáo", "Tờ trình"])
    (row,) = appendix(tasks=[full]).rows
    assert cells(row) == [
        ("1",), ("Việc a",), ("Thường xuyên",), ("Văn phòng",), ("- Văn phòng", "- Sở Nội vụ"), ("- Báo cáo", "- Tờ trình"),
    ]  # fmt: skip
    swapped = appendix(tasks=[full], columns=["content", "number"])
    assert ([column.title for column in swapped.columns], cells(swapped.rows[0])) == (
        ["Nội dung công việc", "TT"],
        [("Việc a",), ("1",)],
    )


def test_what_is_left_out_prints_nothing() -> None:
    (row,) = appendix(tasks=[task("a", number="")]).rows
    assert cells(row) == [(), ("Việc a",), (), ("Văn phòng",), (), ()]


def test_sections_and_their_levels() -> None:
    inner = {"number": "I", "title": "Một", "tasks": [task("b")]}
    rows = appendix(tasks=[task("a")], sections=[{"number": "A", "title": "Phần\nA", "sections": [inner]}]).rows
    assert rows[1:3] == (SectionRow("A", ("Phần", "A"), 1), SectionRow("I", ("Một",), 2))
    assert [row.task_id for row in rows if isinstance(row, TaskRow)] == ["a", "b"]


def test_a_withdrawn_task_is_left_out_and_keeps_its_number() -> None:
    rows = appendix(tasks=[task("a"), task("b", withdrawn={"on": "2025-07-01"}), task("c")]).rows
    assert [cells(row)[:2] for row in rows] == [[("1",), ("Việc a",)], [("3",), ("Việc c",)]]


def test_what_parts_inherit_prints_once() -> None:
    parts = [
        {"id": "x"},
        {"id": "y", "deadline": "Trước ngày 30/11/2025"},
        {"id": "z", "content": "Phần z", "extra": {"note": "riêng"}},
    ]
    columns = ["number", "content", "deadline", {"key": "note", "title": "Ghi chú"}]
    listed = appendix(tasks=[task("a", deadline="Thường xuyên", parts=parts, extra={"note": "chung"})], columns=columns)
    assert [row.task_id for row in listed.rows if isinstance(row, TaskRow)] == ["a/x", "a/y", "a/z"]
    assert [cells(row) for row in listed.rows] == [
        [("1",), ("Việc a",), ("Thường xuyên",), ("chung",)],
        [None, None, ("Trước ngày 30/11/2025",), None],
        [None, ("Phần z",), ("Thường xuyên",), ("riêng",)],
    ]
    assert listed.rows[1].cells[0] == Cell((), continues=True)


def test_a_column_of_the_plan_s_own() -> None:
    columns = ["number", {"key": "note", "title": "Ghi chú"}, {"key": "lead", "title": "Cơ quan chủ trì"}]
    listed = appendix(tasks=[task("a", extra={"note": "xem"}), task("b")], columns=columns)
    assert [column.title for column in listed.columns] == ["TT", "Ghi chú", "Cơ quan chủ trì"]
    assert [cells(row) for row in listed.rows] == [[("1",), ("xem",), ("Văn phòng",)], [("2",), (), ("Văn phòng",)]]


def test_a_deadline_prints_its_own_words_else_those_of_its_rule() -> None:
    said = {"text": "Chậm nhất trong tháng 11", "before": "2025-11-30"}
    ruled = {"before": "2025-11-30"}
    listed = appendix(tasks=[task("a", deadline=said), task("b", deadline=ruled), task("c")], columns=["deadline"])
    assert [cells(row) for row in listed.rows] == [[("Chậm nhất trong tháng 11",)], [("Trước ngày 30/11/2025",)], [()]]


def test_the_line_under_the_title() -> None:
    blank = appendix()
    assert (blank.label, blank.title) == ("PHỤ LỤC", ("Kế hoạch",))
    assert blank.issued_line == "(Kèm theo Kế hoạch số … ngày … tháng … năm …)"
    assert appendix(document={"symbol": "KH-SNV"}).issued_line == "(Kèm theo Kế hoạch số …/KH-SNV ngày … tháng … năm …)"
    signed = {"number": "12", "symbol": "KH-SNV", "issued_on": "2025-01-05"}
    assert (
        appendix(document=signed, issuer="v").issued_line
        == "(Kèm theo Kế hoạch số 12/KH-SNV ngày 05 tháng 01 năm 2025 của Sở Nội vụ)"
    )
    assert appendix(document={"number": "12/KH-UBND", "symbol": "KH-SNV"}).issued_line.startswith(
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày"
    )
