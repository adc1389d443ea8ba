"""The options of `cchc event add`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("event add")
    def event_add(
        event_type: Annotated[str | None, adding.option("event/type", "--type", metavar="T")] = None,
        subject: Annotated[str | None, adding.option("event/subject", "--subject", metavar="TEXT")] = None,
        document: Annotated[str | None, adding.option("event/document", "--document", metavar="N")] = None,
        issued_on: Annotated[str | None, adding.option("event/issued-on", "--issued-on", metavar="D")] = None,
        received_on: Annotated[str | None, adding.option("event/received-on", "--received-on", metavar="D")] = None,
        effective_on: Annotated[str | None, adding.option("event/effective-on", "--effective-on", metavar="D")] = None,
        register_number: Annotated[str | None, adding.option("event/register-number", "--register-number", metavar="N")] = None,
        event_id: Annotated[str | None, adding.option("event/id", "--id", metavar="ID")] = None,
        dry_run: Annotated[bool, adding.option("dry-run", "--dry-run")] = False,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import event_add as work
        from cchc.cli.console import Console

        options = work.EventOptions(
            event_type, subject, document, issued_on, received_on, effective_on, register_number, event_id, dry_run
        )
        return work.run(root, options, adding.spoken(lang), Console(output))
