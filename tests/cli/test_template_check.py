"""`cchc template check`: everything that is wrong, where, and the names; what render refuses it with."""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.messages.en.template_names import NAMES as EN_NAMES
from cchc.messages.en.templates import TEMPLATES as EN
from cchc.messages.vi.template_names import NAMES as VI_NAMES
from cchc.messages.vi.templates import TEMPLATES as VI
from cchc.render.word.language import FILTERS, LOOP_NAMES, TESTS
from cchc.render.word.names import APPENDIX_KEYS, GROUPS
from cchc.render.word.problems import CODES
from cchc.views.appendix import CAPTIONS, Appendix
from cchc.views.progress import PROGRESS_CAPTIONS

REPOSITORY = Path(__file__).parents[2]
PLAN = "id: p\ntitle: T\nyear: 2025\ntasks:\n  - {id: a, content: C, deadline: Thường xuyên, lead: [u]}\n"


@pytest.fixture
def edited(tmp_path):
    """Return a function that writes the shipped template with texts of its body replaced, and returns its path."""

    def edit(*changes: tuple[str, str]) -> Path:
        target = io.BytesIO()
        with zipfile.ZipFile(REPOSITORY / "templates" / "appendix.docx") as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                text = old.read(name).decode()
                for before, after in changes if name == "word/document.xml" else ():
                    assert before in text
                    text = text.replace(before, after, 1)
                new.writestr(name, text)
        path = tmp_path / "mau.docx"
        path.write_bytes(target.getvalue())
        return path

    return edit


SLIPS = (
    ("{{ appendix.label }}", "Kính gửi {{ appendix.lable }} để biết"),
    ("{{ appendix.issued_line }}", "{{ appendix.issued_line"),
    ("{{ task.content }}", "{{ task.contnet }}"),
    ("{{ columns.lead }}", "{% if columns.lead %}{{ columns.lead|uper }}"),
)


def test_every_fault_is_told_at_once_with_its_place_and_what_to_do(edited, capsys):
    assert main(["template", "check", str(edited(*SLIPS)), "--lang", "vi"]) == 1
    told, _, names = capsys.readouterr().out.partition("\nTÊN DÙNG TRONG MẪU\n")
    assert (
        told
        == """\
thân văn bản (word/document.xml), đoạn 5: lỗi[broken-tag] Thẻ hỏng.
    »{{ appendix.issued_line«
    gợi ý: Gõ lại thẻ trong Word; mở bằng {{ thì đóng bằng }}, mở bằng {% thì
    đóng bằng %}.
thân văn bản (word/document.xml), bảng 1, hàng 4, ô 2: lỗi[unknown-name] Không có tên “task.contnet”.
    »{{ task.contnet }}«
    gợi ý: Có phải là “task.content”? Xem các tên bằng: cchc template check
    --names
thân văn bản (word/document.xml), bảng 1, hàng 1, ô 4: lỗi[unclosed-block] Thiếu thẻ đóng {% endif %}.
    »{% if columns.lead %}«{{ columns.lead|uper }}
    gợi ý: Thêm {% endif %} vào sau.
thân văn bản (word/document.xml), đoạn 1: lỗi[unknown-name] Không có tên “appendix.lable”.
    Kính gửi »{{ appendix.lable }}« để biết
    gợi ý: Có phải là “appendix.label”? Xem các tên bằng: cchc template check
    --names
thân văn bản (word/document.xml), bảng 1, hàng 1, ô 4: lỗi[not-allowed] Không được dùng bộ lọc “uper”, hoặc không được dùng như thế.
    {% if columns.lead %}»{{ columns.lead|uper }}«
    gợi ý: Có phải là “upper”? Xem các bộ lọc bằng: cchc template check --names

5 lỗi, 0 cảnh báo.
"""
    )
    assert max(map(len, names.splitlines())) <= 80


def test_render_refuses_with_the_same_words(edited, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    template = edited(SLIPS[0]).name
    files = {"cchc.yaml": "format: 1\n", "plans/units.yaml": "units:\n  u: {name: U}\n", "plans/p/plan.yaml": PLAN}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = tmp_path / "o.docx"
    assert main(["render", str(out), "--template", str(template), "--root", str(tmp_path), "--lang", "vi"]) == 3
    assert capsys.readouterr().err == (
        f"cchc: lỗi: Mẫu {template}, thân văn bản (word/document.xml), đoạn 1: Không có tên “appendix.lable”. "
        "Kính gửi »{{ appendix.lable }}« để biết "
        "Có phải là “appendix.label”? Xem các tên bằng: cchc template check --names\n"
    )


def test_json_has_code_place_and_tag(edited, capsys):
    assert main(["template", "check", str(edited(SLIPS[0])), "--format", "json", "--lang", "en"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"error": 1, "warning": 0}
    assert report["problems"] == [
        {
            "code": "unknown-name", "severity": "error", "part": "word/document.xml", "room": "body",
            "paragraph": 1, "table": None, "row": None, "cell": None, "note": None,
            "name": "appendix.lable", "tag": "{{ appendix.lable }}", "before": "Kính gửi ", "after": " để biết",
            "where": "the body (word/document.xml), paragraph 1", "message": "There is no name “appendix.lable”.",
            "hint": "Did you mean “appendix.label”? The names: cchc template check --names",
        }
    ]  # fmt: skip
    assert {"name": "appendix.label", "group": "appendix", "meaning": "the line “PHỤ LỤC”"} in report["names"]


@pytest.mark.parametrize("name", ["appendix.docx", "progress.docx"])
def test_template_of_the_tool_is_found_by_its_bare_name_anywhere(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["template", "check", name, "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("The template works.\n\nNAMES FOR TEMPLATES\n")


def test_column_of_a_plan_in_the_workspace_is_known(edited, tmp_path, capsys):
    template = edited(("{{ task.results }}", "{{ task.note }}"), ("{{ columns.results }}", "{{ columns.note }}"))
    assert main(["template", "check", str(template), "--lang", "en"]) == 1
    plan = PLAN + "columns: [number, content, {key: note, title: Ghi chú}]\n"
    files = {"cchc.yaml": "format: 1\n", "plans/units.yaml": "units:\n  u: {name: U}\n", "plans/p/plan.yaml": plan}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["template", "check", str(template), "--root", str(tmp_path), "--lang", "en"]) == 0


NO_WORD_FILES = {
    b"": "The file is empty.",
    b"hello": "It is not a Word file (.docx).",
    b"\xd0\xcf\x11\xe0" + bytes(600): "It is an old .doc file, or a file with a password.",
}


@pytest.mark.parametrize("content", NO_WORD_FILES)
def test_file_that_is_no_word_file_is_a_problem(content, tmp_path, capsys):
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert main(["template", "check", str(path), "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith(f"the whole file: error[not-word] {NO_WORD_FILES[content]}\n")


def test_opendocument_is_told_apart(tmp_path, capsys):
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert main(["template", "check", str(path), "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith("the whole file: error[not-word] It is an OpenDocument file (.odt).\n")


def test_what_is_no_file_cannot_be_read(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.docx")
    for path in (tmp_path, tmp_path / "pipe.docx", tmp_path / "a" / "none.docx"):
        assert main(["template", "check", str(path)]) == 3
    assert main(["template", "check", "no-such-template.docx"]) == 3
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["appendix.docx", "--names"], ["appendix.docx", "--format", "xml"]])
def test_command_line_that_asks_for_nothing_or_both_is_wrong(arguments):
    assert main(["template", "check", *arguments]) == 2


def test_names_alone(capsys):
    assert main(["template", "check", "--names", "--lang", "vi"]) == 0
    assert capsys.readouterr().out.startswith("TÊN DÙNG TRONG MẪU\n")


def test_list_of_names_is_what_the_engine_checks_against():
    listed = {group: [name.rpartition(".")[2] for name in names] for group, names in GROUPS.items()}
    assert set(APPENDIX_KEYS) == set(Appendix._fields) - {"columns", "rows"}
    assert listed["appendix"] == list(APPENDIX_KEYS)
    assert (listed["task"], listed["progress"]) == (list(CAPTIONS), list(PROGRESS_CAPTIONS))
    assert listed["columns"] == [*CAPTIONS, *PROGRESS_CAPTIONS]
    assert (set(listed["filters"]), set(listed["tests"]), set(listed["loop"])) == (FILTERS, TESTS, LOOP_NAMES)


def test_every_name_has_a_meaning_and_every_code_its_words():
    alone = {name for group, names in GROUPS.items() if group != "columns" for name in names}
    assert set(VI_NAMES) == set(EN_NAMES) == alone | {"columns", "is string"} | {f"group/{group}" for group in GROUPS}
    for words in (VI, EN):
        assert {key.split("/")[2] for key in words if key.startswith("template/says/")} == set(CODES)
        says = {key.removeprefix("template/says/") for key in words if key.startswith("template/says/")}
        assert says == {key.removeprefix("template/hint/") for key in words if key.startswith("template/hint/")}
