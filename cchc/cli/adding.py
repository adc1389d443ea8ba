"""What every command's options are made of: their help in the language asked for, the options that many share."""

from collections.abc import Callable
from typing import cast

import typer

from cchc.cli.help_pages import Command, Group
from cchc.messages import LANGUAGES, Language, help_text


class Adding:
    """Commands being added to an application; `language` is that of the help, `asked` the one asked for messages."""

    def __init__(self, app: typer.Typer, language: Language, asked: Language | None) -> None:
        self.language = language
        self._app = app
        self._asked = asked
        self._groups: dict[str, typer.Typer] = {}
        self.root = self.option("root", "--root", metavar="DIR")
        self.lang = self.option("lang", "--lang", metavar="vi|en")
        self.output = self.option("output", "--output", metavar="FILE")
        self.plan = self.option("plan", "--plan", metavar="ID")

    def help(self, key: str) -> str:
        return help_text(self.language, key)

    def option(self, key: str, *names: str, metavar: str | None = None) -> object:
        return typer.Option(*names, help=self.help(key), metavar=metavar, show_default=False)

    def argument(self, key: str, metavar: str) -> object:
        return typer.Argument(help=self.help(key), metavar=metavar, show_default=False)

    def command(self, name: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
        """Return what makes a function the command `name`, or the command of a group where the name is two words."""
        group, _, own = name.rpartition(" ")
        app = self._group(group) if group else self._app
        return app.command(own, help=self.help(name), cls=Command, options_metavar=self.help("metavar/options"))

    def _group(self, name: str) -> typer.Typer:
        if name not in self._groups:
            self._groups[name] = typer.Typer(
                cls=Group,
                help=self.help(name),
                no_args_is_help=True,
                rich_markup_mode=None,
                options_metavar=self.help("metavar/options"),
                subcommand_metavar=self.help("metavar/command"),
            )
            self._app.add_typer(self._groups[name], name=name)
        return self._groups[name]

    def spoken(self, lang: str | None) -> Language | None:
        """Return the language for messages that `--lang`, or the environment, asks for; raise UsageError."""
        from cchc.cli.options import one_of

        return cast("Language", one_of(LANGUAGES, lang, "--lang")) if lang is not None else self._asked
