"""Draw the pictures of README.md and of the page for offices: lists as a terminal shows them, pages of appendices.

LibreOffice lays both out and pdftoppm draws them, so that no picture needs a font or a service of its own.
"""

import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent
WORKSPACE = HERE.parents[1]
sys.path.insert(0, str(WORKSPACE))
from tests.docs.test_import_page import LAST_YEAR  # noqa: E402  the page's own example
from tests.intake.papers import as_docx  # noqa: E402

CCHC = Path(sys.executable).with_name("cchc")
COLUMNS = 90
MARGIN = 24  # pixels around the list
PIXELS_PER_POINT = 2
INK, RED, GREEN, YELLOW, GREY = (36, 41, 47), (190, 20, 35), (17, 99, 41), (140, 85, 0), (110, 119, 129)
ON_PAPER = TerminalTheme((255, 255, 255), INK, [INK, RED, GREEN, YELLOW, INK, INK, INK, GREY])
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>{stylesheet}
@page {{ size: 297mm 420mm; margin: 10mm }}</style></head>
<body lang="vi"><p style="color: #ffffff">.</p>
<pre style="font-family: 'Liberation Mono'; font-size: 10pt">{code}</pre></body></html>"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        draw_list(Path(folder))
        draw_page(Path(folder))
        draw_import(Path(folder))


def draw_list(folder: Path) -> None:
    """Draw `cchc due --week`."""
    draw_terminal(folder, "due-week", ["due", "--week", "--as-of", "2025-06-02"], WORKSPACE)


def draw_terminal(folder: Path, name: str, command: list[str], workspace: Path) -> None:
    """Draw what a command prints, in the colours of a terminal, cut to its size."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere)
        console.print(Text(" ".join(["$ cchc", *command]), style="dim"))
        console.print(Text.from_ansi(_on_terminal([str(CCHC), *command], workspace)))
    (folder / "list.html").write_text(console.export_html(theme=ON_PAPER, code_format=PAGE), encoding="utf-8")
    _to_pdf(folder / "list.html", "pdf:writer_web_pdf_Export")
    # LibreOffice puts the first paragraph on a page of its own where the text is short: what counts is the page with words.
    pages = _run("pdftotext", "-bbox", str(folder / "list.pdf"), "-").split("<page ")[1:]
    number, boxes = max(enumerate(pages, 1), key=lambda page: page[1].count("<word "))
    corners = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(?!\.<)', boxes)
    lefts, tops, rights, bottoms = (
        [round(float(side) * PIXELS_PER_POINT) for side in sides] for sides in zip(*corners, strict=True)
    )
    left, top = max(min(lefts) - MARGIN, 0), max(min(tops) - MARGIN, 0)
    size = ("-W", str(max(rights) - left + MARGIN), "-H", str(max(bottoms) - top + MARGIN))
    _draw(folder / "list.pdf", name, 72 * PIXELS_PER_POINT, "-f", str(number), "-x", str(left), "-y", str(top), *size)


def draw_page(folder: Path) -> None:
    """Draw the first page of the appendix."""
    _run(str(CCHC), "render", str(folder / "appendix.docx"), "--root", str(WORKSPACE))
    _to_pdf(folder / "appendix.docx", "pdf")
    _draw(folder / "appendix.pdf", "appendix-page", 96, "-gray")


def draw_import(folder: Path) -> None:
    """Draw last year's appendix as an office has it, what `cchc import` tells of it, and the plan printed again."""
    office = folder / "office"
    (office / "plans").mkdir(parents=True)
    for name in ("cchc.yaml", "plans/units.yaml", "plans/events.yaml"):
        shutil.copy(WORKSPACE / name, office / name)
    paper = office / "phu-luc-2024.docx"
    _write_paper(paper)
    _draw_top(folder, paper, "import-before")
    draw_terminal(folder, "import-report", ["import", paper.name, "--into", "plans/snv-2024", "--prove"], office)
    _mend(office / "plans/snv-2024/plan.yaml")
    _run(str(CCHC), "render", str(folder / "again.docx"), "--root", str(office))
    _draw_top(folder, folder / "again.docx", "import-after")


def _write_paper(path: Path) -> None:
    """Write the page's example as an office would lay it out."""
    paper = docx.Document(io.BytesIO(as_docx(LAST_YEAR.splitlines())))
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Times New Roman", Pt(12)
    page = paper.sections[0]
    page.page_width, page.page_height = page.page_height, page.page_width
    for paragraph in paper.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    (table,) = paper.tables
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, (1.3, 6.2, 4.2, 2.6, 2.6, 3, 2.5), strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    paper.save(str(path))


def _mend(plan: Path) -> None:
    """Write the rule beside the one deadline that could not be read, as the page says."""
    unread, mended = "deadline: Trước ngày 20\n", "deadline: {text: Trước ngày 20, every: month, before_day: 20}\n"
    plan.write_text(plan.read_text(encoding="utf-8").replace(unread, mended), encoding="utf-8")


def _draw_top(folder: Path, document: Path, name: str) -> None:
    """Draw the part of the first page of a document that has text on it."""
    _to_pdf(document, "pdf", folder)
    _draw(folder / f"{document.stem}.pdf", name, 96, "-gray", "-f", "1", "-l", "1")


def _on_terminal(command: list[str], workspace: Path) -> str:
    """Return what a command prints on a terminal, colours and all."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "CCHC_LANG": "vi"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment, cwd=workspace):  # noqa: S603
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 65536):
                shown += chunk
        except OSError:  # Linux's way of saying that the other end has closed
            pass
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n").rstrip()


def _to_pdf(document: Path, form: str, folder: Path | None = None) -> None:
    folder = folder or document.parent
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run("soffice", "--headless", profile, "--convert-to", form, "--outdir", str(folder), str(document))


def _draw(pdf: Path, name: str, resolution: int, *options: str) -> None:
    _run("pdftoppm", "-png", "-singlefile", "-r", str(resolution), *options, str(pdf), str(HERE / name))


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
