"""The due list for spreadsheets: a byte order mark, so that Excel reads UTF-8; nothing in a cell is taken for a formula."""

import csv
import io
from collections.abc import Mapping

from cchc.messages import Language, screen
from cchc.outgoing import visible
from cchc.render.spreadsheet_text import BYTE_ORDER_MARK, no_formula
from cchc.views.due_list import DueList, DueRow

_COLUMNS = (
    "number", "content", "deadline", "label", "lead", "coordinating", "occurrence", "status", "due_on", "at", "act_by",
    "extended_to", "days_left", "completed_on", "event", "event_day", "provisional", "sample", "status_code", "workspace",
    "plan", "task", "part",
)  # fmt: skip


def write(due_list: DueList) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(screen(due_list.language, f"due/field/{name}") for name in _COLUMNS)
    for row in due_list.rows:
        values = _values(row, due_list.language)
        writer.writerow(_cell(values[name]) for name in _COLUMNS)
    return BYTE_ORDER_MARK + stream.getvalue()


def _values(row: DueRow, language: Language) -> Mapping[str, object]:
    return row._asdict() | {
        "lead": "; ".join(row.lead_names),
        "coordinating": "; ".join(row.coordinating_names),
        "status": screen(language, f"due/status/{row.status.value}"),
        "status_code": row.status.value,
        "provisional": screen(language, "due/yes" if row.is_provisional else "due/no"),
        "sample": screen(language, "due/yes" if row.is_sample else "due/no"),
        "plan": row.plan_id,
        "task": row.task_id,
        "part": row.part_id,
    }


def _cell(value: object) -> str | int:
    """Return a number as it is, so that a spreadsheet sorts by it, and anything else as text that is no formula."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    return no_formula(visible(str(value)))
