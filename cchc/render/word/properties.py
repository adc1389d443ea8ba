"""The properties of the Word file: from the plan, never from the clock or the machine."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import CONTENT_TYPES, PACKAGE
from cchc.render.office_file import NO_DAY, PLAN_PROPERTY
from cchc.render.printable import printable
from cchc.render.word.package import parse_part, relationships
from cchc.render.word.problems import Spot

_CP = PACKAGE + "metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_CUSTOM = _OFFICE + "custom-properties"
_VALUES = _OFFICE + "docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_KEPT = {"subject": _DC, "description": _DC, "category": _CP, "keywords": _CP}


def set_properties(
    parts: dict[str, bytes],
    title: str,
    issuer: str,
    created_on: date | None,
    plan_id: str,
    fill: Callable[[str, Spot], str],
) -> None:
    """Write title, author and day into the parts, and the plan's id as the property `cchc-plan`.

    Subject, description, category and keywords stay the template's; `fill` fills in their tags.
    """
    core = core_part(parts)
    old = parse_part(core, parts[core]) if core in parts else None
    kept = {} if old is None else {name: old.findtext(f"{{{space}}}{name}") or "" for name, space in _KEPT.items()}
    names = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=names)
    _add(root, _DC, "title", title)
    _add(root, _DC, "creator", issuer)
    _add(root, _CP, "lastModifiedBy", issuer)
    for name, text in kept.items():
        if text:
            _add(root, _KEPT[name], name, fill(text, Spot(core, "property", name=name)))
    for name in ("created", "modified"):
        day = (created_on or NO_DAY).isoformat()
        _add(root, _TERMS, name, f"{day}T00:00:00Z").set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    _add(root, _DC, "language", "vi-VN")
    _put(
        parts,
        core,
        root,
        PACKAGE + "relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    )
    _set_plan(parts, plan_id)


def property_texts(parts: dict[str, bytes]) -> Iterator[tuple[str, Spot]]:
    """Yield each text of the file's properties that may hold tags; raise Refused where they cannot be read.

    Title and author are replaced, yet a tag in them that may not run is refused like any other.
    """
    core = core_part(parts)
    if core in parts:
        for own in parse_part(core, parts[core]):
            yield own.text or "", Spot(core, "property", name=own.tag.rpartition("}")[2])


def core_part(parts: dict[str, bytes]) -> str:
    """Return the name of the part that holds title, subject and keywords."""
    return _find(parts, "core-properties", "docProps/core.xml")


def _set_plan(parts: dict[str, bytes], plan_id: str) -> None:
    name = _find(parts, "custom-properties", "docProps/custom.xml")
    names = {None: _CUSTOM, "vt": _VALUES}
    root = parse_part(name, parts[name]) if name in parts else etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=names)
    for old in [child for child in root if child.get("name") == PLAN_PROPERTY]:
        root.remove(old)
    number = 1 + max((int(pid) for child in root if (pid := child.get("pid", "")).isdecimal()), default=1)
    attributes = {"fmtid": _FORMAT_ID, "pid": str(number), "name": PLAN_PROPERTY}
    own = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
    _add(own, _VALUES, "lpwstr", plan_id)
    _put(
        parts,
        name,
        root,
        _OFFICE + "relationships/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )


def _add(parent: Any, space: str, name: str, text: str) -> Any:
    child = etree.SubElement(parent, f"{{{space}}}{name}")
    child.text = printable(text)
    return child


def _find(parts: dict[str, bytes], kind: str, default: str) -> str:
    found = (target for _, own, target, is_external in relationships(parts, "") if own == kind and not is_external)
    return next(found, default)


def _put(parts: dict[str, bytes], name: str, root: Any, relation: str, kind: str) -> None:
    """Write a part, and make it known to the package where it is new."""
    known = name in parts
    parts[name] = _bytes(root)
    if known:
        return
    types = parse_part(CONTENT_TYPES, parts[CONTENT_TYPES])
    etree.SubElement(types, f"{{{PACKAGE}content-types}}Override", {"PartName": f"/{name}", "ContentType": kind})
    parts[CONTENT_TYPES] = _bytes(types)
    links = parse_part("_rels/.rels", parts["_rels/.rels"])
    if name not in {target for _, _, target, _ in relationships(parts, "")}:
        taken = {link.get("Id") for link in links}
        free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        attributes = {"Id": free, "Type": relation, "Target": name}
        etree.SubElement(links, f"{{{PACKAGE}relationships}}Relationship", attributes)
    parts["_rels/.rels"] = _bytes(links)


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
