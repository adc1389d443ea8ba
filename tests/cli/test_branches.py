"""Two branches that each record something merge in real git without a conflict, and what they recorded is all there."""

import os
import subprocess
from pathlib import Path

import pytest

from cchc.files import FolderReader
from cchc.source.load import load_plan, load_workspace
from tests.cli.repository import CCHC, lay_out

FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/events.yaml": "types:\n  e: {name: Bộ công bố}\n",
    "plans/p/plan.yaml": "id: p\ntitle: Kế hoạch\nyear: 2025\ntasks:\n"
    "  - {id: a, content: Một, lead: [u], deadline: {every: month}}\n  - {id: b, content: Hai, lead: [u], deadline: {by: 2025-06-30}}\n",
}


def git(folder: Path, *arguments: str) -> str:
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(folder)}
    names = ["-c", "user.name=x", "-c", "user.email=x@example.vn", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *names, *arguments], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def cchc(folder: Path, *arguments: str) -> None:
    env = {**os.environ, "CCHC_NOW": "2025-06-10T02:00Z"}
    done = subprocess.run([CCHC, *arguments], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    lay_out(tmp_path, FILES)
    (tmp_path / ".gitignore").write_text(".cchc.lock\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "plan")
    return tmp_path


def on_branch(folder: Path, name: str, *commands: list[str]) -> None:
    git(folder, "switch", "-qc", name, "main")
    for command in commands:
        cchc(folder, *command)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name)


def test_progress_and_events_of_two_branches_merge(repository):
    words = ["--on", "2025-06-10", "--evidence", "Báo cáo"]
    event = ["event", "add", "--type", "e", "--subject", "Công bố", "--issued-on", "2025-06-03"]
    on_branch(repository, "one", ["done", "a", "--occurrence", "2025-05", *words], [*event, "--document", "1/QĐ-BNV"])
    on_branch(
        repository,
        "two",
        ["done", "a", "--occurrence", "2025-04", *words],
        ["done", "b", *words],
        [*event, "--document", "2/QĐ-BNV"],
    )
    git(repository, "merge", "-q", "--no-edit", "one")
    reader = FolderReader(repository)
    assert sorted(placed.record.id for placed in load_workspace(reader).registry.events) == [
        "2025-06-qd-1-bnv",
        "2025-06-qd-2-bnv",
    ]
    done = load_plan(reader, "plans/p").progress.completions
    assert sorted((placed.record.task[0], placed.record.occurrence) for placed in done if placed.record.occurrence) == [
        ("a", "2025-04"),
        ("a", "2025-05"),
    ]
    cchc(repository, "validate")


SECTIONS = {
    "plans/p/plan.yaml": "id: p\ntitle: Kế hoạch\nyear: 2025\nsections:\n- number: A\n  title: Một\n  tasks:\n"
    "  - {id: a, content: Một, lead: [u], deadline: Thường xuyên}\n- number: B\n  title: Hai\n  tasks: []\n- sections/c.yaml\n",
    "plans/p/sections/c.yaml": "number: C\ntitle: Ba\n",
}


def test_tasks_that_two_branches_add_in_different_sections_merge(repository):
    for name, text in SECTIONS.items():
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text(text, encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "sections")
    words = ["--lead", "u", "--deadline", "Thường xuyên", "--content"]
    on_branch(repository, "one", ["task", "add", "--section", "A", *words, "Thêm ở A"])
    on_branch(repository, "two", ["task", "add", "--section", "B", *words, "Thêm ở B"])
    on_branch(repository, "three", ["task", "add", "--section", "C", *words, "Thêm ở C"], ["task", "move", "a", "--to", "C"])
    git(repository, "merge", "-q", "--no-edit", "two")
    git(repository, "switch", "-q", "one")
    git(repository, "merge", "-q", "--no-edit", "two")
    cchc(repository, "validate")
    plan = load_plan(FolderReader(repository), "plans/p").plan
    assert plan is not None
    assert [(placed.path, placed.task.id) for placed in plan.placed_tasks] == [
        ("A.1", "a"),
        ("A.2", "them-o-a"),
        ("B.1", "them-o-b"),
    ]
    git(repository, "switch", "-q", "three")
    cchc(repository, "validate")
    plan = load_plan(FolderReader(repository), "plans/p").plan
    assert plan is not None
    assert [(placed.path, placed.task.id) for placed in plan.placed_tasks] == [
        ("B.1", "them-o-b"), ("C.1", "them-o-c"), ("C.2", "a"),
    ]  # fmt: skip


def test_units_and_tasks_that_two_branches_change_merge(repository):
    on_branch(repository, "one", ["unit", "rename", "u", "--to", "Văn phòng Sở", "--on", "2025-07-01"])
    on_branch(repository, "two", ["task", "add", "--lead", "u", "--deadline", "Thường xuyên", "--content", "Thêm"])
    git(repository, "merge", "-q", "--no-edit", "one")
    cchc(repository, "validate")
