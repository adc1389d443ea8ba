"""Documents as tests read them: their fenced blocks, and an office with the repository's own plan to run them in."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "docs/huong-dan.md")
SCRIPT = Path(sys.executable).with_name("cchc.exe" if os.name == "nt" else "cchc")
NOW = "2025-06-02T01:00:00+00:00"
IS_REWRITING = os.environ.get("CCHC_REWRITE_GOLDEN") == "1"
SPOKEN_OF = ("CCHC_LANG", "CCHC_DEBUG", "GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR")
"""Variables of the surroundings that would change what the tool prints."""


@dataclass(frozen=True)
class Block:
    """A fenced block: the words after its fence, its text, and the line of the document that it begins on."""

    document: str
    line: int
    info: tuple[str, ...]
    text: str
    after: "Block | None" = field(default=None, repr=False)

    @property
    def place(self) -> str:
        return f"{self.document}:{self.line}"


def blocks_of(document: str) -> list[Block]:
    """Return the fenced blocks of a document; `after` is the block that follows."""
    found: list[Block] = []
    fence, info, first_line, lines = "", (), 0, list[str]()
    for number, line in enumerate((REPOSITORY / document).read_text(encoding="utf-8").splitlines(), start=1):
        bare = line.strip()
        if not fence and bare.startswith("```"):
            fence = bare[: len(bare) - len(bare.lstrip("`"))]
            info, first_line, lines = tuple(bare.lstrip("`").split()), number, []
        elif fence and bare == fence:
            found.append(Block(document, first_line, info, "".join(f"{text}\n" for text in lines)))
            fence = ""
        elif fence:
            lines.append(line)
    assert not fence, f"{document}:{first_line}: the block is not closed"
    later: Block | None = None
    linked: list[Block] = []
    for block in reversed(found):
        later = Block(block.document, block.line, block.info, block.text, later)
        linked.append(later)
    return linked[::-1]


@dataclass(frozen=True)
class Step:
    """A command of a `console` block, and what the document says it prints."""

    place: str
    command: str
    expected: list[str]


def steps_of(block: Block) -> Iterator[Step]:
    number, command, expected = block.line, "", list[str]()
    for offset, line in enumerate(block.text.splitlines(), start=1):
        if line.startswith("$ "):
            if command:
                yield Step(f"{block.document}:{number}", command, expected)
            number, command, expected = block.line + offset, line[2:], []
        else:
            assert command, f"{block.place}: a console block begins with a command"
            expected.append(line)
    yield Step(f"{block.document}:{number}", command, expected)


class Office:
    """A copy of the repository's workspace under git, and a terminal of 80 columns in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.status = 0
        shutil.copy(REPOSITORY / "cchc.yaml", folder)
        for name in ("plans", "templates"):
            shutil.copytree(REPOSITORY / name, folder / name)
        for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "Kế hoạch")):
            self._call(["git", *arguments])

    def run(self, command: str) -> str:
        """Run a command line as a document shows it; return all that it prints."""
        if command == "echo $?":
            return f"{self.status}\n"
        program, *arguments = shlex.split(command, comments=True)
        assert program in {"cchc", "git"}, f"a document may show cchc and git, not {program}"
        called = [str(SCRIPT)] if SCRIPT.exists() else [sys.executable, "-P", "-m", "cchc"]
        done = self._call([*(called if program == "cchc" else [program]), *arguments], is_checked=False)
        self.status = done.returncode
        return done.stdout

    def _call(self, command: list[str], *, is_checked: bool = True) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if name not in SPOKEN_OF}
        who = {f"GIT_{role}_{what}": "van-phong" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        own = {"COLUMNS": "80", "CCHC_NOW": NOW, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**kept, **who, **own},
            check=is_checked,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def change(self, block: Block) -> None:
        """Make the edit that a `diff` block shows, in the file that it names."""
        path, before, after = None, list[str](), list[str]()
        for line in block.text.splitlines():
            if line.startswith("+++ "):
                path = self.folder / line[4:].removeprefix("b/")
            elif not line.startswith(("--- ", "@@")):
                before += [line[1:]] if line[:1] != "+" else []
                after += [line[1:]] if line[:1] != "-" else []
        assert path is not None, f"{block.place}: the edit names no file"
        text = path.read_text(encoding="utf-8")
        old, new = ("".join(f"{line}\n" for line in lines) for lines in (before, after))
        assert old in text, f"{block.place}: {path.name} does not hold the lines that the edit starts from"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    folder = tmp_path / "so-noi-vu"
    folder.mkdir()
    return Office(folder)


@pytest.fixture(scope="session")
def documents() -> dict[str, list[Block]]:
    return {document: blocks_of(document) for document in DOCUMENTS}


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture
def follow(office: Office):
    """Follow a document from its first line to its last: run its commands, make its edits, compare what is printed."""

    def run_through(blocks: list[Block]) -> int:
        followed = 0
        for block in blocks:
            if block.info[:1] == ("diff",):
                office.change(block)
            elif block.info[:1] == ("console",):
                for step in steps_of(block):
                    printed = office.run(step.command).splitlines()
                    _assert_as_shown(step, printed)
                    followed += 1
        return followed

    return run_through


def _assert_as_shown(step: Step, printed: list[str]) -> None:
    expected = step.expected
    while expected and not expected[-1].strip():
        expected = expected[:-1]
    if _matches(expected, printed):
        return
    if not (IS_REWRITING and _rewrite(step, expected, printed)):
        raise AssertionError("\n".join([f"{step.place}: $ {step.command} prints", *printed, "and not", *expected]))


def _rewrite(step: Step, expected: list[str], printed: list[str]) -> bool:
    """Put what is printed into the document, as much of it as was shown; False where that cannot be told."""
    if expected.count("...") > 1:
        return False
    shown = printed
    if "..." in expected:
        head = expected.index("...")
        tail = len(expected) - head - 1
        shown = [*printed[:head], "...", *printed[len(printed) - tail :]]
    path = REPOSITORY / step.place.rpartition(":")[0]
    before, after = ("\n".join([f"$ {step.command}", *lines]) for lines in (expected, shown))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return before in text


def _matches(expected: list[str], printed: list[str]) -> bool:
    """Return whether lines are as expected, where a line `...` stands for any number of lines."""
    if not expected:
        return not printed
    if expected[0].strip() == "...":
        return any(_matches(expected[1:], printed[start:]) for start in range(len(printed) + 1))
    return bool(printed) and expected[0].rstrip() == printed[0].rstrip() and _matches(expected[1:], printed[1:])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for `yaml_block` each YAML example of the guide, one at a time."""
    if "yaml_block" in metafunc.fixturenames:
        examples = [block for block in blocks_of(DOCUMENTS[1]) if block.info[:1] == ("yaml",)]
        metafunc.parametrize("yaml_block", examples, ids=[f"line-{block.line}" for block in examples])
