"""The page number: in the middle of the top margin, Arabic, 13 to 14, upright, not on the first page, from 1."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cchc.ooxml.package import W
from cchc.render.word.conformance.found import Between, Findings, Measure, Quoted, Where, Word
from cchc.render.word.conformance.reading import Section
from cchc.render.word.conformance.styles import Look, Styles
from cchc.render.word.conformance.units import TWIPS_PER_MM, is_on, twips, whole

SIZE = Between(13, 14, "pt")
CENTRE_TOLERANCE = 5 * TWIPS_PER_MM

_ARABIC = {"decimal", "numberInDash"}
_SWITCHES = {"ARABIC", "ARABICDASH", "MERGEFORMAT", "CHARFORMAT"}
_SWITCH = re.compile(r"\\\*\s*(\w+)")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EMU_PER_TWIP = 635

Shown = Mapping[str, Any]
"""The roots of a section's headers or footers by the pages they stand on: default, first, even."""


class PageNumber(NamedTuple):
    """A field PAGE: its instruction, the run that shows it (None where none does), the paragraph it stands in."""

    instruction: str
    run: Any
    paragraph: Any


def judge_numbers(
    section: Section, headers: Shown, footers: Shown, styles: Styles, findings: Findings, *, has_even: bool, is_appendix: bool
) -> None:
    """Note what is wrong with the page numbers of a section; `is_appendix` where one begins with it."""
    where = Where("section", section=section.number)
    kinds = ("default", "even") if has_even else ("default",)
    for kind in kinds:
        above, below = _numbers_in(headers.get(kind)), _numbers_in(footers.get(kind))
        for number in above:
            header = where._replace(kind="header")
            _judge_centred(number, section, styles, header, findings)
            _judge_type(number, section, styles, header, findings)
        for number in below:
            findings.add("docx-page-number-place", where._replace(kind="footer"), Word("bottom"), Word("top"))
            _judge_type(number, section, styles, where._replace(kind="footer"), findings)
        if not above and not below:
            findings.add("docx-page-number-missing", where, Word("nothing"), Word("page-number"))
    start = _start(section)
    begins = section.number == 1 or start is not None
    first = "first" if _has(section.properties, "titlePg") else "default"
    if begins and (_numbers_in(headers.get(first)) or _numbers_in(footers.get(first))):
        findings.add("docx-page-number-first-page", where, Word("shown"), Word("hidden"))
    if start is None and section.number > 1 and is_appendix:
        findings.add("docx-page-number-start", where, Word("goes-on"), Quoted("1"))
    elif start not in {None, 1} and (section.number == 1 or is_appendix):
        findings.add("docx-page-number-start", where, Quoted(str(start)), Quoted("1"))


def _judge_type(number: PageNumber, section: Section, styles: Styles, where: Where, findings: Findings) -> None:
    numbering = section.properties.find(W + "pgNumType") if section.properties is not None else None
    form = numbering.get(W + "fmt", "decimal") if numbering is not None else "decimal"
    switches = [name for name in _SWITCH.findall(number.instruction) if name.upper() not in _SWITCHES]
    if form not in _ARABIC or switches:
        findings.add("docx-page-number-digits", where, Quoted(switches[0] if switches else form), Word("arabic"))
    look = _look(number, styles)
    size = look.size / 2
    if not SIZE.first <= size <= SIZE.last:
        findings.add("docx-page-number-size", where, Measure(size, "pt"), SIZE)
    if look.is_italic:
        findings.add("docx-page-number-upright", where, Word("italic"), Word("upright"))


def _look(number: PageNumber, styles: Styles) -> Look:
    style = number.paragraph.find(f"{W}pPr/{W}pStyle")
    own = number.run.find(W + "rPr") if number.run is not None else None
    return styles.look(None if style is None else style.get(W + "val"), own)


def _judge_centred(number: PageNumber, section: Section, styles: Styles, where: Where, findings: Findings) -> None:
    found = _side(number, section, styles)
    if found != "center":
        findings.add("docx-page-number-centred", where, Word(found), Word("center"))


def _side(number: PageNumber, section: Section, styles: Styles) -> str:
    """Return on which side of the page the number stands: by its text box, its frame, its tabs or its paragraph."""
    box = next((parent for parent in number.paragraph.iterancestors() if parent.tag == W + "txbxContent"), None)
    if box is not None:
        return _side_of_box(box, section)
    properties = number.paragraph.find(W + "pPr")
    frame = properties.find(W + "framePr") if properties is not None else None
    if frame is not None and frame.get(W + "xAlign") is not None:
        return str(frame.get(W + "xAlign"))
    alignment = styles.alignment(properties)
    tabs = _tabs_before(number)
    if alignment == "center" or not tabs:
        return "left" if alignment == "justified" else alignment
    if tabs[-1].tag == W + "ptab":
        return str(tabs[-1].get(W + "alignment", "left"))
    return _side_of_tab(len(tabs), _tab_stops(properties, styles), section)


def _side_of_box(box: Any, section: Section) -> str:
    """Return where a text box stands: aligned, or by its offset from the left edge of the page or of the text."""
    width, left, right = _measures(section)
    for parent in box.iterancestors():
        if parent.tag == _DRAWING + "anchor":
            position = parent.find(_DRAWING + "positionH")
            if position is None:
                return "box"
            if align := position.findtext(_DRAWING + "align"):
                return str(align).strip()
            offset, extent = position.findtext(_DRAWING + "posOffset"), parent.find(_DRAWING + "extent")
            own = whole(extent.get("cx")) if extent is not None else None
            edge = 0.0 if position.get("relativeFrom") == "page" else left
            middle = edge + ((whole(offset) or 0) + (own or 0) / 2) / _EMU_PER_TWIP
            aim = width / 2 if position.get("relativeFrom") == "page" else (left + width - right) / 2
            return "center" if abs(middle - aim) <= CENTRE_TOLERANCE else "box"
        if found := re.search(r"mso-position-horizontal:\s*(\w+)", parent.get("style") or ""):
            return found[1]
    return "box"


def _side_of_tab(count: int, stops: dict[float, str], section: Section) -> str:
    """Return where the last of so many tabs leads to."""
    width, left, right = _measures(section)
    if count > len(stops):
        return "tab"
    position = sorted(stops)[count - 1]
    if stops[position] != "center":
        return "tab"
    return "center" if abs(position - (width - left - right) / 2) <= CENTRE_TOLERANCE else "tab"


def _measures(section: Section) -> tuple[float, float, float]:
    """Return the width of the page and of the margins left and right, in twips."""
    size = section.properties.find(W + "pgSz") if section.properties is not None else None
    margins = section.properties.find(W + "pgMar") if section.properties is not None else None
    width = twips(size.get(W + "w")) if size is not None else None
    left, right = (twips(margins.get(W + side)) if margins is not None else None for side in ("left", "right"))
    return width or 11906.0, left or 0.0, right or 0.0


def _tabs_before(number: PageNumber) -> list[Any]:
    """Return the tabs of a paragraph that stand before the number."""
    found = []
    for element in number.paragraph.iter(W + "tab", W + "ptab", W + "fldSimple", W + "instrText"):
        if element.tag == W + "fldSimple" or element.tag == W + "instrText":
            if _is_page(element.get(W + "instr") or element.text or ""):
                break
        elif element.getparent().tag == W + "r":
            found.append(element)
    return found


def _tab_stops(properties: Any, styles: Styles) -> dict[float, str]:
    style = properties.find(W + "pStyle") if properties is not None else None
    chain = styles.paragraph_chain(None if style is None else style.get(W + "val"))
    levels = [element.find(W + "pPr") for element in chain] + [properties]
    stops: dict[float, str] = {}
    for level in levels:
        for stop in level.iterfind(f"{W}tabs/{W}tab") if level is not None else ():
            position, kind = twips(stop.get(W + "pos")), stop.get(W + "val", "left")
            if position is not None and kind == "clear":
                stops.pop(position, None)
            elif position is not None and kind not in {"bar", "num"}:
                stops[position] = kind
    return stops


def _numbers_in(root: Any) -> list[PageNumber]:
    return [] if root is None else list(_fields(root))


def _fields(root: Any) -> Iterator[PageNumber]:
    """Yield the fields PAGE of a header or footer, written in one element or in pieces."""
    opened: list[_Opened] = []
    for element in root.iter(W + "fldSimple", W + "r"):
        if any(parent.tag == _FALLBACK for parent in element.iterancestors()):
            continue
        if element.tag == W + "fldSimple":
            instruction = element.get(W + "instr", "")
            if _is_page(instruction):
                run = next((run for run in element.iter(W + "r") if run.find(W + "t") is not None), None)
                yield PageNumber(instruction, run, _paragraph_of(element))
            continue
        for child in element:
            if child.tag == W + "fldChar":
                kind = child.get(W + "fldCharType")
                if kind == "begin":
                    opened.append(_Opened())
                elif opened and kind == "separate":
                    opened[-1].is_result = True
                elif opened and kind == "end":
                    field = opened.pop()
                    if _is_page(field.instruction):
                        run = field.shown if field.shown is not None else field.told
                        yield PageNumber(field.instruction, run, _paragraph_of(element))
            elif opened and child.tag == W + "instrText":
                opened[-1].instruction += child.text or ""
                opened[-1].told = element if opened[-1].told is None else opened[-1].told
            elif opened and child.tag == W + "t" and opened[-1].is_result and opened[-1].shown is None:
                opened[-1].shown = element


class _Opened:
    """A field whose end was not met yet: its instruction, the run that tells it, the run that shows its result."""

    def __init__(self) -> None:
        self.instruction = ""
        self.told: Any = None
        self.shown: Any = None
        self.is_result = False


def _is_page(instruction: str) -> bool:
    return instruction.split()[:1] in (["PAGE"], ["page"], ["Page"])


def _paragraph_of(element: Any) -> Any:
    return next((parent for parent in element.iterancestors() if parent.tag == W + "p"), element)


def _start(section: Section) -> int | None:
    numbering = section.properties.find(W + "pgNumType") if section.properties is not None else None
    return whole(numbering.get(W + "start")) if numbering is not None else None


def _has(properties: Any, name: str) -> bool:
    child = properties.find(W + name) if properties is not None else None
    return child is not None and is_on(child.get(W + "val"))
