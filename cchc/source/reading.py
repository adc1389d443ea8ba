"""One file of a workspace to data; whatever is wrong with the file is a finding."""

from itertools import islice
from typing import NamedTuple

from cchc.diagnostics import FileSpan, Finding, Span
from cchc.errors import Unreadable
from cchc.files import MAX_FILE_BYTES, LeadsOut, Reader, TooLarge
from cchc.source import tree
from cchc.source.prose import may_hide_something, prose_findings
from cchc.source.text import read_text
from cchc.source.tree import Data

MAX_WARNINGS = 1_000


class FileData(NamedTuple):
    """What a file holds; `is_whole` is False where its text could not be read to the end."""

    file: str
    data: Data
    findings: tuple[Finding, ...]
    is_whole: bool
    has_allow: bool = False


def read_file(reader: Reader, file: str) -> FileData | None:
    """Return a file's data, or None where there is no such file."""
    try:
        content = reader.read(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except LeadsOut:
        return _broken(file, Finding("path-outside", _top(file), {"path": file}, "link"))
    except TooLarge:
        return _broken(file, Finding("too-large", _top(file), {"limit": MAX_FILE_BYTES // 1_000_000}))
    except Unreadable as error:
        return _broken(file, Finding("unreadable-file", _top(file), {"why": error.params["why"]}))
    source = read_text(file, content)
    if source.text is None:
        return _broken(file, *source.findings)
    parsed = tree.parse(file, source.text)
    findings = parsed.findings
    if parsed.is_whole and may_hide_something(source.text, is_plain=source.is_plain, has_flow_prose=parsed.has_flow_prose):
        findings = [*findings, *islice(prose_findings(file, source.text), MAX_WARNINGS)]
    return FileData(file, parsed.data, tuple(findings), parsed.is_whole, "allow" in source.text)


def text_to_quote(reader: Reader, file: str) -> str | None:
    """Return a file's text as far as it can be shown beside a diagnostic; None where it cannot be read."""
    try:
        return reader.read(file).decode("utf-8", errors="replace").removeprefix("\ufeff")
    except (OSError, LeadsOut, TooLarge, Unreadable):
        return None


def _top(file: str) -> FileSpan:
    return FileSpan(file, Span(1, 1))


def _broken(file: str, *findings: Finding) -> FileData:
    return FileData(file, None, findings, is_whole=False)
