"""Why a due day is what it is: the steps of a count, each with the article it rests on."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from cchc.model.terms import Step as TermStep

CIVIL_CODE = "BLDS 2015"


class Counted(NamedTuple):
    """A stretch of a term counted out: `start` is not counted, `end` is its last day."""

    start: date
    end: date
    stretch: TermStep


class Reason(NamedTuple):
    """One step; `step` names its words in `cchc.messages`, `article` the law or the convention it follows."""

    step: str
    article: str
    params: Mapping[str, object] = MappingProxyType({})
    counted: Counted | None = None


class DueOn(NamedTuple):
    """The last day allowed, and `act_by`, the last working day not after it."""

    day: date
    act_by: date
    is_provisional: bool
    because: tuple[Reason, ...] = ()


class Waiting(NamedTuple):
    """No due day yet: an event, or the date of one (`missing`), has to come first."""

    missing: str = ""


class NoDueDay(NamedTuple):
    """A duty that has no day of its own; `first_day` is when it begins."""

    first_day: date | None = None


Outcome = DueOn | Waiting | NoDueDay
