"""The same plan gives the same file: on another day, in another place, for another user."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.render.appendix import FORMATS

ROOT = Path(__file__).resolve().parents[3]
SAME = [ending for ending in FORMATS if ending != ".pdf"]  # LibreOffice has its own mind, and is held to its pages
PLACES = (
    {"CCHC_NOW": "2025-01-15T08:00:00+07:00", "TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    {"CCHC_NOW": "2027-12-31T23:59:59-08:00", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8"},
)


def printed(ending: str, place: dict[str, str], folder: Path) -> bytes:
    out = folder / f"{len(list(folder.iterdir()))}{ending}"
    command = [sys.executable, "-m", "cchc", "render", str(out), "--root", str(ROOT)]
    subprocess.run(command, cwd=folder, env={**os.environ, **place, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True)
    return out.read_bytes()


@pytest.mark.parametrize("ending", SAME)
def test_the_plan_of_the_repository_gives_the_same_bytes(ending, tmp_path):
    here, there = [printed(ending, place, tmp_path) for place in PLACES]
    assert here == there
    assert len(here) > 10_000
