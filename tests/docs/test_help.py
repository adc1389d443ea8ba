"""`--help`, README.md and the guide know the same commands and options, and every example of `--help` runs."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from cchc.cli.app import build
from cchc.cli.commands import COMMANDS
from cchc.diagnostics import CODES
from cchc.messages import LANGUAGES
from cchc.render.word.conformance.found import CODES as LAYOUT_CODES

REPOSITORY = Path(__file__).parents[2]
EVERYWHERE = {"--help", "-h"}
CODE = re.compile(r"`([^`\n]+)`")


def _commands() -> dict[str, set[str]]:
    """Return each command with its options, as the command line itself knows them; "" holds those of `cchc`."""
    group = typer.main.get_command(build("vi", None))
    found = {"": _options(group)}
    for name, command in group.commands.items():
        if not command.hidden:
            found |= _with_subcommands(name, command)
    return found


def _with_subcommands(name: str, command) -> dict[str, set[str]]:
    inner = getattr(command, "commands", {})
    found = {} if inner else {name: _options(command)}
    for inner_name, inner_command in inner.items():
        found |= _with_subcommands(f"{name} {inner_name}", inner_command)
    return found


def _options(command) -> set[str]:
    shown = [param for param in command.params if not getattr(param, "hidden", False)]
    names = {name for param in shown for name in (*param.opts, *param.secondary_opts)}
    return {name for name in names if name.startswith("--")} - EVERYWHERE


def _told(documents) -> str:
    """Return all that README.md and the guide say as code: commands with what they print, words between backquotes."""
    texts = [block.text for blocks in documents.values() for block in blocks if block.info[:1] == ("console",)]
    return "\n".join(texts + _inline(documents))


def _inline(documents) -> list[str]:
    texts = [(REPOSITORY / document).read_text(encoding="utf-8") for document in documents]
    return [code.replace("\\|", "|") for text in texts for code in CODE.findall(text)]


def _command_lines(documents) -> list[str]:
    shown = [
        line[2:]
        for blocks in documents.values()
        for block in blocks
        if block.info[:1] == ("console",)
        for line in block.text.splitlines()
        if line.startswith("$ cchc ")
    ]
    return shown + [text for text in _inline(documents) if text.startswith("cchc ")]


def test_a_run_knows_every_command_by_name() -> None:
    assert set(COMMANDS) == {name for name in _commands() if name}


def test_every_command_and_option_is_in_the_readme_or_the_guide(documents) -> None:
    told = _told(documents)
    for command, options in _commands().items():
        assert f"cchc {command}".strip() in told, f"neither README.md nor the guide tells of cchc {command}"
        for option in options:
            assert re.search(rf"{option}\b(?!-)", told), f"neither README.md nor the guide tells of {command} {option}"


def test_no_document_tells_of_a_command_or_option_that_is_not_there(documents) -> None:
    known = _commands()
    everything = set().union(*known.values()) | EVERYWHERE
    for line in _command_lines(documents):
        words = shlex.split(line, comments=True, posix=False)[1:]
        name = next(
            (name for name in sorted(known, key=len, reverse=True) if name and words[: len(name.split())] == name.split()),
            "",
        )
        assert name or words[0].startswith("--"), f"there is no command as in: {line}"
        for word in words:
            if word.startswith("-"):
                option = word.partition("=")[0]
                assert option in known[name] | EVERYWHERE, f"{name or 'cchc'} has no {option}, as in: {line}"
    for text in _inline(documents):
        for option in re.findall(r"^--[a-z-]+", text):
            assert option in everything, f"no command has {option}"


def test_no_document_tells_of_a_code_that_is_not_there(documents) -> None:
    told = _told(documents)
    for code in re.findall(r"--code ([a-z-]+)", told) + re.findall(r"(?:error|warning|lỗi|cảnh báo)\[([a-z-]+)\]", told):
        assert code in CODES or code in LAYOUT_CODES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_the_help_runs(language, office) -> None:
    for name in _commands():
        if not name:
            continue
        shown = office.run(f"cchc {name} --help --lang {language}")
        examples = re.findall(r"^\s+(cchc .+)$", shown, re.MULTILINE)
        assert examples, f"cchc {name} --help shows no example"
        for example in examples:
            office.run(example)
            assert office.status in {0, 1}, f"{example} ends with {office.status}"
            office.run("git restore -q plans")  # each example finds the plan that there is, and no second one
            office.run("git clean -qfd plans")
