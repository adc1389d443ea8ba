"""`cchc merge-file`: what git calls to merge a file that two branches have changed."""

import re
from pathlib import Path
from typing import NamedTuple

from cchc.cli.console import Console
from cchc.cli.options import whole_number
from cchc.errors import UsageError
from cchc.files import MAX_FILE_BYTES, read_document, write_atomically
from cchc.merging.merge import Labels, left_whole, merge
from cchc.merging.records import Found
from cchc.merging.trio import Trio
from cchc.messages import Language, screen
from cchc.source.kinds import kind_by_contents
from cchc.source.layout import shape_of

_LONGEST_MARKER = 200
_LEFT_BY_GIT = re.compile(r"%[SXY]|\s*")  # a git older than 2.44 leaves what it does not know as it is


class Marks(NamedTuple):
    """How the markers of a conflict look, as the command line says."""

    size: str | None = None
    base: str | None = None
    ours: str | None = None
    theirs: str | None = None


def run(paths: tuple[Path, Path, Path], path: str | None, marks: Marks, language: Language | None, console: Console) -> int:
    """Write the merged file to the second path; return 1 where something is left to a person. Raise UsageError, Unreadable."""
    labels = _labels(marks)
    spoken = language or "vi"
    versions: Trio[bytes] = Trio(*(read_document(one, MAX_FILE_BYTES) for one in paths))
    kind = _kind(versions, path)
    try:
        merged = merge(versions, kind, labels)
    except Exception:  # a bug of ours; git takes its status for a conflict and leaves OURS without a word of THEIRS
        write_atomically(paths[1], left_whole(versions, labels))
        raise
    if merged.content != versions.ours:
        write_atomically(paths[1], merged.content)
    for found in merged.found:
        console.note(_told(spoken, path or str(paths[1]), found))
    return int(bool(merged.found))


def _told(language: Language, path: str, found: Found) -> str:
    spot = "/key" if found.record and found.key else "/record" if found.record else "/top" if found.key else "/file"
    where = screen(language, f"merge-file/at{spot}", record=found.record, name=found.key)
    return screen(language, f"merge-file/{found.reason}", path=path, where=where)


def _labels(marks: Marks) -> Labels:
    usual = Labels()
    size = usual.size if marks.size is None else whole_number(marks.size, "--marker-size", _LONGEST_MARKER)
    return Labels(
        _label(marks.base, usual.base), _label(marks.ours, usual.ours), _label(marks.theirs, usual.theirs), size or usual.size
    )


def _label(given: str | None, usual: str) -> str:
    return " ".join(given.split()) if given and not _LEFT_BY_GIT.fullmatch(given) else usual


def _kind(versions: Trio[bytes], path: str | None) -> str:
    """Return the kind of the file: by its path, by what it holds where the path tells nothing; "" for none that is known.

    Raises UsageError without a path where what it holds tells nothing.
    """
    steps = (path or "").replace("\\", "/").split("/")
    below = ("/".join(steps[at:]) for at in range(len(steps)))  # a workspace may lie below the top of the repository
    kind = next((found for one in below if (found := shape_of(one)) is not None), None)
    if kind is not None:
        return kind
    kinds = {kind_by_contents(content) for content in versions if content.strip()} - {None}
    if len(kinds) == 1:
        return str(kinds.pop())
    if path is None:
        raise UsageError("usage/which-kind-of-file")
    return ""
