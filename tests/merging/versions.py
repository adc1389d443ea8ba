"""Small plans, and what their versions are after they were merged."""

from cchc.merging.merge import Labels, merge
from cchc.merging.trio import Trio

HEAD = "id: p\ntitle: T\nyear: 2025\n"
TASK = "tasks:\n- id: a\n  content: C\n  lead: [u]\n"
SECTIONS = "sections:\n- number: A\n  title: Một\n  tasks:\n  - {id: a, content: C, lead: [u]}\n- number: B\n  title: Hai\n"


def merged(base: str, ours: str, theirs: str, kind: str = "plan") -> tuple[str, list[tuple[str, str, str]]]:
    """Return the merged text, and what is left to a person: why, in which record, under which key."""
    result = merge(Trio(base.encode(), ours.encode(), theirs.encode()), kind, Labels())
    return result.content.decode(), [tuple(found) for found in result.found]
