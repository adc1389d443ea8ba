"""What a renewal finds in a plan: what moves, what is left behind, what a person has to decide."""

from enum import StrEnum
from typing import NamedTuple

Route = tuple[str | int, ...]


class Doubt(StrEnum):
    """Why something is left to a person."""

    DOCUMENT = "document"  # it belongs to a document that is cited
    OTHER_YEAR = "other-year"
    SPAN = "span"  # years or days that reach out of the plan
    REFERENCE = "reference"  # a year to compare with, to begin at, to reach
    BARE_NUMBER = "bare-number"  # four digits that nothing calls a year
    WEEKDAY = "weekday"
    LEAP_DAY = "leap-day"
    DEADLINE = "deadline"  # words and rule would no longer say the same
    KEPT = "kept"  # names the old year, and is kept as it is: reasons, ids, names of files
    COMMENT = "comment"
    UNIT = "unit"  # no longer there in the new year


class Moved(NamedTuple):
    """Words that moved, with the place of the text that holds them; `offset` counts characters of that text."""

    route: Route
    offset: int
    before: str
    after: str


class Undecided(NamedTuple):
    """Words that a person has to look at; `also` names what may help, such as the unit that succeeds another."""

    route: Route
    offset: int
    doubt: Doubt
    words: str
    also: str = ""


class LeftBehind(NamedTuple):
    """An entry of the old plan that the new one does without: `kind` is `withdrawn-task` or the key itself."""

    route: Route
    kind: str
    words: str
