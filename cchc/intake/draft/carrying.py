"""Cells that mean the one above: merged down over several tasks, or "như trên"."""

from dataclasses import replace

from cchc.intake.draft.text import folded
from cchc.intake.draft.values import Certainty, Line, Paragraphs, Remark

_DITTO = ("nt", "n t", "như trên", "như trên nt", "như trên đã nêu")
_OF_A_HEADING = frozenset({"number", "content"})
_MARKS = frozenset("\"”“″〃'’,-–. ")


class Carrier:
    """Keeps what the rows above say in each column."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self._above: dict[str, Paragraphs] = {}

    def spelt_out(self, line: Line) -> Line:
        """Return a row whose cells that only point at the one above say what stands there."""
        texts = dict(line.texts)
        for key, said in line.texts.items():
            if key != "number" and _is_ditto(said) and key in self._above:
                texts[key] = self._above[key]
                self._tell("ditto", Certainty.GUESSED, line, key, said=" ".join(said))
        self._above |= {key: value for key, value in texts.items() if key != "number"}
        if not line.wide and line.text("number") and texts.keys() - _OF_A_HEADING:
            self._above = {key: value for key, value in self._above.items() if key in texts or key in line.continued}
        return replace(line, texts=texts)

    def reaching(self, line: Line) -> dict[str, Paragraphs]:
        """Return the texts of cells above that reach into the row of a task of its own, and tell of each."""
        found = {key: self._above[key] for key in sorted(line.continued) if key in self._above}
        for key in found:
            self._tell("merged-down", Certainty.JOINED, line, key)
        return found

    def _tell(self, remark: str, certainty: Certainty, line: Line, key: str, **more: object) -> None:
        self.remarks.append(Remark(remark, certainty, line.spot, {"text": " ".join(self._above[key]), **more}))


def _is_ditto(said: Paragraphs) -> bool:
    text = " ".join(said)
    return folded(text) in _DITTO or (text not in {"-", "–"} and _MARKS.issuperset(text) and bool({*text} - {*",-–. "}))
