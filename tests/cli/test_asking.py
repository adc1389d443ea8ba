"""A person at a real terminal is asked for what a command cannot do without; a pipe never is."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

CCHC = str(Path(sys.executable).with_name("cchc"))
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/p/plan.yaml": "id: p\ntitle: Kế hoạch\nyear: 2025\ntasks:\n- {id: a, content: Một, lead: [u], deadline: Thường xuyên}\n",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def at_terminal(office: Path, arguments: list[str], answers: list[str]) -> tuple[int, str]:
    """Run a command whose input and messages are a terminal; return its status and what stood on the terminal."""
    master, slave = pty.openpty()
    env = {**os.environ, "CCHC_NOW": "2025-06-10T02:00Z", "CCHC_LANG": "vi"}
    process = subprocess.Popen([CCHC, *arguments], stdin=slave, stderr=slave, stdout=subprocess.DEVNULL, cwd=office, env=env)
    os.close(slave)
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
    said = b""
    while True:
        try:
            chunk = os.read(master, 4096)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        said += chunk
    status = process.wait(60)
    os.close(master)
    return status, said.decode()


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
    status, said = at_terminal(office, arguments, answers)
    assert (status, [question for question in questions if question not in said]) == (0, []), said
    assert written in (office / "plans" / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments", [["unit", "rename", "u"], ["unit", "split", "u"], ["task", "add"], ["task", "withdraw", "a"]]
)
def test_an_empty_answer_and_a_pipe_leave_everything_as_it_was(arguments, office):
    status, said = at_terminal(
        office, [*arguments, "--on", "2025-13-01"] if arguments[1] == "withdraw" else arguments, ["", "", ""]
    )
    assert (status, "lỗi" in said) == (2, True), said
    piped = subprocess.run([CCHC, *arguments], cwd=office, input="x\n", capture_output=True, text=True)
    assert (piped.returncode, "?" in piped.stderr) == (2, False), piped.stderr
    assert {name: (office / name).read_text(encoding="utf-8") for name in FILES} == FILES
