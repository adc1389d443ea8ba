"""Draw the pictures of README.md: the weekly list as a terminal shows it, and a page of the printed appendix.

LibreOffice lays both out and pdftoppm draws them, so that no picture needs a font or a service of its own.
"""

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
WORKSPACE = HERE.parents[1]
CCHC = Path(sys.executable).with_name("cchc")
COLUMNS = 90
MARGIN = 24  # pixels around the list
PIXELS_PER_POINT = 2
INK, RED, GREEN, YELLOW, GREY = (36, 41, 47), (190, 20, 35), (17, 99, 41), (140, 85, 0), (110, 119, 129)
ON_PAPER = TerminalTheme((255, 255, 255), INK, [INK, RED, GREEN, YELLOW, INK, INK, INK, GREY])
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>{stylesheet}
@page {{ size: 297mm 420mm; margin: 10mm }}</style></head>
<body lang="vi"><pre style="font-family: 'Liberation Mono'; font-size: 10pt">{code}</pre></body></html>"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        draw_list(Path(folder))
        draw_page(Path(folder))


def draw_list(folder: Path) -> None:
    """Draw `cchc due --week` in the colours of a terminal, cut to its size."""
    command = ["due", "--week", "--as-of", "2025-06-02"]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere)
        console.print(Text(" ".join(["$ cchc", *command]), style="dim"))
        console.print(Text.from_ansi(_on_terminal([str(CCHC), *command])))
    (folder / "list.html").write_text(console.export_html(theme=ON_PAPER, code_format=PAGE), encoding="utf-8")
    _to_pdf(folder / "list.html", "pdf:writer_web_pdf_Export")
    boxes = _run("pdftotext", "-bbox", str(folder / "list.pdf"), "-")
    corners = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes)
    lefts, tops, rights, bottoms = (
        [round(float(side) * PIXELS_PER_POINT) for side in sides] for sides in zip(*corners, strict=True)
    )
    left, top = max(min(lefts) - MARGIN, 0), max(min(tops) - MARGIN, 0)
    size = ("-W", str(max(rights) - left + MARGIN), "-H", str(max(bottoms) - top + MARGIN))
    _draw(folder / "list.pdf", "due-week", 72 * PIXELS_PER_POINT, "-x", str(left), "-y", str(top), *size)


def draw_page(folder: Path) -> None:
    """Draw the first page of the appendix."""
    _run(str(CCHC), "render", str(folder / "appendix.docx"), "--root", str(WORKSPACE))
    _to_pdf(folder / "appendix.docx", "pdf")
    _draw(folder / "appendix.pdf", "appendix-page", 96, "-gray")


def _on_terminal(command: list[str]) -> str:
    """Return what a command prints on a terminal, colours and all."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "CCHC_LANG": "vi"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=theirs, env=environment, cwd=WORKSPACE):  # noqa: S603
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:  # Linux's way of saying that the other end has closed
            pass
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n").rstrip()


def _to_pdf(document: Path, form: str) -> None:
    profile = f"-env:UserInstallation=file://{document.parent}/profile"
    _run("soffice", "--headless", profile, "--convert-to", form, "--outdir", str(document.parent), str(document))


def _draw(pdf: Path, name: str, resolution: int, *options: str) -> None:
    _run("pdftoppm", "-png", "-singlefile", "-r", str(resolution), *options, str(pdf), str(HERE / name))


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
