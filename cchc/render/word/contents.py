"""What a template may carry: text, styles and pictures; nothing that runs, links or pulls in other files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from cchc.ooxml.package import W, byte_fault, is_xml
from cchc.render.word.package import content_types, main_part, parse_part, relationships
from cchc.render.word.problems import Refused, Spot, TemplateProblem
from cchc.render.word.spots import Spots, rooms_of

_ACTIVE_TYPES = ("vbaproject", "vbadata", "macroenabled", "oleobject", "activex")
_ACTIVE_LINKS = {
    "vbaProject", "wordVbaData", "oleObject", "package", "aFChunk", "control", "activeXControlBinary",
    "customUI", "attachedTemplate", "subDocument", "frame", "mailMergeSource", "mailMergeHeaderSource",
    "attachedToolbars", "keyMapCustomizations", "userCustomization",
}  # fmt: skip
_ACTIVE_ELEMENTS = ("altChunk", "object", "control", "subDoc", "OLEObject", "mailMerge")
_LINK = re.compile(r"(?:https?://|mailto:)[^\x00-\x20\\]+", re.IGNORECASE)

# Fields that only print something of the document; DDE, INCLUDETEXT, LINK, MACROBUTTON … are not among them.
_FIELDS = {
    "=", "AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME", "FORMTEXT", "HYPERLINK", "IF",
    "KEYWORDS", "LASTSAVEDBY", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "PRINTDATE", "REF", "SAVEDATE",
    "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "SYMBOL", "TIME", "TITLE", "TOC",
}  # fmt: skip


def content_problems(parts: Mapping[str, bytes]) -> Iterator[TemplateProblem]:
    """Yield what a template may not hold: entities, macros, embedded objects, outside links, fields that act."""
    rooms = rooms_of(parts)
    for name, content in parts.items():
        if is_xml(name) and (fault := byte_fault(content)) is not None:
            yield TemplateProblem("unsafe-part", Spot(name, rooms[name]), name=fault, reason="xml")
        elif content.startswith((b"\xd0\xcf\x11\xe0", b"MZ")):  # a compound file (OLE, old Office), a program
            yield TemplateProblem("unsafe-part", Spot(name, rooms[name]), name="OLE", reason="embedded")
    try:
        yield from _type_problems(parts, rooms)
        main_part(parts)
    except Refused as refusal:
        yield refusal.problem
    for name, content in parts.items():
        if is_xml(name) and byte_fault(content) is None:
            yield from _part_problems(parts, name, rooms[name])


def _type_problems(parts: Mapping[str, bytes], rooms: Mapping[str, str]) -> Iterator[TemplateProblem]:
    for name, kind in content_types(parts).items():
        spot = Spot(name, rooms[name])
        if any(word in f"{name} {kind}".casefold() for word in _ACTIVE_TYPES):
            yield TemplateProblem("unsafe-part", spot, name="macro", reason="macro")
        elif kind.casefold().endswith("xml") and not is_xml(name):
            yield TemplateProblem("unsafe-part", spot, name=kind, reason="xml")


def _part_problems(parts: Mapping[str, bytes], name: str, room: str) -> Iterator[TemplateProblem]:
    try:
        if name.casefold().endswith(".rels"):
            yield from _link_problems(parts, name)
        else:
            root = parse_part(name, parts[name])
            yield from element_problems(root, Spots(root, Spot(name, room)))
    except Refused as refusal:
        yield replace(refusal.problem, spot=Spot(name, room))


def _link_problems(parts: Mapping[str, bytes], name: str) -> Iterator[TemplateProblem]:
    folder, _, stem = name.removesuffix(".rels").rpartition("_rels/")
    for _, kind, target, is_external in relationships(parts, folder + stem):
        if kind in _ACTIVE_LINKS:
            yield TemplateProblem("unsafe-part", Spot(name, "link"), name=kind, reason="embedded")
        elif is_external and not (kind == "hyperlink" and _LINK.fullmatch(target)):
            yield TemplateProblem("unsafe-part", Spot(name, "link"), name=target[:80], reason="link")


def element_problems(root: Any, spots: Spots) -> Iterator[TemplateProblem]:
    """Yield elements and fields that act; asked again after filling in, for a tag may drop half a field."""
    for tag in _ACTIVE_ELEMENTS:
        for element in root.iter(f"{{*}}{tag}"):
            yield TemplateProblem("unsafe-part", spots.of(element), name=tag, reason="embedded")
    for element, instruction in _instructions(root):
        words = instruction.split()
        is_known = bool(words) and words[0].upper() in _FIELDS
        if not is_known or (words[0].upper() == "HYPERLINK" and not _is_harmless_link(words[1:])):
            yield TemplateProblem("unsafe-part", spots.of(element), name=instruction.strip()[:80], reason="field")


def _is_harmless_link(words: list[str]) -> bool:
    target = words[0].strip('"') if words else ""
    return target == "\\l" or _LINK.fullmatch(target) is not None


def _instructions(root: Any) -> list[tuple[Any, str]]:
    """Return each field with its own instruction, put together from its runs, without nested fields."""
    found = [(element, element.get(W + "instr", "")) for element in root.iter(W + "fldSimple")]
    open_fields: list[tuple[Any, list[str]]] = []
    for element in root.iter(W + "fldChar", W + "instrText"):
        if element.tag == W + "instrText":
            if not open_fields:
                found.append((element, ""))
            else:
                open_fields[-1][1].append(element.text or "")
        elif element.get(W + "fldCharType") == "begin":
            open_fields.append((element, []))
        elif element.get(W + "fldCharType") == "end" and open_fields:
            begin, pieces = open_fields.pop()
            found.append((begin, "".join(pieces)))
    return found + [(begin, "".join(pieces)) for begin, pieces in open_fields]


def text_parts(parts: Mapping[str, bytes]) -> list[str]:
    """Return the parts whose tags are filled in: the document first, then its headers, footers and notes."""
    main = main_part(parts)
    kinds = {"header", "footer", "footnotes", "endnotes"}
    linked = {target for _, kind, target, is_external in relationships(parts, main) if kind in kinds and not is_external}
    if missing := sorted(linked - parts.keys()):
        raise Refused(TemplateProblem("not-word", Spot(missing[0]), reason="missing"))
    return [main, *sorted(linked - {main})]
