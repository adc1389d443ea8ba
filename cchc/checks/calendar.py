"""The workspace's own days off: each day listed once."""

from collections.abc import Iterator
from datetime import date

from cchc.diagnostics import Finding
from cchc.model.registry import Registry


def check(registry: Registry) -> Iterator[Finding]:
    seen: set[date] = set()
    for placed in registry.calendar_days:
        if placed.record.date in seen:
            yield Finding("duplicate-record", placed.at, {"day": placed.record.date}, "day")
        seen.add(placed.record.date)
