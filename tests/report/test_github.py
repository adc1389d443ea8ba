"""Annotations of a workflow: the first ten of a kind, then how many are left."""

from cchc.report import Report
from cchc.report.github import write


def test_an_annotation_with_its_place_from_the_top_of_the_git_tree(found) -> None:
    first, summary = write(Report([found(column=7)], "vi", prefix="so-noi-vu/")).splitlines()
    head = "::error file=so-noi-vu/plans/p/plan.yaml,line=5,col=7,title=unknown-unit::"
    assert first.startswith(f"{head}Không có đơn vị “x” trong units.yaml.")
    assert summary == "1 lỗi, 0 cảnh báo."


def test_ten_of_a_kind_are_all_annotated(found) -> None:
    lines = write(Report([found()] * 10 + [found("number-gap")] * 10, "en")).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "Errors: 10, warnings: 10."


def test_what_github_would_drop_is_counted(found) -> None:
    lines = write(Report([found("number-gap"), *([found()] * 13), *([found("number-gap")] * 10)], "en")).splitlines()
    assert [line.partition(" ")[0] for line in lines[:20]] == ["::warning"] + ["::error"] * 10 + ["::warning"] * 9
    assert lines[20:] == [
        "GitHub shows 10 annotations of a kind; not annotated: errors 3, warnings 1.",
        "Errors: 13, warnings: 11.",
    ]


def test_nothing_found_is_one_line() -> None:
    assert write(Report([], "vi")) == "Không có lỗi.\n"
