"""`cchc schema`: the kinds, a schema, a folder of them."""

import json
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.schema import KINDS, schema_of


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "CCHC_LANG"):
        monkeypatch.delenv(name, raising=False)


def test_the_kinds_are_listed_with_their_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["settings  cchc.yaml", "          Cài đặt chung của thư mục làm việc (cchc.yaml)."]
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == list(KINDS)


def test_a_schema_speaks_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "calendar"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["properties"]["days"]["description"] == "Các ngày nghỉ, ngày làm bù."
    assert main(["schema", "calendar", "--lang", "en"]) == 0
    assert (
        json.loads(capsys.readouterr().out)["properties"]["days"]["description"] == "The days off, and the days worked instead."
    )


def test_an_unknown_kind_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "plans"]) == 2
    assert "Có phải là “plan”?" in capsys.readouterr().err


def test_a_folder_gets_a_file_for_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--folder", "a/schema"]) == 0
    assert sorted(path.name for path in Path("a/schema").iterdir()) == sorted(f"{kind}.json" for kind in KINDS)
    assert json.loads(Path("a/schema/plan.json").read_text(encoding="utf-8")) == schema_of("plan", "vi")
    assert capsys.readouterr().err.count("Đã ghi ") == len(KINDS)


def test_a_folder_gets_the_one_kind_asked_for() -> None:
    assert main(["schema", "units", "--folder", "."]) == 0
    assert [path.name for path in Path().iterdir()] == ["units.json"]


def test_a_folder_and_a_file_are_too_much(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--folder", "a", "--output", "b.json"]) == 2
    assert "--folder" in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a").write_text("", encoding="utf-8")
    assert main(["schema", "--folder", "a/schema"]) == 3
    assert capsys.readouterr().err.startswith("cchc: lỗi: Không ghi được a/schema: ")
