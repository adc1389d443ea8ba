"""Times `cchc diff` between two revisions of 100 plans against `cchc validate` of the same plans, in one run.

Usage: python tests/bench/diff.py
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate import make_workspace
from run import SCRIPTS, say, seconds

PLANS = 100
WHO = {f"GIT_{role}_{what}": "bench" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_workspace(folder, PLANS)
        git(folder, "init", "-q")
        commit(folder)
        script = str(SCRIPTS / "cchc")
        validate = seconds([script, "validate"], 3, folder)
        say("cchc diff, nothing changed / validate", seconds([script, "diff", "HEAD"], 3, folder) / validate, 1)
        plans = sorted(folder.glob("plans/*/plan.yaml"))
        for changed, told in ((1, "1 plan changed"), (10, "10 plans changed"), (PLANS, "every plan changed")):
            for plan in plans[:changed]:
                plan.write_text(
                    plan.read_text(encoding="utf-8").replace("30/11/2025", f"{10 + changed % 9}/11/2025"), encoding="utf-8"
                )
            commit(folder)
            say(f"cchc diff, {told} / validate", seconds([script, "diff", "HEAD~1", "HEAD"], 3, folder) / validate, 2.5)
            git(folder, "reset", "-q", "--hard", "HEAD~1")
        (folder / "plans/calendar.yaml").write_text(
            "days: [{date: 2025-11-05, kind: holiday, name: Ngày hội}]\n", encoding="utf-8"
        )
        commit(folder)
        say("cchc diff, a day off changed / validate", seconds([script, "diff", "HEAD~1", "HEAD"], 3, folder) / validate, 2.5)


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, env=os.environ | WHO, stdout=subprocess.DEVNULL)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


if __name__ == "__main__":
    main()
