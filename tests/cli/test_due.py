"""The due list of a small office on a terminal: groups, states, widths."""

from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import lay_out

FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units: {u: {name: Văn phòng}, v: {name: Phòng Tổ chức}}\n",
    "plans/p/plan.yaml": """\
id: p
title: KẾ HOẠCH MẪU
year: 2025
ongoing_check: quarter
tasks:
  - {id: a, content: Họp, lead: [u], deadline: {by: 2025-06-07, at: "15:00"}}
  - {id: b, content: Báo cáo, lead: [u, v], deadline: {by: 2025-06-05}}
  - {id: c, content: Rà soát, lead: [v], deadline: {by: 2025-06-06}}
  - {id: d, content: Trực, lead: [v], deadline: Thường xuyên}
  - {id: e, content: Góp ý, lead: [v], deadline: Theo yêu cầu}
  - {id: f, content: Nộp, lead: [u], deadline: {by: 2025-05-30}}
  - {id: g, content: Tổng kết, lead: [u], deadline: {by: 2025-12-20}}
""",
    "plans/p/progress.yaml": """\
completions:
  - {task: f, completed_on: 2025-06-01, evidence: 1/BC-SNV}
waivers:
  - {task: c, waived_on: 2025-06-02, reason: Không phát sinh}
""",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    lay_out(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def due(office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: str, columns: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        assert main(["due", "--root", str(office), "--as-of", "2025-06-05", *arguments]) == 0
        return capsys.readouterr().out

    return run


def test_a_week(due) -> None:
    assert (
        due()
        == """\
Việc đến hạn, tính đến thứ Năm, ngày 05/06/2025

ĐẾN HẠN từ 02/06/2025 đến 08/06/2025 (2)
TT Nội dung                          Hạn        Tình trạng   Chủ trì
2  Báo cáo                           05/06/2025 hôm nay      Văn phòng; Phòng Tổ
                                                             chức
1  Họp                               07/06/2025 còn 2 ngày   Văn phòng
                                     15:00      nên xong
                                                06/06/2025

ĐÃ XONG (1)
TT Nội dung                          Hạn        Tình trạng   Chủ trì
3  Rà soát                           06/06/2025 không phát   Phòng Tổ chức
                                                sinh

Quá hạn 0, đến hạn 2, chưa đến hạn 0, xong 0, xong muộn 0, không phát sinh 1;
chờ 1, thường xuyên 0.
"""
    )


def test_a_narrow_terminal_puts_units_under_the_content(due) -> None:
    assert due("--status", "due", columns=48).splitlines()[2:9] == [
        "ĐẾN HẠN từ 02/06/2025 đến 08/06/2025 (2)",
        "TT Nội dung              Hạn        Tình trạng",
        "2  Báo cáo               05/06/2025 hôm nay",
        "   └ Văn phòng; Phòng Tổ",
        "   chức",
        "1  Họp                   07/06/2025 còn 2 ngày",
        "   └ Văn phòng           15:00      nên xong",
    ]


def test_every_group_in_its_order(due) -> None:
    listed = due("--all", "--lang", "en")
    groups = [line.rpartition(" (")[0] for line in listed.splitlines() if line.endswith(")")]
    assert groups == ["DUE 2025-06-02 to 2025-06-08", "LATER", "ONGOING", "WAITING FOR AN EVENT OR A REQUEST", "DONE"]
    assert "2025-05-30 late " in listed


@pytest.mark.parametrize(
    ("arguments", "listed"),
    [
        (("--status", "waiting"), ["Góp ý"]),
        (("--status", "open", "--unit", "v"), []),
        (("--status", "open", "--unit", "u"), ["Tổng kết"]),
        (("--next", "2", "--unit", "v", "--role", "lead"), ["Báo cáo", "Rà soát"]),
        (("--from", "2025-12-01", "--to", "2025-12-31"), ["Tổng kết", "Trực"]),
        (("--unit", "v", "--role", "coordinating"), []),
    ],
)
def test_what_is_asked_for(due, arguments: tuple[str, ...], listed: list[str]) -> None:
    shown = due(*arguments)
    contents = ("Họp", "Báo cáo", "Rà soát", "Trực", "Góp ý", "Nộp", "Tổng kết")
    assert sorted(content for content in contents if f" {content} " in shown) == sorted(listed)


def test_a_clock_far_from_any_plan_is_not_believed(office: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setenv("CCHC_NOW", "9999-12-31T20:00Z")
    assert main(["due", "--root", str(office), "--month"]) == 2
    assert capsys.readouterr().err.startswith("cchc: lỗi: CCHC_NOW “9999-12-31T20:00:00+00:00” ")
