"""What `cchc import` tells: what was read, joined, guessed and left, each with its table and row."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cchc.intake.draft.proof import Difference
from cchc.intake.draft.values import Certainty, DraftSection, Outline, Remark, Spot
from cchc.intake.values import Notice, NoticeKind
from cchc.json_text import to_json
from cchc.messages import Language, screen
from cchc.outgoing import visible
from cchc.source.tree import Data

_SHOWN = 8
_ORDER = (Certainty.JOINED, Certainty.GUESSED, Certainty.LEFT)


class ImportReport(NamedTuple):
    """What is to be told; `differences` is None where no proof was asked for, `errors` are those that `validate` finds."""

    plan: dict[str, Data]
    remarks: list[Remark]
    outline: Outline
    notices: tuple[Notice, ...]
    files: list[str]
    errors: int
    differences: list[Difference] | None


def as_text(report: ImportReport, language: Language) -> str:
    """Return the report as lines for a person."""
    sections, tasks, parts = _counts(report.outline.top)
    lines = [screen(language, "import/read", sections=sections, tasks=tasks, parts=parts)]
    lines += remark_lines(report.remarks, report.notices, language)
    if report.differences is not None:
        lines += ["", *proof_lines(report.differences, language)]
    lines += ["", screen(language, "import/errors" if report.errors else "import/sound", count=report.errors)]
    return "".join(f"{visible(line)}\n" for line in lines)


def as_json(report: ImportReport, language: Language) -> str:
    """Return the report for a program: kinds and certainties in English, words in the language asked for."""
    sections, tasks, parts = _counts(report.outline.top)
    return to_json(
        {
            "version": 1,
            "plan": report.plan["id"],
            "counts": {"sections": sections, "tasks": tasks, "parts": parts},
            "files": report.files,
            "remarks": [remark_record(remark, language) for remark in report.remarks],
            "notices": [
                {
                    "kind": str(notice.kind),
                    "table": notice.place.table or None,
                    "row": notice.place.row or None,
                    "text": notice.text,
                    "kept": notice.is_kept,
                }
                for notice in report.notices
            ],
            "differences": None if report.differences is None else [difference_record(found) for found in report.differences],
            "errors": report.errors,
        }
    )


def remark_lines(remarks: list[Remark], notices: tuple[Notice, ...], language: Language) -> Iterator[str]:
    """Yield what was joined, guessed and left, under a heading each; of what a person must do, all."""
    for certainty in _ORDER:
        told = [(remark.key, _remark(remark, language)) for remark in remarks if remark.certainty is certainty]
        told += [(notice.kind, _notice(notice, language)) for notice in notices if _certainty_of(notice) is certainty]
        if told:
            yield from ("", screen(language, f"import/{certainty}", count=len(told)))
            yield from _shortened(told, language, None if certainty is Certainty.LEFT else _SHOWN)


def remark_record(remark: Remark, language: Language) -> dict[str, object]:
    return {
        "kind": remark.key,
        "certainty": str(remark.certainty),
        **spot_record(remark.spot),
        "lost": remark.is_lost,
        "message": _words(remark, language),
    }


def spot_record(spot: Spot) -> dict[str, object]:
    return {"table": spot.table or None, "row": spot.row or None}


def difference_record(found: Difference) -> dict[str, object]:
    return {**found.spot._asdict(), "column": found.column, "before": found.before, "after": found.after}


def _counts(top: DraftSection) -> tuple[int, int, int]:
    sections, tasks, parts = 0, len(top.tasks), sum(len(task.parts) for task in top.tasks)
    for section in top.sections:
        below = _counts(section)
        sections, tasks, parts = sections + below[0] + 1, tasks + below[1], parts + below[2]
    return sections, tasks, parts


def _certainty_of(notice: Notice) -> Certainty:
    """Return how surely a notice was read; an encoding is named only where it was a guess."""
    return Certainty.READ if notice.kind is NoticeKind.ENCODING and not notice.name else Certainty.GUESSED


def _remark(remark: Remark, language: Language) -> str:
    return f"{place_words(remark.spot, language)}{_words(remark, language)}"


def _words(remark: Remark, language: Language) -> str:
    return screen(language, f"import/remark/{remark.key}", **remark.params)


def _notice(notice: Notice, language: Language) -> str:
    place = place_words(Spot(notice.place.table, notice.place.row), language)
    told = f": “{_short(notice.text)}”" if notice.text.strip() else ""
    return f"{place}{screen(language, f'import/notice/{notice.kind}', name=notice.name)}{told}"


def _shortened(lines: list[tuple[str, str]], language: Language, most: int | None) -> Iterator[str]:
    """Yield lines, of each kind at most so many, and behind them how many more there are of it."""
    for kind, count in Counter(kind for kind, _ in lines).items():
        mine = [line for own, line in lines if own == kind]
        yield from (f"  {line}" for line in mine[:most])
        if most is not None and count > most:
            yield f"  {screen(language, 'import/more', count=count - most)}"


def place_words(spot: Spot, language: Language) -> str:
    if not spot.table:
        return ""
    key = "import/place" if spot.row else "import/place-table"
    return f"{screen(language, key, table=spot.table, row=spot.row)} "


def proof_lines(differences: list[Difference], language: Language, proved: str = "import/proved") -> Iterator[str]:
    """Yield whether the plan prints what the document says (`proved` are the words), and each cell where it does not."""
    yield screen(language, proved if not differences else "import/differs", count=len(differences))
    for found in differences:
        yield f"  {place_words(found.spot, language)}{found.column}".rstrip()
        yield from both_lines(found.before, found.after, language)


def both_lines(document: str, plan: str, language: Language) -> Iterator[str]:
    """Yield what stands in the document and what in the plan, a line each."""
    for key, text in (("document", document), ("plan", plan)):
        yield f"    {screen(language, f'import/in-{key}', text=' / '.join(text.splitlines()) or '—')}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
