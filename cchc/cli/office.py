"""A Word file laid out as PDF by LibreOffice, which is started here and nowhere else.

What is laid out may come from a stranger's template: LibreOffice gets a profile of its own in which macros are off and what
a document links to is not fetched, and nothing of it outlives the call.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc.diagnostics import Whole
from cchc.errors import OfficeFailed, OfficeMissing, SystemReason

PATIENCE = 120.0
NAMED_BY = "CCHC_SOFFICE"

_NAMES = ("soffice.com", "soffice.exe") if sys.platform == "win32" else ("soffice", "libreoffice")
_USUAL_PLACES = {
    "win32": ("C:/Program Files/LibreOffice/program/soffice.com", "C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_MAX_SAID = 10_000
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "\n".join(_ITEM.format(*setting) for setting in _SETTINGS)
    + "\n</oor:items>\n"
)


def to_pdf(document: bytes) -> bytes:
    """Return a Word file as LibreOffice prints it; raise OfficeMissing or OfficeFailed."""
    program = _find_office()
    with TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf-8")
        source, target, said = folder / "appendix.docx", folder / "appendix.pdf", folder / "said"
        source.write_bytes(document)
        status = _run(program, source, said)
        content = target.read_bytes() if target.is_file() else b""
        if status != 0 or not content.startswith(b"%PDF-"):
            ended = ": ".join(filter(None, (str(status), _last_line(said))))
            raise OfficeFailed("office/failed", program=Whole(program), ended=ended)
        return content


def _find_office() -> str:
    """Return where LibreOffice is; the current folder is not looked in, whatever PATH says."""
    if named := os.environ.get(NAMED_BY):
        if not _is_program(Path(named)):
            raise OfficeMissing("office/not-there", variable=NAMED_BY, path=Whole(named))
        return named
    on_path = (Path(folder, name) for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) for name in _NAMES)
    for place in (*on_path, *map(Path, _USUAL_PLACES.get(sys.platform, ()))):
        if _is_program(place):
            return os.fspath(place)
    raise OfficeMissing("office/none", variable=NAMED_BY)


def _is_program(path: Path) -> bool:
    return path.is_absolute() and path.is_file() and os.access(path, os.X_OK)


def _run(program: str, source: Path, said: Path) -> int:
    """Have `source` written as PDF beside it; return the exit status of LibreOffice. No process of it is left."""
    folder = source.parent
    options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        *options,
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        os.fspath(folder),
        os.fspath(source),
    ]
    own = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), os.fspath(folder)) | {"SAL_USE_VCLPLUGIN": "svp"}
    process = None
    with said.open("wb") as stream:
        try:
            with _interrupts_held():
                process = subprocess.Popen(  # noqa: S603  an absolute path, and words that begin with no dash unless they stand here
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=stream,
                    stderr=subprocess.STDOUT,
                    cwd=folder,
                    env=os.environ | own,
                    start_new_session=True,
                )
            return process.wait(PATIENCE)
        except OSError as error:
            raise OfficeFailed("office/not-started", program=Whole(program), why=SystemReason(error)) from error
        except subprocess.TimeoutExpired as error:
            raise OfficeFailed("office/slow", limit=int(PATIENCE)) from error
        finally:
            if process is not None:
                _end(process)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let an interrupt wait for the end of the block: within Popen it would leave a process that nobody knows."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread is interrupted
        yield
        return
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it has started: soffice is a script around the program that does the work."""
    with suppress(OSError):
        if sys.platform == "win32":
            killer = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
            words = (os.fspath(killer), "/F", "/T", "/PID", str(process.pid))
            subprocess.run(words, check=False, capture_output=True)  # noqa: S603  an absolute path and a number
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _last_line(said: Path) -> str:
    lines = said.read_bytes()[-_MAX_SAID:].decode("utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
