"""What the Word files and workbooks of the tool have in common: how they are packed, and which plan they name."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

PLAN_PROPERTY = "cchc-plan"
NO_DAY = date(2000, 1, 1)
"""The day of creation where the plan tells none: never that of the clock."""

_FIRST = ("[Content_Types].xml", "_rels/.rels")


def write_package(parts: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """Return a Word file or a workbook: parts in a fixed order, stored, with fixed times: equal parts give equal bytes.

    Stored rather than deflated, because zlib and zlib-ng may deflate the same text to different bytes.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in (*_FIRST, *sorted(parts.keys() - set(_FIRST))):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            content = parts[name]
            with archive.open(entry, "w") as stream:
                for chunk in [content] if isinstance(content, bytes) else content:
                    stream.write(chunk)
    return target.getvalue()
