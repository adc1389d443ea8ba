"""The options of `cchc measure`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("measure")
    def measure(
        task: Annotated[str, adding.argument("explain/task", metavar="TASK")],
        plan: Annotated[str | None, adding.plan] = None,
        part: Annotated[str | None, adding.option("record/part", "--part", metavar="P")] = None,
        target: Annotated[str | None, adding.option("measure/target", "--target", metavar="ID")] = None,
        as_of: Annotated[str | None, adding.option("measure/as-of", "--as-of", metavar="D")] = None,
        value: Annotated[str | None, adding.option("measure/value", "--value", metavar="X")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import recording as work
        from cchc.cli.console import Console

        fields = (
            work.Field("as_of", "--as-of", as_of, is_needed=True),
            work.Field("value", "--value", value, is_needed=True),
        )
        subject = work.Subject(task, plan, part, target=target)
        language = adding.spoken(lang)
        return work.record(root, "measurements", subject, fields, language, Console(output), is_dry_run=dry_run)
