"""The options of `cchc unit split`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("unit split")
    def unit_split(
        unit: Annotated[str, adding.argument("unit/unit", metavar="UNIT")],
        into: Annotated[list[str] | None, adding.option("unit/into", "--into", metavar="[ID=]NAME")] = None,
        on: Annotated[str | None, adding.option("unit/on", "--on", metavar="D")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import unit_split as work
        from cchc.cli.console import Console

        return work.run(root, unit, into or [], on, adding.spoken(lang), Console(output), is_dry_run=dry_run)
