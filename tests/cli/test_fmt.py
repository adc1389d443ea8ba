"""`cchc fmt`: which files are written, what is told, and what is left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import lay_out

UNITS = "units:\n  u: {name: Văn phòng}   # chú thích\n"
CANONICAL = "units:\n  u:   # chú thích\n    name: Văn phòng\n"
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": UNITS,
    "plans/p/plan.yaml": "id: p\ntitle: T\nyear: 2025\n",
    "plans/p/note.txt": "x:   1\n",
    "plans/other.yaml": "x:   1\n",
    "README.yaml": "x:   1\n",
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "office"
    lay_out(root, FILES)
    monkeypatch.chdir(root)
    monkeypatch.setenv("CCHC_LANG", "en")
    return root


@pytest.fixture
def run(office: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["fmt", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def test_only_files_of_the_workspace_are_written(run, office):
    assert run() == (0, "", "Rewrote plans/units.yaml.\n")
    written = {name: (office / name).read_text(encoding="utf-8") for name in FILES}
    assert written == {**FILES, "plans/units.yaml": written["plans/units.yaml"]}
    assert "u:" in written["plans/units.yaml"]
    assert "# chú thích" in written["plans/units.yaml"]
    assert run() == (0, "", "Every file is in its layout.\n")


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_asking_changes_nothing_and_ends_with_1(option, run, office):
    assert run(option)[0] == 1
    assert (office / "plans/units.yaml").read_text(encoding="utf-8") == UNITS
    run()
    assert run(option)[0] == 0


def test_the_difference_is_what_would_change(run):
    status, out, said = run("--diff")
    assert (status, said) == (1, "")
    lines = out.splitlines()
    assert lines[:4] == ["--- a/plans/units.yaml", "+++ b/plans/units.yaml", "@@ -1,2 +1,3 @@", " units:"]
    assert lines[4] == "-  u: {name: Văn phòng}   # chú thích"
    assert lines[6] == "+    name: Văn phòng"


def test_every_difference_comes_into_the_output_file(run, office):
    (office / "plans/p/plan.yaml").write_text("year: 2025\nid: p\ntitle: T\n", encoding="utf-8")
    assert run("--diff", "--output", "changes.diff")[0] == 1
    names = [line for line in (office / "changes.diff").read_text(encoding="utf-8").splitlines() if line.startswith("+++")]
    assert names == ["+++ b/plans/p/plan.yaml", "+++ b/plans/units.yaml"]


def test_what_another_program_wrote_meanwhile_is_not_lost(office, monkeypatch):
    from cchc.cli import fmt
    from cchc.source.layout import canonical

    def slow(text: str, shape: str):
        if shape == "units-file":
            (office / "plans/units.yaml").write_text(f"{UNITS}  v: {{name: Mới}}\n", encoding="utf-8")
        return canonical(text, shape)

    monkeypatch.setattr(fmt, "canonical", slow)
    assert main(["fmt"]) == 3
    assert "Mới" in (office / "plans/units.yaml").read_text(encoding="utf-8")


def test_asking_needs_no_lock(run, office):
    run("--check")
    assert not (office / ".cchc.lock").exists()


def test_a_file_with_errors_is_left_alone_and_the_others_are_written(run, office):
    (office / "plans/p/plan.yaml").write_text("id: p\nid: q\n", encoding="utf-8")
    status, _, said = run()
    assert (status, said.splitlines()) == (
        1,
        ["plans/p/plan.yaml is left alone: it has errors. See them with: cchc validate", "Rewrote plans/units.yaml."],
    )
    assert (office / "plans/p/plan.yaml").read_text(encoding="utf-8") == "id: p\nid: q\n"


def test_paths_choose_the_files(run, office):
    assert run("plans/p")[2] == "Every file is in its layout.\n"
    assert run("plans/units.yaml")[2] == "Rewrote plans/units.yaml.\n"


def test_line_ends_and_a_byte_order_mark_become_plain(run, office):
    (office / "cchc.yaml").write_bytes(b"\xef\xbb\xbfformat: 1\r\n")
    assert run()[0] == 0
    assert (office / "cchc.yaml").read_bytes() == b"format: 1\n"


def test_a_folder_without_a_workspace(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["fmt"]) == 3
    assert "cchc.yaml" in capsys.readouterr().err
