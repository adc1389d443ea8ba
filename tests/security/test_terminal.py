"""No text of a plan, no name of a file and no argument gives orders to a terminal or to GitHub's runner."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

HEAD = "id: p\ntitle: T\nyear: 2025\n"
PLAN = "plans/p/plan.yaml"
TODAY = ("--as-of", "2025-06-02", "--lang", "en")
FORMATS = ["text", "json", "github", "gitlab", "sarif", "junit"]

# Plain text of a plan that YAML lets through; what it may not hold is tried in test_yaml_text.
HOSTILE = {
    "a link of rich": "[link=https://evil.example]x[/link]",
    "a style of rich": "[bold red]x[/bold red]",
    "a broken tag of rich": "[/]x[/red]",
    "an emoji code": ":warning: x",
    "a command of the runner": "##[error]x",
    "an old command of the runner": "##[set-env name=PATH]x",
    "an annotation": "::error file=a::x",
    "a group": "::group::x",
    "a message to mask": "::add-mask::x",
}
# What no terminal may be sent from a name or an argument, none of which YAML has looked at.
CONTROLS = {
    "ESC": "\x1b[31mx",
    "OSC": "\x1b]0;owned\x07x",
    "a hyperlink": "\x1b]8;;https://evil.example\x1b\\x",
    "C1 CSI": "\x9b31mx",
    "BEL": "\x07x",
    "backspace": "\x08x",
    "direction": "\u202ex",
    "isolate": "\u2066x",
}
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def task(content: str = "C", lead: str = "u", deadline: str = "2025-06-01") -> str:
    record = json.dumps({"id": "a", "content": content, "deadline": {"by": deadline}, "lead": [lead]}, ensure_ascii=False)
    return f"{HEAD}tasks:\n  - {record}\n"


def orders(output: str) -> list[str]:
    """Return the lines that GitHub's runner would take for commands, annotations of ours left out."""
    return [
        line
        for line in output.splitlines()
        if "##[" in line
        or (line.lstrip().startswith("::") and not re.match(r"::(error|warning) file=[^:]*,title=[a-z-]+::", line))
    ]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("format_", FORMATS)
def test_finding_about_a_hostile_text_gives_the_runner_no_order(name, format_, run, workspace):
    text = HOSTILE[name]
    (workspace / PLAN).write_text(task(lead=text, deadline=text), encoding="utf-8")
    done = run("validate", "--format", format_, env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 1
    assert orders(done.stdout + done.stderr) == []


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("format_", ["table", "json"])
def test_list_of_hostile_tasks_gives_the_runner_no_order(name, format_, run, workspace):
    text = HOSTILE[name]
    (workspace / PLAN).write_text(task(f"{text}\n{text}"), encoding="utf-8")
    (workspace / "plans/units.yaml").write_text(f"units:\n  u: {{name: {json.dumps(text)}}}\n", encoding="utf-8")
    done = run("due", *TODAY, "--format", format_, env={"GITHUB_ACTIONS": "true", "COLUMNS": "200"})
    assert done.returncode == 0
    assert orders(done.stdout + done.stderr) == []


@pytest.mark.parametrize("name", ["a link of rich", "a style of rich", "a broken tag of rich", "an emoji code"])
def test_markup_of_rich_is_printed_as_it_stands(name, run, workspace):
    (workspace / PLAN).write_text(task(HOSTILE[name]), encoding="utf-8")
    done = run("due", *TODAY, env={"COLUMNS": "200"})
    assert HOSTILE[name] in done.stdout


def test_json_still_says_what_the_plan_says(run, workspace):
    (workspace / PLAN).write_text(task("##[error]x"), encoding="utf-8")
    done = run("due", *TODAY, "--format", "json", env={"GITHUB_ACTIONS": "true"})
    assert "##[" not in done.stdout
    assert json.loads(done.stdout)["items"][0]["content"] == "##[error]x"


def test_annotation_cannot_be_closed_or_forged_by_a_value(run, workspace):
    hostile = "x%0A::error::forged, title=y"
    (workspace / PLAN).write_text(task(lead=hostile), encoding="utf-8")
    lines = run("validate", "--format", "github", "--lang", "en").stdout.splitlines()
    annotation = next(line for line in lines if "unknown-unit" in line)
    head, _, message = annotation[2:].partition("::")
    assert head == "error file=plans/p/plan.yaml,line=5,col=76,title=unknown-unit"
    assert message.startswith("units.yaml has no unit “x%250A::error::forged, title=y”.")


@pytest.mark.parametrize("name", CONTROLS)
@pytest.mark.parametrize("format_", FORMATS)
def test_refused_character_is_shown_and_not_sent(name, format_, run, workspace):
    (workspace / PLAN).write_text(HEAD + f"# {CONTROLS[name]}\nissuer: u\n", encoding="utf-8")
    done = run("validate", "--format", format_)
    assert done.returncode == 1
    assert _OBEYED.findall(done.stdout + done.stderr) == []


@pytest.mark.parametrize("name", CONTROLS)
@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "json"])  # programs are told the name as it is
def test_name_of_a_folder_or_file_is_shown_and_not_sent(name, format_, run, workspace):
    hostile = CONTROLS[name].replace("/", "")
    (workspace / "plans" / hostile).mkdir()
    (workspace / "plans" / hostile / "plan.yaml").write_text("x", encoding="utf-8")
    (workspace / "plans/units").mkdir()
    (workspace / "plans/units" / f"{hostile}.yaml").write_text("x", encoding="utf-8")
    done = run("validate", "--format", format_)
    assert done.returncode == 1
    assert _OBEYED.findall(done.stdout + done.stderr) == []


@pytest.mark.parametrize("name", CONTROLS)
def test_plan_left_out_is_named_and_not_obeyed(name, run, workspace):
    hostile = CONTROLS[name].replace("/", "")
    (workspace / "plans" / hostile).mkdir()
    (workspace / "plans" / hostile / "plan.yaml").write_text("x", encoding="utf-8")
    done = run("due", *TODAY)
    assert done.returncode == 1
    assert _OBEYED.findall(done.stdout + done.stderr) == []


@pytest.mark.parametrize("name", ["##[error]x", "::error::x"])
@pytest.mark.parametrize("command", [["due"], *(["validate", "--format", name] for name in FORMATS)], ids=" ".join)
def test_name_of_a_folder_gives_the_runner_no_order(name, command, run, workspace):
    (workspace / "plans" / name).mkdir()
    (workspace / "plans" / name / "plan.yaml").write_text("x", encoding="utf-8")
    done = run(*command, env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 1
    assert orders(done.stdout + done.stderr) == []


ECHOED = [
    ["validate", "{}"],
    ["validate", "--format", "{}"],
    ["validate", "--lang", "{}"],
    ["validate", "--root", "{}"],
    ["validate", "--output", "{}/x"],
    ["validate", "--{}"],
    ["due", "--as-of", "{}"],
    ["due", "--unit", "{}"],
    ["due", "--plan", "{}"],
    ["due", "--if", "{}=2025-01-01"],
    ["due", "--status", "{}"],
    ["due", "--next", "{}"],
    ["explain", "--code", "{}"],
    ["render", "out.docx", "--template", "{}"],
    ["render", "{}"],
    ["{}"],
]


@pytest.mark.parametrize("words", ECHOED, ids=" ".join)
def test_argument_that_is_quoted_is_shown_and_not_obeyed(words, run):
    hostile = "".join(CONTROLS.values()) + "\n::error::x ##[error]y"
    done = run(*(word.format(hostile) for word in words), env={"GITHUB_ACTIONS": "true"})
    assert done.returncode in {2, 3}
    assert _OBEYED.findall(done.stdout + done.stderr) == []
    assert orders(done.stdout + done.stderr) == []


def test_colours_are_the_only_codes_and_only_on_a_terminal(run, workspace):
    (workspace / PLAN).write_text(task(lead="x"), encoding="utf-8")
    assert "\x1b" not in run("validate").stdout
    assert "\x1b" not in run("due", *TODAY).stdout


@pytest.mark.parametrize(
    "locale", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LC_ALL": "POSIX"}]
)
@pytest.mark.parametrize("command", [["validate"], ["due", "--as-of", "2025-06-02"], ["--help"]], ids=lambda words: words[0])
def test_output_is_utf8_whatever_the_locale(locale, command, run):
    done = run(*command, env=locale)
    assert done.returncode == 0
    assert re.search("[ạảấầậếềệốồộớờợứừựỗẽếđ]", done.stdout)
    assert "\\u" not in done.stdout


def test_reader_that_has_gone_gets_no_traceback(run, workspace):
    many = "".join(f"  - {{id: a{n}, content: C, deadline: x, lead: [u]}}\n" for n in range(3000))
    (workspace / PLAN).write_text(HEAD + "tasks:\n" + many, encoding="utf-8")
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = run("validate", capture_output=False, stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)
    assert (done.returncode in {0, 1}, done.stderr) == (True, "")


def test_interrupt_ends_with_130_and_no_traceback(workspace):
    many = "".join(f"  - {{id: a{n}, content: C, deadline: Thường xuyên, lead: [u]}}\n" for n in range(30_000))
    (workspace / PLAN).write_text(HEAD + "tasks:\n" + many, encoding="utf-8")
    command = [sys.executable, "-P", "-m", "cchc", "validate", "--root", str(workspace)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(0.9)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, "Traceback" in errors) == (130, False)


def test_module_of_the_checkout_is_not_imported(workspace):
    for name in ("yaml.py", "typer.py", "pydantic.py", "json.py"):
        (workspace / name).write_text("raise SystemExit('owned')\n", encoding="utf-8")
    for command in ([sys.executable, "-P", "-m", "cchc"], [sys.executable.replace("python", "cchc")]):
        done = subprocess.run([*command, "validate"], cwd=workspace, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
