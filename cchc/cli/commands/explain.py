"""The options of `cchc explain`."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("explain")
    def explain(
        task: Annotated[str | None, typer.Argument(help=adding.help("explain/task"), show_default=False, metavar="TASK")] = None,
        wording: Annotated[str | None, adding.option("explain/wording", "--wording", metavar="TEXT")] = None,
        year: Annotated[str | None, adding.option("explain/year", "--year", metavar="Y")] = None,
        code: Annotated[str | None, adding.option("explain/code", "--code", metavar="CODE")] = None,
        plan: Annotated[str | None, adding.plan] = None,
        part: Annotated[str | None, adding.option("explain/part", "--part", metavar="P")] = None,
        occurrence: Annotated[str | None, adding.option("explain/occurrence", "--occurrence", metavar="O")] = None,
        supposed: Annotated[list[str] | None, adding.option("due/if", "--if", metavar="TYPE=D")] = None,
        known: Annotated[bool, adding.option("due/known", "--known")] = False,
        as_of: Annotated[str | None, adding.option("due/as-of", "--as-of", metavar="D")] = None,
        report_format: Annotated[str, adding.option("explain/format", "--format", metavar="text|json")] = "text",
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import explain as work
        from cchc.cli.console import Console
        from cchc.errors import UsageError

        if sum(asked_for is not None for asked_for in (task, wording, code)) != 1:
            raise UsageError("usage/explain-one")
        console = Console(output)
        if code is not None:
            return work.run_code(code, adding.spoken(lang) or adding.language, console)
        if wording is not None:
            return work.run_wording(wording, year, report_format, adding.spoken(lang) or adding.language, console)
        options = work.ExplainOptions(
            task=task or "",
            plan=plan,
            part=part,
            occurrence=occurrence,
            supposed=tuple(supposed or ()),
            is_known_only=known,
            as_of=as_of,
            report_format=report_format,
        )
        return work.run_task(root, options, adding.spoken(lang), console)
