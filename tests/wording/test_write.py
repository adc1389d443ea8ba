"""The wording that is printed for a rule without words of its own."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from cchc.model.deadlines import Deadline
from cchc.wording.write import wording_of

NAMES = {"cong-bo": "Bộ Nội vụ công bố danh mục TTHC", "cong-van": "công văn của UBND tỉnh"}
RULES: TypeAdapter[Any] = TypeAdapter(Deadline)


@pytest.mark.parametrize(
    ("rule", "wording"),
    [
        ({"by": "2025-12-05"}, "Chậm nhất ngày 05/12/2025"),
        ({"by": "2025-12-05", "at": "17:00"}, "Chậm nhất 17:00 ngày 05/12/2025"),
        ({"before": "2025-12-05"}, "Trước ngày 05/12/2025"),
        ({"before": "2025-12-05", "at": "9:30"}, "Trước 9:30 ngày 05/12/2025"),
        ({"in": "2025-06"}, "Tháng 6/2025"),
        ({"in": "2025-Q4"}, "Quý IV/2025"),
        ({"in": "2025-H1"}, "6 tháng đầu năm 2025"),
        ({"in": "2025-H2"}, "6 tháng cuối năm 2025"),
        ({"in": "2025"}, "Năm 2025"),
        ({"in": "2025-Q1..2025-Q2"}, "Quý I/2025 - quý II/2025"),
        ({"in": "2026..2030"}, "Giai đoạn 2026-2030"),
        ({"from": "2025-03-01"}, "Từ ngày 01/03/2025"),
        ({"to": "2025-04-30"}, "Từ nay đến hết ngày 30/04/2025"),
        ({"from": "2025-03-01", "to": "2025-04-30"}, "Từ ngày 01/03/2025 đến hết ngày 30/04/2025"),
        ({"from": "2025-03-01", "until": "cong-bo"}, "Từ ngày 01/03/2025 đến khi Bộ Nội vụ công bố danh mục TTHC"),
        (
            {"to": "2025-04-30", "until": "cong-bo"},
            "Từ nay đến hết ngày 30/04/2025 hoặc đến khi Bộ Nội vụ công bố danh mục TTHC",
        ),
        ({"every": "month"}, "Định kỳ hàng tháng"),
        ({"every": "half-year"}, "Định kỳ hàng 6 tháng"),
        ({"every": "day", "at": "16:00"}, "Trước 16:00 hàng ngày"),
        ({"every": "week", "weekday": "friday"}, "Thứ Sáu hàng tuần"),
        ({"every": "week", "weekday": "sunday", "at": "15:00"}, "Trước 15:00 Chủ nhật hàng tuần"),
        ({"every": "month", "before_day": "20"}, "Trước ngày 20 hàng tháng"),
        ({"every": "month", "by_day": "5", "next_period": "true"}, "Chậm nhất ngày 05 của tháng sau"),
        ({"every": "month", "by_day": "25", "at": "16:00"}, "Trước 16:00 ngày 25 hàng tháng"),
        ({"every": "quarter", "before_day": "15"}, "Trước ngày 15 của tháng cuối quý"),
        ({"every": "quarter", "of_month": "1"}, "Tháng đầu quý"),
        ({"every": "quarter", "by_day": "5", "of_month": "2"}, "Chậm nhất ngày 05 của tháng thứ 2 của quý"),
        ({"every": "quarter", "by_day": "5", "next_period": "true"}, "Chậm nhất ngày 05 của tháng đầu quý sau"),
        ({"every": "half-year", "before_day": "10"}, "Trước ngày 10 của tháng cuối kỳ 6 tháng"),
        ({"every": "year", "of_month": "12"}, "Tháng 12 hàng năm"),
        ({"every": "year", "before_day": "20"}, "Trước ngày 20/12 hàng năm"),
        ({"every": "year", "by_day": "15", "next_period": "true"}, "Chậm nhất ngày 15/01 năm sau"),
        ({"every": "year", "at": "15:00"}, "Trước 15:00 ngày cuối cùng của tháng 12 hàng năm"),
        ({"every": "month", "interval": "2"}, "Định kỳ 02 tháng một lần"),
        ({"every": "half-year", "interval": "2"}, "Định kỳ 12 tháng một lần"),
        ({"every": "year", "times": "2"}, "02 lần/năm"),
        ({"every": "year", "interval": "2", "times": "3"}, "03 lần/02 năm"),
        ({"every": "year", "times": "2", "by_day": "25"}, "02 lần/năm, chậm nhất ngày 25/12 hàng năm"),
        ({"every": "month", "in": "2025-07..2025-12"}, "Định kỳ hàng tháng (Tháng 7/2025 - tháng 12/2025)"),
        ({"within": "45 days", "after": "cong-bo"}, "Không quá 45 ngày kể từ khi Bộ Nội vụ công bố danh mục TTHC"),
        (
            {"within": "6..16 working days", "after": "cong-van", "counted_from": "received"},
            "Không quá 06-16 ngày làm việc kể từ ngày nhận được công văn của UBND tỉnh",
        ),
        (
            {"within": "3.5 days", "after": "cong-bo", "counted_from": "received"},
            "Không quá 3,5 ngày kể từ ngày nhận được văn bản Bộ Nội vụ công bố danh mục TTHC",
        ),
        (
            {"within": "15 days + 8 working days", "after": ["cong-van", "cong-bo"], "counted_from": "effective"},
            "Không quá 15 ngày và 08 ngày làm việc kể từ ngày công văn của UBND tỉnh hoặc Bộ Nội vụ công bố danh mục TTHC có hiệu lực",
        ),
        ({"within": "immediately", "after": "cong-bo"}, "Ngay sau khi Bộ Nội vụ công bố danh mục TTHC"),
        (
            {"within": "0 days", "after": "cong-van", "counted_from": "received"},
            "Ngay trong ngày nhận được công văn của UBND tỉnh",
        ),
        ({"at_least": "3 working days", "ahead_of": "hop-hoi-dong"}, "Ít nhất 03 ngày làm việc trước khi hop-hoi-dong"),
        ({"ongoing": "true"}, "Thường xuyên"),
        ({"ongoing": "true", "in": "2025"}, "Thường xuyên trong năm 2025"),
        ({"on_request": "true"}, "Theo yêu cầu"),
        ({"on_request": "true", "when": "cong-bo"}, "Khi Bộ Nội vụ công bố danh mục TTHC"),
        (
            {"all": [{"ongoing": "true"}, {"before": "2025-12-10"}, {"text": "khi cần"}]},
            "Thường xuyên; trước ngày 10/12/2025; khi cần",
        ),
        ({"text": ["Đợt 1: tháng 6;", "Đợt 2: tháng 12."]}, "Đợt 1: tháng 6; Đợt 2: tháng 12"),
    ],
)
def test_a_rule_is_put_into_words(rule: dict[str, Any], wording: str) -> None:
    assert wording_of(RULES.validate_python(rule), NAMES) == wording
