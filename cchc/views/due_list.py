"""What `cchc due` shows: one row an item with final strings, whatever the format."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from cchc.messages import Language, screen
from cchc.model.registry import Registry
from cchc.model.units import entries_of, unit_ids
from cchc.schedule.agenda import Item
from cchc.schedule.status import Status, Window
from cchc.views.appendix import deadline_paragraphs
from cchc.views.names import current_names, paragraphs

GROUPS: tuple[tuple[str, frozenset[Status]], ...] = (
    ("overdue", frozenset({Status.OVERDUE})),
    ("window", frozenset({Status.DUE})),
    ("open", frozenset({Status.OPEN})),
    ("ongoing", frozenset({Status.ONGOING})),
    ("waiting", frozenset({Status.WAITING})),
    ("closed", frozenset({Status.DONE, Status.DONE_LATE, Status.WAIVED})),
)
"""The groups that a list is shown in, in order; `due/group/NAME` is the title of each."""


class DueRow(NamedTuple):
    """One item. `lead` and `coordinating` are ids as the plan has them, the names those of units that answer today.

    `counts_on` is the day that counts: `extended_to`, else `due_on`; `days_left` to it is negative for days late. `event`
    is the document, else the subject, of what opened the item, `event_day` the day that its term counts from.
    """

    workspace: str
    plan_id: str
    task_id: str
    part_id: str | None
    number: str
    content: str
    deadline: str | None
    label: str | None
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    lead_names: tuple[str, ...]
    coordinating_names: tuple[str, ...]
    occurrence: str | None
    status: Status
    due_on: date | None
    at: str | None
    act_by: date | None
    counts_on: date | None
    extended_to: date | None
    days_left: int | None
    completed_on: date | None
    event: str | None
    event_day: date | None
    is_provisional: bool
    is_sample: bool


class DueList(NamedTuple):
    """The rows in the order they are listed, and how many there are of each status, as `counts_of` counts."""

    language: Language
    as_of: date
    window: Window
    timezone: str
    rows: tuple[DueRow, ...]
    counts: Mapping[str, int]


def row_of(item: Item, registry: Registry, workspace: str, today: date) -> DueRow:
    stands, duty, occurrence, event = item.standing, item.duty, item.occurrence, item.occurrence.event
    return DueRow(
        workspace=workspace,
        plan_id=item.plan.id,
        task_id=duty.placed.task.id,
        part_id=duty.part_id,
        number=duty.placed.path,
        content="\n".join(paragraphs(duty.content)),
        deadline="\n".join(deadline_paragraphs(duty.deadline, registry)) if duty.deadline is not None else None,
        label=occurrence.label,
        lead=unit_ids(item.lead),
        coordinating=unit_ids(duty.coordinating),
        lead_names=current_names(entries_of(item.lead), registry, today),
        coordinating_names=current_names(entries_of(duty.coordinating), registry, today),
        occurrence=occurrence.name or None,
        status=stands.status,
        due_on=stands.due_on,
        at=occurrence.at,
        act_by=stands.act_by,
        counts_on=stands.counts_on,
        extended_to=stands.extended_to,
        days_left=(stands.counts_on - today).days if stands.counts_on else None,
        completed_on=item.completion.completed_on if item.completion else None,
        event=(event.document or event.subject or event.id) if event else None,
        event_day=(occurrence.counted_on or event.issued_on or event.received_on) if event else None,
        is_provisional=stands.is_provisional,
        is_sample=item.is_sample,
    )


def state_lines(row: DueRow, language: Language) -> tuple[str, ...]:
    """Return what a reader is told about where a row stands: days left or late, the last working day if it is another."""
    match row.status:
        case Status.OVERDUE:
            return (screen(language, "due/state/overdue", days=-(row.days_left or 0)),)
        case Status.DUE | Status.OPEN:
            first = screen(language, f"due/state/{'today' if row.days_left == 0 else 'left'}", days=row.days_left)
            if row.act_by == row.counts_on:
                return (first,)
            return (first, screen(language, "due/state/act-by", day=row.act_by))
        case Status.DONE | Status.DONE_LATE:
            return (screen(language, f"due/state/{row.status.value}", day=row.completed_on),)
        case _:
            return (screen(language, f"due/state/{row.status.value}"),)


def marks(row: DueRow, language: Language) -> tuple[str, ...]:
    """Return the words that warn of a row: invented for illustration, counted over days off not announced yet."""
    flagged = {"sample": row.is_sample, "provisional": row.is_provisional}
    return tuple(screen(language, f"due/{name}") for name, is_so in flagged.items() if is_so)


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
