"""What the plan that was drafted prints, held against what the file said, cell by cell."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.intake.draft.text import clean
from cchc.intake.draft.values import DraftPart, DraftSection, DraftTask, Outline, Paragraphs, Spot
from cchc.views.appendix import Appendix, SectionRow, TaskRow


class Difference(NamedTuple):
    """A cell that prints other words than the file had; `column` is its caption, "" where a whole row is meant."""

    spot: Spot
    column: str
    before: str
    after: str


class _Expected(NamedTuple):
    spot: Spot
    number: str
    texts: dict[str, Paragraphs]
    is_section: bool


def differences(outline: Outline, printed: Appendix, compared: Mapping[str, str] | None = None) -> Iterator[Difference]:
    """Yield each cell of the file that the plan prints otherwise, rows in their order.

    `compared` gives the file's key of each column of the plan that is to be compared; without it all are, by their own.

    A stop behind a number, and how many spaces stand between words, make no difference.
    """
    expected = list(_rows(outline.top))
    keys = {column.key: column.key for column in printed.columns} if compared is None else compared
    for index, row in enumerate(printed.rows):
        if index >= len(expected):
            yield Difference(Spot(), "", "", _words_of(row))
            continue
        yield from _of_row(expected[index], row, printed, outline, keys)
    for left in expected[len(printed.rows) :]:
        yield Difference(left.spot, "", " ".join(word for lines in left.texts.values() for word in lines), "")


def _rows(section: DraftSection) -> Iterator[_Expected]:
    for task in section.tasks:
        yield from _rows_of_task(task)
    for inner in section.sections:
        yield _Expected(inner.spot, inner.number, {"content": inner.title}, is_section=True)
        yield from _rows(inner)


def _rows_of_task(task: DraftTask) -> Iterator[_Expected]:
    if not task.parts:
        yield _Expected(task.spot, task.number, task.texts, is_section=False)
        return
    shown: set[str] = set()
    for index, part in enumerate(task.parts):
        texts = dict(part.texts)
        inherited = {key for key in task.texts if key not in texts and not _all_have(task.parts, key)}
        texts |= {key: task.texts[key] for key in inherited - shown}
        shown = inherited
        yield _Expected(part.spot, "" if index else task.number, texts, is_section=False)


def _all_have(parts: list[DraftPart], key: str) -> bool:
    return all(key in part.texts for part in parts)


def _of_row(
    expected: _Expected, row: SectionRow | TaskRow, printed: Appendix, outline: Outline, keys: Mapping[str, str]
) -> Iterator[Difference]:
    captions = {caption.key: caption.title or caption.key for caption in outline.captions}
    if isinstance(row, SectionRow) or expected.is_section:
        said = f"{expected.number} {' '.join(expected.texts.get('content', ()))}".strip()
        if _plain(said) != _plain(_words_of(row)):
            yield Difference(expected.spot, "", said, _words_of(row))
        return
    for column, cell in zip(printed.columns, row.cells, strict=True):
        key = keys.get(column.key)
        if key is None:
            continue
        before = (expected.number,) if column.key == "number" else expected.texts.get(key, ())
        said, prints = " ".join(filter(None, before)), " ".join(cell.paragraphs)
        if column.key == "number":
            said, prints = said.strip("(). "), prints.strip("(). ")
        if _plain(said) != _plain(prints):
            yield Difference(expected.spot, captions.get(key, key), said, prints)


def _words_of(row: SectionRow | TaskRow) -> str:
    if isinstance(row, SectionRow):
        return " ".join(filter(None, (row.number, *row.title)))
    return " ".join(filter(None, (" ".join(cell.paragraphs) for cell in row.cells)))


def _plain(text: str) -> str:
    return clean(text)
