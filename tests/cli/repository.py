"""Real repositories with small workspaces, as the tests of `cchc diff` make them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

CCHC = str(Path(sys.executable).with_name("cchc"))
"""The command itself, for tests that run it as a person would."""
ISOLATED = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_{what}": "van-phong" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=ISOLATED, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def make(folder: Path, files: dict[str, Any]) -> None:
    """Make a repository of a workspace and commit it; what is no text is written as JSON, which is YAML too."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "Bản đầu", {"cchc.yaml": "format: 1\n", **files})


def lay_out(folder: Path, files: dict[str, Any]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")


def commit(folder: Path, message: str, files: dict[str, Any] | None = None) -> None:
    lay_out(folder, files or {})
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
