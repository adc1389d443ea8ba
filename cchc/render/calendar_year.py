"""A year of the work calendar as JSON data."""

from cchc.views.calendar_year import CalendarYear


def as_json(shown: CalendarYear) -> dict[str, object]:
    """Return the year with its days off and the Saturdays worked, in order of date."""
    return {
        "version": 1,
        "year": shown.year,
        "as_of": shown.as_of.isoformat(),
        "provisional": shown.is_provisional,
        "working_days": shown.working_days,
        "days": [
            {
                "date": special.day.isoformat(),
                "kind": special.kind.value,
                "name": special.name,
                "source": special.source or None,
                "announced_on": special.announced_on.isoformat() if special.announced_on else None,
                "provisional": special.is_provisional,
            }
            for special in shown.special_days
        ],
    }
