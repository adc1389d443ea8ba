"""The one place where a template is filled in: tags are mended and checked before anything runs."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import unescape

from jinja2 import TemplateSyntaxError, UndefinedError
from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import WORD, W
from cchc.render.word.blocks import as_jinja
from cchc.render.word.contents import element_problems
from cchc.render.word.language import Context, LanguageCheck, Objection, TemplateEnvironment
from cchc.render.word.package import parse_part
from cchc.render.word.problems import Refused, Spot, TemplateProblem, refuse_first
from cchc.render.word.spots import Spots
from cchc.render.word.tags import DELIMITER, Tag, mend, tags_in, tags_of

PART_LIMIT = 2**20
TAG_LIMIT = 500

_MARKUP = re.compile(r"<[^>]*>")
_STATEMENT = re.compile(r"\{%(?:p|tr|tc|r)?\s+(for|endfor|if|elif|else|endif)\b[^{}%&]*%\}")
_PRINT = re.compile(r"\{\{(?!(?:p|tr|tc|r)\s)[^-+{}%&][^{}%&]*(?<!-)\}\}")
_COMMENT = re.compile(r"\{#[^{}%&#]*#\}")
_PREFIX = re.compile(r"^(\{[%#])(?:p|tr|tc|r)\s")
_LOOP_NAME = re.compile(r"\{%\w*\s+for\s+(\w+)")
_FAILURES = (UndefinedError, TemplateSyntaxError, RecursionError, TypeError, ValueError, ArithmeticError)
# What makes a tag that opens, parts or closes a block a text of its own, so that each can be parsed apart.
_COMPLETED = {
    "if": "{}{{% endif %}}", "for": "{}{{% endfor %}}", "elif": "{{% if 1 %}}{}{{% endif %}}",
    "else": "{{% if 1 %}}{}{{% endif %}}", "endif": "{{% if 1 %}}{}", "endfor": "{{% for a in b %}}{}", "": "{}",
}  # fmt: skip


def read_part(parts: Mapping[str, bytes], name: str) -> Any:
    """Return the root of a part in which each sound tag stands whole in one run, whatever Word made of it."""
    root = parse_part(name, parts[name])
    if root.nsmap.get("w") != WORD:
        raise Refused(TemplateProblem("not-word", Spot(name)))
    if len(parts[name]) > PART_LIMIT and DELIMITER.search("".join(root.itertext())) is not None:
        raise Refused(TemplateProblem("too-large", Spot(name), limit="1 MB"))
    for empty in [*root.iter(W + "t"), *root.iter(W + "r")]:
        if len(empty) == 0 and not empty.text and empty.getparent() is not None:
            empty.getparent().remove(empty)
    for paragraph in root.iter(W + "p"):
        mend(paragraph)
        if len(paragraph) == 0:
            etree.SubElement(paragraph, W + "pPr")
    return root


def place_problems(root: Any, spots: Spots) -> Iterator[TemplateProblem]:
    """Yield tags where the engine would see other ones than the reader: in markup, over paragraphs, never ended."""
    xml = etree.tostring(root, encoding="unicode")
    if DELIMITER.search(xml) is None and DELIMITER.search("".join(root.itertext())) is None:
        return
    found = [*_misplaced(root, spots), *_unsound(tags_of(root), spots)]
    yield from found
    if found:
        return
    for markup in _MARKUP.findall(xml):
        for tag in tags_in(markup):
            yield tag.problem("misplaced-tag", spots.part)
    in_texts = [tag for text in root.iter(W + "t") for tag in tags_in(text.text or "")]
    seen = tags_in(unescape(_MARKUP.sub("", xml)))
    for one, other in zip_longest(seen, in_texts):
        if one is None or other is None or (one.text, one.fault) != (other.text, ""):
            yield (one or other).problem("split-tag", spots.part)
            return


def _misplaced(root: Any, spots: Spots) -> Iterator[TemplateProblem]:
    """Yield tags in attributes, and in what is not text of the document: instructions of fields, deleted text."""
    for element in root.iter(etree.Element):
        texts = [element.tail or "", *map(str, element.attrib.values())]
        if element.tag != W + "t":
            texts.append(element.text or "")
        for text in texts:
            if "{" in text or "}" in text:
                for tag in tags_in(text):
                    reason = "deleted" if element.tag == W + "delText" else ""
                    yield tag.problem("misplaced-tag", spots.of(element), reason=reason)


def _unsound(tags: Sequence[Tag], spots: Spots) -> Iterator[TemplateProblem]:
    """Yield tags that are never ended or whose braces do not match; two halves in two paragraphs are one fault."""
    is_other_half = False
    for tag, following in zip_longest(tags, tags[1:]):
        if is_other_half:
            is_other_half = False
        elif tag.fault == "open" and following is not None and following.fault == "stray":
            is_other_half = True
            yield tag.problem("split-tag", spots.of(tag.element))
        elif tag.fault:
            yield tag.problem("broken-tag", spots.of(tag.element))


def language_problems(tags: Sequence[Tag], context: Context, spots: Spots) -> Iterator[TemplateProblem]:
    """Yield what is wrong with sound tags: no Jinja, not allowed, a name that is not offered, blocks left open."""
    if len(tags) > TAG_LIMIT:
        yield TemplateProblem("too-large", spots.part, limit=str(TAG_LIMIT), reason="tags")
        return
    environment = TemplateEnvironment(context, spots.part, is_xml=True)
    sound = []
    for tag in tags:
        problem = _form_problem(tag, environment, spots)
        if problem is None:
            sound.append(tag)
        else:
            yield problem
    blocks = list(_block_problems(tags, spots))
    yield from blocks
    if len(sound) == len(tags) and not blocks:
        yield from _objections([("\n".join(map(_plain, tags)), tags)], environment, context, frozenset(), spots)
    else:
        # Which loop a tag stands in cannot be told: each is looked at apart, with the names of every loop.
        names = {found[1] for tag in tags if (found := _LOOP_NAME.match(tag.text))}
        each = [(_completed(tag), [tag]) for tag in sound if _word_of(tag) not in {"else", "endif", "endfor"}]
        yield from _objections(each, environment, context, frozenset({*names, "loop"}) if names else frozenset(), spots)


def _form_problem(tag: Tag, environment: TemplateEnvironment, spots: Spots) -> TemplateProblem | None:
    """Return why a tag by itself is no tag of ours, or no Jinja."""
    if not any(pattern.fullmatch(tag.text) for pattern in (_STATEMENT, _PRINT, _COMMENT)):
        return tag.problem("not-allowed", spots.of(tag.element), name=tag.text[:40], reason="form")
    try:
        environment.parse(_completed(tag))
    except TemplateSyntaxError:
        return tag.problem("broken-tag", spots.of(tag.element))
    except RecursionError:
        return tag.problem("not-allowed", spots.of(tag.element), name="depth")
    return None


def _objections(
    texts: Sequence[tuple[str, Sequence[Tag]]],
    environment: TemplateEnvironment,
    context: Context,
    scope: frozenset[str],
    spots: Spots,
) -> Iterator[TemplateProblem]:
    """Yield what is said against texts of tags, line n of each being its tag n."""
    for text, tags in texts:
        try:
            found: list[Objection] = list(LanguageCheck(context, scope).objections(environment.parse(text)))
        except RecursionError:
            found = [Objection(1, "not-allowed", "depth")]
        for objection in found:
            tag = tags[min(objection.line, len(tags)) - 1]
            yield tag.problem(objection.code, spots.of(tag.element), objection.name, objection.near, objection.reason)


def _block_problems(tags: Sequence[Tag], spots: Spots) -> Iterator[TemplateProblem]:
    """Yield each `if` or `for` that is never closed, and each part of one that none opened."""
    opened: list[tuple[str, Tag]] = []
    for tag in tags:
        match _word_of(tag):
            case "if" | "for" as word:
                opened.append((word, tag))
            case "else" if not opened:
                yield tag.problem("unopened-block", spots.of(tag.element))
            case "elif" if not opened or opened[-1][0] != "if":
                yield tag.problem("unopened-block", spots.of(tag.element))
            case "endif" | "endfor" as word:
                wanted = word.removeprefix("end")
                if wanted not in [kind for kind, _ in opened]:
                    yield tag.problem("unopened-block", spots.of(tag.element))
                    opened = opened[:-1]  # the end of another kind was meant: one fault, told once
                    continue
                while opened and opened[-1][0] != wanted:
                    kind, left = opened.pop()
                    yield left.problem("unclosed-block", spots.of(left.element), name=_end_of(kind))
                opened.pop()
            case _:
                pass
    for kind, tag in reversed(opened):
        yield tag.problem("unclosed-block", spots.of(tag.element), name=_end_of(kind))


def _end_of(kind: str) -> str:
    return f"{{% end{kind} %}}"


def _word_of(tag: Tag) -> str:
    found = _STATEMENT.fullmatch(tag.text)
    return found[1] if found else ""


def _plain(tag: Tag) -> str:
    """Return a tag as Jinja writes it, without the prefix of a block, on one line."""
    return " ".join(_PREFIX.sub(r"\1 ", tag.text).splitlines())


def _completed(tag: Tag) -> str:
    return _COMPLETED[_word_of(tag)].format(_plain(tag))


def fill(root: Any, context: Context, part: Spot) -> str:
    """Return a part, as `read_part` gave it, as XML in which every tag is filled in."""
    spots = Spots(root, part)
    refuse_first(place_problems(root, spots))
    tags = tags_of(root)
    refuse_first(language_problems(tags, context, spots))
    xml: str = etree.tostring(root, encoding="unicode")
    if not tags:
        return xml
    if len(xml) > PART_LIMIT:
        raise Refused(TemplateProblem("too-large", spots.part, limit="1 MB"))
    environment = TemplateEnvironment(context, spots.part, is_xml=True)
    text = as_jinja(deepcopy(root))
    filled = _run(lambda: str(environment.from_string(text).render(context)), tags, environment, context, spots)
    try:
        result = etree.fromstring(filled)
    except etree.XMLSyntaxError as error:
        block = next((tag for tag in tags if tag.text.startswith("{%")), tags[0])
        raise Refused(block.problem("broken-tag", spots.of(block.element), reason="torn")) from error
    refuse_first(element_problems(result, Spots(result, part)))
    return filled


def text_problems(text: str, context: Context, spot: Spot) -> Iterator[TemplateProblem]:
    """Yield what is wrong with the tags of a plain text, a property of the file."""
    spots = Spots(None, spot)
    tags = tags_in(text)
    yield from _unsound(tags, spots)
    yield from language_problems([tag for tag in tags if not tag.fault], context, spots)


def fill_text(text: str, context: Context, spot: Spot) -> str:
    """Return a plain text (a property of the file) with its tags filled in, without escapes."""
    refuse_first(text_problems(text, context, spot))
    tags = tags_in(text)
    if not tags:
        return text
    environment = TemplateEnvironment(context, spot, is_xml=False)
    spots = Spots(None, spot)
    return _run(lambda: str(environment.from_string(text).render(context)), tags, environment, context, spots)


def _run(action: Callable[[], str], tags: Sequence[Tag], environment: TemplateEnvironment, context: Context, spots: Spots) -> str:
    try:
        return action()
    except _FAILURES as error:
        tag = next((tag for tag in tags if _fails(tag.text, environment, context)), tags[0])
        code = "unknown-name" if isinstance(error, UndefinedError) else "broken-tag"
        raise Refused(tag.problem(code, spots.of(tag.element), name=str(error)[:80])) from error


def _fails(tag: str, environment: TemplateEnvironment, context: Context) -> bool:
    """Say whether a printing tag fails by itself; one that needs its loop is not tried."""
    try:
        environment.from_string(tag).render(context)
    except Refused:
        return False
    except _FAILURES:
        return tag.startswith("{{")
    return False
