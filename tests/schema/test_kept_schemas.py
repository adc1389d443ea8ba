"""The schemas that this repository keeps for its own plans are those that the tool prints today."""

from pathlib import Path

import pytest

from cchc.json_text import to_json
from cchc.schema import FOLDER, KINDS, modeline, schema_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kept_schema_is_what_the_tool_prints(kind):
    kept = (ROOT / FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert kept == to_json(schema_of(kind, "vi")), "renew them: cchc schema --folder schema"


def test_every_file_of_the_workspace_names_its_schema():
    files = ["cchc.yaml", *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "plans").rglob("*.yaml")))]
    assert {name: (ROOT / name).read_text(encoding="utf-8").partition("\n")[0] for name in files} == {
        name: modeline(name) for name in files
    }
