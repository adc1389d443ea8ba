"""The options of `cchc import`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("import")
    def import_(
        file: Annotated[Path, adding.argument("import/file", metavar="FILE")],
        into: Annotated[str | None, adding.option("import/into", "--into", metavar="PLAN")] = None,
        update: Annotated[str | None, adding.option("import/update", "--update", metavar="PLAN")] = None,
        year: Annotated[str | None, adding.option("import/year", "--year", metavar="Y")] = None,
        table: Annotated[str | None, adding.option("import/table", "--table", metavar="N")] = None,
        tracked: Annotated[str, adding.option("import/tracked", "--tracked", metavar="CHOICE")] = "accept",
        prove: Annotated[bool, adding.option("import/prove", "--prove")] = False,
        report: Annotated[str, adding.option("import/format", "--format", metavar="FORMAT")] = "text",
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli.console import Console
        from cchc.cli.import_file import ImportOptions
        from cchc.cli.options import refuse_beside
        from cchc.errors import UsageError

        if (into is None) == (update is None):
            raise UsageError("usage/into-or-update")
        options = ImportOptions(file, into, year, table, tracked, report, prove, dry_run, update)
        if update is not None:
            refuse_beside("--update", {"--year": year is not None})
            from cchc.cli import updating

            return updating.run(root, options, adding.spoken(lang), Console(output))
        from cchc.cli import importing

        return importing.run(root, options, adding.spoken(lang), Console(output))
