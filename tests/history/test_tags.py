"""Tags of issued plans; hostile repositories are in security/test_git.py."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from cchc.errors import NoHistory
from cchc.history import IssueTags

WHO = {f"GIT_{role}_{what}": "van-thu" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *arguments: str) -> str:
    surroundings = {**os.environ, **WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, env=surroundings, check=True, capture_output=True)
    return done.stdout.decode("utf-8").strip()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository of one commit, and of a tagger that git knows by name."""
    for name, value in {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), **WHO}.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "kho"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "commit", "-q", "--allow-empty", "-m", "x")
    return folder


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (".", "issued/p"),
        ("so-noi-vu", "issued/so-noi-vu/p"),
        ("Sở Nội vụ/năm 2025", "issued/Sở%20Nội%20vụ/năm%202025/p"),
        (".an", "issued/%2Ean/p"),
        ("a..b.", "issued/a%2E.b%2E/p"),
        ("...", "issued/%2E%2E%2E/p"),
        ("x.lock", "issued/x%2Elock/p"),
        ("x.locked", "issued/x.locked/p"),
        ("@{1}", "issued/%40{1}/p"),
        ("a@b", "issued/a@b/p"),
        ("50%", "issued/50%25/p"),
        ("~^:?*[\\", "issued/%7E%5E%3A%3F%2A%5B%5C/p"),
        ("a\tb\nc\x7f", "issued/a%09b%0Ac%7F/p"),
        ("-x", "issued/-x/p"),
    ],
)
def test_a_tag_is_named_after_folder_and_plan_as_git_takes_it(folder: str, name: str, root: Path) -> None:
    inside = root / folder
    inside.mkdir(parents=True, exist_ok=True)
    tags = IssueTags(inside)
    assert (tags.name_of("p"), tags.has("p")) == (name, False)
    tags.make("p", git(root, "rev-parse", "HEAD"), "Ban hành")
    git(root, "check-ref-format", f"refs/tags/{name}")
    again = IssueTags(inside)
    assert (again.has("p"), again.has("q"), again.revision_of("p")) == (True, False, f"refs/tags/{name}")
    assert git(root, "rev-parse", f"{again.revision_of('p')}^{{commit}}") == git(root, "rev-parse", "HEAD")


def test_a_link_to_the_folder_names_the_folder(root: Path, tmp_path: Path) -> None:
    (root / "so").mkdir()
    (tmp_path / "link").symlink_to(root / "so")
    assert IssueTags(tmp_path / "link").name_of("p") == "issued/so/p"


def test_packed_tags_and_other_work_trees_are_seen(root: Path, tmp_path: Path) -> None:
    git(root, "tag", "issued/p")
    git(root, "pack-refs", "--all")
    git(root, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    assert IssueTags(tmp_path / "tree").has("p")


def test_a_repository_of_longer_ids(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sha256"
    folder.mkdir()
    git(folder, "init", "-q", "--object-format=sha256")
    git(folder, "commit", "-q", "--allow-empty", "-m", "x")
    head = git(folder, "rev-parse", "HEAD")
    IssueTags(folder).make("p", head, "Ban hành")
    assert git(folder, "rev-parse", "issued/p^{commit}") == head


def test_a_tag_that_came_meanwhile_is_not_moved(root: Path) -> None:
    tags = IssueTags(root)
    git(root, "tag", "issued/p")
    git(root, "commit", "-q", "--allow-empty", "-m", "y")
    with pytest.raises(NoHistory) as caught:
        tags.make("p", git(root, "rev-parse", "HEAD"), "Ban hành")
    assert (caught.value.key, git(root, "rev-parse", "issued/p")) == ("history/refused", git(root, "rev-parse", "HEAD~1"))


@pytest.mark.parametrize("target", ["refs/heads/main", "refs/heads/khac"])
def test_a_link_in_the_place_of_the_tag_leads_nowhere(target: str, root: Path) -> None:
    first = git(root, "rev-parse", "HEAD")
    git(root, "commit", "-q", "--allow-empty", "-m", "y")
    heads = git(root, "for-each-ref", "refs/heads")
    git(root, "symbolic-ref", "refs/tags/issued/p", target)
    with suppress(NoHistory):  # where the link leads to something, the tag is there already
        IssueTags(root).make("p", first, "Ban hành")
    assert git(root, "for-each-ref", "refs/heads") == heads
    assert git(root, "rev-parse", "issued/p^{commit}") == (first if "khac" in target else git(root, "rev-parse", "HEAD"))


@pytest.mark.parametrize("missing", ["f" * 40, "0" * 40])
def test_what_is_no_commit_is_not_tagged(missing: str, root: Path) -> None:
    with pytest.raises(NoHistory) as caught:
        IssueTags(root).make("p", missing, "Ban hành")
    assert (caught.value.key, git(root, "tag")) == ("history/refused", "")


@pytest.mark.parametrize("name", ["GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"])
def test_a_tagger_is_never_guessed(name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name)
    with pytest.raises(NoHistory) as caught:
        IssueTags(root).make("p", git(root, "rev-parse", "HEAD"), "Ban hành")
    assert (caught.value.key, git(root, "tag")) == ("history/nobody", "")


def test_situations_without_tags(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoHistory) as caught:
        IssueTags(tmp_path)
    assert caught.value.key == "history/no-repository"
    (root / ".git/config").write_text("[core\n", encoding="utf-8")
    with pytest.raises(NoHistory) as caught:
        IssueTags(root)
    assert caught.value.key == "history/refused"
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoHistory) as caught:
        IssueTags(root)
    assert caught.value.key == "history/no-git"


def test_without_a_place_for_temporary_files_git_is_not_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(root / "nowhere"))
    with pytest.raises(NoHistory) as caught:
        IssueTags(root)
    assert (caught.value.key, caught.value.params["why"]) == ("history/refused", "No such file or directory")
