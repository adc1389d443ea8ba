"""`cchc docx check`: does a Word file look as NĐ 30/2020/NĐ-CP and the layout of the appendix ask?"""

from pathlib import Path

from cchc.cli import docx_report
from cchc.cli.console import Console
from cchc.errors import Unreadable
from cchc.files import read_document
from cchc.json_text import to_json
from cchc.messages import Language, screen
from cchc.render.word.conformance.check import LIMITS, check
from cchc.render.word.conformance.found import Conformance

NOTED = 10


def run(file: Path, report_format: str, language: Language, console: Console) -> int:
    """Print what deviates; return 1 where something does. Raise Unreadable."""
    conformance = _checked(read_document(file, LIMITS.file), file)
    if report_format == "json":
        console.result(to_json(docx_report.data(conformance, str(file), language)))
    else:
        count = len(conformance.deviations)
        summary = screen(language, "docx/found" if count else "docx/fine", count=count, path=file)
        console.result(docx_report.text(conformance, language, console.width, summary))
    return int(bool(conformance.deviations))


def note(content: bytes, file: Path, language: Language, console: Console) -> None:
    """Tell on stderr what deviates in a document that was just written, at most ten lines."""
    if len(content) > LIMITS.file:
        console.note(screen(language, "docx/not-checked", path=file))
        return
    try:
        deviations = check(content).deviations
    except Unreadable:
        console.note(screen(language, "docx/not-checked", path=file))
        return
    for deviation in deviations[:NOTED]:
        console.note(docx_report.line(deviation, language))
    if len(deviations) > NOTED:
        console.note(screen(language, "docx/more", count=len(deviations) - NOTED, path=file))


def _checked(content: bytes, file: Path) -> Conformance:
    try:
        return check(content)
    except Unreadable as refusal:
        refusal.params.setdefault("path", file)
        raise
