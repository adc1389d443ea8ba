"""`cchc explain`: what a diagnostic means."""

from difflib import get_close_matches

from cchc.cli.console import Console
from cchc.diagnostics import CODES
from cchc.errors import UsageError
from cchc.messages import Language, explanation, screen


def run_code(code: str | None, language: Language, console: Console) -> int:
    """Print what a code means; raise UsageError where there is no such code."""
    if code is None:
        raise UsageError("usage/explain-nothing")
    if code not in CODES:
        near = get_close_matches(code[:60], CODES, 1)
        raise UsageError("usage/no-such-code", code=code, near=near[0] if near else "")
    severity = screen(language, f"severity/{CODES[code].value}")
    console.result(f"{severity}[{code}]\n\n{explanation(language, code).strip()}\n")
    return 0
