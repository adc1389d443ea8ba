"""Which kind of file a text is, by its keys alone: for those who are given a file without its path."""

from cchc.source.layout import SHAPES
from cchc.source.text import read_text
from cchc.source.tree import parse

_ROOTS = ("settings", "units-file", "events-file", "calendar-file", "plan", "progress-file", "section")


def kind_by_contents(content: bytes) -> str | None:
    """Return the only kind that has all the keys of a file; None where there is none, or several."""
    text = read_text("", content).text
    data = None if text is None else parse("", text).data
    if not isinstance(data, dict) or not data:
        return None
    fitting = [kind for kind in _ROOTS if data.keys() <= SHAPES[kind].keys()]
    return fitting[0] if len(fitting) == 1 else None
