"""What was printed, put into the Word file as a part of its own: edits made in Word can then be told from the plan's."""

from functools import cache
from posixpath import relpath

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.cell_text import digest_of
from cchc.ooxml.package import CONTENT_TYPES, PACKAGE
from cchc.ooxml.print_record import NAMESPACE, PrintedRow, PrintRecord, record_as_xml
from cchc.render.word.package import parse_part
from cchc.views.appendix import Appendix, SectionRow

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PROPS = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID = "{6B0C5C0E-3C8B-5B6A-9A53-2F0A6D1C7E11}"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def add_record(parts: dict[str, bytes], main: str, appendix: Appendix) -> None:
    """Add the part that records what an appendix prints; parts that the template has of this kind stay."""
    number = next(n for n in range(1, len(parts) + 2) if f"customXml/item{n}.xml" not in parts)
    item, props = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    parts[item] = record_as_xml(_record(appendix))
    parts[props] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_PROPS}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    _relate(parts, f"customXml/_rels/item{number}.xml.rels", f"{_RELATION}Props", f"itemProps{number}.xml")
    folder, _, name = main.rpartition("/")
    _relate(
        parts, f"{folder}/_rels/{name}.rels".lstrip("/"), _RELATION, relpath(item, folder or ".")
    )  # LibreOffice keeps a part that is named from here
    types = parse_part(CONTENT_TYPES, parts[CONTENT_TYPES])
    for part, kind in ((item, "application/xml"), (props, _PROPS_TYPE)):
        etree.SubElement(types, f"{{{PACKAGE}content-types}}Override", {"PartName": f"/{part}", "ContentType": kind})
    parts[CONTENT_TYPES] = _bytes(types)


def _record(appendix: Appendix) -> PrintRecord:
    digest = cache(digest_of)  # units and deadlines stand in many rows
    keys = [column.key for column in appendix.columns]
    rows = tuple(
        PrintedRow("", {"number": digest((row.number,)), "content": digest(row.title)})
        if isinstance(row, SectionRow)
        else PrintedRow(row.task_id, {key: digest(cell.paragraphs) for key, cell in zip(keys, row.cells, strict=True)})
        for row in appendix.rows
    )
    return PrintRecord(appendix.plan_id, digest_of(appendix.title), rows)


def _relate(parts: dict[str, bytes], name: str, kind: str, target: str) -> None:
    links = PACKAGE + "relationships"
    root = parse_part(name, parts[name]) if name in parts else etree.Element(f"{{{links}}}Relationships", nsmap={None: links})
    taken = {link.get("Id") for link in root}
    free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    etree.SubElement(root, f"{{{links}}}Relationship", {"Id": free, "Type": kind, "Target": target})
    parts[name] = _bytes(root)


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
