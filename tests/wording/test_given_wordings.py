"""The given list of wordings from real plans: each is read as it means, and none is read wrongly with confidence."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc.wording.read import read

LIST = Path(__file__).parents[3] / "shared" / "data" / "deadline-wordings.yaml"
if not LIST.exists():
    pytest.skip("the given list of wordings is not beside the repository", allow_module_level=True)
ENTRIES: list[dict[str, Any]] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
DEFAULTS = {"by_day": "last", "interval": 1}


def plain(rule: Any) -> Any:
    """Return a rule without its defaults and labels, which may be written or left out."""
    if rule is None:
        return None
    if "all" in rule:
        return {"all": [plain(part) for part in rule["all"]]}
    return {key: value for key, value in rule.items() if key != "label" and DEFAULTS.get(key) != value}


def readings(entry: dict[str, Any]) -> list[Any]:
    return [plain(reading.keys) for reading in read(entry["text"], entry.get("plan_year"))]


def meant(entry: dict[str, Any]) -> list[Any]:
    return [plain(rule) for rule in [entry["expected"], *entry.get("also_accept", ())]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["text"])
def test_a_wording_has_the_one_reading_that_it_means(entry: dict[str, Any]) -> None:
    found = readings(entry)
    assert (found[0] if len(found) == 1 else None) in meant(entry)


def test_the_list_is_read() -> None:
    assert len(ENTRIES) >= 197
    single = [entry for entry in ENTRIES if len(readings(entry)) == 1]
    assert len(single) >= 185


def test_what_the_list_calls_labels_is_a_label() -> None:
    named = [entry for entry in ENTRIES if any("label" in part for part in (entry["expected"] or {}).get("all", ()))]
    assert named
    for entry in named:
        (reading,) = read(entry["text"], entry.get("plan_year"))
        assert [part.get("label") for part in reading.parts] == [part.get("label") for part in entry["expected"]["all"]]
