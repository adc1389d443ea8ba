"""A Word file's parts in, its paragraphs, tables and notices out."""

from collections.abc import Iterator, Mapping
from typing import Any

from cchc.intake.notices import Notices
from cchc.intake.recognise import refusal
from cchc.intake.values import NoticeKind, Place, SourceDocument, Tracked
from cchc.intake.word.context import Context
from cchc.intake.word.lists import Lists
from cchc.intake.word.story import Story
from cchc.intake.word.styles import Styles
from cchc.intake.word.tables import Tables
from cchc.intake.word.xml import plain_words
from cchc.ooxml.package import PackageFault, W, byte_fault, is_xml, parse_part, relationships, unsafe

_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")
_STRICT_NAMES = tuple(
    (_STRICT[0] + strict, _STRICT[1] + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    )
)
"""The names of "Strict Open XML Document", another choice of Word's own when saving."""

_NOTES = ("footnote", "endnote", "comment")
_DRAWN = {"diagramData", "chart"}
_PROGRAMS = ("vbaproject", "activex")


def read_word(name: str, parts: Mapping[str, bytes], main: str, tracked: Tracked) -> SourceDocument:
    """Return what a Word file holds. Raises SourceRefused."""
    try:
        return _Package(parts, main, tracked).read()
    except PackageFault as fault:
        raise refusal(name, fault) from fault


class _Package:
    """The parts of a Word file by what they are to the document."""

    def __init__(self, parts: Mapping[str, bytes], main: str, tracked: Tracked) -> None:
        self._parts = parts
        self._main = main
        self._tracked: Tracked = tracked
        for part, content in parts.items():
            if is_xml(part) and (fault := byte_fault(content)) is not None:
                raise unsafe(part, fault, "xml")
        self._related = relationships(parts, main)
        self._notices = Notices()

    def read(self) -> SourceDocument:
        document = self._root(self._main)
        body = document.find(W + "body")
        if document.tag != W + "document" or body is None:
            raise PackageFault("not-word")
        styles = Styles(self._first("styles"))
        context = Context(
            self._tracked,
            styles,
            Lists(self._first("numbering"), styles, self._notices),
            self._notices,
            {name: target for name, _, target, _ in self._related},
            {kind: self._notes(kind) for kind in _NOTES},
        )
        self._tell_of_parts()
        story = Story(context)
        blocks = tuple(story.body(body, Tables(context, story).read))
        self._tell_of_pages()
        return SourceDocument(blocks, self._notices.told())

    def _root(self, part: str) -> Any:
        content = self._parts[part]
        if _STRICT[0] in content:
            for strict, usual in _STRICT_NAMES:
                content = content.replace(strict, usual)
        return parse_part(part, content)

    def _first(self, kind: str) -> Any:
        """Return the root of the part of a kind; None without one."""
        return next((self._root(part) for part in self._of(kind)), None)

    def _of(self, *kinds: str) -> Iterator[str]:
        """Yield the parts of some kinds that the document refers to, each once."""
        linked = [target for _, kind, target, is_external in self._related if kind in kinds and not is_external]
        yield from (part for part in dict.fromkeys(linked) if part in self._parts)

    def _notes(self, kind: str) -> dict[str, Any]:
        root = self._first(f"{kind}s")
        return {} if root is None else {note.get(W + "id", ""): note for note in root.findall(W + kind)}

    def _tell_of_parts(self) -> None:
        """Tell of programs, and of what lies outside of the file: neither is run nor fetched."""
        for part in self._parts:
            if any(word in part.casefold() for word in _PROGRAMS) and not part.endswith(".rels"):
                self._notices.tell(NoticeKind.MACRO, "", part)
        for _, kind, target, is_external in self._related:
            if is_external and kind != "hyperlink":
                self._notices.tell(NoticeKind.LINK, target, kind)

    def _tell_of_pages(self) -> None:
        """Tell the words at the top and bottom of pages, and those of drawings that are parts of their own."""
        self._notices.place = Place()
        for kind, notice in (("header", NoticeKind.HEADER), ("footer", NoticeKind.FOOTER)):
            for part in self._of(kind):
                words = plain_words(self._root(part)).strip()
                if words and not words.isdigit():
                    self._notices.tell(notice, words)
        for part in self._of(*_DRAWN):
            self._notices.tell(NoticeKind.TEXT_BOX, plain_words(self._root(part)), part)
