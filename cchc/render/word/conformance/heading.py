"""What stands above the table: the line "Phụ lục", the title, the line that names the document it belongs to."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from cchc.render.word.conformance.found import Between, Findings, Measure, Quoted, Where, Word
from cchc.render.word.conformance.reading import Line, Section, WordTable

LABEL_SIZE = Measure(14, "pt")
SIZE = Between(13, 14, "pt")
QUOTED = 60

_LABEL = re.compile(r"phụ lục(?:\s+(?:số\s+)?(?:[0-9]{1,3}|[ivxlc]{1,7}|[a-z]))?\s*[.:]?")
_NUMBERED = re.compile(r"phụ lục\b")
_ISSUED = re.compile(r"\(\s*(?:ban hành )?(?:kèm )?theo\b")
_LONGEST_LINE = 300
_ISSUED_LINES = 4


class Placed(NamedTuple):
    """A line above a table or between tables, and the number of its section."""

    line: Line
    section: int


def appendix_sections(sections: Sequence[Section]) -> set[int]:
    """Return the numbers of the sections that begin with a line "Phụ lục"."""
    found = set()
    for section in sections:
        seen = [block for block in section.blocks if isinstance(block, WordTable) or block.seen]
        if seen and not isinstance(seen[0], WordTable) and _LABEL.fullmatch(_plain(seen[0])):
            found.add(section.number)
    return found


def judge_heading(sections: Sequence[Section], findings: Findings) -> None:
    """Note what is wrong above the tables of each appendix that the document holds."""
    blocks = [(block, section.number) for section in sections for block in section.blocks]
    starts = [at for at, (block, _) in enumerate(blocks) if isinstance(block, Line) and _LABEL.fullmatch(_plain(block))]
    for at, until in zip(starts, [*starts, len(blocks)][1:], strict=True):
        label = blocks[at][0]
        if isinstance(label, Line):
            _judge_label(Placed(label, blocks[at][1]), findings)
        _judge_below(_lines(blocks[at + 1 : until]), findings)
    if not starts:
        _judge_unlabelled(_lines(blocks, past_tables=True), findings)


def _lines(blocks: Sequence[tuple[Line | WordTable, int]], *, past_tables: bool = False) -> list[Placed]:
    """Return the lines up to the first table, or all of them."""
    wanted = blocks if past_tables else takewhile(lambda entry: not isinstance(entry[0], WordTable), blocks)
    return [Placed(block, number) for block, number in wanted if isinstance(block, Line)]


def _judge_label(placed: Placed, findings: Findings) -> None:
    _judge_line("label", placed, findings, LABEL_SIZE)
    _judge_weight("label", placed, findings)


def _judge_below(lines: list[Placed], findings: Findings) -> None:
    """Judge title and issued line in what stands between the label and the table."""
    issued = next((at for at, placed in enumerate(lines) if _ISSUED.match(_plain(placed.line))), None)
    if issued is None:
        findings.add("docx-issued-line-missing", _place(lines[:1]), Word("nothing"), Word("issued-line"))
        _judge_title(_title_at(lines), _place(lines[:1]), findings)
        return
    told = _issued_lines(lines[issued:])
    _judge_issued(told, findings)
    title = [placed for placed in lines[:issued] if placed.line.seen]
    below = _title_at(lines[issued + len(told) :])
    if not title and below and all(_is_in_capitals(placed.line) for placed in below):
        findings.add("docx-issued-line-place", _place(told), Word("above-title"), Word("below-title"))
        title = below
    _judge_title(title, _place(told), findings)


def _judge_unlabelled(lines: list[Placed], findings: Findings) -> None:
    """Judge what can be found where no line says "Phụ lục" alone."""
    shared = next(
        (at for at, placed in enumerate(lines) if placed.line.alignment == "center" and _NUMBERED.match(_plain(placed.line))),
        None,
    )
    if shared is not None:
        findings.add("docx-label-own-line", _place([lines[shared]]), Quoted(_quote(lines[shared].line)), Word("own-line"))
        lines = lines[shared:]
    else:
        findings.add("docx-label-missing", Where("document"), Word("nothing"), Word("label"))
    issued = next((at for at, placed in enumerate(lines) if _ISSUED.match(_plain(placed.line))), None)
    if issued is None:
        findings.add("docx-issued-line-missing", Where("document"), Word("nothing"), Word("issued-line"))
        title = [placed for placed in lines[:1] if shared is not None]
    else:
        _judge_issued(_issued_lines(lines[issued:]), findings)
        above = [placed for placed in lines[:issued] if placed.line.seen][::-1]
        title = list(takewhile(lambda placed: placed.line.alignment == "center", above))[::-1]
    if shared is None:
        _judge_title(title, Where("document"), findings)


def _title_at(lines: list[Placed]) -> list[Placed]:
    """Return the title that lines begin with: the first that is seen, and those in capitals right below it."""
    seen = list(takewhile(lambda placed: placed.line.seen, _from_first_seen(lines)))
    return seen[:1] + list(takewhile(lambda placed: _is_in_capitals(placed.line), seen[1:]))


def _from_first_seen(lines: list[Placed]) -> list[Placed]:
    first = next((at for at, placed in enumerate(lines) if placed.line.seen), len(lines))
    return lines[first:]


def _issued_lines(lines: list[Placed]) -> list[Placed]:
    """Return the issued line up to the bracket that closes it."""
    told: list[Placed] = []
    for placed in lines[:_ISSUED_LINES]:
        told.append(placed)
        if ")" in placed.line.text:
            return told
    return lines[:1]


def _judge_title(title: list[Placed], where: Where, findings: Findings) -> None:
    if not title:
        findings.add("docx-title-missing", where, Word("nothing"), Word("title"))
    for placed in title:
        _judge_line("title", placed, findings, SIZE)
        _judge_weight("title", placed, findings)
        if not _is_in_capitals(placed.line):
            findings.add("docx-title-capitals", _place([placed]), Word("small-letters"), Word("capitals"))


def _judge_issued(told: list[Placed], findings: Findings) -> None:
    for placed in told:
        _judge_line("issued-line", placed, findings, SIZE)
        if any(not piece.look.is_italic for piece in placed.line.seen):
            findings.add("docx-issued-line-italic", _place([placed]), Word("upright"), Word("italic"))


def _judge_line(name: str, placed: Placed, findings: Findings, asked: Measure | Between) -> None:
    where = _place([placed])
    if placed.line.alignment != "center":
        findings.add(f"docx-{name}-centred", where, Word(placed.line.alignment), Word("center"))
    for size in dict.fromkeys(piece.look.size / 2 for piece in placed.line.seen):
        is_right = size == asked.value if isinstance(asked, Measure) else asked.first <= size <= asked.last
        if not is_right:
            findings.add(f"docx-{name}-size", where, Measure(size, "pt"), asked)


def _judge_weight(name: str, placed: Placed, findings: Findings) -> None:
    where = _place([placed])
    if any(not piece.look.is_bold for piece in placed.line.seen):
        findings.add(f"docx-{name}-bold", where, Word("not-bold"), Word("bold"))
    if any(piece.look.is_italic for piece in placed.line.seen):
        findings.add(f"docx-{name}-upright", where, Word("italic"), Word("upright"))


def _is_in_capitals(line: Line) -> bool:
    return all(piece.look.is_capitals or piece.text == piece.text.upper() for piece in line.seen)


def _place(placed: Sequence[Placed]) -> Where:
    if not placed:
        return Where("document")
    return Where("line", section=placed[0].section, text=_quote(placed[0].line))


def _quote(line: Line) -> str:
    text = " ".join(line.text.split())
    return text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"


def _plain(line: Line) -> str:
    """Return a line for comparison: composed, in lower case, blanks single; a long one is none of those looked for."""
    text = line.text[:_LONGEST_LINE]
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
