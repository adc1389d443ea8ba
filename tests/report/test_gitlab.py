"""The Code Quality report of GitLab, held against what GitLab itself checks and its documentation asks for."""

from cchc.report import Report
from cchc.report.gitlab import write
from tests.report.published import held_as_code_quality


def test_every_field_that_gitlab_reads(found) -> None:
    (one,) = held_as_code_quality(write(Report([found()], "en", prefix="so-noi-vu/")))
    fingerprint = one.pop("fingerprint")
    assert (len(fingerprint), fingerprint.strip("0123456789abcdef")) == (64, "")
    assert one == {
        "description": "units.yaml has no unit “x”. Add the unit to units.yaml, or mend the id.",
        "check_name": "unknown-unit",
        "severity": "major",
        "location": {"path": "so-noi-vu/plans/p/plan.yaml", "lines": {"begin": 5}},
    }


def test_a_warning_is_minor_and_no_two_have_one_fingerprint(found) -> None:
    report = held_as_code_quality(write(Report([found("number-gap"), found("number-gap", line=6), found()], "vi")))
    assert [one["severity"] for one in report] == ["minor", "minor", "major"]
    assert len({one["fingerprint"] for one in report}) == 3


def test_nothing_found_is_an_empty_list() -> None:
    assert write(Report([], "vi")) == "[]\n"
