"""Which template a document is filled into: the one named, the workspace's own, or the one that the tool brings along."""

from pathlib import Path
from typing import NamedTuple

from cchc.errors import TemplateRefused, Unreadable
from cchc.files import LeadsOut, Reader, TooLarge, read_document
from cchc.messages import Phrase

_FOLDER = "templates"
_LIMIT = 20_000_000


class Template(NamedTuple):
    """A Word file, and how messages call it."""

    name: str
    content: bytes


def find_template(reader: Reader | None, named: Path | None, usual: str) -> Template:
    """Return the template; raise Unreadable or TemplateRefused. Without a workspace there is no `reader`.

    A path of one step that names no file, `progress.docx`, means the template of that name, wherever it is kept.
    """
    if named is not None and (len(named.parts) > 1 or named.exists()):
        return Template(str(named), read_document(named, _LIMIT))
    name = usual if named is None else named.name
    own = _own_template(reader, name) if reader is not None else None
    if own is not None:
        return own
    shipped = _shipped(name)
    if not shipped.is_file():
        raise Unreadable("template/none", template=name, known=sorted(path.name for path in shipped.parent.glob("*.docx")))
    return Template(f"{_FOLDER}/{name}", read_document(shipped, _LIMIT))


def _own_template(reader: Reader, name: str) -> Template | None:
    path = f"{_FOLDER}/{name}"
    try:
        return Template(path, reader.read(path, _LIMIT))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except LeadsOut:
        raise TemplateRefused("template/link", template=path) from None
    except TooLarge:
        said = {
            kind: Phrase(f"template/{key}/too-large", {"limit": "20 MB"}) for kind, key in (("what", "says"), ("hint", "hint"))
        }
        raise TemplateRefused("template/refused-file", template=path, **said) from None


def _shipped(name: str) -> Path:
    """Return the place of a template in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    in_wheel = package / _FOLDER
    return (in_wheel if in_wheel.is_dir() else package.parent / _FOLDER) / name
