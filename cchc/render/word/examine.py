"""Everything that is wrong with a template, in one pass over its parts; filling in refuses the first of it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import W, byte_fault, is_xml
from cchc.render.word.contents import content_problems, text_parts
from cchc.render.word.guard import language_problems, place_problems, read_part, text_problems
from cchc.render.word.language import Context
from cchc.render.word.models import find_models, model_problems
from cchc.render.word.package import parse_part
from cchc.render.word.problems import Refused, Spot, TemplateProblem
from cchc.render.word.properties import core_part, property_texts
from cchc.render.word.spots import Spots, rooms_of
from cchc.render.word.tags import DELIMITER, tags_in, tags_of


def examine(parts: dict[str, bytes], context: Context, keys: Collection[str]) -> Iterator[TemplateProblem]:
    """Yield what is wrong with the parts of a template; `keys` are the columns of the plan's own."""
    yield from content_problems(parts)
    try:
        main, *others = text_parts(parts)
    except Refused as refusal:
        yield refusal.problem
        return
    rooms = rooms_of(parts)
    filled = [main, *others, core_part(parts)]
    for name in filled[:-1]:
        yield from _filled_problems(parts, Spot(name, rooms[name]), context, keys if name == main else None)
    if byte_fault(parts.get(filled[-1], b"")) is None:
        yield from _property_problems(parts, context)
    for name in [name for name in parts if is_xml(name) and name not in filled]:
        yield from _unfilled(parts, Spot(name, rooms[name]))


def _filled_problems(
    parts: dict[str, bytes], part: Spot, context: Context, keys: Collection[str] | None
) -> Iterator[TemplateProblem]:
    """Yield what is wrong with a part whose tags are filled in; one with `keys` has the table of rows."""
    if byte_fault(parts[part.part]) is not None:
        return
    try:
        root = read_part(parts, part.part)
    except Refused as refusal:
        yield replace(refusal.problem, spot=part)
        return
    spots = Spots(root, part)
    places = list(place_problems(root, spots))
    yield from places
    rows: list[Any] = []
    is_without_rows = False
    if keys is not None:
        found = list(model_problems(root, keys, spots))
        is_without_rows = any(problem.code == "no-rows" and problem.reason == "loop" for problem in found)
        # A loop that is only misspelt is told at its tag.
        yield from [] if is_without_rows and any("for row" in problem.tag for problem in places) else found
        models = find_models(root)
        rows = models.all_rows() if models is not None else []
    own = {tag.element for row in rows for tag in tags_of(row)}
    tags = [tag for tag in tags_of(root) if not tag.fault and tag.element not in own]
    for problem in language_problems(tags, context, spots):
        if not (is_without_rows and problem.reason == "outside-rows"):
            yield problem


def _property_problems(parts: dict[str, bytes], context: Context) -> Iterator[TemplateProblem]:
    try:
        for text, spot in property_texts(parts):
            yield from text_problems(text, context, spot)
    except Refused as refusal:
        yield refusal.problem


def _unfilled(parts: dict[str, bytes], part: Spot) -> Iterator[TemplateProblem]:
    """Yield the tags of a part in which nothing is filled in: they stay as they are typed."""
    if byte_fault(parts[part.part]) is not None:
        return
    try:
        root = parse_part(part.part, parts[part.part])
    except Refused:
        return
    if DELIMITER.search("".join(root.itertext())) is None and DELIMITER.search(etree.tostring(root, encoding="unicode")) is None:
        return
    spots = Spots(root, part)
    in_words = [tag for paragraph in root.iter(W + "p") for tag in tags_of(paragraph)]
    for tag in in_words:
        yield tag.problem("unfilled-tag", spots.of(tag.element))
    for element in root.iter(etree.Element):
        texts = [element.tail or "", *map(str, element.attrib.values())]
        if element.tag != W + "t":
            texts.append(element.text or "")
        for text in texts:
            for tag in tags_in(text) if "{" in text else []:
                yield tag.problem("unfilled-tag", spots.of(element))
