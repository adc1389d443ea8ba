"""Where the characters of a text stand in its file: what a change of a few digits, or a line to name, needs."""

from collections.abc import Sequence
from itertools import accumulate
from string import digits

from cchc.source.written import Node, entry_under

_BLOCKS = frozenset({"|", ">"})


def places_of(text: str, node: Node) -> list[int] | None:
    """Return where each character of a text that is no blank stands in the file; None where it is written with escapes."""
    start = text.find("\n", node.start, node.end) + 1 if node.style in _BLOCKS else node.start + bool(node.style)
    end = node.end if node.style in _BLOCKS or not node.style else node.end - 1
    found = [place for place in range(start, end) if not text[place].isspace()]
    shown = [char for char in node.text or "" if not char.isspace()]
    return found if [text[place] for place in found] == shown else None


def changed_digits(text: str, node: Node, value: str) -> list[tuple[int, str]] | None:
    """Return the places and digits that make a text another; None where more than digits, each one for one, would change."""
    old = node.text or ""
    differing = [(index, there) for index, (here, there) in enumerate(zip(old, value, strict=False)) if here != there]
    if len(old) != len(value) or not all(old[index] in digits and there in digits for index, there in differing):
        return None
    places = places_of(text, node)
    if places is None:
        return None
    nth = list(accumulate((not char.isspace() for char in old), initial=0))
    return [(places[nth[index]], there) for index, there in differing]


def place_of(text: str, root: Node | None, route: Sequence[str | int], offset: int = 0) -> int:
    """Return where a character of the text at a route stands; of the nearest node above it where the route leads nowhere."""
    node = root
    for key in route:
        entry = entry_under(node, key)
        if entry is None:
            break
        node = entry.value
    if node is None:
        return 0
    places = places_of(text, node) if node.kind == "text" else None
    index = sum(not char.isspace() for char in (node.text or "")[:offset])
    return places[index] if places and index < len(places) else node.start
