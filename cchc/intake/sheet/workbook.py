"""A workbook's parts in, a table for each sheet and notices out."""

from collections.abc import Iterator, Mapping
from typing import Any

from cchc.intake.notices import Notices
from cchc.intake.recognise import refusal
from cchc.intake.sheet.styles import format_codes
from cchc.intake.sheet.texts import S, words_of
from cchc.intake.sheet.worksheet import Book, Worksheet
from cchc.intake.values import NoticeKind, Place, SourceDocument, SourceTable
from cchc.intake.word.xml import DRAWING, RELATION, whole
from cchc.ooxml.package import PackageFault, byte_fault, is_xml, parse_part, relationships, unsafe

_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")


def read_workbook(name: str, parts: Mapping[str, bytes], main: str) -> SourceDocument:
    """Return what a workbook holds. Raises SourceRefused."""
    try:
        return _Package(name, parts, main).read()
    except PackageFault as fault:
        raise refusal(name, fault) from fault


class _Package:
    """The parts of a workbook by what they are to it."""

    def __init__(self, name: str, parts: Mapping[str, bytes], main: str) -> None:
        self._name = name
        self._parts = parts
        self._main = main
        self._notices = Notices()
        for part, content in parts.items():
            if is_xml(part) and (fault := byte_fault(content)) is not None:
                raise unsafe(part, fault, "xml")
        self._related = relationships(parts, main)

    def read(self) -> SourceDocument:
        root = self._root(self._main)
        for part in self._parts:
            if "vbaproject" in part.casefold() and not part.endswith(".rels"):
                self._notices.tell(NoticeKind.MACRO, "", part)
        for _, kind, target, is_external in self._related:
            if is_external or kind == "externalLink":
                self._notices.tell(NoticeKind.LINK, target, kind)
        strings, styles = self._first("sharedStrings"), self._first("styles")
        properties = root.find(S + "workbookPr")
        book = Book(
            self._name,
            [] if strings is None else [words_of(one, self._notices) for one in strings.iterfind(S + "si")],
            format_codes(styles),
            properties is not None and properties.get("date1904") in {"1", "true"},
        )
        tables = tuple(self._tables(root, book))
        return SourceDocument(tables, self._notices.told())

    def _tables(self, root: Any, book: Book) -> Iterator[SourceTable]:
        targets = {name: (kind, target) for name, kind, target, is_external in self._related if not is_external}
        number = 0
        for sheet in root.iterfind(f"{S}sheets/{S}sheet"):
            kind, part = targets.get(sheet.get(RELATION + "id", ""), ("", ""))
            title = sheet.get("name", "")
            self._notices.place = Place()
            if kind != "worksheet" or part not in self._parts:
                self._notices.tell(NoticeKind.UNKNOWN, title, kind or "sheet")
                continue
            if sheet.get("state", "visible") != "visible":
                unseen = Worksheet(self._root(part), book, Notices()).rows(0)
                words = "\n".join("\t".join(cell.text for cell in row.cells) for row in unseen)
                self._notices.tell(NoticeKind.HIDDEN_SHEET, words, title)
                continue
            number += 1
            rows = tuple(Worksheet(self._root(part), book, self._notices).rows(number))
            self._tell_of(part, number)
            yield SourceTable(number, rows, title)

    def _tell_of(self, part: str, number: int) -> None:
        """Tell the comments of a sheet and the words drawn over it."""
        self._notices.place = Place(table=number)
        for _, kind, target, is_external in relationships(self._parts, part):
            if is_external or target not in self._parts:
                continue
            if kind == "comments":
                for comment in self._root(target).iter(S + "comment"):
                    row = whole("".join(letter for letter in comment.get("ref", "") if letter.isdigit()), 0)
                    self._notices.place = Place(table=number, row=row)
                    text = comment.find(S + "text")
                    self._notices.tell(NoticeKind.COMMENT, "" if text is None else words_of(text), comment.get("ref", ""))
            elif kind == "drawing":
                self._notices.place = Place(table=number)
                self._tell_of_drawing(self._root(target))

    def _tell_of_drawing(self, root: Any) -> None:
        for anchor in root:
            words = "\n".join(text.text or "" for text in anchor.iter(DRAWING + "t"))
            self._notices.tell(NoticeKind.TEXT_BOX if words else NoticeKind.PICTURE, words)

    def _root(self, part: str) -> Any:
        content = self._parts[part]
        if _STRICT[0] in content:
            for strict, usual in (
                (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
                (b"drawingml/main", b"drawingml/2006/main"),
            ):
                content = content.replace(_STRICT[0] + strict, _STRICT[1] + usual)
            strict, usual = b"officeDocument/relationships", b"officeDocument/2006/relationships"
            content = content.replace(_STRICT[0] + strict, _STRICT[1] + usual)
        return parse_part(part, content)

    def _first(self, kind: str) -> Any:
        found = (target for _, one, target, is_external in self._related if one == kind and not is_external)
        return next((self._root(target) for target in found if target in self._parts), None)
