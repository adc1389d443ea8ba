"""An explanation and the readings of a wording, as text and as data for JSON."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from cchc.messages import Language, print_day, screen
from cchc.outgoing import visible
from cchc.schedule.walk import Stretch
from cchc.views.due_list import DueRow
from cchc.views.explanation import Explanation, Step, TaskExplanation
from cchc.wording.reading import Reading


def as_text(task: TaskExplanation, language: Language, width: int) -> str:
    """Return the explanation for a terminal of `width` columns."""
    lines = list(_wrapped(f"{task.number} ({task.plan_id}/{task.task_id}): {' '.join(task.content.split())}", width))
    for part, keys in task.rules.items():
        lines += ["", screen(language, "explain/rule" if not part else "explain/rule-of-part", part=part)]
        lines += [f"  {line}" for line in _yaml(keys).splitlines()]
    for explained in task.occurrences:
        lines += ["", *_wrapped(_title(explained.row, language), width)]
        for number, step in enumerate(explained.steps, start=1):
            lines += _step_lines(number, step, language, width)
    if not task.occurrences:
        lines += ["", screen(language, "explain/nothing")]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def _title(row: DueRow, language: Language) -> str:
    name = ", ".join(text for text in (row.part_id, row.label, row.occurrence) if text)
    state = screen(language, f"due/status/{row.status.value}")
    day = row.counts_on
    due = screen(language, "explain/due", day=day) if day is not None else ""
    if row.completed_on is not None:
        state = screen(language, "explain/completed", state=state, day=row.completed_on)
    marks = [screen(language, "due/sample")] if row.is_sample else []
    marks += [screen(language, "due/provisional")] if row.is_provisional else []
    text = "; ".join(text for text in (due, state) if text) + (f" ({', '.join(marks)})" if marks else "")
    return f"{name}: {text}" if name else text[:1].upper() + text[1:]


def _step_lines(number: int, step: Step, language: Language, width: int) -> Iterator[str]:
    text = f"{step.text} [{step.basis}]" if step.basis else step.text
    yield from _wrapped(text, width, first=f"{number:3}. ", rest="     ")
    for stretch in step.days:
        yield from _wrapped(_stretch_text(stretch, language), width, first="       ", rest="         ")


def _stretch_text(stretch: Stretch, language: Language) -> str:
    """Return the days of a stretch, their numbers in the count, and what is passed over, by name."""
    days = print_day(language, stretch.last_day)
    if stretch.first_day == stretch.last_day:
        days = f"{screen(language, f'weekday/{stretch.first_day.weekday()}')} {days}"
    else:
        days = f"{print_day(language, stretch.first_day)} – {days}"
    skipped = "; ".join(f"{print_day(language, off.day)} {_name_of(off.day, off.special, language)}" for off in stretch.skipped)
    if not stretch.first_count:
        return screen(language, "explain/skipped", skipped=skipped)
    same = stretch.first_count == stretch.last_count
    count = f"{stretch.first_count}" if same else f"{stretch.first_count}–{stretch.last_count}"
    key = "explain/counted-past" if skipped else "explain/counted"
    return screen(language, key, days=days, count=count, skipped=skipped)


def _name_of(day: date, special: Any, language: Language) -> str:
    return str(special.name) if special is not None else screen(language, f"weekday/{day.weekday()}")


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


class _PlainDays(yaml.SafeDumper):
    """Writes a day as plans do, without quotes: to the loader of plans every scalar is text."""


_PlainDays.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _yaml(keys: Mapping[str, Any]) -> str:
    return yaml.dump(dict(keys), Dumper=_PlainDays, allow_unicode=True, sort_keys=False, width=1_000)


def as_json(task: TaskExplanation) -> Mapping[str, Any]:
    """Return the explanation as data."""
    return {
        "version": 1,
        "as_of": task.as_of.isoformat(),
        "plan": task.plan_id,
        "task": task.task_id,
        "number": task.number,
        "content": task.content,
        "rules": [{"part": part or None, "rule": keys} for part, keys in task.rules.items()],
        "occurrences": [_occurrence_json(explained) for explained in task.occurrences],
    }


def _occurrence_json(explained: Explanation) -> Mapping[str, Any]:
    row = explained.row
    return {
        "part": row.part_id,
        "label": row.label,
        "occurrence": row.occurrence,
        "status": row.status.value,
        "due_on": _iso(row.due_on),
        "act_by": _iso(row.act_by),
        "extended_to": _iso(row.extended_to),
        "completed_on": _iso(row.completed_on),
        "provisional": row.is_provisional,
        "sample": row.is_sample,
        "event": row.event,
        "counted_on": _iso(row.event_day),
        "steps": [_step_json(step) for step in explained.steps],
    }


def _step_json(step: Step) -> Mapping[str, Any]:
    return {
        "step": step.name,
        "text": step.text,
        "basis": step.basis or None,
        "days": [
            {
                "from": stretch.first_day.isoformat(),
                "to": stretch.last_day.isoformat(),
                "first": stretch.first_count or None,
                "last": stretch.last_count or None,
                "skipped": [
                    {"date": off.day.isoformat(), "name": off.special.name if off.special else None} for off in stretch.skipped
                ],
            }
            for stretch in step.days
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def reading_json(text: str, readings: Sequence[Reading]) -> Mapping[str, Any]:
    """Return the readings of a wording as `command-line.md` fixes them."""
    return {"version": 1, "text": text, "readings": [{"rule": reading.keys} for reading in readings]}


def reading_text(text: str, readings: Sequence[Reading], language: Language) -> str:
    """Return the readings of a wording as YAML that can be pasted into a plan."""
    if not readings:
        return screen(language, "explain/no-reading", text=text) + "\n"
    lines = [screen(language, "explain/several-readings", count=len(readings))] if len(readings) > 1 else []
    for number, reading in enumerate(readings, start=1):
        lines += [f"# {number}"] if len(readings) > 1 else []
        lines += ["deadline:", *(f"  {line}" for line in _yaml({"text": text, **_to_paste(reading)}).splitlines())]
        lines += [screen(language, "explain/anchor", anchor=reading.anchor)] if reading.is_counted and reading.anchor else []
    return "\n".join(lines) + "\n"


def _to_paste(reading: Reading) -> Mapping[str, Any]:
    """Return a rule with a place for the event type that words cannot give."""
    parts = [_part_to_paste(part) for part in reading.parts]
    return {"all": parts} if "all" in reading.keys else parts[0]


def _part_to_paste(part: Mapping[str, object]) -> dict[str, Any]:
    keys = {key: value for key, value in part.items() if key != "anchor"}
    event_key = next((key for rule, key in (("within", "after"), ("at_least", "ahead_of")) if rule in part), None)
    return {**keys, event_key: "…"} if event_key else keys
