"""Which task of the plan a row of the document is: by its hidden name, else by the likeness of its words."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from cchc.intake.draft.text import folded
from cchc.intake.update.rows import Names
from cchc.intake.update.values import WordTask

ALIKE = 0.6
"""The share of words, kept in order, from which two rows are taken for the same."""

Matched = dict[WordTask, tuple[str, float | None]]
"""The id of the plan's task and how like it is; None where the hidden name told."""


def likeness(one: str, other: str) -> float:
    """Return the share of the words of two texts that stand in both in the same order."""
    return SequenceMatcher(None, folded(one).split(), folded(other).split(), autojunk=False).ratio()


def match(tasks: Sequence[WordTask], printed: Mapping[str, str], names: Names) -> Matched:
    """Return which task of the plan each task of the document is; `printed` holds the words of the plan's tasks by id."""
    marked = _by_mark(tasks, printed, names)
    found: Matched = {task: (task_id, None) for task_id, task in marked.items()}
    exact = {folded(words): task_id for task_id, words in printed.items()}
    for task in tasks:
        task_id = exact.get(folded(task.words), "")
        holder = marked.get(task_id)
        if task in found or not task_id or _is_marked(task, names):
            continue
        if holder is not None and folded(holder.words) == folded(task.words):
            continue
        if holder is not None:  # a row was copied and Word left the hidden name on the copy
            del found[holder]
        if task_id not in {taken for taken, _ in found.values()}:
            found[task] = (task_id, None if holder is not None else 1.0)
    return found | _by_likeness(tasks, printed, names, found)


def _is_marked(task: WordTask, names: Names) -> bool:
    return any(mark in names for row in task.rows for mark in row.marks)


def _is_dropped(task: WordTask, printed: Mapping[str, str], names: Names) -> bool:
    """Return whether a row carries the name of a task that the plan no longer prints."""
    ids = [names[mark].partition("/")[0] for row in task.rows for mark in row.marks if mark in names]
    return bool(ids) and not any(task_id in printed for task_id in ids)


def _by_mark(tasks: Sequence[WordTask], printed: Mapping[str, str], names: Names) -> dict[str, WordTask]:
    """Return the task that carries each hidden name; of several that do, the one most alike."""
    found: dict[str, WordTask] = {}
    for task in tasks:
        for mark in (mark for row in task.rows for mark in row.marks if mark in names):
            task_id = names[mark].partition("/")[0]
            if task_id not in printed:  # dropped from the plan meanwhile
                break
            rival, words = found.get(task_id), printed[task_id]
            if rival is None or likeness(task.words, words) > likeness(rival.words, words):
                found[task_id] = task
            break
    return found


def _by_likeness(tasks: Sequence[WordTask], printed: Mapping[str, str], names: Names, found: Matched) -> Matched:
    taken = {task_id for task_id, _ in found.values()}
    free = {task_id: words for task_id, words in printed.items() if task_id not in taken}
    open_tasks = [task for task in tasks if task not in found and not _is_dropped(task, printed, names)]
    scores = sorted(
        (
            (likeness(task.words, words), -index, task_id)
            for index, task in enumerate(open_tasks)
            for task_id, words in free.items()
        ),
        reverse=True,
    )
    near: Matched = {}
    for score, index, task_id in scores:
        task = open_tasks[-index]
        if score >= ALIKE and task not in near and task_id in free:
            near[task] = (task_id, score)
            del free[task_id]
    return near
