"""A Word file or a workbook as its parts, read within limits: nothing outside of it is opened, nothing in it runs."""

import io
import zipfile
import zlib
from collections.abc import Collection, Mapping
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple

from lxml import etree  # type: ignore[import-untyped]


class Limits(NamedTuple):
    """How many bytes a file may have, all its parts together once inflated, and one part that is XML."""

    file: int
    inflated: int
    xml: int


class PackageFault(Exception):
    """Why a package is not read: too large, unsafe, or no package; `reason` says more, `name` quotes what is at fault."""

    def __init__(self, code: str, part: str = "", name: str = "", reason: str = "", limit: str = "") -> None:
        super().__init__(code, part, name, reason, limit)
        self.code = code
        self.part = part
        self.name = name
        self.reason = reason
        self.limit = limit


ENTRY_LIMIT = 1_000

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = "[Content_Types].xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_CHUNK = 2**16


def read_package(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts of a package by name. Raises PackageFault."""
    if len(data) > limits.file:
        raise too_large("", _megabytes(limits.file))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _inflate(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _not_package(_looks_like(data)) from error
    if CONTENT_TYPES not in parts:
        raise _not_package("opendocument" if b"opendocument" in parts.get("mimetype", b"") else "")
    return parts


def _looks_like(data: bytes) -> str:
    """Return what a file seems to be that is no zip, as a reason of `not-word`."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # Word before 2007; also what Word makes of a document with a password
        return "old-or-locked"
    return "" if data else "empty"


def _inflate(archive: zipfile.ZipFile, limits: Limits) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(archive.infolist()) > ENTRY_LIMIT:
        raise too_large("", str(ENTRY_LIMIT))
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    room = limits.inflated
    for entry in entries:
        _check_name(entry, seen)
        content = _inflate_entry(archive, entry, room, limits)
        room -= len(content)
        parts[entry.filename] = content
    return parts


def _check_name(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    if name.casefold() in seen:
        raise unsafe(name, "duplicate", "archive")
    seen.add(name.casefold())
    steps = name.replace("\\", "/").split("/")
    if entry.orig_filename != name or "\\" in name or ":" in name or {"", ".", ".."} & set(steps):
        raise unsafe(name, "path", "archive")
    if entry.flag_bits & 0x1:
        raise unsafe(name, "encrypted", "archive")


def _inflate_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, limits: Limits) -> bytes:
    limit = min(room, limits.xml) if is_xml(entry.filename) else room
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > limit:
                raise too_large(entry.filename, _megabytes(limits.inflated if limit == room else limits.xml))
    return bytes(content)


def _megabytes(limit: int) -> str:
    return f"{limit // 2**20} MB"


def is_xml(name: str) -> bool:
    """Say whether a part is XML, by its name."""
    return name.casefold().endswith((".xml", ".rels", ".vml"))


def parse_part(name: str, content: bytes) -> Any:
    """Return the root element of a part, without comments and instructions; nothing outside it is read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise unsafe(name, "XML", "xml") from error
    if (root.getroottree().docinfo.encoding or "UTF-8").upper() not in {"UTF-8", "US-ASCII", "ASCII"}:
        raise unsafe(name, "encoding", "xml")
    return root


def content_types(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content type of each part."""
    root = parse_part(CONTENT_TYPES, parts[CONTENT_TYPES])
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for entry in root.iter("{*}Default", "{*}Override"):
        kind = entry.get("ContentType", "")
        if entry.get("Extension") is not None:
            defaults[entry.get("Extension").casefold()] = kind
        else:
            overrides[entry.get("PartName", "").lstrip("/")] = kind
    return {name: overrides.get(name, defaults.get(name.rpartition(".")[2].casefold(), "")) for name in parts}


def relationships(parts: Mapping[str, bytes], owner: str) -> list[tuple[str, str, str, bool]]:
    """Return (id, end of type, target, is_external) for each relationship of a part; "" is the package."""
    folder = dirname(owner)
    name = join(folder, "_rels", owner.rpartition("/")[2] + ".rels")
    if name not in parts:
        return []
    found = []
    for entry in parse_part(name, parts[name]).iter("{*}Relationship"):
        is_external = entry.get("TargetMode") == "External"
        target = entry.get("Target", "")
        if not is_external:
            target = normpath(join("/", folder, target)).lstrip("/")
        found.append((entry.get("Id", ""), entry.get("Type", "").rpartition("/")[2], target, is_external))
    return found


def main_part(parts: Mapping[str, bytes], types: Collection[str] = (MAIN_TYPE,)) -> str:
    """Return the name of the part that holds the text of the document, if it is of one of the types."""
    kinds = content_types(parts)
    for _, kind, target, is_external in relationships(parts, ""):
        if kind == "officeDocument" and not is_external and kinds.get(target) in types:
            return target
    raise _not_package("template-type" if any("template.main" in kind for kind in kinds.values()) else "")


def byte_fault(content: bytes) -> str | None:
    """Return why XML is not parsed at all, by its bytes; None where it may be."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return "DOCTYPE"
    return "encoding" if b"\0" in content else None


def too_large(part: str, limit: str) -> PackageFault:
    """Return the fault of a part, or of the file as a whole (""), that is over a limit."""
    return PackageFault("too-large", part, limit=limit)


def unsafe(part: str, name: str, reason: str = "") -> PackageFault:
    """Return the fault of a part for what it holds."""
    return PackageFault("unsafe-part", part, name, reason)


def _not_package(reason: str) -> PackageFault:
    return PackageFault("not-word", reason=reason)
