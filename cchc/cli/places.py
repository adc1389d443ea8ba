"""Which workspaces a command is about, and which of their plans."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cchc import files
from cchc.errors import UsageError, WorkspaceNotFound
from cchc.files import Entry, FolderReader

SETTINGS_FILE = "cchc.yaml"


class Place(NamedTuple):
    """A workspace: its folder, the label that tells it from others (`.` when alone), the paths asked for in it."""

    root: Path
    label: str
    only: tuple[str, ...] = ()

    def prefix(self) -> str:
        return "" if self.label == "." else f"{self.label}/"


def is_workspace(folder: Path) -> bool:
    return (folder / SETTINGS_FILE).is_file() or (folder / SETTINGS_FILE).is_symlink()


def find_places(root: Path | None, paths: list[Path]) -> list[Place]:
    """Return the workspaces of `--root`, of the paths given, or of the current folder; raise WorkspaceNotFound.

    A folder that is a workspace is taken; else every workspace below it; else the one it lies in.
    """
    if root is not None:
        if not root.is_dir():
            raise WorkspaceNotFound("workspace/no-folder", path=root)
        return _from_folder(root)
    if not paths:
        return _from_folder(Path())
    places: dict[Path, Place] = {}
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise UsageError("usage/no-such-path", path=path)
        for place in _from_folder(path if path.is_dir() else path.parent, path):
            known = places.get(place.root)
            only = (*known.only, *place.only) if known and known.only and place.only else ()
            places[place.root] = Place(place.root, place.label, only if known else place.only)
    return list(places.values())


def only_place(root: Path | None) -> Place:
    """Return the one workspace that is meant; raise UsageError where there are several."""
    places = find_places(root, [])
    if len(places) > 1:
        raise UsageError("usage/several-workspaces", known=[place.label for place in places])
    return places[0]


def _from_folder(folder: Path, asked: Path | None = None) -> list[Place]:
    start = Path(*folder.absolute().parts)
    if is_workspace(start) and (asked is None or asked.is_dir()):
        return [Place(start, ".")]
    below = [] if asked is not None and not asked.is_dir() else list(_below(FolderReader(start), ""))
    if below:
        return [Place(start / name, name) for name in below]
    found = files.walk_up(start, is_workspace)
    if found is None:
        raise WorkspaceNotFound("workspace/none", path=folder.absolute())
    inside = (asked or folder).absolute().relative_to(found).as_posix()
    return [Place(found, ".", (inside,) if asked is not None and inside != "." else ())]


def _below(reader: FolderReader, folder: str) -> Iterator[str]:
    """Yield the workspaces below a folder; hidden folders and what a workspace contains are not looked at."""
    for entry in reader.list(folder):
        name = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_folder and not entry.name.startswith("."):
            if _holds_settings(reader.list(name)):
                yield name
            else:
                yield from _below(reader, name)


def _holds_settings(entries: list[Entry]) -> bool:
    return any(entry.name == SETTINGS_FILE and not entry.is_folder for entry in entries)
