"""`cchc import` of awkward Word files through the whole command: the right plan, each word that has no place told, or a refusal."""

import json
import zipfile
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.files import FolderReader
from cchc.source.load import load_plan
from tests.intake.building import paragraph, row, run, table, word
from tests.intake.test_refused import FILES

CAPTIONS = ("TT", "Nội dung công việc", "Thời hạn", "Chủ trì", "Phối hợp", "Kết quả")
TITLE = paragraph(run("NHIỆM VỤ NĂM 2025"))
USUAL = {
    "number": "1",
    "content": "Rà soát TTHC",
    "deadline": "Thường xuyên",
    "lead": "Văn phòng",
    "coordinating": "",
    "results": "Báo cáo",
}


def appendix(**cells: str) -> str:
    """Return a document's body whose one task has the usual cells but for those given as XML."""
    texts = [cells.get(key, paragraph(run(text))) for key, text in USUAL.items()]
    return TITLE + table(row(*CAPTIONS), f"<w:tr>{''.join(f'<w:tc>{text}</w:tc>' for text in texts)}</w:tr>")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "cchc.yaml").write_text("format: 1\nlanguage: en\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CCHC_LANG", raising=False)
    return tmp_path


def imported(office: Path, data: bytes, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict, dict]:
    """Return the status, the first task's record and the report of an import."""
    (office / "a.docx").write_bytes(data)
    status = main(["import", "a.docx", "--into", "p", "--format", "json", *more])
    told = capsys.readouterr()
    report = json.loads(told.out) if told.out else {"said": told.err}
    plan = load_plan(FolderReader(office), "plans/p").plan
    return status, dict(plan.placed_tasks[0].task) if plan else {}, report


W = "<w:r><w:t>{}</w:t></w:r>"
NOTE = '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>Trừ kỳ nghỉ</w:t></w:r></w:p></w:footnote></w:footnotes>'
BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>'
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>Ghi trong khung</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    + W.format("Báo cáo")
    + "</w:p>"
)
AWKWARD = {
    "a nested table": ({"results": table(row("trong", "bảng")) + "<w:p/>"}, {}, "results", "trong\nbảng", 0, ["nested-table"]),
    "tracked changes, accepted": (
        {"deadline": f'<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>Hàng tháng</w:delText></w:r></w:del>'
                     f'<w:ins w:id="2" w:author="x">{W.format("Hàng quý")}</w:ins></w:p>'},
        {}, "deadline", "Hàng quý", 0, ["deleted", "inserted"],
    ),
    "a text box": ({"results": BOX}, {}, "results", "Báo cáo", 1, ["text-box"]),
    "a content control": ({"content": f"<w:p><w:sdt><w:sdtContent>{W.format('Rà soát')}</w:sdtContent></w:sdt></w:p>"},
                          {}, "content", "Rà soát", 0, []),
    "a field": ({"content": '<w:p><w:fldSimple w:instr=" DOCPROPERTY x ">' + W.format("Rà soát") + "</w:fldSimple></w:p>"},
                {}, "content", "Rà soát", 0, ["field"]),
    "hidden text": ({"content": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>" + W.format("Rà soát") + "</w:p>"},
                    {}, "content", "Rà soát", 0, ["hidden"]),
    "a footnote": ({"deadline": "<w:p>" + W.format("Thường xuyên") + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'},
                   {"footnotes.xml": NOTE}, "deadline", "Thường xuyên", 1, ["footnote"]),
    "a link": ({"content": '<w:p><w:hyperlink r:id="a">' + W.format("Rà soát") + "</w:hyperlink></w:p>"},
               {}, "content", "Rà soát", 0, None),
    "soft breaks and hard spaces": ({"content": "<w:p><w:r><w:t>Rà\u00a0soát</w:t><w:br/><w:t>danh mục</w:t></w:r></w:p>"},
                                    {}, "content", "Rà soát\ndanh mục", 0, []),
    "text that is not NFC": ({"content": paragraph(run("Ra\u0300 soa\u0301t"))}, {}, "content", "Rà soát", 0, []),
    "bullets of an old font": ({"results": paragraph(run("\uf0b7 Báo cáo")) + paragraph(run("\uf0a7 Quyết định"))},
                               {}, "results", ("Báo cáo", "Quyết định"), 0, []),
}  # fmt: skip


@pytest.mark.parametrize("name", AWKWARD)
def test_an_awkward_cell_gives_its_words_and_tells_the_rest(name, office, capsys):
    cells, parts, key, expected, status, notices = AWKWARD[name]
    found, task, report = imported(office, word(appendix(**cells), parts), capsys)
    assert (found, task.get(key)) == (status, expected), report
    told = [notice["kind"] for notice in report["notices"]]
    assert notices is None or sorted(told) == sorted(notices)
    assert [remark["kind"] for remark in report["remarks"] if remark["lost"]] == [
        f"lost-{kind}" for kind in notices or () if status
    ]


def test_tracked_changes_may_be_ignored(office, capsys):
    cells, _, _, _, _, _ = AWKWARD["tracked changes, accepted"]
    status, task, _ = imported(office, word(appendix(**cells)), capsys, "--tracked", "ignore")
    assert (status, task["deadline"]) == (0, "Hàng tháng")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_refused_in_one_line_and_nothing_is_written(name, office, capsys):
    status, task, report = imported(office, FILES[name][0], capsys)
    assert (status, task, report["said"].count("\n")) == (3, {}, 1), report
    assert report["said"].startswith("cchc: error: ")
    assert sorted(path.name for path in office.rglob("*") if path.name != ".cchc.lock") == ["a.docx", "cchc.yaml"]


def test_macros_are_not_run_and_told(office, capsys):
    data = word(appendix(), {"vbaProject.bin": b"\xd0\xcf"})
    status, task, report = imported(office, data, capsys)
    assert (status, task["content"]) == (0, "Rà soát TTHC")
    assert [notice["kind"] for notice in report["notices"]] == ["macro"]


def test_a_zip_bomb_and_an_entity_are_refused(office, capsys):
    with zipfile.ZipFile(office / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", b"0" * 200 * 2**20)
    with zipfile.ZipFile(office / "b.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><Types/>')
    for data in ((office / "bomb.docx").read_bytes(), (office / "b.docx").read_bytes()):
        status, task, report = imported(office, data, capsys)
        assert (status, task) == (3, {}), report


def test_a_thousand_rows_give_a_thousand_tasks(office, capsys):
    rows = [row(str(number), f"Việc số {number}", "Thường xuyên", "Văn phòng", "", "Báo cáo") for number in range(1, 1_001)]
    status, _, report = imported(office, word(TITLE + table(row(*CAPTIONS), *rows)), capsys)
    assert (status, report["counts"], report["errors"]) == (0, {"sections": 0, "tasks": 1_000, "parts": 0}, 0)
