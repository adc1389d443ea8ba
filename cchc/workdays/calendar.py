"""WorkCalendar: which days are worked, and counting in working days, from the lines it is given."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from typing import NamedTuple

Forecast = Callable[[int], Iterable["SpecialDay"]]

FIRST_LISTED_YEAR = 2020  # of vietnam.yaml: earlier years are forecast, as those not announced yet are
_WORKING_WEEKDAYS = 5  # Monday to Friday: civil servants rest on Saturday and Sunday


class DayKind(StrEnum):
    """Why a day is not what its weekday says."""

    HOLIDAY = "holiday"
    SUBSTITUTE = "substitute"
    EXCHANGED = "exchanged"
    WORKED = "worked"


class SpecialDay(NamedTuple):
    """One line of a calendar; without `announced_on` it was always known, as the Labour Code's days are."""

    day: date
    kind: DayKind
    name: str
    source: str = ""
    announced_on: date | None = None
    is_provisional: bool = False

    def was_known_on(self, day: date) -> bool:
        """Say whether the line had been announced by the end of `day`."""
        return self.announced_on is None or self.announced_on <= day


def no_days(_year: int) -> Iterable[SpecialDay]:
    """Forecast nothing: unannounced years then have weekends only, and the lines given for them."""
    return ()


class WorkCalendar:
    """Days off and days worked, with counting by tables of one year, each built when it is first asked for.

    Of two lines with the same date the later wins, so a workspace's lines go after the country's. Years after
    `announced_through` or before `listed_from` are provisional: `forecast(year)`, asked once, fills the dates
    that have no line. Every year of `date` answers; a count that leaves years 1 to 9999 raises ValueError.
    """

    def __init__(
        self,
        special_days: Iterable[SpecialDay],
        announced_through: int,
        forecast: Forecast = no_days,
        *,
        listed_from: int = FIRST_LISTED_YEAR,
    ) -> None:
        self.announced_through = announced_through
        self.listed_from = listed_from
        self._forecast = forecast
        self._lines = tuple(special_days)
        self._listed: dict[int, dict[date, SpecialDay]] = {}
        for line in self._lines:
            self._listed.setdefault(line.day.year, {})[line.day] = line
        self._special_days: dict[int, dict[date, SpecialDay]] = {}
        self._working_ordinals: dict[int, tuple[int, ...]] = {}

    def is_working_day(self, day: date) -> bool:
        """Say whether offices work on `day`: a weekday not off, or a Saturday worked in exchange."""
        special = self.special_day(day)
        return day.weekday() < _WORKING_WEEKDAYS if special is None else special.kind is DayKind.WORKED

    def special_day(self, day: date) -> SpecialDay | None:
        """Return the line of `day`, listed or forecast; None for a day like any other of its weekday."""
        return self._special_days_of(day.year).get(day)

    def next_working_day(self, day: date) -> date:
        """Return the first working day on or after `day` (Bộ luật Dân sự 2015, Đ148.5)."""
        return self._working_day_at(day.year, self._count_before(day))

    def last_working_day(self, day: date) -> date:
        """Return the last working day on or before `day`."""
        return self._working_day_at(day.year, self._count_through(day) - 1)

    def add_working_days(self, day: date, count: int) -> date:
        """Return the `count`-th working day after `day`, not counted itself (Đ147.2); 0 gives `day` back."""
        _refuse_negative(count)
        return self._working_day_at(day.year, self._count_through(day) + count - 1) if count else day

    def subtract_working_days(self, day: date, count: int) -> date:
        """Return the `count`-th working day before `day`, not counted itself; 0 gives `day` back."""
        _refuse_negative(count)
        return self._working_day_at(day.year, self._count_before(day) - count) if count else day

    def working_days_between(self, first_day: date, last_day: date) -> int:
        """Count the working days from `first_day` to `last_day`, both included; 0 if reversed."""
        if last_day < first_day:
            return 0
        whole_years = sum(len(self._ordinals_of(year)) for year in range(first_day.year, last_day.year))
        return whole_years + self._count_through(last_day) - self._count_before(first_day)

    def days_off_between(self, first_day: date, last_day: date) -> list[SpecialDay]:
        """Return the special days of a span, both ends included, in order of date, to explain a count.

        Saturdays worked in exchange are among them, with kind `worked`: a count by hand needs them too.
        """
        years = range(first_day.year, last_day.year + 1)
        found = [special for year in years for special in self._special_days_of(year).values()]
        return sorted((s for s in found if first_day <= s.day <= last_day), key=lambda s: s.day)

    def is_provisional(self, first_day: date, last_day: date) -> bool:
        """Say whether the span touches a year that is not announced in full, on whatever day of it."""
        return first_day.year < self.listed_from or last_day.year > self.announced_through

    def known_on(self, day: date) -> "WorkCalendar":
        """Return the calendar as it was known at the end of `day`, for answers that can be given again.

        Lines announced later are left out, of the forecast too; a line that one of them replaced comes back.
        A year whose Tết (its first holiday resting on an announcement) was not announced yet is provisional
        again, with all years after it, and the forecast fills it. An exchange decided later leaves its year
        announced: offices then took the year for settled, and the two days for what their weekdays say.
        """
        return WorkCalendar(
            (line for line in self._lines if line.was_known_on(day)),
            self._announced_through_on(day),
            lambda year: [special for special in self._forecast(year) if special.was_known_on(day)],
            listed_from=self.listed_from,
        )

    def _announced_through_on(self, day: date) -> int:
        first_announced: dict[int, SpecialDay] = {}
        for line in sorted(self._lines, key=lambda line: line.day):
            if line.kind is DayKind.HOLIDAY and line.announced_on is not None:
                first_announced.setdefault(line.day.year, line)
        unknown_years = [year for year, line in first_announced.items() if not line.was_known_on(day)]
        return min(self.announced_through, min(unknown_years, default=MAXYEAR) - 1)

    def _special_days_of(self, year: int) -> dict[date, SpecialDay]:
        days = self._special_days.get(year)
        if days is None:
            days = self._special_days[year] = self._complete(year)
        return days

    def _complete(self, year: int) -> dict[date, SpecialDay]:
        listed = self._listed.get(year, {})
        if self.listed_from <= year <= self.announced_through:
            return listed
        return {special.day: special for special in self._forecast(year)} | listed

    def _ordinals_of(self, year: int) -> tuple[int, ...]:
        """Return the ordinals of the year's working days, in order."""
        ordinals = self._working_ordinals.get(year)
        if ordinals is None:
            ordinals = self._working_ordinals[year] = self._list_working_ordinals(year)
        return ordinals

    def _list_working_ordinals(self, year: int) -> tuple[int, ...]:
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"a count of working days leaves the years {MINYEAR} to {MAXYEAR}")
        days = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
        is_worked = {s.day.toordinal(): s.kind is DayKind.WORKED for s in self._special_days_of(year).values()}
        return tuple(n for n in days if is_worked.get(n, (n - 1) % 7 < _WORKING_WEEKDAYS))  # day 1 was a Monday

    def _count_before(self, day: date) -> int:
        """Count the working days of the year of `day` before it."""
        return bisect_left(self._ordinals_of(day.year), day.toordinal())

    def _count_through(self, day: date) -> int:
        """Count the working days of the year of `day` up to it, itself included."""
        return bisect_right(self._ordinals_of(day.year), day.toordinal())

    def _working_day_at(self, year: int, index: int) -> date:
        """Return the working day at `index` of the year's table, running on into the years beside it."""
        while index < 0:
            year -= 1
            index += len(self._ordinals_of(year))
        while index >= len(self._ordinals_of(year)):
            index -= len(self._ordinals_of(year))
            year += 1
        return date.fromordinal(self._ordinals_of(year)[index])


def _refuse_negative(count: int) -> None:
    if count < 0:
        raise ValueError(f"working days are counted from 0 up, not {count}")
