"""A reading as the rule that an author pastes into a plan."""

from cchc.wording.read import read
from cchc.wording.reading import as_yaml


def pasted(text: str) -> list[str]:
    return [as_yaml(reading.keys) for reading in read(text, 2025)]


def test_a_rule_stands_on_one_line() -> None:
    assert pasted("Trước ngày 05 tháng sau") == ["every: month, before_day: 5, next_period: true"]
    assert pasted("Trước 17 giờ ngày 20/6") == ['by: 2025-06-20, at: "17:00"']
    assert pasted("Khi có yêu cầu") == ["on_request: true"]


def test_an_event_type_is_left_open() -> None:
    assert pasted("05 ngày kể từ ngày nhận hồ sơ") == ["within: 5 days, counted_from: received, after: …"]
    assert pasted("Ít nhất 3 ngày trước khi họp") == ["at_least: 3 days, ahead_of: …"]


def test_several_rules_stand_under_all() -> None:
    assert pasted("Đợt 1: quý I; đợt 2: quý III") == ['all: [{in: 2025-Q1, label: "Đợt 1"}, {in: 2025-Q3, label: "đợt 2"}]']
