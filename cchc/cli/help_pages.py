"""`--help` and the parsing of a command line, worded by us where typer has only English."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from cchc.errors import UsageError
from cchc.messages import Language, help_text

if TYPE_CHECKING:
    from typer._click import HelpFormatter

Entries = list[tuple[str, str]]


def _language(ctx: typer.Context) -> Language:
    spoken: Language = ctx.find_root().obj
    return spoken


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: "HelpFormatter") -> None:
    prefix = f"{help_text(_language(ctx), 'usage')} "
    pieces = [piece.strip("{}") for piece in command.collect_usage_pieces(ctx)]  # typer's way to mark what is required
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=prefix)


def _write_parameters(command: TyperCommand | TyperGroup, ctx: Any, formatter: "HelpFormatter") -> None:
    for kind in ("argument", "option"):
        found = [param.get_help_record(ctx) for param in command.get_params(ctx) if param.param_type_name == kind]
        required = help_text(_language(ctx), "required")
        told = [(name, words.replace("[required]", required)) for name, words in (record for record in found if record)]
        records = [(name.partition(" <")[0] if kind == "argument" else name, words) for name, words in told]
        _write_section(f"{kind}s", records, ctx, formatter)


def _write_section(key: str, entries: Entries, ctx: Any, formatter: "HelpFormatter") -> None:
    if entries:
        with formatter.section(help_text(_language(ctx), key)):
            formatter.write_dl(entries)


def _spoken_params(params: list[Any], language: Language) -> list[Any]:
    """Return the parameters with our words on those that typer adds by itself."""
    for param in params:
        if param.name in {"help", "install_completion", "show_completion"}:
            param.help = help_text(language, param.name.replace("_", "-"))
    return params


class Command(TyperCommand):
    """A command whose help speaks the language of the root's context object."""

    def format_usage(self, ctx: Any, formatter: "HelpFormatter") -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: "HelpFormatter") -> None:
        _write_parameters(self, ctx, formatter)

    def get_params(self, ctx: Any) -> list[Any]:
        return _spoken_params(super().get_params(ctx), _language(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return what is left over of the arguments, which is nothing; raise UsageError where something is."""
        ctx.allow_extra_args = True
        rest: list[str] = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UsageError("usage/extra", value=" ".join(rest))
        return rest


class Group(TyperGroup):
    """The commands together; a name that none of them has is answered with the nearest."""

    def format_usage(self, ctx: Any, formatter: "HelpFormatter") -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: "HelpFormatter") -> None:
        _write_parameters(self, ctx, formatter)
        width = formatter.width - 6 - max(map(len, self.commands), default=0)
        entries = [(name, command.get_short_help_str(width)) for name, command in self.commands.items() if not command.hidden]
        _write_section("commands", entries, ctx, formatter)

    def get_params(self, ctx: Any) -> list[Any]:
        return _spoken_params(super().get_params(ctx), _language(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in self.commands and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name[:60], self.commands, 1)
            raise UsageError("usage/no-command", value=name, near=near[0] if near else "", known=list(self.commands))
        return super().resolve_command(ctx, args)
