"""Numbers of documents: `123/QĐ-BNV`, `12/2025/NĐ-CP`, `5566/UBND-KSTT` (NĐ 30/2020/NĐ-CP)."""

import re
from collections.abc import Iterator

from cchc.diagnostics import Finding, NodePath
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.counting import Counting

_LETTERS = "A-ZĐÀ-Ỹ"
_NUMBER = re.compile(
    rf"[0-9]{{1,6}}[a-z]?(?:/[0-9]{{4}})?/[{_LETTERS}][{_LETTERS}a-z0-9]{{0,19}}(?:-[{_LETTERS}a-z0-9.]{{1,20}}){{0,4}}"
)
_PLAIN = re.compile(r"[0-9]{1,6}[a-z]?")


def check(loaded: LoadedPlan, plan: Plan, _registry: Registry, _counting: Counting) -> Iterator[Finding]:
    head = loaded.at / "document"
    if plan.document.number is not None and not _PLAIN.fullmatch(plan.document.number):
        yield from _check(plan.document.number, head / "number")
    for index, number in enumerate(plan.document.amended_by):
        yield from _check(number, head / "amended_by" / index)
    for placed in plan.placed_tasks:
        if placed.task.withdrawn is not None:
            yield from _check(
                placed.task.withdrawn.document,
                NodePath(loaded.at.file, (*placed.route, "withdrawn", "document")),
            )
    for extended in loaded.progress.extensions:
        yield from _check(extended.record.document, extended.at / "document")
    for waived in loaded.progress.waivers:
        yield from _check(waived.record.document, waived.at / "document")


def check_events(registry: Registry) -> Iterator[Finding]:
    for placed in registry.events:
        yield from _check(placed.record.document, placed.at / "document")


def _check(number: str | None, at: NodePath) -> Iterator[Finding]:
    if number is not None and not _NUMBER.fullmatch(number):
        yield Finding("document-number", at, {"number": number})
