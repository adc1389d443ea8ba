"""A runner of GitHub's as scripts of the action see it: its variables and folders, and `gh`, which stands for the service."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
GH = """\
#!{python}
import json, os, pathlib, sys
folder = pathlib.Path(os.environ["FAKE_GH"])
body = next((word[6:] for word in sys.argv if word.startswith("body=@")), None)
text = pathlib.Path(body).read_text(encoding="utf-8") if body else None
with (folder / "calls").open("a", encoding="utf-8") as calls:
    calls.write(json.dumps([sys.argv[1:], text, sorted(os.environ)]) + "\\n")
refuses = os.environ.get("FAKE_GH_REFUSES", "-")
if refuses in sys.argv:
    sys.exit("gh: Resource not accessible by integration (HTTP 403)")
if "--paginate" in sys.argv:
    sys.stdout.write((folder / "comments").read_text(encoding="utf-8"))
"""


class Runner:
    """Runs a script of `ci/` in a checkout."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.temp = folder / "temp"
        self.out = self.temp / "cchc-out"
        self._gh = folder / "gh"
        self._files = folder / "files"
        for path in (self.checkout, self.out, self.temp / "cchc-tool/bin", self._gh, self._files):
            path.mkdir(parents=True)
        (self.temp / "cchc-tool/bin/cchc").symlink_to(Path(sys.executable).with_name("cchc"))
        (self._gh / "gh").write_text(GH.format(python=sys.executable), encoding="utf-8")
        (self._gh / "gh").chmod(0o755)
        self.comments("")

    def comments(self, listed: str) -> None:
        """Say what `gh` answers when it is asked for the comments: id, tab, first line."""
        (self._gh / "comments").write_text(listed, encoding="utf-8")

    def run(self, script: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        own = {
            "PATH": f"{self._gh}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.temp),
            "LC_ALL": "C.UTF-8",
            "FAKE_GH": str(self._gh),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": "so/plans",
            "GITHUB_SERVER_URL": "https://example.vn",
            "GITHUB_RUN_ID": "7",
            "GITHUB_OUTPUT": str(self._files / "output"),
            "GITHUB_STEP_SUMMARY": str(self._files / "summary"),
            "CCHC_NOW": "2025-06-02T02:00Z",
        }
        command = ["bash", str(REPOSITORY / "ci" / script)]
        return subprocess.run(command, cwd=self.checkout, env=own | variables, capture_output=True, text=True, encoding="utf-8")

    @property
    def calls(self) -> list[tuple[list[str], str | None, list[str]]]:
        path = self._gh / "calls"
        return [tuple(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []

    @property
    def summary(self) -> str:
        return self._text("summary")

    @property
    def output(self) -> str:
        return self._text("output")

    def _text(self, name: str) -> str:
        path = self._files / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def git(self, *arguments: str) -> str:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.vn", "-c", "init.defaultBranch=main"]
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(["git", *who, *arguments], cwd=self.checkout, env=env, capture_output=True, text=True, check=True)
        return done.stdout.strip()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)
