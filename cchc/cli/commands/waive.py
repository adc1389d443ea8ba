"""The options of `cchc waive`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("waive")
    def waive(
        task: Annotated[str, adding.argument("explain/task", metavar="TASK")],
        plan: Annotated[str | None, adding.plan] = None,
        part: Annotated[str | None, adding.option("record/part", "--part", metavar="P")] = None,
        occurrence: Annotated[str | None, adding.option("record/occurrence", "--occurrence", metavar="O")] = None,
        on: Annotated[str | None, adding.option("waive/on", "--on", metavar="D")] = None,
        reason: Annotated[str | None, adding.option("waive/reason", "--reason", metavar="TEXT")] = None,
        document: Annotated[str | None, adding.option("waive/document", "--document", metavar="N")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import recording as work
        from cchc.cli.console import Console

        fields = (
            work.Field("waived_on", "--on", on, is_needed=True),
            work.Field("reason", "--reason", reason, is_needed=True),
            work.Field("document", "--document", document),
        )
        subject = work.Subject(task, plan, part, occurrence)
        language = adding.spoken(lang)
        return work.record(root, "waivers", subject, fields, language, Console(output), is_dry_run=dry_run)
