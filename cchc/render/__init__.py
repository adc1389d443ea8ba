"""The formats of a rendered appendix: a file's ending names the module, imported when asked for."""

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import cast

from cchc.views.appendix import Appendix

Renderer = Callable[[Appendix, bytes], bytes]

FORMATS = MappingProxyType({".docx": "cchc.render.docx"})


def renderer_for(ending: str) -> Renderer:
    """Return `render(appendix, template) -> bytes` for a file's ending; KeyError where there is none."""
    return cast("Renderer", import_module(FORMATS[ending.lower()]).render)
