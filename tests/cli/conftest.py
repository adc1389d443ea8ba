"""Given a plan printed as Word, and what `import --update` makes of the document once it is edited."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import lay_out
from tests.cli.word_edits import FILES, PARTED

Run = Callable[..., tuple[int, dict]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    lay_out(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    assert main(["render", "a.docx"]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def update(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, dict]:
        status = main(["import", "a.docx", "--update", "plans/p", "--format", "json", *arguments])
        captured = capsys.readouterr()
        return status, json.loads(captured.out) if captured.out else {"said": captured.err}

    return call


@pytest.fixture
def parted(office: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (office / "plans/p/sections/a.yaml").write_text(PARTED, encoding="utf-8")
    assert main(["render", "a.docx"]) == 0
    capsys.readouterr()
    return office
