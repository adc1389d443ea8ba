"""The deadline of a cell that was changed in Word, beside the rule that the plan has; and those of new rows."""

from collections.abc import Sequence
from dataclasses import replace

from cchc.intake.draft.deadlines import deadline_of
from cchc.intake.draft.events import EventBook
from cchc.intake.draft.text import as_prose, folded
from cchc.intake.draft.values import Paragraphs, Remark, Spot
from cchc.source.tree import Data
from cchc.wording.read import read
from cchc.wording.tokens import text_of

_ABOUT = ("roll", "note", "id", "label", "lead")
"""Keys that say something beside the rule, and hold whatever the rule is."""
_DOUBTS = frozenset({"deadline-unread", "deadline-ambiguous", "deadline-without-event"})
_EVENTS = {"within": "after", "at_least": "ahead_of"}


def new_deadline(lines: Paragraphs, current: Data, year: int | None, book: EventBook, spot: Spot) -> Data:
    """Return the deadline to write; None where the new words cannot be read for certain, by themselves or beside a rule."""
    if not isinstance(current, dict) or not current.keys() - {"text"}:
        doubts: list[Remark] = []
        deadline = deadline_of(lines, year, book, doubts, spot)
        return None if doubts else deadline
    prose = as_prose(lines)
    readings = read(text_of(tuple(prose) if isinstance(prose, list) else prose), year)
    if len(readings) != 1 or len(readings[0].parts) != 1 or "all" in current:
        return None
    part = readings[0].parts[0]
    kind = next((key for key in _EVENTS if key in part), "")
    rule: dict[str, Data] = {"text": list(prose) if isinstance(prose, list) else prose}
    rule |= {key: _scalar(value) for key, value in part.items() if key not in {"anchor", "label"}}
    if kind:
        if _EVENTS[kind] not in current or not _is_same_event(readings[0].anchor, current, year):
            return None
        rule |= {key: current[key] for key in (_EVENTS[kind], "counted_from") if key in current}
    return rule | {key: current[key] for key in _ABOUT if key in current}


def without_doubtful(record: dict[str, Data], remarks: Sequence[Remark]) -> list[Remark]:
    """Take deadlines that were not read for certain out of a new task or part; return the remarks, which then tell that.

    `validate` would refuse them, and with them every other edit of the document.
    """
    doubtful = {_plain(str(remark.params["text"])) for remark in remarks if remark.key in _DOUBTS}
    parts = record.get("parts")
    for holder in [record, *(parts if isinstance(parts, list) else ())]:
        if isinstance(holder, dict) and isinstance(deadline := holder.get("deadline"), str | list):
            words = deadline if isinstance(deadline, str) else " ".join(map(str, deadline))
            if _plain(words) in doubtful:
                del holder["deadline"]
    return [replace(remark, key="update-no-deadline", is_lost=True) if remark.key in _DOUBTS else remark for remark in remarks]


def _plain(text: str) -> str:
    return " ".join(text.replace("- ", " ").split())


def _is_same_event(anchor: str | None, current: dict[str, Data], year: int | None) -> bool:
    """Return whether words name the event that the old words named, so that the rule may keep its type."""
    text = current.get("text")
    if text is None:
        return False
    before = read(text_of(tuple(map(str, text)) if isinstance(text, list) else str(text)), year)
    return len(before) == 1 and folded(before[0].anchor or "") == folded(anchor or "")


def _scalar(value: object) -> Data:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
