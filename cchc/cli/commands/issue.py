"""The options of `cchc issue`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("issue")
    def issue(
        plan: Annotated[str, adding.argument("plan", metavar="PLAN")],
        number: Annotated[str | None, adding.option("issue/number", "--number", metavar="N")] = None,
        on: Annotated[str | None, adding.option("issue/on", "--on", metavar="D")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import issue as work
        from cchc.cli.console import Console

        return work.run(root, plan, number, on, adding.spoken(lang), Console(output), is_dry_run=dry_run)
