"""What goes on without a due day, and what waits for a request or an event."""

from cchc.wording.anchors import anchor
from cchc.wording.calendar import period, with_years
from cchc.wording.dated import Choices, Part, dated
from cchc.wording.tokens import Cursor, attempt, longest, phrases
from cchc.wording.windows import windows

_ALWAYS = ("thường xuyên", "liên tục", "thường kỳ")
_MANNERS = phrases(
    """
    liên tục, kịp thời, lâu dài, thường xuyên, đồng bộ, hiệu quả, có hiệu quả, quyết liệt, nghiêm túc, đúng quy định,
    theo quy định
    """
)
_WHOLE_YEAR = ("trong cả năm", "cả năm", "trong suốt năm", "suốt năm", "quanh năm", "toàn bộ năm")
_SET_ELSEWHERE = phrases(
    """
    kế hoạch, quy định, tiến độ, chỉ đạo, yêu cầu, hướng dẫn, chương trình, thời gian quy định, thời hạn quy định, lịch,
    đề nghị, phân công, nhu cầu, tình hình thực tế, từng kế hoạch, văn bản, ý kiến chỉ đạo, đề xuất
    """
)
_FEASTS = ("tết", "đại lễ", "lễ", "rằm")


def ongoing(cursor: Cursor) -> Choices | None:
    return longest(cursor, _always, _whole_year, _on_event, _set_elsewhere)


@attempt
def bounds(cursor: Cursor) -> str | None:
    """Return the span of periods that bounds what recurs or goes on, as plans write it."""
    is_bracketed = bool(cursor.take("("))
    cursor.take(",")
    start = cursor.at
    is_said = bool(cursor.sees("trong", "từ", "năm", "giai đoạn")) or is_bracketed
    choices = longest(cursor, dated, windows) if is_said else None
    if choices is None or len(choices) > 1 or len(choices[0]) > 1 or set(choices[0][0]) != {"in"}:
        return None
    if is_bracketed and not cursor.take(")"):
        return None
    return str(choices[0][0]["in"]) if cursor.at > start else None


@attempt
def _always(cursor: Cursor) -> Choices | None:
    if not cursor.take(*_ALWAYS):
        return None
    while cursor.sees(*_MANNERS, *(f", {manner}" for manner in _MANNERS)):
        cursor.take(",")
        cursor.take(*_MANNERS)
    cursor.take("hàng ngày")
    if (check := _stressed(cursor)) is not None:
        return check
    span = bounds(cursor)
    return [[{"ongoing": True, **({"in": span} if span else {})}]]


def _stressed(cursor: Cursor) -> Choices | None:
    """Return `thường xuyên hàng năm`; a shorter period may be a look at it or a duty of its own."""
    if cursor.take("hàng năm"):
        return [[{"ongoing": True}]]
    name = cursor.take("hàng tuần", "hàng tháng", "hàng quý")
    unit = {"hàng tuần": "week", "hàng tháng": "month", "hàng quý": "quarter"}.get(name)
    return [[{"ongoing": True, "check": unit}], [{"ongoing": True}, {"every": unit}]] if unit else None


@attempt
def _whole_year(cursor: Cursor) -> Choices | None:
    """Return `cả năm [2025]` as work that goes on through it."""
    if not cursor.take(*_WHOLE_YEAR):
        return None
    cursor.at -= 1
    found = period(cursor)
    named = with_years([found], cursor.year) if found else None
    return [[{"ongoing": True, "in": str(named[0].as_period())}]] if named else None


@attempt
def _on_event(cursor: Cursor) -> Choices | None:
    """Return work that an event calls for: `khi có …`, `sau khi có …`, `đột xuất`."""
    if cursor.take("đột xuất"):
        return _called_for(cursor) or _set_elsewhere(cursor) or [[{"on_request": True}]]
    return _called_for(cursor)


@attempt
def _called_for(cursor: Cursor) -> Choices | None:
    cursor.take(",")
    opening = cursor.take("sau khi", "khi", "sau", "nếu")
    if not opening or (opening == "sau" and cursor.sees(*_FEASTS)):
        return None
    event = anchor(cursor)
    return [[{"on_request": True, "anchor": event}]] if event else None


@attempt
def _set_elsewhere(cursor: Cursor) -> Choices | None:
    """Return what another document or someone's word dates: `theo kế hoạch`, `theo chỉ đạo của UBND tỉnh`."""
    if not cursor.take("theo", "tùy theo", "căn cứ", "căn cứ theo") or not cursor.sees(*_SET_ELSEWHERE):
        return None
    part: Part = {"on_request": True}
    return [[part]] if anchor(cursor, may_recur=True) else None
