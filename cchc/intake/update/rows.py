"""The outline of an edited document as sections and tasks that can be held against those of the plan."""

from collections.abc import Mapping

from cchc.intake.draft.text import folded
from cchc.intake.draft.values import DraftPart, DraftSection, DraftTask, Outline, Paragraphs
from cchc.intake.update.values import WordRow, WordSection, WordTask
from cchc.views.appendix import Column

Names = Mapping[str, str]
"""The id, `task` or `task/part`, by the hidden name that its row carries."""


def columns_in(outline: Outline, columns: tuple[Column, ...]) -> dict[str, str]:
    """Return the plan's column for each column of the document, found by its caption, else by its key."""
    by_title = {folded(column.title): column.key for column in columns}
    keys = {column.key for column in columns}
    found: dict[str, str] = {}
    for caption in outline.captions:
        key = by_title.get(folded(caption.title), caption.key if caption.key in keys else None)
        if key is not None and key not in found.values():
            found[caption.key] = key
    return found


def draft_of(task: WordTask) -> DraftTask:
    """Return a task that only the document has as drafting takes it: what all its rows share, and parts where it has several."""
    first = task.rows[0]
    texts = {key: lines for key, lines in first.texts.items() if key != "number"}
    if len(task.rows) == 1:
        return DraftTask(first.spot, "", texts)
    shared = {key for key in texts if key == "content" or not all(key in row.texts for row in task.rows)}
    parts = [
        DraftPart(row.spot, {key: lines for key, lines in row.texts.items() if row is not first or key not in shared})
        for row in task.rows
    ]
    return DraftTask(first.spot, "", {key: lines for key, lines in texts.items() if key in shared}, parts)


class Flattening:
    """Goes through an outline; `with_parts` are the tasks of the plan that have parts."""

    def __init__(self, columns: Mapping[str, str], names: Names, with_parts: frozenset[str]) -> None:
        self._columns = columns
        self._names = names
        self._with_parts = with_parts
        self.sections: list[WordSection] = []

    def walk(self, draft: DraftSection, parent: WordSection | None = None) -> list[WordSection]:
        """Return the sections in the order of the document, each with its tasks."""
        section = WordSection(draft.spot, draft.number, draft.title, parent)
        self.sections.append(section)
        for task in draft.tasks:
            section.tasks += self._tasks(task)
        for inner in draft.sections:
            self.walk(inner, section)
        return self.sections

    def _tasks(self, draft: DraftTask) -> list[WordTask]:
        """Return a task, or several where drafting took rows without a number for its parts."""
        first, *below = self._rows(draft)
        tasks = [WordTask([first])]
        for row in below:
            if self._is_other(tasks[-1], row):
                tasks.append(WordTask([row], is_part_like=not row.marks))
            else:
                tasks[-1].rows.append(row)
        return tasks

    def _rows(self, draft: DraftTask) -> list[WordRow]:
        number = {"number": (draft.number,)} if draft.number else {}
        if not draft.parts:
            return [self._row(draft, number | draft.texts)]
        return [self._row(part, part.texts if at else number | draft.texts | part.texts) for at, part in enumerate(draft.parts)]

    def _row(self, draft: DraftTask | DraftPart, texts: dict[str, Paragraphs]) -> WordRow:
        known = {self._columns[key]: lines for key, lines in texts.items() if key in self._columns}
        unknown = tuple(line for key, lines in texts.items() if key not in self._columns and key != "number" for line in lines)
        return WordRow(draft.spot, known, draft.task_marks, unknown)

    def _is_other(self, task: WordTask, row: WordRow) -> bool:
        mine, above = self._task_of(row), self._task_of(task.rows[0])
        if mine and above:
            return mine != above
        if mine or not above:
            return bool(mine)
        return above not in self._with_parts and "content" in row.texts

    def _task_of(self, row: WordRow) -> str:
        return next((self._names[mark].partition("/")[0] for mark in row.marks if mark in self._names), "")
