"""Rows to sections, tasks and parts: which row is a heading, which belongs under which."""

import re
from collections.abc import Sequence

from cchc.intake.draft.carrying import Carrier
from cchc.intake.draft.numbering import Number, number_of, split_number
from cchc.intake.draft.text import is_upper
from cchc.intake.draft.values import Certainty, DraftPart, DraftSection, DraftTask, Line, Paragraphs, Remark, Spot

_MARKS = ("-", "–", "+", "*", "•")
_NOTE = re.compile(
    r"(?:tổng cộng|tổng số|cộng|ghi chú|chú thích|lưu ý|chú ý)\s*(?::|$|\()|(?:tổng cộng|tổng số)\b|\(\*+\)|\*\s*ghi chú",
    re.IGNORECASE,
)
_FILLED = ("deadline", "lead", "coordinating", "results")


class OutlineBuilder:
    """Goes through the rows; `open` are the sections that the next row may belong to, the outermost first."""

    def __init__(self, *, has_numbers: bool) -> None:
        self.top = DraftSection(Spot(), "", ())
        self.remarks: list[Remark] = []
        self._open: list[tuple[DraftSection, Number | None]] = []
        self._has_numbers = has_numbers
        self._task: DraftTask | None = None
        self._rows_of_task: list[Line] = []
        self._carrier = Carrier()

    def build(self, lines: Sequence[Line]) -> DraftSection:
        """Return the outermost section, which holds what stands above the first heading and all headings."""
        rows = self._without_notes(lines)
        for index, line in enumerate(map(self._carrier.spelt_out, rows)):
            following = rows[index + 1] if index + 1 < len(rows) else None
            heading = self._heading(line, following)
            if heading is not None:
                self._close_task()
                self._begin_section(line, *heading)
            elif self._is_part(line):
                self._rows_of_task.append(line)
            else:
                self._close_task()
                self._begin_task(line)
        self._close_task()
        self.remarks += self._carrier.remarks
        return self.top

    def _without_notes(self, lines: Sequence[Line]) -> list[Line]:
        """Return the rows without those of totals and notes at the end, which are no task; each is told."""
        rows = list(lines)
        while rows and _is_note(rows[-1]):
            last = rows.pop()
            text = " ".join((*last.texts.get("content", ()), *last.wide)) or last.text("number")
            self.remarks.append(Remark("note-row", Certainty.LEFT, last.spot, {"text": text}, is_lost=True))
        return rows

    def _numbers(self) -> tuple[Number, ...]:
        return tuple(number for _, number in self._open if number is not None)

    def _heading(self, line: Line, following: Line | None) -> tuple[str, Paragraphs] | None:
        """Return number and title of a row that is a heading; None for a task."""
        number = line.text("number")
        if line.wide:
            others = [key for key in line.texts if key not in {"number", "content"}]
            title = (*line.texts.get("content", ()), *line.wide)
            if others:
                return None
            if number:
                return number, title
            own, rest = split_number(title[0])
            return own, (rest, *title[1:])
        title = line.texts.get("content", ())
        if self._is_filled_heading(line, following):
            return number, title
        if line.continued & {"number", "content"} or any(line.text(key) for key in _FILLED):
            return None
        if not title:
            own, rest = split_number(number)
            return (own, (rest,)) if len(rest) > 3 else None  # a heading that stands in the narrow column
        if not number and self._has_numbers:
            own, rest = split_number(title[0])
            is_heading = bool(own) or is_upper(title)
            return (own, (rest, *title[1:])) if is_heading else None
        read = number_of(number, self._numbers())
        if read is None and set(line.texts) - {"number", "content"}:
            return None
        if read is None or read.kind in {"letter", "roman"} or is_upper(title):
            return number, title
        if following is not None and self._is_child(read, following):
            self.remarks.append(Remark("heading-guessed", Certainty.GUESSED, line.spot, {"text": title[0]}))
            return number, title
        return None

    def _is_filled_heading(self, line: Line, following: Line | None) -> bool:
        """Return whether a row that says who leads is a heading all the same: in capitals, and a count begins below it."""
        number = number_of(line.text("number"), self._numbers())
        if number is None or number.kind not in {"letter", "roman"} or following is None or line.text("results"):
            return False
        below = number_of(following.text("number"), (*self._numbers(), number))
        return is_upper(line.texts.get("content", ())) and below is not None and (below.kind, below.value) == ("figure", 1)

    def _is_child(self, read: Number, following: Line) -> bool:
        """Return whether the row that follows stands under a number, and so makes it a heading."""
        if following.wide:
            return False
        below = number_of(following.text("number"), self._numbers())
        if below is None:
            is_marked = following.text("number") in {"", *_MARKS}
            return is_marked and bool(following.text("content") and following.text("deadline"))
        if below.kind == read.kind:
            return below.depth > read.depth
        return below.kind in {"figure", "small", "mixed"} and read.kind != "small" and below.value in {1, ord("a")}

    def _is_part(self, line: Line) -> bool:
        if self._task is None or line.wide:
            return False
        if "number" in line.continued or ("content" in line.continued and not line.text("number")):
            return True
        return self._has_numbers and not line.text("number") and bool(self._task.number and line.texts)

    def _begin_section(self, line: Line, number: str, title: Paragraphs) -> None:
        read = number_of(number, self._numbers()) if number else None
        self._pop_to(read, title)
        texts = {key: value for key, value in line.texts.items() if key not in {"number", "content"}}
        section = DraftSection(line.spot, number, title, texts)
        (self._open[-1][0] if self._open else self.top).sections.append(section)
        self._open.append((section, read))

    def _pop_to(self, read: Number | None, title: Paragraphs) -> None:
        """Close the sections that a heading cannot stand under: from the first of its own kind on."""
        alike = [
            index
            for index, (section, number) in enumerate(self._open)
            if (_are_alike(section.title, number, title) if read is None else _same_kind(number, read))
        ]
        if alike:
            del self._open[alike[-1 if read is None else 0] :]

    def _begin_task(self, line: Line) -> None:
        number = line.text("number")
        texts = {key: value for key, value in line.texts.items() if key != "number"} | self._carrier.reaching(line)
        if line.wide:
            texts["content"] = (*texts.get("content", ()), *line.wide)
        read = number_of(number, self._numbers()) if number else None
        if read is not None and read.kind == "figure":
            self._close_deeper(read)
        self._task = DraftTask(line.spot, number, texts, task_marks=line.task_marks)
        self._rows_of_task = [line]
        (self._open[-1][0] if self._open else self.top).tasks.append(self._task)

    def _close_deeper(self, read: Number) -> None:
        """Leave a section numbered like the task: `2` after the section `1` with its `1.1`."""
        for index, (section, number) in enumerate(self._open):
            if number is not None and number.kind == "figure" and number.depth >= read.depth and not _counts_on(section, read):
                del self._open[index:]
                return

    def _close_task(self) -> None:
        """Make parts of the rows of a task, where there are several."""
        task, rows = self._task, self._rows_of_task
        self._task, self._rows_of_task = None, []
        if task is None or len(rows) < 2:
            return
        keys = list(dict.fromkeys(key for row in rows for key in row.texts if key != "number"))
        own = {key for key in keys if all(row.text(key) for row in rows) or not rows[0].text(key)}
        task.texts = {key: rows[0].texts[key] for key in keys if rows[0].text(key) and (key not in own or key == "content")}
        for index, row in enumerate(rows):
            texts = {key: row.texts[key] for key in keys if row.text(key) and (key in own or index > 0)}
            task.parts.append(DraftPart(row.spot, texts, row.task_marks))
        self.remarks.append(Remark("parts", Certainty.READ, task.spot, {"count": len(rows)}))


def _counts_on(section: DraftSection, read: Number) -> bool:
    """Return whether a task's number is the next within a section: `1` right below its heading, `3` after `2`."""
    if not section.tasks:
        return read.value == 1 and not section.sections
    last = number_of(section.tasks[-1].number)
    return last is not None and (last.kind, last.depth, last.value + 1) == (read.kind, read.depth, read.value)


def _is_note(line: Line) -> bool:
    """Return whether a row sums up or explains: it has but one text, which says so."""
    texts = [*line.texts.values(), *([line.wide] if line.wide else [])]
    return len(texts) == 1 and not line.continued and bool(_NOTE.match(texts[0][0]))


def _same_kind(number: Number | None, read: Number) -> bool:
    return number is not None and (number.kind, number.depth) == (read.kind, read.depth)


def _are_alike(other: Paragraphs, number: Number | None, title: Paragraphs) -> bool:
    """Return whether a heading without a number stands beside another: both in capitals, or neither numbered."""
    return is_upper(other) == is_upper(title) and (number is None or is_upper(title))
