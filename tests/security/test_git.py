"""What a repository configures is never run: a hostile one is read, and no marker appears."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cchc import history
from cchc.errors import CchcError, NoHistory
from cchc.files import LeadsOut

ISOLATED = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_{what}": "ai-do" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
PROGRAMS = (
    "core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.gitProxy", "core.alternateRefsCommand",
    "pager.ls-tree", "pager.cat-file", "pager.rev-parse", "pager.for-each-ref", "diff.external", "diff.x.textconv", "diff.x.command",
    "filter.x.clean", "filter.x.smudge", "filter.x.process", "gpg.program", "credential.helper", "uploadpack.packObjectsHook",
    "remote.origin.uploadpack", "remote.origin.vcs", "merge.x.driver", "trace2.eventTarget", "difftool.x.cmd", "sequence.editor",
)  # fmt: skip
ALIASES = ("rev-parse", "ls-tree", "cat-file", "for-each-ref")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=ISOLATED, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    return tmp_path / "marker"


@pytest.fixture
def trap(tmp_path: Path, marker: Path) -> Path:
    """Return a program that leaves the marker."""
    program = tmp_path / "trap"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {marker}\n', encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def hostile(tmp_path: Path, trap: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository that names the trap wherever git may run something."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    root = tmp_path / "kho"
    (root / "plans").mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    (root / "cchc.yaml").write_bytes(b"format: 1\n")
    (root / "plans/a.yaml").write_bytes(b"first\n")
    (root / ".gitattributes").write_bytes(b"* filter=x diff=x merge=x text eol=crlf ident\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")
    (root / "plans/a.yaml").write_bytes(b"second\n")
    git(root, "commit", "-q", "-a", "-m", "x")
    for hook in ("reference-transaction", "post-index-change", "post-checkout", "fsmonitor-watchman", "pre-auto-gc"):
        shutil.copy(trap, root / ".git/hooks" / hook)
    git(root, "config", "core.hooksPath", str(root / ".git/hooks"))
    (root / "more").write_text(f"[core]\nfsmonitor = {trap}\n", encoding="utf-8")
    git(root, "config", f"includeIf.gitdir:{root}/.path", str(root / "more"))
    for name in PROGRAMS:
        git(root, "config", name, str(trap))
    for name in ALIASES:
        git(root, "config", f"alias.{name}", f"!{trap}")
    return root


def test_the_trap_works(hostile: Path, marker: Path) -> None:
    subprocess.run(["git", "status"], cwd=hostile, env=ISOLATED, check=False, capture_output=True)
    assert marker.exists()


def test_nothing_that_a_repository_names_is_run(hostile: Path, marker: Path) -> None:
    with history.at_revision(hostile, "HEAD~1") as reader:
        assert reader.read("plans/a.yaml") == b"first\n"
        assert [entry.name for entry in reader.list("plans")] == ["a.yaml"]
    for revision in ("nope", "--output=x", "@{u}", "HEAD:plans", "f" * 40, ":/x"):
        with pytest.raises(CchcError):
            history.at_revision(hostile, revision)
    assert not marker.exists()


def test_nothing_that_a_repository_names_is_run_when_a_plan_is_tagged(
    hostile: Path, trap: Path, marker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NAME", "EMAIL"):
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", "van-thu")
    for name in ("var", "mktag", "update-ref", "config"):
        git(hostile, "config", f"alias.{name}", f"!{trap}")
        git(hostile, "config", f"pager.{name}", str(trap))
    for name, value in (("tag.gpgSign", "true"), ("tag.forceSignAnnotated", "true"), ("core.logAllRefUpdates", "always")):
        git(hostile, "config", name, value)
    git(hostile, "config", "hook.x=y z.command", str(trap))  # git 2.54 knows hooks by name, with no file for them
    git(hostile, "config", "hook.x=y z.event", "reference-transaction")
    marker.unlink(missing_ok=True)
    head = (hostile / ".git/refs/heads/main").read_text(encoding="utf-8").strip()
    tags = history.IssueTags(hostile)
    assert not tags.has("p")
    tags.make("p", head, "Ban hành")
    assert history.IssueTags(hostile).has("p")
    assert history.at_revision(hostile, tags.revision_of("p")).commit == head
    assert not marker.exists()
    assert tags._git.ask("config", "hook.x=y z.enabled").output == b"false\n"  # the git of this machine may be older
    git(hostile, "update-ref", "refs/tags/thu", head)
    assert "reference-transaction" in marker.read_text(encoding="utf-8"), "the hook would have been run"


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_partial_clone_fetches_nothing(hostile: Path, tmp_path: Path, trap: Path, marker: Path, left_out: str) -> None:
    git(hostile, "config", "--unset", "uploadpack.packObjectsHook")
    git(hostile, "config", "uploadpack.allowFilter", "true")
    git(hostile, "config", "--unset", "core.alternateRefsCommand")
    git(tmp_path, "clone", "-q", "--no-checkout", f"--filter={left_out}", hostile.as_uri(), "partial")
    marker.unlink(missing_ok=True)
    partial = tmp_path / "partial"
    for name, value in (
        ("remote.origin.uploadpack", str(trap)),
        ("core.sshCommand", str(trap)),
        ("remote.origin.url", f"ext::{trap}"),
    ):
        git(partial, "config", name, value)
    git(partial, "config", "protocol.ext.allow", "always")
    with pytest.raises(NoHistory) as caught, history.at_revision(partial, "HEAD") as reader:
        reader.read("plans/a.yaml")
    assert caught.value.key == "history/damaged"
    assert not marker.exists()


def test_a_bare_repository_in_the_tree_is_not_taken_for_one(hostile: Path, trap: Path, marker: Path) -> None:
    inner = hostile / "inner"
    git(hostile, "clone", "-q", "--bare", str(hostile), "inner")
    git(inner, "config", "core.fsmonitor", str(trap))
    (inner / "cchc.yaml").write_bytes(b"format: 1\n")
    marker.unlink(missing_ok=True)
    with pytest.raises(NoHistory) as caught:
        history.at_revision(inner, "HEAD")
    assert caught.value.key == "history/refused"
    assert not marker.exists()


def test_a_work_tree_elsewhere_is_no_workspace_here(hostile: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    git(hostile, "config", "core.worktree", str(tmp_path / "elsewhere"))
    with pytest.raises(NoHistory) as caught:
        history.at_revision(hostile / "plans", "HEAD")
    assert caught.value.key == "history/outside-work-tree"


def test_replacements_and_grafts_change_nothing(hostile: Path) -> None:
    first, second = git(hostile, "rev-parse", "HEAD~1"), git(hostile, "rev-parse", "HEAD")
    git(hostile, "replace", second, first)
    git(hostile, "replace", f"{second}:plans/a.yaml", f"{first}:plans/a.yaml")
    (hostile / ".git/info/grafts").write_text(f"{second}\n", encoding="utf-8")
    with history.at_revision(hostile, "HEAD") as reader:
        assert (reader.commit, reader.read("plans/a.yaml")) == (second, b"second\n")
    assert history.at_revision(hostile, "HEAD~1").commit == first


def test_variables_of_the_surroundings_lead_nowhere_else(
    hostile: Path, tmp_path: Path, trap: Path, marker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    traced = tmp_path / "traced"
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": str(other / "index"),
        "GIT_OBJECT_DIRECTORY": str(other / ".git/objects"),
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(other),
        "GIT_NAMESPACE": "x",
        "GIT_EXEC_PATH": str(other),
        "GIT_EXTERNAL_DIFF": str(trap),
        "GIT_PAGER": str(trap),
        "GIT_TRACE": str(traced),
        "GIT_TRACE2_EVENT": str(traced),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.worktree",
        "GIT_CONFIG_VALUE_0": str(other),
    }.items():
        monkeypatch.setenv(name, value)
    with history.at_revision(hostile, "main") as reader:
        assert reader.read("plans/a.yaml") == b"second\n"
    assert not marker.exists()
    assert not traced.exists()


def test_names_in_a_tree_that_no_checkout_allows(hostile: Path) -> None:
    file = git(hostile, "rev-parse", "HEAD:cchc.yaml")
    link = b"120000 " + b"plans\0" + bytes.fromhex(file)
    raw = {
        "twice": b"100644 cchc.yaml\0" + bytes.fromhex(file) + b"100644 cchc.yaml\0" + bytes.fromhex(file),
        "up": b"100644 ..\0" + bytes.fromhex(file) + b"100644 cchc.yaml\0" + bytes.fromhex(file) + link,
    }
    commits = {}
    for name, tree in raw.items():
        made = subprocess.run(
            ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"],
            cwd=hostile, env=ISOLATED, input=tree, check=True, capture_output=True,
        )  # fmt: skip
        commits[name] = git(hostile, "commit-tree", "-m", "x", made.stdout.decode().strip())
    with pytest.raises(NoHistory) as caught:
        history.at_revision(hostile, commits["twice"])
    assert caught.value.params["path"] == "cchc.yaml"
    with history.at_revision(hostile, commits["up"]) as reader:
        with pytest.raises(LeadsOut):
            reader.read("plans/a.yaml")
        with pytest.raises(FileNotFoundError):
            reader.read("../cchc.yaml")
