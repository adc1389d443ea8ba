"""What was done, extended, waived and measured."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from cchc.model.record import Record
from cchc.model.scalars import Date, Decimal, Line, one_or_more

TaskRefs = Annotated[tuple[str, ...], BeforeValidator(one_or_more), Field(min_length=1)]


class Completion(Record):
    """A task, or several that one document closes, done; `part` and `occurrence` where there are any."""

    task: TaskRefs
    part: str | None = None
    occurrence: str | None = None
    completed_on: Date
    evidence: str | None = None


class Extension(Record):
    task: str
    part: str | None = None
    occurrence: str | None = None
    extended_to: Date
    approved_on: Date
    approved_by: str | None = None
    document: Line | None = None


class Waiver(Record):
    """Nothing was owed after all ("không phát sinh")."""

    task: str
    part: str | None = None
    occurrence: str | None = None
    waived_on: Date
    reason: Line
    document: Line | None = None


class Measurement(Record):
    task: str
    part: str | None = None
    target: str
    as_of: Date
    value: Decimal


class ProgressFile(Record):
    completions: tuple[Completion, ...] = ()
    extensions: tuple[Extension, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    measurements: tuple[Measurement, ...] = ()
