"""What is wrong with a template and where: values that a check lists, and of which filling in refuses the first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cchc.diagnostics import Severity, Whole
from cchc.errors import TemplateRefused
from cchc.messages import Phrase

CODES: Mapping[str, Severity] = MappingProxyType(
    {
        "not-word": Severity.ERROR,
        "too-large": Severity.ERROR,
        "unsafe-part": Severity.ERROR,
        "misplaced-tag": Severity.ERROR,
        "split-tag": Severity.ERROR,
        "broken-tag": Severity.ERROR,
        "unclosed-block": Severity.ERROR,
        "unopened-block": Severity.ERROR,
        "no-rows": Severity.ERROR,
        "unknown-name": Severity.ERROR,
        "not-allowed": Severity.ERROR,
        "output-too-large": Severity.ERROR,
        "unfilled-tag": Severity.WARNING,
    }
)
"""Slug to severity; a code never changes its meaning."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a template as its reader finds it; numbers count from 1, 0 where there is none.

    `room` is a key of `template/room/…`; `name` the property of the file.
    """

    part: str = ""
    room: str = "other"
    is_boxed: bool = False
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0
    note: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One thing that is wrong; `before` and `after` are the text around `tag`, `near` the name that may have been meant.

    `reason` chooses among the wordings of a code, as `code/reason`.
    """

    code: str
    spot: Spot
    name: str = ""
    tag: str = ""
    before: str = ""
    after: str = ""
    near: str = ""
    limit: str = ""
    reason: str = ""

    @property
    def severity(self) -> Severity:
        return CODES[self.code]


class Refused(TemplateRefused):
    """A template that is refused for one problem."""

    def __init__(self, problem: TemplateProblem) -> None:
        self.problem = problem
        key = "template/refused" if problem.spot.part else "template/refused-file"
        key = "template/refused-tag" if problem.tag else key
        said = {"what": what(problem), "where": where(problem.spot), "quoted": Whole(quoted(problem)), "hint": hint(problem)}
        super().__init__(key, **said)


def refuse_first(problems: Iterator[TemplateProblem]) -> None:
    """Raise Refused for the first problem that is an error."""
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise Refused(problem)


def what(problem: TemplateProblem) -> Phrase:
    """Return what is wrong, in words."""
    return _said("says", problem)


def hint(problem: TemplateProblem) -> Phrase:
    """Return what to do about it, in words."""
    return _said("hint", problem)


def _said(kind: str, problem: TemplateProblem) -> Phrase:
    params = {"name": problem.name, "near": problem.near, "limit": problem.limit, "tag": problem.tag}
    reason = f"/{problem.reason}" if problem.reason else ""
    return Phrase(f"template/{kind}/{problem.code}{reason}", params)


def quoted(problem: TemplateProblem) -> str:
    """Return the tag, marked, with the text around it; nothing where the problem is not about a tag."""
    return f"{problem.before}»{problem.tag}«{problem.after}" if problem.tag else ""


def where(spot: Spot) -> Phrase:
    """Return a spot in a reader's words, with the name of its part."""
    room = Phrase(f"template/room/{spot.room}", {})
    if spot.is_boxed:
        room = Phrase("template/room/box", {"room": room})
    kinds = ("name", "cell", "row", "note", "paragraph", "part")
    kind = next((kind for kind in kinds if getattr(spot, kind)), "file")
    numbers = {kind: getattr(spot, kind) for kind in ("part", "paragraph", "table", "row", "cell", "note", "name")}
    return Phrase(f"template/where/{kind}", {"room": room, **numbers})
