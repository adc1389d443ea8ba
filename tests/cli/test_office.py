"""A PDF is made by LibreOffice, whatever goes wrong with it, and nothing of it stays behind."""

import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest

from cchc.cli import office as office_program
from cchc.cli.app import main
from cchc.cli.office import to_pdf
from cchc.errors import OfficeFailed, OfficeMissing
from cchc.messages import MAX_QUOTED
from tests.cli.repository import lay_out
from tests.libreoffice import converted, needs_office_and_pages

ROOT = Path(__file__).parents[2]
needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")

FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng Ủy ban nhân dân}\n",
    "plans/p/plan.yaml": "id: p\ntitle: KẾ HOẠCH\nyear: 2025\n"
    "tasks:\n- {id: a, content: Rà soát quy chế nghiễm nhiên, deadline: {by: 2025-06-30}, lead: [u]}\n",
}

Render = Callable[..., tuple[int, str]]
StandIn = Callable[[str], Path]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with one plan of one task, which is also the current folder."""
    root = tmp_path / "office"
    lay_out(root, FILES)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def render(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Render:
    """Return a function that runs `cchc render`; its answer is the exit status and what was said, in English."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["render", *arguments, "--lang", "en"])
        return status, " ".join(capsys.readouterr().err.split())

    return run


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which everything temporary is made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Return a function that puts a shell script in the place of LibreOffice, on PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def put(script: str) -> Path:
        program = folder / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    return put


@pytest.fixture
def word_file() -> bytes:
    return saved(docx.Document())


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def is_running(pid: int) -> bool:
    """Return whether a process runs; one that has ended and was not yet waited for does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


def ends(pid: int) -> bool:
    """Return whether a process has ended within a few seconds."""
    return any(not is_running(pid) or time.sleep(0.05) for _ in range(100))


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


@needs_office_and_pages
def test_a_pdf_holds_the_appendix_on_a4_across_with_its_letters(render, workspace, temporary):
    assert render("out.pdf") == (0, "Wrote out.pdf.")
    text = " ".join(run("pdftotext", "-layout", "out.pdf", "-").split())
    for words in ("Rà soát quy chế nghiễm nhiên", "Văn phòng Ủy ban nhân dân", "Chậm nhất ngày 30/06/2025"):
        assert all(word in text for word in words.split())
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", run("pdfinfo", "out.pdf"))
    assert (round(float(size[1])), round(float(size[2]))) == (842, 595)
    fonts = [line[54:].split() for line in run("pdffonts", "out.pdf").splitlines()[2:]]
    assert {fields[-5] for fields in fonts} == {"yes"}, "a font that is not embedded is replaced where the file is read"
    assert list(temporary.iterdir()) == []


@needs_office_and_pages
def test_the_plan_of_2025_has_the_pages_of_its_word_file(tmp_path):
    out = tmp_path / "phu-luc.pdf"
    assert main(["render", str(out), "--root", str(ROOT)]) == 0
    assert int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", str(out)))[1]) == 8
    pages = run("pdftotext", "-layout", str(out), "-").split("\f")[:-1]
    assert [page.split()[0] for page in pages] == ["PHỤ", *(str(number) for number in range(2, 9))]


@needs_office_and_pages
def test_progress_is_printed_from_its_template(render):
    assert render("out.pdf", "--template", "progress.docx", "--as-of", "2025-07-02")[0] == 0
    assert "ĐẾN NGÀY 02/07/2025" in " ".join(run("pdftotext", "-layout", "out.pdf", "-").split())


@needs_office_and_pages
def test_what_is_not_as_asked_in_the_word_file_is_told_of_a_pdf_too(render, workspace):
    (workspace / "templates").mkdir()
    template = docx.Document(str(ROOT / "templates/appendix.docx"))
    template.sections[0].left_margin = 0
    template.save(str(workspace / "templates/appendix.docx"))
    status, said = render("out.pdf")
    assert (status, "docx-margin" in said) == (0, True)
    assert said.removeprefix("Wrote out.pdf.") == render("out.docx")[1].removeprefix("Wrote out.docx.")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server in this machine, and the list of the paths that it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


def bait(address: str) -> bytes:
    """Return a Word file whose picture lies at an address outside."""
    document = docx.Document()
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c63f8cfc0f01f00050001ff89993d1d0000000049454e44ae426082"
    )
    document.add_picture(io.BytesIO(pixel), width=914_400)
    source, target = zipfile.ZipFile(io.BytesIO(saved(document))), io.BytesIO()
    with source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name).replace(b"r:embed=", b"r:link=")
            content = content.replace(b'Target="media/image1.png"', f'Target="{address}/a.png" TargetMode="External"'.encode())
            archive.writestr(name, content)
    return target.getvalue()


@needs_office_and_pages
def test_what_a_document_links_to_is_not_fetched(asked, tmp_path):
    address, paths = asked
    document = bait(address)
    (tmp_path / "bait.docx").write_bytes(document)
    converted(tmp_path / "bait.docx", "pdf")
    assert set(paths) == {"/a.png"}, "the bait works with settings as they are delivered"
    paths.clear()
    assert to_pdf(document).startswith(b"%PDF-")
    assert paths == []


def test_without_libreoffice_the_old_file_stays(render, workspace, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(office_program, "_USUAL_PLACES", {})
    (workspace / "out.pdf").write_bytes(b"old")
    assert render("out.pdf") == (
        3,
        "cchc: error: A .pdf is made by LibreOffice, which was not found. Install LibreOffice (libreoffice.org), or set "
        "CCHC_SOFFICE to the full path of soffice, or render a .docx and save it as PDF in Word.",
    )
    assert (workspace / "out.pdf").read_bytes() == b"old"


def test_a_program_in_the_current_folder_is_not_started(workspace, monkeypatch):
    """PATH may name the current folder, which may be a stranger's."""
    (workspace / "soffice").write_text("#!/bin/sh\ntouch started\n", encoding="utf-8")
    (workspace / "soffice").chmod(0o755)
    monkeypatch.setattr(office_program, "_USUAL_PLACES", {})
    monkeypatch.setenv("PATH", os.pathsep.join(("", ".")))
    with pytest.raises(OfficeMissing):
        to_pdf(b"")
    assert not (workspace / "started").exists()


@pytest.mark.parametrize("named", ["soffice", "no/such/program", str(ROOT), str(ROOT / "README.md")])
def test_the_variable_names_a_whole_path_of_a_program(render, monkeypatch, named):
    monkeypatch.setenv("CCHC_SOFFICE", named)
    assert render("out.pdf") == (
        3,
        f"cchc: error: CCHC_SOFFICE names {named}, which is not the full path of a program. Set it to that of soffice, or unset it.",
    )


@needs_sh
def test_the_variable_goes_before_the_path(stand_in, word_file, monkeypatch):
    here = stand_in("exit 7")
    elsewhere = here.with_name("mine")
    elsewhere.write_text('#!/bin/sh\nprintf %%PDF-mine >"$PWD/appendix.pdf"\n', encoding="utf-8")
    elsewhere.chmod(0o755)
    monkeypatch.setenv("CCHC_SOFFICE", str(elsewhere))
    assert to_pdf(word_file) == b"%PDF-mine"


@needs_sh
@pytest.mark.parametrize(
    ("script", "ended"),
    [
        ("echo first; echo 'Error: source file could not be loaded' >&2; exit 1", "1: Error: source file could not be loaded"),
        ("exit 0", "0"),
        ("echo no such filter", "0: no such filter"),
        (': >"$PWD/appendix.pdf"', "0"),
        ('echo hello >"$PWD/appendix.pdf"', "0"),
        ('printf %%PDF-1.7 >"$PWD/appendix.pdf"; exit 5', "5"),
        ("kill -SEGV $$", "-11"),
        ("head -c 100000 /dev/zero | tr '\\0' x", f"{'0: ' + 'x' * 100_000:.{MAX_QUOTED - 1}}…"),
    ],
)
def test_a_libreoffice_that_fails_is_named_and_the_old_file_stays(render, workspace, stand_in, temporary, script, ended):
    program = stand_in(script)
    (workspace / "out.pdf").write_bytes(b"old")
    assert render("out.pdf") == (
        3,
        f"cchc: error: LibreOffice ({program}) made no PDF (status {ended}). "
        "Try again; if that fails too, render a .docx and save it as PDF in Word.",
    )
    assert (workspace / "out.pdf").read_bytes() == b"old"
    assert list(temporary.iterdir()) == []


@needs_sh
def test_a_program_that_cannot_be_started(render, stand_in, temporary):
    program = stand_in("")
    program.write_text("#!/no/such/shell\n", encoding="utf-8")
    status, said = render("out.pdf")
    assert (status, said.startswith(f"cchc: error: {program} cannot be started: there is no such file or folder.")) == (3, True)
    assert list(temporary.iterdir()) == []


@needs_sh
def test_a_libreoffice_that_hangs_is_ended_with_all_that_it_started(stand_in, word_file, temporary, tmp_path, monkeypatch):
    stand_in(f"trap '' TERM INT\nsleep 600 &\necho $$ $! >'{tmp_path}/pids'\nwait\nsleep 600")
    monkeypatch.setattr(office_program, "PATIENCE", 1.0)
    with pytest.raises(OfficeFailed) as caught:
        to_pdf(word_file)
    assert (caught.value.key, caught.value.params) == ("office/slow", {"limit": 1})
    assert [ends(int(pid)) for pid in (tmp_path / "pids").read_text().split()] == [True, True]
    assert list(temporary.iterdir()) == []


@needs_sh
def test_what_a_libreoffice_leaves_running_is_ended_too(stand_in, word_file, tmp_path):
    stand_in(f"sleep 600 &\necho $! >'{tmp_path}/pids'\nprintf %%PDF-1.7 >\"$PWD/appendix.pdf\"")
    assert to_pdf(word_file) == b"%PDF-1.7"
    assert ends(int((tmp_path / "pids").read_text()))


@needs_sh
def test_an_interrupt_ends_libreoffice_and_tidies_up(stand_in, workspace, temporary, tmp_path):
    stand_in(f"echo $$ >'{tmp_path}/pids.new'; mv '{tmp_path}/pids.new' '{tmp_path}/pids'\nsleep 600")
    command = [sys.executable, "-m", "cchc", "render", "out.pdf", "--root", str(workspace)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as process:
        assert any((tmp_path / "pids").exists() or time.sleep(0.05) for _ in range(400))
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
    assert ends(int((tmp_path / "pids").read_text()))
    assert list(temporary.iterdir()) == []


@needs_sh
def test_an_interrupt_while_libreoffice_is_started_ends_it_too(stand_in, word_file, temporary, tmp_path):
    """It interrupts at once, mostly before Popen has returned."""
    stand_in(f"kill -INT $PPID\necho $$ >'{tmp_path}/pids'\nsleep 600")
    for _ in range(20):
        (tmp_path / "pids").unlink(missing_ok=True)
        with pytest.raises(KeyboardInterrupt):
            to_pdf(word_file)
        assert not (tmp_path / "pids").exists() or ends(int((tmp_path / "pids").read_text() or 2**22))
        assert list(temporary.iterdir()) == []


@needs_sh
def test_the_profile_is_its_own_and_words_are_no_options(stand_in, word_file, temporary):
    """The stand-in answers with its own command line, its surroundings and its profile."""
    stand_in(
        '{ printf "%%PDF-\\n"; for word; do echo "$word"; done; echo "$TMPDIR"; pwd; cat profile/user/registrymodifications.xcu; } '
        ">appendix.pdf"
    )
    lines = to_pdf(word_file).decode().splitlines()
    folder = Path(lines[1].removeprefix("-env:UserInstallation=file://")).parent
    assert folder.parent == temporary
    assert not folder.exists()
    assert lines[7:13] == [
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        str(folder / "appendix.docx"),
        str(folder),
    ]
    assert [line for line in lines if "DisableMacrosExecution" in line] == [
        '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
        '<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>'
    ]


@pytest.mark.parametrize("ending", [".pdf", ".PDF"])
def test_a_pdf_is_not_compared(render, workspace, ending):
    (workspace / f"out{ending}").write_bytes(b"old")
    said = "cchc: error: --check does not go with .pdf: a .pdf differs each time it is written. Check the .docx."
    assert render(f"out{ending}", "--check") == (2, said)
