"""The options of `cchc task add`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("task add")
    def task_add(
        content: Annotated[str | None, adding.option("task/content", "--content", metavar="TEXT")] = None,
        deadline: Annotated[str | None, adding.option("task/deadline", "--deadline", metavar="TEXT")] = None,
        rule: Annotated[list[str] | None, adding.option("task/rule", "--rule", metavar="KEY=VALUE")] = None,
        lead: Annotated[list[str] | None, adding.option("task/lead", "--lead", metavar="U")] = None,
        coordinating: Annotated[list[str] | None, adding.option("task/coordinating", "--coordinating", metavar="U")] = None,
        results: Annotated[list[str] | None, adding.option("task/results", "--results", metavar="TEXT")] = None,
        number: Annotated[str | None, adding.option("task/number", "--number", metavar="TEXT")] = None,
        task_id: Annotated[str | None, adding.option("task/id", "--id", metavar="ID")] = None,
        plan: Annotated[str | None, adding.plan] = None,
        section: Annotated[str | None, adding.option("task/section", "--section", metavar="SECTION")] = None,
        before: Annotated[str | None, adding.option("task/before", "--before", metavar="TASK")] = None,
        after: Annotated[str | None, adding.option("task/after", "--after", metavar="TASK")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import task_add as work
        from cchc.cli.console import Console

        options = work.TaskOptions(
            content, deadline, tuple(rule or ()), tuple(lead or ()), tuple(coordinating or ()), tuple(results or ()),
            number, task_id, plan, section, before, after,
        )  # fmt: skip
        return work.run(root, options, adding.spoken(lang), Console(output), is_dry_run=dry_run)
