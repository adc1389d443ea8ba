"""JUnit XML, held against the schema of Jenkins' xUnit plugin, read again whatever the plan says."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cchc.diagnostics import Diagnostic, Severity, Span
from cchc.report import Report
from cchc.report.junit import write
from tests.report.published import held_as_junit


def suite_of(report: Report) -> etree._Element:
    (suite,) = held_as_junit(write(report))
    return suite


def test_a_plan_is_a_test_and_so_is_a_shared_file_with_findings(found) -> None:
    shared = found("calendar-conflict", file="plans/calendar.yaml")
    report = Report([found(), found(line=9), shared], "en", plans=["plans/p", "plans/q"])
    suite = suite_of(report)
    assert dict(suite.attrib) == {"name": "cchc validate", "tests": "3", "failures": "2", "errors": "0"}
    assert [(case.get("name"), len(case)) for case in suite] == [("plans/p", 1), ("plans/q", 0), ("plans/calendar.yaml", 1)]
    failure = suite[0][0]
    assert (failure.tag, dict(failure.attrib)) == ("failure", {"type": "unknown-unit", "message": "Errors: 2, warnings: 0."})
    words = "units.yaml has no unit “x”. Add the unit to units.yaml, or mend the id."
    assert failure.text == (
        f"error[unknown-unit] plans/p/plan.yaml:5:3: {words}\nerror[unknown-unit] plans/p/plan.yaml:9:3: {words}"
    )


def test_a_warning_fails_only_when_asked(found) -> None:
    report = Report([found("number-gap")], "vi", plans=["plans/p"])
    (case,) = suite_of(report)
    assert (case.getparent().get("failures"), case[0].tag) == ("0", "system-out")
    assert case[0].text.startswith("cảnh báo[number-gap] plans/p/plan.yaml:5:3: ")
    (strict,) = suite_of(report._replace(is_strict=True))
    assert (strict.getparent().get("failures"), strict[0].get("message")) == ("1", "0 lỗi, 1 cảnh báo.")


def test_a_plan_whose_name_begins_like_another_keeps_its_own(found) -> None:
    suite = suite_of(Report([found(file="plans/p-2/plan.yaml")], "vi", plans=["plans/p", "plans/p-2"]))
    assert [len(case) for case in suite] == [0, 1]


@given(st.text(st.characters(), min_size=1, max_size=20))
def test_no_text_makes_it_other_than_xml(text: str) -> None:
    diagnostic = Diagnostic("unknown-unit", Severity.ERROR, f"plans/{text}/plan.yaml", Span(1, 1), text, {"unit": text})
    written = write(Report([diagnostic], "vi", plans=[f"plans/{text}"]))
    root = held_as_junit(written)
    assert "##[" not in written
    assert root[0][0].get("name").startswith("plans/")


def test_what_xml_cannot_hold_is_shown(found) -> None:
    (case,) = suite_of(Report([found(unit="a\x00b\ufffe]]>&<")], "vi"))
    assert "“a<U+0000>b<U+FFFE>]]>&<”" in case[0].text
