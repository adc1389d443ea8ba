"""The options of each command, one module a command, imported when the command is wanted; its work only when it runs."""

import re
from importlib import import_module
from keyword import iskeyword

import typer

from cchc.cli.adding import Adding
from cchc.messages import Language

COMMANDS = (
    "validate", "due", "render", "explain", "calendar", "done", "event add", "extend", "waive", "measure",
    "task add", "task move", "task withdraw", "unit rename", "unit split", "issue", "diff",
    "import", "fmt", "merge-file", "init", "new-year", "schema", "template check", "docx check",
)  # fmt: skip
"""Every command in the order of the help. One of two words is `GROUP NAME`; its module is `GROUP_NAME`."""


def module_of(name: str) -> str:
    """Return the name of the module of a command; a word that Python keeps for itself gets an underscore."""
    return f"{name}_" if iskeyword(name) else re.sub("[ -]", "_", name)


def named_in(arguments: list[str]) -> str | None:
    """Return the command that the arguments begin with; None where they name none."""
    return next((name for name in COMMANDS if arguments[: name.count(" ") + 1] == name.split()), None)


def add_commands(app: typer.Typer, language: Language, asked: Language | None, only: str | None = None) -> None:
    """Add every command to `app`, or the one that is going to run: the signature of each costs a millisecond.

    `language` is that of the help, `asked` the one for messages where one was asked for.
    """
    adding = Adding(app, language, asked)
    for name in COMMANDS if only is None else (only,):
        import_module(f"cchc.cli.commands.{module_of(name)}").add(adding)
