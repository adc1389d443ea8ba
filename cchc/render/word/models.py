"""The model rows of a template: the loop over rows in its table, and what is wrong with the rows in it."""

import re
from collections.abc import Collection, Iterator
from typing import Any, Literal, NamedTuple

from cchc.ooxml.package import W
from cchc.render.word.names import COLUMN_KEYS, PROGRESS_KEYS, SECTION_KEYS, nearest
from cchc.render.word.problems import TemplateProblem
from cchc.render.word.rows import FIELD
from cchc.render.word.spots import Spots
from cchc.render.word.tags import Tag, tags_of

Listing = Literal["rows", "progress"]
LOOP = "{%tr for row in rows %}"
LOOPS: dict[Listing, str] = {"rows": LOOP, "progress": "{%tr for row in progress %}"}
END = "{%tr endfor %}"
_LOOP = re.compile(r"\{%tr\s+for\s+row\s+in\s+(rows|progress)\s*%\}")
_END = re.compile(r"\{%tr\s+endfor\s*%\}")
_QUOTED = 60


class Models(NamedTuple):
    """The rows of the loop: the one that opens it, those between, the one that closes it (None where it is missing)."""

    listing: Listing
    start: Any
    rows: list[Any]
    end: Any

    def all_rows(self) -> list[Any]:
        return [self.start, *self.rows, *([self.end] if self.end is not None else [])]


def find_models(document: Any) -> Models | None:
    """Return the rows of the first loop over rows."""
    for start in document.iter(W + "tr"):
        if found := _LOOP.fullmatch(text_of(start)):
            listing: Listing = "progress" if found[1] == "progress" else "rows"
            rows: list[Any] = []
            for row in start.itersiblings(W + "tr"):
                if _END.fullmatch(text_of(row)):
                    return Models(listing, start, rows, row)
                rows.append(row)
            return Models(listing, start, rows, None)
    return None


def is_loop(row: Any) -> bool:
    """Say whether a row opens the loop over rows."""
    return _LOOP.fullmatch(text_of(row)) is not None


def text_of(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t")).strip()


def kind_of(row: Any) -> str:
    """Return `task` or `section`: what a model row is the model of; another word where it is none."""
    found = FIELD.search(text_of(row))
    return found[1] if found else ""


def model_problems(document: Any, keys: Collection[str], spots: Spots) -> Iterator[TemplateProblem]:
    """Yield what is wrong with the loop over rows; `keys` are the columns of the plan's own."""
    models = find_models(document)
    if models is None:
        yield TemplateProblem("no-rows", spots.part, name=LOOP, reason="loop")
        return
    if models.end is None:
        yield _row_tags(models.start)[0].problem("unclosed-block", spots.of(models.start), name=END)
        return
    offered = {*COLUMN_KEYS, *keys} | (set(PROGRESS_KEYS) if models.listing == "progress" else set())
    faults = [fault for row in models.rows for fault in _row_problems(row, offered, spots)]
    yield from faults
    kinds = [kind_of(row) for row in models.rows]
    if not faults and (kinds.count("task") != 1 or "section" not in kinds):
        name = "{{ task.content }} {{ section.title }}"
        yield TemplateProblem("no-rows", spots.of(models.start), name=name)


def _row_tags(row: Any) -> list[Tag]:
    return [tag for tag in tags_of(row) if not tag.fault]


def _row_problems(row: Any, task_keys: set[str], spots: Spots) -> Iterator[TemplateProblem]:
    """Yield tags other than `{{ task.KEY }}` and `{{ section.KEY }}`, and a row that is not of one kind."""
    offered = {"task": task_keys, "section": set(SECTION_KEYS)}
    kinds = set()
    has_fault = False
    for tag in _row_tags(row):
        spot = spots.of(tag.element)
        field = FIELD.fullmatch(tag.text)
        if field is None or _cell_of(tag) not in list(row):
            yield tag.problem("not-allowed", spot, name=tag.text, reason="model-row")
            has_fault = True
            continue
        kinds.add(field[1])
        if field[2] not in offered.get(field[1], ()):
            name = f"{field[1]}.{field[2]}"
            known = [f"{kind}.{key}" for kind, keys in offered.items() for key in sorted(keys)]
            yield tag.problem("unknown-name", spot, name=name, near=nearest(name, known))
            has_fault = True
    cells = row.findall(W + "tc")
    text, spot = text_of(row)[:_QUOTED], spots.of(row)
    if (len(kinds) > 1 or not kinds) and not has_fault:
        yield TemplateProblem("not-allowed", spot, name=LOOP, tag=text, reason="model-row")
    elif kinds == {"task"} and row.find(f"{W}tc/{W}tcPr/{W}gridSpan") is not None:
        yield TemplateProblem("not-allowed", spot, name="gridSpan", tag=text, reason="merged")
    elif kinds == {"section"} and len(cells) > 2:
        yield TemplateProblem("not-allowed", spot, name="section", tag=text, reason="cells")


def _cell_of(tag: Tag) -> Any:
    """Return the cell in whose own paragraph a tag stands."""
    return next(tag.element.iterancestors(W + "p")).getparent()
