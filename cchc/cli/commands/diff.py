"""The options of `cchc diff`."""

from pathlib import Path
from typing import Annotated

from cchc.cli.adding import Adding


def add(adding: Adding) -> None:
    @adding.command("diff")
    def diff(
        base: Annotated[str | None, adding.argument("diff/base", metavar="BASE")] = None,
        head: Annotated[str | None, adding.argument("diff/head", metavar="HEAD")] = None,
        since_issued: Annotated[bool, adding.option("diff/since-issued", "--since-issued")] = False,
        plan: Annotated[str | None, adding.plan] = None,
        as_of: Annotated[str | None, adding.option("due/as-of", "--as-of", metavar="D")] = None,
        report_format: Annotated[str, adding.option("diff/format", "--format", metavar="text|md|json|html")] = "text",
        table: Annotated[Path | None, adding.option("diff/table", "--table", metavar="OUT.docx")] = None,
        docx: Annotated[Path | None, adding.option("diff/docx", "--docx", metavar="OUT.docx")] = None,
        root: Annotated[Path | None, adding.root] = None,
        lang: Annotated[str | None, adding.lang] = None,
        output: Annotated[Path | None, adding.output] = None,
    ) -> int:
        from cchc.cli import diff as work
        from cchc.cli.console import Console
        from cchc.cli.options import one_of, refuse_beside

        is_report_asked = {"--format": report_format != "text", "--output": output is not None}
        if docx is not None:
            refuse_beside("--docx", {"--table": table is not None, "--as-of": as_of is not None, **is_report_asked})
        if table is not None:
            refuse_beside("--table", is_report_asked)
        options = work.DiffOptions(
            revisions=work.revisions_of(base, head, is_since_issued=since_issued),
            is_since_issued=since_issued,
            plan=plan,
            as_of=as_of,
            report_format=one_of(work.FORMATS, report_format, "--format"),
            table=table,
            docx=docx,
        )
        return work.run(root, options, adding.spoken(lang), Console(output))
