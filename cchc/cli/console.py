"""The only printing: UTF-8 whatever the locale, colour only on a terminal, results to stdout or a file."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path

from cchc.files import write_atomically


class Console:
    """Where results and notes go. `output` takes the results in place of stdout."""

    def __init__(self, output: Path | None = None) -> None:
        self.output = output
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    @property
    def is_coloured(self) -> bool:
        return self.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    @property
    def width(self) -> int:
        """Columns of the terminal; 80 where there is none. `COLUMNS` overrules."""
        with suppress(ValueError, OSError):
            return max(40, int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns))
        return 80

    def result(self, text: str) -> None:
        """Write a result: to the file that `--output` names, else to stdout."""
        if self.output is not None:
            write_atomically(self.output, text.encode("utf-8"))
            return
        sys.stdout.write(text)
        sys.stdout.flush()

    def note(self, text: str) -> None:
        """Write a line about the work itself to stderr."""
        sys.stderr.write(text.rstrip("\n") + "\n")
        sys.stderr.flush()
