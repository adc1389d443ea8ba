"""Every broken input of `tests/examples/invalid/` gives exactly its diagnostics, in each format and language, never a traceback.

A case stands on the sound workspace `tests/examples/base/`. Its sections replace files of it or add to them:

    What is shown, for the reader.
    --- plans/p/plan.yaml
    the text of the file
    --- plans/p/progress.yaml (bytes)
    text with escapes: \\xff a byte, \\u202e a code point, \\r, \\t; every line ends with LF
    --- expected
    plans/p/plan.yaml:7:15 error unknown-unit | what the line shows at that column

Other kinds of section: `(absent)`, `(folder)`, `(link to TARGET)`, `(of N bytes)`, `(repeated N times)`, `(unreadable)`.
`expected` holds every diagnostic, in order; a case named `sound-…` expects none. What stands after `|` may have escapes;
it is left out where there is nothing to show.
"""

import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest

from cchc.cli.app import main
from cchc.diagnostics import CODES
from cchc.messages import LANGUAGES
from tests.report.published import held_as_code_quality, held_as_junit, held_as_sarif

EXAMPLES = Path(__file__).parent / "examples"
BASE, INVALID = EXAMPLES / "base", EXAMPLES / "invalid"
_HEADING = re.compile(r"^--- (\S+)(?: \((.+)\))?\n", re.MULTILINE)
_EXPECTED = re.compile(r"(\S+):([0-9]+):([0-9]+) (error|warning) ([a-z0-9-]+)(?: \| (.+))?")
_ESCAPE = re.compile(rb"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([rt\\]))")
_SIGNS = {b"r": b"\r", b"t": b"\t", b"\\": b"\\"}


@dataclass(frozen=True)
class Expected:
    file: str
    line: int
    column: int
    severity: str
    code: str
    shown: str = ""


@dataclass(frozen=True)
class Section:
    """A file of a case; `kind` says how its text is meant, or what stands there in place of a text."""

    path: str
    kind: str
    text: str


@dataclass(frozen=True)
class Case:
    path: Path
    sections: tuple[Section, ...]
    expected: tuple[Expected, ...]

    @property
    def code(self) -> str:
        return self.path.parent.name

    @property
    def is_sound(self) -> bool:
        return self.path.name.startswith("sound-")

    def kinds(self) -> set[str]:
        return {section.kind.partition(" ")[0] for section in self.sections}


def read_case(path: Path) -> Case:
    """Return a case; ValueError where the file is not one."""
    with path.open(encoding="utf-8", newline="") as stream:  # a CR of an editor is seen, not read away
        _, *parts = _HEADING.split(stream.read())
    sections = [Section(*section) for section in zip(parts[::3], [kind or "" for kind in parts[1::3]], parts[2::3], strict=True)]
    if not sections or sections[-1].path != "expected":
        raise ValueError(f"{path}: no section “expected” at the end")
    return Case(path, tuple(sections[:-1]), tuple(map(_read_expected, sections[-1].text.splitlines())))


def _read_expected(line: str) -> Expected:
    match = _EXPECTED.fullmatch(line)
    if match is None:
        raise ValueError(line)
    file, number, column, severity, code, shown = match.groups()
    return Expected(file, int(number), int(column), severity, code, unescape(shown or "").decode("utf-8", errors="replace"))


def unescape(text: str) -> bytes:
    """Return the bytes that a text with escapes stands for."""

    def meant(match: re.Match[bytes]) -> bytes:
        byte, code_point, sign = match.groups()
        if byte:
            return bytes.fromhex(byte.decode())
        return chr(int(code_point, 16)).encode("utf-8") if code_point else _SIGNS[sign]

    return _ESCAPE.sub(meant, text.encode("utf-8"))


def lay_out(case: Case, root: Path) -> None:
    """Write the workspace of a case: the base, with the files of the case in their places."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for section in case.sections:
        _put(section, root / section.path)


def _put(section: Section, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kind, _, rest = section.kind.partition(" ")
    if kind in {"absent", "folder", "link"} and path.exists():
        path.unlink()
    match kind:
        case "":
            path.write_text(section.text, encoding="utf-8", newline="")
        case "bytes":
            path.write_bytes(unescape(section.text))
        case "absent":
            pass
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(rest.removeprefix("to "))
        case "of":
            path.write_bytes(b"\n" * int(rest.removesuffix(" bytes")))
        case "repeated":
            path.write_text(section.text * int(rest.removesuffix(" times")), encoding="utf-8", newline="")
        case "unreadable":
            path.write_text(section.text, encoding="utf-8", newline="")
            path.chmod(0)
        case _:
            raise ValueError(section.kind)


CASES = [read_case(path) for path in sorted(INVALID.glob("*/*.txt"))]
NOBODY = 65534


@pytest.fixture
def root() -> Iterator[Path]:
    """A folder that every user of the machine can enter, as one case asks for."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(autouse=True)
def _a_bug_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_DEBUG", "1")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}/{case.path.stem}" for case in CASES])
def test_a_case(case: Case, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if os.name == "nt" and case.kinds() & {"link", "unreadable"}:
        pytest.skip("links and unreadable files are made on POSIX systems only")
    lay_out(case, root)
    is_privileged = "unreadable" in case.kinds() and os.geteuid() == 0
    if is_privileged:  # root may read everything
        os.seteuid(NOBODY)
    try:
        for language in LANGUAGES:
            _check_json(case, _validate(case, root, "json", language, capsys))
            _check_text(case, root, _validate(case, root, "text", language, capsys))
            _check_github(case, _validate(case, root, "github", language, capsys))
        _check_reports(case, root, capsys)
    finally:
        if is_privileged:
            os.seteuid(0)


def _validate(case: Case, root: Path, report_format: str, language: str, capsys: pytest.CaptureFixture[str]) -> str:
    status = main(["validate", "--format", report_format, "--lang", language, "--root", str(root)])
    printed = capsys.readouterr()
    assert printed.err == ""
    is_wrong = any(one.severity == "error" for one in case.expected)
    is_unreadable = any(one.code == "unreadable-file" for one in case.expected)
    assert status == (3 if is_unreadable else 1 if is_wrong else 0)
    return printed.out


def _check_json(case: Case, printed: str) -> None:
    report = json.loads(printed)
    found = report["diagnostics"]
    assert [
        (one["file"], one["line"], one["column"], one["severity"], one["code"]) for one in found
    ] == [(one.file, one.line, one.column, one.severity, one.code) for one in case.expected]  # fmt: skip
    for severity in ("error", "warning"):
        assert report["counts"][severity] == sum(one.severity == severity for one in case.expected)
    for one, expected in zip(found, case.expected, strict=True):
        assert one["message"].strip()
        assert one["hint"].strip()
        assert not re.search(r"\{[a-z_]*\}|None|<class", one["message"] + one["hint"])
        assert "“”" not in one["message"] + one["hint"] or expected.shown == '""'  # what is quoted is there


def _check_text(case: Case, root: Path, printed: str) -> None:
    """Compare the blocks of the report with the cases; the caret of each stands under the column."""
    *blocks, _summary = printed.split("\n\n")
    assert len(blocks) == len(case.expected)
    for block, expected in zip(blocks, case.expected, strict=True):
        first, *rest = block.split("\n")
        assert first.startswith(f"{expected.file}:{expected.line}:{expected.column}: ")
        assert f"[{expected.code}] " in first
        excerpt = [line.removeprefix("    ") for line in rest if re.fullmatch(r" *\^+", line)]
        line = _line(root / expected.file, expected.line)
        assert line[expected.column - 1 :].startswith(expected.shown)
        assert bool(excerpt) == bool(line.strip())
        if excerpt:
            shown = rest[0].removeprefix("    ")
            assert _from_cell(shown, excerpt[0].index("^")).startswith(_as_shown(line[expected.column - 1 :][:1]))
            if expected.shown:
                assert _from_cell(shown, excerpt[0].index("^")).startswith(_as_shown(expected.shown))


def _line(file: Path, number: int) -> str:
    if file.is_symlink():  # the tool does not read it either
        return ""
    try:
        text = file.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
    except OSError:
        return ""
    return (text.split("\n") + [""] * number)[number - 1].removesuffix("\r")


def _as_shown(text: str) -> str:
    text = text.replace("\t", " ")
    return "".join(f"<U+{ord(one):04X}>" if unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp", "Cs"} else one for one in text)


def _from_cell(shown: str, cell: int) -> str:
    """Return what a terminal shows from a cell on, counted from 0."""
    for index, character in enumerate(shown):
        if cell == 0 and not unicodedata.combining(character):
            return shown[index:]
        cell -= 0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return ""


def _first_ten_of_a_kind(case: Case) -> list[Expected]:
    """Return what GitHub shows: it drops what comes after ten of a kind."""
    kinds = {kind: [one for one in case.expected if one.severity == kind][:10] for kind in ("error", "warning")}
    return [one for one in case.expected if any(one is kept for kept in kinds[one.severity])]


def _check_reports(case: Case, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Hold the reports of CI services against their schemas, and compare what they say with the cases."""
    run = held_as_sarif(_validate(case, root, "sarif", "vi", capsys))
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [
        (
            unquote(place["artifactLocation"]["uri"]),
            place["region"]["startLine"],
            place["region"]["startColumn"],
            result["ruleId"],
        )
        for place, result in zip(places, run["results"], strict=True)
    ] == [(one.file, one.line, one.column, one.code) for one in case.expected]
    quality = held_as_code_quality(_validate(case, root, "gitlab", "vi", capsys))
    assert [(one["location"]["lines"]["begin"], one["check_name"]) for one in quality] == [
        (one.line, one.code) for one in case.expected
    ]
    assert len({one["fingerprint"] for one in quality}) == len(quality)
    tests = held_as_junit(_validate(case, root, "junit", "vi", capsys))
    told = "".join(f"{text}\n" for text in tests.itertext() if text.strip())
    assert sum(f"[{one.code}] " in told for one in case.expected) == len(case.expected)
    assert len(told.splitlines()) == len(case.expected)


def _check_github(case: Case, printed: str) -> None:
    annotations = [line for line in printed.splitlines() if line.startswith("::")]
    assert [line.partition("title=")[0] for line in annotations] == [
        f"::{one.severity} file={_escaped(one)},line={one.line},col={one.column}," for one in _first_ten_of_a_kind(case)
    ]
    assert all(line.partition("::")[2].partition("::")[2].strip() for line in annotations)


def _escaped(expected: Expected) -> str:
    return expected.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def test_the_base_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--strict", "--format", "json", "--root", str(BASE)]) == 0
    assert json.loads(capsys.readouterr().out)["diagnostics"] == []


def test_warnings_fail_when_they_are_asked_to(root: Path) -> None:
    lay_out(read_case(INVALID / "missing-deadline" / "task.txt"), root)
    assert main(["validate", "--root", str(root)]) == 0
    assert main(["validate", "--strict", "--root", str(root)]) == 1


IN_GIT = {"edited-after-issue"}
"""What only a repository can show: `tests/cli/test_edited_after_issue.py` makes real ones."""


@pytest.mark.parametrize("code", [code for code in CODES if code not in IN_GIT])
def test_every_code_has_a_case(code: str) -> None:
    assert any(code == expected.code for case in CASES for expected in case.expected if case.code == code)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}/{case.path.stem}" for case in CASES])
def test_a_case_stands_in_the_folder_of_its_code(case: Case) -> None:
    assert case.code in CODES
    assert not case.expected if case.is_sound else case.code in {expected.code for expected in case.expected}
