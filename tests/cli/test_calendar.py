"""`cchc calendar`: a year as a picture, the list below it, and the same as JSON."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.cli.calendar_table import write_calendar
from cchc.cli.session import work_calendar
from cchc.messages import LANGUAGES
from cchc.model.registry import Registry
from cchc.views.calendar_year import CalendarYear, calendar_year

Shown = Callable[..., str]
OWN_DAYS = """\
days:
  - {date: 2025-07-01, kind: exchanged, name: Nghỉ hoán đổi, source: CV 12/UBND-NC, announced_on: 2025-06-20}
  - {date: 2025-07-05, kind: worked, name: Làm bù}
"""
YEAR_2025 = """\
Ngày nghỉ năm 2025

      Tháng 1                  Tháng 2                  Tháng 3
T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN
       1* 2  3  4  5                     1  2                     1  2
 6  7  8  9 10 11 12      3  4  5  6  7  8  9      3  4  5  6  7  8  9
13 14 15 16 17 18 19     10 11 12 13 14 15 16     10 11 12 13 14 15 16
20 21 22 23 24 25 26     17 18 19 20 21 22 23     17 18 19 20 21 22 23
27*28*29*30*31*          24 25 26 27 28           24 25 26 27 28 29 30
                                                  31

      Tháng 4                  Tháng 5                  Tháng 6
T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN
    1  2  3  4  5  6               1* 2= 3  4                        1
 7* 8  9 10 11 12 13      5  6  7  8  9 10 11      2  3  4  5  6  7  8
14 15 16 17 18 19 20     12 13 14 15 16 17 18      9 10 11 12 13 14 15
21 22 23 24 25 26!27     19 20 21 22 23 24 25     16 17 18 19 20 21 22
28 29 30*                26 27 28 29 30 31        23 24 25 26 27 28 29
                                                  30

      Tháng 7                  Tháng 8                  Tháng 9
T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN
    1  2  3  4  5  6                  1  2  3      1* 2* 3  4  5  6  7
 7  8  9 10 11 12 13      4  5  6  7  8  9 10      8  9 10 11 12 13 14
14 15 16 17 18 19 20     11 12 13 14 15 16 17     15 16 17 18 19 20 21
21 22 23 24 25 26 27     18 19 20 21 22 23 24     22 23 24 25 26 27 28
28 29 30 31              25 26 27 28 29 30 31     29 30

      Tháng 10                 Tháng 11                 Tháng 12
T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN     T2 T3 T4 T5 T6 T7 CN
       1  2  3  4  5                     1  2      1  2  3  4  5  6  7
 6  7  8  9 10 11 12      3  4  5  6  7  8  9      8  9 10 11 12 13 14
13 14 15 16 17 18 19     10 11 12 13 14 15 16     15 16 17 18 19 20 21
20 21 22 23 24 25 26     17 18 19 20 21 22 23     22 23 24 25 26 27 28
27 28 29 30 31           24 25 26 27 28 29 30     29 30 31

* nghỉ lễ   + nghỉ bù   = nghỉ hoán đổi   ! làm bù

01/01/2025 thứ Tư  * nghỉ lễ       Tết Dương lịch
                                   └ Bộ luật Lao động 45/2019/QH14, Điều 112
27/01/2025 thứ Hai * nghỉ lễ       Tết Âm lịch - 28 tháng Chạp
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
28/01/2025 thứ Ba  * nghỉ lễ       Tết Âm lịch - 29 tháng Chạp
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
29/01/2025 thứ Tư  * nghỉ lễ       Tết Âm lịch - Mùng 1 Tết
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
30/01/2025 thứ Năm * nghỉ lễ       Tết Âm lịch - Mùng 2 Tết
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
31/01/2025 thứ Sáu * nghỉ lễ       Tết Âm lịch - Mùng 3 Tết
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
07/04/2025 thứ Hai * nghỉ lễ       Giỗ Tổ Hùng Vương
                                   └ Bộ luật Lao động 45/2019/QH14, Điều 112
26/04/2025 thứ Bảy ! làm bù        Làm bù cho 02/5/2025
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
30/04/2025 thứ Tư  * nghỉ lễ       Ngày Chiến thắng
                                   └ Bộ luật Lao động 45/2019/QH14, Điều 112
01/05/2025 thứ Năm * nghỉ lễ       Ngày Quốc tế lao động
                                   └ Bộ luật Lao động 45/2019/QH14, Điều 112
02/05/2025 thứ Sáu = nghỉ hoán đổi Nghỉ hoán đổi (làm bù 26/4/2025)
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
01/09/2025 thứ Hai * nghỉ lễ       Quốc khánh (ngày liền kề)
                                   └ CV 8726/VPCP-KGVX, công bố ngày 26/11/2024
02/09/2025 thứ Ba  * nghỉ lễ       Quốc khánh
                                   └ Bộ luật Lao động 45/2019/QH14, Điều 112

Năm 2025 có 250 ngày làm việc.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, outside of any workspace, with a terminal of 80 columns, on 2025-06-02."""
    for name in ("CCHC_LANG", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("CCHC_NOW", "2025-06-02T01:00:00+00:00")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    def run(*arguments: str, status: int = 0) -> str:
        assert main(["calendar", *arguments]) == status
        return capsys.readouterr().out

    return run


@pytest.fixture
def year_2025() -> CalendarYear:
    return calendar_year(2025, date(2025, 6, 2), work_calendar(Registry()), {})


@pytest.fixture
def workspace(folder: Path) -> Path:
    (folder / "plans").mkdir()
    (folder / "cchc.yaml").write_text("format: 1\nlanguage: en\n", encoding="utf-8")
    (folder / "plans/calendar.yaml").write_text(OWN_DAYS, encoding="utf-8")
    return folder


def test_the_year_2025_in_80_columns(shown: Shown) -> None:
    assert shown("2025") == YEAR_2025


def test_without_a_year_it_is_the_year_of_today_where_the_workspace_is(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_NOW", "2025-12-31T18:00:00+00:00")
    assert shown().startswith("Ngày nghỉ năm 2026\n")
    Path("cchc.yaml").write_text("format: 1\ntimezone: UTC\n", encoding="utf-8")
    assert shown().startswith("Ngày nghỉ năm 2025\n")
    assert shown("--as-of", "2024-03-01").startswith("Ngày nghỉ năm 2024\n")


@pytest.mark.parametrize(
    ("columns", "row_of_the_first_month"),
    [
        ("71", "27*28*29*30*31*          24 25 26 27 28           24 25 26 27 28 29 30"),
        ("70", "27*28*29*30*31*          24 25 26 27 28"),
        ("46", "27*28*29*30*31*          24 25 26 27 28"),
        ("45", "27*28*29*30*31*"),
    ],
)
def test_narrow_terminals_show_fewer_months_a_row(
    columns: str, row_of_the_first_month: str, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = shown("2025").splitlines()
    assert row_of_the_first_month in lines
    assert max(map(len, lines)) <= int(columns)


def test_in_forty_columns_weekdays_are_short_and_signs_tell_the_kind(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert """\
* holiday
+ substitute
= exchanged (off)
! worked

2026-01-01 Th * Tết Dương lịch
                └ Bộ luật Lao động
                45/2019/QH14, Điều 112
2026-01-02 Fr = Nghỉ hoán đổi (làm bù
""" in shown("2026", "--lang", "en")


def test_the_days_of_the_workspace_show_with_their_source_or_their_file(workspace: Path, shown: Shown) -> None:
    text = shown()
    assert (
        """\
        July                    August                 September
Mo Tu We Th Fr Sa Su     Mo Tu We Th Fr Sa Su     Mo Tu We Th Fr Sa Su
    1= 2  3  4  5! 6                  1  2  3      1* 2* 3  4  5  6  7
""".replace("         July", "        July")
        in text
    )
    assert (
        """\
2025-07-01 Tuesday   = exchanged (off) Nghỉ hoán đổi
                                       └ CV 12/UBND-NC, announced 2025-06-20
2025-07-05 Saturday  ! worked          Làm bù
                                       └ plans/calendar.yaml
"""
        in text
    )
    assert "Working days in 2025: 250.\n" in text


def test_known_leaves_out_what_was_announced_later(workspace: Path, shown: Shown) -> None:
    assert "2025-07-01" in shown("--as-of", "2025-06-19")
    assert "2025-07-01" not in shown("--as-of", "2025-06-19", "--known")
    assert "2025-07-01" in shown("--as-of", "2025-06-20", "--known")


def test_json(shown: Shown) -> None:
    year = json.loads(shown("2026", "--format", "json"))
    assert {key: value for key, value in year.items() if key != "days"} == {
        "version": 1,
        "year": 2026,
        "as_of": "2025-06-02",
        "provisional": False,
        "working_days": 249,
    }
    days = {day.pop("date"): day for day in year["days"]}
    assert days["2026-08-31"] == {
        "kind": "exchanged",
        "name": "Nghỉ hoán đổi (làm bù 22/8/2026)",
        "source": "TB 9441/TB-BNV",
        "announced_on": "2025-10-16",
        "provisional": False,
    }
    assert days["2026-08-22"]["kind"] == "worked"
    assert days["2026-04-27"]["kind"] == "substitute"
    assert days["2026-09-02"]["announced_on"] is None


def test_a_year_that_is_not_announced_says_so_and_marks_what_is_forecast(shown: Shown) -> None:
    text = shown("2027", "--lang", "en")
    assert "Giỗ Tổ Hùng Vương (provisional)\n" in text
    assert "Tết Âm lịch - Mùng 1 Tết\n" in text
    assert text.endswith(
        "Working days in 2027: 249.\n"
        "The year 2027 is provisional: not all its days off are announced; those marked\n"
        "“provisional” are forecast.\n"
    )
    forecast = json.loads(shown("2031", "--format", "json"))
    assert forecast["provisional"]
    assert all(day["provisional"] for day in forecast["days"])


@pytest.mark.parametrize("year", ["1999", "2101", "20x5", "-1", ""])
def test_a_year_that_no_plan_speaks_of_is_refused(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "--lang", "en", "--", year]) == 2
    assert capsys.readouterr() == ("", f"cchc: error: YEAR: “{year}” is not a year from 2000 to 2100.\n")


@pytest.mark.parametrize("year", ["2000", "2100"])
def test_the_first_and_the_last_year_are_shown(year: str, shown: Shown) -> None:
    assert json.loads(shown(year, "--format", "json"))["year"] == int(year)


@pytest.mark.parametrize(
    "lines",
    [
        "  - {date: 2025-07-02, kind: off, name: Nghỉ}\n",
        "  - {date: 2025-07-05, kind: holiday, name: Nghỉ}\n",
        "  - {date: 2025-07-05, kind: worked, name: Làm bù}\n",
    ],
)
def test_days_of_the_workspace_with_errors_are_told(lines: str, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "plans/calendar.yaml").write_text(OWN_DAYS + lines, encoding="utf-8")
    assert main(["calendar", "--format", "json"]) == 1
    out, note = capsys.readouterr()
    assert json.loads(out)["year"] == 2025
    assert note == "The days off of this workspace have errors. See them with: cchc validate\n"


def test_a_root_that_is_no_workspace_is_refused(folder: Path) -> None:
    assert main(["calendar", "--root", str(folder)]) == 3


def test_several_workspaces_are_told_apart_by_root(folder: Path, shown: Shown) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    shown(status=2)
    assert shown("2025", "--root", "b") == YEAR_2025


def test_letters_that_nobody_sees_are_shown_in_the_list(workspace: Path, shown: Shown) -> None:
    day = 'days: [{date: 2025-07-01, kind: holiday, name: "Nghỉ\u200b", source: "CV\u00ad1"}]\n'
    (workspace / "plans/calendar.yaml").write_text(day, encoding="utf-8")
    assert "Nghỉ<U+200B>\n" in shown()
    assert "└ CV<U+00AD>1\n" in shown()


@pytest.mark.parametrize("language", LANGUAGES)
def test_colours_add_to_the_signs_and_underline_today(language: str, year_2025: CalendarYear) -> None:
    plain = write_calendar(year_2025, language, 80, is_coloured=False)
    coloured = write_calendar(year_2025, language, 80, is_coloured=True)
    assert "\x1b" not in plain
    assert "\x1b[4m 2\x1b[0m" in coloured
    assert coloured.count("\x1b[4m") == 1
    assert "\x1b[1;31m 1\x1b[0m\x1b[1;31m*\x1b[0m" in coloured
    assert "\x1b[1;32m26\x1b[0m\x1b[1;32m!\x1b[0m" in coloured
