"""The printed numbers of tasks and sections: gaps and repeats."""

from collections.abc import Iterator

from cchc.diagnostics import Finding, NodePath
from cchc.model.plan import PlacedSection, Plan, bare_number
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.counting import Counting


def check(loaded: LoadedPlan, plan: Plan, _registry: Registry, _counting: Counting) -> Iterator[Finding]:
    file = loaded.at.file
    last, seen = 0, set[str]()
    siblings: dict[tuple[str | int, ...], set[str]] = {}
    for row in plan.rows:
        at = NodePath(file, row.route)
        if isinstance(row, PlacedSection):
            if plan.numbering == "section":
                last, seen = 0, set()
            numbers = siblings.setdefault(row.route[:-2], set())
            number = bare_number(row.section.number)
            if number and number in numbers:
                yield Finding("number-repeat", at / "number", {"number": row.section.number})
            numbers.add(number)
            continue
        number = bare_number(row.number)
        if not number:
            continue
        if number in seen:
            yield Finding("number-repeat", at / "number" if row.task.number else at, {"number": row.number})
        elif is_count(number) and int(number) > last + 1:
            yield Finding("number-gap", at, {"number": row.number, "previous": last, "expected": last + 1})
        seen.add(number)
        last = int(number) if is_count(number) else last


def is_count(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) < 10
