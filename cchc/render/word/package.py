"""A Word file as its parts: read within limits, written the same way each time."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from cchc.errors import TemplateRefused

FILE_LIMIT = 20 * 2**20
ENTRY_LIMIT = 1_000
INFLATED_LIMIT = 100 * 2**20
XML_LIMIT = 10 * 2**20

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = "[Content_Types].xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_CHUNK = 2**16


def read_package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name; refuse what is too large or not a Word file."""
    if len(data) > FILE_LIMIT:
        raise too_large("zip", "20 MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _inflate(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise TemplateRefused("template/not-word") from error
    if CONTENT_TYPES not in parts:
        raise TemplateRefused("template/not-word")
    return parts


def _inflate(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(archive.infolist()) > ENTRY_LIMIT:
        raise too_large("zip", str(ENTRY_LIMIT))
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    room = INFLATED_LIMIT
    for entry in entries:
        _check_name(entry, seen)
        content = _inflate_entry(archive, entry, room)
        room -= len(content)
        parts[entry.filename] = content
    return parts


def _check_name(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    if name.casefold() in seen:
        raise unsafe(name, "duplicate")
    seen.add(name.casefold())
    steps = name.replace("\\", "/").split("/")
    if entry.orig_filename != name or "\\" in name or ":" in name or {"", ".", ".."} & set(steps):
        raise unsafe(name, "path")
    if entry.flag_bits & 0x1:
        raise unsafe(name, "encrypted")


def _inflate_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    limit = min(room, XML_LIMIT) if is_xml(entry.filename) else room
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > limit:
                raise too_large(entry.filename, "100 MB" if limit == room else "10 MB")
    return bytes(content)


def is_xml(name: str) -> bool:
    """Say whether a part is XML, by its name."""
    return name.casefold().endswith((".xml", ".rels", ".vml"))


def parse_part(name: str, content: bytes) -> Any:
    """Return the root element of a part, without comments and instructions; nothing outside it is read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise unsafe(name, "XML") from error
    if (root.getroottree().docinfo.encoding or "UTF-8").upper() not in {"UTF-8", "US-ASCII", "ASCII"}:
        raise unsafe(name, "encoding")
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


def main_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part that holds the text of the document."""
    kinds = content_types(parts)
    for _, kind, target, is_external in relationships(parts, ""):
        if kind == "officeDocument" and not is_external and kinds.get(target) == MAIN_TYPE:
            return target
    raise TemplateRefused("template/not-word")


def write_package(parts: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """Return a Word file: parts in a fixed order, stored, with fixed times: equal parts give equal bytes.

    Stored rather than deflated, because zlib and zlib-ng may deflate the same text to different bytes.
    """
    target = io.BytesIO()
    first = [CONTENT_TYPES, "_rels/.rels"]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in first + sorted(parts.keys() - set(first)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            content = parts[name]
            with archive.open(entry, "w") as stream:
                for chunk in [content] if isinstance(content, bytes) else content:
                    stream.write(chunk)
    return target.getvalue()


def too_large(name: str, limit: str) -> TemplateRefused:
    """Return the refusal of a part, or of the file as a whole ("zip"), that is over a limit."""
    return TemplateRefused("template/too-large", name=name, limit=limit)


def unsafe(part: str, name: str) -> TemplateRefused:
    """Return the refusal of a part for what it holds."""
    return TemplateRefused("template/unsafe-part", part=part, name=name)
