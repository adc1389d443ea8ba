"""What `cchc due` shows of each item: the contract's JSON, and the rows of a list for people."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from cchc.model.registry import Registry
from cchc.model.units import entries_of, unit_ids
from cchc.schedule.agenda import Item
from cchc.schedule.status import Status
from cchc.views.appendix import deadline_paragraphs
from cchc.views.names import current_names, one_line
from cchc.views.names import paragraphs as paragraphs_of


class DueRow(NamedTuple):
    """One item with final strings; `days_left` is negative for days late, `event` the document that opened it."""

    status: Status
    plan_id: str
    task_id: str
    number: str
    content: str
    label: str
    lead: tuple[str, ...]
    occurrence: str
    due_on: date | None
    act_by: date | None
    extended_to: date | None
    completed_on: date | None
    days_left: int | None
    at: str
    event: str
    event_day: date | None
    is_provisional: bool
    is_sample: bool


def row_of(item: Item, registry: Registry, today: date) -> DueRow:
    stands, event = item.standing, item.occurrence.event
    return DueRow(
        stands.status,
        item.plan.id,
        item.duty.placed.task.id,
        item.duty.placed.path,
        one_line(item.duty.content),
        item.occurrence.label or "",
        current_names(entries_of(item.lead), registry, today),
        item.occurrence.name,
        stands.counts_on,
        stands.act_by,
        stands.extended_to,
        item.completion.completed_on if item.completion else None,
        days_left(item, today),
        item.occurrence.at or "",
        (event.document or event.subject or event.id) if event else "",
        item.occurrence.counted_on or (event.issued_on or event.received_on if event else None),
        stands.is_provisional,
        item.is_sample,
    )


def days_left(item: Item, today: date) -> int | None:
    return (item.standing.counts_on - today).days if item.standing.counts_on else None


def json_of(item: Item, registry: Registry, workspace: str, today: date) -> Mapping[str, Any]:
    """Return an item as `command-line.md` fixes it."""
    stands, duty, occurrence = item.standing, item.duty, item.occurrence
    deadline = duty.deadline
    return {
        "workspace": workspace,
        "plan": item.plan.id,
        "task": duty.placed.task.id,
        "part": duty.part_id,
        "number": duty.placed.path,
        "content": "\n".join(paragraphs_of(duty.content)),
        "deadline": "\n".join(deadline_paragraphs(deadline, registry)) if deadline is not None else None,
        "label": occurrence.label,
        "lead": list(unit_ids(item.lead)),
        "coordinating": list(unit_ids(duty.coordinating)),
        "occurrence": occurrence.name or None,
        "status": stands.status.value,
        "due_on": _iso(stands.due_on),
        "at": occurrence.at,
        "act_by": _iso(stands.act_by),
        "extended_to": _iso(stands.extended_to),
        "days_left": days_left(item, today),
        "completed_on": _iso(item.completion.completed_on if item.completion else None),
        "provisional": stands.is_provisional,
        "sample": item.is_sample,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def counts_of(listed: Iterable[Item], passing: Iterable[Item]) -> dict[str, int]:
    """Return how many items of each status are listed; waiting and ongoing ones count all that pass, checks not."""
    counts = dict.fromkeys((status.value for status in Status), 0)
    for item in listed:
        if item.standing.status not in {Status.WAITING, Status.ONGOING}:
            counts[item.standing.status.value] += 1
    for item in passing:
        if item.standing.status in {Status.WAITING, Status.ONGOING} and not item.occurrence.is_check:
            counts[item.standing.status.value] += 1
    return counts
