"""The program itself: `cchc`, or `python -P -m cchc`."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line and end the process with its exit status.

    A run is short and nearly all it makes lives to its end, so the memory of cycles is looked for seldom, and what the
    system takes back anyway is not taken apart first: together a fifth of `cchc validate` on one plan.
    """
    gc.set_threshold(100_000, 50, 100)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else pydantic reads the metadata of every package

    from cchc.cli.app import main

    status = main()
    with suppress(OSError):  # the reader of a pipe may have gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
