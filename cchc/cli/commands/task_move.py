"""The options of `cchc task move`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("task move")
    def task_move(
        task: Annotated[str, adding.argument("explain/task", metavar="TASK")],
        to: Annotated[str | None, adding.option("task/to", "--to", metavar="SECTION")] = None,
        before: Annotated[str | None, adding.option("task/before", "--before", metavar="TASK")] = None,
        after: Annotated[str | None, adding.option("task/after", "--after", metavar="TASK")] = None,
        plan: Annotated[str | None, adding.plan] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import task_move as work
        from cchc.cli.console import Console

        return work.run(root, task, plan, to, before, after, adding.spoken(lang), Console(output), is_dry_run=dry_run)
