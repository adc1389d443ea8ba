"""The loading door: what is read from where, and what is kept of a file that is broken."""

from pathlib import Path

import pytest

from cchc.files import FolderReader
from cchc.source.load import load_announced_days, load_plan, load_workspace

PLAN = "id: {id}\ntitle: T\nyear: 2025\n"
TASK = "  - id: {id}\n    content: C\n    lead: [u]\n"


def write(root: Path, **files: str) -> FolderReader:
    """Write files; `__` in a name stands for `/`, and each ends with `.yaml`."""
    for name, text in files.items():
        path = root / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return FolderReader(root)


def test_a_workspace_without_a_file_has_what_is_usual(tmp_path: Path) -> None:
    workspace = load_workspace(FolderReader(tmp_path))
    assert (workspace.findings, workspace.plan_folders, workspace.registry.lost) == ((), (), frozenset())
    assert (workspace.registry.settings.language, workspace.registry.settings.timezone) == ("vi", "Asia/Ho_Chi_Minh")


def test_a_collection_is_its_file_and_its_folder(tmp_path: Path) -> None:
    reader = write(
        tmp_path,
        plans__units="units:\n  a: {name: A}\n",
        plans__units__b="units:\n  b: {name: B}\n",
        plans__units__c="units:\n  c: {name: C}\n  a: {name: A2}\n",
    )
    write(tmp_path / "plans" / "units", **{".hidden": "units:\n  h: {name: H}\n"})
    workspace = load_workspace(reader)
    assert {key: (placed.record.name, placed.at.file) for key, placed in workspace.registry.units.items()} == {
        "a": ("A", "plans/units.yaml"),
        "b": ("B", "plans/units/b.yaml"),
        "c": ("C", "plans/units/c.yaml"),
    }
    assert [(one.code, one.at.file, one.at.keys) for one in workspace.findings] == [
        ("duplicate-id", "plans/units/c.yaml", ("units", "a"))
    ]


def test_plans_are_found_at_any_depth_but_not_in_other_workspaces(tmp_path: Path) -> None:
    reader = write(
        tmp_path,
        plans__b__plan=PLAN.format(id="b"),
        plans__a__c__plan=PLAN.format(id="c"),
        plans__other__cchc="format: 1\n",
        plans__other__plans__d__plan=PLAN.format(id="d"),
        plans__no__notes="x: 1\n",
    )
    write(tmp_path / "plans", **{".trash__e__plan": PLAN.format(id="e")})
    assert load_workspace(reader).plan_folders == ("plans/a/c", "plans/b")


def test_of_a_broken_collection_the_sound_records_are_kept(tmp_path: Path) -> None:
    units = 'units:\n  a: {name: A}\n  b: {nam: B}\n  c: 5\n  " ": 5\n'
    events = "types:\n  e: {name: E}\nevents:\n  - {id: x, type: e}\n  - {id: y}\n"
    workspace = load_workspace(write(tmp_path, plans__units=units, plans__events=events, plans__calendar="days: 5\n"))
    registry = workspace.registry
    assert {key: placed.record.name for key, placed in registry.units.items()} == {
        "a": "A",
        "b": "b",
        "c": "c",
    }  # the id stands in
    assert [placed.record.id for placed in registry.events] == ["x"]
    assert registry.lost == {"events", "calendar"}


@pytest.mark.parametrize(
    ("settings", "language", "is_lost"),
    [
        ("language: en\n", "en", False),
        ("language: en\ncolour: red\n", "en", False),  # what it may not have is left out
        ("language: fr\n", "vi", True),
        ("language: [\n", "vi", True),
        ("", "vi", False),
    ],
)
def test_settings(settings: str, language: str, is_lost: bool, tmp_path: Path) -> None:
    registry = load_workspace(write(tmp_path, cchc=settings)).registry
    assert (registry.settings.language, "settings" in registry.lost) == (language, is_lost)


def test_a_plan_with_sections_in_files_of_their_own(tmp_path: Path) -> None:
    section = "number: A\ntitle: S\ntasks:\n" + TASK.format(id="s")
    reader = write(tmp_path, plans__p__plan=PLAN.format(id="p") + "sections: [sections/a.yaml]\n", plans__p__sections__a=section)
    loaded = load_plan(reader, "plans/p")
    assert loaded.plan is not None
    assert ([placed.task.id for placed in loaded.plan.placed_tasks], loaded.findings, loaded.is_whole) == (["s"], (), True)
    title = loaded.at / "sections" / 0 / "title"
    assert (loaded.resolve(title).file, loaded.resolve(title).keys) == ("plans/p/sections/a.yaml", ("title",))
    assert loaded.resolve(loaded.at / "title") == loaded.at / "title"


def test_a_broken_task_leaves_a_stand_in(tmp_path: Path) -> None:
    tasks = "tasks:\n" + TASK.format(id="a") + "  - {id: b}\n  - {id: 'B '}\n  - 5\n"
    loaded = load_plan(write(tmp_path, plans__p__plan=PLAN.format(id="p") + tasks), "plans/p")
    assert loaded.plan is not None
    assert [task.id for task in loaded.plan.tasks] == ["a", "b", "broken-1", "broken-2"]
    assert loaded.broken_tasks == {"b", "broken-1", "broken-2"}
    assert not loaded.is_whole


@pytest.mark.parametrize("text", ["", "- a\n", "title: T\n", "id: [\n"])
def test_a_plan_without_a_head_is_none(text: str, tmp_path: Path) -> None:
    loaded = load_plan(write(tmp_path, plans__p__plan=text), "plans/p")
    assert loaded.plan is None
    assert loaded.findings


def test_a_plan_that_has_gone_is_none(tmp_path: Path) -> None:
    loaded = load_plan(FolderReader(tmp_path), "plans/p")
    assert (loaded.plan, loaded.findings) == (None, ())


@pytest.mark.parametrize("text", [None, "days: [\n"])
def test_a_fault_in_the_tool_s_own_days_is_a_bug(text: str | None, tmp_path: Path) -> None:
    reader = write(tmp_path, **({"vietnam": text} if text else {}))
    with pytest.raises(ValueError, match=r"vietnam\.yaml"):
        load_announced_days(reader, "vietnam.yaml")
