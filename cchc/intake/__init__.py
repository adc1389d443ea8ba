"""Files of offices as neutral tables: what stands in which cell, and what was read in a special way or left out."""

from cchc.intake.page import read_page
from cchc.intake.recognise import read_parts, refuse_known, text_kind
from cchc.intake.sheet.workbook import read_workbook
from cchc.intake.tabbed import read_tabbed
from cchc.intake.values import SourceDocument, Tracked
from cchc.intake.word.document import read_word

_ZIP = b"PK"


def read_source(name: str, data: bytes, tracked: Tracked = "accept") -> SourceDocument:
    """Return what a file holds; its content decides what it is, its name only helps. Raises SourceRefused.

    `tracked` says how changes that Word tracked are read: as accepted, or as the text was before them.
    """
    refuse_known(name, data)
    if data.startswith(_ZIP):
        kind, parts, main = read_parts(name, data)
        if kind == "word":
            return read_word(name, parts, main, tracked)
        return read_workbook(name, parts, main)
    form, text, guessed = text_kind(name, data)
    if form == "page":
        return read_page(name, text, guessed, tracked)
    return read_tabbed(name, text, guessed)
