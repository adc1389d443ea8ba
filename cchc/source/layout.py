"""The canonical form of a file: keys in one order, prose in blocks, dates in ISO form, comments where they belong."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cchc.model.scalars import parse_date
from cchc.source import scalar_text
from cchc.source.characters import mended
from cchc.source.scalar_text import WIDTH
from cchc.source.tree import Data, parse
from cchc.source.written import Entry, Node, read_written

_STEP = 2

Keys = Mapping[str, str]
_RULE_KEYS = {
    "id": "word", "label": "line", "text": "prose", "by": "date", "before": "date", "at": "hour", "in": "word", "from": "date",
    "to": "date", "until": "words", "every": "word", "interval": "word", "by_day": "word", "before_day": "word",
    "of_month": "word", "next_period": "word", "weekday": "word", "times": "word", "within": "word", "after": "words",
    "at_least": "word", "ahead_of": "words", "counted_from": "word", "ongoing": "word", "check": "word", "on_request": "word",
    "when": "words", "all": "[rule]", "roll": "word", "note": "prose", "lead": "units",
}  # fmt: skip
SHAPES: Mapping[str, Keys] = MappingProxyType(
    {
        "settings": {"format": "word", "language": "word", "timezone": "word", "conventions": "conventions"},
        "conventions": {"before": "word", "roll": "word"},
        "units-file": {"units": "{unit}*"},
        "unit": {
            "name": "line", "email": "line", "aliases": "[line]", "members": "words", "valid_from": "date", "valid_to": "date",
            "succeeded_by": "words",
        },
        "events-file": {"types": "{type}", "events": "[event]*"},
        "type": {"name": "line"},
        "event": {
            "id": "word", "type": "word", "subject": "prose", "document": "line", "issued_on": "date", "received_on": "date",
            "effective_on": "date", "register_number": "word", "applies_to": "words",
        },
        "calendar-file": {"days": "[day]*"},
        "day": {
            "date": "date", "kind": "word", "name": "line", "source": "line", "announced_on": "date", "provisional": "word",
        },
        "plan": {
            "id": "word", "title": "prose", "year": "word", "period": "period", "issuer": "word", "document": "document",
            "tracked_from": "date", "closed_on": "date", "ongoing_check": "word", "numbering": "word", "columns": "columns",
            "tasks": "[task]*", "sections": "[section]*",
        },
        "period": {"from": "date", "to": "date"},
        "document": {"number": "word", "symbol": "line", "issued_on": "date", "amended_by": "[line]"},
        "column": {"key": "word", "title": "line"},
        "section": {
            "number": "word", "title": "prose", "extra": "{prose}", "tasks": "[task]*", "sections": "[section]*",
        },
        "task": {
            "id": "word", "number": "word", "content": "prose", "deadline": "rule", "lead": "units", "coordinating": "units",
            "results": "prose", "extra": "{prose}", "targets": "[target]", "parts": "[task]", "withdrawn": "withdrawn",
        },
        "rule": _RULE_KEYS,
        "units": {"units": "words", "text": "prose"},
        "unit-as": {"unit": "word", "as": "line"},
        "target": {
            "id": "word", "at_least": "word", "above": "word", "at_most": "word", "below": "word", "unit": "line",
        },
        "withdrawn": {"on": "date", "document": "line"},
        "progress-file": {
            "completions": "[record]*", "extensions": "[record]*", "waivers": "[record]*", "measurements": "[record]*",
        },
        "record": {
            "task": "words", "part": "word", "occurrence": "word", "target": "word", "completed_on": "date", "evidence": "prose",
            "extended_to": "date", "waived_on": "date", "reason": "line", "approved_on": "date", "approved_by": "line",
            "document": "line", "as_of": "date", "value": "word",
        },
    }
)  # fmt: skip
"""The keys of each kind of record in their order, and what stands under each.

`word` is a number, a name or a flag; `line` a text on one line; `prose` a text or a list of texts; `words` one name or a
list of them. `[x]` is a list, `{x}` a mapping under keys of the author's; `*` asks for a blank line between its entries.
"""
_COMMON = {"sample": "word", "allow": "{prose}"}
_NAMING = frozenset({"id", "number", "task", "date", "name"})
_WORDS = frozenset({"word", "words", "date", "hour", "unit-as", "column", "columns", "units"})
_NAME = re.compile(r"(?!(?:null|Null|NULL)$)[A-Za-z0-9_][A-Za-z0-9_./-]*")


class Formatted(NamedTuple):
    """The canonical text of a file; `has_changed_meaning` tells that it would not mean the same: then it must not be used."""

    text: str
    has_changed_meaning: bool


def shape_of(path: str) -> str | None:
    """Return which kind of file stands at a path of the workspace; None for one that is not of a workspace."""
    folders = path.split("/")
    if path == "cchc.yaml":
        return "settings"
    if folders[0] != "plans" or not path.endswith(".yaml"):
        return None
    shared = folders[1].removesuffix(".yaml")
    if shared in {"units", "events", "calendar"} and len(folders) <= 3:
        return f"{shared}-file"
    if len(folders) < 3:
        return None
    if folders[-1] == "plan.yaml":
        return "plan"
    return "progress-file" if folders[-1] == "progress.yaml" or folders[-2] == "progress" else "section"


def canonical(text: str, shape: str) -> Formatted:
    """Return the canonical form of a file that `source.tree` reads without a finding."""
    root = read_written(text)
    if root is None:
        return Formatted(_only_comments(text), has_changed_meaning=False)
    lines = list(_outermost(root, shape))
    while lines and not lines[-1]:
        lines.pop()
    formatted = "".join(f"{line}\n" for line in lines)
    return Formatted(formatted, not _means_the_same(text, formatted, shape))


def _only_comments(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.strip("\n").split("\n")) if text.strip() else ""


def _outermost(root: Node, shape: str) -> Iterator[str]:
    if root.kind == "text":
        yield from (*_scalar(root, shape, 0, 0), *_comments(root.below, 0))
    elif root.entries:
        yield from block(root, shape, 0)
    else:
        yield from ("{}" if root.kind == "mapping" else "[]", *_comments(root.below, 0))


def block(node: Node, kind: str, indent: int) -> Iterator[str]:
    """Yield the lines of a mapping or list in block style, as they stand at an indent; "" is a blank line."""
    entries = node.entries if node.kind == "list" else _in_order(node.entries, kind)
    for index, entry in enumerate(entries):
        if not entry.value.entries:  # an empty list has no line of its own for the comments inside it
            entry.above += entry.value.below
            entry.value.below = []
        above = [mended(comment) for comment in entry.above]
        if index == 0:
            above = above[1:] if above[:1] == [""] else above
        elif kind.endswith("*") and entry.value.kind == "mapping" and above[:1] != [""]:
            above.insert(0, "")
        yield from _comments(above, indent)
        yield from _item(entry, kind, indent) if entry.key is None else _keyed(entry, kind, indent)
    yield from _comments([mended(comment) for comment in node.below], indent)


def _comments(comments: list[str], indent: int) -> Iterator[str]:
    for comment in comments:
        yield " " * indent + comment if comment else ""


def _in_order(entries: list[Entry], kind: str) -> list[Entry]:
    """Return the entries in the order of their shape; what no shape knows comes last, as it stood."""
    order = {key: place for place, key in enumerate(order_of(kind))}
    return sorted(entries, key=lambda entry: order.get(entry.key or "", len(order)))


def order_of(kind: str) -> list[str]:
    """Return the keys of a shape in their order; `sample` and `allow` follow what names the record."""
    keys = list(SHAPES.get(kind, ()))
    for key in reversed(_COMMON) if keys else ():
        keys.insert(next((place for place, own in enumerate(keys) if own not in _NAMING), len(keys)), key)
    return keys


def kind_of(key: str, kind: str) -> str:
    """Return which kind of value stands under a key of a record of this kind."""
    if kind.startswith("{"):
        return kind.strip("{}*")
    return {**_COMMON, **SHAPES.get(kind, {})}.get(key, "prose")


def kind_of_item(kind: str) -> str:
    """Return which kind of value the items of a list of this kind are."""
    if kind.startswith("["):
        return kind.strip("[]*")
    return {"units": "unit-as", "columns": "column", "words": "word"}.get(kind, "prose")


def value_lines(value: Node, kind: str, indent: int, column: int) -> list[str]:
    """Return the lines of a value: what stands behind its key from `column` on, and what stands below it.

    `indent` is that of the key. The first line is "" where all of the value stands below.
    """
    short = _short(value, kind, column)
    if short is not None:
        return [short]
    if value.kind == "text":
        return _scalar(value, kind, indent + _STEP, column)
    return ["", *block(value, kind, indent + _STEP)]


def _keyed(entry: Entry, kind: str, indent: int) -> Iterator[str]:
    key = scalar_text.word(mended(entry.key or ""))
    own = kind_of(entry.key or "", kind)
    first, *rest = value_lines(entry.value, own, indent, indent + len(key) + 2)
    yield _beside(" " * indent + f"{key}: {first}".rstrip(" "), entry)
    yield from rest


def _item(entry: Entry, kind: str, indent: int) -> Iterator[str]:
    own = kind_of_item(kind)
    short = _short(entry.value, own, indent + _STEP)
    if entry.value.kind == "text" or short is not None:
        first, *rest = [short] if short is not None else _scalar(entry.value, own, indent + _STEP, indent + _STEP)
        yield _beside(" " * indent + f"- {first}", entry)
        yield from rest
        return
    lines = list(block(entry.value, own, indent + _STEP))
    while (first := lines[0].lstrip(" ")).startswith("#") or not first:  # what stands above the first key moves above the dash
        yield " " * indent + first if first else ""
        del lines[0]
    head = " " * indent + "- " + lines[0][indent + _STEP :]
    if entry.beside and _first_text(entry.value).beside:
        yield " " * indent + mended(entry.beside)
        yield head
    else:
        yield _beside(head, entry)
    yield from lines[1:]


def _first_text(node: Node) -> Entry:
    """Return the entry whose value or key ends the first line of a block."""
    first = node.entries[0]
    return first if first.key is not None or not first.value.entries else _first_text(first.value)


def _beside(line: str, entry: Entry) -> str:
    """Return the line with the comment behind it: in the column where it stood, or two spaces on."""
    return f"{line.ljust(entry.beside_column - 2)}  {mended(entry.beside)}" if entry.beside else line


def _short(node: Node, kind: str, column: int) -> str | None:
    """Return a list as it stands on one line: an empty one, or one of names; None for all others."""
    if node.kind == "text" or any(node.below):
        return None
    if not node.entries:
        return "{}" if node.kind == "mapping" else "[]"
    if node.kind == "mapping" or kind not in {"words", "units", "columns"}:
        return None
    if any(
        entry.has_comments() or entry.value.kind != "text" or not _NAME.fullmatch(entry.value.text or "")
        for entry in node.entries
    ):
        return None
    written = f"[{', '.join(entry.value.text or '' for entry in node.entries)}]"
    return written if column + len(written) <= WIDTH else None


def _scalar(node: Node, kind: str, indent: int, column: int) -> list[str]:
    if node.text is None:
        return ["null"]
    text = _meant(node.text, kind)
    if kind in _WORDS:
        return [scalar_text.word(text)]
    return scalar_text.prose(text, indent, column)


def _meant(text: str, kind: str) -> str:
    """Return a text as it is to be written: NFC, without odd characters, a date in ISO form."""
    if kind == "date":
        try:
            return parse_date(text).isoformat()
        except ValueError:
            return text
    return mended(text)


def _means_the_same(before: str, after: str, kind: str) -> bool:
    was, is_now = parse("", before).data, parse("", after).data
    roots = [root for text in (before, after) if (root := read_written(text)) is not None]
    return data_meant(was, kind) == is_now and len({frozenset(_remarks(root).items()) for root in roots}) == 1


def data_meant(data: Data, kind: str) -> Data:
    """Return data as a canonical file of that kind holds it: texts mended, dates in ISO form."""
    if isinstance(data, dict):
        return {mended(key): data_meant(value, kind_of(key, kind)) for key, value in data.items()}
    if isinstance(data, list):
        return [data_meant(item, kind_of_item(kind)) for item in data]
    return None if data is None else _meant(data, kind)


def _remarks(node: Node) -> Counter[str]:
    """Return the comments of a file, each as often as it stands there."""
    found = Counter(mended(comment) for comment in node.below if comment)
    for entry in node.entries:
        found += Counter(mended(comment) for comment in (*entry.above, entry.beside) if comment)
        found += _remarks(entry.value)
    return found
