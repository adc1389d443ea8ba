"""The file that `cchc import` is given: what was read of it, and which of its tables are the appendix."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from cchc.cli.ids import id_of
from cchc.cli.options import one_of
from cchc.errors import UsageError
from cchc.files import read_document
from cchc.intake import LARGEST_FILE, read_source
from cchc.intake.draft import outline_of
from cchc.intake.draft.lines import AppendixSource, Found, appendices_in
from cchc.intake.draft.losses import losses
from cchc.intake.draft.values import Outline, Remark
from cchc.intake.recognise import read_parts
from cchc.intake.values import SourceDocument, SourceRefused, Tracked
from cchc.ooxml.print_record import PrintRecord, property_in, record_in
from cchc.render.office_file import PLAN_PROPERTY
from cchc.source.load import PLANS_FOLDER

TRACKED: tuple[Tracked, ...] = ("accept", "ignore")
FORMATS = ("text", "json")
_ZIP = b"PK"


class ImportOptions(NamedTuple):
    """What the command line asks for."""

    file: Path
    into: str | None = None
    year: str | None = None
    table: str | None = None
    tracked: str = "accept"
    report: str = "text"
    is_proof: bool = False
    is_dry_run: bool = False
    update: str | None = None


class ImportedFile(NamedTuple):
    """The file, its appendix, and what of it no plan can hold."""

    document: SourceDocument
    appendix: AppendixSource
    outline: Outline
    losses: list[Remark]


class Printed(NamedTuple):
    """What a file that the tool printed says of itself: the plan it is of ("" where it is not told), what it printed."""

    plan_id: str
    record: PrintRecord | None


def read_imported(options: ImportOptions) -> ImportedFile:
    """Return what the file holds; raise UsageError, SourceRefused or Unreadable."""
    one_of(FORMATS, options.report, "--format")
    tracked: Tracked = "ignore" if one_of(TRACKED, options.tracked, "--tracked") == "ignore" else "accept"
    document = read_source(options.file.name, read_document(options.file, LARGEST_FILE), tracked)
    found = appendices_in(document)
    appendix = _choose_appendix(options.file, found, options.table)
    return ImportedFile(document, appendix, outline_of(appendix), losses(document, appendix, found))


def read_printed(file: Path) -> Printed:
    """Return what a file says of its own printing; raise SourceRefused or Unreadable."""
    data = read_document(file, LARGEST_FILE)
    parts: Mapping[str, bytes] = read_parts(file.name, data)[1] if data.startswith(_ZIP) else {}
    record = record_in(parts)
    return Printed(property_in(parts, PLAN_PROPERTY) or (record.plan_id if record else ""), record)


def plan_id_of(named: str, option: str) -> str:
    """Return the id of the plan that `plans/NAME`, or NAME alone, names; raise UsageError."""
    plan_id = id_of(named.replace("\\", "/").rstrip("/").removeprefix(f"{PLANS_FOLDER}/"), option)
    if plan_id in {"units", "events", "calendar"}:
        raise UsageError("usage/id", option=option, value=plan_id)
    return plan_id


def _choose_appendix(file: Path, found: Found, table: str | None) -> AppendixSource:
    """Return the appendix that holds the table of that number, or the only one; raise UsageError or SourceRefused."""
    known = [str(number) for source in found.appendices for number in source.tables]
    if not known:
        raise SourceRefused("intake/no-appendix", name=file.name, count=len(found.other_tables))
    if table is None and len(found.appendices) == 1:
        return found.appendices[0]
    firsts = [str(source.tables[0]) for source in found.appendices]
    if table is None:
        raise UsageError("usage/several-appendices", known=firsts)
    one_of(known, table, "--table")
    return next(source for source in found.appendices if int(table) in source.tables)
