"""Fields of a paragraph: their results are words, their instructions are told."""

from dataclasses import dataclass, field
from typing import Any

from cchc.intake.counting import whole
from cchc.intake.notices import Notices
from cchc.intake.values import NoticeKind
from cchc.intake.word.xml import is_on, value_of
from cchc.ooxml.package import W


@dataclass(slots=True)
class _Field:
    """A field that is not ended yet: its instruction, and what a field of a form shows by itself."""

    shown: str
    code: list[str] = field(default_factory=list)
    is_code: bool = True


class Fields:
    """The fields that are open where a paragraph is read."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._open: list[_Field] = []

    @property
    def code(self) -> list[str] | None:
        """Return the instruction that words belong to now; None where they are words of the text."""
        return next((one.code for one in reversed(self._open) if one.is_code), None) if self._open else None

    def turn(self, mark: Any) -> str:
        """Begin, part or end a field; return what a field of a form shows."""
        match mark.get(W + "fldCharType"):
            case "begin":
                self._open.append(_Field(_shown(mark.find(W + "ffData"))))
            case "separate" if self._open:
                self._open[-1].is_code = False
            case "end" if self._open:
                ended = self._open.pop()
                self._tell(ended)
                return ended.shown
        return ""

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field; one that has none around is told."""
        if self._open:
            self._open[-1].code.append(text)
        else:
            self._notices.tell(NoticeKind.FIELD, text.strip())

    def close(self) -> None:
        """End what the paragraph left open: words of the next one must not vanish into an instruction."""
        for one in self._open:
            self._tell(one)
        self._open.clear()

    def _tell(self, one: _Field) -> None:
        self._notices.tell(NoticeKind.FIELD, "".join(one.code).strip())


def _shown(form: Any) -> str:
    """Return what Word draws for a list to choose from or a box to tick."""
    if form is None:
        return ""
    choices, box = form.find(W + "ddList"), form.find(W + "checkBox")
    if choices is not None:
        entries = [entry.get(W + "val", "") for entry in choices.findall(W + "listEntry")]
        chosen = whole(value_of(choices, "result"), 0)
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    if box is not None:
        checked = is_on(box, "checked")
        return "☒" if (is_on(box, "default") if checked is None else checked) else "☐"
    return ""
