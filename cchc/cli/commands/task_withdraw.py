"""The options of `cchc task withdraw`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("task withdraw")
    def task_withdraw(
        task: Annotated[str, adding.argument("explain/task", metavar="TASK")],
        plan: Annotated[str | None, adding.plan] = None,
        on: Annotated[str | None, adding.option("task/on", "--on", metavar="D")] = None,
        document: Annotated[str | None, adding.option("task/document", "--document", metavar="N")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import task_withdraw as work
        from cchc.cli.console import Console

        return work.run(root, task, plan, on, document, adding.spoken(lang), Console(output), is_dry_run=dry_run)
