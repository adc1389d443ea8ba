"""A service knows a diagnostic again after lines have moved, and takes no two for one."""

from cchc.report.fingerprints import fingerprints


def test_a_line_that_moves_keeps_its_fingerprint(found) -> None:
    assert fingerprints([found(line=5)], "") == fingerprints([found(line=50, column=9)], "")


def test_a_line_that_is_indented_keeps_its_fingerprint(found) -> None:
    assert fingerprints([found(source_line="lead: [x]")], "") == fingerprints([found(source_line="    lead: [x]")], "")


def test_alike_ones_are_told_apart(found) -> None:
    marks = fingerprints([found(line=5), found(line=6), found(line=7)], "")
    assert len(set(marks)) == 3
    assert marks[:2] == fingerprints([found(line=8), found(line=9)], "")


def test_another_code_reason_file_or_text_is_another_diagnostic(found) -> None:
    changed = [
        found(),
        found(code="unknown-task"),
        found(reason="group"),
        found(file="plans/q/plan.yaml"),
        found(source_line="  lead: [y]"),
    ]
    assert len(set(fingerprints(changed, ""))) == 5
    assert fingerprints([found()], "a/") != fingerprints([found()], "b/")


def test_a_name_that_is_no_utf8_has_one_too(found) -> None:
    assert len(fingerprints([found(file="plans/\udcff/plan.yaml")], "")[0]) == 64
