"""The note on a merge request, by the script of the template itself, against a server on this machine that stands for GitLab."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml

TEMPLATE = Path(__file__).parents[2] / "ci/gitlab.yml"
NOTES = "/projects/4/merge_requests/12/notes"
MARK = "<!-- cchc-diff -->"


class GitLab(BaseHTTPRequestHandler):
    notes: list[dict]
    written: list[tuple[str, str, str | None, str]]

    def do_GET(self) -> None:
        if self.path == "/user":
            self._answer({"id": 1})
        else:
            page = int(self.path.rpartition("=")[2])
            self._answer(self.notes[(page - 1) * 2 : page * 2])

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        self.written.append((self.command, self.path, self.headers["PRIVATE-TOKEN"], body))
        self._answer({})

    def do_PUT(self) -> None:
        self.do_POST()

    def _answer(self, data: object) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def gitlab() -> Iterator[ThreadingHTTPServer]:
    GitLab.notes, GitLab.written = [], []
    server = ThreadingHTTPServer(("127.0.0.1", 0), GitLab)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def note(gitlab: ThreadingHTTPServer, folder: Path, text: str, given: str = "t") -> subprocess.CompletedProcess[str]:
    (folder / "cchc-diff.md").write_text(text, encoding="utf-8")
    (step,) = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["cchc:note"]["script"]
    (folder / "python").unlink(missing_ok=True)
    (folder / "python").symlink_to(sys.executable)
    own = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "CCHC_NOTE_TOKEN": given,
        "CI_API_V4_URL": f"http://127.0.0.1:{gitlab.server_port}",
        "CI_PROJECT_ID": "4",
        "CI_MERGE_REQUEST_IID": "12",
        "CI_PIPELINE_URL": "https://example.vn/7",
    }
    done = subprocess.run(["bash", "-ec", step], cwd=folder, env=own, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done


def test_the_first_time_a_note_is_made(gitlab, tmp_path: Path) -> None:
    note(gitlab, tmp_path, "A.2: hạn 2/4\n")
    assert GitLab.written == [("POST", NOTES, "t", f"{MARK}\nA.2: hạn 2/4\n")]


def test_the_next_time_ones_own_is_updated_wherever_it_stands(gitlab, tmp_path: Path) -> None:
    GitLab.notes = [
        {"id": 5, "author": {"id": 2}, "body": f"{MARK}\ncủa người khác"},
        {"id": 6, "author": {"id": 1}, "body": "Chào"},
        {"id": 7, "author": {"id": 1}, "body": f"{MARK}\ncũ"},
    ]
    note(gitlab, tmp_path, "mới\n")
    assert GitLab.written == [("PUT", f"{NOTES}/7", "t", f"{MARK}\nmới\n")]


def test_a_text_too_long_is_a_way_to_it(gitlab, tmp_path: Path) -> None:
    note(gitlab, tmp_path, "a" * 900_001)
    assert GitLab.written == [("POST", NOTES, "t", f"{MARK}\nhttps://example.vn/7")]


def test_without_a_token_nothing_is_asked(gitlab, tmp_path: Path) -> None:
    done = note(gitlab, tmp_path, "mới\n", given="")
    assert done.stdout == "CCHC_NOTE_TOKEN is not set; the changes are in the artifact cchc-diff.md\n"
    assert GitLab.written == []
