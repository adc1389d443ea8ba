"""The options of `cchc validate`."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("validate")
    def validate(
        paths: Annotated[
            list[Path] | None,
            typer.Argument(help=adding.help("validate/paths"), show_default=False, metavar="PATH"),
        ] = None,
        report_format: Annotated[
            str | None, adding.option("validate/format", "--format", metavar="text|json|github|gitlab|sarif|junit")
        ] = None,
        strict: Annotated[bool, adding.option("validate/strict", "--strict")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        import os

        from cchc.cli import validate as work
        from cchc.cli.console import Console
        from cchc.cli.options import one_of
        from cchc.report import FORMATS

        chosen = report_format or ("github" if "GITHUB_ACTIONS" in os.environ else "text")
        one_of(list(FORMATS), chosen, "--format")
        return work.run(root, paths or [], chosen, adding.spoken(lang), Console(output), is_strict=strict)
