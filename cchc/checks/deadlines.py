"""Deadlines: wordings that cannot be read or contradict their rule, days outside the plan, rules that need a name."""

from collections.abc import Iterator
from datetime import date, timedelta

from cchc.checks.usage import Usage
from cchc.diagnostics import Finding, NodePath, Whole
from cchc.model.deadlines import (
    All,
    Before,
    By,
    Deadline,
    Every,
    InPeriod,
    Ongoing,
    SimpleRule,
    Window,
    WordingOnly,
)
from cchc.model.plan import Part, PlacedTask, Plan, Task
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.agenda import scope_of
from cchc.schedule.counting import Counting
from cchc.schedule.duties import duties_of
from cchc.schedule.occurrences import unnamed_rules
from cchc.wording.agree import disagreement, readings_of, rule_of
from cchc.wording.reading import as_yaml
from cchc.wording.tokens import text_of


def check(loaded: LoadedPlan, plan: Plan, registry: Registry, counting: Counting) -> Iterator[Finding]:
    file = loaded.at.file
    for placed in plan.placed_tasks:
        task = placed.task
        if task.id in loaded.broken_tasks:
            continue
        at = NodePath(file, placed.route)
        holders: list[tuple[Task | Part, NodePath]] = [(task, at)]
        holders += [(part, at / "parts" / index) for index, part in enumerate(task.parts)]
        for holder, route in holders:
            if holder.deadline is not None:
                yield from _of_deadline(holder.deadline, route / "deadline", plan)
            elif task.deadline is None and (holder is not task or not task.parts):
                yield Finding("missing-deadline", route.first_key())
            if holder.deadline is not None:
                yield from _unnamed(holder.deadline, placed, route / "deadline", plan, registry, counting)


def _of_deadline(deadline: Deadline, at: NodePath, plan: Plan) -> Iterator[Finding]:
    if isinstance(deadline, str | WordingOnly):
        yield from _of_wording(deadline, at if isinstance(deadline, str) else at / "text", plan)
        return
    if deadline.text is not None:
        rule = rule_of(deadline, plan)
        difference = disagreement(rule, text_of(deadline.text), plan) if rule is not None else None
        if difference:
            yield Finding("wording-disagrees", at / "text", {"said": difference[0], "ruled": difference[1]})
    members = [(deadline, at)] if not isinstance(deadline, All) else []
    if isinstance(deadline, All):
        for index, member in enumerate(deadline.all):
            if isinstance(member, WordingOnly):
                yield from _of_wording(member, at / "all" / index / "text", plan, is_member=True)
            else:
                members.append((member, at / "all" / index))
                if member.text is not None and (found := disagreement(member, text_of(member.text), plan)):
                    yield Finding(
                        "wording-disagrees",
                        at / "all" / index / "text",
                        {"said": found[0], "ruled": found[1]},
                    )
    for rule_record, route in members:
        yield from _outside_period(rule_record, route, plan)


def _of_wording(wording: str | WordingOnly, at: NodePath, plan: Plan, *, is_member: bool = False) -> Iterator[Finding]:
    """Yield what keeps a wording alone from being a deadline; under `all` it has to be one rule."""
    readings = readings_of(wording, plan)
    text = wording if isinstance(wording, str) else text_of(wording.text)
    if not readings:
        yield Finding("unreadable-wording", at, {"text": text})
    elif len(readings) > 1 or (is_member and len(readings[0].parts) > 1):
        yield Finding(
            "ambiguous-wording", at, {"text": text, "readings": [Whole(f"{{{as_yaml(reading.keys)}}}") for reading in readings]}
        )
    elif readings[0].is_counted:
        params = {"rule": Whole(as_yaml(readings[0].keys)), "anchor": readings[0].anchor or text}
        yield Finding("missing-event-type", at, params, "" if readings[0].anchor else "unnamed")
    else:
        rule = readings[0].rule
        for member in rule.all if isinstance(rule, All) else (rule,) if rule else ():
            yield from _outside_period(member, at, plan, is_wording=True)


def _outside_period(rule: SimpleRule | WordingOnly, at: NodePath, plan: Plan, *, is_wording: bool = False) -> Iterator[Finding]:
    """Yield a finding for each day that a rule names outside the plan's period."""
    for key, first_day, last_day in _named_days(rule):
        if first_day > plan.last_day or last_day < plan.first_day:
            params = {"first_day": plan.first_day, "last_day": plan.last_day}
            yield Finding("outside-period", at if is_wording else at / key, params)
            if is_wording:
                return


def _named_days(rule: SimpleRule | WordingOnly) -> Iterator[tuple[str, date, date]]:
    match rule:
        case By():
            yield "by", rule.by, rule.by
        case Before():
            day = rule.before - timedelta(days=1)
            yield "before", day, day
        case InPeriod():
            yield "in", rule.in_.last_day, rule.in_.last_day
        case Window():
            if rule.from_:
                yield "from", rule.from_, rule.from_
            if rule.to:
                yield "to", rule.to, rule.to
        case Every() | Ongoing():
            if rule.in_:
                yield "in", rule.in_.first_day, rule.in_.last_day
        case _:
            return


def _unnamed(
    deadline: Deadline, placed: PlacedTask, at: NodePath, plan: Plan, registry: Registry, counting: Counting
) -> Iterator[Finding]:
    whole = rule_of(deadline, plan)
    if not isinstance(whole, All):
        return
    events = [event.record for event in registry.events]
    indexes = unnamed_rules(whole, scope_of(plan, next(duties_of(placed)), events, counting))
    if isinstance(deadline, All):
        yield from (Finding("unnamed-rule", (at / "all" / index).first_key()) for index in indexes)
    elif indexes and isinstance(deadline, str | WordingOnly):
        rule = Whole(as_yaml(readings_of(deadline, plan)[0].keys))
        yield Finding("unnamed-rule", at if isinstance(deadline, str) else at / "text", {"rule": rule}, "wording")


def check_event_dates(usage: Usage) -> Iterator[Finding]:
    """Yield a finding for each event that lacks the date a term counts from."""
    for placed, key in usage.undated_events.values():
        yield Finding("missing-event-date", placed.at.first_key(), {"event": placed.record.id, "key": key})
