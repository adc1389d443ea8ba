"""What an edited document asks for: changed cells, new, removed and moved tasks, headings, the title."""

from dataclasses import replace

from cchc.compare.moves import longest_rise
from cchc.intake.draft.data import Office, task_data
from cchc.intake.draft.text import clean
from cchc.intake.draft.values import Certainty, Outline, Remark
from cchc.intake.update.cells import CellComparison
from cchc.intake.update.current import Base, Current, as_read
from cchc.intake.update.deadlines import without_doubtful
from cchc.intake.update.matching import Matched, match
from cchc.intake.update.rows import Flattening, columns_in, draft_of
from cchc.intake.update.sections import Found, compare_sections, find_sections, removed_sections
from cchc.intake.update.values import Change, Conflict, Kind, Update, WordSection, WordTask
from cchc.ooxml.cell_text import digest_of
from cchc.ooxml.print_record import PrintRecord
from cchc.ooxml.task_marks import bookmark_name


def update_of(outline: Outline, record: PrintRecord | None, current: Current, office: Office) -> Update:
    """Return the changes that an edited document makes to a plan, and where the plan itself was changed meanwhile."""
    return _Engine(outline, Base(record), current, office).run()


class _Engine:
    def __init__(self, outline: Outline, base: Base, current: Current, office: Office) -> None:
        self._base, self._current, self._office = base, current, office
        ids = {*current.rows, *base.rows, *(placed.task.id for placed in current.plan.placed_tasks)}
        self._names = {bookmark_name(row_id): row_id for row_id in sorted(ids)}
        self._columns = columns_in(outline, current.printed.columns)
        captions = [replace(one, key=self._columns[one.key]) for one in outline.captions if one.key in self._columns]
        self._outline = replace(outline, captions=tuple(captions))
        with_parts = frozenset(task_id for task_id, placed in current.placed.items() if placed.task.parts)
        self._sections = Flattening(self._columns, self._names, with_parts).walk(outline.top)
        self._tasks = [task for section in self._sections for task in section.tasks]

    def run(self) -> Update:
        current = self._current
        words = {task_id: current.words_of(task_id) for task_id in current.placed}
        matched = match(self._tasks, words, self._names)
        columns = [column.key for column in current.printed.columns if column.key in self._columns.values()]
        cells = CellComparison(current, self._base, self._outline, self._office, columns, self._names)
        update = cells.update
        self._tell(update, matched)
        self._compare_title(update)
        found = find_sections(self._sections, matched, current)
        compare_sections(self._sections, found, current, self._base, update)
        for task, (task_id, alike) in matched.items():
            cells.compare(task, task_id, alike)
        removed = self._removed(matched, update)
        self._arrange(matched, found, update)
        update.changes += [*removed, *removed_sections(found, current, self._base)]
        return update

    def _tell(self, update: Update, matched: Matched) -> None:
        if self._base.record is None:
            update.remarks.append(Remark("update-no-record", Certainty.GUESSED))
        for column in self._current.printed.columns:
            if column.key not in self._columns.values():
                update.remarks.append(Remark("update-no-column", Certainty.LEFT, params={"column": column.title}))
        for task, (task_id, alike) in matched.items():
            if alike is not None and alike < 1:
                params = {"task": task_id, "percent": round(alike * 100)}
                update.remarks.append(Remark("update-alike", Certainty.GUESSED, task.rows[0].spot, params))
        for row in (row for task in self._tasks for row in task.rows if row.unknown):
            text = " ".join(row.unknown)
            update.remarks.append(Remark("column-unknown", Certainty.LEFT, row.spot, {"text": text}, is_lost=True))
        head, document = self._outline.head, self._current.plan.document
        if (head.number and not document.number) or (head.issued_on and not document.issued_on):
            update.remarks.append(Remark("update-issued", Certainty.LEFT, params={"text": head.issued_line}))

    def _compare_title(self, update: Update) -> None:
        said, prints = as_read(self._outline.head.title), as_read(self._current.printed.title)
        if not said or _holds(said, prints) or self._base.record is None or digest_of(said) == self._base.record.title:
            return
        if digest_of(prints) != self._base.record.title:
            conflict = Conflict(self._current.plan.id, self._sections[0].spot, "title", "\n".join(said), "\n".join(prints))
            update.conflicts.append(conflict)
            return
        update.changes.append(
            Change(
                Kind.PLAN_CHANGED, self._current.plan.id, column="title", before="\n".join(prints), after_text="\n".join(said),
                route=("title",), data="\n".join(said),
            )
        )  # fmt: skip

    def _removed(self, matched: Matched, update: Update) -> list[Change]:
        """Return the tasks whose rows are gone; one that the plan changed meanwhile is a conflict."""
        kept = {task_id for task_id, _ in matched.values()}
        gone: list[Change] = []
        for task_id in self._current.placed:
            rows = self._current.rows_of(task_id)
            if task_id in kept or (self._base.record is not None and task_id not in self._base.order):
                continue
            words = self._current.words_of(task_id)
            cells = [(row, key, lines) for row in rows for key, lines in self._current.rows[row].items() if key != "number"]
            if any(self._base.holds(row, key, lines) is False for row, key, lines in cells):
                update.conflicts.append(Conflict(task_id, self._sections[0].spot, "", "", words))
                continue
            certainty = Certainty.READ if self._base.record is not None else Certainty.GUESSED
            gone.append(Change(Kind.TASK_REMOVED, task_id, certainty=certainty, before=words))
        return gone

    def _arrange(self, matched: Matched, found: Found, update: Update) -> None:
        """Add new tasks and moves, in the order of the document, so that each follows one that stands already."""
        is_reordered = self._is_reordered_meanwhile(matched, update)
        taken = {placed.task.id for placed in self._current.plan.placed_tasks} | set(self._base.order)
        for section in self._sections:
            key = found[section]
            mine = [matched[task][0] for task in section.tasks if task in matched]
            mine = [task_id for task_id in mine if self._current.section_of(task_id) == key]
            stays = {mine[index] for index in longest_rise([self._current.place_of(task_id) for task_id in mine])}
            above = ""
            for task in section.tasks:
                if task not in matched:
                    above = self._added(task, section, found, above, taken, update) or above
                    continue
                task_id = matched[task][0]
                if task_id not in stays and not is_reordered:
                    spot = task.rows[0].spot
                    update.changes.append(Change(Kind.TASK_MOVED, task_id, spot, section=key, after=above))
                if task_id in stays or not is_reordered:
                    above = task_id

    def _added(self, task: WordTask, section: WordSection, found: Found, above: str, taken: set[str], update: Update) -> str:
        """Add a new task; return its id, "" for a row of a task that the plan itself has taken out meanwhile."""
        known = next((self._names[mark] for row in task.rows for mark in row.marks if mark in self._names), "")
        spot = task.rows[0].spot
        if known and known.partition("/")[0] not in self._current.placed:
            changed = [lines for key, lines in task.rows[0].texts.items() if self._base.holds(known, key, lines) is False]
            if changed or not self._base.rows.get(known):
                update.conflicts.append(Conflict(known, spot, "", task.words, ""))
            return ""
        if not task.rows[0].texts.get("content"):
            remark = Remark("update-row-empty", Certainty.LEFT, spot, {"text": task.words}, is_lost=bool(task.words))
            update.remarks.append(remark)
            return ""
        data, remarks = task_data(draft_of(task), self._outline, self._office, taken)
        task_id = str(data["id"])
        taken.add(task_id)
        update.remarks += without_doubtful(data, remarks)
        certainty = Certainty.GUESSED if task.is_part_like else Certainty.READ
        update.changes.append(
            Change(
                Kind.TASK_ADDED, task_id, spot, certainty, after_text=task.words, data=data, section=found[section], after=above
            )
        )  # fmt: skip
        return task_id

    def _is_reordered_meanwhile(self, matched: Matched, update: Update) -> bool:
        """Return whether tasks of the plan stand in another order than was printed: then theirs is kept."""
        if self._base.record is None:
            return False
        both = {task_id for task_id, _ in matched.values()} & set(self._base.order)
        now = [task_id for task_id in self._current.placed if task_id in both]
        then = [task_id for task_id in self._base.order if task_id in both]
        document = [matched[task][0] for task in self._tasks if task in matched and matched[task][0] in both]
        if now in (then, document):
            return False
        if document != then:
            conflict = Conflict(self._current.plan.id, self._sections[0].spot, "order", " ".join(document), " ".join(now))
            update.conflicts.append(conflict)
        return True


def _holds(lines: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether lines stand among others: a template may print more around a title."""
    mine, theirs = clean(" ".join(lines)), clean(" ".join(wanted))
    return theirs in mine and bool(theirs)
