"""A wording to the rules that it can mean. What is not read without doubt is not read."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from cchc.model.deadlines import Before, By, Every, InPeriod, Ongoing, OnRequest, SimpleRule, Window
from cchc.model.scalars import Text

MAX_LENGTH = 2_000
Keys = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule as `plan-format.md` writes it, and `anchor`, the words that name the event of a counted term.

    `rule` is None where an event type has to be named first.
    """

    keys: Keys
    anchor: str | None = None
    rule: SimpleRule | None = None

    @property
    def is_counted(self) -> bool:
        return "within" in self.keys


_MODELS: Mapping[str, type[SimpleRule]] = {
    "by": By,
    "before": Before,
    "every": Every,
    "ongoing": Ongoing,
    "on_request": OnRequest,
    "from": Window,
    "in": InPeriod,
}

_DATE = r"(?:ngày )?(?P<day>[0-9]{1,2})(?: ?/ ?| tháng )(?P<month>[0-9]{1,2})(?:(?: ?/ ?| năm )(?P<year>[0-9]{4}))?"
_SECOND_DATE = _DATE.replace("?P<day>", "?P<to_day>").replace("?P<month>", "?P<to_month>").replace("?P<year>", "?P<to_year>")
_YEAR = r"(?:(?: ?/ ?| ?- ?| năm )(?P<year>[0-9]{4}))?"
_DO = r"(?:hoàn thành )?(?:xong )?"
_UNIT = r"(?P<unit>ngày làm việc|giờ làm việc|ngày|giờ|tuần|tháng|năm)"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_RECURRENCES = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "6 tháng": "half-year",
    "năm": "year",
}
_TERM_UNITS = {
    "ngày": "days",
    "ngày làm việc": "working days",
    "giờ": "hours",
    "giờ làm việc": "working hours",
    "tuần": "weeks",
    "tháng": "months",
    "năm": "years",
}


def _date_text(match: re.Match[str], plan_year: int | None, prefix: str = "") -> str | None:
    year = match[f"{prefix}year"] or match["to_year" if prefix == "" and "to_year" in match.re.groupindex else f"{prefix}year"]
    if year is None and plan_year is None:
        return None
    return f"{int(year or plan_year or 0):04}-{int(match[f'{prefix}month']):02}-{int(match[f'{prefix}day']):02}"


def _single_date(key: str) -> "_Build":
    def build(match: re.Match[str], plan_year: int | None) -> Keys | None:
        text = _date_text(match, plan_year)
        return {key: text} if text else None

    return build


def _window(match: re.Match[str], plan_year: int | None) -> Keys | None:
    first, last = _date_text(match, plan_year), _date_text(match, plan_year, "to_")
    return {"from": first, "to": last} if first and last else None


def _month(match: re.Match[str], plan_year: int | None) -> Keys | None:
    year = match["year"] or plan_year
    return {"in": f"{year}-{int(match['month']):02}"} if year else None


def _quarter(match: re.Match[str], plan_year: int | None) -> Keys | None:
    year = match["year"] or plan_year
    return {"in": f"{year}-Q{_QUARTERS[match['quarter']]}"} if year else None


def _half_year(match: re.Match[str], plan_year: int | None) -> Keys | None:
    year = match["year"] or plan_year
    return {"in": f"{year}-H{1 if match['half'] == 'đầu' else 2}"} if year else None


def _ongoing(match: re.Match[str], _plan_year: int | None) -> Keys:
    return {"ongoing": "true", "in": match["year"]} if match["year"] else {"ongoing": "true"}


def _recurring(match: re.Match[str], _plan_year: int | None) -> Keys:
    return {"every": _RECURRENCES[match["every"]]}


def _counted(match: re.Match[str], _plan_year: int | None) -> Keys:
    count, unit = int(match["count"]), _TERM_UNITS[match["unit"]]
    keys = {"within": f"{count} {unit[:-1] if count == 1 else unit}"}
    return keys | ({"counted_from": "received"} if re.match(r"(?:tiếp )?nhận\b", match["anchor"]) else {})


_Build = Callable[[re.Match[str], int | None], Keys | None]
_FORMS: tuple[tuple[re.Pattern[str], _Build], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"(?:làm )?thường xuyên(?:,? (?:trong )?năm (?P<year>[0-9]{4}))?", _ongoing),
        (r"(?:định kỳ )?(?:hàng|mỗi) (?P<every>ngày|tuần|tháng|quý|6 tháng|năm)", _recurring),
        (r"định kỳ (?P<every>ngày|tuần|tháng|quý|6 tháng|năm)", _recurring),
        (rf"{_DO}trước {_DATE}", _single_date("before")),
        (
            rf"{_DO}(?:(?:chậm nhất|muộn nhất)(?: là)?(?: vào| đến)?(?: hết)? |đến(?: hết)? |trong )?{_DATE}",
            _single_date("by"),
        ),
        (rf"từ {_DATE} (?:đến|-) (?:hết )?{_SECOND_DATE}", _window),
        (rf"{_DO}(?:trong )?tháng (?P<month>0?[1-9]|1[0-2]){_YEAR}", _month),
        (rf"{_DO}(?:trong )?quý (?P<quarter>iv|i{{1,3}}|[1-4]){_YEAR}", _quarter),
        (rf"{_DO}(?:trong )?6 tháng (?P<half>đầu|cuối) năm(?: (?P<year>[0-9]{{4}}))?", _half_year),
        (rf"{_DO}(?:trong )?năm (?P<year>[0-9]{{4}})", lambda match, _: {"in": match["year"]}),
        (
            (
                rf"{_DO}(?:không quá |trong vòng |trong thời hạn |chậm nhất |trong )?(?P<count>[0-9]{{1,4}}) {_UNIT},? "
                r"(?:kể từ (?:khi |ngày )?|tính từ (?:khi |ngày )?|từ (?:khi |ngày )?|sau (?:khi |ngày )?)(?P<anchor>.+)"
            ),
            _counted,
        ),
        (r"(?:khi có|theo) yêu cầu", lambda _match, _year: {"on_request": "true"}),
    )
)


def normalised(text: str) -> str:
    """Return a wording with one spelling for each thing: NFC, lower case, single spaces, no final stop."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip(" .;").lower()
    return plain.replace("hằng", "hàng").replace("quí", "quý").replace("định kì", "định kỳ")


@lru_cache(maxsize=4096)
def read(text: str, plan_year: int | None) -> tuple[Reading, ...]:
    """Return the readings of a wording: none where it is not understood, several where it is ambiguous.

    A date without a year takes the plan's; without a plan's year it is not understood.
    """
    if len(text) > MAX_LENGTH:
        return ()
    readings: list[Reading] = []
    for reading in _readings(unicodedata.normalize("NFC", text), plan_year):
        if reading not in readings:
            readings.append(reading)
    return tuple(readings)


def _readings(text: str, plan_year: int | None) -> Iterator[Reading]:
    wording = normalised(text)
    for pattern, build in _FORMS:
        match = pattern.fullmatch(wording)
        keys = build(match, plan_year) if match else None
        if match is None or keys is None:
            continue
        with suppress(ValueError):  # "31/02/2025" is no reading
            yield Reading(keys, _anchor(match, text), _rule(keys))


def _rule(keys: Keys) -> SimpleRule | None:
    """Return the rule that the keys write down; raise ValueError where a day or period named does not exist."""
    model = next((model for key, model in _MODELS.items() if key in keys), None)
    return model.model_validate(dict(keys)) if model else None


def _anchor(match: re.Match[str], text: str) -> str | None:
    """Return the words that name the event, in the spelling of the text."""
    anchor = match.groupdict().get("anchor")
    if anchor is None:
        return None
    as_written = re.sub(r"\s+", " ", text).strip(" .;")
    return as_written[-len(anchor) :]


def text_of(wording: Text) -> str:
    return wording if isinstance(wording, str) else "\n".join(wording)
