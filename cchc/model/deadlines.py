"""The language of deadlines: a wording alone, or one rule of the table "A deadline" with its wording."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from cchc.model.periods import PeriodUnit, Span
from cchc.model.record import Record
from cchc.model.scalars import (
    Date,
    FilledProse,
    Flag,
    Hour,
    Id,
    Line,
    OnlyTrue,
    Parsed,
    fault,
    number_parser,
    one_or_more,
    whole_number,
)
from cchc.model.terms import Term, TermText
from cchc.model.units import UnitEntries

Roll = Literal["forward", "backward", "none"]
CountedFrom = Literal["issued", "received", "effective"]
EventTypes = Annotated[tuple[str, ...], BeforeValidator(one_or_more), Field(min_length=1)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Month = Annotated[int, whole_number(1, 12)]
Count = Annotated[int, whole_number(1, 1000)]


def _parse_day_of_month(value: Any) -> int | None:
    """Return the day of the month; None stands for `last`."""
    if value == "last":
        return None
    return number_parser(1, 31)(value)


def _parse_day_before(value: Any) -> int:
    """Return the day of the month that is excluded; `last` is the 31st: a day that the month lacks is its last."""
    return _parse_day_of_month(value) or 31


DayOfMonth = Annotated[int | None, Parsed(_parse_day_of_month, "day-of-month")]


class RuleRecord(Record):
    """What every rule may carry; `id`, `label` and `lead` tell the rules under `all` apart."""

    text: FilledProse | None = None
    roll: Roll | None = None
    note: str | None = None
    id: Id | None = None
    label: Line | None = None
    lead: UnitEntries | None = None


class By(RuleRecord):
    """A date, included."""

    by: Date
    at: Hour | None = None


class Before(RuleRecord):
    """A date, excluded unless the workspace's convention says otherwise."""

    before: Date
    at: Hour | None = None


class Within(RuleRecord):
    """A term counted from an event (BLDS 2015 Đ147-148)."""

    within: TermText
    after: EventTypes
    counted_from: CountedFrom = "issued"


class AtLeast(RuleRecord):
    """A term counted back from an event."""

    at_least: TermText
    ahead_of: EventTypes
    counted_from: CountedFrom = "issued"


class InPeriod(RuleRecord):
    """Within a period or a span of periods: due on its last day."""

    in_: Annotated[Span, Field(alias="in")]


class Window(RuleRecord):
    """A window of days; either end may stand alone, `until` names the event that ends it."""

    from_: Annotated[Date | None, Field(alias="from")] = None
    to: Date | None = None
    until: EventTypes | None = None

    @model_validator(mode="after")
    def _check_order(self) -> "Window":
        if self.from_ and self.to and self.to < self.from_:
            raise fault("invalid-value", "order", value=self.to.isoformat(), key="to")
        return self


class Every(RuleRecord):
    """Recurring: one occurrence for each period of the plan."""

    every: PeriodUnit
    interval: Count = 1
    by_day: DayOfMonth = None
    before_day: Annotated[int | None, Parsed(_parse_day_before, "day-of-month")] = None
    of_month: Month | None = None
    next_period: Flag = False
    weekday: Weekday | None = None
    at: Hour | None = None
    in_: Annotated[Span | None, Field(alias="in")] = None
    times: Annotated[int | None, whole_number(1, 366)] = None

    @model_validator(mode="after")
    def _check_day(self) -> "Every":
        named = [key for key in ("by_day", "before_day", "weekday") if key in self.model_fields_set]
        if len(named) > 1:
            raise fault("invalid-value", "two-days", key=named[1], other=named[0])
        return self


class Ongoing(RuleRecord):
    """Always, with a look at each period where `check` says so."""

    ongoing: OnlyTrue
    in_: Annotated[Span | None, Field(alias="in")] = None
    check: PeriodUnit | None = None


class OnRequest(RuleRecord):
    """No date of its own; `when` names the event that calls for it."""

    on_request: OnlyTrue = True
    when: EventTypes | None = None


class WordingOnly(RuleRecord):
    """A mapping that only carries a wording: read as a wording alone."""

    text: FilledProse


RULE_KEYS = {
    "within": "<within>",
    "at_least": "<at_least>",
    "every": "<every>",
    "ongoing": "<ongoing>",
    "on_request": "<on_request>",
    "when": "<on_request>",
    "by": "<by>",
    "before": "<before>",
    "from": "<window>",
    "to": "<window>",
    "until": "<window>",
    "in": "<in>",
}
"""The key that makes a mapping a rule, and which: the first that is there decides."""


def _rule_tag(raw: Any) -> str | None:
    if not isinstance(raw, dict):
        return None
    return next((tag for key, tag in RULE_KEYS.items() if key in raw), "<wording>")


def _deadline_tag(raw: Any) -> str | None:
    if isinstance(raw, str):
        return "<text>"
    return "<all>" if isinstance(raw, dict) and "all" in raw else _rule_tag(raw)


_SimpleRule = (
    Annotated[Within, Tag("<within>")]
    | Annotated[AtLeast, Tag("<at_least>")]
    | Annotated[Every, Tag("<every>")]
    | Annotated[Ongoing, Tag("<ongoing>")]
    | Annotated[OnRequest, Tag("<on_request>")]
    | Annotated[By, Tag("<by>")]
    | Annotated[Before, Tag("<before>")]
    | Annotated[Window, Tag("<window>")]
    | Annotated[InPeriod, Tag("<in>")]
    | Annotated[WordingOnly, Tag("<wording>")]
)


class All(RuleRecord):
    """Several rules at once; each may name its own id, label and lead."""

    all: Annotated[tuple[Annotated[_SimpleRule, Discriminator(_rule_tag)], ...], Field(min_length=1, max_length=50)]


SimpleRule = Within | AtLeast | Every | Ongoing | OnRequest | By | Before | Window | InPeriod
Rule = SimpleRule | All
Deadline = Annotated[Annotated[Line, Tag("<text>")] | Annotated[All, Tag("<all>")] | _SimpleRule, Discriminator(_deadline_tag)]


def rule_keys(rule: Rule | WordingOnly) -> dict[str, Any]:
    """Return a rule as a plan writes it: its keys with texts, numbers and lists, defaults left out."""
    if isinstance(rule, All):
        return {"all": [rule_keys(member) for member in rule.all]}
    found = {}
    fields = type(rule).model_fields
    own_first = sorted(fields, key=lambda name: name in RuleRecord.model_fields)
    for name in own_first:
        field = fields[name]
        value = getattr(rule, name)
        if value != field.get_default(call_default_factory=True) and name not in {"text", "lead", "sample", "allow"}:
            found[field.alias or name] = _plain(value)
    return found


def _plain(value: object) -> object:
    if isinstance(value, bool | int):
        return value
    if isinstance(value, tuple) and not isinstance(value, Term):
        return [str(item) for item in value]
    return str(value)
