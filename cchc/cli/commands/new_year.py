"""The options of `cchc new-year`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("new-year")
    def new_year(
        old: Annotated[str, adding.argument("new-year/old", metavar="OLD")],
        new: Annotated[str, adding.argument("new-year/new", metavar="NEW")],
        year: Annotated[str | None, adding.option("new-year/year", "--year", metavar="Y")] = None,
        report_format: Annotated[str, adding.option("new-year/format", "--format", metavar="text|json")] = "text",
        dry_run: Annotated[bool, adding.option("new-year/dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import new_year as work
        from cchc.cli.console import Console

        options = work.NewYearOptions(old, new, year, report_format, dry_run)
        return work.run(root, options, adding.spoken(lang), Console(output))
