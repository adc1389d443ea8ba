"""The formats of the due list that are no terminal's: one module each, imported when asked for."""

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import cast

from cchc.views.due_list import DueList

FORMATS = MappingProxyType({name: f"cchc.render.due_list.as_{name}" for name in ("json", "md", "csv", "ics")})


def writer_for(name: str) -> Callable[[DueList], str]:
    """Return `write(due_list) -> str` of a format; KeyError where there is none."""
    return cast("Callable[[DueList], str]", import_module(FORMATS[name]).write)
