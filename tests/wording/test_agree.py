"""A wording beside a rule: what contradicts it, and what merely says more or less."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from cchc.model.deadlines import All, Deadline
from cchc.model.plan import Plan
from cchc.wording.agree import disagreement, readings_of, rule_of

PLAN = Plan.model_construct(year=2025)
RULES: TypeAdapter[Any] = TypeAdapter(Deadline)


def rule(**fields: Any) -> Any:
    return RULES.validate_python({key.rstrip("_"): value for key, value in fields.items()})


def several(*rules: dict[str, Any]) -> Any:
    return RULES.validate_python({"all": list(rules)})


AGREE: list[tuple[str, Any]] = [
    ("Trước ngày 30/11", rule(before="2025-11-30")),
    ("Trước ngày 30/11/2025", rule(by="2025-11-29")),
    ("Trước ngày 30/11/2025", rule(before="2025-11-30", at="17:00")),
    ("Trước 17 giờ ngày 30/11/2025", rule(by="2025-11-30", at="17:00")),
    ("Trước 9 giờ ngày 30/11/2025", rule(by="2025-11-30", at="9:00")),
    ("Trong tháng 6/2025", rule(by="2025-06-30")),
    ("Chậm nhất ngày 30/6/2025", rule(in_="2025-06")),
    ("Quý I, II/2025", rule(in_="2025-01..2025-06")),
    ("Quý I, II/2025", rule(from_="2025-01-01", to="2025-06-30")),
    ("Từ 01/3 đến 30/4/2025", rule(to="2025-04-30")),
    ("Từ tháng 3/2025", rule(from_="2025-03-01", to="2025-04-30")),
    ("Đầu quý II", rule(in_="2025-04")),
    ("Đầu quý II", rule(by="2025-04-01")),
    ("Định kỳ hàng tháng", rule(every="month", by_day="25", in_="2025-07..2025-12")),
    ("Trước ngày 20 hàng tháng", rule(every="month", before_day="20")),
    ("Trước ngày 15 tháng cuối quý", rule(every="quarter", before_day="15", of_month="3")),
    ("Chậm nhất ngày 5 của tháng đầu quý sau", rule(every="quarter", by_day="5", next_period="true")),
    ("02 lần/năm", rule(every="half-year")),
    ("6 tháng một lần", rule(every="month", interval="6")),
    ("3 tháng một lần", rule(every="year", times="4")),
    ("Thứ Sáu hàng tuần", rule(every="week", weekday="friday", at="15:00")),
    ("Trước ngày 25/12 hàng năm", rule(before="2025-12-25")),
    ("Tháng 6 hàng năm", rule(in_="2025-06")),
    ("Trước ngày 31/01 năm sau", rule(by="2026-01-30")),
    ("Định kỳ hàng quý", several({"in": "2025-Q1"}, {"in": "2025-Q2"}, {"by": "2025-09-20"}, {"by": "2025-12-20"})),
    ("Không quá 45 ngày kể từ khi Bộ công bố", rule(within="45 days", after="x")),
    ("Không quá 45 ngày kể từ khi Bộ công bố", rule(within="45 days", after="x", counted_from="received")),
    ("24 giờ kể từ khi có sự cố", rule(within="1 day", after="x")),
    ("01 tuần kể từ ngày ký", rule(within="7 days", after="x")),
    ("6-8 ngày làm việc", rule(within="8 working days", after="x")),
    ("16 giờ làm việc kể từ khi ký", rule(within="2 working days", after="x")),
    ("Trong ngày nhận được hồ sơ", rule(within="immediately", after="x", counted_from="received")),
    ("Ít nhất 3 ngày trước khi họp", rule(at_least="3 days", ahead_of="x")),
    ("Thường xuyên", rule(ongoing="true", check="month", in_="2025")),
    ("Thường xuyên trong năm 2025", rule(ongoing="true")),
    ("Thường xuyên trong năm 2025", rule(ongoing="true", in_="2025-Q1..2025-Q4")),
    ("Thường xuyên; báo cáo trước ngày 10/12", rule(before="2025-12-10")),
    ("Thường xuyên; báo cáo trước ngày 10/12", several({"ongoing": "true"}, {"before": "2025-12-10"})),
    ("Theo kế hoạch", rule(by="2025-12-20")),
    ("Sau khi có hướng dẫn", rule(within="10 days", after="x")),
    ("Ngay sau khi có hướng dẫn", rule(on_request="true", when="x")),
    ("Khi có yêu cầu", rule(on_request="true")),
    # not read: what it names holds one of the rule's, or nothing of its kind
    ("Tuần đầu tháng 6, xong trước ngày 07/6/2025 nhé", rule(by="2025-06-07")),
    ("Tuần đầu tháng 6, xong trước ngày 07/6/2025 nhé", rule(by="2025-06-06")),
    ("Dịp Quốc khánh", rule(by="2025-09-02")),
    ("Dịp Quốc khánh 02/9/2025", rule(within="5 days", after="x")),
    ("Theo tinh thần Kế hoạch số 12/KH-UBND ngày 15/3/2025 đã nêu", rule(by="2025-06-07")),
    ("Ước chừng 5 ngày", rule(ongoing="true")),
    ("Ước chừng 5 ngày", rule(within="immediately", after="x")),
    ("Ước chừng 5 ngày", rule(within="5 days", after="x")),
    ("Ước chừng ngày 20", rule(every="month", by_day="20")),
    ("Ước chừng ngày 20", rule(by="2025-06-07")),
    ("Ước chừng ngày 31/02", rule(by="2025-02-28")),
]


@pytest.mark.parametrize(("text", "ruled"), AGREE)
def test_what_says_the_same_or_merely_more_is_no_disagreement(text: str, ruled: Any) -> None:
    assert disagreement(ruled, text, PLAN) is None


DISAGREE: list[tuple[str, Any, tuple[str, str]]] = [
    ("Trước ngày 30/11/2025", rule(before="2025-11-20"), ("Trước ngày 30/11/2025", "20/11/2025")),
    ("Trước ngày 30/11/2025", rule(by="2025-11-30"), ("Trước ngày 30/11/2025", "Chậm nhất ngày 30/11/2025")),
    ("Trước 17 giờ ngày 30/11/2025", rule(by="2025-11-30", at="16:00"), ("Trước 17 giờ ngày 30/11/2025", "Chậm nhất 16:00 ngày 30/11/2025")),
    ("Trong tháng 6", rule(by="2025-06-25"), ("Trong tháng 6", "Chậm nhất ngày 25/06/2025")),
    ("Quý I/2025", rule(in_="2025-Q2"), ("Quý I/2025", "Quý II/2025")),
    ("Từ 01/3 đến 30/4/2025", rule(from_="2025-03-02", to="2025-04-30"), ("Từ 01/3 đến 30/4/2025", "Từ ngày 02/03/2025 đến hết ngày 30/04/2025")),
    ("Từ tháng 3/2025", rule(to="2025-03-31"), ("Từ tháng 3/2025", "Từ nay đến hết ngày 31/03/2025")),
    ("Thường xuyên", rule(by="2025-06-30"), ("Thường xuyên", "Chậm nhất ngày 30/06/2025")),
    ("Thường xuyên trong năm 2025", rule(by="2025-12-31"), ("Thường xuyên trong năm 2025", "Chậm nhất ngày 31/12/2025")),
    ("Trước ngày 30/6", rule(ongoing="true"), ("Trước ngày 30/6", "Thường xuyên")),
    ("Trước ngày 30/6", rule(on_request="true"), ("Trước ngày 30/6", "Theo yêu cầu")),
    ("Thường xuyên trong năm 2025", rule(ongoing="true", in_="2026"), ("Thường xuyên trong năm 2025", "Thường xuyên trong năm 2026")),
    ("Định kỳ hàng tháng", rule(every="quarter"), ("Định kỳ hàng tháng", "Định kỳ hàng quý")),
    ("Định kỳ hàng tháng", rule(in_="2025-06"), ("Định kỳ hàng tháng", "Tháng 6/2025")),
    ("Trước ngày 20 hàng tháng", rule(every="month", before_day="25"), ("Trước ngày 20 hàng tháng", "ngày 25")),
    ("Ngày 20 hàng tháng", rule(every="month", before_day="20"), ("Ngày 20 hàng tháng", "Trước ngày 20 hàng tháng")),
    ("Trước ngày 15/6 hàng năm", rule(every="year", before_day="15"), ("Trước ngày 15/6 hàng năm", "Trước ngày 15/12 hàng năm")),
    ("Ngày 5 tháng sau", rule(every="month", by_day="5"), ("Ngày 5 tháng sau", "Chậm nhất ngày 05 hàng tháng")),
    ("Thứ Sáu hàng tuần", rule(every="week", weekday="monday"), ("Thứ Sáu hàng tuần", "Thứ Hai hàng tuần")),
    ("Trước 16h hằng ngày", rule(every="day", at="15:00"), ("Trước 16h hằng ngày", "Trước 15:00 hàng ngày")),
    ("Hàng tháng trong năm 2025", rule(every="month", in_="2025-Q1"), ("Hàng tháng trong năm 2025", "Định kỳ hàng tháng (Quý I/2025)")),
    ("02 lần/năm", rule(every="year", times="3"), ("02 lần/năm", "03 lần/năm")),
    ("Không quá 45 ngày kể từ khi Bộ công bố", rule(within="40 days", after="x"), ("Không quá 45 ngày kể từ khi Bộ công bố", "40 ngày")),
    ("Không quá 45 ngày làm việc kể từ khi Bộ công bố", rule(within="45 days", after="x"), ("Không quá 45 ngày làm việc kể từ khi Bộ công bố", "45 ngày")),
    ("05 ngày kể từ ngày nhận được hồ sơ", rule(within="5 days", after="x"), ("05 ngày kể từ ngày nhận được hồ sơ", "Không quá 05 ngày kể từ khi x")),
    ("15 ngày và 08 ngày làm việc", rule(within="15 days", after="x"), ("15 ngày và 08 ngày làm việc", "Không quá 15 ngày kể từ khi x")),
    ("Ít nhất 3 ngày trước khi họp", rule(at_least="5 days", ahead_of="x"), ("Ít nhất 3 ngày trước khi họp", "05 ngày")),
    ("Ít nhất 3 ngày trước khi họp", rule(within="3 days", after="x"), ("Ít nhất 3 ngày trước khi họp", "Không quá 03 ngày kể từ khi x")),
    ("Ngay sau khi có hướng dẫn", rule(within="5 days", after="x"), ("Ngay sau khi có hướng dẫn", "Không quá 05 ngày kể từ khi x")),
    ("Trước 15/6 và trước 15/12/2025", several({"before": "2025-06-15"}, {"before": "2025-12-20"}), ("Trước 15/6 và trước 15/12/2025", "Trước ngày 15/06/2025; trước ngày 20/12/2025")),
    ("Thường xuyên; trước ngày 10/12", several({"ongoing": "true"}, {"every": "month"}), ("Thường xuyên; trước ngày 10/12", "Thường xuyên; định kỳ hàng tháng")),
    ("Định kỳ hàng quý", several({"ongoing": "true"}, {"in": "2025-Q1"}), ("Định kỳ hàng quý", "Thường xuyên; quý I/2025")),
    # not read, and yet it names another day or count
    ("Tuần đầu tháng 6, xong trước ngày 07/6/2025 nhé", rule(by="2025-06-20"), ("07/06/2025", "20/06/2025")),
    ("Ước chừng 5 ngày", rule(within="6 days", after="x"), ("05 ngày", "06 ngày")),
    ("Ước chừng 5 ngày", rule(at_least="6 days", ahead_of="x"), ("05 ngày", "06 ngày")),
    ("Ước chừng ngày 20 hoặc ngày 20", rule(every="month", by_day="25"), ("ngày 20", "ngày 25")),
    ("Tầm 01/3 đến tầm 30/4", rule(from_="2025-03-02", to="2025-04-29"), ("01/03/2025; 30/04/2025", "29/04/2025")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ruled", "shown"), DISAGREE)
def test_a_disagreement_names_what_each_side_says(text: str, ruled: Any, shown: tuple[str, str]) -> None:
    assert disagreement(ruled, text, PLAN) == shown


def test_without_a_year_of_the_plan_a_yearly_day_is_no_date() -> None:
    timeless = Plan.model_construct(year=None)
    assert disagreement(rule(before="2025-12-25"), "Trước ngày 25/12 hàng năm", timeless) == (
        "Trước ngày 25/12 hàng năm",
        "Trước ngày 25/12/2025",
    )
    assert disagreement(rule(before="2025-12-25"), "Tầm 20/12", timeless) is None


def test_a_wording_alone_is_its_rule_where_it_has_one_reading() -> None:
    assert rule_of("Trước ngày 30/11/2025", PLAN) == rule(before="2025-11-30")
    assert rule_of(rule(text=["Trước ngày 30/11/2025"]), PLAN) == rule(before="2025-11-30")
    assert rule_of("Đầu quý II", PLAN) is None
    assert rule_of("05 ngày kể từ ngày ký", PLAN) is None
    assert rule_of(rule(by="2025-06-30"), PLAN) == rule(by="2025-06-30")
    assert len(readings_of("Đầu quý II", PLAN)) == 2


def test_a_wording_under_all_is_read_and_keeps_its_name() -> None:
    found = rule_of(several({"text": "Trước ngày 30/11/2025", "id": "dot-1"}, {"ongoing": "true"}), PLAN)
    assert isinstance(found, All)
    assert found.all[0] == rule(before="2025-11-30", text="Trước ngày 30/11/2025", id="dot-1")
    unread = several({"text": "khi nào xong", "id": "a"}, {"text": "Thường xuyên; hằng quý"}, {"ongoing": "true"})
    assert rule_of(unread, PLAN) == unread


def test_words_alone_under_all_contradict_nothing() -> None:
    assert disagreement(several({"text": "khi nào xong"}, {"by": "2025-06-30"}), "Chậm nhất ngày 30/6/2025", PLAN) is None
