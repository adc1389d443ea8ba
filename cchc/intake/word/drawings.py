"""Words in pictures, text boxes and objects: they stand over the text, so they are told and not mixed into it."""

from typing import Any

from cchc.intake.notices import Notices
from cchc.intake.values import NoticeKind
from cchc.intake.word.xml import DRAWING, plain_words
from cchc.ooxml.package import W

_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def tell_drawing(element: Any, notices: Notices) -> None:
    """Tell the words of a drawing; one without words is a picture, told with what stands for it."""
    words = plain_words(element)
    art = [path.get("string", "") for path in element.iter(_VML + "textpath")]
    has_box = next(element.iter(W + "txbxContent", DRAWING + "t", W + "t"), None) is not None
    if has_box or any(art):
        notices.tell(NoticeKind.TEXT_BOX, "\n".join([*([words] if words else []), *art]))
    elif element.tag == W + "object":
        notices.tell(NoticeKind.OBJECT, _alternative(element), _program(element))
    else:
        notices.tell(NoticeKind.PICTURE, _alternative(element))


def _alternative(element: Any) -> str:
    """Return what an author wrote to stand for a picture."""
    for placed in element.iter(_PLACED):
        return placed.get("descr") or placed.get("title") or ""
    return next((shape.get("alt") for shape in element.iter(_VML + "shape") if shape.get("alt")), "")


def _program(element: Any) -> str:
    return next((one.get("ProgID", "") for one in element.iter(_OFFICE + "OLEObject")), "")
