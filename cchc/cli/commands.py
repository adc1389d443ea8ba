"""The options of each command; their work is imported only when they run."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, cast

import typer

from cchc.cli.help_pages import Command
from cchc.messages import LANGUAGES, Language, help_text

COMMANDS = ("validate", "due", "render", "explain", "calendar")


def add_commands(app: typer.Typer, language: Language, asked: Language | None, only: str | None = None) -> None:
    """Add every command to `app`, or the one that is going to run: the signature of each costs a millisecond.

    `language` is that of the help, `asked` the one for messages where one was asked for.
    """

    def option(key: str, *names: str, metavar: str | None = None) -> object:
        return typer.Option(*names, help=help_text(language, key), metavar=metavar, show_default=False)

    def command(key: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
        if only not in (None, key):
            return lambda unused: unused
        return app.command(help=help_text(language, key), cls=Command, options_metavar=help_text(language, "metavar/options"))

    def spoken(lang: str | None) -> Language | None:
        from cchc.cli.options import one_of

        return cast("Language", one_of(LANGUAGES, lang, "--lang")) if lang is not None else asked

    root_option = option("root", "--root", metavar="DIR")
    lang_option = option("lang", "--lang", metavar="vi|en")
    output_option = option("output", "--output", metavar="FILE")
    plan_option = option("plan", "--plan", metavar="ID")

    @command("validate")
    def validate(
        paths: Annotated[
            list[Path] | None,
            typer.Argument(help=help_text(language, "validate/paths"), show_default=False, metavar="PATH"),
        ] = None,
        report_format: Annotated[str | None, option("validate/format", "--format", metavar="text|json|github")] = None,
        strict: Annotated[bool, option("validate/strict", "--strict")] = False,
        root: Annotated[Path | None, root_option] = None,
        lang: Annotated[str | None, lang_option] = None,
        output: Annotated[Path | None, output_option] = None,
    ) -> int:
        import os

        from cchc.cli import validate as command
        from cchc.cli.console import Console
        from cchc.cli.options import one_of
        from cchc.report import FORMATS

        chosen = report_format or ("github" if "GITHUB_ACTIONS" in os.environ else "text")
        one_of(list(FORMATS), chosen, "--format")
        return command.run(root, paths or [], chosen, spoken(lang), Console(output), is_strict=strict)

    @command("due")
    def due(
        paths: Annotated[list[Path] | None, typer.Argument(hidden=True, metavar="PATH")] = None,
        week: Annotated[bool, option("due/week", "--week")] = False,
        month: Annotated[bool, option("due/month", "--month")] = False,
        quarter: Annotated[bool, option("due/quarter", "--quarter")] = False,
        year: Annotated[bool, option("due/year", "--year")] = False,
        next_days: Annotated[str | None, option("due/next", "--next", metavar="N")] = None,
        from_day: Annotated[str | None, option("due/from", "--from", metavar="D")] = None,
        to_day: Annotated[str | None, option("due/to", "--to", metavar="D")] = None,
        overdue: Annotated[bool, option("due/overdue", "--overdue/--no-overdue")] = True,
        unit: Annotated[str | None, option("due/unit", "--unit", metavar="U")] = None,
        role: Annotated[str, option("due/role", "--role", metavar="lead|coordinating|any")] = "any",
        plan: Annotated[str | None, plan_option] = None,
        status: Annotated[
            list[str] | None,
            option("due/status", "--status", metavar="S"),
        ] = None,
        sample: Annotated[bool, option("due/sample", "--sample/--no-sample")] = True,
        everything: Annotated[bool, option("due/all", "--all")] = False,
        report_format: Annotated[str, option("due/format", "--format", metavar="table|json|md|csv|ics")] = "table",
        fail_overdue: Annotated[bool, option("due/fail-overdue", "--fail-overdue")] = False,
        supposed: Annotated[list[str] | None, option("due/if", "--if", metavar="TYPE=D")] = None,
        known: Annotated[bool, option("due/known", "--known")] = False,
        as_of: Annotated[str | None, option("due/as-of", "--as-of", metavar="D")] = None,
        root: Annotated[Path | None, root_option] = None,
        lang: Annotated[str | None, lang_option] = None,
        output: Annotated[Path | None, output_option] = None,
    ) -> int:
        from cchc.cli import due as command
        from cchc.cli.console import Console
        from cchc.cli.options import one_of, whole_number

        named = {"--week": week, "--month": month, "--quarter": quarter, "--year": year}
        asked_for = [name for name, is_asked in named.items() if is_asked]
        asked_for += ["--next"] if next_days is not None else []
        asked_for += ["--from/--to"] if from_day or to_day else []
        command.refuse_two_windows(asked_for)
        options = command.DueOptions(
            window=(asked_for or ["--week"])[0].strip("-"),
            next_days=whole_number(next_days, "--next", 36_500) if next_days is not None else None,
            from_day=from_day,
            to_day=to_day,
            unit=unit,
            role=one_of(("lead", "coordinating", "any"), role, "--role"),
            plan=plan,
            statuses=tuple(one_of(command.STATUSES, name, "--status") for name in status or ()),
            has_overdue=overdue,
            has_samples=sample,
            is_everything=everything,
            is_known_only=known,
            supposed=tuple(supposed or ()),
            report_format=one_of(command.FORMATS, report_format, "--format"),
            fails_overdue=fail_overdue,
            as_of=as_of,
        )
        return command.run(root, paths or [], options, spoken(lang), Console(output))

    @command("render")
    def render(
        out: Annotated[Path, typer.Argument(help=help_text(language, "render/out"), metavar="OUT")],
        plan: Annotated[str | None, plan_option] = None,
        template: Annotated[Path | None, option("render/template", "--template", metavar="FILE")] = None,
        root: Annotated[Path | None, root_option] = None,
        lang: Annotated[str | None, lang_option] = None,
    ) -> int:
        from cchc.cli import render as command
        from cchc.cli.console import Console

        return command.run(out, root, plan, template, spoken(lang), Console())

    @command("explain")
    def explain(
        task: Annotated[
            str | None, typer.Argument(help=help_text(language, "explain/task"), show_default=False, metavar="TASK")
        ] = None,
        wording: Annotated[str | None, option("explain/wording", "--wording", metavar="TEXT")] = None,
        year: Annotated[str | None, option("explain/year", "--year", metavar="Y")] = None,
        code: Annotated[str | None, option("explain/code", "--code", metavar="CODE")] = None,
        plan: Annotated[str | None, plan_option] = None,
        part: Annotated[str | None, option("explain/part", "--part", metavar="P")] = None,
        occurrence: Annotated[str | None, option("explain/occurrence", "--occurrence", metavar="O")] = None,
        supposed: Annotated[list[str] | None, option("due/if", "--if", metavar="TYPE=D")] = None,
        known: Annotated[bool, option("due/known", "--known")] = False,
        as_of: Annotated[str | None, option("due/as-of", "--as-of", metavar="D")] = None,
        report_format: Annotated[str, option("explain/format", "--format", metavar="text|json")] = "text",
        root: Annotated[Path | None, root_option] = None,
        lang: Annotated[str | None, lang_option] = None,
        output: Annotated[Path | None, output_option] = None,
    ) -> int:
        from cchc.cli import explain as command
        from cchc.cli.console import Console
        from cchc.errors import UsageError

        if sum(asked_for is not None for asked_for in (task, wording, code)) != 1:
            raise UsageError("usage/explain-one")
        console = Console(output)
        if code is not None:
            return command.run_code(code, spoken(lang) or language, console)
        if wording is not None:
            return command.run_wording(wording, year, report_format, spoken(lang) or language, console)
        options = command.ExplainOptions(
            task=task or "",
            plan=plan,
            part=part,
            occurrence=occurrence,
            supposed=tuple(supposed or ()),
            is_known_only=known,
            as_of=as_of,
            report_format=report_format,
        )
        return command.run_task(root, options, spoken(lang), console)

    @command("calendar")
    def calendar(
        year: Annotated[
            str | None, typer.Argument(help=help_text(language, "calendar/year"), show_default=False, metavar="YEAR")
        ] = None,
        report_format: Annotated[str, option("calendar/format", "--format", metavar="table|json")] = "table",
        as_of: Annotated[str | None, option("due/as-of", "--as-of", metavar="D")] = None,
        known: Annotated[bool, option("due/known", "--known")] = False,
        root: Annotated[Path | None, root_option] = None,
        lang: Annotated[str | None, lang_option] = None,
        output: Annotated[Path | None, output_option] = None,
    ) -> int:
        from cchc.cli import calendar as command
        from cchc.cli.console import Console

        options = command.CalendarOptions(year=year, as_of=as_of, is_known_only=known, report_format=report_format)
        return command.run(root, options, spoken(lang), Console(output))
