"""One parser reads dates, and nothing but the ten characters of a date is one."""

import json

import pytest

HEAD = "id: p\ntitle: T\nyear: 2025\n"
PLAN = "plans/p/plan.yaml"

NO_DATES = {
    "full-width digits": "２０２５-06-30",
    "Arabic digits": "٢٠٢٥-٠٦-٣٠",
    "Devanagari digits": "२०२५-०६-३०",
    "mathematical digits": "𝟐𝟎𝟐𝟓-06-30",
    "superscript digits": "2025-06-3⁰",
    "no hyphens": "20250630",
    "seconds since 1970": "86400",
    "a fraction": "86400.5",
    "a week": "2025-W26-1",
    "a day of the year": "2025-181",
    "an instant": "2025-06-30T00:00:00Z",
    "a time beside it": "2025-06-30 00:00",
    "another hyphen": "2025‑06‑30",
    "a minus sign": "2025−06−30",
    "a sign": "+2025-06-30",
    "one digit": "2025-6-30",
    "an American date": "06-30-2025",
    "a year of two digits": "30/06/25",
    "hexadecimal": "0x7E9-06-30",
    "the word today": "today",
    "no day": "2025-06-31",
    "a year before all plans": "1025-06-30",
    "the year 10000": "12025-06-30",
}


def task(deadline: str) -> str:
    return HEAD + f"tasks:\n  - id: a\n    content: C\n    deadline: {deadline}\n    lead: [u]\n"


@pytest.mark.parametrize("name", NO_DATES)
def test_what_is_no_date(name, validate):
    assert validate({PLAN: task(f"{{by: '{NO_DATES[name]}'}}")}) == [("invalid-date", PLAN, 7, 20)]


@pytest.mark.parametrize("block", ["|\n        2025-06-30", "|+\n        2025-06-30\n\n", ">\n        2025-06-30"])
def test_date_before_a_line_end_of_a_block_is_no_date(block, validate):
    assert [found[0] for found in validate({PLAN: task(f"\n      by: {block}")})] == ["invalid-date"]


@pytest.mark.parametrize("space", ["\\n", "\\t", " ", "\\u00a0", "\\u2003"])
def test_date_beside_a_space_is_no_date(space, validate):
    assert validate({PLAN: task('{by: "2025-06-30VALUE"}'.replace("VALUE", space))}) == [("invalid-date", PLAN, 7, 20)]


def test_words_that_say_another_day_than_the_rule_are_refused(validate):
    assert validate({PLAN: task("{text: Trước ngày 30/11/2025, before: 2025-10-30}")}) == [("wording-disagrees", PLAN, 7, 22)]


@pytest.mark.parametrize("day", ["30/11/２０２５", "٣٠/11/2025", "3O/11/2025", "30∕11∕2025"])
def test_words_with_digits_that_only_look_right_are_not_read(day, validate):
    assert validate({PLAN: task(f"Trước ngày {day}")}) == [("unreadable-wording", PLAN, 7, 15)]


@pytest.mark.parametrize("value", ["４５ days", "45 days\\n", "٤٥ days", "45\\u00a0days", "45  days", "1e2 days"])
def test_term_of_other_digits_or_spaces_is_no_term(value, validate):
    assert ("invalid-value", PLAN, 7, 24) in validate({PLAN: task('{within: "VALUE", after: t}'.replace("VALUE", value))})


@pytest.mark.parametrize("value", ["２０２５-06", "2025-06\\n", "2025-Q１", "2025-6"])
def test_period_of_other_digits_is_no_period(value, validate):
    assert validate({PLAN: task('{in: "VALUE"}'.replace("VALUE", value))}) == [("invalid-value", PLAN, 7, 20)]


@pytest.mark.parametrize("option", ["--as-of", "--from", "--to"])
@pytest.mark.parametrize("value", ["２０２５-06-30", "20250630", "86400", "2025-06-30\n"])
def test_loose_date_on_the_command_line_is_refused(option, value, run):
    done = run("due", option, value)
    assert (done.returncode, done.stdout) == (2, "")


def test_date_that_is_shown_is_the_date_that_is_counted(run, workspace):
    (workspace / PLAN).write_text(task("{text: Chậm nhất ngày 30/06/2025, by: 2025-06-30}"), encoding="utf-8")
    (item,) = json.loads(run("due", "--all", "--as-of", "2025-06-01", "--format", "json").stdout)["items"]
    assert (item["deadline"], item["due_on"]) == ("Chậm nhất ngày 30/06/2025", "2025-06-30")
