"""`cchc diff --docx`: refusing all changes gives the old appendix, accepting all gives the new one."""

import subprocess
import sys
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.intake import read_source
from tests.cli.repository import commit, lay_out, make

UNITS = {"units": {"u": {"name": "Văn phòng"}, "v": {"name": "Phòng Tổ chức"}}}
HEAD = "id: p\ntitle: KẾ HOẠCH NĂM 2025\nyear: 2025\ntasks:\n"
TASKS = {
    "a": "  - {id: a, content: Rà soát thủ tục hành chính, lead: [u], deadline: Thường xuyên, results: Báo cáo}\n",
    "b": "  - {id: b, content: Báo cáo quý, lead: [u, v], deadline: Hàng quý}\n",
    "c": "  - {id: c, content: Khảo sát, lead: [v], deadline: Quý I/2025}\n",
}
CHANGES = {
    "words of a cell": HEAD + TASKS["a"].replace("thủ tục", "toàn bộ thủ tục") + TASKS["b"] + TASKS["c"],
    "a deadline and a unit": HEAD + TASKS["a"] + TASKS["b"].replace("[u, v]", "[v]").replace("quý}", "tháng}") + TASKS["c"],
    "a new row": HEAD + TASKS["a"] + "  - {id: moi, content: Việc mới, lead: [u], deadline: Hàng năm}\n" + TASKS["b"] + TASKS["c"],
    "a row that is gone": HEAD + TASKS["a"] + TASKS["c"],
    "rows in another order": HEAD + TASKS["c"] + TASKS["a"] + TASKS["b"],
    "a title": (HEAD + "".join(TASKS.values())).replace("NĂM 2025", "NĂM 2025 (SỬA ĐỔI)"),
    "text that breaks formats": HEAD + TASKS["a"].replace("Báo cáo}", "'<w:p> & {{ x }} ]]> =1+1'}") + TASKS["b"] + TASKS["c"],
}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make(tmp_path / "kho", {"plans/units.yaml": UNITS, "plans/p/plan.yaml": HEAD + "".join(TASKS.values())})
    monkeypatch.chdir(tmp_path / "kho")
    monkeypatch.setenv("CCHC_LANG", "en")
    return tmp_path / "kho"


def printed(path: Path, tracked: str = "accept") -> tuple[list[str], list[list[str]]]:
    """Return the paragraphs and the rows of a document, its tracked changes accepted or refused."""
    document = read_source(path.name, path.read_bytes(), tracked)  # type: ignore[arg-type]  # one of two words
    paragraphs = [block.text for block in document.blocks if not hasattr(block, "rows") and block.text]
    gone = "deleted" if tracked == "accept" else "inserted"
    rows = [row for table in document.tables for row in table.rows if row.tracked != gone]
    return paragraphs, [[cell.text for cell in row.cells] for row in rows]


@pytest.mark.parametrize("name", CHANGES)
def test_refused_it_is_the_old_appendix_and_accepted_the_new(name, office):
    assert main(["render", "old.docx"]) == 0
    lay_out(office, {"plans/p/plan.yaml": CHANGES[name]})
    assert main(["render", "new.docx"]) == 0
    assert main(["diff", "--docx", "tracked.docx"]) == 0
    old, new = printed(office / "old.docx"), printed(office / "new.docx")
    assert old != new
    assert printed(office / "tracked.docx", "ignore") == old
    assert printed(office / "tracked.docx", "accept") == new


def test_two_commits_and_a_whole_row_marked_as_such(office):
    lay_out(office, {"plans/p/plan.yaml": CHANGES["a row that is gone"]})
    commit(office, "Bỏ báo cáo quý")
    assert main(["diff", "HEAD~1", "HEAD", "--docx", "tracked.docx"]) == 0
    table = read_source("a.docx", (office / "tracked.docx").read_bytes(), "ignore").tables[0]
    assert [row.cells[1].text for row in table.rows if row.tracked == "deleted"] == ["Báo cáo quý"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--docx", "a.pdf"], 2, "Choose one of: .docx"),
        (["--docx", "a.docx", "--plan", "q"], 2, "There is no plan “q”"),
        (["--docx", "a.docx", "--table", "b.docx"], 2, "--table does not go with --docx. Leave one of them out."),
        (["--docx", "a.docx", "--as-of", "2025-06-02"], 2, "--as-of does not go with --docx."),
        (["--docx", "a.docx", "--format", "md"], 2, "--format does not go with --docx."),
        (["--table", "a.docx", "--output", "b.txt"], 2, "--output does not go with --table."),
        (["--table", "a.docx", "--format", "json"], 2, "--format does not go with --table."),
    ],
)
def test_what_cannot_be_asked_for_is_told(arguments, status, said, office, capsys):
    assert main(["diff", *arguments]) == status
    assert said in capsys.readouterr().err


def test_a_plan_that_was_not_there_or_has_errors_is_told(office, capsys):
    lay_out(office, {"plans/q/plan.yaml": HEAD.replace("id: p", "id: q") + TASKS["a"]})
    assert main(["diff", "--plan", "q", "--docx", "a.docx"]) == 2
    assert "there was no plan q" in capsys.readouterr().err
    lay_out(office, {"plans/p/plan.yaml": HEAD + TASKS["a"].replace("[u]", "[x]")})
    assert main(["diff", "--plan", "p", "--docx", "a.docx"]) == 1
    commit(office, "Hỏng")
    lay_out(office, {"plans/p/plan.yaml": HEAD + TASKS["a"]})
    capsys.readouterr()
    assert main(["diff", "--plan", "p", "--docx", "a.docx"]) == 1
    assert "p of revision “HEAD” is not printed: it had errors." in capsys.readouterr().err
    assert not (office / "a.docx").exists()


def test_without_the_library_it_is_told_how_to_have_it(office):
    hidden = "import sys; sys.modules['python_redlines'] = None; from cchc.cli.app import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", hidden, "diff", "--docx", "a.docx", "--lang", "en"], cwd=office, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "pip install 'cchc[redline]'" in done.stderr
