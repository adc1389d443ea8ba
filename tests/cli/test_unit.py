"""`cchc unit`: a unit that is renamed or split is succeeded; signed plans keep its name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import lay_out

UNITS = """\
units:
  so: {name: Sở Nội vụ}
  # phòng cũ
  tc:
    name: Phòng Tổ chức
    aliases:
    - Phòng TC   # tên tắt
    email: tc@example.vn

  nhom:
    name: Các phòng
    members: [tc, vp]   # nhóm
"""
MORE = "units:\n  vp:\n    name: Văn phòng\n"
PLAN = """\
id: p
title: Kế hoạch
year: 2025
issuer: so
tasks:
- id: a
  content: Một
  lead: [tc]   # chủ trì
  coordinating: [nhom]
  deadline:
    all:
    - {by: 2025-06-30, lead: [tc]}
    - {by: 2025-09-30}
- id: b
  content: Hai
  lead: [vp]
  coordinating:
  - unit: tc
    as: phòng
  deadline: Thường xuyên
- id: c
  content: Ba
  lead: {units: [vp, tc], text: Văn phòng và phòng}
  deadline: Thường xuyên
"""
FILES = {"cchc.yaml": "format: 1\n", "plans/units.yaml": UNITS, "plans/units/more.yaml": MORE, "plans/p/plan.yaml": PLAN}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    return tmp_path


@pytest.fixture
def run(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["unit", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def read(office: Path, name: str) -> str:
    return (office / name).read_text(encoding="utf-8")


RENAMED = UNITS.replace(
    "    email: tc@example.vn\n",
    """    email: tc@example.vn
    valid_to: 2025-06-30
    succeeded_by: [phong-to-chuc-can-bo]

  phong-to-chuc-can-bo:
    name: Phòng Tổ chức cán bộ
    email: tc@example.vn
    valid_from: 2025-07-01
""",
).replace("[tc, vp]   # nhóm", "[tc, phong-to-chuc-can-bo, vp]  # nhóm")


def test_a_renamed_unit_is_succeeded_also_in_its_groups_and_the_plan_keeps_it(run, office):
    status, _, told = run("rename", "phòng tc.", "--to", " Phòng  Tổ chức cán bộ", "--on", "1/7/2025")
    assert (status, told.splitlines()[-2:]) == (
        0,
        [
            "Wrote plans/units.yaml.",
            "p (not issued yet) still names tc in 4 places. For the draft to name the new unit, add: --plan p",
        ],
    )
    assert read(office, "plans/units.yaml") == RENAMED
    assert (read(office, "plans/units/more.yaml"), read(office, "plans/p/plan.yaml")) == (MORE, PLAN)


def test_a_draft_that_is_named_follows(run, office):
    assert run("rename", "tc", "--to", "Phòng Mới", "--id", "moi", "--on", "2025-07-01", "--plan", "p")[::2] == (
        0, "Wrote plans/units.yaml.\nWrote plans/p/plan.yaml.\n",
    )  # fmt: skip
    text = read(office, "plans/p/plan.yaml")
    assert (text.count("tc"), text.count("moi")) == (0, 4)
    assert "  lead: [moi]  # chủ trì\n  coordinating: [nhom]\n" in text
    assert "  coordinating:\n  - unit: moi\n    as: phòng\n" in text
    assert run("rename", "so", "--to", "Sở Mới", "--on", "2025-07-01", "--plan", "p")[0] == 0
    assert "issuer: so-moi\n" in read(office, "plans/p/plan.yaml")


def test_a_signed_plan_keeps_its_units(run, office):
    signed = PLAN.replace("issuer: so\n", "issuer: so\ndocument: {number: 1, issued_on: 2025-01-15}\n")
    (office / "plans/p/plan.yaml").write_text(signed, encoding="utf-8")
    words = ["rename", "tc", "--to", "Phòng Mới", "--on", "2025-07-01"]
    status, _, told = run(*words, "--plan", "p")
    assert (status, "The plan p was issued on 2025-01-15" in told) == (2, True), told
    assert (read(office, "plans/units.yaml"), read(office, "plans/p/plan.yaml")) == (UNITS, signed)
    assert run(*words)[2].endswith("p is issued and keeps tc in 4 places; cchc due shows the successor.\n")


def test_a_split_unit_has_several_successors(run, office):
    status, _, told = run("split", "vp", "--into", "hc=Phòng Hành chính", "--into", "Phòng Tổng hợp", "--on", "2025-07-01")
    assert (status, told.splitlines()[-1]) == (
        0, "p (not issued yet) still names vp in 2 places. Give each task to one of the new units.",
    )  # fmt: skip
    assert read(office, "plans/units/more.yaml") == (
        "units:\n  vp:\n    name: Văn phòng\n    valid_to: 2025-06-30\n    succeeded_by: [hc, phong-tong-hop]\n\n"
        "  hc:\n    name: Phòng Hành chính\n    valid_from: 2025-07-01\n\n"
        "  phong-tong-hop:\n    name: Phòng Tổng hợp\n    valid_from: 2025-07-01\n"
    )
    assert read(office, "plans/units.yaml") == UNITS.replace("[tc, vp]   #", "[tc, vp, hc, phong-tong-hop]  #")


def test_a_group_that_is_renamed_keeps_its_members_and_nobody_is_unused_for_having_been_renamed(run, office):
    for unit, name in (("nhom", "Các phòng thuộc Sở"), ("tc", "Phòng Mới")):
        assert run("rename", unit, "--to", name, "--on", "2025-07-01", "--plan", "p")[0] == 0
    assert "\n  cac-phong-thuoc-so:\n    name: Các phòng thuộc Sở\n    members:" in read(office, "plans/units.yaml")
    assert main(["validate", "--strict", "--format", "json"]) == 0


def test_a_dry_run_writes_nothing(run, office):
    status, out, _ = run("rename", "tc", "--to", "Phòng Mới", "--on", "2025-07-01", "--plan", "p", "--dry-run")
    assert (status, "+    succeeded_by: [phong-moi]" in out, "+  lead: [phong-moi]  # chủ trì" in out) == (0, True, True)
    assert {name: read(office, name) for name in FILES} == FILES


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rename", "tc", "--on", "2025-07-01"], "--to is missing"),
        (["rename", "tc", "--to", ". ", "--on", "2025-07-01"], "--to is missing"),
        (["rename", "tc", "--to", "Mới"], "--on is missing"),
        (["rename", "tc", "--to", "Mới", "--on", "31/6/2025"], "is not a date"),
        (["rename", "xx", "--to", "Mới", "--on", "2025-07-01"], "There is no unit “xx”"),
        (["rename", "tc", "--to", "- phòng TỔ chức.", "--on", "2025-07-01"], "is that of the unit tc"),
        (["rename", "tc", "--to", "Mới", "--id", "vp", "--on", "2025-07-01"], "The id vp is that of another unit"),
        (["rename", "tc", "--to", "Mới", "--id", "V", "--on", "2025-07-01"], "cannot be an id"),
        (["rename", "tc", "--to", "VP", "--on", "2025-07-01"], "gives no id"),
        (["rename", "tc", "--to", "Mới", "--on", "2025-07-01", "--plan", "q"], "no such plan names this unit"),
        (["split", "tc", "--into", "Mới", "--on", "2025-07-01"], "At least two new units"),
        (["split", "tc", "--into", "Mới", "--into", "mới.", "--on", "2025-07-01"], "is that of the unit moi"),
        (["split", "tc", "--into", "Một", "--into", "Hai"], "--on is missing"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_named(arguments, said, run, office):
    status, _, told = run(*arguments)
    assert (status, said in told) == (2, True), told
    assert {name: read(office, name) for name in FILES} == FILES


def test_a_unit_that_has_ended_or_not_begun_is_not_succeeded_again(run, office):
    assert run("rename", "tc", "--to", "Phòng Mới", "--on", "2025-07-01")[0] == 0
    assert "has ended; its successors: phong-moi" in run("rename", "tc", "--to", "Phòng Khác", "--on", "2025-08-01")[2]
    assert "exists only from 2025-07-01 on" in run("rename", "phong-moi", "--to", "Phòng Khác", "--on", "2025-07-01")[2]
