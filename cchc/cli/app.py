"""The error boundary: builds the commands, runs one, turns what happens into an exit status."""

import os
import sys
from collections.abc import Sequence

import typer

from cchc import __version__
from cchc.cli import language as languages
from cchc.cli.commands import add_commands, named_in
from cchc.cli.help_pages import Group
from cchc.errors import CchcError, UsageError
from cchc.messages import Language, help_text, screen

_BUG, _INTERRUPTED = 4, 130
_CommandLineFault: type[Exception] = typer.BadParameter.__mro__[1]


def build(language: Language, asked: Language | None, only: str | None = None) -> typer.Typer:
    """Return the application with its help in `language`; with `only`, with no command but that one."""
    app = typer.Typer(
        name="cchc",
        help=help_text(language, "app"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        add_completion=only is None,
        cls=Group,
        options_metavar=help_text(language, "metavar/options"),
        subcommand_metavar=help_text(language, "metavar/command"),
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100, "obj": language},
    )

    @app.callback()
    def root(
        version: bool = typer.Option(
            False, "--version", help=help_text(language, "version"), is_eager=True, callback=_print_version
        ),
    ) -> None:
        del version

    add_commands(app, language, asked, only)
    return app


def _print_version(is_asked: bool) -> None:
    if is_asked:
        sys.stdout.write(f"cchc {__version__}\n")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status. A traceback is shown only with `CCHC_DEBUG=1`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = languages.chosen(given)
    language = languages.of_help(given)
    try:
        only = None if "_CCHC_COMPLETE" in os.environ else named_in(given)
        command = typer.main.get_command(build(language, asked, only))
        status = command.main(args=given, prog_name="cchc", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except typer.Exit as request:
        return int(request.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone; what Python would flush at the end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except CchcError as error:
        return _refuse(error, language)
    except _CommandLineFault as fault:
        if type(fault).__name__ == "NoArgsIsHelpError":
            sys.stdout.write(f"{fault}\n")
            return UsageError.exit_status
        return _refuse(_usage_error(fault), language)
    except Exception as bug:  # the last boundary: a user never sees a traceback
        if os.environ.get("CCHC_DEBUG") == "1":
            raise
        _say(language, screen(language, "bug", name=type(bug).__name__))
        return _BUG


def _refuse(error: CchcError, language: Language) -> int:
    _say(language, screen(language, error.key, **error.params))
    return error.exit_status


def _say(language: Language, text: str) -> None:
    from cchc.cli.console import Console
    from cchc.outgoing import visible

    Console().note(visible(f"cchc: {screen(language, 'error')}: {text}".strip()))


def _usage_error(fault: Exception) -> UsageError:
    """Return typer's complaint about the command line in our words."""
    near = ", ".join(getattr(fault, "possibilities", None) or ())
    param = getattr(fault, "param", None)
    long_option = next((text for text in getattr(param, "opts", ()) if text.startswith("--")), None)
    name = long_option or getattr(param, "metavar", None) or getattr(param, "name", "")
    match type(fault).__name__:
        case "NoSuchOption":
            return UsageError("usage/no-option", value=getattr(fault, "option_name", ""), near=near)
        case "MissingParameter":
            return UsageError("usage/missing", value=name)
        case "BadOptionUsage":
            return UsageError("usage/option-value", value=getattr(fault, "option_name", ""))
        case "BadParameter":
            return UsageError("usage/bad-value", option=name, value=getattr(fault, "message", ""))
        case _:
            return UsageError("usage/other", value=getattr(fault, "message", str(fault)))
