"""What elements of a page are to its reader."""

import re
from types import MappingProxyType
from typing import Any, NamedTuple

from cchc.intake.counting import counted
from cchc.intake.values import NoticeKind, Tracked

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav",
        "ol", "p", "pre", "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
IGNORED = frozenset({"script", "style", "template", "head", "title"})
"""Elements without words for a reader; a script is told."""

STRUCK = frozenset({"s", "strike"})
CHANGES: MappingProxyType[str, tuple[NoticeKind, Tracked]] = MappingProxyType(
    {"ins": (NoticeKind.INSERTED, "accept"), "del": (NoticeKind.DELETED, "ignore")}
)
EMBEDDED = MappingProxyType(
    {
        "img": NoticeKind.PICTURE,
        **dict.fromkeys(("input", "select"), NoticeKind.FIELD),
        **dict.fromkeys(("iframe", "object", "embed", "applet", "video", "audio", "canvas", "svg"), NoticeKind.EMBEDDED),
    }
)
_HIDING = re.compile(r"(?:display:none|visibility:hidden|mso-hide:all)")
_LIST_STYLE = re.compile(r"list-style(?:-type)?:([a-z-]+)")
_STYLE_LIMIT = 2_000
_FORMS = MappingProxyType(
    {
        "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "lower-alpha": "lowerLetter",
        "upper-alpha": "upperLetter", "lower-latin": "lowerLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
        "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero", "none": "none",
    }
)  # fmt: skip


class Looks(NamedTuple):
    """What the style of an element makes of it."""

    is_hidden: bool
    is_list_mark: bool


def looks(element: Any) -> Looks:
    """Return whether an element is hidden, and whether Word drew it as the mark of a list."""
    style = _style(element)
    is_hidden = element.get("hidden") is not None or _HIDING.search(style) is not None
    return Looks(is_hidden, "mso-list:ignore" in style)


def item_number(owner: Any, item: Any, count: int) -> str | None:
    """Return what a browser draws before an item of a list."""
    said = _LIST_STYLE.search(_style(item)) or _LIST_STYLE.search(_style(owner))
    kind = said[1] if said is not None else owner.get("type", "")
    if kind == "none":
        return None
    if owner.tag == "ul":
        return "•"
    return f"{counted(count, _FORMS.get(kind, 'decimal'))}."


def _style(element: Any) -> str:
    style = element.get("style", "")
    return "".join(style[:_STYLE_LIMIT].split()).lower() if style else ""
