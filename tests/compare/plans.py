"""Plans as the tests of comparisons make them, and the proof that what is told is all."""

from collections.abc import Mapping
from typing import Any

from cchc.compare.changes import Change, Records
from cchc.compare.difference import applied, changes
from cchc.compare.fields import is_same
from cchc.compare.records import records_of
from cchc.model.plan import Plan


def plan(**keys: Any) -> Plan:
    return Plan.model_validate({"id": "p", "title": "KẾ HOẠCH", "year": "2025", **keys})


def task(name: str, **keys: Any) -> dict[str, Any]:
    return {"id": name, "content": f"Việc {name}", "lead": ["u"], **keys}


def told(base: Plan, head: Plan) -> list[Change]:
    """Return what changed, proven to be all of it."""
    before, after = records_of(base, head)
    found = changes(before, after)
    assert is_same_state(applied(before, found), after)
    return found


def kinds(found: list[Change]) -> list[tuple[str, str]]:
    return [(change.kind, change.key.id) for change in found]


def is_same_state(made: Records, wanted: Records) -> bool:
    """Return whether two states hold the same records, in the same places, that say the same."""
    return made.keys() == wanted.keys() and all(
        made[key].place == entry.place and _say_the_same(made[key].fields, entry.fields) for key, entry in wanted.items()
    )


def _say_the_same(made: Mapping[str, object], wanted: Mapping[str, object]) -> bool:
    return made.keys() == wanted.keys() and all(is_same(made[name], value) for name, value in wanted.items())
