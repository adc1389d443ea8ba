"""Whatever a step drops, the last look finds it: words of the table that the plan does not print are told as lost."""

import pytest

from cchc.intake.draft import outline_of
from cchc.intake.draft.lines import appendices_in
from cchc.intake.draft.unplaced import unplaced
from cchc.intake.draft.values import Certainty, Remark, Spot
from cchc.intake.values import Paragraph, SourceCell, SourceDocument, SourceRow, SourceTable
from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow

ROWS = [
    ["TT", "Nội dung", "Thời hạn", "Ghi chú"],
    ["(1)", "(2)", "(3)", "(4)"],
    ["I", "THỂ CHẾ", "", "Trọng tâm"],
    ["1", "Rà soát", "Quý I", "Gấp"],
]
PRINTED = [SectionRow("I", ("THỂ CHẾ",), 1), ("1", "Rà soát", "Quý I", "Gấp")]


def document_of(rows: list[list[str]]) -> SourceDocument:
    made = [
        SourceRow(number, tuple(SourceCell(column, (Paragraph(text),)) for column, text in enumerate(row)))
        for number, row in enumerate(rows, start=1)
    ]
    return SourceDocument((SourceTable(1, tuple(made)),))


def printed_of(rows: list[SectionRow | tuple[str, ...]]) -> Appendix:
    made = tuple(row if isinstance(row, SectionRow) else TaskRow("t", tuple(Cell((text,)) for text in row)) for row in rows)
    return Appendix("PHỤ LỤC", ("NĂM 2025",), "", tuple(Column(key, key) for key in "abcd"), made, "p", "", None)


def left(rows: list[list[str]], printed: list[SectionRow | tuple[str, ...]], remarks: tuple[Remark, ...] = ()) -> list[Remark]:
    document = document_of(rows)
    [source] = appendices_in(document).appendices
    return list(unplaced(document, source, outline_of(source), printed_of(printed), remarks))


def lost(row: int, text: str) -> Remark:
    return Remark("lost-words", Certainty.LEFT, Spot(1, row), {"text": text}, is_lost=True)


def test_nothing_is_lost_where_all_is_printed_or_kept_beside_a_heading() -> None:
    assert left(ROWS, PRINTED) == []


@pytest.mark.parametrize("column", range(4))
def test_a_cell_that_is_not_printed_is_found(column: int) -> None:
    row = list(PRINTED[1])
    said, row[column] = row[column], ""
    assert left(ROWS, [PRINTED[0], tuple(row)]) == [lost(4, " ".join(said.casefold().split()))]


def test_a_row_that_is_not_printed_is_found() -> None:
    assert left(ROWS, PRINTED[1:]) == [lost(3, "thể chế"), lost(4, "i")]


def test_words_above_the_captions_are_told_and_not_lost() -> None:
    [told] = left([["UBND TỈNH", "", "", ""], ["PHỤ LỤC II", "", "", ""], ["NĂM 2025", "", "", ""], *ROWS], PRINTED)
    assert told == Remark("text-above", Certainty.LEFT, Spot(1, 1), {"text": "ubnd tỉnh"})


def test_words_that_stand_twice_have_to_be_printed_twice() -> None:
    assert left([*ROWS, ["2", "Rà soát", "", ""]], [*PRINTED, ("2", "", "", "")]) == [lost(5, "rà soát")]


def test_words_told_as_lost_or_replaced_are_not_told_again() -> None:
    told = Remark("note-row", Certainty.LEFT, Spot(1, 5), {"text": "Ghi chú: gấp"}, is_lost=True)
    ditto = Remark("ditto", Certainty.GUESSED, Spot(1, 6), {"text": "Quý I", "said": "nt"})
    other = Remark("no-lead", Certainty.LEFT, Spot(1, 6), {"text": "nt"})
    rows = [*ROWS, ["", "Ghi chú: gấp", "", ""], ["", "nt", "", ""]]
    assert left(rows, PRINTED, (told, ditto)) == []
    assert left(rows, PRINTED, (told, other)) == [lost(6, "nt")]
