"""The options of `cchc merge-file`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("merge-file")
    def merge_file(
        base: Annotated[Path, adding.argument("merge-file/base", metavar="BASE")],
        ours: Annotated[Path, adding.argument("merge-file/ours", metavar="OURS")],
        theirs: Annotated[Path, adding.argument("merge-file/theirs", metavar="THEIRS")],
        path: Annotated[str | None, adding.option("merge-file/path", "--path", metavar="PATH")] = None,
        marker_size: Annotated[str | None, adding.option("merge-file/marker-size", "--marker-size", metavar="N")] = None,
        base_label: Annotated[str | None, adding.option("merge-file/base-label", "--base-label", metavar="TEXT")] = None,
        ours_label: Annotated[str | None, adding.option("merge-file/ours-label", "--ours-label", metavar="TEXT")] = None,
        theirs_label: Annotated[str | None, adding.option("merge-file/theirs-label", "--theirs-label", metavar="TEXT")] = None,
        lang: Annotated[str | None, adding.lang] = None,
    ) -> int:
        from cchc.cli import merge_file as work
        from cchc.cli.console import Console

        marks = work.Marks(marker_size, base_label, ours_label, theirs_label)
        return work.run((base, ours, theirs), path, marks, adding.spoken(lang), Console())
