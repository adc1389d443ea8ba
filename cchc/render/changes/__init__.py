"""What changed, in the formats that `cchc diff` prints, each a module imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from cchc.views.changes import Comparison

FORMATS = ("text", "md", "json", "html")


def writer_for(name: str) -> Callable[[Comparison], str]:
    """Return what writes a comparison in one of `FORMATS`."""
    return cast("Callable[[Comparison], str]", import_module(f"cchc.render.changes.as_{name}").write)
