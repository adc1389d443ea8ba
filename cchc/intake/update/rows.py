"""The outline of an edited document as sections and tasks that can be held against those of the plan."""

from collections.abc import Mapping

from cchc.intake.draft.text import folded
from cchc.intake.draft.values import DraftSection, DraftTask, Outline, Paragraphs
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
        rows = self._rows(draft)
        tasks = [WordTask([rows[0]], draft)]
        for row in rows[1:]:
            if self._is_other(tasks[-1], row):
                tasks.append(WordTask([row], DraftTask(row.spot, "", dict(row.texts)), is_part_like=not row.marks))
            else:
                tasks[-1].rows.append(row)
        if len(tasks) > 1:
            for task in tasks:
                if len(task.rows) == 1:
                    task.draft = DraftTask(task.rows[0].spot, "", dict(task.rows[0].texts))
        return tasks

    def _rows(self, draft: DraftTask) -> list[WordRow]:
        number = {"number": (draft.number,)} if draft.number else {}
        if not draft.parts:
            return [WordRow(draft.spot, self._named(number | draft.texts), draft.task_marks)]
        rows = []
        for index, part in enumerate(draft.parts):
            texts = part.texts if index else {**number, **draft.texts, **part.texts}
            rows.append(WordRow(part.spot, self._named(texts), part.task_marks))
        return rows

    def _named(self, texts: dict[str, Paragraphs]) -> dict[str, Paragraphs]:
        return {self._columns[key]: lines for key, lines in texts.items() if key in self._columns}

    def _is_other(self, task: WordTask, row: WordRow) -> bool:
        mine, above = self._task_of(row), self._task_of(task.rows[0])
        if mine and above:
            return mine != above
        if mine or not above:
            return bool(mine)
        return above not in self._with_parts and "content" in row.texts

    def _task_of(self, row: WordRow) -> str:
        return next((self._names[mark].partition("/")[0] for mark in row.marks if mark in self._names), "")
