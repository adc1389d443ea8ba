"""The options of `cchc fmt`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("fmt")
    def fmt(
        paths: Annotated[list[Path] | None, adding.argument("fmt/paths", metavar="PATH")] = None,
        check: Annotated[bool, adding.option("fmt/check", "--check")] = False,
        diff: Annotated[bool, adding.option("fmt/diff", "--diff")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import fmt as work
        from cchc.cli.console import Console

        return work.run(root, paths or [], work.FormatOptions(check, diff), adding.spoken(lang), Console(output))
