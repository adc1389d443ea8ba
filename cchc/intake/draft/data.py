"""An outline as the data of a plan, its units and event types, ready to be written as YAML."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, NamedTuple

from cchc.intake.draft.deadlines import deadline_of
from cchc.intake.draft.events import EventBook
from cchc.intake.draft.numbering import number_of
from cchc.intake.draft.targets import states_more, target_of
from cchc.intake.draft.text import as_prose, clean, folded
from cchc.intake.draft.units import UnitBook
from cchc.intake.draft.values import (
    KNOWN_KEYS,
    NOWHERE,
    Certainty,
    DraftPart,
    DraftSection,
    DraftTask,
    Outline,
    Paragraphs,
    Remark,
    Spot,
)
from cchc.model.ids import is_id, made_id, slug_of
from cchc.model.plan import NumberCounter
from cchc.source.tree import Data
from cchc.views.appendix import CAPTIONS

_ID_WORDS = 6
_ID_LETTERS = 40


class Office(NamedTuple):
    """What is known before: the units and event types of the workspace, the year that the command line gives."""

    units: UnitBook
    events: EventBook
    year: int | None = None
    task_ids: Mapping[str, str] = MappingProxyType({})
    """Ids by content: a task that another plan of the office has keeps the id it has there."""


@dataclass(slots=True)
class Draft:
    """The plan's data; `spots` tells the row of the file for each task, or `task/part`."""

    plan: dict[str, Data]
    remarks: list[Remark]
    spots: dict[str, Spot] = field(default_factory=dict)


class _Drafter:
    def __init__(self, outline: Outline, office: Office) -> None:
        self._outline = outline
        self._office = office
        self._ids: set[str] = set()
        self._own = [caption.key for caption in outline.captions if caption.key and caption.key not in KNOWN_KEYS]
        self._has_deadlines = any(caption.key == "deadline" for caption in outline.captions)
        self.draft = Draft({}, [*outline.remarks])
        head = outline.head
        self._year = office.year or head.year or (head.period[0] if head.period else None)

    def run(self, plan_id: str) -> Draft:
        outline, head = self._outline, self._outline.head
        plan = self.draft.plan
        plan["id"] = plan_id
        plan["title"] = "\n".join(head.title) or self._without_title()
        if self._office.year is None and head.period is not None:
            plan["period"] = {"from": f"{head.period[0]}-01-01", "to": f"{head.period[1]}-12-31"}
        else:
            plan["year"] = str(self._year) if self._year else None
            if not self._year:
                self._tell("no-year", Certainty.LEFT)
        if head.issuer:
            plan["issuer"] = self._issuer(head.issuer)
        if head.issued_line:
            plan["document"] = {"number": head.number, "symbol": head.symbol, "issued_on": head.issued_on, "amended_by": []}
        numbering: Literal["section", "plan"] = "plan" if _runs_through(outline.top) else "section"
        if numbering == "plan":
            plan["numbering"] = numbering
        columns = self._columns()
        if columns is not None:
            plan["columns"] = columns
        counter = NumberCounter(numbering)
        if outline.top.tasks:
            plan["tasks"] = [self.task(task, counter) for task in outline.top.tasks]
        if outline.top.sections:
            plan["sections"] = [self._section(section, counter) for section in outline.top.sections]
        self.draft.remarks += [*self._office.units.remarks, *self._office.events.remarks]
        return self.draft

    def _tell(self, key: str, certainty: Certainty, spot: Spot = NOWHERE, **params: object) -> None:
        self.draft.remarks.append(Remark(key, certainty, spot, params))

    def _tell_lost(self, key: str, spot: Spot, lines: Paragraphs) -> None:
        self.draft.remarks.append(Remark(key, Certainty.LEFT, spot, {"text": " ".join(lines)}, is_lost=True))

    def _without_title(self) -> str:
        self._tell("no-title", Certainty.LEFT)
        return "?"

    def _issuer(self, name: str) -> Data:
        found = self._office.units.find(name)
        if found is not None:
            return found
        entry = self._office.units.entry(name, NOWHERE)
        return entry["unit"] if isinstance(entry, dict) else entry

    def _columns(self) -> Data:
        """Return the columns where they are not the usual ones under their usual captions."""
        columns: list[Data] = []
        for caption in self._outline.captions:
            if caption.key:
                is_usual = CAPTIONS.get(caption.key) == caption.title
                columns.append(caption.key if is_usual else {"key": caption.key, "title": caption.title or caption.key})
        return None if columns == list(KNOWN_KEYS) else columns

    def _section(self, section: DraftSection, counter: NumberCounter) -> Data:
        counter.begin_section()
        data: dict[str, Data] = {"number": section.number, "title": "\n".join(section.title)}
        extra = {key: _prose(value) for key, value in section.texts.items() if key not in KNOWN_KEYS}
        lost = {key: value for key, value in section.texts.items() if key in KNOWN_KEYS}
        for key, value in lost.items():
            self._hold_for_tasks(section, key, value)
        if extra:
            data["extra"] = extra
        if section.tasks or not section.sections:
            data["tasks"] = [self.task(task, counter) for task in section.tasks]
        if section.sections:
            data["sections"] = [self._section(inner, counter) for inner in section.sections]
        return data

    def _hold_for_tasks(self, section: DraftSection, key: str, value: Paragraphs) -> None:
        """Give what the row of a heading says to its tasks that say nothing there; a plan has no other place for it."""
        heirs = [
            task for _, task in _tasks(section) if key not in task.texts and not any(key in part.texts for part in task.parts)
        ]
        for task in heirs:
            task.texts[key] = value
        if heirs:
            self._tell("heading-holds", Certainty.GUESSED, section.spot, text=" ".join(value))
        else:
            self._tell_lost("heading-text", section.spot, value)

    def reserve(self, ids: set[str]) -> None:
        self._ids |= ids

    def task(self, task: DraftTask, counter: NumberCounter) -> dict[str, Data]:
        content = " ".join(task.texts.get("content", ()))
        others = " ".join(line for key in ("deadline", "results") for line in task.texts.get(key, ()))
        task_id = self._id(content, others, self._ids)
        self._ids.add(task_id)
        self.draft.spots[task_id] = task.spot
        data: dict[str, Data] = {"id": task_id}
        number = _number_to_write(task.number, counter)
        if number is not None:
            data["number"] = number
        data |= self._cells(task)
        if "content" not in data:
            data["content"] = "?"
            self._tell("no-content", Certainty.LEFT, task.spot)
        if "deadline" not in data and self._has_deadlines and not (task.parts and all("deadline" in p.texts for p in task.parts)):
            self._tell("no-deadline", Certainty.LEFT, task.spot)
        if task.parts:
            data["parts"] = self._parts(task, task_id)
        if "lead" not in data and not (task.parts and all("lead" in part.texts for part in task.parts)):
            data["lead"] = []
            self._tell("no-lead", Certainty.LEFT, task.spot)
        return data

    def _parts(self, task: DraftTask, task_id: str) -> Data:
        taken: set[str] = set()
        parts: list[Data] = []
        for part in task.parts:
            data = self.part(part, taken)
            taken.add(str(data["id"]))
            self.draft.spots[f"{task_id}/{data['id']}"] = part.spot
            parts.append(data)
        return parts

    def part(self, part: DraftPart, taken: set[str]) -> dict[str, Data]:
        words = [" ".join(part.texts[key]) for key in ("content", "results", "deadline") if key in part.texts]
        return {"id": self._id(words[0] if words else "", " ".join(words[1:]), taken), **self._cells(part)}

    def _id(self, words: str, others: str, taken: set[str]) -> str:
        """Return an id made of words; where another row says the same, of what else this one says."""
        known = self._office.task_ids.get(folded(words))
        made = known if known is not None and known not in taken else None
        made = made or made_id(words, taken, _ID_WORDS) or made_id(f"{words[:_ID_LETTERS]} {others}", taken, _ID_WORDS)
        index = 2
        while made is None:  # two rows of the very same words: nothing else tells them apart
            made = made_id(f"{words[:_ID_LETTERS] if is_id(slug_of(words[:_ID_LETTERS])) else 'viec'} {index}", taken)
            index += 1
        return made

    def _cells(self, holder: DraftTask | DraftPart) -> dict[str, Data]:
        data: dict[str, Data] = {}
        texts = holder.texts
        if "content" in texts:
            data["content"] = _prose(texts["content"])
        if "deadline" in texts:
            data["deadline"] = deadline_of(texts["deadline"], self._year, self._office.events, self.draft.remarks, holder.spot)
        for key in ("lead", "coordinating"):
            if key in texts:
                data[key] = self._office.units.cell(texts[key], holder.spot)
        if "results" in texts:
            data["results"] = _prose(texts["results"])
        extra = {key: _prose(value) for key, value in texts.items() if key not in KNOWN_KEYS and key in self._own}
        if extra:
            data["extra"] = extra
        for key, value in texts.items():
            if key not in KNOWN_KEYS and key not in self._own:
                self._tell_lost("column-unknown", holder.spot, value)
        self._target(data, " ".join(texts.get("results", ())), holder.spot)
        return data

    def _target(self, data: dict[str, Data], results: str, spot: Spot) -> None:
        target = target_of(results)
        if target is not None:
            data["targets"] = [target]
        elif states_more(results):
            self._tell("target-unsure", Certainty.LEFT, spot, text=results)


def _number_to_write(printed: str, counter: NumberCounter) -> str | None:
    """Return the number as the plan has to write it; None where counting on gives it."""
    bare = clean(printed).strip("().")
    given = None if bare == counter.next else bare if bare.isascii() and bare.isdigit() else clean(printed)
    counter.number(given)
    return given


def _runs_through(top: DraftSection) -> bool:
    """Return whether the numbers of tasks run through all sections rather than begin again in each."""
    again = through = last = 0
    for section, task in _tasks(top):
        read = number_of(task.number)
        if read is None or read.kind != "figure" or read.depth:
            continue
        if section and last:
            again += read.value == 1
            through += read.value == last + 1 and read.value != 1
        last = read.value
    return through > again


def _tasks(section: DraftSection, *, is_first: bool = False) -> list[tuple[bool, DraftTask]]:
    """Return the tasks in order, each with whether it is the first of its section."""
    found = [(index == 0, task) for index, task in enumerate(section.tasks)]
    for inner in section.sections:
        found += _tasks(inner)
    return found


def _prose(lines: Paragraphs) -> Data:
    prose = as_prose(lines)
    return list(prose) if isinstance(prose, list) else prose


def data_of(outline: Outline, plan_id: str, office: Office) -> Draft:
    """Return an outline as the data of a plan."""
    return _Drafter(outline, office).run(plan_id)


def task_data(task: DraftTask, outline: Outline, office: Office, taken: set[str]) -> tuple[dict[str, Data], list[Remark]]:
    """Return one task as data, without a number, under an id that is not taken, and what is to be told of it."""
    drafter = _Drafter(replace(outline, remarks=[]), office)
    drafter.reserve(taken)
    data = drafter.task(task, NumberCounter("section"))
    data.pop("number", None)
    return data, drafter.draft.remarks


def part_data(part: DraftPart, outline: Outline, office: Office, taken: set[str]) -> tuple[dict[str, Data], list[Remark]]:
    """Return one part of a task as data, under an id that is not taken, and what is to be told of it."""
    drafter = _Drafter(replace(outline, remarks=[]), office)
    return drafter.part(part, taken), drafter.draft.remarks
