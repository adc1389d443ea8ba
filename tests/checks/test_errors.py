"""The errors of a plan alone, warnings and what is used left aside."""

import re
from pathlib import Path

import pytest

from cchc import checks
from cchc.cli.session import work_calendar
from cchc.diagnostics import CODES, Severity
from cchc.files import FolderReader
from cchc.schedule.counting import Counting
from cchc.source.load import load_plan, load_workspace

HEAD = "id: p\ntitle: T\nyear: 2025\n"


@pytest.mark.parametrize(
    ("plan", "codes"),
    [
        (HEAD + "tasks:\n- {id: a, content: A, lead: [u], deadline: {by: 2025-06-30}}\n", []),
        (HEAD + "tasks:\n- {id: a, content: A, lead: [x]}\n", ["unknown-unit"]),  # that it has no deadline is a warning
        (HEAD + "colour: red\ntasks: []\n", ["unknown-key"]),
        ("id: [\n", ["yaml-syntax"]),
    ],
)
def test_errors_are_found_and_nothing_else(plan, codes, tmp_path: Path):
    (tmp_path / "plans/p").mkdir(parents=True)
    (tmp_path / "plans/units.yaml").write_text("units:\n  u: {name: Văn phòng}\n", encoding="utf-8")
    (tmp_path / "plans/p/plan.yaml").write_text(plan, encoding="utf-8")
    reader = FolderReader(tmp_path)
    registry = load_workspace(reader).registry
    found = checks.errors(load_plan(reader, "plans/p"), registry, Counting(work_calendar(registry)))
    assert [finding.code for finding in found] == codes


def test_checks_that_only_warn_name_no_error():
    for check in checks._WARN_ONLY:
        source = Path(check.__code__.co_filename).read_text(encoding="utf-8")
        codes = re.findall(r'Finding\("([a-z-]+)"', source)
        assert codes
        assert [code for code in codes if CODES[code] is not Severity.WARNING] == []
