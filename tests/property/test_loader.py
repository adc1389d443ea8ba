"""Whatever stands in a workspace's files: loading, checking and placing never raise, and every spot lies in its file."""

import random
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.checks import run, run_shared
from cchc.checks.usage import Usage
from cchc.cli.session import work_calendar
from cchc.diagnostics import Diagnostic
from cchc.files import MAX_FILE_BYTES, Entry
from cchc.messages import LANGUAGES, diagnostic_words
from cchc.model.registry import Registry
from cchc.report import Report, writer_for
from cchc.schedule.counting import Counting
from cchc.source.load import load_plan, load_workspace
from cchc.source.locate import Locator
from cchc.source.reading import text_to_quote

ROOT = Path(__file__).resolve().parents[2]
FILES = (
    "cchc.yaml",
    "plans/units.yaml",
    "plans/events.yaml",
    "plans/calendar.yaml",
    "plans/snv-2025/plan.yaml",
    "plans/snv-2025/sections/b-ii.yaml",
    "plans/snv-2025/progress.yaml",
)
REAL = {name: (ROOT / name).read_bytes() for name in FILES}
COUNTRY = work_calendar(Registry())
bounded = settings(derandomize=True, deadline=None, max_examples=100, database=None, suppress_health_check=list(HealthCheck))


class FilesInMemory:
    """A workspace whose files are bytes in a dictionary."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def list(self, folder: str) -> list[Entry]:
        inside = [name.removeprefix(f"{folder}/").split("/") for name in self.files if name.startswith(f"{folder}/")]
        found = {parts[0]: len(parts) > 1 for parts in inside}
        return [Entry(name, is_folder, not is_folder) for name, is_folder in sorted(found.items())]

    def read(self, path: str, limit: int = MAX_FILE_BYTES) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path][:limit]


def diagnose(files: Mapping[str, bytes]) -> list[Diagnostic]:
    """Return what `validate` would report of these files."""
    reader = FilesInMemory(files)
    workspace = load_workspace(reader)
    calendar = work_calendar(workspace.registry) if workspace.registry.calendar_days else COUNTRY
    counting = Counting(calendar, workspace.registry.settings.conventions)
    usage = Usage()
    found = []
    for folder in workspace.plan_folders:
        loaded = load_plan(reader, folder)
        findings = run(loaded, workspace.registry, counting, usage)
        locator = Locator(lambda file: text_to_quote(reader, file))
        found += [locator.place(finding, loaded.resolve) for finding in findings]
    locator = Locator(lambda file: text_to_quote(reader, file))
    shared = run_shared(workspace.registry, workspace.findings, usage)
    return found + [locator.place(finding, lambda path: path) for finding in shared]


def check(files: Mapping[str, bytes]) -> None:
    found = diagnose(files)
    for diagnostic in found:
        assert diagnostic.file in files, diagnostic
        lines = files[diagnostic.file].decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
        assert 1 <= diagnostic.span.line <= len(lines), diagnostic
        assert 1 <= diagnostic.span.column <= len(lines[diagnostic.span.line - 1].rstrip("\r")) + 1, diagnostic
        for language in LANGUAGES:
            assert diagnostic_words(language, diagnostic.code, diagnostic.reason, diagnostic.params).message
    for name in ("text", "json", "github"):
        writer_for(name)(Report(found, "vi"))
    assert diagnose(files) == found


def changed(name: str, content: bytes) -> dict[str, bytes]:
    return {**REAL, name: content}


names = st.sampled_from(FILES)
ODD_NODES = (
    "[]", "{}", "[[]]", "[{}]", "{a: b}", "[null]", "null", "", "~", '""', "' '", "0", "-1", "2025", "99999999999",
    "1e3", "2025-02-30", "30/11/2025", "86400", "true", "no", "[a, [b, {c: d}]]", "{id: [x]}", "{text: {}}", "{text: x}",
    "{by: []}", "{all: [{all: []}]}", "{all: [{text: x}]}", "{all: [{in: 2025}, {in: 2025}]}", "{every: day, times: 2}",
    "{every: week, weekday: friday, before_day: 3}", "{every: month, by_day: 31, interval: 1000}", "{within: 36500 days, after: bnv-cong-bo}",
    "{within: 3.5 days + 100 years, after: [x, y]}", "{at_least: 25000 working days, ahead_of: bnv-cong-bo}", "{in: 2100}",
    "{in: 2000-01..2100-12}", "{before: 2000-01-01}", "{by: 2100-12-31}", "{from: 2025-01-01, until: x}", "{to: 2000-01-01}",
    "{ongoing: true, check: day, in: 2025-06}", "{when: x}", "{on_request: true}", "{units: [], text: x}", "{unit: a, as: b}",
    "sections/b-ii.yaml", "[sections/b-ii.yaml, sections/b-ii.yaml]", "../x", "? a", "&a b", "*a", "!!int 3", "<<: x", "|\n  x\n", ">-",
    "{allow: {number-gap: x}}", "{allow: {number-gap: [x]}}", "{allow: []}", "{sample: maybe}", "{? [a] : b}", '{"\\u202e": x}', '"\\ud800"', '"a\\0b"',
)  # fmt: skip


@bounded
@given(names, st.text(max_size=300))
def test_any_text(name: str, text: str) -> None:
    check(changed(name, text.encode("utf-8", "surrogatepass")))


@bounded
@given(names, st.binary(max_size=300))
def test_any_bytes(name: str, content: bytes) -> None:
    check(changed(name, content))


@bounded
@given(names, st.randoms(use_true_random=False), st.integers(1, 4))
def test_pieces_cut_doubled_and_swapped(name: str, chance: random.Random, count: int) -> None:
    content = bytearray(REAL[name])
    for _ in range(count):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((1, 2, 5, 20, 200)))
        piece = content[start:end]
        match chance.choice("cdpims"):
            case "c":
                del content[start:end]
            case "d":
                content[start:start] = piece
            case "p":
                other = chance.randrange(len(content) + 1)
                content[other:other] = piece
            case "i":
                content[start:start] = chance.choice(
                    [
                        b"\n",
                        b"  ",
                        b"- ",
                        b": ",
                        b"'",
                        b'"',
                        b"[",
                        b"{",
                        b"}",
                        b"|\n",
                        b"\r\n",
                        b"\t",
                        b"#",
                        b"\xe2\x80\xa8",
                        b"\xcc\x81",
                        b"\xef\xbb\xbf",
                        b"\xc2\xad",
                    ]
                )
            case "m":
                content[start:end] = bytes(chance.randrange(256) for _ in piece)
            case _:
                content[start:end] = piece[::-1]
    check(changed(name, bytes(content)))


@bounded
@given(names, st.randoms(use_true_random=False), st.integers(1, 3))
def test_values_swapped_for_odd_nodes(name: str, chance: random.Random, count: int) -> None:
    lines = REAL[name].decode().split("\n")
    spots = [number for number, line in enumerate(lines) if ": " in line or line.endswith(":") or line.strip().startswith("- ")]
    for _ in range(count):
        number = chance.choice(spots)
        line = lines[number]
        head = line.partition(":")[0] + ": " if ":" in line and chance.random() < 0.8 else line.partition("- ")[0] + "- "
        lines[number] = head + chance.choice(ODD_NODES)
    check(changed(name, "\n".join(lines).encode()))
