"""`cchc schema`: the JSON Schema of a kind of file, for editors; needs no workspace."""

from pathlib import Path

from cchc.cli.console import Console
from cchc.cli.options import one_of
from cchc.errors import SystemReason, Unwritable, UsageError
from cchc.files import write_atomically
from cchc.json_text import to_json
from cchc.messages import Language, screen
from cchc.outgoing import width
from cchc.schema import KINDS, PATTERNS, schema_of


def run(kind: str | None, folder: Path | None, language: Language, console: Console) -> int:
    """Print a schema, or write each to `KIND.json` in a folder; name the kinds where none is asked for."""
    if kind is not None:
        one_of(list(KINDS), kind, "KIND")
    if folder is None:
        console.result(to_json(schema_of(kind, language)) if kind is not None else _kinds(language))
        return 0
    if console.output is not None:
        raise UsageError("usage/folder-or-output")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable("file/unwritable", path=folder, why=SystemReason(error)) from error
    for name in KINDS if kind is None else [kind]:
        path = folder / f"{name}.json"
        write_atomically(path, to_json(schema_of(name, language)).encode())
        console.note(screen(language, "render/written", path=path))
    return 0


def _kinds(language: Language) -> str:
    names = {kind: ", ".join(PATTERNS[kind]) for kind in KINDS}
    left = max(map(width, names)) + 2
    lines = [f"{kind:<{left}}{where}\n{'':<{left}}{schema_of(kind, language)['description']}\n" for kind, where in names.items()]
    return "".join(lines)
