"""The one place that lets docxtpl fill in a template: tags are mended and checked before anything runs."""

import re
from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import unescape

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, UndefinedError
from lxml import etree  # type: ignore[import-untyped]

from cchc.errors import TemplateRefused
from cchc.render.word.contents import WORD, W, check_contents, check_elements
from cchc.render.word.language import Context, LanguageCheck, TemplateEnvironment
from cchc.render.word.package import parse_part, read_package, too_large

PART_LIMIT = 2**20
TAG_LIMIT = 500
TAG_LENGTH = 300

_DELIMITER = re.compile(r"\{[{%#]|[}%#]\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MARKUP = re.compile(r"<[^>]*>")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_STATEMENT = re.compile(r"\{%(?:p|tr|tc|r)?\s+(for|endfor|if|elif|else|endif)\b[^{}%&]*%\}")
_PRINT = re.compile(r"\{\{(?!(?:p|tr|tc|r)\s)[^-+{}%&][^{}%&]*(?<!-)\}\}")
_COMMENT = re.compile(r"\{#[^{}%&#]*#\}")
_FAILURES = (UndefinedError, TemplateSyntaxError, RecursionError, TypeError, ValueError, ArithmeticError)
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def open_template(data: bytes) -> dict[str, bytes]:
    """Return the parts of a template that has passed every check of its file and of what it carries."""
    parts = read_package(data)
    check_contents(parts)
    return parts


def find_tags(text: str, part: str) -> list[str]:
    """Return the tags of a text in their order; refuse any left open, nested or too long (linear time)."""
    tags: list[str] = []
    opened: re.Match[str] | None = None
    for found in _DELIMITER.finditer(text):
        if opened is None and found[0] in _CLOSING:
            opened = found
        elif opened is not None and found[0] == _CLOSING[opened[0]] and found.end() - opened.start() <= TAG_LENGTH:
            tags.append(text[opened.start() : found.end()])
            opened = None
        elif opened is not None:
            raise _broken(text[opened.start() :], part)
        else:
            raise _broken(text[max(0, found.start() - 40) : found.end()], part)
        if len(tags) > TAG_LIMIT:
            raise too_large(part, str(TAG_LIMIT))
    if opened is not None:
        raise _broken(text[opened.start() :], part)
    return tags


def check_tags(tags: list[str], context: Context, part: str) -> None:
    """Refuse tags that are no Jinja, that are not allowed, or that ask for a name that is not offered."""
    for tag in tags:
        if not any(pattern.fullmatch(tag) for pattern in (_STATEMENT, _PRINT, _COMMENT)):
            raise TemplateRefused("template/not-allowed", tag=tag, part=part, name=tag[:40])
    _check_blocks(tags, part)
    skeleton = "\n".join(re.sub(r"^(\{[%#])(?:p|tr|tc|r)\s", r"\1 ", tag) for tag in tags)
    environment = TemplateEnvironment(context, part, is_xml=True)
    try:
        tree = environment.parse(skeleton)
    except TemplateSyntaxError as error:
        raise _broken(tags[min(error.lineno, len(tags)) - 1], part) from error
    except RecursionError as error:
        raise TemplateRefused("template/not-allowed", tag=tags[0], part=part, name="depth") from error
    LanguageCheck(context, part, tags).check(tree)


def _check_blocks(tags: list[str], part: str) -> None:
    """Refuse an `if` or `for` that is never closed, and a part of one that none opened, at its own tag."""
    opened: list[tuple[str, str]] = []
    for tag in tags:
        found = _STATEMENT.fullmatch(tag)
        match found[1] if found else "":
            case "if" | "for" as word:
                opened.append((word, tag))
            case "else" if not opened:
                raise _broken(tag, part)
            case "elif" if not opened or opened[-1][0] != "if":
                raise _broken(tag, part)
            case "endif" | "endfor" as word if not opened or opened.pop()[0] != word.removeprefix("end"):
                raise _broken(tag, part)
            case _:
                pass
    if opened:
        raise _broken(opened[-1][1], part)


def read_part(parts: Mapping[str, bytes], name: str) -> Any:
    """Return the root of a part in which each tag stands whole in one run, whatever Word made of it."""
    root = parse_part(name, parts[name])
    if root.nsmap.get("w") != WORD:
        raise TemplateRefused("template/not-word")
    if len(parts[name]) > PART_LIMIT and _has_tags(root):
        raise too_large(name, "1 MB")
    for empty in [*root.iter(W + "t"), *root.iter(W + "r")]:
        if len(empty) == 0 and not empty.text and empty.getparent() is not None:
            empty.getparent().remove(empty)
    for paragraph in root.iter(W + "p"):
        _mend(paragraph, name)
        if len(paragraph) == 0:
            etree.SubElement(paragraph, W + "pPr")
    return root


def _has_tags(root: Any) -> bool:
    return _DELIMITER.search("".join(root.itertext())) is not None


def _mend(paragraph: Any, part: str) -> None:
    """Move each tag of a paragraph into the run that holds its first character."""
    texts = [text for text in paragraph.iter(W + "t") if next(text.iterancestors(W + "p")) is paragraph]
    whole = "".join(text.text or "" for text in texts)
    if "{" not in whole and "}" not in whole:
        return
    owner = [index for index, text in enumerate(texts) for _ in text.text or ""]
    letters = list(whole)
    end = 0
    for tag in find_tags(whole, part):
        start = whole.index(tag, end)
        end = start + len(tag)
        letters[start:end] = tag.translate(_STRAIGHT)
        owner[start:end] = [owner[start]] * len(tag)
    pieces = [""] * len(texts)
    for index, letter in zip(owner, letters, strict=True):
        pieces[index] += letter
    for text, piece in zip(texts, pieces, strict=True):
        text.text = piece
        text.set(_XML_SPACE, "preserve")


def fill(root: Any, context: Context, part: str) -> str:
    """Return a part, as `read_part` gave it, as XML in which docxtpl has filled in every tag."""
    xml: str = etree.tostring(root, encoding="unicode")
    tags = _check_places(root, xml, part)
    check_tags(tags, context, part)
    if not tags:
        return xml
    if len(xml) > PART_LIMIT:
        raise too_large(part, "1 MB")
    engine = DocxTemplate(b"")
    environment = TemplateEnvironment(context, part, is_xml=True)

    def run() -> str:
        filled: str = engine.render_xml_part(engine.patch_xml(xml), None, context, environment)
        return filled

    filled = _run(run, tags, environment, context, part)
    try:
        check_elements(part, etree.fromstring(filled))
    except etree.XMLSyntaxError as error:
        block = next((tag for tag in tags if tag.startswith("{%")), tags[0])
        raise _broken(block, part) from error
    return filled


def fill_text(text: str, context: Context, part: str) -> str:
    """Return a plain text (a property of the file) with its tags filled in, without escapes."""
    tags = find_tags(text, part)
    check_tags(tags, context, part)
    environment = TemplateEnvironment(context, part, is_xml=False)
    if not tags:
        return text
    return _run(lambda: str(environment.from_string(text).render(context)), tags, environment, context, part)


def element_tags(element: Any, part: str) -> list[str]:
    """Return the tags of an element in their order; refuse those that stand anywhere but in its text."""
    return _check_places(element, etree.tostring(element, encoding="unicode", with_tail=False), part)


def _check_places(root: Any, xml: str, part: str) -> list[str]:
    """Return the tags, once sure that docxtpl sees the same: none in markup, none across texts."""
    for markup in _MARKUP.findall(xml):
        if found := _DELIMITER.search(markup):
            raise _broken(markup[found.start() :], part)
    tags = [tag for text in root.iter(W + "t") for tag in find_tags(text.text or "", part)]
    seen = find_tags(unescape(_MARKUP.sub("", xml)), part)
    for one, other in zip_longest(seen, tags, fillvalue=""):
        if one != other:
            raise _broken(one or other, part)
    return tags


def _run(action: Callable[[], str], tags: list[str], environment: TemplateEnvironment, context: Context, part: str) -> str:
    try:
        return action()
    except _FAILURES as error:
        tag = next((tag for tag in tags if _fails(tag, environment, context)), tags[0])
        key = "unknown-name" if isinstance(error, UndefinedError) else "broken-tag"
        raise TemplateRefused(f"template/{key}", tag=tag, part=part, name=str(error)[:80]) from error


def _fails(tag: str, environment: TemplateEnvironment, context: Context) -> bool:
    """Say whether a printing tag fails by itself; one that needs its loop is not tried."""
    try:
        environment.from_string(tag).render(context)
    except TemplateRefused:
        return False
    except _FAILURES:
        return tag.startswith("{{")
    return False


def _broken(text: str, part: str) -> TemplateRefused:
    return TemplateRefused("template/broken-tag", tag=text[:60].strip(), part=part)
