"""What can be saved of a record that does not fit."""

from cchc.diagnostics import MAX_ERRORS
from cchc.model.plan import Task
from cchc.source.shape import salvage

SOUND = {"id": "a", "content": "C", "lead": ["u"]}


def test_a_record_is_kept_without_the_keys_that_it_may_not_have() -> None:
    assert salvage(Task, {**SOUND, "xyz": "1"}) == Task.model_validate(SOUND)


def test_a_record_of_nothing_but_unknown_keys_is_given_up() -> None:
    many = {f"key-{number}": "1" for number in range(MAX_ERRORS + 1)}
    assert salvage(Task, {**SOUND, **many}) is None
