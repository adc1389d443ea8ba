"""What `cchc import --update` tells: what changed, with how much certainty, what is a conflict, what was left."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.cli.import_report import certainty_of, notice_words, place_words, proof_lines, remark_words, shown_lines
from cchc.intake.draft.proof import Difference
from cchc.intake.draft.values import KNOWN_KEYS, Certainty, Spot
from cchc.intake.update.values import Change, Conflict, Update
from cchc.intake.values import Notice
from cchc.json_text import to_json
from cchc.messages import Language, screen
from cchc.outgoing import visible

_COLUMNS = frozenset({*KNOWN_KEYS, "title", "order"})


class UpdateReport(NamedTuple):
    """What is to be told; `changes` are those that were made, `differences` what still prints otherwise."""

    plan_id: str
    changes: list[Change]
    update: Update
    notices: tuple[Notice, ...]
    files: list[str]
    differences: list[Difference]


def as_text(report: UpdateReport, language: Language) -> str:
    """Return the report as lines for a person."""
    lines = list(_changes(report.changes, language))
    conflicts = report.update.conflicts
    if conflicts:
        lines += ["", screen(language, "import/conflict", count=len(conflicts))]
        for conflict in conflicts:
            lines += [*_conflict(conflict, language)]
    for certainty in (Certainty.JOINED, Certainty.GUESSED, Certainty.LEFT):
        told = [remark for remark in report.update.remarks if remark.certainty is certainty]
        notices = [notice for notice in report.notices if certainty_of(notice) is certainty]
        if told or notices:
            lines += ["", screen(language, f"import/{certainty}", count=len(told) + len(notices))]
            shown = [(remark.key, f"  {place_words(remark.spot, language)}{remark_words(remark, language)}") for remark in told]
            shown += [(notice.kind, f"  {notice_words(notice, language)}") for notice in notices]
            lines += shown_lines(shown, language, None if certainty is Certainty.LEFT else 8)
    if report.changes or report.differences:
        lines += ["", *proof_lines(report.differences, language)]
    return "".join(f"{visible(line)}\n" for line in lines)


def _changes(changes: list[Change], language: Language) -> Iterator[str]:
    if not changes:
        yield screen(language, "import/unchanged")
        return
    yield screen(language, "import/changed", count=len(changes))
    for change in changes:
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


def _conflict(conflict: Conflict, language: Language) -> Iterator[str]:
    yield f"  {place_words(conflict.spot, language)}{conflict.id} {_column(conflict.column, language)}".rstrip()
    for key, text in (("document", conflict.document), ("plan", conflict.plan)):
        yield f"    {screen(language, f'import/in-{key}', text=' / '.join(text.splitlines()) or '—')}"


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
                    **_spot(change.spot),
                }
                for change in report.changes
            ],
            "conflicts": [
                {
                    "id": conflict.id,
                    "column": conflict.column or None,
                    "document": conflict.document,
                    "plan": conflict.plan,
                    **_spot(conflict.spot),
                }
                for conflict in report.update.conflicts
            ],
            "remarks": [
                {
                    "kind": remark.key,
                    "certainty": str(remark.certainty),
                    "lost": remark.is_lost,
                    "message": remark_words(remark, language),
                    **_spot(remark.spot),
                }
                for remark in report.update.remarks
            ],
            "files": report.files,
            "differences": [
                {**found.spot._asdict(), "column": found.column, "before": found.before, "after": found.after}
                for found in report.differences
            ],
        }
    )


def _spot(spot: Spot) -> dict[str, object]:
    return {"table": spot.table or None, "row": spot.row or None}
