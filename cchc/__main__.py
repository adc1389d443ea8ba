"""The program itself: `cchc`, or `python -P -m cchc`."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

_PLUGINS = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands in for pydantic's search for plugins, which brings in the standard library's mail parser to find none.

    Whatever else is asked of the module is answered by the real one, with plugins turned off.
    """

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system asks whether this is a package
            raise AttributeError(name)
        del sys.modules[_PLUGINS]
        return getattr(import_module(_PLUGINS), name)


def run() -> NoReturn:
    """Run the command line and end the process with its exit status.

    A run is short and nearly all it makes lives to its end, so the memory of cycles is looked for seldom, and what the
    system takes back anyway is not taken apart first: together a fifth of `cchc validate` on one plan.
    """
    gc.set_threshold(100_000, 50, 100)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules[_PLUGINS] = _NoPlugins(_PLUGINS)

    from cchc.cli.app import main

    status = main()
    with suppress(OSError):  # the reader of a pipe may have gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
