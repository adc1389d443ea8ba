"""What `cchc import --update` tells: what changed, with how much certainty, what is a conflict, what was left."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.cli.import_report import (
    both_lines,
    difference_record,
    place_words,
    proof_lines,
    remark_lines,
    remark_record,
    spot_record,
)
from cchc.intake.draft.proof import Difference
from cchc.intake.draft.values import KNOWN_KEYS, Certainty
from cchc.intake.update.values import Change, Update
from cchc.intake.values import Notice
from cchc.json_text import to_json
from cchc.messages import Language, screen
from cchc.outgoing import visible

_COLUMNS = frozenset({*KNOWN_KEYS, "title", "order"})


class UpdateReport(NamedTuple):
    """What is to be told; `is_written` tells changes that were made from those that were not, or only would be.

    `differences` are the cells that the changed plan prints otherwise than the document, None where it was refused.
    """

    plan_id: str
    changes: list[Change]
    update: Update
    notices: tuple[Notice, ...]
    files: list[str]
    differences: list[Difference] | None
    is_written: bool


def as_text(report: UpdateReport, language: Language) -> str:
    """Return the report as lines for a person."""
    lines = list(_changes(report, language))
    conflicts = report.update.conflicts
    if conflicts:
        lines += ["", screen(language, "import/conflict", count=len(conflicts))]
        for conflict in conflicts:
            lines.append(f"  {place_words(conflict.spot, language)}{conflict.id} {_column(conflict.column, language)}".rstrip())
            lines += both_lines(conflict.document, conflict.plan, language)
    lines += remark_lines(report.update.remarks, report.notices, language)
    if report.differences is not None and (report.changes or report.differences):
        lines += ["", *proof_lines(report.differences, language, "import/proved-update")]
    return "".join(f"{visible(line)}\n" for line in lines)


def _changes(report: UpdateReport, language: Language) -> Iterator[str]:
    if not report.changes:
        yield screen(language, "import/unchanged")
        return
    yield screen(language, "import/changed" if report.is_written else "import/not-written", count=len(report.changes))
    for change in report.changes:
        what = screen(language, f"import/change/{change.kind}", id=change.id, column=_column(change.column, language))
        sure = f" {screen(language, 'import/unsure')}" if change.certainty is not Certainty.READ else ""
        yield f"  {place_words(change.spot, language)}{what}{sure}"
        yield from _both(change.before, change.after_text)


def _column(key: str, language: Language) -> str:
    """Return what a column is called; one of the plan's own by its key."""
    return screen(language, f"import/column/{key}") if key in _COLUMNS else key


def _both(before: str, after: str) -> Iterator[str]:
    if before:
        yield f"    - {' / '.join(before.splitlines())}"
    if after:
        yield f"    + {' / '.join(after.splitlines())}"


def as_json(report: UpdateReport, language: Language) -> str:
    """Return the report for a program: kinds, columns and certainties in English."""
    return to_json(
        {
            "version": 1,
            "plan": report.plan_id,
            "changes": [
                {
                    "kind": str(change.kind),
                    "id": change.id,
                    "column": change.column or None,
                    "before": change.before or None,
                    "after": change.after_text or None,
                    "certainty": str(change.certainty),
                    "likeness": None if change.likeness is None else round(change.likeness, 2),
                    **spot_record(change.spot),
                }
                for change in report.changes
            ],
            "conflicts": [
                {
                    "id": conflict.id,
                    "column": conflict.column or None,
                    "document": conflict.document,
                    "plan": conflict.plan,
                    **spot_record(conflict.spot),
                }
                for conflict in report.update.conflicts
            ],
            "remarks": [remark_record(remark, language) for remark in report.update.remarks],
            "files": report.files,
            "written": report.is_written,
            "differences": None if report.differences is None else [difference_record(found) for found in report.differences],
        }
    )
