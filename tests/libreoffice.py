"""LibreOffice as tests use it: with a profile of its own, and skipped where it is not installed, but never in CI."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MUST_RUN = bool(os.environ.get("CI") or os.environ.get("CCHC_REQUIRE_OFFICE"))
_READERS = ("pdftotext", "pdfinfo", "pdffonts")


def _needs(*tools: str) -> pytest.MarkDecorator:
    is_missing = any(shutil.which(tool) is None for tool in tools)
    return pytest.mark.skipif(not MUST_RUN and is_missing, reason="LibreOffice is not installed")


needs_office = _needs("soffice")
needs_office_and_pages = _needs("soffice", *_READERS)


def converted(path: Path, kind: str) -> Path:
    """Return the file that LibreOffice makes of another; `kind` is an ending, and may name a filter: `pdf`, `xlsx:…`."""
    ending = kind.partition(":")[0]
    target = path.parent / f"as-{ending}"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(path))
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return target / path.with_suffix(f".{ending}").name
