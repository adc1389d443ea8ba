"""What a comparison is made of: records under stable keys, and what changed of them."""

from collections.abc import Mapping
from typing import NamedTuple, cast

FAMILIES = (
    "settings", "unit", "type", "event", "calendar",
    "plan", "section", "task", "completion", "extension", "waiver", "measurement",
)  # fmt: skip
"""The kinds of records, in the order in which their changes are told."""
VERBS = ("added", "removed", "moved", "changed")


class Key(NamedTuple):
    """A record: its family, and the id that both sides know it by."""

    family: str
    id: str


class Place(NamedTuple):
    """Where a task or a section stands: the section that holds it ("" is the plan itself), and its turn there."""

    holder: str
    turn: int


class Entry(NamedTuple):
    """A record on one side. `number` is its printed path; `fields` are what is not as it would be without being said."""

    fields: Mapping[str, object]
    number: str = ""
    place: Place | None = None


Records = Mapping[Key, Entry]


class FieldChange(NamedTuple):
    """One key of a record; None is what is not said."""

    name: str
    before: object
    after: object


class Change(NamedTuple):
    """One change of one record; `before` and `after` are the whole record, None where it was not or is no more."""

    verb: str
    key: Key
    before: Entry | None
    after: Entry | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def kind(self) -> str:
        return f"{self.key.family}-{self.verb}"

    @property
    def entry(self) -> Entry:
        """The record as it is now, else as it was."""
        return cast("Entry", self.after or self.before)
