"""What changed, as `command-line.md` fixes it for programs."""

from typing import Any

from cchc.json_text import to_json
from cchc.views.changes import OF_TASKS, ChangeRow, Comparison, ConsequenceRow, FieldRow


def write(comparison: Comparison) -> str:
    return to_json(
        {
            "version": 1,
            "base": comparison.base,
            "head": comparison.head,
            "as_of": comparison.as_of.isoformat(),
            "changes": [_change(row) for row in comparison.changes],
            "consequences": [_consequence(row) for row in comparison.consequences],
            "unread": [unread._asdict() for unread in comparison.unread],
        }
    )


def _change(row: ChangeRow) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": row.kind, "plan": row.plan}
    if row.task is not None:
        found["task"] = row.task
    if row.family in OF_TASKS or row.family not in {"task", "plan", "settings"}:
        found[row.family] = row.id
    if row.before_number or row.after_number:
        found["number"] = {"before": row.before_number or None, "after": row.after_number or None}
    return found | {"fields": [_field(field) for field in row.fields]}


def _field(field: FieldRow) -> dict[str, Any]:
    before, after = field.written
    return {"field": field.name, "before": before or None, "after": after or None}


def _consequence(row: ConsequenceRow) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "plan": row.plan,
        "task": row.task,
        "part": row.part,
        "number": row.number,
        "occurrence": row.occurrence,
        "before": row.before.isoformat() if row.before else None,
        "after": row.after.isoformat() if row.after else None,
    }
