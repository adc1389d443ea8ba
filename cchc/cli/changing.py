"""Changes to files of a workspace: checked as a whole before anything is written, shown, then written under a lock."""

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from cchc.cli.console import Console
from cchc.cli.places import Place, find_places
from cchc.cli.session import Session
from cchc.cli.validate import diagnostics_of
from cchc.diagnostics import Diagnostic, Severity
from cchc.errors import UsageError
from cchc.files import FolderWriter, Overlay, content_of
from cchc.messages import Language, screen
from cchc.outgoing import visible
from cchc.report import Report, writer_for
from cchc.schema import FOLDER, modeline


class Changes(NamedTuple):
    """What files of a workspace are to hold, by path."""

    session: Session
    texts: Mapping[str, str]


def head_of(session: Session, path: str) -> list[str]:
    """Return the lines on top of a new file: where an editor finds its schema, if the workspace keeps schemas."""
    line = modeline(path)
    kept = {entry.name for entry in session.reader.list(FOLDER)}
    return [line] if line.rpartition("/")[2] in kept else []


def only_place(root: Path | None) -> Place:
    """Return the one workspace that is meant; raise UsageError where there are several."""
    places = find_places(root, [])
    if len(places) > 1:
        raise UsageError("usage/several-workspaces", known=[place.label for place in places])
    return places[0]


def apply(changes: Changes, writer: FolderWriter, language: Language, console: Console, *, is_dry_run: bool) -> bool:
    """Write the changes, or show them as a difference; return False, with the reasons told, where `validate` would refuse them.

    `writer` holds the lock since before the session was read. Faults that stood there before refuse nothing.
    """
    session = changes.session
    contents = {path: text.encode() for path, text in changes.texts.items()}
    later = Session(session.place, reader=Overlay(session.reader, contents))
    before = {_sameness(found) for found in diagnostics_of(Session(session.place), session.place)}
    added = [found for found in diagnostics_of(later, session.place) if _sameness(found) not in before]
    refusals = [found for found in added if found.severity is Severity.ERROR]
    if refusals or added:
        console.note(writer_for("text")(Report(refusals or added, language, is_coloured=False, prefix="")))
    if refusals:
        console.note(screen(language, "change/refused"))
        return False
    old = {path: content_of(session.reader, path) for path in contents}
    if is_dry_run:
        console.result("".join(_difference(path, old[path], contents[path]) for path in contents))
        return True
    for path, content in contents.items():
        if old[path] != content:
            writer.write(path, old[path], content)
            console.note(screen(language, "change/written", path=session.place.prefix() + path))
    return True


def _sameness(found: Diagnostic) -> tuple[object, ...]:
    """Return what tells a fault from others wherever it stands: a change moves lines."""
    return found.code, found.file, found.reason, found.source_line, str(sorted(found.params.items(), key=lambda item: item[0]))


def _difference(path: str, before: bytes | None, after: bytes) -> str:
    lines = unified_diff(
        [] if before is None else before.decode().splitlines(),
        after.decode().splitlines(),
        "/dev/null" if before is None else f"a/{path}",
        f"b/{path}",
        lineterm="",
    )
    return "".join(f"{visible(line)}\n" for line in lines)
