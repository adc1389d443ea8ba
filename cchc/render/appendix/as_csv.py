"""The appendix as csv, to count and filter in any spreadsheet: a row for each task, and each row says everything."""

import csv
import io
from datetime import date

from cchc.render.appendix.merged import whole_rows
from cchc.render.printable import printable
from cchc.render.spreadsheet_text import BYTE_ORDER_MARK, no_formula
from cchc.views.appendix import Appendix, SectionRow

ADDED = ("Mục", "Hạn đầu tiên", "Hạn cuối cùng")


def render(appendix: Appendix) -> bytes:
    """Return the file; a cell that is merged down on paper is said again, paragraphs of a cell are its lines."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([*(_cell(column.title) for column in appendix.columns), *ADDED])
    for row in whole_rows(appendix.rows):
        if not isinstance(row, SectionRow):
            task = row.task
            texts = ["\n".join(paragraphs) for paragraphs in row.cells]
            days = [_iso(task.first_due_on), _iso(task.last_due_on)]
            writer.writerow([*map(_cell, (*texts, task.section)), *days])
    return (BYTE_ORDER_MARK + stream.getvalue()).encode()


def _cell(text: str) -> str:
    return no_formula(printable(text))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
