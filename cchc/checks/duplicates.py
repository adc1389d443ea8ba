"""The same duty written twice: one event would open it twice, and one report would have to close it twice."""

from collections.abc import Hashable, Iterator

from cchc.checks.units import folded
from cchc.diagnostics import Finding, NodePath
from cchc.model.deadlines import AtLeast, Within
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan, Registry
from cchc.model.units import unit_ids
from cchc.schedule.counting import Counting
from cchc.schedule.duties import Duty, duties
from cchc.wording.agree import rule_of

_ALIKE = 0.6
_MOST_COMPARED = 20


def check(loaded: LoadedPlan, plan: Plan, _registry: Registry, _counting: Counting) -> Iterator[Finding]:
    """Yield a finding for each task that says again what an earlier one says; a withdrawn one repeats nothing.

    Two duties are one when the same term counts from the same events for the same units, and most words of the shorter
    are in the other: the sample plan asks for one approval in two sections, and not in the same words.
    """
    earlier: dict[Hashable, list[Duty]] = {}
    told: set[str] = set()
    for duty in duties(plan):
        task = duty.placed.task
        key = _count(duty, plan)
        if key is None or task.withdrawn is not None or task.id in loaded.broken_tasks:
            continue
        alike = earlier.setdefault(key, [])
        first = next((one.placed for one in alike if one.placed.task.id != task.id and _is_alike(one, duty)), None)
        if first is not None and task.id not in told:
            told.add(task.id)
            params = {"first": first.task.id, "number": first.path}
            yield Finding("duplicate-duty", NodePath(loaded.at.file, duty.placed.route), params)
        elif len(alike) < _MOST_COMPARED:
            alike.append(duty)


def _count(duty: Duty, plan: Plan) -> Hashable | None:
    """Return what is counted, from what and for whom; None for a deadline that no event opens."""
    rule = rule_of(duty.deadline, plan) if duty.deadline is not None else None
    match rule:
        case Within():
            count = (rule.within, frozenset(rule.after), rule.counted_from)
        case AtLeast():
            count = (rule.at_least, frozenset(rule.ahead_of), rule.counted_from)
        case _:
            return None
    return (type(rule), *count, frozenset(unit_ids(duty.lead)), frozenset(unit_ids(duty.coordinating)))


def _is_alike(one: Duty, other: Duty) -> bool:
    words = sorted((_words(one), _words(other)), key=len)
    return len(words[0] & words[1]) >= _ALIKE * len(words[0])


def _words(duty: Duty) -> set[str]:
    text = duty.content if isinstance(duty.content, str) else " ".join(duty.content)
    return set(folded(text).split())
