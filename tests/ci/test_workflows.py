"""Workflows, the action and templates: as zizmor, shellcheck and their schemas want them, and what none of them looks for."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from cchc.cli.first_ci import FILES

REPOSITORY = Path(__file__).parents[2]
WORKFLOWS = {path.name: path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / ".github/workflows").glob("*.yml"))}
WORKFLOWS |= {f"init {path}": text for path, text in FILES["github"].items()}
ACTION = (REPOSITORY / "action.yml").read_text(encoding="utf-8")
GITLAB = {"ci/gitlab.yml": (REPOSITORY / "ci/gitlab.yml").read_text(encoding="utf-8"), **FILES["gitlab"]}
SCRIPTS = sorted((REPOSITORY / "ci").glob("*.sh"))
TOOLS = Path(sys.executable).parent
PIN = re.compile(r"[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")


def schema(name: str) -> Draft7Validator:
    """Return a schema of SchemaStore's that comes with check-jsonschema."""
    folder = files("check_jsonschema") / "builtin_schemas/vendor"
    return Draft7Validator(json.loads((folder / f"{name}.json").read_text(encoding="utf-8")))


def steps_of(text: str) -> Iterator[dict]:
    loaded = yaml.safe_load(text)
    yield from loaded.get("runs", {}).get("steps", [])
    for job in loaded.get("jobs", {}).values():
        yield from job["steps"]


EVERYTHING = {**WORKFLOWS, "action.yml": ACTION}
each_file = pytest.mark.parametrize("text", EVERYTHING.values(), ids=EVERYTHING)
each_workflow = pytest.mark.parametrize("text", WORKFLOWS.values(), ids=WORKFLOWS)


@each_workflow
def test_a_workflow_fits_its_schema(text: str) -> None:
    loaded = yaml.safe_load(text)
    schema("github-workflows").validate({"on" if key is True else key: value for key, value in loaded.items()})


def test_the_action_fits_its_schema() -> None:
    schema("github-actions").validate(yaml.safe_load(ACTION))


@pytest.mark.parametrize("text", GITLAB.values(), ids=GITLAB)
def test_the_jobs_of_gitlab_fit_their_schema(text: str) -> None:
    schema("gitlab-ci").validate(yaml.safe_load(text))


@each_workflow
def test_a_workflow_may_nothing_and_a_job_what_it_says(text: str) -> None:
    loaded = yaml.safe_load(text)
    assert loaded["permissions"] == {}
    assert "group" in loaded["concurrency"]
    for job in loaded["jobs"].values():
        assert job["timeout-minutes"] <= 90
        assert job["name"]
        assert job["permissions"].keys() <= {"contents", "pull-requests", "issues"}
        assert job["permissions"].get("contents", "read") == "read"


@each_workflow
def test_no_job_that_may_write_an_issue_reads_a_plan(text: str) -> None:
    for job in yaml.safe_load(text)["jobs"].values():
        if "issues" in job["permissions"]:
            assert job["permissions"] == {"issues": "write"}
            assert not any("uses" in step for step in job["steps"])


@each_workflow
def test_no_workflow_runs_for_a_stranger_with_secrets_at_hand(text: str) -> None:
    triggers = yaml.safe_load(text)[True]  # `on` is a boolean to PyYAML
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers)
    assert "secrets." not in text


@each_file
def test_what_others_made_is_pinned_by_its_hash_with_its_version_beside(text: str) -> None:
    used = [line.split("uses:")[1].strip() for line in text.splitlines() if "uses:" in line]
    assert used
    for name in used:
        assert name.split()[0] == "./" or PIN.fullmatch(name), name


@each_file
def test_a_checkout_leaves_no_credentials(text: str) -> None:
    for step in steps_of(text):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@each_file
def test_no_value_of_an_event_is_pasted_into_a_shell(text: str) -> None:
    for step in steps_of(text):
        assert "${{" not in step.get("run", "")


@each_file
def test_a_token_is_given_to_gh_alone(text: str) -> None:
    for step in steps_of(text):
        if "token" in str(step.get("env", "")):
            assert "cchc" not in step["run"].replace("cchc-out", "")
            assert step["run"].startswith(("printf", 'bash "$GITHUB_ACTION_PATH/ci/comment.sh"'))


@each_file
def test_zizmor_finds_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / ("action.yml" if text == ACTION else ".github/workflows/a.yml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    done = subprocess.run([TOOLS / "zizmor", "--offline", "--persona", "pedantic", path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_zizmor_would_find_a_value_of_an_event_in_a_shell(tmp_path: Path) -> None:
    workflow = tmp_path / ".github/workflows/a.yml"
    workflow.parent.mkdir(parents=True)
    step = {"run": "echo ${{ github.event.pull_request.title }}"}
    workflow.write_text(yaml.safe_dump({"on": "push", "jobs": {"a": {"runs-on": "ubuntu-24.04", "steps": [step]}}}))
    done = subprocess.run([TOOLS / "zizmor", "--offline", workflow], capture_output=True, text=True)
    assert "error[template-injection]" in done.stdout


def shell_of(text: str) -> Iterator[str]:
    """Yield the shell of a workflow's steps, or of the jobs of GitLab."""
    loaded = yaml.safe_load(text)
    yield from (step["run"] for step in steps_of(text) if "run" in step)
    for job in loaded.values():
        if isinstance(job, dict) and "script" in job:
            yield "\n".join([*job.get("before_script", []), *job["script"]])


SHELL = [shell for text in {**EVERYTHING, **GITLAB}.values() for shell in shell_of(text)]


@pytest.mark.parametrize("shell", [*SHELL, *(path.read_text(encoding="utf-8") for path in SCRIPTS)])
def test_shellcheck_finds_nothing(shell: str) -> None:
    done = subprocess.run([TOOLS / "shellcheck", "--shell", "bash", "-"], input=shell, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_kind_of_file_has_shell_to_be_checked() -> None:
    assert len(SHELL) > len(EVERYTHING)
    assert all(list(shell_of(text)) for text in (ACTION, *GITLAB.values()))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_stops_at_the_first_failure_and_imports_nothing_of_the_checkout(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert not re.search(r"python3? (?!-I|3)", re.sub(r"#.*|echo .*", "", text))


def test_every_script_of_the_action_is_there() -> None:
    named = set(re.findall(r"ci/([a-z]+\.sh)", ACTION + "".join(WORKFLOWS.values())))
    assert named == {path.name for path in SCRIPTS}


def test_the_hooks_run_commands_on_the_whole_workspace() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [(hook["id"], hook["entry"]) for hook in hooks] == [("cchc-validate", "cchc validate"), ("cchc-fmt", "cchc fmt")]
    for hook in hooks:
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        assert re.search(hook["files"], "plans/snv-2025/plan.yaml")
        assert re.search(hook["files"], "so-noi-vu/cchc.yaml")
        assert not re.search(hook["files"], "README.md")
