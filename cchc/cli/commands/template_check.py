"""The options of `cchc template check`."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("template check")
    def template_check(
        template: Annotated[
            Path | None, typer.Argument(help=adding.help("template/file"), show_default=False, metavar="FILE")
        ] = None,
        names: Annotated[bool, adding.option("template/names", "--names")] = False,
        report_format: Annotated[str, adding.option("template/format", "--format", metavar="text|json")] = "text",
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import template_check as work
        from cchc.cli.console import Console

        options = work.TemplateOptions(template, names, report_format)
        return work.run(root, options, adding.spoken(lang) or adding.language, Console(output))
