"""Whatever a plan holds: its next year loads with no new error, keeps every comment, and going back gives the days back."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc import checks
from cchc.cli.places import Place
from cchc.cli.renewing import RenewedPlan, renew
from cchc.cli.session import Session
from cchc.diagnostics import CODES, Severity
from cchc.files import MAX_FILE_BYTES, Entry, Overlay
from cchc.model.periods import Period, PeriodUnit
from cchc.renewal.move import Move
from cchc.renewal.texts import moved_text
from cchc.source.written import comments_of

bounded = settings(derandomize=True, deadline=None, max_examples=150, database=None, suppress_health_check=list(HealthCheck))
days = st.dates(date(2024, 6, 1), date(2027, 6, 30))
periods = st.one_of(
    st.builds(Period, st.just(PeriodUnit.MONTH), st.integers(2024, 2027), st.integers(1, 12)),
    st.builds(Period, st.just(PeriodUnit.QUARTER), st.integers(2024, 2027), st.integers(1, 4)),
    st.builds(Period, st.just(PeriodUnit.HALF_YEAR), st.integers(2024, 2027), st.integers(1, 2)),
    st.builds(Period, st.just(PeriodUnit.YEAR), st.integers(2021, 2030)),
)
PIECES = (
    "năm 2025", "trong năm 2025", "ngày 30/11/2025", "29/02/2028", "Quý I, II/2025", "đến năm 2030", "giai đoạn 2021-2025", "số hóa",
    "Quyết định số 08/QĐ-UBND ngày 06/01/2025", "Nghị định số 61/2025/NĐ-CP", "thứ Sáu", "(", ")", ",", ";", ".", "và", "đến", "-", "từ",
    "tháng 6/2025", "năm học 2025-2026", "2025", "Luật Hộ tịch", "số 45", "ngày", "20/6", "/2025/", "6 tháng đầu năm 2026", "\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(lambda pieces: " ".join(pieces).strip() or "x")


def spans(one: Period, other: Period) -> str:
    first, last = sorted((one, other), key=lambda period: period.last_day)
    return f"{first}..{last}"


def shown(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


rules = st.one_of(
    days.map(lambda day: f"{{by: {day}}}"),
    days.map(lambda day: f"{{text: Trước ngày {shown(day)}, before: {day}}}"),
    days.map(lambda day: f"Trước ngày {shown(day)}"),
    days.map(lambda day: f"{{by: {shown(day)}}}"),
    periods.map(lambda period: f"{{in: {period}}}"),
    st.builds(lambda one, other: f"{{in: {spans(one, other)}}}", periods, periods),
    st.builds(lambda day, count: f"{{from: {day}, to: {day + timedelta(count)}}}", days, st.integers(0, 500)),
    st.builds(lambda day, period: f"{{all: [{{before: {day}, id: a}}, {{in: {period}, id: b}}]}}", days, periods),
    st.sampled_from(
        ["Thường xuyên trong năm 2025", "Quý I/2025", "Định kỳ hàng tháng", "{ongoing: true, in: 2025}", "Trong năm 2025"]
    ),
)
tasks = st.lists(st.tuples(texts, rules, st.booleans(), st.booleans()), min_size=1, max_size=4)
heads = st.sampled_from(
    [
        "year: 2025",
        "year: 2026  # năm",
        "period: {from: 2025-01-01, to: 2026-12-31}",
        "period:\n  from: 2025-07-01\n  to: 2026-06-30",
    ]
)


class Nothing:
    """A workspace without a file."""

    def list(self, folder: str) -> list[Entry]:
        return []

    def read(self, path: str, limit: int = MAX_FILE_BYTES) -> bytes:
        raise FileNotFoundError(path)


def written(head: str, given: list[tuple[str, str, bool, bool]]) -> str:
    lines = ["# Kế hoạch năm 2025", "id: p", "title: Kế hoạch  # năm 2025", head, "tasks:"]
    for number, (text, rule, is_flow, is_withdrawn) in enumerate(given):
        gone = "withdrawn: {on: 2025-06-30}" if is_withdrawn else ""
        if is_flow:
            quoted = text.replace("\n", "\\n")
            lines.append(f'- {{id: a-{number}, content: "{quoted}", lead: [u], deadline: {rule}{", " if gone else ""}{gone}}}')
        else:
            block = text.replace("\n", "\n    ")
            lines += [
                f"- id: a-{number}  # việc {number}",
                "  content: |-",
                f"    {block}",
                f"  deadline: {rule}  # hạn",
                "  lead: [u]",
            ]
            lines += [f"  {gone}"] if gone else []
        lines.append("")
    return "\n".join(lines)


def session_of(files: Mapping[str, str]) -> Session:
    held = {"plans/units.yaml": b"units: {u: {name: U}}\n", **{path: text.encode() for path, text in files.items()}}
    return Session(Place(Path(), "."), reader=Overlay(Nothing(), held))


def renewed(files: Mapping[str, str], by: int, new_id: str) -> tuple[RenewedPlan, bool]:
    """Return the plan moved, and whether there was no error in it before."""
    session = session_of(files)
    ((loaded, findings),) = session.plans()
    assert loaded.plan is not None
    move = Move(loaded.plan.first_day, loaded.plan.last_day, by)
    return renew(session, loaded, loaded.plan, f"plans/{new_id}", move), not checks.has_errors(findings)


def rule_days(text: str) -> list[str]:
    return re.findall(r"(?:by|before|from|to|in): ([0-9/.QH-]+)", text)


@bounded
@given(heads, tasks, st.integers(1, 5))
def test_the_next_plan_has_no_new_error_and_all_comments(
    head: str, given_tasks: list[tuple[str, str, bool, bool]], by: int
) -> None:
    text = written(head, given_tasks)
    found, is_sound = renewed({"plans/p/plan.yaml": text}, by, "q")
    new = found.files[0].text
    kept = [
        comment
        for number, (_, _, is_flow, is_gone) in enumerate(given_tasks)
        if not is_flow and not is_gone
        for comment in (f"# việc {number}", "# hạn")
    ]
    head_comments = ["# Kế hoạch năm 2025", "# năm 2025", *(["# năm"] if "# năm" in head else [])]
    assert [comment for _, comment in comments_of(new)] == [*head_comments, *kept]
    if is_sound:
        ((_, findings),) = session_of({"plans/q/plan.yaml": new}).plans()
        assert [one for one in findings if CODES[one.code] is Severity.ERROR] == []
    for told in [*found.moved, *found.undecided]:
        assert 1 <= told.line <= new.count("\n") + 1


@bounded
@given(heads, tasks, st.integers(1, 5))
def test_going_back_gives_the_days_of_the_rules_back(head: str, given_tasks: list[tuple[str, str, bool, bool]], by: int) -> None:
    plain = [(text, rule, is_flow, False) for text, rule, is_flow, _ in given_tasks if "29" not in rule]
    text = written(head, plain or [("x", "{by: 2025-06-30}", False, False)])
    there, _ = renewed({"plans/p/plan.yaml": text}, by, "q")
    back, _ = renewed({"plans/q/plan.yaml": there.files[0].text}, -by, "p")
    moved = rule_days(there.files[0].text)
    for before, after, again in zip(rule_days(text), moved, rule_days(back.files[0].text), strict=True):
        assert again == before or after == before


@bounded
@given(texts, st.integers(-5, 5).filter(bool))
def test_a_text_changes_in_digits_only(text: str, by: int) -> None:
    found = moved_text(text, Move(date(2025, 1, 1), date(2025, 12, 31), by))
    assert len(found.text) == len(text)
    assert all(old == new or (old.isdigit() and new.isdigit()) for old, new in zip(text, found.text, strict=True))
    assert (found.text != text) == bool(found.moved)
