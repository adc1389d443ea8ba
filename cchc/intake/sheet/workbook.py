"""A workbook's parts in, a table for each sheet and notices out."""

from collections.abc import Iterator, Mapping
from typing import Any

from cchc.intake.counting import whole
from cchc.intake.notices import Notices
from cchc.intake.parts import Parts
from cchc.intake.recognise import refusal
from cchc.intake.sheet.styles import format_codes
from cchc.intake.sheet.texts import S, words_of
from cchc.intake.sheet.worksheet import Book, Worksheet
from cchc.intake.values import NoticeKind, Place, SourceDocument, SourceTable
from cchc.intake.word.xml import DRAWING, RELATION
from cchc.ooxml.package import PackageFault


def read_workbook(name: str, parts: Mapping[str, bytes], main: str) -> SourceDocument:
    """Return what a workbook holds. Raises SourceRefused."""
    try:
        return _Workbook(name, Parts(parts, main)).read()
    except PackageFault as fault:
        raise refusal(name, fault) from fault


class _Workbook:
    """Reads the sheets of a workbook in their order."""

    def __init__(self, name: str, parts: Parts) -> None:
        self._parts = parts
        self._notices = Notices()
        self._root = parts.root(parts.main)
        strings, properties = parts.first("sharedStrings"), self._root.find(S + "workbookPr")
        self._book = Book(
            name,
            [] if strings is None else [words_of(one, self._notices) for one in strings.iterfind(S + "si")],
            format_codes(parts.first("styles")),
            properties is not None and properties.get("date1904") in {"1", "true"},
        )

    def read(self) -> SourceDocument:
        self._parts.tell(self._notices)
        tables = tuple(self._tables())
        return SourceDocument(tables, self._notices.told())

    def _tables(self) -> Iterator[SourceTable]:
        targets = {name: (kind, target) for name, kind, target, is_external in self._parts.related if not is_external}
        number = 0
        for sheet in self._root.iterfind(f"{S}sheets/{S}sheet"):
            kind, part = targets.get(sheet.get(RELATION + "id", ""), ("", ""))
            title = sheet.get("name", "")
            self._notices.place = Place()
            if kind != "worksheet" or part not in self._parts:
                self._notices.tell(NoticeKind.UNKNOWN, title, kind or "sheet")
            elif sheet.get("state", "visible") != "visible":
                self._notices.tell(NoticeKind.HIDDEN_SHEET, self._hidden_words(part), title)
            else:
                number += 1
                rows = tuple(Worksheet(self._parts.root(part), self._book, self._notices).rows(number))
                self._tell_of(part, number)
                yield SourceTable(number, rows, title)

    def _hidden_words(self, part: str) -> str:
        rows = Worksheet(self._parts.root(part), self._book, Notices()).rows(0)
        return "\n".join("\t".join(cell.text for cell in row.cells) for row in rows)

    def _tell_of(self, part: str, number: int) -> None:
        """Tell the comments of a sheet and the words drawn over it."""
        for kind, target in self._parts.related_to(part):
            if kind == "comments":
                for comment in self._parts.root(target).iter(S + "comment"):
                    self._tell_comment(comment, number)
            elif kind == "drawing":
                self._notices.place = Place(table=number)
                for anchor in self._parts.root(target):
                    words = "\n".join(text.text or "" for text in anchor.iter(DRAWING + "t"))
                    self._notices.tell(NoticeKind.TEXT_BOX if words else NoticeKind.PICTURE, words)

    def _tell_comment(self, comment: Any, number: int) -> None:
        reference = comment.get("ref", "")
        row = whole("".join(letter for letter in reference if letter.isdigit()), 0)
        self._notices.place = Place(table=number, row=row)
        text = comment.find(S + "text")
        self._notices.tell(NoticeKind.COMMENT, "" if text is None else words_of(text), reference)
