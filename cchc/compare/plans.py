"""Which plan of one side is which of the other, by id, else by most of its tasks; and what changed from one to the other."""

from collections.abc import Iterator, Sequence

from cchc.compare.changes import Change
from cchc.compare.difference import changes
from cchc.compare.records import progress_of, records_of
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan, Progress


def partners(base: Sequence[LoadedPlan], head: Sequence[LoadedPlan]) -> Iterator[tuple[LoadedPlan | None, LoadedPlan | None]]:
    """Yield each plan with its partner, in the order of `head`, then those that are no more.

    A plan in the same folder, or with the same id, is the same; of the others one that has most of the tasks, renamed.
    """
    free = list(base)
    found: dict[int, LoadedPlan] = {}
    for is_partner in (_is_same, _has_most_tasks):
        for place, loaded in enumerate(head):
            partner = next((other for other in free if is_partner(other, loaded)), None) if place not in found else None
            if partner is not None:
                free = [other for other in free if other is not partner]
                found[place] = partner
    yield from ((found.get(place), loaded) for place, loaded in enumerate(head))
    yield from ((loaded, None) for loaded in free)


def changes_between(plans: tuple[Plan, Plan], progress: tuple[Progress, Progress]) -> list[Change]:
    """Return what changed of a plan and of what was recorded of it, `plans` and `progress` those of both sides."""
    planned, recorded = records_of(*plans), progress_of(*progress)
    return changes({**planned[0], **recorded[0]}, {**planned[1], **recorded[1]})


def _is_same(base: LoadedPlan, head: LoadedPlan) -> bool:
    if base.folder == head.folder:
        return True
    return base.plan is not None and head.plan is not None and base.plan.id == head.plan.id


def _has_most_tasks(base: LoadedPlan, head: LoadedPlan) -> bool:
    if base.plan is None or head.plan is None:
        return False
    before, after = ({placed.task.id for placed in plan.placed_tasks} for plan in (base.plan, head.plan))
    return len(before & after) * 2 > max(len(before), len(after))
