"""Records about tasks that could not be read: what is broken is told once, and nothing is concluded from it."""

from pathlib import Path

import pytest

from cchc import checks
from cchc.checks.usage import Usage
from cchc.cli.session import work_calendar
from cchc.files import FolderReader
from cchc.model.registry import Registry
from cchc.schedule.counting import Counting
from cchc.source.load import load_plan, load_workspace

HEAD = "id: p\ntitle: T\nyear: 2025\ntasks:\n"
SOUND = "  - {id: a, content: C, lead: [u], deadline: Trước ngày 30/11/2025}\n"
RECORDS = {
    "completions": "{task: TASK, completed_on: 2025-03-01, evidence: E}",
    "extensions": "{task: TASK, extended_to: 2025-12-15, approved_on: 2025-11-01}",
    "waivers": "{task: TASK, waived_on: 2025-03-01, reason: R}",
    "measurements": "{task: TASK, target: t, as_of: 2025-03-01, value: 1}",
}


def codes(root: Path, tasks: str, kind: str, task: str) -> list[str]:
    files = {
        "units.yaml": "units:\n  u: {name: U}\n",
        "p/plan.yaml": HEAD + tasks,
        "p/progress.yaml": f"{kind}:\n  - {RECORDS[kind].replace('TASK', task)}\n",
    }
    for name, text in files.items():
        path = root / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reader = FolderReader(root)
    counting = Counting(work_calendar(Registry()))
    findings = checks.run(load_plan(reader, "plans/p"), load_workspace(reader).registry, counting, Usage())
    return [one.code for one in findings]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_task_that_is_not_there(kind: str, tmp_path: Path) -> None:
    assert codes(tmp_path, SOUND, kind, "b") == ["unknown-task"]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_task_whose_own_record_is_broken(kind: str, tmp_path: Path) -> None:
    assert codes(tmp_path, SOUND + "  - {id: b, content: C, lead: 5}\n", kind, "b") == ["wrong-type"]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_task_that_may_be_one_whose_id_is_broken(kind: str, tmp_path: Path) -> None:
    assert codes(tmp_path, SOUND + "  - {id: 'B ', content: C, lead: [u]}\n", kind, "b") == ["invalid-value"]


@pytest.mark.parametrize("kind", ["completions", "extensions", "waivers"])
def test_a_task_whose_wording_cannot_be_read(kind: str, tmp_path: Path) -> None:
    tasks = SOUND + "  - {id: b, content: C, lead: [u], deadline: Khi nào xong thì xong}\n"
    assert codes(tmp_path, tasks, kind, "b") == ["unreadable-wording"]
