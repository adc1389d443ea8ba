"""The appendix for programs, as `command-line.md` fixes the JSON of this tool: English keys, ISO days."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cchc.json_text import to_json
from cchc.render.appendix.merged import WholeRow, whole_rows
from cchc.render.printable import printable
from cchc.views.appendix import Appendix, Column, SectionRow


def render(appendix: Appendix) -> bytes:
    """Return the file; each cell has its paragraphs, also one that paper merges with the cell above."""
    return to_json(
        {
            "version": 1,
            "plan": appendix.plan_id,
            "label": printable(appendix.label),
            "title": _texts(appendix.title),
            "issued_line": printable(appendix.issued_line),
            "issuer": printable(appendix.issuer),
            "issued_on": _iso(appendix.created_on),
            "columns": [{"key": column.key, "title": printable(column.title)} for column in appendix.columns],
            "rows": [_row(row, appendix.columns) for row in whole_rows(appendix.rows)],
        }
    ).encode()


def _row(row: SectionRow | WholeRow, columns: tuple[Column, ...]) -> Mapping[str, Any]:
    if isinstance(row, SectionRow):
        return {"kind": "section", "number": printable(row.number), "title": _texts(row.title), "level": row.level}
    task_id, _, part_id = row.task.task_id.partition("/")
    keys = [column.key for column in columns]
    return {
        "kind": "task",
        "task": task_id,
        "part": part_id or None,
        "section": printable(row.task.section),
        "cells": {key: _texts(paragraphs) for key, paragraphs in zip(keys, row.cells, strict=True)},
        "continues": [key for key, continues in zip(keys, row.continues, strict=True) if continues],
        "first_due_on": _iso(row.task.first_due_on),
        "last_due_on": _iso(row.task.last_due_on),
    }


def _texts(texts: Iterable[str]) -> list[str]:
    return [printable(text) for text in texts]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
