"""`cchc fmt`: every file of a workspace in its canonical form."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from cchc.cli.changing import FileChange, difference
from cchc.cli.console import Console
from cchc.cli.places import SETTINGS_FILE, Place, find_places
from cchc.cli.validate import is_asked_for
from cchc.diagnostics import CODES, Severity
from cchc.files import FolderReader, FolderWriter, LeadsOut, Overlay, TooLarge
from cchc.messages import Language, screen
from cchc.outgoing import plain_log
from cchc.source.layout import canonical, shape_of
from cchc.source.load import load_workspace
from cchc.source.reading import read_file


class FormatOptions(NamedTuple):
    """What the command line asks for."""

    is_check: bool = False
    is_diff: bool = False


def run(root: Path | None, paths: list[Path], options: FormatOptions, language: Language | None, console: Console) -> int:
    """Write every file anew that is not canonical; return 1 where one was not (`--check`, `--diff`), or cannot be read."""
    has_faults = False
    differences: list[str] = []
    is_writing = not options.is_check and not options.is_diff
    for place in find_places(root, paths):
        reader = FolderReader(place.root)
        language = language or load_workspace(reader).registry.settings.language
        with ExitStack() as stack:
            writer: FolderWriter | None = None
            for path in _files(reader, place):
                change = _change(reader, path)
                name = place.prefix() + path
                if isinstance(change, str):
                    console.note(screen(language, f"fmt/{change}", path=name))
                    has_faults = True
                elif change is not None:
                    differences.append(difference(change, place.prefix()) if options.is_diff else "")
                    if is_writing:
                        writer = writer or stack.enter_context(FolderWriter(place.root))
                        writer.write(path, change.before, change.text.encode())
                    if not options.is_diff:
                        console.note(screen(language, "fmt/written" if is_writing else "fmt/not-canonical", path=name))
    if options.is_diff:
        shown = "".join(differences)
        console.result(plain_log(shown) if "GITHUB_ACTIONS" in os.environ and console.output is None else shown)
    if not differences and not has_faults:
        console.note(screen(language or "vi", "fmt/fine"))
    return int(has_faults or (bool(differences) and not is_writing))


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


def _change(reader: FolderReader, path: str) -> FileChange | str | None:
    """Return what is to be changed in a file, None for nothing; or why it is left alone, as a key of messages."""
    try:
        held = reader.read(path)
    except FileNotFoundError:
        return None
    except (LeadsOut, TooLarge):
        return "broken"
    content = read_file(Overlay(reader, {path: held}), path)  # what is looked at is what was read, whoever writes meanwhile
    if content is None or not content.is_whole or any(CODES[one.code] is Severity.ERROR for one in content.findings):
        return "broken"
    formatted = canonical(held.decode().removeprefix("\ufeff").replace("\r\n", "\n"), shape_of(path) or "")
    if formatted.has_changed_meaning:
        return "left"
    return None if formatted.text.encode() == held else FileChange(path, held, formatted.text)
