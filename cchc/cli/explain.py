"""`cchc explain`: how each due day of a task came about, how a wording is read, what a diagnostic means."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from cchc.cli.choosing import tasks_named
from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.options import one_of, year_of
from cchc.cli.places import find_places
from cchc.cli.session import Session
from cchc.cli.supposing import supposed_events
from cchc.diagnostics import CODES
from cchc.errors import UsageError
from cchc.json_text import to_json
from cchc.messages import Language, explanation, screen
from cchc.model.plan import PlacedTask
from cchc.model.registry import LoadedPlan
from cchc.outgoing import visible
from cchc.render.explanation import as_json, as_text, reading_json, reading_text
from cchc.schedule.agenda import items
from cchc.schedule.windows import named_window
from cchc.views.explanation import TaskExplanation, explain
from cchc.wording.agree import rule_of
from cchc.wording.read import read

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class ExplainOptions:
    """What is asked about a task, and as of when."""

    task: str
    plan: str | None = None
    part: str | None = None
    occurrence: str | None = None
    supposed: tuple[str, ...] = ()
    is_known_only: bool = False
    as_of: str | None = None
    report_format: str = "text"


def run_code(code: str, language: Language, console: Console) -> int:
    """Print what a code means; raise UsageError where there is no such code."""
    from cchc.cli import docx_report
    from cchc.render.word.conformance.found import CODES as LAYOUT_CODES

    if code.startswith("docx-") and (told := docx_report.explain(code, language)) is not None:
        console.result(told)
        return 0
    if code not in CODES:
        near = get_close_matches(code[:60], [*CODES, *LAYOUT_CODES], 1)
        raise UsageError("usage/no-such-code", code=code, near=near[0] if near else "")
    severity = screen(language, f"severity/{CODES[code].value}")
    console.result(f"{severity}[{code}]\n\n{explanation(language, code).strip()}\n")
    return 0


def run_wording(text: str, year: str | None, report_format: str, language: Language, console: Console) -> int:
    """Print the rules that a wording can mean; return 0 where it is just one, else 1."""
    plan_year = year_of(year, "--year") if year is not None else None
    readings = read(text, plan_year)
    if one_of(FORMATS, report_format, "--format") == "json":
        console.result(to_json(reading_json(text, readings)))
    else:
        console.result(visible(reading_text(text, readings, language)))
    return int(len(readings) != 1)


def run_task(root: Path | None, options: ExplainOptions, language: Language | None, console: Console) -> int:
    """Print how the due days of a task came about; return 0, or 1 where its plan has errors and is left out."""
    one_of(FORMATS, options.report_format, "--format")
    found: list[TaskExplanation] = []
    known: list[str] = []
    is_left_out = False
    for place in find_places(root, []):
        session = Session(place)
        day = today(session.registry.settings.timezone, options.as_of)
        if options.is_known_only:
            session = Session(place, known_on=day)
        language = language or session.registry.settings.language
        for loaded, findings in session.plans():
            for placed in tasks_named(loaded, options.task, options.plan, known):
                if session.can_answer_for(loaded, findings):
                    found.append(_explained(session, loaded, placed, options, language))
                else:
                    is_left_out = True
                    console.note(screen(language, "due/left-out", plan=place.prefix() + loaded.folder))
    if len(found) > 1:
        raise UsageError("usage/several-tasks", task=options.task, known=[f"{task.plan_id}/{task.task_id}" for task in found])
    if not found and not is_left_out:
        near = get_close_matches(options.task[:80], known, 1)
        raise UsageError("usage/no-such-task", task=options.task, near=near[0] if near else "")
    for task in found:
        text = to_json(as_json(task)) if options.report_format == "json" else as_text(task, language or "vi", console.width)
        console.result(text)
    return int(is_left_out)


def _explained(
    session: Session, loaded: LoadedPlan, placed: PlacedTask, options: ExplainOptions, language: Language
) -> TaskExplanation:
    plan, registry = loaded.plan, session.registry
    if plan is None:
        raise ValueError(loaded.folder)
    day = today(registry.settings.timezone, options.as_of)
    if options.part is not None:
        one_of([part.id for part in placed.task.parts], options.part, "--part")
    events = [event.record for event in registry.events]
    supposed = supposed_events(options.supposed, registry, language)
    mine = [
        item
        for item in items(plan, loaded.progress, events, session.counting, rule_of, day, named_window("week", day), supposed)
        if item.duty.placed.task.id == placed.task.id and options.part in (None, item.duty.part_id)
    ]
    if options.occurrence is not None:
        one_of([item.occurrence.name for item in mine], options.occurrence, "--occurrence")
        mine = [item for item in mine if item.occurrence.name == options.occurrence]
    return explain(plan, placed, mine, session.counting.calendar, registry, day, language)
