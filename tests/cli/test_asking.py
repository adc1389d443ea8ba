"""A person at a real terminal is asked for what a command cannot do without; a pipe never is."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.repository import CCHC, lay_out
from tests.cli.terminal import at_terminal

SURROUNDINGS = {**os.environ, "CCHC_NOW": "2025-06-10T02:00Z", "CCHC_LANG": "vi"}
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/p/plan.yaml": "id: p\ntitle: Kế hoạch\nyear: 2025\ntasks:\n- {id: a, content: Một, lead: [u], deadline: Thường xuyên}\n",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    lay_out(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "answers", "questions", "file", "written"),
    [
        (["unit", "rename", "u"], ["Văn phòng Sở", ""], ["Tên đơn vị mới?", "Có hiệu lực từ ngày?"], "units.yaml",
         "  van-phong-so:\n    name: Văn phòng Sở\n    valid_from: 2025-06-10\n"),
        (["unit", "split", "u"], ["Phòng Một", "hai=Phòng Hai", "1/7/2025"], ["Tên đơn vị mới?", "Có hiệu lực từ ngày?"],
         "units.yaml", "  hai:\n    name: Phòng Hai\n    valid_from: 2025-07-01\n"),
        (["task", "add"], ["Việc mới", "Hàng tháng", "Văn phòng"],
         ["Nội dung công việc?", "Thời hạn?", "Đơn vị chủ trì (mã hoặc tên)?"], "p/plan.yaml",
         "- id: viec-moi\n  content: Việc mới\n  deadline: Hàng tháng\n  lead: [u]\n"),
        (["task", "withdraw", "a"], [""], ["Rút từ ngày?"], "p/plan.yaml", "  withdrawn:\n    on: 2025-06-10\n"),
        (["issue", "p"], ["12/KH-SNV", ""], ["Số văn bản (như 123/KH-SNV)?", "Ngày ban hành?"], "p/plan.yaml",
         "document:\n  number: 12\n  symbol: KH-SNV\n  issued_on: 2025-06-10\n"),
    ],
)  # fmt: skip
def test_what_is_missing_is_asked_for(arguments, answers, questions, file, written, office):
    status, said = at_terminal(arguments, answers, office, SURROUNDINGS)
    assert (status, [question for question in questions if question not in said]) == (0, []), said
    assert written in (office / "plans" / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [["unit", "rename", "u"], ["unit", "split", "u"], ["task", "add"], ["task", "withdraw", "a"]]
)
def test_an_empty_answer_and_a_pipe_leave_everything_as_it_was(arguments, office):
    asked = [*arguments, "--on", "2025-13-01"] if arguments[1] == "withdraw" else arguments
    status, said = at_terminal(asked, ["", "", ""], office, SURROUNDINGS)
    assert (status, "lỗi" in said) == (2, True), said
    piped = subprocess.run([CCHC, *arguments], cwd=office, input="x\n", capture_output=True, text=True)
    assert (piped.returncode, "?" in piped.stderr) == (2, False), piped.stderr
    assert {name: (office / name).read_text(encoding="utf-8") for name in FILES} == FILES
