"""Records without places, under ids that may be there more than once."""

from cchc.compare.changes import Entry, Key
from cchc.compare.difference import changes
from cchc.compare.keyed import keyed
from cchc.compare.records import progress_of
from cchc.diagnostics import NodePath
from cchc.model.progress import Completion, Extension, Measurement
from cchc.model.registry import Placed, Progress


def placed(record):
    return Placed(record, NodePath("progress.yaml"))


def completion(**keys):
    return placed(Completion.model_validate({"completed_on": "2025-06-01", **keys}))


def test_equal_records_are_one_whatever_their_order() -> None:
    base, head = keyed("event", [("a", {"x": 1}), ("a", {"x": 2})], [("a", {"x": 2}), ("a", {"x": 3})])
    assert base == {Key("event", "a"): Entry({"x": 2}), Key("event", "a#2"): Entry({"x": 1})}
    assert head == {Key("event", "a"): Entry({"x": 2}), Key("event", "a#2"): Entry({"x": 3})}


def test_one_that_is_no_more() -> None:
    base, head = keyed("event", [("a", {"x": 1}), ("a", {"x": 2})], [("a", {"x": 2})])
    assert [change.kind for change in changes(base, head)] == ["event-removed"]


def test_a_record_of_several_tasks_is_one_for_each() -> None:
    apart = Progress((completion(task="a"), completion(task="b")))
    assert changes(*progress_of(Progress((completion(task=["a", "b"]),)), apart)) == []
    found = changes(*progress_of(apart, Progress((completion(task=["a", "b", "c"]),))))
    assert [(change.kind, change.key.id) for change in found] == [("completion-added", "c")]


def test_what_records_are_about() -> None:
    extension = Extension.model_validate(
        {"task": "a", "part": "x", "occurrence": "2025-06", "extended_to": "2025-07-01", "approved_on": "2025-06-01"}
    )
    measurement = Measurement.model_validate({"task": "a", "target": "ty-le", "as_of": "2025-06-30", "value": "97.5"})
    head = Progress((completion(task="a", occurrence="2025-06"),), (placed(extension),), (), (placed(measurement),))
    assert [(change.kind, change.key.id) for change in changes(*progress_of(Progress(), head))] == [
        ("completion-added", "a@2025-06"),
        ("extension-added", "a/x@2025-06"),
        ("measurement-added", "a@2025-06-30:ty-le"),
    ]
