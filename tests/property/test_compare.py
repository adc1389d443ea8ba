"""Whatever two plans hold: what is told is all that changed, and told once."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.compare.records import records_of
from cchc.model.plan import Plan
from tests.compare.plans import is_same_state, plan, told

IDS = st.sampled_from(["a", "b", "c", "d", "e", "f", "g"])
TEXTS = st.sampled_from(["Báo cáo", "Rà soát", "Rà soát, đơn giản hóa", "Họp"])
DEADLINES = st.sampled_from(
    [None, "Thường xuyên", {"by": "2025-06-01"}, {"text": "Quý I/2025", "in": "2025-Q1"}, {"within": "5 days", "after": "x"}]
)
TASKS = st.fixed_dictionaries(
    {"id": IDS, "content": TEXTS, "lead": st.sampled_from([["u"], ["u", "v"]])},
    optional={
        "number": st.sampled_from(["", "1", "2", "2.", "3", "1a"]),
        "deadline": DEADLINES.filter(bool),
        "results": st.sampled_from(["", "Kế hoạch", ["Kế hoạch", "Báo cáo"]]),
        "extra": st.dictionaries(st.sampled_from(["x", "y"]), TEXTS),
        "parts": st.lists(st.fixed_dictionaries({"id": IDS, "content": TEXTS}), max_size=2),
        "sample": st.sampled_from(["true", "false"]),
    },
)
TASK_LISTS = st.lists(TASKS, max_size=5)
SECTIONS = st.recursive(
    st.fixed_dictionaries({"title": TEXTS, "number": st.sampled_from(["", "A", "B"]), "tasks": TASK_LISTS}),
    lambda inner: st.fixed_dictionaries({"title": TEXTS, "tasks": TASK_LISTS, "sections": st.lists(inner, max_size=2)}),
    max_leaves=4,
)
HEADS = st.fixed_dictionaries({"title": TEXTS, "numbering": st.sampled_from(["section", "plan"])})


DATA = st.builds(
    lambda head, tasks, sections: {**head, "tasks": tasks, "sections": sections},
    HEADS,
    TASK_LISTS,
    st.lists(SECTIONS, max_size=3),
)


def plans() -> st.SearchStrategy[Plan]:
    return DATA.map(lambda keys: plan(**keys))


@settings(max_examples=300, deadline=None)
@given(plans(), plans())
def test_what_is_told_makes_one_plan_of_the_other(base: Plan, head: Plan) -> None:
    found = told(base, head)
    assert len({(change.kind, change.key) for change in found}) == len(found)
    before, after = records_of(base, head)
    assert (found == []) == is_same_state(before, after)


@given(DATA)
def test_another_order_of_keys_tells_nothing(keys: dict[str, Any]) -> None:
    assert told(plan(**keys), Plan.model_validate(reordered({"id": "p", "year": "2025", **keys}))) == []


def reordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: reordered(value[key]) for key in reversed(value)}
    return [reordered(inner) for inner in value] if isinstance(value, list) else value
