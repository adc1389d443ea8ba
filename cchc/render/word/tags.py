"""Tags in the text of a part: found in linear time, each with the words around it, and put whole into one run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from cchc.ooxml.package import W
from cchc.render.word.problems import Spot, TemplateProblem

TAG_LENGTH = 300
DELIMITER = re.compile(r"\{[{%#]|[}%#]\}")

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_AROUND = 30
_QUOTED = 60
_STRAY = 40
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Fault = Literal["", "open", "stray", "broken"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, with the text on both sides of it and the element in whose text it begins.

    `fault` is empty for a sound one, `open` where it never ends, `stray` for an end alone.
    """

    text: str
    start: int
    end: int
    before: str
    after: str
    fault: Fault
    element: Any = field(default=None, compare=False)

    def problem(self, code: str, spot: Spot, name: str = "", near: str = "", reason: str = "") -> TemplateProblem:
        """Return what is wrong with the tag, quoting it."""
        return TemplateProblem(code, spot, name, self.text, self.before, self.after, near, reason=reason)


def tags_in(text: str, element: Any = None) -> list[Tag]:
    """Return the tags of a text in their order, sound or not."""
    tags: list[Tag] = []
    for start, end, fault in _scan(text):
        first = max(start - _STRAY, tags[-1].end if tags else 0) if fault == "stray" else start
        quoted = text[first:end].strip() if not fault else text[first:end][:_QUOTED].strip()
        before = ("…" if first > _AROUND else "") + text[max(0, first - _AROUND) : first]
        after = text[end : end + _AROUND] + ("…" if end + _AROUND < len(text) else "")
        tags.append(Tag(quoted, start, end, before, after, fault, element))
    return tags


def _scan(text: str) -> Iterator[tuple[int, int, Fault]]:
    """Yield where each tag begins and ends; tags within a tag belong to it, with the ends that follow at once."""
    found = list(DELIMITER.finditer(text))
    at = 0
    while at < len(found):
        first = found[at]
        if first[0] not in _CLOSING:
            yield first.start(), first.end(), "stray"
            at += 1
            continue
        last = at + 1
        while last < len(found) and found[last][0] in _CLOSING:
            last += 1
        if last == len(found):
            yield first.start(), len(text), "open"
            return
        is_sound = last == at + 1 and found[last][0] == _CLOSING[first[0]]
        while last > at + 1 and last + 1 < len(found) and _follows_at_once(text, found[last], found[last + 1]):
            last += 1
        is_sound = is_sound and found[last].end() - first.start() <= TAG_LENGTH
        yield first.start(), found[last].end(), "" if is_sound else "broken"
        at = last + 1


def _follows_at_once(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return other[0] not in _CLOSING and not text[one.end() : other.start()].strip()


def tags_of(root: Any) -> list[Tag]:
    """Return the tags in the text of an element in their order; `start` and `end` count from the paragraph's first letter."""
    found: dict[Any, list[Tag]] = {}
    for paragraph in root.iter(W + "p"):
        texts = _texts(paragraph)
        whole = "".join(text.text or "" for text in texts)
        if "{" in whole or "}" in whole:
            owner = _owners(texts)
            for tag in tags_in(whole):
                found.setdefault(texts[owner[tag.start]], []).append(tag)
    in_order = [(text, tag) for text in root.iter(W + "t") for tag in found.get(text, ())]
    return [Tag(tag.text, tag.start, tag.end, tag.before, tag.after, tag.fault, text) for text, tag in in_order]


def mend(paragraph: Any) -> None:
    """Move each sound tag of a paragraph into the run that holds its first character; Word likes to split them."""
    texts = _texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    tags = [tag for tag in tags_in(whole) if not tag.fault] if "{" in whole else []
    if not tags:
        return
    owner = _owners(texts)
    letters = list(whole)
    for tag in tags:
        letters[tag.start : tag.end] = whole[tag.start : tag.end].translate(_STRAIGHT)
        owner[tag.start : tag.end] = [owner[tag.start]] * (tag.end - tag.start)
    pieces = [""] * len(texts)
    for index, letter in zip(owner, letters, strict=True):
        pieces[index] += letter
    for text, piece in zip(texts, pieces, strict=True):
        text.text = piece
        text.set(_XML_SPACE, "preserve")


def _texts(paragraph: Any) -> list[Any]:
    """Return the texts of a paragraph itself, without those of a text box in it."""
    return [text for text in paragraph.iter(W + "t") if next(text.iterancestors(W + "p")) is paragraph]


def _owners(texts: list[Any]) -> list[int]:
    return [index for index, text in enumerate(texts) for _ in text.text or ""]
