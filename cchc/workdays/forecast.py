"""Forecast the days off of a year that no document announces, from the `holidays` package and the law."""

from datetime import date

from cchc.workdays.calendar import DayKind, SpecialDay

_LABOUR_CODE = "Bộ luật Lao động 45/2019/QH14, Điều 112"
_FIXED_DAYS = {
    (1, 1): "Tết Dương lịch",
    (4, 30): "Ngày Chiến thắng",
    (5, 1): "Ngày Quốc tế Lao động",
    (9, 2): "Quốc khánh",
}
_CULTURE_DAY = "Ngày Văn hóa Việt Nam"
_CULTURE_DAY_LAW = "Nghị quyết 28/2026/QH16, Điều 2"
_CULTURE_DAY_ANNOUNCED_ON = date(2026, 4, 24)
_CULTURE_DAY_FIRST_YEAR = 2026
_SUBSTITUTE_LABEL = "(nghỉ bù)"
_EXCHANGED_LABEL = "(thay cho ngày"


def forecast(year: int) -> list[SpecialDay]:
    """Return the provisional days off of `year`, in order: what the law gives, with no exchange of days.

    An exchange is decided, not derived. Those that the package knows of the past are left out, so that an
    answer as of an earlier day never shows a decision taken later. Where the package ends (before 1901, after
    2100) the days of fixed date are left.
    """
    import holidays
    from holidays.version import __version__

    package_days = dict(holidays.country_holidays("VN", years=year, language="vi"))
    source = f"holidays {__version__}" if package_days else _LABOUR_CODE
    names = {day: name for day, name in package_days.items() if day.year == year and _EXCHANGED_LABEL not in name}
    names = names or {date(year, *month_day): name for month_day, name in _FIXED_DAYS.items()}
    if year >= _CULTURE_DAY_FIRST_YEAR:
        names.setdefault(date(year, 11, 24), _CULTURE_DAY)
    return [_special_day(day, name, source) for day, name in sorted(names.items())]


def _special_day(day: date, name: str, source: str) -> SpecialDay:
    kind = DayKind.SUBSTITUTE if _SUBSTITUTE_LABEL in name else DayKind.HOLIDAY
    if name.startswith(_CULTURE_DAY):  # its substitute too: neither was known before the resolution
        return SpecialDay(day, kind, name, _CULTURE_DAY_LAW, _CULTURE_DAY_ANNOUNCED_ON, is_provisional=True)
    return SpecialDay(day, kind, name, source, is_provisional=True)
