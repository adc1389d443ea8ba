"""Times the tool against its peers in one run and prints ratios: machines are noisy, only ratios last.

Usage: python tests/bench/run.py [--plans N]   (700 plans are the size that the targets name; peers take minutes)
"""

import argparse
import compileall
import os
import resource
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate import make_workspace

REPOSITORY = Path(__file__).parents[2]
SCHEMA = Path(__file__).with_name("plan.schema.json")
SCRIPTS = Path(sysconfig.get_path("scripts"))


def seconds(command: list[str], rounds: int, cwd: Path) -> float:
    """Return the least time that a whole process takes, in seconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, cwd=cwd, capture_output=True, check=False, env={**os.environ, "CCHC_LANG": "vi"})
        best = min(best, time.perf_counter() - start)
    return best


def say(name: str, ratio: float, target: float) -> None:
    verdict = "ok" if ratio <= target else "MISSED"
    print(f"  {name:<58} {ratio:8.3f}   target {target:<6} {verdict}")


def start_up(rounds: int) -> None:
    compileall.compile_dir(REPOSITORY / "cchc", quiet=1)  # the peers were compiled when they were installed
    plan = REPOSITORY / "plans"
    files = [str(path) for path in sorted(plan.rglob("*.yaml"))]
    python = seconds([sys.executable, "-c", "pass"], rounds, REPOSITORY)
    yamllint = seconds([str(SCRIPTS / "yamllint"), "-d", "relaxed", *files], rounds, REPOSITORY)
    plan_files = [str(plan / "snv-2025" / "plan.yaml")]
    schema = seconds([str(SCRIPTS / "check-jsonschema"), "--schemafile", str(SCHEMA), *plan_files], rounds, REPOSITORY)
    validate = seconds([str(SCRIPTS / "cchc"), "validate"], rounds, REPOSITORY)
    shown_help = seconds([str(SCRIPTS / "cchc"), "--help"], rounds, REPOSITORY)
    print(f"One plan (python -c pass: {python * 1000:.0f} ms)")
    say("cchc --help / python -c pass", shown_help / python, 8)
    say("cchc validate / yamllint", validate / yamllint, 1.4)
    say("cchc validate / check-jsonschema", validate / schema, 0.7)
    print("  what validate is made of, times python -c pass:")
    for name, code in (
        ("typer", "import typer"),
        ("pydantic", "import pydantic"),
        ("pydantic and the model", "import cchc.model.plan, cchc.model.events, cchc.model.progress"),
        ("everything that validate imports", "import cchc.cli.app, cchc.cli.validate"),
    ):
        print(f"    {name:<40} {seconds([sys.executable, '-c', code], rounds, REPOSITORY) / python:6.1f}")


def a_tree(plans: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name) / "small", Path(name) / "large"
        make_workspace(small, max(1, plans // 7))
        make_workspace(large, plans)
        size = sum(path.stat().st_size for path in large.rglob("*.yaml")) / 1e6
        print(f"{plans} plans, {plans * 40:,} tasks, {size:.1f} MB")
        cchc = str(SCRIPTS / "cchc")
        few = seconds([cchc, "validate"], 3, small)
        many = seconds([cchc, "validate"], 3, large)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        files = [str(path) for path in sorted(large.rglob("plan.yaml"))]
        schema = seconds([str(SCRIPTS / "check-jsonschema"), "--schemafile", str(SCHEMA), *files], 1, large)
        yamllint = seconds([str(SCRIPTS / "yamllint"), "-d", "relaxed", "."], 1, large)
        say("cchc validate / check-jsonschema", many / schema, 0.06)
        say("cchc validate / yamllint", many / yamllint, 0.035)
        say("peak memory of cchc in MB (peers not yet run)", peak, 120)
        say("time for 7 times the plans / 7", many / few / 7, 1.1)
        print(f"  cchc {many:.2f} s, check-jsonschema {schema:.1f} s, yamllint {yamllint:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=700)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    a_tree(options.plans)  # first: the peak of memory is that of all processes so far
    start_up(options.rounds)


if __name__ == "__main__":
    main()
