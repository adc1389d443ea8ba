"""Tags that stand for more than their text: `{%p … %}` takes the place of its paragraph, `{%tr … %}` of its row."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import unescape

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import W
from cchc.render.word.tags import tags_in

_PREFIXED = re.compile(r"(\{[%#])(p|tr|tc|r)\s")
_TAG = re.compile(r"\{[{%#][^{}]*[}%#]\}")


def as_jinja(root: Any) -> str:
    """Return a part as Jinja reads it. Its tags must be sound, each whole in one text; `root` is changed."""
    for element, tags in _replaced(root):
        _put_text(element, "".join(_PREFIXED.sub(r"\1 ", tag) for tag in tags))
    xml: str = etree.tostring(root, encoding="unicode")
    return _TAG.sub(lambda tag: unescape(tag[0]), xml)


def _replaced(root: Any) -> Iterator[tuple[Any, list[str]]]:
    """Yield each element that tags take the place of, with these tags; outer elements come first."""
    found: dict[Any, list[str]] = {}
    for text in list(root.iter(W + "t")):
        while (tag := next((tag for tag in tags_in(text.text or "") if _PREFIXED.match(tag.text)), None)) is not None:
            kind = str(_PREFIXED.match(tag.text)[2])  # type: ignore[index]  # it has just matched
            if kind == "r":
                run, text = _split_run(text, tag.start, tag.end)
                found[run] = [tag.text]
                continue
            owner = next(text.iterancestors(W + kind), None)
            text.text = (text.text or "")[: tag.start] + (text.text or "")[tag.end :]
            if owner is not None:
                found.setdefault(owner, []).append(tag.text)
    yield from found.items()


def _split_run(text: Any, start: int, end: int) -> tuple[Any, Any]:
    """Cut a run at a tag; return an empty run in the place of the tag, and the text that follows in a run of its own."""
    run, whole = text.getparent(), text.text or ""
    rest = deepcopy(run)
    at = run.index(text)
    rest_text = rest[at]
    for child in list(rest)[:at]:
        if child.tag != W + "rPr":
            rest.remove(child)
    for child in list(run)[at + 1 :]:
        run.remove(child)
    text.text, rest_text.text = whole[:start], whole[end:]
    middle = etree.Element(W + "r")
    run.addnext(middle)
    middle.addnext(rest)
    return middle, rest_text


def _put_text(element: Any, text: str) -> None:
    """Put a text in the place of an element that may already be gone with one around it."""
    parent = element.getparent()
    if parent is None:
        return
    text += element.tail or ""
    previous = element.getprevious()
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text
    element.tail = None
    parent.remove(element)
