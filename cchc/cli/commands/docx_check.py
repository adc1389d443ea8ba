"""The options of `cchc docx check`."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("docx check")
    def docx_check(
        file: Annotated[Path, typer.Argument(help=adding.help("docx check/file"), metavar="FILE")],
        report_format: Annotated[str, adding.option("docx check/format", "--format", metavar="text|json")] = "text",
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import docx_check as work
        from cchc.cli.console import Console
        from cchc.cli.options import one_of

        one_of(("text", "json"), report_format, "--format")
        return work.run(file, report_format, adding.spoken(lang) or adding.language, Console(output))
