"""What a run imports, and how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SHOW = "import sys; sys.argv = ['cchc', *{arguments!r}]; import os; os._exit = lambda status: (print(status, *sys.modules), sys.exit(0)); import cchc.__main__ as m; m.run()"
HEAVY = {"docx", "docxtpl", "lxml", "jinja2", "holidays", "icalendar", "rich", "email", "importlib.metadata"}


def run(*arguments: str) -> list[str]:
    """Return the exit status of a run and the modules that it has imported."""
    program = SHOW.format(arguments=arguments)
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (("validate",), set()),
        (("due", "--as-of", "2025-06-02"), {"rich"}),
        (("due", "--as-of", "2025-06-02", "--format", "json"), set()),
        (("explain", "B.II.3", "--as-of", "2025-06-02"), set()),
        (("calendar", "2025"), {"rich"}),
        (("calendar", "2025", "--format", "json"), set()),
    ],
)
def test_a_run_imports_nothing_heavy_that_it_does_not_need(arguments: tuple[str, ...], needed: set[str]) -> None:
    status, *modules = run(*arguments)
    assert status == "0"
    assert set(modules) & HEAVY == needed


def test_help_leaves_the_model_alone() -> None:
    status, *modules = run("--help")
    assert status == "0"
    assert not {"pydantic", "yaml", "cchc.model", "cchc.source"} & set(modules)


def test_plugins_of_pydantic_are_never_looked_for() -> None:
    program = (
        "import sys; from cchc.__main__ import _NoPlugins, _PLUGINS; sys.modules[_PLUGINS] = _NoPlugins(_PLUGINS);"
        "from pydantic.plugin import _loader; print(_loader.get_plugins(), _loader.PYDANTIC_ENTRY_POINT_GROUP)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "() pydantic\n"
