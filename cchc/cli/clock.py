"""Today: the clock is read here and nowhere else."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from cchc.cli.options import day_of
from cchc.errors import UsageError
from cchc.model.scalars import FIRST_YEAR, LAST_YEAR

_VIETNAM = timezone(timedelta(hours=7))


def today(zone_name: str, as_of: str | None) -> date:
    """Return the day that `--as-of` names, else today in the workspace's time zone; raise UsageError.

    `CCHC_NOW`, an instant in ISO 8601, stands in for the clock; without an offset it is UTC.
    """
    if as_of is not None:
        return day_of(as_of, "--as-of")
    # A machine without a table of time zones still knows Vietnam's, which has no summer time.
    zone = zone_named(zone_name) or _VIETNAM
    now = _now()
    if not FIRST_YEAR < now.year < LAST_YEAR:  # `--as-of` has the same bounds, and a year beside them may be needed
        raise UsageError("usage/now", value=now.isoformat())
    return now.astimezone(zone).date()


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of the system's table, or None where it has no such name."""
    with suppress(ValueError, OSError, KeyError):
        return ZoneInfo(name)
    return None


def _now() -> datetime:
    text = os.environ.get("CCHC_NOW")
    if not text:
        return datetime.now(UTC)
    try:
        now = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError("usage/now", value=text) from None
    return now if now.tzinfo else now.replace(tzinfo=UTC)
