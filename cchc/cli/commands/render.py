"""The options of `cchc render`."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("render")
    def render(
        out: Annotated[Path, typer.Argument(help=adding.help("render/out"), metavar="OUT")],
        plan: Annotated[str | None, adding.plan] = None,
        template: Annotated[Path | None, adding.option("render/template", "--template", metavar="FILE")] = None,
        check: Annotated[bool, adding.option("render/check", "--check")] = False,
        as_of: Annotated[str | None, adding.option("due/as-of", "--as-of", metavar="D")] = None,
        revision: Annotated[str | None, adding.option("render/rev", "--rev", metavar="REV")] = None,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
    ) -> int:
        from cchc.cli import render as work
        from cchc.cli.console import Console

        options = work.RenderOptions(out, plan, template, check, as_of, revision)
        return work.run(root, options, adding.spoken(lang), Console())
