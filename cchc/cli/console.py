"""The only printing: UTF-8 whatever the locale, colour only on a terminal, results to stdout or a file."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cchc.errors import SystemReason, Unwritable
from cchc.files import write_atomically


class Console:
    """Where results and notes go. `output` takes the results in place of stdout."""

    def __init__(self, output: Path | None = None) -> None:
        self.output = output
        for stream in (sys.stdout, sys.stderr):
            # What is set already is left alone: setting it again writes what a full disk has refused.
            if isinstance(stream, io.TextIOWrapper) and (stream.encoding, stream.errors) != ("utf-8", "backslashreplace"):
                # Lines end as the text has them: Windows would make CR CR LF of the CR LF of csv and ics.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")

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
        """Write a result: to the file that `--output` names, else to stdout; raise Unwritable."""
        if self.output is not None:
            write_atomically(self.output, text.encode("utf-8"))
            return
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader has what it wanted
            raise
        except OSError as error:
            raise Unwritable("output/unwritable", why=SystemReason(error)) from error

    @property
    def is_asking(self) -> bool:
        """Whether a person sits at the terminal and can be asked."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    def ask(self, question: str, usual: str = "") -> str:
        """Return what the person answers; `usual` where the answer is empty. Only where `is_asking`."""
        sys.stderr.write(f"{question} [{usual}] " if usual else f"{question} ")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt
        return answer.strip() or usual

    def choose(self, question: str, lines: Sequence[str]) -> int:
        """Return the place of the line that the person chooses by its number; the first is usual."""
        for number, line in enumerate(lines, start=1):
            self.note(f"{number:>3}  {line}")
        while True:
            answer = self.ask(question, "1")
            if answer.isdecimal() and 1 <= int(answer) <= len(lines):
                return int(answer) - 1

    def note(self, text: str) -> None:
        """Write a line about the work itself to stderr; names of files and arguments in it give no orders."""
        from cchc.outgoing import plain_log, visible

        shown = visible(text.rstrip("\n"))
        sys.stderr.write((plain_log(shown) if "GITHUB_ACTIONS" in os.environ else shown) + "\n")
        sys.stderr.flush()
