"""A person at a real terminal who answers what a command asks."""

import os
import pty
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cli.repository import CCHC


def at_terminal(
    arguments: Sequence[str], answers: Sequence[str], folder: Path, env: Mapping[str, str] = os.environ
) -> tuple[int, str]:
    """Run a command whose input and messages are a terminal; return its status and what stood on the terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen([CCHC, *arguments], stdin=slave, stderr=slave, stdout=subprocess.DEVNULL, cwd=folder, env=env)
    os.close(slave)
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
    said = b""
    while True:
        try:
            chunk = os.read(master, 4096)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        said += chunk
    status = process.wait(60)
    os.close(master)
    return status, said.decode()
