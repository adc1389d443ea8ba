"""The cells of a task that both the document and the plan have: changed in Word, in the plan, or in both."""

from collections.abc import Iterator
from decimal import Decimal

from cchc.intake.draft.data import Office, part_data
from cchc.intake.draft.targets import target_of
from cchc.intake.draft.text import as_prose
from cchc.intake.draft.values import KNOWN_KEYS, Certainty, DraftPart, Outline, Paragraphs, Remark
from cchc.intake.update.current import Base, Current
from cchc.intake.update.deadlines import new_deadline, without_doubtful
from cchc.intake.update.matching import likeness
from cchc.intake.update.rows import Names
from cchc.intake.update.values import Change, Conflict, Kind, Update, WordRow, WordTask
from cchc.model.plan import Target
from cchc.source.tree import Data


class CellComparison:
    """Compares tasks cell by cell; `columns` are those that both the document and the plan have."""

    def __init__(self, current: Current, base: Base, outline: Outline, office: Office, columns: list[str], names: Names) -> None:
        self._current, self._base, self._outline, self._office = current, base, outline, office
        self._columns, self._names = columns, names
        self._shared: set[str] = set()
        self.update = Update()

    def compare(self, task: WordTask, task_id: str, alike: float | None) -> None:
        """Add what changed in a task to the update."""
        rows = dict(self._paired(task, task_id))
        self._shared = {column for column in self._columns if _is_said_by_the_first_alone(task, column)}
        for row, row_id in rows.items():
            for column in self._columns:
                self._cell(row, row_id, column, alike)
        if "/" in next(iter(self._current.rows_of(task_id))):
            self._parts(task, task_id, rows)
        else:
            for row in task.rows:
                if row not in rows and row.words:
                    self._lose("update-row-apart", row, row.words)

    def _paired(self, task: WordTask, task_id: str) -> Iterator[tuple[WordRow, str]]:
        """Yield each row with the row of the plan that it is: by its hidden name, else in order."""
        ids = self._current.rows_of(task_id)
        marked = {row: self._names[mark] for row in task.rows for mark in row.marks if self._names.get(mark) in ids}
        free = [row_id for row_id in ids if row_id not in marked.values()]
        for row in task.rows:
            if row in marked:
                yield row, marked[row]
        rest = [row for row in task.rows if row not in marked]
        if not marked and len(rest) == len(free):
            yield from zip(rest, free, strict=True)
        elif not marked and len(ids) == 1:
            yield task.rows[0], ids[0]
        else:
            for row in rest:
                words = {row_id: _words(self._current.rows[row_id]) for row_id in free}
                best = max(free, key=lambda row_id: likeness(row.words, words[row_id]), default=None)
                if best is not None and likeness(row.words, words[best]) >= 0.6:
                    free.remove(best)
                    yield row, best

    def _cell(self, row: WordRow, row_id: str, column: str, alike: float | None) -> None:
        said, prints = row.texts.get(column, ()), self._current.rows[row_id].get(column, ())
        if column == "number":
            if self._base.holds(row_id, column, said) is False:
                self.update.numbers[row_id.partition("/")[0]] = " ".join(said)
            return
        if said == prints or self._base.holds(row_id, column, said):
            return
        was_printed = self._base.holds(row_id, column, prints)
        if was_printed is False:
            self.update.conflicts.append(Conflict(row_id, row.spot, column, "\n".join(said), "\n".join(prints)))
            return
        certainty = Certainty.GUESSED if was_printed is None or alike is not None else Certainty.READ
        self._put(row, row_id, column, said, prints, certainty, alike)

    def _put(
        self,
        row: WordRow,
        row_id: str,
        column: str,
        said: Paragraphs,
        prints: Paragraphs,
        certainty: Certainty,
        alike: float | None,
    ) -> None:
        task_id, _, part_id = row_id.partition("/")
        task = self._current.placed[task_id].task
        part = next((part for part in task.parts if part.id == part_id), None)
        key = column if column in KNOWN_KEYS else f"extra.{column}"
        is_own = part is not None and (
            (getattr(part, column) is not None if column in KNOWN_KEYS else column in part.extra)
            or (not prints and column not in self._shared)
        )
        holder = row_id if is_own else task_id
        if not said and (column in {"content", "lead"} or is_own):
            self._lose("update-emptied", row, "\n".join(prints))
            return
        data = self._data(row, task_id, part_id if is_own else "", column, said)
        if data is None and said:
            self._lose("update-deadline", row, " ".join(said))
            return
        if column == "results":
            self._tell_target((part if is_own and part is not None else task).targets, row, " ".join(said))
        kind = Kind.PART_CHANGED if is_own else Kind.TASK_CHANGED
        route = tuple(key.split("."))
        self.update.changes.append(
            Change(kind, holder, row.spot, certainty, column, "\n".join(prints), "\n".join(said), alike, route, data)
        )

    def _tell_target(self, targets: tuple[Target, ...], row: WordRow, results: str) -> None:
        """Tell where a result now states another goal than the targets beside it: a number is left to a person."""
        stated = target_of(results)
        if stated is None:
            return
        (bound,) = stated.keys() - {"id", "unit"}
        if not any(getattr(target, bound) == Decimal(str(stated[bound])) for target in targets):
            self.update.remarks.append(Remark("update-target", Certainty.LEFT, row.spot, {"text": results}))

    def _data(self, row: WordRow, task_id: str, part_id: str, column: str, said: Paragraphs) -> Data:
        if not said:
            return None
        if column in {"lead", "coordinating"}:
            return self._office.units.cell(said, row.spot)
        if column == "deadline":
            held = self._held(task_id, part_id).get("deadline")
            return new_deadline(said, held, self._office.year, self._office.events, row.spot)
        prose = as_prose(said)
        return list(prose) if isinstance(prose, list) else prose

    def _held(self, task_id: str, part_id: str) -> dict[str, Data]:
        record = self._current.data.get(task_id)
        held = record if isinstance(record, dict) else {}
        parts = held.get("parts")
        if part_id and isinstance(parts, list):
            return next((part for part in parts if isinstance(part, dict) and part.get("id") == part_id), {})
        return held

    def _parts(self, task: WordTask, task_id: str, rows: dict[WordRow, str]) -> None:
        """Add the parts that the document has more, and those that it has no longer."""
        taken = {part.id for part in self._current.placed[task_id].task.parts}
        above = ""
        for row in task.rows:
            if row in rows:
                above = rows[row].partition("/")[2]
                continue
            texts = {key: lines for key, lines in row.texts.items() if key != "number"}
            data, remarks = part_data(DraftPart(row.spot, texts), self._outline, self._office, taken)
            taken.add(str(data["id"]))
            self.update.remarks += without_doubtful(data, remarks)
            change = Change(Kind.PART_ADDED, f"{task_id}/{data['id']}", row.spot, after_text=row.words, data=data, after=above)
            self.update.changes.append(change)
            above = str(data["id"])
        for row_id in self._current.rows_of(task_id):
            if row_id not in rows.values() and row_id in self._base.rows:
                words = _words(self._current.rows[row_id])
                self.update.changes.append(Change(Kind.PART_REMOVED, row_id, task.rows[0].spot, before=words))

    def _lose(self, key: str, row: WordRow, text: str) -> None:
        self.update.remarks.append(Remark(key, Certainty.LEFT, row.spot, {"text": text}, is_lost=True))


def _words(texts: dict[str, Paragraphs]) -> str:
    return " ".join(line for key, lines in texts.items() if key != "number" for line in lines)


def _is_said_by_the_first_alone(task: WordTask, column: str) -> bool:
    """Return whether only the first row fills a column: Word shows one cell beside all rows, and what it says holds for all."""
    first, *below = (bool(row.texts.get(column)) for row in task.rows)
    return first and not any(below)
