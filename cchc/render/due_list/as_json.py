"""The due list for programs, as `command-line.md` fixes it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cchc.json_text import to_json
from cchc.views.due_list import DueList, DueRow


def write(due_list: DueList) -> str:
    return to_json(
        {
            "version": 1,
            "as_of": due_list.as_of.isoformat(),
            "from": due_list.window.first_day.isoformat(),
            "to": due_list.window.last_day.isoformat(),
            "items": list(map(_item, due_list.rows)),
            "counts": due_list.counts,
        }
    )


def _item(row: DueRow) -> Mapping[str, Any]:
    return {
        "workspace": row.workspace,
        "plan": row.plan_id,
        "task": row.task_id,
        "part": row.part_id,
        "number": row.number,
        "content": row.content,
        "deadline": row.deadline,
        "label": row.label,
        "lead": row.lead,
        "coordinating": row.coordinating,
        "occurrence": row.occurrence,
        "status": row.status.value,
        "due_on": _iso(row.due_on),
        "at": row.at,
        "act_by": _iso(row.act_by),
        "extended_to": _iso(row.extended_to),
        "days_left": row.days_left,
        "completed_on": _iso(row.completed_on),
        "provisional": row.is_provisional,
        "sample": row.is_sample,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
