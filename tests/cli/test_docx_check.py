"""`cchc docx check`: what it prints, how it ends; what `cchc render` tells of what it wrote."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from cchc.cli.app import main

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "CCHC_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


def with_margin(data: bytes, left: str) -> bytes:
    """Return a Word file with another left margin in place of 1701 twips."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as changed:
        for name in archive.namelist():
            changed.writestr(name, archive.read(name).replace(b'w:left="1701"', f'w:left="{left}"'.encode()))
    return target.getvalue()


@pytest.fixture
def narrow(capsys: pytest.CaptureFixture[str]) -> Path:
    path = Path("phu-luc.docx")
    assert main(["render", str(path), "--root", str(ROOT), "--plan", "snv-2025"]) == 0
    assert capsys.readouterr().err == f"Đã ghi {path}.\n"
    path.write_bytes(with_margin(path.read_bytes(), "1134"))
    return path


def test_a_deviation_is_a_line_with_what_is_there_and_what_is_asked(narrow, capsys):
    assert main(["docx", "check", "phu-luc.docx"]) == 1
    assert capsys.readouterr().out == (
        "docx-margin-left: lề trái; phần trang 1. Có: 20 mm. Cần: 30 đến 35 mm.\n"
        "phu-luc.docx: 1 điểm chưa đúng thể thức. Xem căn cứ: cchc explain --code MÃ\n"
    )


def test_programs_get_the_same(narrow, capsys):
    assert main(["docx", "check", "phu-luc.docx", "--format", "json", "--lang", "en"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "version": 1,
        "file": "phu-luc.docx",
        "findings": [
            {
                "code": "docx-margin-left",
                "where": {"kind": "section", "section": 1},
                "found": "20 mm",
                "asked": "30-35 mm",
                "others": 0,
                "message": "docx-margin-left: left margin; pages of section 1. Found: 20 mm. Asked: 30 to 35 mm.",
            }
        ],
        "unjudged": [],
        "counts": {"findings": 1, "unjudged": 0},
    }


def test_render_tells_what_its_template_makes_wrong_and_ends_as_before(capsys):
    template = Path("hep.docx")
    template.write_bytes(with_margin((ROOT / "templates/appendix.docx").read_bytes(), "1134"))
    out = Path("phu-luc.docx")
    assert main(["render", str(out), "--root", str(ROOT), "--plan", "snv-2025", "--template", str(template)]) == 0
    told = "docx-margin-left: lề trái; phần trang 1. Có: 20 mm. Cần: 30 đến 35 mm."
    assert capsys.readouterr().err == f"Đã ghi {out}.\n{told}\n"


def test_the_list_of_progress_is_as_asked_too(capsys):
    out = Path("tien-do.docx")
    arguments = ["--root", str(ROOT), "--plan", "snv-2025", "--template", "progress.docx", "--as-of", "2025-06-02"]
    assert main(["render", str(out), *arguments]) == 0
    assert capsys.readouterr().err == f"Đã ghi {out}.\n"


def test_what_is_no_word_file_ends_with_3(capsys):
    path = Path("ghi-chu.docx")
    path.write_text("không phải Word", encoding="utf-8")
    assert main(["docx", "check", str(path)]) == 3
    assert capsys.readouterr().err == f"cchc: lỗi: {path} không phải là tệp Word .docx. Lưu lại bằng Word, dạng .docx.\n"


def test_a_code_is_explained_with_what_it_rests_on(capsys):
    assert main(["explain", "--code", "docx-margin-left"]) == 0
    assert capsys.readouterr().out.startswith(
        "thể thức[docx-margin-left]\n\nQuy tắc: lề trái.\nCăn cứ: Phụ lục I NĐ 30/2020/NĐ-CP, Phần I, Mục I (quy định chung).\n"
    )
