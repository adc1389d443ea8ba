"""`cchc template check`: everything that is wrong with a Word template, and the names that one may use."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc.cli.console import Console
from cchc.cli.options import one_of
from cchc.cli.places import find_places
from cchc.cli.templates import find_template
from cchc.diagnostics import Severity
from cchc.errors import UsageError, WorkspaceNotFound
from cchc.files import FolderReader
from cchc.json_text import to_json
from cchc.messages import Language, name_text, screen
from cchc.outgoing import visible
from cchc.render.appendix.as_docx import check
from cchc.render.word.names import COLUMN_KEYS, GROUPS, PROGRESS_KEYS
from cchc.render.word.problems import TemplateProblem, hint, quoted, what, where
from cchc.source.load import load_plan, load_workspace

FORMATS = ("text", "json")
_TOGETHER = ("columns", "filters", "tests")
"""Groups that are listed as one paragraph: their names explain themselves."""


@dataclass(frozen=True, slots=True)
class TemplateOptions:
    """Which template is asked for; with `is_names` alone none is."""

    template: Path | None = None
    is_names: bool = False
    report_format: str = "text"


def run(root: Path | None, options: TemplateOptions, language: Language, console: Console) -> int:
    """Print what is wrong, then the names; return 1 where there is an error. Raises UsageError or Unreadable."""
    one_of(FORMATS, options.report_format, "--format")
    if (options.template is None) != options.is_names:
        raise UsageError("usage/template-or-names")
    found: list[TemplateProblem] = []
    name = ""
    if options.template is not None:
        reader, keys = _workspace(root)
        template = find_template(reader, options.template, "appendix.docx")
        name, found = template.name, check(template.content, keys)
    if options.report_format == "json":
        console.result(to_json(_as_json(name, found, language)))
    else:
        findings = _findings(found, language, console.width) if options.template is not None else []
        console.result("\n".join([*findings, *_listed_names(language, console.width)]) + "\n")
    return int(any(problem.severity is Severity.ERROR for problem in found))


def _workspace(root: Path | None) -> tuple[FolderReader | None, list[str]]:
    """Return the workspace, where there is one, and the columns of its plans' own."""
    try:
        place = find_places(root, [])[0]
    except WorkspaceNotFound:
        if root is not None:
            raise
        return None, []
    reader = FolderReader(place.root)
    plans = [load_plan(reader, folder).plan for folder in load_workspace(reader).plan_folders]
    columns = [column for plan in plans if plan is not None for column in plan.columns]
    keys = {column if isinstance(column, str) else column.key for column in columns}
    return reader, sorted(keys - {*COLUMN_KEYS, *PROGRESS_KEYS})


def _findings(found: Sequence[TemplateProblem], language: Language, width: int) -> Iterator[str]:
    for problem in found:
        severity = screen(language, f"severity/{problem.severity}")
        place, said, advice = (screen(language, key, **params) for key, params in _phrases(problem))
        yield visible(f"{place}: {severity}[{problem.code}] {said}")
        if problem.tag:
            yield visible(f"    {' '.join(quoted(problem).split())}")
        label = screen(language, "validate/hint")
        yield from _wrapped(visible(f"{label}: {advice}"), width, "    ")
    counts = _counts(found)
    if found:
        yield ""
        yield screen(language, "template/check/found", errors=counts["error"], warnings=counts["warning"])
    if not counts["error"]:
        yield screen(language, "template/check/fine")
    yield ""


def _phrases(problem: TemplateProblem) -> list[tuple[str, Mapping[str, object]]]:
    return [(phrase.key, phrase.params) for phrase in (where(problem.spot), what(problem), hint(problem))]


def _counts(found: Sequence[TemplateProblem]) -> dict[str, int]:
    return {str(severity): sum(problem.severity is severity for problem in found) for severity in Severity}


def _listed_names(language: Language, width: int) -> Iterator[str]:
    yield screen(language, "template/check/names")
    for group, names in GROUPS.items():
        yield ""
        yield from _wrapped(name_text(language, f"group/{group}"), width, "")
        if group == "columns":
            yield from _wrapped(f"{', '.join(names)}: {name_text(language, group)}", width, "  ")
        elif group in _TOGETHER:
            yield from _wrapped(", ".join(f"{name} ({_meaning(language, group, name)})" for name in names), width, "  ")
        else:
            room = max(map(len, names)) + 2
            for name in names:
                yield from _wrapped(f"{name:{room}}{_meaning(language, group, name)}", width, "  ", room + 2)


def _meaning(language: Language, group: str, name: str) -> str:
    match group, name:
        case "columns", _:
            return name_text(language, group)
        case "tests", "string":
            return name_text(language, "is string")
        case _:
            return name_text(language, name)


def _wrapped(text: str, width: int, indent: str, hanging: int | None = None) -> list[str]:
    later = indent if hanging is None else " " * hanging
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )


def _as_json(name: str, found: Sequence[TemplateProblem], language: Language) -> dict[str, object]:
    return {
        "version": 1,
        "template": name,
        "problems": [_problem_as_json(problem, language) for problem in found],
        "counts": _counts(found),
        "names": [
            {"name": name, "group": group, "meaning": _meaning(language, group, name)}
            for group, names in GROUPS.items()
            for name in names
        ],
    }


def _problem_as_json(problem: TemplateProblem, language: Language) -> dict[str, object]:
    place, said, advice = (screen(language, key, **params) for key, params in _phrases(problem))
    spot = problem.spot
    numbers = {key: getattr(spot, key) or None for key in ("paragraph", "table", "row", "cell", "note")}
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "part": spot.part,
        "room": spot.room,
        **numbers,
        "name": problem.name,
        "tag": problem.tag,
        "before": problem.before,
        "after": problem.after,
        "where": place,
        "message": said,
        "hint": advice,
    }
