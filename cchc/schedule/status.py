"""Where an occurrence stands on a day."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cchc.model.progress import Completion, Extension, Waiver
from cchc.schedule.counting import Counting
from cchc.schedule.occurrences import Occurrence
from cchc.schedule.reasons import DueOn, NoDueDay, Waiting


class Status(StrEnum):
    OVERDUE = "overdue"
    DUE = "due"
    OPEN = "open"
    DONE = "done"
    DONE_LATE = "done_late"
    WAIVED = "waived"
    WAITING = "waiting"
    ONGOING = "ongoing"


DueOnly = tuple[date, date, bool] | Waiting | NoDueDay
CLOSED = frozenset({Status.DONE, Status.DONE_LATE, Status.WAIVED})


class Window(NamedTuple):
    """The days that a list looks at, both ends included."""

    first_day: date
    last_day: date

    def meets(self, first_day: date, last_day: date) -> bool:
        return first_day <= self.last_day and last_day >= self.first_day


class Record(NamedTuple):
    """What was recorded about one occurrence by a day: later records do not count."""

    completion: Completion | None = None
    extensions: tuple[Extension, ...] = ()
    waiver: Waiver | None = None

    @property
    def is_sample(self) -> bool:
        records = (self.completion, self.waiver, *self.extensions)
        return any(record is not None and record.sample for record in records)

    @property
    def extended_to(self) -> date | None:
        """The last extension approved, whatever day it names."""
        last = max(self.extensions, key=lambda extension: extension.approved_on, default=None)
        return last.extended_to if last else None


NOTHING_RECORDED = Record()


class Standing(NamedTuple):
    """An occurrence on a day. `counts_on` is the day that counts: the last extension's, else the due day."""

    status: Status
    due_on: date | None = None
    counts_on: date | None = None
    act_by: date | None = None
    extended_to: date | None = None
    is_provisional: bool = False


def standing(occurrence: Occurrence, record: Record, today: date, window: Window, counting: Counting) -> Standing:
    """Return where an occurrence stands; a term ends at 24:00 of its last day (BLDS 2015 Đ148.6)."""
    outcome = occurrence.outcome
    if not isinstance(outcome, DueOn):
        return Standing(_status_without_day(outcome, record, today))
    extended_to = record.extended_to
    extended = counting.due_on(extended_to, "none", outcome.day) if extended_to else outcome
    status = _status(extended, record, today, window)
    is_provisional = outcome.is_provisional or extended.is_provisional
    return Standing(status, outcome.day, extended.day, extended.act_by, extended_to, is_provisional)


class Unrecorded:
    """Where occurrences stand of which nothing was recorded: for one due day there is one answer, worked out once."""

    def __init__(self, today: date, window: Window, counting: Counting) -> None:
        self._today, self._window, self._counting = today, window, counting
        known: dict[DueOnly, Standing] = counting.remembered.setdefault((today, window), {})
        self._known = known

    def standing(self, occurrence: Occurrence) -> Standing:
        outcome = occurrence.outcome
        key: DueOnly = outcome[:3] if isinstance(outcome, DueOn) else outcome
        found = self._known.get(key)
        if found is None:
            found = standing(occurrence, NOTHING_RECORDED, self._today, self._window, self._counting)
            self._known[key] = found
        return found


def _status(due: DueOn, record: Record, today: date, window: Window) -> Status:
    if record.completion is not None:
        return Status.DONE if record.completion.completed_on <= due.day else Status.DONE_LATE
    if record.waiver is not None:
        return Status.WAIVED
    if today > due.day:
        return Status.OVERDUE
    return Status.DUE if window.meets(due.act_by, due.day) else Status.OPEN


def _status_without_day(outcome: Waiting | NoDueDay, record: Record, today: date) -> Status:
    if record.completion is not None:
        return Status.DONE
    if record.waiver is not None:
        return Status.WAIVED
    has_begun = isinstance(outcome, NoDueDay) and (outcome.first_day is None or outcome.first_day <= today)
    return Status.ONGOING if has_begun else Status.WAITING


def first(records: Sequence[Completion]) -> Completion | None:
    """Return the earliest completion: where two units lead, one closes the occurrence for both."""
    return min(records, key=lambda record: record.completed_on, default=None)
