"""`edited-after-issue`: a plan that prints something else than what its tag holds, in real repositories."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.history.git import Git
from tests.cli.repository import lay_out

PLAN = """\
id: p
title: KẾ HOẠCH NĂM 2025
year: 2025
issuer: so
document: {number: null, symbol: KH-SNV, issued_on: null}
sections:
  - sections/a.yaml
"""
SECTION = """\
number: A
title: Mục
tasks:
  - {id: a, content: Việc một, lead: [u], deadline: {within: 5 days, after: e}}
  - {id: b, content: Việc hai, lead: [u], deadline: Quý I/2025}
"""
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  so: {name: Sở Nội vụ}\n  u: {name: Văn phòng}\n",
    "plans/events.yaml": "types:\n  e: {name: Bộ công bố}\n",
    "plans/p/plan.yaml": PLAN,
    "plans/p/sections/a.yaml": SECTION,
    ".gitignore": ".cchc.lock\n",
}
WHO = {f"GIT_{role}_{what}": "van-thu" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
WARNING = ("edited-after-issue", "plans/p/plan.yaml", 8, 14, "warning")
Edit = Callable[..., None]


def git(folder: Path, *arguments: str) -> str:
    surroundings = {**os.environ, **WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, env=surroundings, check=True, capture_output=True)
    return done.stdout.decode("utf-8").strip()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a workspace whose plan was issued by the command, and committed; it is the current folder."""
    root = tmp_path / "so-noi-vu"
    lay_out(root, FILES)
    monkeypatch.chdir(root)
    for name, value in {"CCHC_LANG": "en", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), **WHO}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Trình ký")
    assert main(["issue", "p", "--number", "12", "--on", "2025-01-15"]) == 0
    git(root, "commit", "-q", "-a", "-m", "Ban hành")
    capsys.readouterr()
    return root


@pytest.fixture
def edit(office: Path) -> Edit:
    def change(name: str, old: str, new: str) -> None:
        text = (office / name).read_text(encoding="utf-8")
        assert old in text
        (office / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[tuple[object, ...]]]:
    """Return a function that returns what `validate` finds; `told` is what it says beside that."""

    def validate(*arguments: str, told: str = "") -> list[tuple[object, ...]]:
        main(["validate", "--format", "json", *arguments])
        out, err = capsys.readouterr()
        assert err == told
        keys = ("code", "file", "line", "column", "severity")
        return [tuple(one[key] for key in keys) for one in json.loads(out)["diagnostics"]]

    return validate


def test_a_plan_as_it_was_signed_is_fine(found, office: Path) -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("plans/p/plan.yaml", "KẾ HOẠCH NĂM", "NHIỆM VỤ NĂM"),
        ("plans/units.yaml", "name: Sở Nội vụ", "name: Sở Nội vụ tỉnh"),
        ("plans/p/plan.yaml", "year: 2025\n", "year: 2025\ncolumns: [number, content, deadline, lead]\n"),
        ("plans/p/sections/a.yaml", "Việc hai", "Việc khác"),
        ("plans/p/sections/a.yaml", "within: 5 days", "within: 6 days"),
        ("plans/p/sections/a.yaml", "lead: [u], deadline: Quý", "lead: [so], deadline: Quý"),
        ("plans/p/sections/a.yaml", "id: b,", "id: b, withdrawn: {on: 2025-06-01},"),
        ("plans/p/sections/a.yaml", "title: Mục", "title: Mục A"),
        ("plans/units.yaml", "name: Văn phòng", "name: Văn phòng Sở"),
        ("plans/events.yaml", "Bộ công bố", "Bộ Nội vụ công bố"),
    ],
)
def test_what_prints_otherwise_is_warned_of(name: str, old: str, new: str, found, edit: Edit, office: Path) -> None:
    edit(name, old, new)
    line = 9 if "columns" in new else 8
    assert [(code, file, severity) for code, file, _, _, severity in found()] == [
        ("edited-after-issue", "plans/p/plan.yaml", "warning")
    ]
    assert found()[0][2:4] == (line, 14)
    git(office, "commit", "-q", "-a", "-m", "x")
    assert found()[0][0] == "edited-after-issue"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("plans/p/plan.yaml", "number: 12\n", "number: 13\n"),
        ("plans/p/plan.yaml", "issued_on: 2025-01-15", "issued_on: 2025-01-16"),
        ("plans/p/plan.yaml", "symbol: KH-SNV", "symbol: KH-UBND"),
        ("plans/p/plan.yaml", "id: p", "# ghi chú\nid: p"),
        ("plans/p/plan.yaml", "year: 2025", "year: 2025\ntracked_from: 2025-04-01"),
        ("plans/p/sections/a.yaml", "{id: b, content: Việc hai,", "{content: Việc hai, id: viec-hai,"),
        ("plans/events.yaml", "types:", "events: [{id: x, type: e, subject: S, issued_on: 2025-03-03}]\ntypes:"),
    ],
)
def test_what_prints_the_same_is_fine(name: str, old: str, new: str, found, edit: Edit) -> None:
    edit(name, old, new)
    assert found() == []


def test_the_message_says_how_to_look_and_what_to_do(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("plans/p/sections/a.yaml", "Việc hai", "Việc khác")
    assert main(["validate"]) == 0
    printed = capsys.readouterr().out
    assert "plans/p/plan.yaml:8:14: warning[edited-after-issue] The plan prints something else than what was signed" in printed
    hint = next(line for line in printed.splitlines() if "hint: " in line)
    assert hint.endswith("See what was signed: cchc render appendix.docx --plan p --rev issued/p")
    assert main(hint.partition(": cchc ")[2].split()) == 0
    assert main(["validate", "--strict"]) == 1


def test_a_document_that_amends_the_plan_ends_the_warning(found, edit: Edit, office: Path) -> None:
    edit("plans/p/sections/a.yaml", "Việc hai", "Việc khác")
    edit("plans/p/plan.yaml", "issued_on:", "amended_by: [45/QĐ-SNV]\n  issued_on:")
    assert found() == []


def test_a_document_that_amended_the_plan_before_it_was_signed_ends_nothing(found, edit: Edit, office: Path) -> None:
    edit("plans/p/plan.yaml", "issued_on: 2025-01-15", "issued_on: 2025-01-15\n  amended_by: [45/QĐ-SNV]")
    git(office, "commit", "-q", "-a", "-m", "x")
    git(office, "tag", "-f", "issued/p")
    edit("plans/p/sections/a.yaml", "Việc hai", "Việc khác")
    assert found() == [WARNING]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: p\n", "id: p\nallow: {edited-after-issue: Lỗi chính tả đã đính chính}\n"),
        ("  issued_on:", "  allow: {edited-after-issue: Lỗi chính tả đã đính chính}\n  issued_on:"),
    ],
)
def test_it_can_be_allowed_and_is_never_called_unused(old: str, new: str, found, edit: Edit, office: Path) -> None:
    edit("plans/p/plan.yaml", old, new)
    assert found() == []
    edit("plans/p/sections/a.yaml", "Việc hai", "Việc khác")
    assert found() == []
    git(office, "tag", "-d", "issued/p")
    assert found() == []


def test_without_the_tag_nothing_is_said(found, edit: Edit, office: Path, tmp_path: Path) -> None:
    edit("plans/p/sections/a.yaml", "Việc hai", "Việc khác")
    git(office, "commit", "-q", "-a", "-m", "x")
    git(tmp_path, "clone", "-q", "--no-tags", str(office), "no-tags")
    git(tmp_path, "clone", "-q", "--depth", "1", office.as_uri(), "shallow")
    for name in ("no-tags", "shallow"):
        assert found("--root", str(tmp_path / name)) == []
    git(tmp_path / "no-tags", "fetch", "-q", "--tags")
    assert found("--root", str(tmp_path / "no-tags")) == [WARNING]
    shutil.rmtree(office / ".git")
    assert found() == []


BROKEN = {
    "a broken plan": ("plans/p/plan.yaml", "year: 2025", "year: x"),
    "a broken task": ("plans/p/sections/a.yaml", "content: Việc một", "noi-dung: Việc một"),
    "broken units": ("plans/units.yaml", "units:", "units: ["),
}


@pytest.mark.parametrize("what", ["a tree", "a commit without the workspace", "a commit without the plan", *BROKEN])
def test_a_tag_of_something_else_says_nothing(what: str, found, edit: Edit, office: Path) -> None:
    edit("plans/p/sections/a.yaml", "Việc hai", "Việc khác")
    head = git(office, "rev-parse", "HEAD")
    if what == "a tree":
        head = f"{head}^{{tree}}"
    else:
        if what in BROKEN:
            edit(*BROKEN[what])
        else:
            git(office, "rm", "-q", "--cached", "cchc.yaml" if "workspace" in what else "plans/p/plan.yaml")
        git(office, "commit", "-q", "-m", "x", *(["-a"] if what in BROKEN else []))
        head = git(office, "rev-parse", "HEAD")
        git(office, "reset", "-q", "--soft", "HEAD~1")
        if what in BROKEN:
            name, whole, broken = BROKEN[what]
            edit(name, broken, whole)
    git(office, "tag", "-f", "issued/p", head)
    assert found() == []


def test_a_repository_that_cannot_be_read_is_told_once(found, edit: Edit, office: Path) -> None:
    shutil.copytree(office / "plans/p", office / "plans/q")
    edit("plans/q/plan.yaml", "id: p", "id: q")
    git(office, "add", "-A")
    git(office, "commit", "-q", "-m", "x")
    git(office, "tag", "issued/q")
    held = git(office, "rev-parse", "issued/q:plans/p/sections/a.yaml", "issued/q:plans/q/sections/a.yaml").splitlines()[0]
    (office / ".git/objects" / held[:2] / held[2:]).unlink()
    told = (
        "Issued plans were not compared with what was signed: git lacks what plans/p/sections/a.yaml was at revision "
        "“refs/tags/issued/p”: it is missing or broken. Check with git fsck, get it again with: git fetch --refetch\n"
    )
    assert found(told=told) == []


def test_a_plan_with_errors_is_not_compared(found, edit: Edit) -> None:
    edit("plans/p/sections/a.yaml", "lead: [u], deadline: Quý", "lead: [khong-co], deadline: Quý")
    assert {code for code, *_ in found()} == {"unknown-unit"}


def test_only_plans_that_are_asked_for_and_issued_start_git(edit: Edit, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(office / "plans/p", office / "plans/q")
    edit("plans/q/plan.yaml", "id: p", "id: q")
    edit("plans/q/plan.yaml", "  number: 12\n", "")
    asked: list[tuple[str, ...]] = []
    usual = Git.start
    monkeypatch.setattr(Git, "start", lambda self, *words, **named: asked.append(words) or usual(self, *words, **named))
    assert main(["validate", "plans/q"]) == 0
    assert asked == []
    assert main(["validate"]) == 0
    assert [words[0] for words in asked] == ["rev-parse", "for-each-ref", "rev-parse", "ls-tree", "cat-file"]


def test_recording_progress_says_nothing_of_it(edit: Edit, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit("plans/p/sections/a.yaml", "Việc hai", "Việc khác")
    assert main(["done", "b", "--on", "2025-02-03", "--evidence", "Báo cáo 1/BC-VP"]) == 0
    assert capsys.readouterr().err == "Wrote plans/p/progress/b.yaml.\n"
