"""A Word file's parts in, its paragraphs, tables and notices out."""

from collections.abc import Mapping
from typing import Any

from cchc.intake.notices import Notices
from cchc.intake.parts import Parts
from cchc.intake.recognise import refusal
from cchc.intake.values import NoticeKind, Place, SourceDocument, Tracked
from cchc.intake.word.context import Context
from cchc.intake.word.lists import Lists
from cchc.intake.word.story import Story
from cchc.intake.word.styles import Styles
from cchc.intake.word.tables import Tables
from cchc.intake.word.xml import plain_words
from cchc.ooxml.package import PackageFault, W

_NOTES = ("footnote", "endnote", "comment")
_DRAWN = ("diagramData", "chart")


def read_word(name: str, parts: Mapping[str, bytes], main: str, tracked: Tracked) -> SourceDocument:
    """Return what a Word file holds. Raises SourceRefused."""
    try:
        return _read(Parts(parts, main), tracked)
    except PackageFault as fault:
        raise refusal(name, fault) from fault


def _read(parts: Parts, tracked: Tracked) -> SourceDocument:
    document = parts.root(parts.main)
    body = document.find(W + "body")
    if document.tag != W + "document" or body is None:
        raise PackageFault("not-word")
    notices = Notices()
    styles = Styles(parts.first("styles"))
    context = Context(
        tracked,
        styles,
        Lists(parts.first("numbering"), styles, notices),
        notices,
        {name: target for name, _, target, _ in parts.related},
        {kind: _notes(parts.first(f"{kind}s"), kind) for kind in _NOTES},
    )
    parts.tell(notices)
    story = Story(context)
    blocks = tuple(story.body(body, Tables(context, story).read))
    notices.place = Place()
    _tell_of_pages(parts, notices)
    return SourceDocument(blocks, notices.told())


def _notes(root: Any, kind: str) -> dict[str, Any]:
    return {} if root is None else {note.get(W + "id", ""): note for note in root.findall(W + kind)}


def _tell_of_pages(parts: Parts, notices: Notices) -> None:
    """Tell the words at the top and bottom of pages, and those of drawings that are parts of their own."""
    for kind, notice in (("header", NoticeKind.HEADER), ("footer", NoticeKind.FOOTER)):
        for part in parts.of(kind):
            words = plain_words(parts.root(part)).strip()
            if words and not words.isdigit():  # a number of the page
                notices.tell(notice, words)
    for part in parts.of(*_DRAWN):
        notices.tell(NoticeKind.TEXT_BOX, plain_words(parts.root(part)), part)
