"""The floors of the house: who may import whom, and who may touch the world."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "cchc"
FLOORS = {
    "errors": 0, "diagnostics": 0, "messages": 0, "files": 0, "outgoing": 0, "json_text": 0, "model": 1, "history": 1, "ooxml": 1,
    "workdays": 2, "wording": 2, "schedule": 2, "checks": 2, "compare": 2, "renewal": 2,
    "source": 3, "views": 3, "render": 4, "intake": 4, "report": 4, "merging": 4, "schema": 4, "cli": 5,
}  # fmt: skip
SIBLINGS = {
    ("schedule", "workdays"),
    ("checks", "schedule"),
    ("checks", "wording"),
    ("checks", "workdays"),
    ("compare", "schedule"),
    ("renewal", "wording"),
}
SIBLINGS |= {("files", "errors"), ("messages", "diagnostics"), ("messages", "errors")}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names if node.module == "cchc")


def modules() -> Iterator[tuple[str, Path]]:
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if room not in {"__init__", "__main__"}:
            yield room, path


def test_every_room_stands_on_a_floor() -> None:
    assert {room for room, _ in modules()} == set(FLOORS)


def test_no_module_imports_a_higher_floor_or_a_sibling() -> None:
    wrong = []
    for room, path in modules():
        for name in imports(path):
            target = name.split(".")[1] if name.startswith("cchc.") else room
            if target in FLOORS and target != room and (room, target) not in SIBLINGS and FLOORS[target] >= FLOORS[room]:
                wrong.append(f"{path.name}: {name}")
    assert wrong == []


def test_only_the_edge_knows_the_terminal() -> None:
    wrong = [
        path.name
        for room, path in modules()
        if room != "cli"
        for name in imports(path)
        if name.split(".")[0] in {"typer", "rich"}
    ]
    assert wrong == []


def test_only_two_modules_start_other_programs() -> None:
    """Git is called in one place, the office suite in another; each cleans what it starts with."""
    starting = {"subprocess", "pty", "multiprocessing", "asyncio", "webbrowser"}
    calls = re.compile(r"os\.(?:system|popen|startfile|fork|forkpty|posix_spawnp?|spawn[lv]p?e?|exec[lv]p?e?)")
    found = set()
    for _, path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        if starting & {name.split(".")[0] for name in imports(path)} or any(calls.fullmatch(name) for name in named):
            found.add(path.relative_to(PACKAGE).as_posix())
    assert "history/git.py" in found
    assert found <= {"history/git.py", "history/revisions.py", "cli/office.py"}


def test_rooms_have_names() -> None:
    assert {path.stem for _, path in modules()} & {"utils", "common", "helpers", "base"} == set()
