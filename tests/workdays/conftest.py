"""The country's days off as the file lists them, read without the product's own loader."""

from datetime import date
from pathlib import Path

import pytest
import yaml

import cchc.workdays
from cchc.workdays.calendar import DayKind, SpecialDay, WorkCalendar
from cchc.workdays.forecast import forecast

VIETNAM_FILE = Path(cchc.workdays.__file__).with_name("vietnam.yaml")


@pytest.fixture(scope="session")
def vietnam_file() -> dict:
    return yaml.load(VIETNAM_FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="session")
def vietnam_days(vietnam_file: dict) -> list[SpecialDay]:
    return [
        SpecialDay(
            day=date.fromisoformat(line["date"]),
            kind=DayKind(line["kind"]),
            name=line["name"],
            source=line["source"],
            announced_on=date.fromisoformat(line["announced_on"]) if "announced_on" in line else None,
            is_provisional=line.get("provisional") == "true",
        )
        for line in vietnam_file["days"]
    ]


@pytest.fixture(scope="session")
def vietnam(vietnam_file: dict, vietnam_days: list[SpecialDay]) -> WorkCalendar:
    return WorkCalendar(vietnam_days, int(vietnam_file["announced_through"]), forecast)
