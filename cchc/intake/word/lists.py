"""The numbers that Word prints before paragraphs of lists, counted as Word counts them (ISO/IEC 29500-1, 17.9)."""

import re
from typing import Any, NamedTuple

from cchc.intake.counting import counted, whole
from cchc.intake.notices import Notices
from cchc.intake.values import NoticeKind
from cchc.intake.word.styles import Numbered, Styles
from cchc.intake.word.symbols import bullet
from cchc.intake.word.xml import is_on, value_of
from cchc.ooxml.package import W

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_TEXT_LIMIT = 200  # Word allows fewer


class Level(NamedTuple):
    """How one level of a list is numbered; `restart` is the level, from 1, that starts it again, 0 none, None any above."""

    start: int
    form: str
    sample: str
    text: str
    restart: int | None
    is_legal: bool
    font: str


class NumberedList(NamedTuple):
    """A list (`w:num`): whose counts it goes on with, its levels, and those that it begins anew."""

    counts: str
    levels: dict[int, Level]
    begun: dict[int, int]

    def start(self, level: int) -> int:
        """Return the number that a level begins with."""
        return self.begun.get(level, self.levels[level].start)


class Lists:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Any, styles: Styles, notices: Notices) -> None:
        self._styles = styles
        self._notices = notices
        elements = [] if root is None else list(root)
        self._kinds = {_id(one, "abstractNumId"): one for one in elements if one.tag == W + "abstractNum"}
        self._elements = {_id(one, "numId"): one for one in elements if one.tag == W + "num"}
        self._linked = {value_of(one, "styleLink"): name for name, one in self._kinds.items()}
        self._level_of_style: dict[str, dict[str, int]] = {name: _styled(one) for name, one in self._kinds.items()}
        self._known: dict[str, NumberedList | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def number(self, numbered: Numbered, style: str | None) -> tuple[str | None, int | None]:
        """Count a paragraph; return what is printed before it, and its level."""
        if numbered.list_id in {None, "0"}:
            return None, None
        own = self._list(numbered.list_id or "")
        if own is None:
            return None, None
        level = self._level(own, numbered, style)
        definition = own.levels.get(level)
        if definition is None:
            return None, level
        counts = self._count(numbered.list_id or "", own, level)
        return self._printed(own, level, definition, counts) or None, level

    def _level(self, own: NumberedList, numbered: Numbered, style: str | None) -> int:
        linked = self._level_of_style.get(own.counts, {}).get(style or "")
        level = numbered.level if numbered.level is not None else linked
        return 0 if level is None or not 0 <= level < LEVELS else level

    def _count(self, list_id: str, own: NumberedList, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(own.counts, {})
        for above in range(level):  # one that was passed over counts as begun
            if above not in counts and above in own.levels:
                counts[above] = own.start(above)
                self._started.add((list_id, above))
        is_begun_anew = level in own.begun and (list_id, level) not in self._started
        self._started.add((list_id, level))
        counts[level] = counts[level] + 1 if level in counts and not is_begun_anew else own.start(level)
        for deeper in [deeper for deeper in counts if deeper > level]:
            restart = own.levels[deeper].restart if deeper in own.levels else None
            if restart is None or level < restart:
                del counts[deeper]
        return counts

    def _printed(self, own: NumberedList, level: int, definition: Level, counts: dict[int, int]) -> str:
        if definition.form == "bullet":
            return bullet(definition.text, definition.font)

        def fill(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            if at > level or at not in counts or at not in own.levels:
                return ""
            one, count = own.levels[at], counts[at]
            form = "decimal" if definition.is_legal and one.form != "none" else one.form
            text = counted(count, form, one.sample)
            if text is None:
                self._notices.tell_once(NoticeKind.NUMBER_FORMAT, str(count), form, is_kept=True)
            return str(count) if text is None else text

        return _PLACE.sub(fill, definition.text)

    def _list(self, list_id: str) -> NumberedList | None:
        if list_id not in self._known:
            self._known[list_id] = self._work_out(list_id)
        return self._known[list_id]

    def _work_out(self, list_id: str) -> NumberedList | None:
        element = self._elements.get(list_id)
        if element is None:
            return None
        kind = self._kind(value_of(element, "abstractNumId") or "")
        if kind is None:
            return None
        levels = _levels(self._kinds[kind])
        begun: dict[int, int] = {}
        for change in element.findall(W + "lvlOverride"):
            at = whole(change.get(W + "ilvl"), -1)
            own = change.find(W + "lvl")
            if own is not None:
                levels[at] = _level(own)
            start = value_of(change, "startOverride")
            if start is not None:
                begun[at] = whole(start, 1)
        return NumberedList(kind, levels, begun)

    def _kind(self, name: str) -> str | None:
        """Return the definition that counts for a list: another one where it only names a style."""
        element = self._kinds.get(name)
        if element is None:
            return None
        style = value_of(element, "numStyleLink")
        if style is None:
            return name
        linked = self._linked.get(style)
        if linked is not None:
            return linked
        owner = self._elements.get(self._styles.list_of(style) or "")
        target = value_of(owner, "abstractNumId")
        is_sound = target in self._kinds and value_of(self._kinds[target], "numStyleLink") is None
        return target if is_sound else None


def _id(element: Any, name: str) -> str:
    return str(element.get(W + name, ""))


def _styled(kind: Any) -> dict[str, int]:
    """Return which level of a list each paragraph style stands for."""
    styled = {value_of(one, "pStyle"): whole(one.get(W + "ilvl"), 0) for one in kind.findall(W + "lvl")}
    return {style: level for style, level in styled.items() if style is not None}


def _levels(kind: Any) -> dict[int, Level]:
    return {whole(one.get(W + "ilvl"), -1): _level(one) for one in kind.findall(W + "lvl")}


def _level(element: Any) -> Level:
    form = element.find(f".//{W}numFmt")  # a form of the author's own stands in a choice between programs
    text = value_of(element, "lvlText")
    restart = value_of(element, "lvlRestart")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    is_picture = element.find(W + "lvlPicBulletId") is not None
    return Level(
        whole(value_of(element, "start"), 0),
        "decimal" if form is None else form.get(W + "val", "decimal"),
        "" if form is None else form.get(W + "format", "").partition(",")[0],
        "•" if is_picture else (text or "")[:_TEXT_LIMIT],
        None if restart is None else whole(restart, 0),
        is_on(element, "isLgl") is True,
        "" if fonts is None else fonts.get(W + "ascii", "") or fonts.get(W + "hAnsi", ""),
    )
