"""How wordings are read: the project's own table, and that reading takes time in proportion to the text."""

import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc.model.deadlines import All, Before, Every, InPeriod, Ongoing
from cchc.wording.read import MAX_LENGTH, read

TABLE: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text(encoding="utf-8"))


def expected(entry: dict[str, Any]) -> list[Any]:
    if "none" in entry:
        return []
    return entry["rules"] if "rules" in entry else [entry["rule"]]


def rules(text: str, year: int | None = 2025) -> list[dict[str, Any]]:
    return [dict(reading.keys) for reading in read(text, year)]


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry["text"])
def test_a_wording_has_the_readings_of_the_table(entry: dict[str, Any]) -> None:
    assert rules(entry["text"], entry.get("year", 2025)) == expected(entry)


def test_the_table_is_long_and_says_each_thing_once() -> None:
    assert len(TABLE) >= 120
    seen = {(entry["text"], entry.get("year", 2025)) for entry in TABLE}
    assert len(seen) == len(TABLE)
    assert sum("none" in entry for entry in TABLE) >= 40


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry["text"])
def test_spelling_in_capitals_or_taken_apart_changes_no_rule(entry: dict[str, Any]) -> None:
    year = entry.get("year", 2025)
    assert rules(unicodedata.normalize("NFD", entry["text"]), year) == expected(entry)
    loud = [reading.rule for reading in read(entry["text"].upper(), year)]
    assert [_unlabelled(rule) for rule in loud] == [_unlabelled(reading.rule) for reading in read(entry["text"], year)]


def _unlabelled(rule: Any) -> Any:
    return (
        rule.model_copy(update={"all": tuple(member.model_copy(update={"label": None}) for member in rule.all)})
        if isinstance(rule, All)
        else rule
    )


def test_a_reading_carries_the_record_where_no_event_is_needed() -> None:
    (reading,) = read("Trước ngày 20 hằng tháng", 2025)
    assert reading.rule == Every.model_validate({"every": "month", "before_day": "20"})
    (reading,) = read("Thường xuyên; tổng kết trước ngày 05/12; cả năm", 2025)
    assert isinstance(reading.rule, All)
    assert [type(member) for member in reading.rule.all] == [Ongoing, Before, Ongoing]
    (reading,) = read("Quý I/2025", None)
    assert reading.rule == InPeriod.model_validate({"in": "2025-Q1"})


def test_a_counted_reading_has_no_record_and_names_its_event() -> None:
    (reading,) = read("Thường xuyên; 05 ngày kể từ ngày ký", 2025)
    assert reading.rule is None
    assert reading.is_counted
    assert reading.anchor == "ký"
    assert not read("Thường xuyên", 2025)[0].is_counted
    assert read("Thường xuyên", 2025)[0].anchor is None


def test_an_anchor_stands_as_it_is_written() -> None:
    (reading,) = read("KHÔNG QUÁ 05 NGÀY  kể từ ngày  Sở Nội vụ\ntrình UBND tỉnh.", 2025)
    assert reading.anchor == "Sở Nội vụ trình UBND tỉnh"


def test_more_than_fifty_rules_are_not_a_deadline() -> None:
    assert len(rules("; ".join(["Thường xuyên"] * 50))[0]["all"]) == 50
    assert rules("; ".join(["Thường xuyên"] * 51)) == []


def test_too_many_readings_are_none() -> None:
    assert len(rules("; ".join(["Đầu quý II"] * 3))) == 8
    assert rules("; ".join(["Đầu quý II"] * 4)) == []


def test_a_text_beyond_the_limit_is_not_looked_at() -> None:
    text = "Thường xuyên" + "." * (MAX_LENGTH - len("Thường xuyên"))
    assert rules(text) == [{"ongoing": True}]
    assert rules(text + ".") == []


HOSTILE = (
    "ngày ", "1", "1,", "1/", "15/6/2025; ", "15/6, ", "tháng 1, ", "quý I, ", "năm ", "một trăm ", "và ", "hoặc ", "( ", ") ", ": ",
    "khi ", "kể từ ", "từ ngày 1 đến ", "5 ngày và ", "5 ngày kể từ khi a; ", "hàng tháng, ", "định kỳ quý, ", "thường xuyên, ",
    "báo cáo x, ", "báo cáo x ", "a: ", "trước khi x ít nhất ", "trước ", "nếu có ", "số 1/2025/QĐ ngày 1/1/2025 ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def fastest(length: int) -> float:
        text = (piece * length)[:length]
        times = []
        for _ in range(3):
            read.cache_clear()
            start = time.process_time()
            read(text, 2025)
            times.append(time.process_time() - start)
        return min(times)

    assert fastest(MAX_LENGTH) < 4 * fastest(MAX_LENGTH // 2) + 0.02
