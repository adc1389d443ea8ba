"""Times the counting of due days against python-dateutil's recurrences, in one run; only the ratio lasts.

Usage: python tests/bench/engine.py [--tasks N]
"""

import argparse
import resource
import time
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule

from cchc.cli.session import work_calendar
from cchc.files import FolderReader
from cchc.model.events import Event
from cchc.model.plan import Plan
from cchc.model.registry import Progress
from cchc.schedule.agenda import items
from cchc.schedule.counting import Counting
from cchc.schedule.windows import named_window
from cchc.source.load import load_workspace
from cchc.wording.agree import rule_of

TASKS_PER_PLAN = 40
TODAY, FIRST, LAST = date(2025, 6, 2), datetime(2025, 1, 1), datetime(2025, 12, 31)
RECURRENCES = (
    ({"every": "month"}, (MONTHLY, {"bymonthday": -1})),
    ({"every": "month", "by_day": "25"}, (MONTHLY, {"bymonthday": 25})),
    ({"every": "week", "weekday": "friday"}, (WEEKLY, {"byweekday": 4})),
    ({"every": "quarter", "before_day": "20"}, (MONTHLY, {"interval": 3, "bymonthday": 19, "dtstart": datetime(2025, 3, 1)})),
    ({"every": "half-year", "next_period": "true", "by_day": "10"}, (MONTHLY, {"interval": 6, "bymonthday": 10})),
    ({"every": "year", "of_month": "11", "by_day": "30"}, (YEARLY, {"bymonth": 11, "bymonthday": 30})),
)
ONCE = (
    {"by": "2025-12-20"},
    {"in": "2025-Q2"},
    {"within": "45 days", "after": ["e"]},
    {"within": "5 working days", "after": ["e"], "counted_from": "received"},
)
EVENTS = [
    Event.model_validate(
        {"id": f"e-{month}", "type": "e", "issued_on": f"2025-{month:02}-03", "received_on": f"2025-{month:02}-05"}
    )
    for month in range(1, 13, 3)
]


def rules() -> Iterator[dict[str, object]]:
    """Yield rules in turn: six of ten recur."""
    while True:
        yield from (rule for rule, _ in RECURRENCES)
        yield from ONCE


def plans(tasks: int) -> list[Plan]:
    ruled = rules()
    return [
        Plan.model_validate(
            {
                "id": f"p-{number}",
                "title": "T",
                "year": "2025",
                "tasks": [
                    {"id": f"t-{index}", "content": "C", "lead": ["u"], "deadline": dict(rule)}
                    for index, rule in enumerate(islice(ruled, TASKS_PER_PLAN))
                ],
            }
        )
        for number in range(tasks // TASKS_PER_PLAN)
    ]


def count(all_plans: list[Plan], counting: Counting) -> int:
    window = named_window("week", TODAY)
    return sum(1 for plan in all_plans for _ in items(plan, Progress(), EVENTS, counting, rule_of, TODAY, window))


def recur(tasks: int) -> int:
    """Return how many days rrule finds for the recurring ones of as many tasks."""
    found = 0
    for number in range(tasks):
        kind = number % (len(RECURRENCES) + len(ONCE))
        if kind < len(RECURRENCES):
            frequency, options = RECURRENCES[kind][1]
            found += len(list(rrule(frequency, **{"dtstart": FIRST, "until": LAST, **options})))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=200_000)
    tasks = parser.parse_args().tasks
    counting = Counting(work_calendar(load_workspace(FolderReader(Path(__file__).parents[2])).registry))
    seconds, peaks = {}, {}
    for share in (tasks // 4, tasks):
        made = plans(share)
        start = time.perf_counter()
        occurrences = count(made, counting)
        seconds[share] = time.perf_counter() - start
        peaks[share] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.perf_counter()
    recurrences = recur(tasks)
    peer = time.perf_counter() - start
    print(f"{tasks:,} tasks: {occurrences:,} occurrences with their statuses; rrule alone: {recurrences:,}")
    print(
        f"  due days / rrule                       {seconds[tasks] / peer:8.3f}   target 0.3    ({seconds[tasks]:.2f} s, {peer:.2f} s)"
    )
    print(f"  time for 4 times the tasks / 4         {seconds[tasks] / seconds[tasks // 4] / 4:8.3f}   target 1.2")
    growth = peaks[tasks] / peaks[tasks // 4] / 4
    print(f"  peak memory for 4 times the tasks / 4  {growth:8.3f}   target 1.2    ({peaks[tasks]:.0f} MB, the plans included)")


if __name__ == "__main__":
    main()
