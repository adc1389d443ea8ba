"""Which record accepts which warning: the nearest on the way out, never beyond the record that the warning is about."""

from pathlib import Path

import pytest

from cchc import checks
from cchc.checks.usage import Usage
from cchc.cli.session import work_calendar
from cchc.files import FolderReader
from cchc.model.registry import Registry
from cchc.schedule.counting import Counting
from cchc.source.load import load_plan, load_workspace


@pytest.fixture(scope="module")
def counting() -> Counting:
    return Counting(work_calendar(Registry()))


def found(root: Path, plan: str, counting: Counting) -> list[tuple[str, str, tuple[str | int, ...]]]:
    for name, text in (("units.yaml", "units:\n  u: {name: U}\n"), ("p/plan.yaml", f"id: p\ntitle: T\nyear: 2025\n{plan}")):
        path = root / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reader = FolderReader(root)
    findings = checks.run(load_plan(reader, "plans/p"), load_workspace(reader).registry, counting, Usage())
    return [(one.code, one.reason, one.at.keys) for one in findings]


TASK = "tasks:\n  - id: a\n    content: C\n    lead: [u]\n    number: 2\n"
SOUND = TASK.replace("number: 2", "number: 1") + "    deadline: Thường xuyên\n"
AT = ("tasks", 0)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (TASK, [("number-gap", "", AT), ("missing-deadline", "", AT)]),
        (TASK + "    allow: {number-gap: Giữ số, missing-deadline: Chưa rõ}\n", []),
        (TASK + "    allow: {number-gap: Giữ số}\n", [("missing-deadline", "", AT)]),
        # what stands further out is about other things than this task
        (
            "allow: {number-gap: Giữ số}\n" + TASK,
            [("number-gap", "", AT), ("missing-deadline", "", AT), ("unused-allow", "", ("allow", "number-gap"))],
        ),
        # a warning about the plan itself is accepted by the plan, and by no task
        ("document: {number: số 5}\nallow: {document-number: Số cũ}\n" + SOUND, []),
        (
            "document: {number: số 5}\n" + SOUND + "    allow: {document-number: Số cũ}\n",
            [("document-number", "", ("document", "number")), ("unused-allow", "", (*AT, "allow", "document-number"))],
        ),
        # an error is not accepted, nor is a code that there is not
        (
            SOUND.replace("[u]", "[x]") + "    allow: {unknown-unit: R}\n",
            [("unknown-unit", "", (*AT, "lead", 0)), ("unused-allow", "error", (*AT, "allow", "unknown-unit"))],
        ),
    ],
)
def test_what_is_accepted(
    plan: str, expected: list[tuple[str, str, tuple[str | int, ...]]], tmp_path: Path, counting: Counting
) -> None:
    assert sorted(found(tmp_path, plan, counting)) == sorted(expected)
