"""What one reading of a Word file knows, wherever it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cchc.intake.notices import Notices
from cchc.intake.values import Tracked
from cchc.intake.word.lists import Lists
from cchc.intake.word.styles import Styles


@dataclass(slots=True)
class Context:
    """Styles, lists and notes of a document; `marks` are hidden names of tasks met since they were last taken."""

    tracked: Tracked
    styles: Styles
    lists: Lists
    notices: Notices
    links: Mapping[str, str]
    notes: Mapping[str, Mapping[str, Any]]
    marks: list[str] = field(default_factory=list)

    def take_marks(self) -> tuple[str, ...]:
        marks = tuple(dict.fromkeys(self.marks))
        self.marks.clear()
        return marks
