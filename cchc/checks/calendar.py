"""The workspace's own days: each listed once, and none both off and worked."""

from collections.abc import Iterator
from datetime import date

from cchc.diagnostics import Finding
from cchc.model.registry import Registry


def check(registry: Registry) -> Iterator[Finding]:
    seen: dict[date, bool] = {}
    for placed in registry.calendar_days:
        day, is_worked = placed.record.date, placed.record.kind == "worked"
        if day not in seen:
            seen[day] = is_worked
        elif seen[day] != is_worked:
            yield Finding("calendar-conflict", placed.at, {"day": day}, "" if is_worked else "off")
        else:
            yield Finding("duplicate-record", placed.at, {"day": day}, "day")
