"""docs/huong-dan.md: every command prints what it shows, every YAML example loads, every slip gives the message shown.

A block ```` ```yaml KIND ```` is put where its reader would put it: `task`, `section` and `deadline` into a plan of
2025, `plan.yaml` into a folder of its own, `cchc.yaml` in place of the real one, any other file beside the real one.
With `sai=CODE` it is wrong, and the `text` block that follows is what `cchc validate` says.
"""

import json
import textwrap

import pytest

from cchc.cli.app import main

GUIDE = "docs/huong-dan.md"
PLAN_HEAD = "id: vi-du\ntitle: VÍ DỤ\nyear: 2025\nissuer: so-noi-vu\n"
UNUSED = {"unused-unit", "unused-event-type"}
"""An example names units and event types that only the reader's next step uses."""
BESIDE = {
    "units.yaml": "plans/units/vi-du.yaml",
    "events.yaml": "plans/events/vi-du.yaml",
    "calendar.yaml": "plans/calendar/vi-du.yaml",
    "progress.yaml": "plans/snv-2025/progress/vi-du.yaml",
}


def test_every_command_prints_what_the_guide_shows(documents, follow) -> None:
    assert follow(documents[GUIDE]) > 5


def test_every_example_is_labelled(documents) -> None:
    kinds = {*BESIDE, "task", "section", "deadline", "plan.yaml", "cchc.yaml"}
    for block in documents[GUIDE]:
        assert block.info[:1] in {("yaml",), ("text",), ("console",), ("diff",)}, block.place
        if block.info[0] == "yaml":
            assert block.info[1] in kinds, f"{block.place}: an example says what it is"


def test_the_example_is_what_the_guide_says(yaml_block, office, monkeypatch, capsys) -> None:
    _put(office, yaml_block)
    expected = {word.removeprefix("sai=") for word in yaml_block.info if word.startswith("sai=")}
    found = _validate(office, monkeypatch, capsys, "json")
    codes = {diagnostic["code"] for diagnostic in json.loads(found)["diagnostics"]}
    assert codes - UNUSED == expected, f"{yaml_block.place}: {found}"
    if expected:
        told = yaml_block.after
        assert told is not None, yaml_block.place
        assert told.info == ("text",), f"{yaml_block.place}: a slip is followed by its message"
        shown = _validate(office, monkeypatch, capsys, "text")
        for line in told.text.splitlines():
            assert line.strip() in shown, f"{told.place}: {shown}"


def _validate(office, monkeypatch: pytest.MonkeyPatch, capsys, report_format: str) -> str:
    for name in ("GITHUB_ACTIONS", "CCHC_LANG"):
        monkeypatch.delenv(name, raising=False)
    main(["validate", "--root", str(office.folder), "--lang", "vi", "--format", report_format])
    return capsys.readouterr().out


def _put(office, block) -> None:
    kind, text = block.info[1], textwrap.dedent(block.text)
    if kind in BESIDE:
        path = BESIDE[kind]
    elif kind == "plan.yaml":
        plan_id = next(line.split()[1] for line in text.splitlines() if line.startswith("id:"))
        path = f"plans/{plan_id}/plan.yaml"
    elif kind == "cchc.yaml":
        path = kind
    else:
        path, text = "plans/vi-du/plan.yaml", PLAN_HEAD + _in_plan(kind, text)
    target = office.folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _in_plan(kind: str, text: str) -> str:
    match kind:
        case "task":
            return "tasks:\n" + textwrap.indent(text, "  ")
        case "section":
            return "sections:\n" + textwrap.indent(text, "  ")
        case _:
            head = "tasks:\n  - id: vi-du\n    content: Báo cáo kết quả\n    lead: [van-phong]\n"
            return head + textwrap.indent(text, "    ")
