"""The options of `cchc init`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("init")
    def init(
        folder: Annotated[Path | None, adding.argument("init/folder", metavar="DIR")] = None,
        name: Annotated[str | None, adding.option("init/name", "--name", metavar="TEXT")] = None,
        unit: Annotated[str | None, adding.option("init/unit", "--unit", metavar="ID")] = None,
        year: Annotated[str | None, adding.option("init/year", "--year", metavar="Y")] = None,
        plan: Annotated[str | None, adding.option("init/plan", "--plan", metavar="ID")] = None,
        symbol: Annotated[str | None, adding.option("init/symbol", "--symbol", metavar="TEXT")] = None,
        ci: Annotated[str, adding.option("init/ci", "--ci", metavar="github|gitlab|none")] = "github",
        is_dry_run: Annotated[bool, adding.option("init/dry-run", "--dry-run")] = False,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import init as work
        from cchc.cli.console import Console

        answers = work.Answers(name, unit, year, plan, symbol, ci)
        return work.run(folder or Path(), answers, adding.spoken(lang), Console(output), is_dry_run=is_dry_run)
