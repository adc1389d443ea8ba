"""The options of `cchc unit rename`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("unit rename")
    def unit_rename(
        unit: Annotated[str, adding.argument("unit/unit", metavar="UNIT")],
        to: Annotated[str | None, adding.option("unit/to", "--to", metavar="NAME")] = None,
        on: Annotated[str | None, adding.option("unit/on", "--on", metavar="D")] = None,
        unit_id: Annotated[str | None, adding.option("unit/id", "--id", metavar="ID")] = None,
        plan: Annotated[list[str] | None, adding.option("unit/plan", "--plan", metavar="ID")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import unit_rename as work
        from cchc.cli.console import Console

        return work.run(root, unit, to, on, unit_id, plan or [], adding.spoken(lang), Console(output), is_dry_run=dry_run)
