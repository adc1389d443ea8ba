"""What is owed: a task, or its parts with what they have from it."""

from cchc.model.plan import Plan
from cchc.schedule.duties import duties

TASK = {"id": "t", "content": "Việc", "lead": ["u"], "coordinating": ["v"], "deadline": "Thường xuyên"}


def owed(task: dict) -> list[tuple[object, ...]]:
    plan = Plan.model_validate({"id": "p", "title": "T", "year": "2025", "tasks": [task]})
    return [(duty.part_id, duty.content, duty.deadline, duty.lead, duty.coordinating) for duty in duties(plan)]


def test_a_task_is_one_duty() -> None:
    assert owed(TASK) == [(None, "Việc", "Thường xuyên", ("u",), ("v",))]


def test_a_part_has_from_its_task_what_it_leaves_out() -> None:
    bare = {"id": "x"}
    whole = {"id": "y", "content": "Phần", "lead": ["w"], "coordinating": ["u"], "deadline": "Trước ngày 30/11/2025"}
    nobody = {"id": "z", "coordinating": []}  # an empty list is said, not left out
    assert owed({**TASK, "parts": [bare, whole, nobody]}) == [
        ("x", "Việc", "Thường xuyên", ("u",), ("v",)),
        ("y", "Phần", "Trước ngày 30/11/2025", ("w",), ("u",)),
        ("z", "Việc", "Thường xuyên", ("u",), ()),
    ]


def test_the_order_is_the_printed_one() -> None:
    task = {"content": "Việc", "lead": ["u"]}
    sections = [
        {
            "title": "A",
            "tasks": [{**task, "id": "b"}],
            "sections": [{"title": "I", "tasks": [{**task, "id": "c", "parts": [{"id": "x"}, {"id": "y"}]}]}],
        },
        {"title": "B", "tasks": [{**task, "id": "d"}]},
    ]
    plan = Plan.model_validate({"id": "p", "title": "T", "year": "2025", "tasks": [{**task, "id": "a"}], "sections": sections})
    assert [(duty.placed.task.id, duty.part_id) for duty in duties(plan)] == [
        ("a", None), ("b", None), ("c", "x"), ("c", "y"), ("d", None),
    ]  # fmt: skip
