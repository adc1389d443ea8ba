"""What the styles of a document say about its words: which are hidden, numbered, or in a font from before Unicode."""

from typing import Any, NamedTuple

from cchc.intake.counting import whole
from cchc.intake.word.xml import is_on, value_of
from cchc.ooxml.package import W

_OLD_FONTS = (".vn", "vni-", "vni ", "tcvn")
_FONT_KINDS = tuple(W + kind for kind in ("ascii", "hAnsi", "cs"))
_CHAIN_LIMIT = 50


class Numbered(NamedTuple):
    """Which list and level a paragraph belongs to, as far as it is told."""

    list_id: str | None
    level: int | None


class Style(NamedTuple):
    """A style with what it takes from those that it is based on."""

    numbered: Numbered
    is_hidden: bool
    old_font: str
    outline: int | None


PLAIN = Style(Numbered(None, None), is_hidden=False, old_font="", outline=None)


class Styles:
    """The styles of a document, each worked out when it is first asked for."""

    def __init__(self, root: Any) -> None:
        elements = [] if root is None else root.findall(W + "style")
        self._elements = {element.get(W + "styleId", ""): element for element in elements}
        self._known: dict[str, Style] = {}
        self._usual = next((name for name, element in self._elements.items() if _is_usual(element)), "")

    def paragraph(self, name: str | None) -> Style:
        """Return a paragraph style; without a name, the usual one."""
        return self._style(self._usual if name is None else name)

    def character(self, name: str) -> Style:
        return self._style(name)

    def list_of(self, name: str) -> str | None:
        """Return the list that a numbering style stands for."""
        return self._style(name).numbered.list_id

    def _style(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._work_out(name)
        return self._known[name]

    def _work_out(self, name: str) -> Style:
        chain: list[Any] = []
        while name in self._elements and len(chain) < _CHAIN_LIMIT:
            element = self._elements[name]
            chain.append(element)
            name = value_of(element, "basedOn") or ""
        style = PLAIN
        for element in reversed(chain):
            style = _changed(style, element)
        return style


def _changed(style: Style, element: Any) -> Style:
    """Return a style as one that is based on it changes it."""
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    numbered = None if paragraph is None else numbered_by(paragraph)
    hidden = is_on(run, "vanish")
    fonts = None if run is None else run.find(W + "rFonts")
    outline = value_of(paragraph, "outlineLvl")
    return Style(
        style.numbered if numbered is None else _joined(numbered, style.numbered),
        style.is_hidden if hidden is None else hidden,
        style.old_font if fonts is None else old_font(fonts),
        style.outline if outline is None else whole(outline, 9),
    )


def numbered_by(properties: Any) -> Numbered | None:
    """Return what the properties of a paragraph say of its list; None where they say nothing."""
    element = properties.find(W + "numPr")
    if element is None:
        return None
    level = value_of(element, "ilvl")
    return Numbered(value_of(element, "numId"), None if level is None else whole(level, 0))


def _joined(own: Numbered, inherited: Numbered) -> Numbered:
    list_id = inherited.list_id if own.list_id is None else own.list_id
    return Numbered(list_id, inherited.level if own.level is None else own.level)


def old_font(fonts: Any) -> str:
    """Return the name of a font from before Unicode that `w:rFonts` asks for, else nothing."""
    names = [fonts.get(kind, "") for kind in _FONT_KINDS]
    return next((name for name in names if name.casefold().startswith(_OLD_FONTS)), "")


def _is_usual(element: Any) -> bool:
    return element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true", "on"}
