"""What a file is, by its content; its name only decides between kinds of plain text."""

from typing import Literal

from cchc.intake.compound import MAGIC, stream_names
from cchc.intake.encodings import decoded
from cchc.intake.values import SourceRefused
from cchc.ooxml.package import Limits, PackageFault, content_types, main_part, read_package

LIMITS = Limits(file=64 * 2**20, inflated=100 * 2**20, xml=32 * 2**20)
"""A file that render wrote is stored, not deflated; the tree of a part takes about eight times as much memory."""

WORD_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
SHEET_TYPES = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.ms-excel.template.macroEnabled.main+xml",
)
_HTML_LIMIT = 4_096
_HTML_SIGNS = ("<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<p>", "<title")

TextKind = Literal["page", "text"]


def read_parts(name: str, data: bytes) -> tuple[Literal["word", "sheet"], dict[str, bytes], str]:
    """Return what a zip holds, its parts and the main one; refuse one that is neither text nor a workbook of Office."""
    try:
        parts = read_package(data, LIMITS)
        types = set(content_types(parts).values())
        if types & set(WORD_TYPES):
            return "word", parts, main_part(parts, WORD_TYPES)
        if types & set(SHEET_TYPES):
            return "sheet", parts, main_part(parts, SHEET_TYPES)
    except PackageFault as fault:
        raise refusal(name, fault) from fault
    if any("sheet.binary" in kind for kind in types):
        raise SourceRefused("intake/xlsb", name=name)
    raise SourceRefused("intake/other-zip", name=name)


def refusal(name: str, fault: PackageFault) -> SourceRefused:
    """Return the refusal of a file for what its package says of itself."""
    if fault.code == "not-word":
        key = "opendocument" if fault.reason == "opendocument" else "broken"
        return SourceRefused(f"intake/{key}", name=name)
    if fault.code == "too-large":
        return SourceRefused("intake/too-large", name=name, limit=fault.limit)
    if fault.name == "XML":  # what no program could read, or would read without an end
        key = "too-deep" if "depth" in str(fault.__cause__) else "broken"
        return SourceRefused(f"intake/{key}", name=name)
    return SourceRefused("intake/unsafe", name=name, part=fault.part or name, what=fault.name)


def refuse_known(name: str, data: bytes) -> None:
    """Raise SourceRefused for a kind of file that is known and not read."""
    if not data.strip(b"\0 \t\r\n"):
        raise SourceRefused("intake/empty", name=name)
    if len(data) > LIMITS.file:
        raise SourceRefused("intake/too-large", name=name, limit=f"{LIMITS.file // 2**20} MB")
    if data.startswith(MAGIC):
        raise SourceRefused(f"intake/{_compound_kind(stream_names(data))}", name=name)
    if data.startswith(b"%PDF-"):
        raise SourceRefused("intake/pdf", name=name)
    if data.startswith(b"{\\rtf"):
        raise SourceRefused("intake/rtf", name=name)
    if data[:_HTML_LIMIT].lstrip().lower().startswith(b"mime-version:"):
        raise SourceRefused("intake/mht", name=name)


def _compound_kind(streams: frozenset[str]) -> str:
    if "EncryptedPackage" in streams:
        return "password"
    if "WordDocument" in streams:
        return "old-word"
    return "old-excel" if streams & {"Workbook", "Book"} else "old-office"


def text_kind(name: str, data: bytes) -> tuple[TextKind, str, str]:
    """Return whether text is a page or plain, the text, and its encoding where that was a guess."""
    text, guessed = decoded(name, data)
    start = text[:_HTML_LIMIT].lstrip().lower()
    if start.startswith("<?xml") and ("pkg:package" in start or "w:worddocument" in start):
        raise SourceRefused("intake/word-xml", name=name)
    is_named = name.casefold().endswith((".htm", ".html", ".xhtml"))
    is_page = start.startswith(_HTML_SIGNS) or (start.startswith(("<?xml", "<!--")) and "<html" in start)
    return ("page" if is_page or (is_named and "<" in text) else "text"), text, guessed
