"""Diagnostics to be reported: of a hostile text, of two alike, of a plan and of a shared file."""

from collections.abc import Callable

import pytest

from cchc.diagnostics import CODES, Diagnostic, Span

Make = Callable[..., Diagnostic]


@pytest.fixture
def found() -> Make:
    """Return a function that makes a diagnostic; what it is not told is usual."""

    def make(code: str = "unknown-unit", line: int = 5, column: int = 3, **given: object) -> Diagnostic:
        params = {"unit": given.pop("unit", "x")}
        usual = {"file": "plans/p/plan.yaml", "span": Span(line, column, 4), "source_line": "  lead: [x]", "params": params}
        return Diagnostic(code=code, severity=CODES[code], **(usual | given))  # type: ignore[arg-type]  # fields as given

    return make
