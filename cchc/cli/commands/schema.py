"""The options of `cchc schema`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("schema")
    def schema(
        kind: Annotated[str | None, adding.argument("schema/kind", metavar="KIND")] = None,
        folder: Annotated[Path | None, adding.option("schema/folder", "--folder", metavar="DIR")] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import schema as work
        from cchc.cli.console import Console

        return work.run(kind, folder, adding.spoken(lang) or adding.language, Console(output))
