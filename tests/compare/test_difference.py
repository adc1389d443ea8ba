"""What changed between two plans, told once each, and proven to be all of it."""

from tests.compare.plans import kinds, plan, task, told

SECTIONS = [
    {"number": "A", "title": "CHỈ SỐ", "tasks": [task("a"), task("b")]},
    {"number": "B", "title": "TIÊU CHÍ", "tasks": [task("c")]},
]


def test_nothing_changed() -> None:
    assert told(plan(sections=SECTIONS), plan(sections=SECTIONS)) == []


def test_order_of_keys_and_the_spelling_of_values_say_nothing() -> None:
    before = task("a", deadline={"within": "5 days", "after": "x"}, extra={"ghi-chu": "1", "khac": "2"})
    after = dict(reversed(task("a", deadline={"after": ["x"], "within": "5 days"}, extra={"khac": "2", "ghi-chu": "1"}).items()))
    assert told(plan(tasks=[before]), plan(tasks=[after])) == []
    day = {"by": "2025-06-01"}, {"by": "01/06/2025"}
    assert told(plan(tasks=[task("a", deadline=day[0])]), plan(tasks=[task("a", deadline=day[1])])) == []
    words = "Thường xuyên", {"text": "Thường xuyên"}
    assert told(plan(tasks=[task("a", deadline=words[0])]), plan(tasks=[task("a", deadline=words[1])])) == []


def test_a_number_changes_by_what_is_put_before_it() -> None:
    numbered = [task("a", number="1"), task("b", number="2.")]
    shifted = [task("new", number="1"), task("a", number="2"), task("b", number="3.")]
    found = told(plan(tasks=numbered), plan(tasks=shifted))
    assert kinds(found) == [("task-added", "new")]
    assert told(plan(tasks=[task("a"), task("b")]), plan(tasks=[task("a", number="1"), task("b", number="2")])) == []


def test_a_number_of_its_own_is_told() -> None:
    (change,) = told(plan(tasks=[task("a"), task("b")]), plan(tasks=[task("a"), task("b", number="1a")]))
    assert [(field.name, field.before, field.after) for field in change.fields] == [("number", "2", "1a")]
    (change,) = told(plan(tasks=[task("a")]), plan(tasks=[task("a", number="1.")]))
    assert [(field.before, field.after) for field in change.fields] == [("1", "1.")]


def test_a_gap_in_the_numbers_left_by_a_task_is_no_change() -> None:
    numbered = [task("a", number="1"), task("b", number="2"), task("c", number="3")]
    assert kinds(told(plan(tasks=numbered), plan(tasks=[numbered[0], numbered[2]]))) == [("task-removed", "b")]


def test_a_task_that_is_moved_and_reworded_is_told_as_both() -> None:
    head = [
        {"number": "A", "title": "CHỈ SỐ", "tasks": [task("a")]},
        {"number": "B", "title": "TIÊU CHÍ", "tasks": [task("c"), task("b", content="Việc khác")]},
    ]
    found = told(plan(sections=SECTIONS), plan(sections=head))
    assert kinds(found) == [("task-moved", "b"), ("task-changed", "b")]
    assert [(entry.number) for entry in (found[0].before, found[0].after) if entry] == ["A.2", "B.2"]


def test_parts_and_targets_are_told_by_their_ids() -> None:
    parts = [{"id": "x", "content": "1", "deadline": "Quý I/2025"}, {"id": "y", "content": "2"}]
    target = {"id": "ty-le", "at_least": "90"}
    before = task("a", parts=parts, targets=[target])
    after = task("a", parts=[{**parts[0], "deadline": "Quý II/2025"}], targets=[{"id": "ty-le", "above": "90"}])
    (change,) = told(plan(tasks=[before]), plan(tasks=[after]))
    assert [(field.name, field.before, field.after) for field in change.fields] == [
        ("parts", ("x", "y"), ("x",)),
        ("parts/x/deadline", "Quý I/2025", "Quý II/2025"),
        ("parts/y/content", "2", None),
        ("targets/ty-le/at_least", 90.0, None),
        ("targets/ty-le/above", None, 90.0),
    ]


def test_the_head_of_a_plan() -> None:
    (change,) = told(plan(document={"number": "12", "symbol": "KH"}), plan(title="KHÁC", document={"symbol": "KH"}))
    assert change.kind == "plan-changed"
    assert [(field.name, field.before, field.after) for field in change.fields] == [
        ("title", "KẾ HOẠCH", "KHÁC"),
        ("document/number", "12", None),
    ]


def test_a_section_reworded_with_its_tasks_is_that_section() -> None:
    head = [{"number": "A", "title": "CHỈ SỐ CẢI CÁCH", "tasks": SECTIONS[0]["tasks"]}, SECTIONS[1]]
    assert kinds(told(plan(sections=SECTIONS), plan(sections=head))) == [("section-changed", "0")]


def test_sections_whose_titles_change_places_are_told_by_their_tasks() -> None:
    head = [{**SECTIONS[0], "title": "TIÊU CHÍ"}, {**SECTIONS[1], "title": "CHỈ SỐ"}]
    assert kinds(told(plan(sections=SECTIONS), plan(sections=head))) == [("section-changed", "0"), ("section-changed", "1")]


def test_sections_in_another_order() -> None:
    found = told(plan(sections=SECTIONS), plan(sections=[SECTIONS[1], SECTIONS[0]]))
    assert [kind for kind, _ in kinds(found)] == ["section-moved"]


def test_a_section_that_goes_with_its_tasks_and_one_that_comes() -> None:
    head = [SECTIONS[0], {"number": "C", "title": "Khác hẳn", "tasks": [task("z")]}]
    assert [kind for kind, _ in kinds(told(plan(sections=SECTIONS), plan(sections=head)))] == [
        "section-added", "section-removed", "task-added", "task-removed",
    ]  # fmt: skip


def test_a_section_under_another_name_is_known_by_three_tenths_of_all_tasks() -> None:
    """Of ten tasks that the two hold together three are the same; of eleven it is another section."""
    kept = [task(name) for name in ("a", "b", "c")]
    before = [{"number": "A", "title": "Chỉ đạo", "tasks": [*kept, *(task(f"cu-{turn}") for turn in range(4))]}]
    for new, kinds_of_sections in ((3, ["section-changed"]), (4, ["section-added", "section-removed"])):
        after = [{"number": "B", "title": "Công khai", "tasks": [*kept, *(task(f"moi-{turn}") for turn in range(new))]}]
        found = [kind for kind, _ in kinds(told(plan(sections=before), plan(sections=after)))]
        assert [kind for kind in found if kind.startswith("section")] == kinds_of_sections


def test_empty_sections_with_other_titles_are_others() -> None:
    found = told(plan(sections=[{"title": "Công tác chỉ đạo"}]), plan(sections=[{"title": "Công khai thủ tục"}]))
    assert [kind for kind, _ in kinds(found)] == ["section-added", "section-removed"]


def test_empty_sections_are_matched_by_likeness() -> None:
    found = told(plan(sections=[{"title": "Công tác chỉ đạo"}]), plan(sections=[{"title": "Công tác chỉ đạo, điều hành"}]))
    assert [kind for kind, _ in kinds(found)] == ["section-changed"]


def test_a_section_one_level_down_is_moved() -> None:
    inner = {"number": "I", "title": "Con", "tasks": [task("c")]}
    before = [{"number": "A", "title": "X", "tasks": [task("a")], "sections": [inner]}, {"number": "B", "title": "Y"}]
    after = [{"number": "A", "title": "X", "tasks": [task("a")]}, {"number": "B", "title": "Y", "sections": [inner]}]
    assert [kind for kind, _ in kinds(told(plan(sections=before), plan(sections=after)))] == ["section-moved"]


def test_an_id_that_is_there_twice_is_not_lost() -> None:
    twice = task("a", parts=[{"id": "x", "content": "1"}, {"id": "x", "content": "2"}])
    found = told(plan(), plan(tasks=[twice, task("a")]))
    assert kinds(found) == [("task-added", "a"), ("task-added", "a#2")]
    assert told(plan(tasks=[twice, task("a"), task("a")]), plan(tasks=[twice, task("a"), task("a")])) == []
