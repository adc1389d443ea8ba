"""Small workspaces on disk, and the installed command run in them as CI would."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import CCHC, lay_out

HEAD = "id: p\ntitle: T\nyear: 2025\n"
TASK = "tasks:\n  - id: a\n    content: C\n    deadline: Thường xuyên\n    lead: [u]\n"
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: U}\n",
    "plans/events.yaml": "types: {}\n",
    "plans/p/plan.yaml": HEAD + TASK,
}

# Runs a command within limits and then tells its own peak: what the system tells of a child counts its parent too.
LIMITED = """
import resource, sys
seconds = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
from cchc.cli.app import main
status = main(sys.argv[2:])
try:
    with open("/proc/self/status") as lines:
        peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
sys.stdout.flush()
sys.stdout.write(f"\\n{peak // 1000}")
sys.exit(status)
"""

Diagnostics = list[tuple[str, str, int, int]]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
Validate = Callable[..., Diagnostics]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a sound workspace with one plan of one task."""
    root = tmp_path / "workspace"
    lay_out(root, FILES)
    return root


@pytest.fixture
def run(workspace: Path) -> Run:
    """Return a function that runs the installed command in the workspace; `env` adds to a bare environment."""

    def call(*arguments: str, env: Mapping[str, str] | None = None, **options: object) -> "subprocess.CompletedProcess[str]":
        bare = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "SYSTEMROOT"}}
        return subprocess.run(
            [CCHC, *arguments],
            cwd=workspace,
            env={**bare, **(env or {})},
            text=True,
            encoding="utf-8",
            timeout=60,
            **{"capture_output": True, **options},  # type: ignore[call-overload]  # options of subprocess.run
        )

    return call


@pytest.fixture
def validate(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Validate:
    """Return a function that writes files (text or bytes, by their path) and returns what `validate` finds."""

    def check(files: Mapping[str, str | bytes] | None = None) -> Diagnostics:
        for name, content in (files or {}).items():
            path = workspace / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        status = main(["validate", "--format", "json", "--root", str(workspace)])
        report = json.loads(capsys.readouterr().out)["diagnostics"]
        assert status == int(any(one["severity"] == "error" for one in report))
        return [(one["code"], one["file"], one["line"], one["column"]) for one in report]

    return check


@pytest.fixture
def measured() -> Callable[..., tuple[int, str, int]]:
    """Return a function that runs a command on a workspace and ends it after so many seconds of work.

    Its answer is the exit status, the output and the megabytes at the peak; a command that was ended tells no peak.
    """

    def call(root: Path, *arguments: str, seconds: int) -> tuple[int, str, int]:
        command = [sys.executable, "-P", "-c", LIMITED, str(seconds), *arguments, "--root", str(root), "--lang", "en"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        output, _, peak = done.stdout.rpartition("\n")
        return done.returncode, output, int(peak) if peak.isdecimal() else 1_000_000

    return call
