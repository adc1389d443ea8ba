"""Which task of the plan a row of the document is."""

from cchc.intake.draft.values import Spot
from cchc.intake.update.matching import likeness, match
from cchc.intake.update.values import WordRow, WordTask

PRINTED = {"a": "Rà soát văn bản quy phạm pháp luật", "b": "Tuyên truyền trên trang tin điện tử"}
NAMES = {"_cchc_a": "a", "_cchc_b": "b"}


def task(words: str, *marks: str) -> WordTask:
    return WordTask([WordRow(Spot(1, 1), {"content": (words,)}, marks)])


def matched(*tasks: WordTask) -> list[tuple[str, float | None] | None]:
    found = match(tasks, PRINTED, NAMES)
    return [found.get(one) for one in tasks]


def test_the_hidden_name_decides_whatever_the_words_are():
    assert matched(task("Việc khác hẳn", "_cchc_a"), task("Tuyên truyền trên trang tin điện tử", "_cchc_b")) == [
        ("a", None), ("b", None),
    ]  # fmt: skip


def test_of_two_rows_with_one_name_the_more_alike_keeps_it():
    assert matched(task("Việc khác hẳn", "_cchc_a"), task("Rà soát các văn bản quy phạm", "_cchc_a")) == [None, ("a", None)]


def test_a_copy_below_that_is_less_alike_takes_no_name_away():
    assert matched(task("Rà soát các văn bản quy phạm", "_cchc_a"), task("Việc khác hẳn", "_cchc_a")) == [("a", None), None]


def test_a_copy_that_nobody_changed_is_no_original():
    assert matched(task(PRINTED["a"], "_cchc_a"), task(PRINTED["a"])) == [("a", None), None]
    assert matched(task(PRINTED["a"]), task(PRINTED["a"])) == [("a", 1.0), None]


def test_the_original_wins_over_a_changed_copy_that_took_its_name():
    assert matched(task("Việc khác hẳn", "_cchc_a"), task(PRINTED["a"])) == [None, ("a", None)]


def test_words_alone_match_from_sixty_percent_on():
    assert likeness("một hai ba bốn năm", "một hai ba sáu bảy") == 0.6
    assert matched(task("Rà soát văn bản quy phạm"), task("Tuyên truyền trên báo in")) == [("a", 12 / 14), None]


def test_equal_words_are_certain():
    assert matched(task(PRINTED["b"])) == [("b", 1.0)]
