"""How each task of a plan stands on a day, in the words of official lists: the appendix with columns of progress."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from cchc.model.periods import PeriodSpan, parse_period
from cchc.model.plan import Plan
from cchc.model.registry import Progress, Registry
from cchc.schedule.agenda import Item, items
from cchc.schedule.counting import Counting
from cchc.schedule.status import CLOSED, Standing, Status, Window
from cchc.views import appendix
from cchc.views.appendix import CAPTIONS, Appendix, Cell, Column, TaskRow, columns_of
from cchc.views.names import paragraphs
from cchc.wording.agree import rule_of
from cchc.wording.write import print_date, print_span


class State(StrEnum):
    """How a task stands as a whole; the values are what lists of the offices print."""

    DONE = "Đã hoàn thành"
    DONE_LATE = "Đã hoàn thành quá hạn"
    RUNNING = "Đang thực hiện"
    OVERDUE = "Quá hạn chưa hoàn thành"
    WAIVED = "Không phát sinh"
    WAITING = "Chưa phát sinh"
    UNTRACKED = "Không theo dõi"


PROGRESS_CAPTIONS = MappingProxyType(
    {
        "due_on": "Ngày đến hạn",
        "status": "Tình trạng",
        "completed_on": "Ngày hoàn thành",
        "evidence": "Tài liệu kiểm chứng",
    }
)
"""The columns that a list of progress has beside those of the plan."""
_SAMPLE = "(ví dụ)"
_SHOWN = 3
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def build(plan: Plan, progress: Progress, registry: Registry, counting: Counting, today: date) -> Appendix:
    """Return the appendix with every usual column and those of progress, as of `today`."""
    columns = {column.key: column for column in columns_of(plan) if column.key not in PROGRESS_CAPTIONS}
    columns |= {key: Column(key, title) for key, title in CAPTIONS.items() if key not in columns}
    base = appendix.build(plan, registry, counting, tuple(columns.values()))
    found = _by_row(plan, progress, registry, counting, today)
    rows = []
    states: Counter[State] = Counter()
    for row in base.rows:
        if isinstance(row, TaskRow):
            own = found[row.task_id]
            state = state_of([item.standing.status for item in own])
            states[state] += 1
            row = row._replace(cells=(*row.cells, *map(Cell, _cells(own, state))))
        rows.append(row)
    captions = tuple(Column(key, title) for key, title in PROGRESS_CAPTIONS.items())
    return base._replace(columns=(*base.columns, *captions), rows=tuple(rows), as_of=today, summary=_summary(states))


def _by_row(plan: Plan, progress: Progress, registry: Registry, counting: Counting, today: date) -> defaultdict[str, list[Item]]:
    """Return what each row owes, by the row's `task_id`."""
    events = [placed.record for placed in registry.events]
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items(plan, progress, events, counting, rule_of, today, Window(today, today)):
        task, part = item.duty.placed.task, item.duty.part_id
        found[f"{task.id}/{part}" if part else task.id].append(item)
    return found


def state_of(statuses: Sequence[Status]) -> State:
    """Return how a task stands whose occurrences stand so."""
    seen = set(statuses)
    if not seen:
        return State.UNTRACKED
    if Status.OVERDUE in seen:
        return State.OVERDUE
    if seen <= CLOSED:
        if Status.DONE_LATE in seen:
            return State.DONE_LATE
        return State.DONE if Status.DONE in seen else State.WAIVED
    return State.WAITING if seen == {Status.WAITING} else State.RUNNING


def _cells(own: Sequence[Item], state: State) -> tuple[tuple[str, ...], ...]:
    """Return the paragraphs of the cells under `PROGRESS_CAPTIONS`."""
    completions = [item.completion for item in own if item.completion is not None]
    last = max((completion.completed_on for completion in completions), default=None)
    return tuple(_due_days(own)), tuple(_state_lines(own, state)), (print_date(last),) if last else (), tuple(_evidence(own))


def _due_days(own: Sequence[Item]) -> Iterator[str]:
    """Yield the days that were missed, else the next one, else the last."""
    dated = [(day, item.standing) for item in own if (day := item.standing.counts_on)]
    overdue = [(day, stands) for day, stands in dated if stands.status is Status.OVERDUE]
    still_open = [(day, stands) for day, stands in dated if stands.status not in CLOSED]
    for day, stands in (overdue or still_open[:1] or dated[-1:])[:_SHOWN]:
        yield _due_day(day, stands)
    if len(overdue) > _SHOWN:
        yield f"và {len(overdue) - _SHOWN} kỳ khác"


def _due_day(day: date, stands: Standing) -> str:
    text = print_date(day)
    if stands.extended_to is not None and stands.due_on is not None:
        text += f" (gia hạn, hạn cũ {print_date(stands.due_on)})"
    return f"{text} (tạm tính)" if stands.is_provisional else text


def _state_lines(own: Sequence[Item], state: State) -> Iterator[str]:
    yield state.value
    owed = [item for item in own if item.standing.status is not Status.WAITING]
    if len(owed) > 1:
        closed = sum(item.standing.status in CLOSED for item in owed)
        yield f"({closed}/{len(owed)} kỳ đã xong)"
    if any(item.is_sample for item in own):
        yield _SAMPLE


def _evidence(own: Sequence[Item]) -> Iterator[str]:
    """Yield a line for each occurrence that is closed: its proof, else the day; several name their occurrence."""
    for item in own:
        text = _proof(item)
        if text:
            yield from paragraphs(f"{_name_of(item)}: {text}" if len(own) > 1 else text)


def _proof(item: Item) -> str:
    completion, waiver = item.record.completion, item.record.waiver
    if completion is not None:
        return completion.evidence or f"hoàn thành ngày {print_date(completion.completed_on)}"
    if waiver is not None:
        return f"không phát sinh: {waiver.reason}" + (f" ({waiver.document})" if waiver.document else "")
    return ""


def _name_of(item: Item) -> str:
    event = item.occurrence.event
    if event is not None:
        return event.document or event.subject or event.id
    return print_occurrence(item.occurrence.name)


def print_occurrence(name: str) -> str:
    """Return the name of an occurrence as documents write it: `Tháng 6/2025` for `2025-06`, `Lần 2, năm 2025` for `2025/2`."""
    own, _, rest = name.partition("/")
    first, _, last = own.partition("..")
    ends = (parse_period(first), parse_period(last or first))
    if ends[0] is not None and ends[1] is not None:
        span = PeriodSpan(ends[0], ends[1])
        return f"Lần {rest}, {print_span(span, small=True)}" if rest.isdecimal() else print_span(span)
    if week := _WEEK.fullmatch(own):
        return f"Tuần {int(week[2])}/{week[1]}"
    if day := _DAY.fullmatch(own):
        return f"Ngày {day[3]}/{day[2]}/{day[1]}"
    return own


def _summary(states: Counter[State]) -> tuple[str, ...]:
    """Return how many tasks there are, and of each state that occurs."""
    counts = [f"{state.value.lower()}: {states[state]}" for state in State if states[state]]
    return (f"Tổng số nhiệm vụ: {states.total()}" + (f"; trong đó {', '.join(counts)}" if counts else "") + ".",)
