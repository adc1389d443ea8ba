"""What a run and a paragraph look like in the end: defaults, styles, theme and their own properties, as Word combines them."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from cchc.ooxml.package import W
from cchc.render.word.conformance.units import half_points, is_on

KINDS = ("ascii", "hAnsi", "cs", "eastAsia")
WORDS_OWN_SIZE = 20  # half points, where nothing names a size

_THEME_KINDS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "cs": "cstheme", "eastAsia": "eastAsiaTheme"}
_TOGGLES = ("b", "i", "caps", "vanish")
_SCRIPTS = {"vi": "Viet", "ja": "Jpan", "ko": "Hang", "zh": "Hans", "ar": "Arab", "he": "Hebr", "th": "Thai"}
_THEME_COLOURS = {"text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1", "light1": "lt1"}
_ALIGNMENTS = {"start": "left", "end": "right", "both": "justified", "distribute": "justified"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

Properties = dict[str, Any]
"""What one level says: a font for each kind, `sz`, `color`, the switches; for a paragraph `jc`."""


class Look(NamedTuple):
    """What a run looks like: a font for each of KINDS (None where none is named), the size in half points."""

    fonts: tuple[str | None, ...]
    size: int
    colour: str
    is_bold: bool
    is_italic: bool
    is_capitals: bool
    is_hidden: bool


class InTable(NamedTuple):
    """The style of the table that a paragraph stands in, and whether its first row is meant; no table by default."""

    style: str | None = None
    is_first_row: bool = False


NO_TABLE = InTable()


class Styles:
    """The styles of a document; what was worked out once is remembered."""

    def __init__(self, styles: Any, theme: Any, settings: Any) -> None:
        """Take the roots of the parts; None where the document has none."""
        self._theme = _Theme(theme, settings)
        self._styles: dict[str, Any] = {}
        self._usual: dict[str, str] = {}
        self._defaults: Properties = {}
        self._chains: dict[tuple[str | None, bool], Properties] = {}
        self._looks: dict[object, Look] = {}
        self._alignments: dict[object, str] = {}
        for style in () if styles is None else styles.iter(W + "style"):
            name = style.get(W + "styleId", "")
            self._styles.setdefault(name, style)
            if style.get(W + "default") is not None and is_on(style.get(W + "default")):
                self._usual.setdefault(style.get(W + "type", "paragraph"), name)
        if styles is not None:
            run = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            paragraph = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
            self._defaults = self._read(run) | _read_paragraph(paragraph)

    def look(self, paragraph: str | None, run: Any, table: InTable = NO_TABLE) -> Look:
        """Return what a run with these properties (`w:rPr` or None) looks like in a paragraph of this style."""
        key = (paragraph, table, None if run is None else _signature(run))
        if key not in self._looks:
            own = self._read(run)
            character = None if run is None else _value(run, "rStyle")
            levels = [
                self._of_table(table),
                self._of_paragraph(paragraph),
                self._chain(character) if character is not None else {},
            ]
            self._looks[key] = self._combine(levels, own)
        return self._looks[key]

    def alignment(self, properties: Any, table: InTable = NO_TABLE) -> str:
        """Return how a paragraph with these properties (`w:pPr` or None) is aligned: left, center, right or justified."""
        style = None if properties is None else _value(properties, "pStyle")
        own = None if properties is None else _value(properties, "jc")
        key = (style, own, table)
        if key not in self._alignments:
            levels = [self._defaults, self._of_table(table), self._of_paragraph(style), {"jc": own} if own else {}]
            last = next((level["jc"] for level in reversed(levels) if level.get("jc")), "left")
            self._alignments[key] = _ALIGNMENTS.get(last, last)
        return self._alignments[key]

    def paragraph_chain(self, style: str | None) -> list[Any]:
        """Return the elements of a paragraph's style and those it is based on, the outermost first."""
        found: list[Any] = []
        name = style if style in self._styles else self._usual.get("paragraph")
        while name in self._styles and self._styles[name] not in found:
            found.insert(0, self._styles[name])
            name = _value(found[0], "basedOn")
        return found

    def _combine(self, levels: list[Properties], own: Properties) -> Look:
        merged: Properties = dict(self._defaults)
        for level in (*levels, own):
            merged.update(level)
        switches = {}
        for name in _TOGGLES:
            # ISO/IEC 29500-1, 17.7.3: a switch that two levels of styles turn is off again; the run's own word is final.
            turned = sum(bool(level.get(name)) for level in levels) % 2 == 1
            switches[name] = own[name] if name in own else bool(self._defaults.get(name)) or turned
        return Look(
            tuple(merged.get(kind) for kind in KINDS),
            merged.get("sz", WORDS_OWN_SIZE),
            merged.get("color", "auto"),
            switches["b"],
            switches["i"],
            switches["caps"],
            switches["vanish"],
        )

    def _of_paragraph(self, style: str | None) -> Properties:
        name = style if style in self._styles else self._usual.get("paragraph")
        return self._chain(name)

    def _of_table(self, table: InTable) -> Properties:
        if table == NO_TABLE:
            return {}
        name = table.style if table.style in self._styles else self._usual.get("table")
        return self._chain(name, is_first_row=table.is_first_row)

    def _chain(self, name: str | None, *, is_first_row: bool = False) -> Properties:
        """Return what a style and those it is based on say; the nearest word counts."""
        key = (name, is_first_row)
        if key not in self._chains:
            chain: list[Any] = []
            while name in self._styles and self._styles[name] not in chain:
                chain.insert(0, self._styles[name])
                name = _value(chain[0], "basedOn")
            merged: Properties = {}
            for style in chain:
                merged |= self._read(style.find(W + "rPr")) | _read_paragraph(style.find(W + "pPr"))
            for style in chain if is_first_row else ():
                for part in style.findall(W + "tblStylePr"):
                    if part.get(W + "type") == "firstRow":
                        merged |= self._read(part.find(W + "rPr")) | _read_paragraph(part.find(W + "pPr"))
            self._chains[key] = merged
        return self._chains[key]

    def _read(self, properties: Any) -> Properties:
        """Return what a `w:rPr` says."""
        said: Properties = {}
        if properties is None:
            return said
        for child in properties:
            name = child.tag.rpartition("}")[2]
            if name in _TOGGLES:
                said[name] = is_on(child.get(W + "val"))
            elif name == "sz" and (size := half_points(child.get(W + "val"))) is not None:
                said["sz"] = size
            elif name == "color":
                said["color"] = self._theme.colour(child)
            elif name == "rFonts":
                said |= self._theme.fonts(child)
        return said


class _Theme:
    """The fonts and colours that a document calls by their part in its theme."""

    def __init__(self, theme: Any, settings: Any) -> None:
        self._theme = theme
        language = None if settings is None else settings.find(W + "themeFontLang")
        self._languages: Mapping[str, str] = {} if language is None else language.attrib

    def fonts(self, element: Any) -> dict[str, str | None]:
        """Return the font for each kind that a `w:rFonts` names; the theme's goes before the one written out."""
        said: dict[str, str | None] = {}
        for kind in KINDS:
            part = element.get(W + _THEME_KINDS[kind])
            written = element.get(W + kind)
            if part is not None:
                said[kind] = self._font(part) or written
            elif written is not None:
                said[kind] = written
        return said

    def _font(self, part: str) -> str | None:
        named = re.fullmatch(r"(major|minor)(HAnsi|Ascii|EastAsia|Bidi)", part)
        if named is None or self._theme is None:
            return None
        group = next(self._theme.iter(f"{_A}{named[1]}Font"), None)
        if group is None:
            return None
        slot = {"EastAsia": "ea", "Bidi": "cs"}.get(named[2], "latin")
        own = group.find(_A + slot)
        if own is not None and own.get("typeface"):
            return str(own.get("typeface"))
        attribute = {"ea": "eastAsia", "cs": "bidi"}.get(slot, "val")
        script = _SCRIPTS.get(self._languages.get(W + attribute, "")[:2])
        return next((str(font.get("typeface")) for font in group.iter(_A + "font") if font.get("script") == script), None)

    def colour(self, element: Any) -> str:
        """Return a colour as six digits, or `auto`."""
        written = element.get(W + "val") or "auto"
        slot = _THEME_COLOURS.get(element.get(W + "themeColor", ""))
        is_plain = element.get(W + "themeTint") is None and element.get(W + "themeShade") is None
        entry = next(self._theme.iter(_A + slot), None) if slot and is_plain and self._theme is not None else None
        for colour in () if entry is None else entry:
            return str(colour.get("lastClr") or colour.get("val") or written).upper()
        return "auto" if written.lower() == "auto" else str(written).upper()


def _value(element: Any, name: str) -> str | None:
    child = element.find(W + name)
    return None if child is None else child.get(W + "val")


def _read_paragraph(properties: Any) -> Properties:
    alignment = None if properties is None else _value(properties, "jc")
    return {} if alignment is None else {"jc": alignment}


def _signature(properties: Any) -> tuple[object, ...]:
    return tuple((child.tag, tuple(child.attrib.items())) for child in properties)
