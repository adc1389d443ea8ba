"""`cchc fmt`: every file of a workspace in its canonical form."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cchc.cli.console import Console
from cchc.cli.places import SETTINGS_FILE, Place, find_places
from cchc.cli.validate import is_asked_for
from cchc.diagnostics import CODES, Severity
from cchc.files import FolderReader, FolderWriter
from cchc.messages import Language, screen
from cchc.outgoing import plain_log, visible
from cchc.source.layout import canonical, shape_of
from cchc.source.load import load_workspace
from cchc.source.reading import read_file, text_to_quote


class FormatOptions(NamedTuple):
    """What the command line asks for."""

    is_check: bool = False
    is_diff: bool = False


class Change(NamedTuple):
    """A file that is not canonical, as it stands and as it would be."""

    path: str
    before: str
    after: str


def run(root: Path | None, paths: list[Path], options: FormatOptions, language: Language | None, console: Console) -> int:
    """Write every file anew that is not canonical; return 1 where one was not (`--check`, `--diff`), or cannot be read."""
    has_changes = has_faults = False
    for place in find_places(root, paths):
        reader = FolderReader(place.root)
        language = language or load_workspace(reader).registry.settings.language
        for path in _files(reader, place):
            change = _change(reader, path)
            name = place.prefix() + path
            if isinstance(change, str):
                console.note(screen(language, f"fmt/{change}", path=name))
                has_faults = True
            elif change is not None:
                has_changes = True
                _tell(change, name, options, language, console)
                if not options.is_check and not options.is_diff:
                    with FolderWriter(place.root) as writer:
                        writer.write(path, reader.read(path), change.after.encode())
    if not has_changes and not has_faults:
        console.note(screen(language or "vi", "fmt/fine"))
    return int(has_faults or (has_changes and (options.is_check or options.is_diff)))


def _files(reader: FolderReader, place: Place) -> Iterator[str]:
    """Yield the files of a workspace, those of the paths asked for only, where there are any."""
    pending = [SETTINGS_FILE, "plans"]
    while pending:
        path = pending.pop(0)
        if shape_of(path) is not None:
            if is_asked_for(path, place):
                yield path
            continue
        entries = [entry for entry in reader.list(path) if entry.is_folder or (entry.is_file and entry.name.endswith(".yaml"))]
        pending[:0] = [f"{path}/{entry.name}" for entry in entries]


def _change(reader: FolderReader, path: str) -> Change | str | None:
    """Return what is to be changed in a file, None for nothing; or why it is left alone, as a key of messages."""
    content = read_file(reader, path)
    if content is None:
        return None
    if not content.is_whole or any(CODES[finding.code] is Severity.ERROR for finding in content.findings):
        return "broken"
    before = text_to_quote(reader, path) or ""
    formatted = canonical(before.replace("\r\n", "\n"), shape_of(path) or "")
    if formatted.changed_meaning:
        return "left"
    is_same = formatted.text.encode() == reader.read(path)
    return None if is_same else Change(path, before, formatted.text)


def _tell(change: Change, name: str, options: FormatOptions, language: Language, console: Console) -> None:
    if not options.is_diff:
        console.note(screen(language, "fmt/not-canonical" if options.is_check else "fmt/written", path=name))
        return
    from difflib import unified_diff

    lines = unified_diff(change.before.splitlines(), change.after.splitlines(), f"a/{name}", f"b/{name}", lineterm="")
    text = "".join(f"{visible(line)}\n" for line in lines)
    console.result(plain_log(text) if "GITHUB_ACTIONS" in os.environ and console.output is None else text)
