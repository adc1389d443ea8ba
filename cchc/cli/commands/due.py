"""The options of `cchc due`."""

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("due")
    def due(
        paths: Annotated[list[Path] | None, typer.Argument(hidden=True, metavar="PATH")] = None,
        week: Annotated[bool, adding.option("due/week", "--week")] = False,
        month: Annotated[bool, adding.option("due/month", "--month")] = False,
        quarter: Annotated[bool, adding.option("due/quarter", "--quarter")] = False,
        year: Annotated[bool, adding.option("due/year", "--year")] = False,
        next_days: Annotated[str | None, adding.option("due/next", "--next", metavar="N")] = None,
        from_day: Annotated[str | None, adding.option("due/from", "--from", metavar="D")] = None,
        to_day: Annotated[str | None, adding.option("due/to", "--to", metavar="D")] = None,
        overdue: Annotated[bool, adding.option("due/overdue", "--overdue/--no-overdue")] = True,
        unit: Annotated[str | None, adding.option("due/unit", "--unit", metavar="U")] = None,
        role: Annotated[str, adding.option("due/role", "--role", metavar="lead|coordinating|any")] = "any",
        plan: Annotated[str | None, adding.plan] = None,
        status: Annotated[
            list[str] | None,
            adding.option("due/status", "--status", metavar="S"),
        ] = None,
        sample: Annotated[bool, adding.option("due/sample", "--sample/--no-sample")] = True,
        everything: Annotated[bool, adding.option("due/all", "--all")] = False,
        report_format: Annotated[str, adding.option("due/format", "--format", metavar="table|json|md|csv|ics")] = "table",
        fail_overdue: Annotated[bool, adding.option("due/fail-overdue", "--fail-overdue")] = False,
        supposed: Annotated[list[str] | None, adding.option("due/if", "--if", metavar="TYPE=D")] = None,
        known: Annotated[bool, adding.option("due/known", "--known")] = False,
        as_of: Annotated[str | None, adding.option("due/as-of", "--as-of", metavar="D")] = None,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import due as work
        from cchc.cli.console import Console
        from cchc.cli.options import one_of, whole_number

        named = {"--week": week, "--month": month, "--quarter": quarter, "--year": year}
        asked_for = [name for name, is_asked in named.items() if is_asked]
        asked_for += ["--next"] if next_days is not None else []
        asked_for += ["--from/--to"] if from_day or to_day else []
        work.refuse_two_windows(asked_for)
        options = work.DueOptions(
            window=(asked_for or ["--week"])[0].strip("-"),
            next_days=whole_number(next_days, "--next", 36_500) if next_days is not None else None,
            from_day=from_day,
            to_day=to_day,
            unit=unit,
            role=one_of(("lead", "coordinating", "any"), role, "--role"),
            plan=plan,
            statuses=tuple(one_of(work.STATUSES, name, "--status") for name in status or ()),
            has_overdue=overdue,
            has_samples=sample,
            is_everything=everything,
            is_known_only=known,
            supposed=tuple(supposed or ()),
            report_format=one_of(work.FORMATS, report_format, "--format"),
            fails_overdue=fail_overdue,
            as_of=as_of,
        )
        return work.run(root, paths or [], options, adding.spoken(lang), Console(output))
