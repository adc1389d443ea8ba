"""What a Word file of ours says was printed in it: each row with a digest of each cell, kept as a custom XML part."""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import parse_part

NAMESPACE = "urn:cchc:printed:1"
_N = f"{{{NAMESPACE}}}"


class PrintedRow(NamedTuple):
    """A row as it was printed: `section` with an id of "", or a task, or `task/part`; digests by column."""

    id: str
    digests: Mapping[str, str]

    @property
    def is_section(self) -> bool:
        return not self.id


class PrintRecord(NamedTuple):
    """Which plan was printed, the digest of its title, and the rows in their order."""

    plan_id: str
    title: str
    rows: tuple[PrintedRow, ...]


def record_as_xml(record: PrintRecord) -> bytes:
    """Return the record as the content of a part; equal records give equal bytes."""
    root = etree.Element(f"{_N}printed", {"plan": record.plan_id, "title": record.title}, nsmap={None: NAMESPACE})
    for row in record.rows:
        own = etree.SubElement(root, f"{_N}row", {} if row.is_section else {"id": row.id})
        own.text = " ".join(f"{key}:{digest}" for key, digest in row.digests.items())
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def record_in(parts: Mapping[str, bytes]) -> PrintRecord | None:
    """Return the record that a package holds; None where it has none."""
    for name in sorted(parts):
        if name.startswith("customXml/item") and NAMESPACE.encode() in parts[name] and name.endswith(".xml"):
            root = parse_part(name, parts[name])
            if root.tag == f"{_N}printed":
                return PrintRecord(root.get("plan", ""), root.get("title", ""), tuple(map(_row, root.iter(f"{_N}row"))))
    return None


def _row(element: etree._Element) -> PrintedRow:
    cells = [cell.rpartition(":") for cell in (element.text or "").split()]
    return PrintedRow(element.get("id", ""), {key: digest for key, _, digest in cells})


def property_in(parts: Mapping[str, bytes], name: str) -> str:
    """Return the text of a property of the file's own; "" where it has none of that name."""
    part = "docProps/custom.xml"
    if part not in parts:
        return ""
    found = (own for own in parse_part(part, parts[part]) if own.get("name") == name)
    return next(("".join(own.itertext()).strip() for own in found), "")
