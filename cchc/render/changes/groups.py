"""Changes as every format groups them: the shared files first, then plan by plan."""

from collections.abc import Iterator

from cchc.messages import screen
from cchc.views.changes import ChangeRow, Comparison


def groups_of(comparison: Comparison, *, in_capitals: bool = False) -> Iterator[tuple[str, list[ChangeRow]]]:
    """Yield the heading of each group with its changes; capitals leave the id of a plan as it is written."""
    words = "diff/capitals" if in_capitals else "diff"
    for plan in dict.fromkeys(row.plan for row in comparison.changes):
        kind = "shared" if plan is None else "plan"
        yield screen(comparison.language, f"{words}/{kind}", plan=plan), [row for row in comparison.changes if row.plan == plan]


def told_fields(row: ChangeRow) -> tuple[tuple[str, str, str], ...]:
    """Return caption, before and after of what is to be told beside a change's title."""
    return tuple((field.caption, field.before, field.after) for field in row.fields if not _is_title(row, field.name))


TITLES = frozenset({"content", "title", "name", "subject"})


def tells_title(row: ChangeRow) -> bool:
    """Return whether a change tells itself what the record is called, before and after."""
    return row.verb == "changed" and any(field.name in TITLES for field in row.fields)


def _is_title(row: ChangeRow, name: str) -> bool:
    """Return whether a field of what came or went is its title, which is told already, or a number, which is too."""
    return row.verb in {"added", "removed"} and name in {*TITLES, "number"}
