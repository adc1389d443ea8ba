"""The options of `cchc calendar`."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("calendar")
    def calendar(
        year: Annotated[str | None, typer.Argument(help=adding.help("calendar/year"), show_default=False, metavar="YEAR")] = None,
        report_format: Annotated[str, adding.option("calendar/format", "--format", metavar="table|json")] = "table",
        as_of: Annotated[str | None, adding.option("due/as-of", "--as-of", metavar="D")] = None,
        known: Annotated[bool, adding.option("due/known", "--known")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import calendar as work
        from cchc.cli.console import Console

        options = work.CalendarOptions(year=year, as_of=as_of, is_known_only=known, report_format=report_format)
        return work.run(root, options, adding.spoken(lang), Console(output))
