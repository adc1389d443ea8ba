"""The options of `cchc extend`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("extend")
    def extend(
        task: Annotated[str, adding.argument("explain/task", metavar="TASK")],
        plan: Annotated[str | None, adding.plan] = None,
        part: Annotated[str | None, adding.option("record/part", "--part", metavar="P")] = None,
        occurrence: Annotated[str | None, adding.option("record/occurrence", "--occurrence", metavar="O")] = None,
        to: Annotated[str | None, adding.option("extend/to", "--to", metavar="D")] = None,
        approved_on: Annotated[str | None, adding.option("extend/approved-on", "--approved-on", metavar="D")] = None,
        approved_by: Annotated[str | None, adding.option("extend/approved-by", "--approved-by", metavar="TEXT")] = None,
        document: Annotated[str | None, adding.option("extend/document", "--document", metavar="N")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import recording as work
        from cchc.cli.console import Console

        fields = (
            work.Field("extended_to", "--to", to, is_needed=True),
            work.Field("approved_on", "--approved-on", approved_on, is_needed=True),
            work.Field("approved_by", "--approved-by", approved_by),
            work.Field("document", "--document", document),
        )
        subject = work.Subject(task, plan, part, occurrence)
        language = adding.spoken(lang)
        return work.record(root, "extensions", subject, fields, language, Console(output), is_dry_run=dry_run)
