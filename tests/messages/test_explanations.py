"""Both languages say the same things, and the examples of the explanations are what they claim to be."""

import re
import textwrap
import unicodedata
from pathlib import Path
from string import Formatter

import pytest
import yaml

from cchc.checks import run, run_shared
from cchc.checks.usage import Usage
from cchc.diagnostics import CODES, Finding
from cchc.files import FolderReader
from cchc.messages import LANGUAGES, explanation
from cchc.messages.en.diagnostics import DIAGNOSTICS as EN_WORDS
from cchc.messages.en.explanations import EXPLANATIONS as EN
from cchc.messages.vi.diagnostics import DIAGNOSTICS as VI_WORDS
from cchc.messages.vi.explanations import EXPLANATIONS as VI
from cchc.schedule.counting import Counting
from cchc.source.load import load_plan, load_workspace
from cchc.workdays.calendar import WorkCalendar

EXAMPLE_LABELS = {"vi": ("Sai:", "Đúng:"), "en": ("Wrong:", "Right:")}
CANNOT_BE_SHOWN_WRONG = {"unreadable-file", "too-large", "not-utf8", "not-nfc", "odd-character", "edited-after-issue"}
FILE_KEYS = {
    "plans/units.yaml": {"units"},
    "plans/events.yaml": {"types", "events"},
    "plans/mau/progress.yaml": {"completions", "measurements"},
    "plans/calendar.yaml": {"days"},
}
PLAN_HEAD = "id: mau\ntitle: MẪU\nyear: 2025\n"
SHARED = {
    "units": ["van-phong: {name: Văn phòng Sở}", "phong-cchc: {name: Phòng Cải cách hành chính}"],
    "events": ["bnv-cong-bo: {name: Bộ Nội vụ công bố TTHC}"],
}
"""What examples refer to; each line is left out where the example has its own."""
UNUSED = {"unused-unit", "unused-event-type"}
WORKSPACE = {
    "cchc.yaml": "format: 1\n",
    "plans/mau/plan.yaml": PLAN_HEAD
    + """\
tasks:
  - {id: bao-cao-quy, content: Báo cáo quý, deadline: Định kỳ hàng quý, lead: [van-phong]}
  - id: quy-trinh-noi-bo
    content: Xây dựng quy trình nội bộ
    deadline: {within: 45 days, after: bnv-cong-bo}
    lead: [van-phong]
    coordinating: [phong-cchc]
""",
    "plans/mau/sections/a.yaml": "number: A\ntitle: MỤC A\n",
    "plans/mau/sections/b.yaml": "number: B\ntitle: MỤC B\n",
}


def _example(language: str, code: str, *, is_right: bool) -> str:
    wrong, right = EXAMPLE_LABELS[language]
    before, _, after = explanation(language, code).partition(f"\n\n{right}\n")
    return textwrap.dedent(after if is_right else before.partition(f"\n\n{wrong}\n")[2])


def _files(example: str) -> dict[str, str]:
    """Return the workspace with an example put where its keys belong."""
    files: dict[str, str] = {}
    for name, top in (("units", "units"), ("events", "types")):
        lines = [line for line in SHARED[name] if f"\n  {line.partition(':')[0]}:" not in example]
        files[f"plans/{name}/chung.yaml"] = "\n  ".join([f"{top}:", *lines]) if lines else ""
    for block in re.split(r"^# (?:plan|units|events|progress|calendar)\.yaml.*\n", example, flags=re.MULTILINE):
        keys = re.findall(r"^([a-z_]+):", block, re.MULTILINE)
        place = next((file for file, known in FILE_KEYS.items() if known & set(keys)), "plans/mau/plan.yaml")
        if block.startswith("- "):
            block = f"{PLAN_HEAD}tasks:\n{textwrap.indent(block, '  ')}"
        elif place.endswith("plan.yaml") and {"tasks", "sections"} & set(keys):
            block = f"{PLAN_HEAD}{block}"
        elif place.endswith("plan.yaml") and block.strip():
            rest = {"id": "viec", "content": "Việc mẫu", "deadline": "Năm 2025", "lead": "[van-phong]"}
            inherited = "".join(f"{key}: {value}\n" for key, value in rest.items() if key not in keys)
            marked = re.sub(r"^(?![<=>]{7})(?=.)", "    ", f"{inherited}{block}", flags=re.MULTILINE)
            block = f"{PLAN_HEAD}tasks:\n  -\n{marked}"
        if block.strip():
            files[place] = block
    return WORKSPACE | files


def _findings(root: Path, files: dict[str, str]) -> list[Finding]:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reader, usage = FolderReader(root), Usage()
    workspace = load_workspace(reader)
    counting = Counting(WorkCalendar((), 2100))
    findings = [
        finding
        for folder in workspace.plan_folders
        for finding in run(load_plan(reader, folder), workspace.registry, counting, usage)
    ]
    return [*findings, *run_shared(workspace.registry, workspace.findings, usage)]


@pytest.mark.parametrize("explanations", [VI, EN], ids=LANGUAGES)
def test_every_code_is_explained(explanations: dict[str, str]) -> None:
    assert set(explanations) == set(CODES)


def test_both_languages_have_the_same_messages() -> None:
    assert set(VI_WORDS) == set(EN_WORDS)
    assert {key.partition("/")[0] for key in VI_WORDS} <= set(CODES)


@pytest.mark.parametrize("key", sorted(VI_WORDS))
def test_messages_take_the_same_parameters(key: str) -> None:
    for vi, en in ((VI_WORDS[key].message, EN_WORDS[key].message), (VI_WORDS[key].hint, EN_WORDS[key].hint)):
        assert _placeholders(vi) == _placeholders(en)


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_short_prose_and_two_examples(language: str, code: str) -> None:
    text = explanation(language, code)
    assert unicodedata.is_normalized("NFC", text)
    assert max(map(len, text.split("\n"))) <= 80
    prose, *examples = text.split("\n\n")
    assert prose.strip()
    assert [example.split("\n")[0] for example in examples] == list(EXAMPLE_LABELS[language])
    for example in examples:
        assert all(line.startswith("    ") for line in example.split("\n")[1:])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_sound(language: str, code: str, tmp_path: Path) -> None:
    example = _example(language, code, is_right=True)
    assert yaml.load(example, Loader=yaml.BaseLoader)
    findings = _findings(tmp_path, _files(example))
    assert not [finding for finding in findings if finding.code == code or finding.code not in UNUSED]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [code for code in CODES if code not in CANNOT_BE_SHOWN_WRONG])
def test_the_wrong_example_is_what_the_code_reports(language: str, code: str, tmp_path: Path) -> None:
    findings = _findings(tmp_path, _files(_example(language, code, is_right=False)))
    assert code in {finding.code for finding in findings}
