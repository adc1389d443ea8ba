"""The deadline of a task as a plan writes it: its words, with a rule beside them where words alone do not do."""

from cchc.intake.draft.events import EventBook
from cchc.intake.draft.text import as_prose
from cchc.intake.draft.values import Certainty, Paragraphs, Remark, Spot
from cchc.source.tree import Data
from cchc.wording.read import read
from cchc.wording.reading import Keys
from cchc.wording.tokens import text_of

_EVENT_KEYS = {"within": "after", "at_least": "ahead_of"}


def deadline_of(lines: Paragraphs, year: int | None, book: EventBook, remarks: list[Remark], spot: Spot) -> Data:
    """Return the deadline that a cell prints; what is not read for certain stays words alone, and is told."""
    prose = as_prose(lines)
    text: Data = list(prose) if isinstance(prose, list) else prose
    readings = read(text_of(tuple(prose) if isinstance(prose, list) else prose), year)
    if len(readings) != 1:
        key = "deadline-ambiguous" if readings else "deadline-unread"
        remarks.append(Remark(key, Certainty.LEFT, spot, {"text": " ".join(lines)}))
        return text
    reading = readings[0]
    if reading.rule is not None:
        return text if isinstance(text, str) and "\n" not in text else {"text": text}
    if not all(part.get("anchor") for part in reading.parts if not _EVENT_KEYS.keys().isdisjoint(part)):
        remarks.append(Remark("deadline-without-event", Certainty.LEFT, spot, {"text": " ".join(lines)}))
        return text
    rules = [_rule(part, book, spot) for part in reading.parts]
    return {"text": text, **rules[0]} if len(rules) == 1 else {"text": text, "all": list(rules)}


def _rule(part: Keys, book: EventBook, spot: Spot) -> dict[str, Data]:
    rule: dict[str, Data] = {}
    for key, value in part.items():
        if key != "anchor":
            rule[key] = ("true" if value else "false") if isinstance(value, bool) else str(value)
        if key in _EVENT_KEYS:
            types = book.types_of(str(part["anchor"]), spot)
            rule[_EVENT_KEYS[key]] = types[0] if len(types) == 1 else list(types)
    return rule
