"""What the plans of a workspace refer to, gathered plan by plan: only names are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc.model.deadlines import All, AtLeast, Rule, Within
from cchc.model.events import Event
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan, Placed, Registry
from cchc.model.units import UnitEntries, unit_ids
from cchc.schedule.duties import Duty, duties
from cchc.schedule.occurrences import counted_day, event_types
from cchc.wording.agree import rule_of


@dataclass(slots=True)
class Usage:
    """`is_complete` is False where a plan could not be read whole: then nothing can be called unused or unknown."""

    units: set[str] = field(default_factory=set)
    event_types: set[str] = field(default_factory=set)
    tasks: set[str] = field(default_factory=set)
    plan_ids: dict[str, str] = field(default_factory=dict)
    undated_events: dict[str, tuple[Placed[Event], str]] = field(default_factory=dict)
    is_complete: bool = True

    def note(self, loaded: LoadedPlan, registry: Registry) -> None:
        plan = loaded.plan
        if plan is None or loaded.broken_tasks or loaded.findings:
            self.is_complete = False
        if plan is None:
            return
        if plan.issuer:
            self.units.add(plan.issuer)
        for duty in duties(plan):
            self._note_duty(plan, duty, registry)

    def _note_duty(self, plan: Plan, duty: Duty, registry: Registry) -> None:
        task = duty.placed.task
        self.tasks.add(f"{plan.id}/{task.id}")
        for cell in (duty.lead, duty.coordinating, *((task.lead, task.coordinating) if duty.part else ())):
            self.units.update(unit_ids(cell))
        rule = rule_of(duty.deadline, plan) if duty.deadline is not None else None
        if rule is None:
            return
        for lead in rule_leads(rule):
            self.units.update(unit_ids(lead))
        types = event_types(rule)
        if types:
            self.event_types.update(types)
            self._note_undated(plan, f"{plan.id}/{task.id}", rule, registry)

    def _note_undated(self, plan: Plan, task_ref: str, rule: Rule, registry: Registry) -> None:
        for member in rule.all if isinstance(rule, All) else (rule,):
            if not isinstance(member, Within | AtLeast):
                continue
            for placed in registry.events:
                event = placed.record
                if event.type in event_types(member) and counted_day(event, member.counted_from) is None:
                    day = event.received_on or event.issued_on or event.effective_on
                    is_ours = day is None or plan.first_day <= day <= plan.last_day
                    if task_ref in event.applies_to if event.applies_to is not None else is_ours:
                        self.undated_events.setdefault(event.id, (placed, f"{member.counted_from}_on"))


def rule_leads(rule: Rule) -> Iterator[UnitEntries]:
    for member in (rule, *(rule.all if isinstance(rule, All) else ())):
        if member.lead is not None:
            yield member.lead
