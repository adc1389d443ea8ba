"""SARIF 2.1.0, held against its published schema."""

import pytest

from cchc import __version__
from cchc.diagnostics import CODES
from cchc.messages import LANGUAGES, explanation
from cchc.report import Report
from cchc.report.sarif import write
from tests.report.published import held_as_sarif


def run_of(report: Report) -> dict:
    return held_as_sarif(write(report))


def test_a_result_with_its_place_and_its_rule(found) -> None:
    run = run_of(Report([found(column=7)], "en", prefix="so-noi-vu/"))
    (result,) = run["results"]
    fingerprint = result.pop("partialFingerprints")
    assert list(fingerprint) == ["cchcLine/v1"]
    assert result == {
        "ruleId": "unknown-unit",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "units.yaml has no unit “x”. Add the unit to units.yaml, or mend the id."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "so-noi-vu/plans/p/plan.yaml", "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 5, "startColumn": 7, "endColumn": 11},
                }
            }
        ],
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert list(run["originalUriBaseIds"]) == ["SRCROOT"]


def test_the_tool_its_language_and_the_rules_that_were_broken(found) -> None:
    run = run_of(Report([found(), found("number-gap"), found()], "vi"))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"], run["language"]) == ("cchc", __version__, "vi", "vi")
    assert [rule["id"] for rule in driver["rules"]] == ["number-gap", "unknown-unit"]
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0, 1]
    assert [rule["defaultConfiguration"] for rule in driver["rules"]] == [{"level": "warning"}, {"level": "error"}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_a_rule_with_its_explanation(found, language) -> None:
    rules = run_of(Report([found(code) for code in CODES], language))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(CODES)
    for rule in rules:
        assert rule["help"]["text"] == explanation(language, rule["id"]).strip()
        assert "\n" not in rule["fullDescription"]["text"]
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert rule["shortDescription"]["text"].endswith(".")


def test_nothing_found_is_a_run_without_results() -> None:
    run = run_of(Report([], "vi"))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("plans/kế hoạch/plan.yaml", "plans/k%E1%BA%BF%20ho%E1%BA%A1ch/plan.yaml"),
        ("a:b/%2e%2e#?/plan.yaml", "a%3Ab/%252e%252e%23%3F/plan.yaml"),
        ("plans/\udcff/plan.yaml", "plans/%FF/plan.yaml"),
    ],
)
def test_the_name_of_a_file_is_an_address(found, file, address) -> None:
    (result,) = run_of(Report([found(file=file)], "vi"))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == address
