"""What a wording was read as: the rule that plans write, and the record of it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cchc.model.deadlines import (
    All,
    Before,
    By,
    Every,
    InPeriod,
    Ongoing,
    OnRequest,
    Rule,
    SimpleRule,
    Window,
)

Keys = Mapping[str, object]
_EVENT_KEYS = {"within": "after", "at_least": "ahead_of"}
_MODELS: tuple[tuple[str, type[SimpleRule]], ...] = (
    ("every", Every), ("ongoing", Ongoing), ("on_request", OnRequest), ("by", By), ("before", Before), ("from", Window),
    ("to", Window), ("in", InPeriod),
)  # fmt: skip


class Reading(NamedTuple):
    """A rule as `plan-format.md` writes it; `anchor` holds the words that name its event.

    `rule` is the record, None where an event type has to be named first.
    """

    keys: Keys
    rule: Rule | None = None

    @property
    def parts(self) -> tuple[Keys, ...]:
        """The rules that stand under `all`, or the one rule."""
        found: Any = self.keys.get("all", (self.keys,))
        return tuple(found)

    @property
    def is_counted(self) -> bool:
        """Whether a term counts from an event, or back from one."""
        return any("within" in part or "at_least" in part for part in self.parts)

    @property
    def anchor(self) -> str | None:
        """The words that name the first event."""
        return next((str(part["anchor"]) for part in self.parts if part.get("anchor")), None)


def reading_of(parts: list[Keys]) -> Reading:
    """Return the reading of one rule, or of several under `all`; raise ValueError where a rule cannot be."""
    if len(parts) == 1:
        keys = {key: value for key, value in parts[0].items() if key != "label"}
        return Reading(keys, _record(keys))
    records = [_record(part) for part in parts]
    keys = {"all": [dict(part) for part in parts]}
    return Reading(keys, None if None in records else All.model_validate({"all": [_fields(part) for part in parts]}))


def _record(keys: Keys) -> SimpleRule | None:
    model = next((model for key, model in _MODELS if key in keys), None)
    return model.model_validate(_fields(keys)) if model else None


def _fields(keys: Keys) -> dict[str, str]:
    return {key: _as_text(value) for key, value in keys.items() if key != "anchor"}


def _as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_yaml(keys: Keys) -> str:
    """Return a rule on one line, as a plan holds it: `every: month, before_day: 20`; an event type still to name is "…"."""
    parts: Any = keys.get("all")
    if parts:
        return f"all: [{', '.join('{' + as_yaml(part) + '}' for part in parts)}]"
    fields = [f"{key}: {_quoted(key, value)}" for key, value in keys.items() if key != "anchor"]
    fields += [f"{event_key}: …" for key, event_key in _EVENT_KEYS.items() if key in keys]
    return ", ".join(fields)


def _quoted(key: str, value: object) -> str:
    return f'"{value}"' if key in {"at", "label"} else _as_text(value)
