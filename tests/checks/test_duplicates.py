"""Duties written twice are looked for among a bounded number of earlier ones, so that a long plan takes no time without end."""

import json
from pathlib import Path

import pytest

from cchc.cli.app import main


def test_a_duty_is_compared_with_twenty_before_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contents = [f"việc{number} riêng{number} khác{number}" for number in range(22)]
    tasks = "".join(
        f"  - {{id: t-{index}, content: {content}, lead: [u], deadline: {{within: 5 days, after: e}}}}\n"
        for index, content in enumerate([*contents, contents[0], contents[21]])
    )
    files = {
        "cchc.yaml": "format: 1\n",
        "plans/units.yaml": "units: {u: {name: U}}\n",
        "plans/events.yaml": "types: {e: {name: E}}\n",
        "plans/p/plan.yaml": f"id: p\ntitle: T\nyear: 2025\ntasks:\n{tasks}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["validate", "--root", str(tmp_path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(one["code"], one["line"], "t-0" in one["message"]) for one in found] == [("duplicate-duty", 27, True)]
