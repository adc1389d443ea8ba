"""What the readers of Word's XML ask of an element."""

from collections.abc import Iterator
from typing import Any

from cchc.intake.values import Tracked
from cchc.ooxml.package import W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_UNDERSTOOD = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/")
_PARAGRAPHS = {W + "p", DRAWING + "p"}
_WORDS = {W + "t", W + "delText", DRAWING + "t", MATH + "t"}
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


def value_of(parent: Any, name: str) -> str | None:
    """Return the `w:val` of a child; None where there is no such child."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "")


def is_on(parent: Any, name: str) -> bool | None:
    """Say whether a property that is on or off is on; None where it is not told."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "1") not in {"0", "false", "off"}


def properties_of(element: Any, name: str, tracked: Tracked) -> Any:
    """Return the properties of an element, those before a tracked change where changes are ignored; None without."""
    own = element.find(W + name)
    if own is None or tracked == "accept":
        return own
    change = own.find(f"{W}{name}Change")
    before = None if change is None else change.find(W + name)
    return own if before is None else before


def is_placeholder(control: Any) -> bool:
    """Say whether a content control only shows what Word asks to be filled in."""
    properties = control.find(W + "sdtPr")
    return properties is not None and is_on(properties, "showingPlcHdr") is True


def branch_of(alternate: Any) -> Any:
    """Return the branch of an `mc:AlternateContent` that Word shows: the first that it understands; None without."""
    for choice in alternate.findall(MC + "Choice"):
        needed = [choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split()]
        if needed and all(name.startswith(_UNDERSTOOD) for name in needed):
            return choice
    return alternate.find(MC + "Fallback")


def plain_words(element: Any) -> str:
    """Return all words inside of an element, whatever holds them: for a notice, not for a cell."""
    return "".join(_pieces(element)).strip("\n")


def _pieces(element: Any) -> Iterator[str]:
    waiting = [element]
    has_words = False
    while waiting:
        child = waiting.pop()
        tag = child.tag
        if tag in _WORDS:
            has_words = True
            yield child.text or ""
        elif tag in _BREAKS:
            yield _BREAKS[tag]
        elif tag == MC + "AlternateContent":
            branch = branch_of(child)
            waiting += [] if branch is None else [branch]
        else:
            if tag in _PARAGRAPHS and has_words:
                yield "\n"
            waiting += reversed(child)
