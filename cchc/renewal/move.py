"""The move of a plan by whole years: which days it takes with it, and where they come to stand."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.model.plan import Plan

_LAST_MONTH_AFTER = 3


@dataclass(frozen=True, slots=True)
class Move:
    """From the period of a plan, `by` years on; `by` is never 0."""

    first_day: date
    last_day: date
    by: int

    def takes(self, first_day: date, last_day: date) -> bool:
        """Return whether days surely move with the plan: in its years, or in the first quarter that follows its period.

        A report of the year is due in January; what lies further off may be bound to something else.
        """
        following = date(self.last_day.year + 1, _LAST_MONTH_AFTER, 31)
        return self.first_day.year <= first_day.year and last_day <= following

    def day(self, day: date) -> date:
        """Return a day so many years on; 29 February is the 28th where the year lacks it."""
        year = day.year + self.by
        return day.replace(year=year, day=28) if self.cuts(day) else day.replace(year=year)

    def cuts(self, day: date) -> bool:
        """Return whether a day is a 29 February that its new year lacks."""
        return (day.month, day.day) == (2, 29) and not isleap(day.year + self.by)

    def is_whole_period(self, first_year: int, last_year: int) -> bool:
        """Return whether years from one to another are the plan's own."""
        return (first_year, last_year) == (self.first_day.year, self.last_day.year)

    def names(self, year: int) -> bool:
        """Return whether a year is one of the plan's."""
        return self.first_day.year <= year <= self.last_day.year


def length_in_years(plan: Plan) -> int:
    """Return how many years on the next plan of the same length begins."""
    return max(1, (plan.last_day + timedelta(days=1)).year - plan.first_day.year)


def moved_year(text: str, by: int) -> str:
    """Return a year in digits so many years on."""
    return f"{int(text) + by:04}"
