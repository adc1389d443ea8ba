"""`cchc import`: each file of `importing/` is an appendix as some office wrote it, and what the command makes of it.

Above the line `====` stands the appendix (`tests/intake/papers.py` tells how), below it the exit status, the plan as it is
written, new units and event types, and what is told, each with its table and row. `CCHC_REWRITE_GOLDEN=1` writes the lower
half anew; read the difference as you would read the plan.
"""

import json
import os
import shutil
from pathlib import Path

import pytest
import yaml

from cchc.cli.app import main
from tests.intake.papers import WRITERS

CASES = sorted((Path(__file__).parent / "importing").glob("*.txt"))
BAR = "====\n"
UNITS = """\
units:
  so-noi-vu: {name: Sở Nội vụ}
  van-phong: {name: Văn phòng Sở, aliases: [Văn phòng]}
  thanh-tra: {name: Thanh tra Sở}
  phong-tcbc: {name: "Phòng Tổ chức, Biên chế và Tổ chức phi chính phủ"}
  cac-so: {name: "Các sở, ban, ngành"}
  ubnd-xa: {name: UBND cấp xã}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "plans/units.yaml").write_text(UNITS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_an_appendix_gives_its_plan(case: Path, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper, _, expected = case.read_text(encoding="utf-8").partition(BAR)
    lines = paper.splitlines()
    forms, arguments = lines[1].split()[1].split(","), lines[1].split()[2:]
    made = {form: imported(form, lines[2:], arguments, office, capsys) for form in forms}
    first = made[forms[0]]
    assert made == dict.fromkeys(forms, first)
    if os.environ.get("CCHC_REWRITE_GOLDEN") == "1":
        case.write_text(f"{paper}{BAR}{first}", encoding="utf-8")
    else:
        assert first == expected


def imported(form: str, lines: list[str], arguments: list[str], office: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command makes of a file: its status, the plan, what is new, what is told."""
    (office / f"file.{form}").write_bytes(WRITERS[form](lines))
    status = main(["import", f"file.{form}", "--into", "plans/p", "--format", "json", "--prove", *arguments])
    captured = capsys.readouterr()
    if not captured.out:
        return f"exit {status}\n{captured.err}".replace(f"file.{form}", "file")
    report = json.loads(captured.out)
    told = [f"exit {status}, errors {report['errors']}"]
    told += [line for line in (office / "plans/p/plan.yaml").read_text(encoding="utf-8").splitlines() if line][2:]
    for name, key in (("units", "units"), ("events", "types")):
        path = office / f"plans/{name}.yaml"
        before = yaml.safe_load(UNITS)["units"] if name == "units" else {}
        records = yaml.safe_load(path.read_text(encoding="utf-8"))[key] if path.exists() else {}
        told += [f"# new: {record}: {records[record]['name']}" for record in records if record not in before]
    shutil.rmtree(office / "plans/p")
    (office / "plans/units.yaml").write_text(UNITS, encoding="utf-8")
    (office / "plans/events.yaml").unlink(missing_ok=True)
    for remark in report["remarks"]:
        place = f"{remark['table'] or '-'}.{remark['row'] or '-'}"
        told.append(f"# {remark['certainty']} {place} {remark['kind']}{' LOST' if remark['lost'] else ''}")
    told += [f"# prints otherwise: {found}" for found in report["differences"] or ()]
    return "\n".join(told) + "\n"
