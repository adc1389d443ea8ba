"""Which years of a text move: those that surely are the plan's; each of the others is told, and why."""

import time
from datetime import date
from pathlib import Path

import pytest
import yaml

from cchc.renewal.found import Doubt
from cchc.renewal.move import Move
from cchc.renewal.texts import MovedText, Words, moved_text, names_year_of

YEAR = Move(date(2025, 1, 1), date(2025, 12, 31), 1)
PERIOD = Move(date(2025, 1, 1), date(2030, 12, 31), 6)
GIVEN = Path(__file__).parents[3] / "shared" / "data" / "deadline-wordings.yaml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025", "NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026"),
        ("có phát sinh hồ sơ trong năm 2025 đạt 100%", "có phát sinh hồ sơ trong năm 2026 đạt 100%"),
        ("được giao trước ngày 30/11/2025 (nếu có)", "được giao trước ngày 30/11/2026 (nếu có)"),
        ("ngày 15 tháng 12 năm 2025", "ngày 15 tháng 12 năm 2026"),
        ("trước 30.6.2025, 15-7-2025", "trước 30.6.2026, 15-7-2026"),
        ("Tháng 6/2025", "Tháng 6/2026"),
        ("tháng Mười hai năm 2025", "tháng Mười hai năm 2026"),
        ("Quý I, II/2025", "Quý I, II/2026"),
        ("Quý IV-2025", "Quý IV-2026"),
        ("tháng 3, 6, 9 và 12/2025", "tháng 3, 6, 9 và 12/2026"),
        ("tháng 11, tháng 01/2026", "tháng 11, tháng 01/2027"),
        ("Quý I, II và cuối năm 2025", "Quý I, II và cuối năm 2026"),
        ("6 tháng đầu năm 2025", "6 tháng đầu năm 2026"),
        ("Từ 01/3 đến 30/4/2025", "Từ 01/3 đến 30/4/2026"),
        ("Từ nay đến hết năm 2025", "Từ nay đến hết năm 2026"),
        ("cuối năm 2025", "cuối năm 2026"),
        ("báo cáo trước ngày 15/01/2026", "báo cáo trước ngày 15/01/2027"),
        ("Quý III/2025\n- báo cáo   năm\u00a02025", "Quý III/2026\n- báo cáo   năm\u00a02026"),
        ("năm học 2025-2026", "năm học 2026-2027"),
        ("năm học 2024 - 2025", "năm học 2025 - 2026"),
        ("từ tháng 10/2025 đến hết tháng 3/2026", "từ tháng 10/2026 đến hết tháng 3/2027"),
        ("17 giờ ngày 20/6/2025", "17 giờ ngày 20/6/2026"),
        ("100% số hóa trước ngày 30/11/2025", "100% số hóa trước ngày 30/11/2026"),
    ],
)
def test_the_year_of_the_plan_moves(before, after):
    found = moved_text(before, YEAR)
    assert (found.text, found.doubtful) == (after, ())


@pytest.mark.parametrize(
    ("text", "doubt", "words"),
    [
        ("theo Quyết định số 2782/QĐ-UBND ngày 25/10/2024 của UBND", "document", "Quyết định số 2782/QĐ-UBND ngày 25/10/2024"),
        ("Nghị định số 61/2025/NĐ-CP", "document", "Nghị định số 61/2025/NĐ-CP"),
        ("(Kế hoạch 45/KH-UBND ngày 03/02/2025)", "document", "Kế hoạch 45/KH-UBND ngày 03/02/2025"),
        ("tại Quyết định số 08/QĐ-UBND ngày 06/01/2025.", "document", "Quyết định số 08/QĐ-UBND ngày 06/01/2025"),
        ("Nghị quyết 18-NQ/TW của Trung ương ngày 25/10/2025", "document", "Nghị quyết 18-NQ/TW của Trung ương ngày 25/10/2025"),
        ("văn bản số 45 ngày 3/2/2025", "document", "văn bản số 45 ngày 3/2/2025"),
        ("theo Quyết định ngày 03/02/2025", "document", "Quyết định ngày 03/02/2025"),
        ("đã ký ngày 03/02/2025", "document", "đã ký ngày 03/02/2025"),
        ("quy định của Luật Đất đai năm 2025", "document", "quy định của Luật Đất đai năm 2025"),
        ("tăng 5% so với năm 2024", "other-year", "so với năm 2024"),
        ("tăng 5% so với năm 2025", "reference", "so với năm 2025"),
        ("phấn đấu đến năm 2025", "reference", "phấn đấu đến năm 2025"),
        ("phấn đấu đến năm 2030", "other-year", "phấn đấu đến năm 2030"),
        ("giai đoạn 2021-2030", "span", "giai đoạn 2021-2030"),
        ("giai đoạn 2021 - 2025", "span", "giai đoạn 2021 - 2025"),
        ("từ năm 2021 đến năm 2025", "span", "từ năm 2021 đến năm 2025"),
        ("các năm 2025, 2026", "span", "các năm 2025, 2026"),
        ("Quý IV/2025 - Quý II/2026", "span", "Quý IV/2025 - Quý II/2026"),
        ("năm học 2030-2031", "span", "năm học 2030-2031"),
        ("Quý I, II/2026", "other-year", "Quý I, II/2026"),
        ("Thứ Sáu, ngày 20/6/2025", "weekday", "Thứ Sáu, ngày 20/6/2025"),
        ("họp ngày 20/6/2025 (thứ Sáu)", "weekday", "họp ngày 20/6/2025"),
        ("Giải quyết 2025 hồ sơ", "bare-number", "Giải quyết 2025"),
        ("kế hoạch snv-2025", "bare-number", "hoạch snv-2025"),
        ("ngày 31/02/2025", "bare-number", "ngày 31/02/2025"),
        ("mục 45/6/2025", "bare-number", "mục 45/6/2025"),
    ],
)
def test_what_is_not_sure_stays_and_is_told(text, doubt, words):
    found = moved_text(text, YEAR)
    assert found.text == text
    assert [(one.doubt, one.words) for one in found.doubtful] == [(doubt, words)]


@pytest.mark.parametrize(
    ("before", "after", "doubtful"),
    [
        (
            "theo Quyết định số 8/QĐ-X ngày 06/01/2025, xong trước ngày 30/11/2025",
            "theo Quyết định số 8/QĐ-X ngày 06/01/2025, xong trước ngày 30/11/2026",
            ["Quyết định số 8/QĐ-X ngày 06/01/2025"],
        ),
        ("(số 1/KH-X ngày 1/2/2025) trong năm 2025", "(số 1/KH-X ngày 1/2/2025) trong năm 2026", ["(số 1/KH-X ngày 1/2/2025"]),
        ("Thông tư 2/2025/TT-X; năm 2025", "Thông tư 2/2025/TT-X; năm 2026", ["Thông tư 2/2025/TT-X"]),
        ("Theo số 1/KH-X. Năm 2025 làm tiếp", "Theo số 1/KH-X. Năm 2026 làm tiếp", []),
        (
            "Kế hoạch 1/KH-X ngày 1/2/2025 về CCHC năm 2025",
            "Kế hoạch 1/KH-X ngày 1/2/2025 về CCHC năm 2025",
            ["Kế hoạch 1/KH-X ngày 1/2/2025", "Kế hoạch 1/KH-X ngày 1/2/2025 về CCHC năm 2025"],
        ),
        ("năm 2025 tăng so với năm 2024", "năm 2026 tăng so với năm 2024", ["tăng so với năm 2024"]),
    ],
)
def test_a_document_keeps_its_own_day_and_the_clause_behind_it_is_told(before, after, doubtful):
    found = moved_text(before, YEAR)
    assert (found.text, [one.words for one in found.doubtful]) == (after, doubtful)


def test_what_moved_is_told_with_its_place():
    assert moved_text("Mục A\nxong trong năm 2025", YEAR) == MovedText(
        "Mục A\nxong trong năm 2026", (Words(21, "năm 2025", "năm 2026"),)
    )


def test_a_29_february_is_the_28th_where_the_year_lacks_it():
    leap = Move(date(2028, 1, 1), date(2028, 12, 31), 1)
    found = moved_text("trước ngày 29/02/2028", leap)
    assert (found.text, [one.doubt for one in found.doubtful]) == ("trước ngày 28/02/2029", [Doubt.LEAP_DAY])
    assert found.moved[0][1:] == ("ngày 29/02/2028", "ngày 28/02/2029")


def test_a_plan_of_several_years_moves_by_its_length():
    text = "Kế hoạch giai đoạn 2025-2030; năm 2027 và tháng 3/2030; tầm nhìn 2045; giai đoạn 2026 - 2030"
    found = moved_text(text, PERIOD)
    assert found.text == "Kế hoạch giai đoạn 2031-2036; năm 2033 và tháng 3/2036; tầm nhìn 2045; giai đoạn 2026 - 2030"
    assert [one.words for one in found.doubtful] == ["tầm nhìn 2045", "giai đoạn 2026 - 2030"]


def test_in_the_words_of_a_deadline_less_is_doubtful():
    texts = ("2025", "Đến năm 2025", "Từ năm 2025")
    assert [moved_text(text, YEAR, is_deadline=True).text for text in texts] == ["2026", "Đến năm 2026", "Từ năm 2026"]


def test_a_text_without_a_year_is_not_looked_at():
    assert moved_text("Trước ngày 30/11, số 12345", YEAR) == MovedText("Trước ngày 30/11, số 12345")


def test_only_years_of_the_plan_are_its_own():
    assert [names_year_of(YEAR, text) for text in ("# năm 2025", "snv-2025", "2024", "12025")] == [True, True, False, False]


@pytest.mark.parametrize(
    "pump",
    [
        "tháng 1, ",
        "năm 2025, ",
        "1/A:",
        "x1/A",
        "số 1/KH-X ",
        "(",
        "Luật ",
        "ngày 1/2/2025 ",
        "tháng 11, tháng 1/2040, ",
        "2025-",
        "thứ hai ",
    ],
)
def test_a_long_line_takes_time_in_proportion(pump):
    def fastest(size: int) -> float:
        text = "2025 " + pump * (size // len(pump))
        times = []
        for _ in range(3):
            start = time.process_time()
            moved_text(text, YEAR)
            times.append(time.process_time() - start)
        return min(times)

    assert fastest(80_000) < 16 * 4 * fastest(5_000)


@pytest.mark.skipif(not GIVEN.exists(), reason="the collected wordings lie beside the repository")
def test_wordings_of_real_offices_move_in_nothing_but_digits():
    for given in yaml.safe_load(GIVEN.read_text(encoding="utf-8")):
        found = moved_text(given["text"], YEAR)
        assert len(found.text) == len(given["text"])
        changed = [(old, new) for old, new in zip(given["text"], found.text, strict=True) if old != new]
        assert all(old.isdigit() and new.isdigit() for old, new in changed), given["text"]
        assert bool(changed) == bool(found.moved)
