"""The language of messages: `--lang`, else `CCHC_LANG`, else the workspace's, else Vietnamese."""

import os
from collections.abc import Sequence
from pathlib import Path

from cchc.messages import LANGUAGES, Language


def chosen(arguments: Sequence[str]) -> Language | None:
    """Return the language that the command line or the environment asks for, if any."""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or next(iter(arguments[position + 1 : position + 2]), "")
            return _known(value)
    return _known(os.environ.get("CCHC_LANG", ""))


def of_help(arguments: Sequence[str]) -> Language:
    """Return the language to speak before any workspace is loaded: its settings are looked at only line by line."""
    return chosen(arguments) or _of_workspace() or "vi"


def _known(name: str) -> Language | None:
    return next((language for language in LANGUAGES if language == name), None)


def _of_workspace() -> Language | None:
    folder = Path.cwd()
    for candidate in (folder, *folder.parents):
        settings = candidate / "cchc.yaml"
        if settings.is_file() and not settings.is_symlink():
            try:
                lines = settings.read_bytes()[:10_000].decode("utf-8", errors="replace").splitlines()
            except OSError:
                return None
            values = [line.partition(":")[2].split("#")[0].strip(" '\"") for line in lines if line.startswith("language:")]
            return _known(values[0]) if values else None
    return None
