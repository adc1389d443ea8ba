"""What stands above an appendix: its title, and the line that tells by which document it was issued."""

import re
from collections.abc import Sequence

from cchc.intake.draft.text import clean, folded, is_upper
from cchc.intake.draft.values import DraftHead, Paragraphs
from cchc.intake.values import Paragraph

_ISSUED = re.compile(r"\(?\s*(?:ban hành|kèm theo|đính kèm|phụ lục kèm)", re.IGNORECASE)
_BLANK = r"[\s.…_]*"
_DOCUMENT = re.compile(
    rf"số\s*:?\s*(?P<number>(?:[0-9]+[a-zđ]?)?){_BLANK}/\s*(?P<symbol>[0-9A-ZĐÀ-Ỹa-z]+(?:-[0-9A-ZĐÀ-Ỹa-z]+)*)?", re.IGNORECASE
)
_NUMERIC = re.compile(r"ngày\s*(?P<day>[0-9]{1,2})\s*[/.-]\s*(?P<month>[0-9]{1,2})\s*[/.-]\s*(?P<year>[0-9]{4})", re.IGNORECASE)
_SPELT = re.compile(
    r"ngày\s*(?P<day>[0-9]{1,2})\s*tháng\s*(?P<month>[0-9]{1,2})\s*năm\s*(?P<year>[0-9]{4})", re.IGNORECASE
)  # fmt: skip
_OF_YEAR = re.compile(r"[0-9]{4} ?của ", re.IGNORECASE)
_OF = re.compile(r" của ", re.IGNORECASE)
_YEAR = re.compile(r"năm\s+(20[0-9]{2})", re.IGNORECASE)
_PERIOD = re.compile(r"giai\s+đoạn\s+(20[0-9]{2})\s*[-–]\s*(20[0-9]{2})", re.IGNORECASE)
_ANY_YEAR = re.compile(r"/\s*(20[0-9]{2})|năm\s+(20[0-9]{2})", re.IGNORECASE)
_LABELS = ("phụ lục", "phụ biểu", "biểu", "phu luc")
_LONGEST_TITLE = 6  # lines: what is longer is the prose of a plan


def head_of(above: Sequence[Paragraph]) -> DraftHead:
    """Return what the paragraphs above an appendix say of it: those from its label on, or the last few before the table."""
    lines = [line for paragraph in above for line in map(clean, paragraph.text.split("\n")) if line]
    start = max((index for index, line in enumerate(lines) if _is_label(line)), default=-1)
    block = lines[start + 1 :] if start >= 0 else lines[-_LONGEST_TITLE:]
    issued_at = next((index for index, line in enumerate(block) if _ISSUED.match(line)), None)
    label = lines[start] if start >= 0 else ""
    head = DraftHead(label, tuple(block if issued_at is None else block[:issued_at]))
    if issued_at is not None:
        head.issued_line = " ".join(_bracketed(block[issued_at:]))
        _read_issued(head)
    if start < 0:
        head.title = _last_in_capitals(head.title)
    head.title = head.title[-_LONGEST_TITLE:]
    _read_year(head)
    return head


def _last_in_capitals(lines: Paragraphs) -> Paragraphs:
    """Return the last lines that are in capitals, as titles are, without the prose above them; all where none is."""
    count = next((index for index, line in enumerate(reversed(lines)) if not is_upper((line,))), len(lines))
    return lines[-count:] if count else lines


def _is_label(line: str) -> bool:
    words = folded(line)
    return words.startswith(_LABELS) and len(words.split()) <= 4


def _bracketed(lines: Sequence[str]) -> list[str]:
    """Return the lines of what is in brackets, which may go over several."""
    found: list[str] = []
    for line in lines:
        found.append(line)
        if line.endswith(")") or not found[0].startswith("("):
            break
    return found


def _read_issued(head: DraftHead) -> None:
    line = head.issued_line
    document = _DOCUMENT.search(line)
    if document is not None:
        head.number = document["number"] or None
        head.symbol = document["symbol"] or None
    day = _NUMERIC.search(line) or _SPELT.search(line)
    if day is not None:
        head.issued_on = f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}"
    head.issuer = _issuer_in(line)


def _issuer_in(line: str) -> str | None:
    """Return whose document it is: what follows the date, or the first "của" where no date is told; None where nothing does."""
    found = _OF_YEAR.search(line) or _OF.search(line)
    rest = "" if found is None else line[found.end() :].rstrip(" ).")
    return rest if rest and not set("()") & set(rest) else None


def _read_year(head: DraftHead) -> None:
    title = " ".join(head.title)
    period = _PERIOD.search(title)
    if period is not None and period[1] < period[2]:
        head.period = (int(period[1]), int(period[2]))
        return
    years = _YEAR.findall(title) or [first or second for first, second in _ANY_YEAR.findall(head.issued_line)]
    head.year = int(years[-1]) if years else None
