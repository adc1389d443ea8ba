"""The directory of a compound file (OLE): what Office wrote before 2007, and what it makes of a file with a password."""

import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR_LIMIT = 4_096
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA  # numbers from here on mean no sector


def stream_names(data: bytes) -> frozenset[str]:
    """Return the names of the streams and folders of a compound file, as far as they can be read."""
    try:
        return frozenset(_names(_directory(data)))
    except (struct.error, IndexError):
        return frozenset()


def _directory(data: bytes) -> bytes:
    (shift,) = struct.unpack_from("<H", data, 30)
    size = 4096 if shift == 12 else 512
    (sector,) = struct.unpack_from("<I", data, 48)
    tables = struct.unpack_from("<109I", data, 76)
    content = bytearray()
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen and len(seen) < _SECTOR_LIMIT:
        seen.add(sector)
        content += data[(sector + 1) * size : (sector + 2) * size]
        table, place = divmod(sector, size // 4)
        if table >= len(tables) or tables[table] >= _LAST_SECTOR:
            break
        (sector,) = struct.unpack_from("<I", data, (tables[table] + 1) * size + 4 * place)
    return bytes(content)


def _names(directory: bytes) -> list[str]:
    names = []
    for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", directory, start + 64)
        if 2 <= length <= 64:
            names.append(directory[start : start + length - 2].decode("utf-16-le", "replace"))
    return names
