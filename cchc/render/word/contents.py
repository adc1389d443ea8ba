"""What a template may carry: text, styles and pictures; nothing that runs, links or pulls in other files."""

import re
from collections.abc import Mapping
from typing import Any

from cchc.errors import TemplateRefused
from cchc.render.word.package import content_types, is_xml, main_part, parse_part, relationships, unsafe

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"

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


def check_contents(parts: Mapping[str, bytes]) -> None:
    """Refuse a template that holds entities, macros, embedded objects, outside links or fields that act."""
    for name, content in parts.items():
        _check_bytes(name, content)
    for name, kind in content_types(parts).items():
        if any(word in f"{name} {kind}".casefold() for word in _ACTIVE_TYPES):
            raise unsafe(name, "macro")
        if kind.casefold().endswith("xml") and not is_xml(name):
            raise unsafe(name, kind)
    main_part(parts)
    for name in parts:
        if name.casefold().endswith(".rels"):
            _check_links(parts, name)
        elif is_xml(name):
            check_elements(name, parse_part(name, parts[name]))


def _check_bytes(name: str, content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise unsafe(name, "DOCTYPE")
    if is_xml(name) and b"\0" in content:
        raise unsafe(name, "encoding")
    if content.startswith((b"\xd0\xcf\x11\xe0", b"MZ")):  # a compound file (OLE, old Office), a program
        raise unsafe(name, "OLE")


def _check_links(parts: Mapping[str, bytes], name: str) -> None:
    folder, _, stem = name.removesuffix(".rels").rpartition("_rels/")
    for _, kind, target, is_external in relationships(parts, folder + stem):
        if kind in _ACTIVE_LINKS:
            raise unsafe(name, kind)
        if is_external and not (kind == "hyperlink" and _LINK.fullmatch(target)):
            raise unsafe(name, target[:80])


def check_elements(name: str, root: Any) -> None:
    """Refuse elements and fields that act; also after filling in: a tag may drop half a field."""
    for tag in _ACTIVE_ELEMENTS:
        if next(root.iter(f"{{*}}{tag}"), None) is not None:
            raise unsafe(name, tag)
    for instruction in _instructions(root):
        words = instruction.split()
        if not words or words[0].upper() not in _FIELDS:
            raise unsafe(name, instruction.strip()[:80])
        if words[0].upper() == "HYPERLINK" and not _is_harmless_link(words[1:]):
            raise unsafe(name, instruction.strip()[:80])


def _is_harmless_link(words: list[str]) -> bool:
    target = words[0].strip('"') if words else ""
    return target == "\\l" or _LINK.fullmatch(target) is not None


def _instructions(root: Any) -> list[str]:
    """Return each field's own instruction, put together from its runs, without nested fields."""
    found = [element.get(W + "instr", "") for element in root.iter(W + "fldSimple")]
    open_fields: list[list[str]] = []
    for element in root.iter(W + "fldChar", W + "instrText"):
        if element.tag == W + "instrText":
            if not open_fields:
                found.append("")
            else:
                open_fields[-1].append(element.text or "")
        elif element.get(W + "fldCharType") == "begin":
            open_fields.append([])
        elif element.get(W + "fldCharType") == "end" and open_fields:
            found.append("".join(open_fields.pop()))
    return found + ["".join(pieces) for pieces in open_fields]


def text_parts(parts: Mapping[str, bytes]) -> list[str]:
    """Return the parts whose tags are filled in: the document first, then its headers, footers and notes."""
    main = main_part(parts)
    kinds = {"header", "footer", "footnotes", "endnotes"}
    linked = {target for _, kind, target, is_external in relationships(parts, main) if kind in kinds and not is_external}
    if missing := sorted(linked - parts.keys()):
        raise TemplateRefused("template/not-word", part=missing[0])
    return [main, *sorted(linked - {main})]
