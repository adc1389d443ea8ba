"""Changes to files of a workspace: checked as a whole before anything is written, shown, then written under a lock."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from cchc.cli.console import Console
from cchc.cli.session import Session
from cchc.cli.validate import diagnostics_of
from cchc.diagnostics import Diagnostic, Severity
from cchc.files import FolderWriter, Overlay, Reader, content_of
from cchc.messages import Language, screen
from cchc.outgoing import visible
from cchc.report import Report, writer_for
from cchc.schema import FOLDER, modeline
from cchc.source.edit import Editor
from cchc.source.layout import shape_of
from cchc.source.nodes import new_file
from cchc.source.tree import Data


class FileChange(NamedTuple):
    """What a file held when it was read, None where there was none, and what it is to hold."""

    path: str
    before: bytes | None
    text: str


class Edits:
    """Changes to several files of a workspace, held back until all of them are known to be right."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._before: dict[str, bytes] = {}
        self._editors: dict[str, Editor] = {}

    def of(self, path: str) -> Editor:
        """Return the editor of a file, the same one each time; raise NotEditable."""
        if path not in self._editors:
            self._before[path] = content_of(self._reader, path) or b""
            self._editors[path] = Editor(self._before[path].decode(errors="replace"), shape_of(path) or "")
        return self._editors[path]

    def changes(self) -> list[FileChange]:
        """Return what the files are to hold, in the order in which they were first asked for."""
        texts = {path: editor.text for path, editor in self._editors.items()}
        return [FileChange(path, self._before[path], text) for path, text in texts.items() if text.encode() != self._before[path]]


def writer_of(root: Path, *, is_dry_run: bool) -> AbstractContextManager[FolderWriter]:
    """Return the writer of a workspace, its lock held inside of `with`; a dry run writes nothing and needs no lock."""
    writer = FolderWriter(root)
    return nullcontext(writer) if is_dry_run else writer


def with_record(session: Session, path: str, kind: str, collection: str, record: Mapping[str, Data]) -> FileChange:
    """Return a file with one more record at the end of a collection; a new file where there is none."""
    held = content_of(session.reader, path)
    if held is None:
        return FileChange(path, None, new_file({collection: [dict(record)]}, kind, head_of(session, path)))
    editor = Editor(held.decode(errors="replace"), kind)
    editor.append((collection,), dict(record))
    return FileChange(path, held, editor.text)


def head_of(session: Session, path: str) -> list[str]:
    """Return the lines on top of a new file: where an editor finds its schema, if the workspace keeps schemas."""
    line = modeline(path)
    kept = {entry.name for entry in session.reader.list(FOLDER)}
    return [line] if line.rpartition("/")[2] in kept else []


def reader_after(session: Session, changes: Sequence[FileChange]) -> Reader:
    """Return the files of the workspace as they are once the changes are written."""
    return Overlay(session.reader, {change.path: change.text.encode() for change in changes})


def session_after(session: Session, changes: Sequence[FileChange]) -> Session:
    """Return the workspace as it is once the changes are written."""
    return Session(session.place, reader=reader_after(session, changes))


def apply(
    session: Session,
    changes: Sequence[FileChange],
    writer: FolderWriter,
    language: Language,
    console: Console,
    *,
    is_dry_run: bool,
) -> bool:
    """Write the changes, or show them; return False, with the reasons told, where `validate` would refuse them."""
    if not are_sound(session, changes, language, console):
        return False
    write(session, changes, writer, language, console, is_dry_run=is_dry_run)
    return True


def are_sound(session: Session, changes: Sequence[FileChange], language: Language, console: Console) -> bool:
    """Tell what `validate` will find new; return False where there are errors. Faults that stood there before refuse nothing."""
    later = session_after(session, changes)
    before = {_sameness(found) for found in diagnostics_of(Session(session.place), session.place)}
    added = [found for found in diagnostics_of(later, session.place) if _sameness(found) not in before]
    refusals = [found for found in added if found.severity is Severity.ERROR]
    if refusals or added:
        console.note(writer_for("text")(Report(refusals or added, language, is_coloured=False, prefix="")))
    if refusals:
        console.note(screen(language, "change/refused"))
    return not refusals


def write(
    session: Session,
    changes: Sequence[FileChange],
    writer: FolderWriter,
    language: Language,
    console: Console,
    *,
    is_dry_run: bool,
) -> None:
    """Write changes that are sound, or show them as a difference; `writer` holds the lock since before the session was read."""
    if is_dry_run:
        console.result("".join(map(difference, changes)))
        return
    for change in changes:
        writer.write(change.path, change.before, change.text.encode())
        console.note(screen(language, "change/written", path=session.place.prefix() + change.path))


def _sameness(found: Diagnostic) -> tuple[object, ...]:
    """Return what tells a fault from others: not where it stands, since lines move, nor what it might have meant."""
    params = sorted((name, str(value)) for name, value in found.params.items() if name != "near")
    return found.code, found.file, found.reason, found.source_line, str(params)


def difference(change: FileChange, prefix: str = "") -> str:
    """Return a change as a unified difference whose lines give a terminal no orders."""
    name = prefix + change.path
    before = [] if change.before is None else change.before.decode(errors="replace").splitlines()
    old_name = "/dev/null" if change.before is None else f"a/{name}"
    lines = unified_diff(before, change.text.splitlines(), old_name, f"b/{name}", lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)
