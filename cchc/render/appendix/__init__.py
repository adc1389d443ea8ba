"""The formats of a rendered appendix: a file's ending names the module, imported when asked for.

`.docx` is filled into a template, `as_docx.render(appendix, template)`, and `.pdf` is made of it by LibreOffice at the edge;
all others lay out the view by themselves.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from cchc.views.appendix import Appendix

Renderer = Callable[[Appendix], bytes]

FROM_TEMPLATE = (".docx", ".pdf")
BY_THEMSELVES: Mapping[str, str] = MappingProxyType(
    {
        ".xlsx": "cchc.render.appendix.as_xlsx",
        ".html": "cchc.render.appendix.as_html",
        ".json": "cchc.render.appendix.as_json",
        ".csv": "cchc.render.appendix.as_csv",
        ".md": "cchc.render.appendix.as_md",
    }
)
FORMATS = (*FROM_TEMPLATE, *BY_THEMSELVES)


def renderer_for(ending: str) -> Renderer:
    """Return `render(appendix) -> bytes` of a format that needs no template; KeyError where there is none."""
    return cast("Renderer", import_module(BY_THEMSELVES[ending]).render)
