"""Days off and worked Saturdays, as `calendar.yaml` and the tool's own table list them."""

from typing import Literal

from cchc.model.record import Record
from cchc.model.scalars import Date, Flag, Line, Year


class CalendarDay(Record):
    date: Date
    kind: Literal["holiday", "substitute", "exchanged", "worked"]
    name: Line
    source: str | None = None
    announced_on: Date | None = None
    provisional: Flag = False


class CalendarFile(Record):
    days: tuple[CalendarDay, ...] = ()


class AnnouncedDays(CalendarFile):
    """The tool's own table: every year up to `announced_through` is complete."""

    announced_through: Year
