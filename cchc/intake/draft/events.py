"""The event types that counted deadlines name, matched with those of the workspace by their words."""

import re
from collections.abc import Mapping

from cchc.intake.draft.text import folded
from cchc.intake.draft.values import Certainty, Remark, Spot
from cchc.model.ids import made_id

_EMPTY = frozenset(
    {
        "của", "có", "khi", "ngày", "được", "từ", "kể", "các", "và", "hoặc", "hay", "nhận", "theo", "về", "việc", "cho", "đến",
        "tới", "sau", "là", "bởi", "tính", "do", "đã", "cơ", "quan", "đơn", "vị",
    }
)  # fmt: skip
"""Words that tell nothing of an event."""
_ENOUGH = 0.7
_ASIDE = re.compile(r" ?\([^()]*\)")
_ID_WORDS = 8
_WORDS_OF_AN_EVENT = 3


class EventBook:
    """Event types by their words, the new ones in their order."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.new: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self._names = dict(known)

    def types_of(self, anchor: str, spot: Spot) -> list[str]:
        """Return the types that the words of a deadline name; words that name none make a new one."""
        words = _ASIDE.sub("", anchor).strip(" .;,")
        pieces = re.split(r"\s+hoặc\s+", words)
        if len(pieces) == 1 or not all(len(_words(piece)) >= _WORDS_OF_AN_EVENT for piece in pieces):
            pieces = [words]
        types = list(dict.fromkeys(self._near(piece) or self._add(piece) for piece in pieces))
        key = "event-type-new" if any(name in self.new for name in types) else "event-type-guessed"
        self.remarks.append(Remark(key, Certainty.GUESSED, spot, {"types": types, "anchor": anchor}))
        return types

    def _near(self, words: str) -> str | None:
        """Return the one type that shares nearly all words with these; None where there is none, or two alike."""
        mine = _words(words)
        scores = sorted(((_share(mine, _words(name)), name_id) for name_id, name in self._names.items()), reverse=True)
        if not scores or scores[0][0] < _ENOUGH or (len(scores) > 1 and scores[1][0] == scores[0][0]):
            return None
        return scores[0][1]

    def _add(self, words: str) -> str:
        name = re.sub(r"^(?:có|nhận được|được|ngày)\s+", "", words, flags=re.IGNORECASE)
        name = name[:1].upper() + name[1:]
        name_id = made_id(name, self._names, _ID_WORDS) or f"su-kien-{len(self._names) + 1}"
        self._names[name_id] = self.new[name_id] = name
        return name_id


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(text).split()) - _EMPTY


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set of words that both have."""
    least = min(len(one), len(other))
    return len(one & other) / least if least > 1 else float(one == other)
