"""Which plan of one side is which of the other."""

from cchc.compare.plans import partners
from cchc.model.registry import LoadedPlan, Progress
from tests.compare.plans import plan, task


def loaded(folder: str, *tasks: str, plan_id: str | None = None) -> LoadedPlan:
    name = plan_id or folder
    return LoadedPlan(f"plans/{folder}", plan(id=name, tasks=[task(one) for one in tasks]), Progress())


def broken(folder: str) -> LoadedPlan:
    return LoadedPlan(f"plans/{folder}", None, Progress())


def folders(base: list[LoadedPlan], head: list[LoadedPlan]) -> list[tuple[str | None, str | None]]:
    return [
        tuple(one.folder.removeprefix("plans/") if one else None for one in pair)  # type: ignore[misc]  # a pair stays a pair
        for pair in partners(base, head)
    ]


def test_the_same_folder_or_the_same_id() -> None:
    assert folders([loaded("a", "x")], [loaded("a", "y", plan_id="b")]) == [("a", "a")]
    assert folders([loaded("a", "x")], [loaded("b", "y", plan_id="a")]) == [("a", "b")]


def test_most_of_the_tasks() -> None:
    assert folders([loaded("a", "x", "y", "z")], [loaded("b", "x", "y", "w")]) == [("a", "b")]
    assert folders([loaded("a", "x", "y")], [loaded("b", "x", "w")]) == [(None, "b"), ("a", None)]
    assert folders([loaded("a")], [loaded("b")]) == [(None, "b"), ("a", None)]


def test_one_that_cannot_be_read_has_a_partner_in_its_folder_alone() -> None:
    assert folders([broken("a")], [broken("a")]) == [("a", "a")]
    assert folders([broken("a")], [loaded("b", "x")]) == [(None, "b"), ("a", None)]
