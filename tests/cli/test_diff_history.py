"""A history of forty and more commits: every change is told once, none is missed, none invented."""

import json
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc import history
from cchc.cli.app import main
from cchc.compare.difference import applied, changes
from cchc.compare.records import progress_of, records_of
from cchc.compare.shared import shared_records
from cchc.source.load import load_plan, load_workspace
from tests.cli.repository import commit, git, make
from tests.compare.plans import is_same_state

Files = dict[str, Any]
Step = tuple[str, Callable[[Files], object], set[str]]
"""What a commit is for, what it does to the files, and what is told of it: `kind id field field …`."""
PLAN, PROGRESS, UNITS, EVENTS, DAYS = (
    "plans/p/plan.yaml", "plans/p/progress.yaml", "plans/units.yaml", "plans/events.yaml", "plans/calendar.yaml",
)  # fmt: skip


def task(name: str, **keys: Any) -> dict[str, Any]:
    return {"id": name, "content": f"Việc {name}", "lead": ["u"], **keys}


FIRST: Files = {
    UNITS: {"units": {"u": {"name": "Văn phòng"}, "v": {"name": "Phòng Tổ chức"}}},
    EVENTS: {"types": {"cong-bo": {"name": "Bộ công bố"}}, "events": []},
    DAYS: {"days": []},
    PLAN: {
        "id": "p",
        "title": "KẾ HOẠCH",
        "year": "2025",
        "sections": [
            {"number": "A", "title": "CHỈ SỐ", "tasks": [task("a"), task("b", deadline="Quý I/2025"), task("c")]},
            {"number": "B", "title": "TIÊU CHÍ", "tasks": [task("d", deadline={"within": "5 days", "after": ["cong-bo"]})]},
        ],
    },
    PROGRESS: {"completions": []},
}


def section(files: Files, place: int) -> dict[str, Any]:
    found: dict[str, Any] = files[PLAN]["sections"][place]
    return found


def of(files: Files, name: str) -> dict[str, Any]:
    return next(task for section in files[PLAN]["sections"] for task in section["tasks"] if task["id"] == name)


def move(files: Files, name: str, to: int, place: int) -> None:
    found = of(files, name)
    for each in files[PLAN]["sections"]:
        each["tasks"] = [task for task in each["tasks"] if task["id"] != name]
    section(files, to)["tasks"].insert(place, found)


def turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(inner) for inner in value] if isinstance(value, list) else value


def turn_keys(files: Files) -> None:
    files.update({name: turned(content) for name, content in files.items()})


def rename(files: Files) -> None:
    files["plans/q/plan.yaml"] = {**files.pop(PLAN), "id": "q"}
    files["plans/q/progress.yaml"] = files.pop(PROGRESS)


def rename_back(files: Files) -> None:
    files[PLAN] = {**files.pop("plans/q/plan.yaml"), "id": "p"}
    files[PROGRESS] = files.pop("plans/q/progress.yaml")


DONE = {"task": "a", "completed_on": "2025-03-01", "evidence": "1/BC"}
EVENT = {"id": "e1", "type": "cong-bo", "document": "1/QĐ", "issued_on": "2025-03-03"}
STEPS: tuple[Step, ...] = (
    ("Đổi thứ tự khóa", turn_keys, set()),
    ("Viết lại bố cục", lambda files: files.update(layout="block"), set()),
    ("Thêm việc e", lambda files: section(files, 0)["tasks"].insert(1, task("e")), {"task-added e content lead number"}),
    ("Đổi nội dung a", lambda files: of(files, "a").update(content="Việc mới"), {"task-changed a content"}),
    ("Đổi hạn b", lambda files: of(files, "b").update(deadline="Quý II/2025"), {"task-changed b deadline"}),
    ("Viết hạn theo khóa text", lambda files: of(files, "b").update(deadline={"text": "Quý II/2025"}), set()),
    ("Đổi quy tắc d", lambda files: of(files, "d")["deadline"].update(within="7 days"), {"task-changed d deadline"}),
    ("Ghi after không có ngoặc", lambda files: of(files, "d")["deadline"].update(after="cong-bo"), set()),
    ("Chuyển c lên đầu", lambda files: move(files, "c", 0, 0), {"task-moved c"}),
    ("Chuyển e sang B", lambda files: move(files, "e", 1, 0), {"task-moved e"}),
    ("Ghi số như đang in", lambda files: of(files, "a").update(number="2"), set()),
    ("Ghi số riêng", lambda files: of(files, "a").update(number="2a"), {"task-changed a number"}),
    ("Bỏ số riêng", lambda files: of(files, "a").pop("number"), {"task-changed a number"}),
    ("Thêm phối hợp", lambda files: of(files, "a").update(coordinating=["v"]), {"task-changed a coordinating"}),
    ("Đổi chủ trì", lambda files: of(files, "a").update(lead=["v"], coordinating=["u"]), {"task-changed a coordinating lead"}),
    ("Thêm kết quả", lambda files: of(files, "a").update(results=["Báo cáo"]), {"task-changed a results"}),
    ("Tách phần", lambda files: of(files, "c").update(parts=[{"id": "x", "content": "1"}, {"id": "y", "content": "2"}]),
     {"task-changed c parts parts/x/content parts/y/content"}),
    ("Đổi một phần", lambda files: of(files, "c")["parts"][1].update(deadline="Quý IV/2025"), {"task-changed c parts/y/deadline"}),
    ("Đảo hai phần", lambda files: of(files, "c")["parts"].reverse(), {"task-changed c parts"}),
    ("Thêm chỉ tiêu", lambda files: of(files, "a").update(targets=[{"id": "ty-le", "at_least": "95", "unit": "%"}]),
     {"task-changed a targets targets/ty-le/at_least targets/ty-le/unit"}),
    ("Ghi chú mục", lambda files: section(files, 1).update(title="TIÊU CHÍ MỚI"), {"section-changed B title"}),
    ("Thêm mục", lambda files: files[PLAN]["sections"].append({"number": "C", "title": "KHÁC", "tasks": [task("f")]}),
     {"section-added C number title", "task-added f content lead number"}),
    ("Đưa C lên đầu", lambda files: files[PLAN]["sections"].insert(0, files[PLAN]["sections"].pop()), {"section-moved C"}),
    ("Bỏ mục C", lambda files: files[PLAN]["sections"].pop(0), {"section-removed C number title", "task-removed f content lead number"}),
    ("Rút việc b", lambda files: of(files, "b").update(withdrawn={"on": "2025-07-01", "document": "5/QĐ"}),
     {"task-changed b withdrawn/document withdrawn/on"}),
    ("Đổi tên kế hoạch", lambda files: files[PLAN].update(title="KẾ HOẠCH NĂM 2025"), {"plan-changed p title"}),
    ("Ghi số văn bản", lambda files: files[PLAN].update(document={"number": "12/KH", "issued_on": "2025-01-10"}),
     {"plan-changed p document/issued_on document/number"}),
    ("Viết ngày kiểu Việt Nam", lambda files: files[PLAN]["document"].update(issued_on="10/01/2025"), set()),
    ("Đổi mã kế hoạch", rename, {"plan-changed q id"}),
    ("Đổi lại mã", rename_back, {"plan-changed p id"}),
    ("Có sự kiện", lambda files: files[EVENTS]["events"].append(EVENT), {"event-added e1 document issued_on type"}),
    ("Ghi ngày nhận", lambda files: files[EVENTS]["events"][0].update(received_on="2025-03-05"), {"event-changed e1 received_on"}),
    ("Thêm loại", lambda files: files[EVENTS]["types"].update(khac={"name": "Khác"}), {"type-added khac name"}),
    ("Bỏ loại", lambda files: files[EVENTS]["types"].pop("khac"), {"type-removed khac name"}),
    ("Thêm đơn vị", lambda files: files[UNITS]["units"].update(w={"name": "Trung tâm"}), {"unit-added w name"}),
    ("Đổi tên đơn vị", lambda files: files[UNITS]["units"]["w"].update(name="Trung tâm Việc làm"), {"unit-changed w name"}),
    ("Bỏ đơn vị", lambda files: files[UNITS]["units"].pop("w"), {"unit-removed w name"}),
    ("Ngày nghỉ riêng", lambda files: files[DAYS]["days"].append({"date": "2025-11-05", "kind": "holiday", "name": "Ngày hội"}),
     {"calendar-added 2025-11-05 kind name"}),
    ("Xong việc a", lambda files: files[PROGRESS]["completions"].append(DONE), {"completion-added a completed_on evidence"}),
    ("Gộp hai việc một văn bản", lambda files: files[PROGRESS]["completions"][0].update(task=["a", "e"]),
     {"completion-added e completed_on evidence"}),
    ("Sửa tài liệu", lambda files: files[PROGRESS]["completions"][0].update(evidence="2/BC"),
     {"completion-changed a evidence", "completion-changed e evidence"}),
    ("Gia hạn", lambda files: files[PROGRESS].update(extensions=[{"task": "d", "occurrence": "e1", "extended_to": "2025-04-30", "approved_on": "2025-03-09"}]),
     {"extension-added d@e1 approved_on extended_to"}),
    ("Không phát sinh", lambda files: files[PROGRESS].update(waivers=[{"task": "c", "part": "y", "waived_on": "2025-05-01", "reason": "Không có"}]),
     {"waiver-added c/y reason waived_on"}),
    ("Số đo", lambda files: files[PROGRESS].update(measurements=[{"task": "a", "target": "ty-le", "as_of": "2025-06-30", "value": "97.5"}]),
     {"measurement-added a@2025-06-30:ty-le value"}),
    ("Thiết lập", lambda files: files.update({"cchc.yaml": {"format": "1", "conventions": {"before": "inclusive"}}}),
     {"settings-changed  conventions/before"}),
    ("Tách mục ra tệp", lambda files: None, set()),
    ("Bỏ gia hạn", lambda files: files[PROGRESS].pop("extensions"), {"extension-removed d@e1 approved_on extended_to"}),
    ("Bỏ việc d", lambda files: section(files, 1)["tasks"].remove(of(files, "d")), {"task-removed d content deadline lead number"}),
)  # fmt: skip


def text_of(content: Any, layout: str) -> str:
    if isinstance(content, str):
        return content
    if layout == "block":
        return str(yaml.dump(content, allow_unicode=True, sort_keys=False, width=60))
    return json.dumps(content, ensure_ascii=False)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with one commit for each step."""
    folder = tmp_path_factory.mktemp("kho")
    files = deepcopy(FIRST)
    make(folder, files)
    for message, step, _ in STEPS:
        files = deepcopy(files)
        step(files)
        layout = files.get("layout", "")
        shutil.rmtree(folder / "plans")
        written = {name: text_of(content, layout) for name, content in files.items() if name != "layout"}
        if message == "Tách mục ra tệp":
            plan = deepcopy(files[PLAN])
            written["plans/p/sections/a.yaml"] = text_of(plan["sections"][0], layout)
            plan["sections"][0] = "sections/a.yaml"
            written[PLAN] = text_of(plan, layout)
        commit(folder, message, written)
    return folder


def revision(step: int) -> str:
    return f"HEAD~{len(STEPS) - 1 - step}"


def told(answer: dict[str, Any]) -> list[str]:
    """Return each change as a line: kind, id, and the names of the fields in order."""
    lines = []
    for change in answer["changes"]:
        family = change["kind"].partition("-")[0]
        names = sorted(field["field"] for field in change["fields"])
        number = change.get("number", {})
        name = (number["after"] or number["before"]) if family == "section" else change.get(family, "")
        lines.append(" ".join([change["kind"], name, *names]))
    return lines


def test_the_history_is_long() -> None:
    assert len(STEPS) >= 40


@pytest.mark.parametrize("step", range(len(STEPS)), ids=[message for message, _, _ in STEPS])
def test_each_commit_tells_its_changes_once(repository: Path, step: int, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"{revision(step)}~1", revision(step)]
    assert main(["diff", *names, "--root", str(repository), "--format", "json", "--as-of", "2025-06-01"]) == 0
    found = told(json.loads(capsys.readouterr().out))
    assert sorted(found) == sorted(STEPS[step][2])


@pytest.mark.parametrize("step", range(len(STEPS)), ids=[message for message, _, _ in STEPS])
def test_what_is_told_makes_the_new_state_of_the_old(repository: Path, step: int) -> None:
    """From each commit to the last: several changes at once."""
    with history.at_revision(repository, f"{revision(step)}~1") as old, history.at_revision(repository, "HEAD") as new:
        base, head = load_workspace(old), load_workspace(new)
        before, after = (load_plan(side.reader, side.plan_folders[0]) for side in (base, head))
        assert before.plan
        assert after.plan
        for sides in (
            shared_records(base.registry, head.registry),
            records_of(before.plan, after.plan),
            progress_of(before.progress, after.progress),
        ):
            assert is_same_state(applied(sides[0], changes(*sides)), sides[1])


def test_the_whole_history_at_once(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = git(repository, "rev-list", "--max-parents=0", "HEAD")
    assert main(["diff", first, "--root", str(repository), "--format", "json"]) == 0
    found = told(json.loads(capsys.readouterr().out))
    assert len(found) == len(set(found))
    assert {line.partition(" ")[2].partition(" ")[0] for line in found if line.startswith("task")} == {"a", "b", "c", "d", "e"}
