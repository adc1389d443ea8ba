"""The parts of a document or workbook by what they are to it; each is checked before it is parsed."""

from collections.abc import Iterator, Mapping
from typing import Any

from cchc.intake.notices import Notices
from cchc.intake.values import NoticeKind
from cchc.ooxml.package import byte_fault, is_xml, parse_part, relationships, too_large, unsafe

TAG_LIMIT = 2_000_000
"""Beginnings and ends of elements in a part: a tree of them takes memory and time, few bytes as they are."""

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_NAMES = tuple(
    (_STRICT + strict, _USUAL + strict.replace(b"/", b"/2006/", 1))
    for strict in (
        b"wordprocessingml/main", b"spreadsheetml/main", b"drawingml/main", b"drawingml/wordprocessingDrawing",
        b"officeDocument/relationships", b"officeDocument/math",
    )
)  # fmt: skip
"""The names of "Strict Open XML", another choice of Office's own when saving."""
_PROGRAMS = ("vbaproject", "activex")


class Parts:
    """The parts that one part, the main one, refers to."""

    def __init__(self, parts: Mapping[str, bytes], main: str) -> None:
        self._parts = parts
        for part, content in parts.items():
            if is_xml(part) and (fault := byte_fault(content)) is not None:
                raise unsafe(part, fault, "xml")
        self.main = main
        self.related = relationships(parts, main)

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def root(self, part: str) -> Any:
        """Return the root element of a part. Raises PackageFault."""
        content = self._parts[part]
        if content.count(b"<") > TAG_LIMIT:
            raise too_large(part, f"{TAG_LIMIT:,}")
        if _STRICT in content:
            for strict, usual in _NAMES:
                content = content.replace(strict, usual)
        return parse_part(part, content)

    def of(self, *kinds: str) -> Iterator[str]:
        """Yield the parts of some kinds that the main one refers to, each once."""
        linked = [target for _, kind, target, is_external in self.related if kind in kinds and not is_external]
        yield from (part for part in dict.fromkeys(linked) if part in self._parts)

    def first(self, kind: str) -> Any:
        """Return the root of the part of a kind; None without one."""
        return next((self.root(part) for part in self.of(kind)), None)

    def related_to(self, part: str) -> list[tuple[str, str]]:
        """Return kind and name of the parts that another part refers to."""
        found = relationships(self._parts, part)
        return [(kind, target) for _, kind, target, is_external in found if not is_external and target in self._parts]

    def tell(self, notices: Notices) -> None:
        """Tell of programs, and of what lies outside of the file: neither is run nor fetched."""
        for part in self._parts:
            if any(word in part.casefold() for word in _PROGRAMS) and not part.endswith(".rels"):
                notices.tell(NoticeKind.MACRO, "", part)
        for _, kind, target, is_external in self.related:
            if (is_external and kind != "hyperlink") or kind == "externalLink":  # hyperlinks are told where they stand
                notices.tell(NoticeKind.LINK, target, kind)
