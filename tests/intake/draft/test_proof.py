"""The proof names each cell that is printed otherwise, and rows that are missing or too many."""

from cchc.intake.draft.proof import Difference, differences
from cchc.intake.draft.values import Caption, DraftHead, DraftSection, DraftTask, Outline, Spot
from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow

TASK = DraftTask(Spot(1, 3), "(1)", {"content": ("Rà soát",)})
SECTION = DraftSection(Spot(1, 2), "I", ("THỂ CHẾ",), tasks=[TASK])
CAPTIONS = (Caption(0, 1, "number", "STT"), Caption(1, 1, "content", "Nhiệm vụ"))
OUTLINE = Outline(DraftHead(), CAPTIONS, DraftSection(Spot(), "", (), sections=[SECTION]), [])
HEADING = SectionRow("I", ("THỂ CHẾ",), 1)


def task(number: str, content: str) -> TaskRow:
    return TaskRow("t", (Cell((number,)), Cell((content,))))


def found(*rows: SectionRow | TaskRow) -> list[Difference]:
    columns = (Column("number", "STT"), Column("content", "Nhiệm vụ"))
    return list(differences(OUTLINE, Appendix("", (), "", columns, rows, "p", "", None)))


def test_signs_around_a_number_and_spaces_make_no_difference() -> None:
    assert found(HEADING, task("1.", "Rà  soát")) == []


def test_a_cell_that_prints_other_words_is_named_by_its_caption() -> None:
    assert found(HEADING, task("1", "Rà xoát")) == [Difference(Spot(1, 3), "Nhiệm vụ", "Rà soát", "Rà xoát")]


def test_a_heading_is_compared_as_a_whole() -> None:
    assert found(SectionRow("II", ("THỂ CHẾ",), 1), task("1", "Rà soát")) == [
        Difference(Spot(1, 2), "", "I THỂ CHẾ", "II THỂ CHẾ")
    ]


def test_rows_that_are_missing_or_too_many_are_told() -> None:
    assert found(HEADING) == [Difference(Spot(1, 3), "", "Rà soát", "")]
    assert found(HEADING, task("1", "Rà soát"), HEADING, task("2", "Hai")) == [
        Difference(Spot(), "", "", "I THỂ CHẾ"),
        Difference(Spot(), "", "", "2 Hai"),
    ]
